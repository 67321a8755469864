// Web-mercator: between degrees and the world as a square of 1 x 1, the west and the north at 0.

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
