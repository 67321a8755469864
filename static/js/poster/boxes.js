/** Boxes on a sheet in millimetres: {x, y, width, height}, x to the right, y down. */

/** Whether two boxes lie on each other, or nearer than `gap` millimetres. */
export function overlaps(one, other, gap = 0) {
  return one.x < other.x + other.width + gap && other.x < one.x + one.width + gap
    && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap;
}

/** The place nearest to (x, y) where a box lies within the border of the sheet. */
export function within(x, y, box, width, height, border) {
  return {
    x: Math.max(border, Math.min(x, width - border - box.width)),
    y: Math.max(border, Math.min(y, height - border - box.height)),
  };
}
