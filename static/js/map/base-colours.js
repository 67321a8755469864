// The colours of the map's names as they stand in static/css/map-colours.css, the theme that is on, and when it changes.

const NAMES = ["paper", "water", "ink", "ink-soft", "ink-water", "ink-green"];
const THEMES = ["paper", "night", "sun"];

const dark = matchMedia("(prefers-color-scheme: dark)");

/** {paper: "#fffdf6", "ink-water": …} for the theme that is on now, and the family of letters for names. */
export function readColours(element = document.documentElement) {
  const style = getComputedStyle(element);
  const colours = { hand: style.getPropertyValue("--hand").trim() || "cursive" };
  for (const name of NAMES) colours[name] = style.getPropertyValue(`--map-${name}`).trim() || "#888";
  return colours;
}

/** The place of the theme that is on among a paint's colours: 0 by day, 1 by night, 2 in the sun. */
export function themeNow() {
  const { theme } = document.documentElement.dataset;
  return theme ? Math.max(THEMES.indexOf(theme), 0) : Number(dark.matches);
}

/** Calls back when another theme comes on; returns a function that stops it. */
export function onThemeChange(tell) {
  const watcher = new MutationObserver(tell);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  dark.addEventListener("change", tell);
  return () => {
    watcher.disconnect();
    dark.removeEventListener("change", tell);
  };
}
