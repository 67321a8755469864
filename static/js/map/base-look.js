// How the base map looks at each zoom: tables of what is drawn from where on, how wide, in which colour.
//
// Colours are names of static/css/map-colours.css; widths are CSS pixels unless a name says metres.

/** Ground -> [colour, from which zoom, pattern or ""]. */
export const GROUNDS = {
  residential: ["residential", 13, ""],
  business: ["business", 13, ""],
  school: ["school", 14, ""],
  care: ["school", 14, ""],
  railway: ["bare", 14, ""],
  bare: ["bare", 15, ""],
  square: ["paved", 15, ""],
  parking: ["paved", 15, ""],
  pier: ["paved", 15, ""],
  deck: ["paved", 15, ""],
  park: ["park", 0, ""],
  grass: ["grass", 14, ""],
  meadow: ["grass", 0, "tufts"],
  cemetery: ["park", 13, "crosses"],
  wood: ["wood", 0, "leaves"],
  scrub: ["wood", 15, "leaves"],
  garden: ["garden", 15, ""],
  allotments: ["garden", 13, "rows"],
  marsh: ["grass", 14, "tufts"],
  sand: ["sand", 14, ""],
  pitch: ["play", 15, ""],
  playground: ["play", 15, ""],
};

/** Over the water rather than under it. */
export const OVER_WATER = new Set(["pier", "deck"]);

/** Street -> from which zoom, colour, line beside it, the least it is wide at zoom 13, 14, 15, 16. Small ones first. */
export const STREETS = [
  ["drive", { from: 17, fill: "street", line: "street-line", least: [0, 0, 0, 1.5] }],
  ["service", { from: 16, fill: "street", line: "street-line", least: [0, 0, 1, 2.4] }],
  ["living", { from: 14, fill: "living", line: "street-line", least: [0.8, 1, 2.4, 4.2] }],
  ["street", { from: 13, fill: "street", line: "street-line", least: [0.8, 1, 2.6, 4.6] }],
  ["main", { from: 0, fill: "main", line: "main-line", least: [1.4, 2, 4.2, 6.4] }],
];

/** Street without sides -> from which zoom, colour, width at zoom 15 to 19, dashes (in widths). */
export const PATHS = [
  ["path", { from: 16, colour: "path", width: [0.8, 0.9, 1.2, 1.5, 1.9], dash: [3.2, 3] }],
  ["cycle", { from: 15, colour: "cycle", width: [0.8, 1, 1.4, 1.8, 2.2], dash: [6, 2.6] }],
  ["steps", { from: 16, colour: "path", width: [1, 2, 3, 4.5, 7], dash: [0.45, 0.45] }],
];

/** Rail -> from which zoom, width at zoom 15 to 19. */
export const RAILS = {
  train: { from: 13, width: [1, 1.3, 1.6, 2, 2.4] },
  yard: { from: 16, width: [0.6, 0.7, 0.9, 1.2, 1.6] },
  tram: { from: 14, width: [0.8, 1, 1.2, 1.5, 1.8] },
  metro: { from: 14, width: [1, 1.3, 1.6, 2, 2.4] },
};

/** Names of streets: from which zoom, size of the letters at zoom 15 to 19, what goes first. */
export const STREET_NAMES = {
  main: { from: 15, size: [13.5, 15, 16, 17.5, 19], first: 0 },
  street: { from: 16, size: [12, 13.5, 15.5, 17, 19], first: 1 },
  living: { from: 16, size: [12, 13.5, 15, 16.5, 18.5], first: 2 },
  cycle: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 4 },
  path: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 5 },
  service: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 6 },
  steps: { from: 18, size: [12, 12.5, 14, 15, 16.5], first: 7 },
};

/** Other names: from which zoom, size, colour, the least room in CSS pixels. */
export const PLACE_NAMES = {
  water: { from: 15, size: [13, 14.5, 16, 18, 20], colour: "ink-water", room: 34, first: 3 },
  green: { from: 16, size: [12.5, 13.5, 15, 16.5, 18], colour: "ink-green", room: 46, first: 3.5 },
  square: { from: 17, size: [12.5, 13.5, 15, 16.5, 18], colour: "ink", room: 30, first: 3 },
  building: { from: 18, size: [12, 12, 13, 14, 15], colour: "ink-soft", room: 60, first: 8 },
  place: { from: 18, size: [12, 12, 13, 14, 15], colour: "ink-soft", room: 120, first: 9 },
};

/** The number for a zoom from a list that starts at zoom `first`; between two whole zooms, between two numbers. */
export function at(list, zoom, first) {
  const place = Math.min(Math.max(zoom - first, 0), list.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, list.length - 1);
  return list[low] + (list[high] - list[low]) * (place - low);
}
