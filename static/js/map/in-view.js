// What is in view: of the points that are shown, those within a window of the map.

import { KINDS } from "./points.js";

/** The numbers of the assets in the window [left, top, right, bottom], 0 … 1 of the world, and how many there are in all. */
export function inView(points, mask, [left, top, right, bottom]) {
  const numbers = new Set();
  let count = 0;
  for (let i = 0; i < points.count; i += 1) {
    const across = points.across[i];
    const down = points.down[i];
    if (!mask[i] || across < left || across > right || down < top || down > bottom) continue;
    if (points.numbers[i]) numbers.add(points.numbers[i]);
    count += points.tallies ? sum(points.tallies.subarray(i * KINDS, i * KINDS + KINDS)) : 1;
  }
  return { numbers, count };
}

/** The corners of all that is shown: [west, south, east, north] as shares of the world, null where nothing is. */
export function cornersOf(points, mask) {
  let box = null;
  for (let i = 0; i < points.count; i += 1) {
    if (!mask[i]) continue;
    const across = points.across[i];
    const down = points.down[i];
    box ??= [across, down, across, down];
    if (across < box[0]) box[0] = across;
    if (down < box[1]) box[1] = down;
    if (across > box[2]) box[2] = across;
    if (down > box[3]) box[3] = down;
  }
  return box;
}

/** How strongly a line between two spots is drawn in the window [left, top, right, bottom]: 1 where it shows both ends,
 * less where it shows one; 0 where a line between places out of view would only cross it. */
export function strengthOf(from, to, [left, top, right, bottom]) {
  const ends = [from, to].filter(([x, y]) => x > left && y > top && x < right && y < bottom).length;
  return [0, 0.4, 1][ends];
}

function sum(counts) {
  let whole = 0;
  for (const count of counts) whole += count;
  return whole;
}
