// Points: all assets of the map in typed arrays, side by side, as a pack brings them, and where they are in web-mercator.
//
// `what` is one byte an asset: bits 0-2 the kind's code, 3-4 the state's code less one, 5-6 the precision,
// bit 7 whether it has a line or area of its own. `across` and `down` are web-mercator, 0 … 1.
// `tallies` is null where each point is one asset; for crowds it counts them per kind, seven numbers a point.

export const KINDS = 7;

/** Arrays for `count` points, still empty. */
export function emptyPoints(count) {
  return {
    count,
    numbers: new Int32Array(count),
    what: new Uint8Array(count),
    across: new Float64Array(count),
    down: new Float64Array(count),
    tallies: null,
  };
}

/** Points from the answer for one view: {points: [[number, what, lon, lat]], crowds: [[lon, lat, [count per kind]]]}. */
export function pointsOfView({ points, crowds }) {
  const all = emptyPoints(points.length + crowds.length);
  if (crowds.length) all.tallies = new Uint32Array(all.count * KINDS);
  points.forEach(([number, what, longitude, latitude], i) => {
    all.numbers[i] = number;
    all.what[i] = what;
    put(all, i, longitude, latitude);
    if (all.tallies) all.tallies[i * KINDS + (what & 7) - 1] = 1;
  });
  crowds.forEach(([longitude, latitude, counts], c) => {
    const i = points.length + c;
    put(all, i, longitude, latitude);
    all.what[i] = counts.indexOf(Math.max(...counts)) + 1;
    all.tallies.set(counts, i * KINDS);
  });
  return all;
}

export function put(points, i, longitude, latitude) {
  points.across[i] = acrossOf(longitude);
  points.down[i] = downOf(latitude);
}

export function kindOf(what) {
  return what & 7;
}

export function stateOf(what) {
  return ((what >> 3) & 3) + 1;
}

/** 0 exactly here, 1 somewhere in this street, 2 somewhere in the neighbourhood. */
export function precisionOf(what) {
  return (what >> 5) & 3;
}

export function hasShape(what) {
  return what > 127;
}

/** Longitude in degrees -> 0 … 1. */
export function acrossOf(longitude) {
  return (longitude + 180) / 360;
}

/** Latitude in degrees -> 0 (north) … 1 (south). */
export function downOf(latitude) {
  const sine = Math.sin((Math.min(Math.max(latitude, -85.0511), 85.0511) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** 0 … 1 -> longitude in degrees. */
export function longitudeOf(across) {
  return across * 360 - 180;
}

/** 0 … 1 -> latitude in degrees. */
export function latitudeOf(down) {
  return (Math.atan(Math.sinh((1 - 2 * down) * Math.PI)) * 180) / Math.PI;
}

/** How many pixels the world is wide at a zoom. */
export function worldSize(zoom) {
  return 256 * 2 ** zoom;
}

/** Pixels in a metre on the ground, at a place `down` the world. */
export function pixelsPerMetre(down, zoom) {
  return worldSize(zoom) / (40075016.686 * Math.cos((latitudeOf(down) * Math.PI) / 180));
}
