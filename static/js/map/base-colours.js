// The map's colours as they stand in static/css/map-colours.css, and when they change.

const NAMES = [
  "paper", "residential", "business", "school", "paved", "bare", "sand", "grass", "park", "garden", "wood", "play",
  "green-mark", "water", "water-line", "building", "building-open", "building-line", "shadow", "street", "main",
  "living", "street-line", "main-line", "path", "cycle", "rail", "tree", "tree-line", "ink", "ink-soft", "ink-water",
  "ink-green", "boundary",
];

/** {paper: "#fffdf6", "water-line": …} for the theme that is on now, and the family of letters for names. */
export function readColours(element = document.documentElement) {
  const style = getComputedStyle(element);
  const colours = { hand: style.getPropertyValue("--hand").trim() || "cursive" };
  for (const name of NAMES) colours[name] = style.getPropertyValue(`--map-${name}`).trim() || "#888";
  return colours;
}

/** Calls back when another theme comes on; returns a function that stops it. */
export function onThemeChange(tell) {
  const watcher = new MutationObserver(tell);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", tell);
  return () => {
    watcher.disconnect();
    dark.removeEventListener("change", tell);
  };
}
