// How the base map looks at each zoom: from where on small marks and names are seen, and how large names are written.
//
// Colours are names of static/css/map-colours.css; sizes are CSS pixels. What the pen draws looks as its style says.

/** From which zoom marks are seen: always, from a street away, at the front door (`detail` in assetmap/drawing/pen/marks.py). */
export const DETAIL = [0, 17, 18];

/** CSS pixels under which a line gets paler instead of thinner, and how pale it may become. */
export const THINNEST = 0.6;
export const PALEST = 0.35;

/** From so many CSS pixels in a millimetre of the page on, one sees that curves are round. */
export const ROUND = 3;

/** Names along a line: from which zoom, size of the letters at zoom 15 to 19, what goes first. */
export const LINE_NAMES = {
  stream: { from: 15, size: [13, 14.5, 16, 18, 20], colour: "ink-water", first: 0.5 },
  main: { from: 15, size: [13.5, 15, 16, 17.5, 19], first: 0 },
  street: { from: 16, size: [12, 13.5, 15.5, 17, 19], first: 1 },
  living: { from: 16, size: [12, 13.5, 15, 16.5, 18.5], first: 2 },
  cycle: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 4 },
  path: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 5 },
  service: { from: 17, size: [12, 12.5, 14, 15, 16.5], first: 6 },
  steps: { from: 18, size: [12, 12.5, 14, 15, 16.5], first: 7 },
};

/** Other names: from which zoom, size, colour, the least room in CSS pixels. */
export const SPOT_NAMES = {
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
