// The colours of markers, rings and lines as they stand in static/css/tokens.css for the look that is on now, and when it changes.

/** {ink, soft, paper, sheet, shade, marker, focus, hand, digits, pen, kinds: {1: {name, kind, blot, wash}, …}}; `kinds` maps code -> name. */
export function readInks(kinds) {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const inks = {
    ink: value("--ink"), soft: value("--ink-soft"), paper: value("--paper"), sheet: value("--sheet"),
    shade: value("--shade"), marker: value("--marker"), onMarker: value("--on-marker"), focus: value("--focus"),
    hand: value("--hand") || "cursive", digits: `${value("--hand").split(",")[0] || "cursive"}, sans-serif`, pen: parseFloat(value("--stroke")) || 2, kinds: {} };
  for (const [code, { name }] of Object.entries(kinds)) {
    inks.kinds[code] = { name, kind: value(`--kind-${name}`), blot: value(`--blot-${name}`), wash: value(`--wash-${name}`) };
  }
  return inks;
}

/** Calls back when another look comes on; returns a function that stops it. */
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
