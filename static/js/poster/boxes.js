/** Boxes on a sheet in millimetres: {x, y, width, height}, x to the right, y down. */

const APART = 1;

/** Whether two boxes lie on each other, or nearer than a hair. */
export function overlaps(one, other) {
  return one.x < other.x + other.width + APART && other.x < one.x + one.width + APART
    && one.y < other.y + other.height + APART && other.y < one.y + one.height + APART;
}

/** The place nearest to (x, y) where a box lies within the border of the sheet. */
export function within(x, y, box, width, height, border) {
  return {
    x: Math.max(border, Math.min(x, width - border - box.width)),
    y: Math.max(border, Math.min(y, height - border - box.height)),
  };
}
