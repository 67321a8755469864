// Crowding: which points of a view are drawn one by one and which together, so that no marker lies over another.
//
// First, points in the same small square of the screen are one run: a pack stands in the order of its cells, so a
// square's points follow each other and one pass finds them. Then runs that are too near each other join the larger.

import { KINDS } from "./points.js";

const SQUARE = 32; // Pixels: a map tile of 256, halved three times, so squares and the pack's cells share their edges.

const TURNS = 2;
const MAY_OVERLAP = 3; // Pixels.
const MOST_NUDGE = 14; // Pixels in a turn.
const MOST_GROWTH = 30; // Pixels that the ring of a large crowd is wider than a marker.

/** How near, in pixels, markers may stand at a zoom. From close by, only what truly coincides is put together. */
export function elbowRoom(zoom) {
  if (zoom >= 19) return 26;
  return zoom >= 18 ? 36 : 46;
}

/**
 * Spots to draw: [{x, y, count, kinds, point, runs}] in pixels of the world at this zoom. `kinds` counts per kind's code
 * less one, `point` is the place of the one asset or -1, `runs` the points in it as [first, last] pairs.
 * `mask` is 1 for points that are shown; `box` is [left, top, right, bottom] in pixels of the world.
 */
export function crowd(points, mask, size, box, zoom) {
  return join(runsIn(points, mask, size, box), elbowRoom(zoom));
}

/** Nudges crowds that overlap apart, by no more than a few pixels; single assets stay where they are. */
export function apart(spots, reach) {
  const cell = 2 * Math.max(1, ...spots.map(reach));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const grid = new Map();
    for (const spot of spots) {
      const column = Math.floor(spot.x / cell);
      const row = Math.floor(spot.y / cell);
      for (let c = column - 1; c <= column + 1; c += 1) {
        for (let r = row - 1; r <= row + 1; r += 1) {
          for (const other of grid.get(keyOf(c, r)) ?? []) push(spot, other, reach(spot) + reach(other) - MAY_OVERLAP);
        }
      }
      const key = keyOf(column, row);
      if (grid.has(key)) grid.get(key).push(spot);
      else grid.set(key, [spot]);
    }
  }
  return spots;
}

/** The places in `points` of all that is in a spot. */
export function membersOf(spot, mask) {
  const members = [];
  for (const [first, last] of spot.runs) {
    for (let i = first; i <= last; i += 1) if (mask[i]) members.push(i);
  }
  return members;
}

function runsIn(points, mask, size, [left, top, right, bottom]) {
  const { across, down, what, tallies } = points;
  const runs = [];
  let run = null;
  let column = NaN;
  let row = NaN;
  for (let i = 0; i < points.count; i += 1) {
    if (!mask[i]) continue;
    const x = across[i] * size;
    const y = down[i] * size;
    if (x < left || x > right || y < top || y > bottom) continue;
    const thisColumn = Math.floor(x / SQUARE);
    const thisRow = Math.floor(y / SQUARE);
    if (thisColumn !== column || thisRow !== row) {
      const square = keyOf(thisRow, thisColumn);
      run = { x: 0, y: 0, count: 0, kinds: new Array(KINDS).fill(0), point: i, runs: [[i, i]], square };
      runs.push(run);
      column = thisColumn;
      row = thisRow;
    }
    let weight = 1;
    if (tallies) {
      weight = 0;
      for (let k = 0; k < KINDS; k += 1) {
        run.kinds[k] += tallies[i * KINDS + k];
        weight += tallies[i * KINDS + k];
      }
    } else {
      run.kinds[(what[i] & 7) - 1] += 1;
    }
    run.x += x * weight;
    run.y += y * weight;
    run.count += weight;
    run.runs[0][1] = i;
  }
  for (const each of runs) {
    each.x /= each.count;
    each.y /= each.count;
    if (each.count > 1) each.point = -1;
  }
  return runs;
}

/** The largest first, of equal ones the more northern; each takes in what stands nearer than `room`. */
function join(runs, room) {
  const cell = room + MOST_GROWTH;
  const grid = new Map();
  const spots = [];
  for (const run of runs.sort((one, other) => other.count - one.count || one.square - other.square)) {
    const near = nearest(grid, run, room, cell);
    if (near) {
      absorb(near, run);
      continue;
    }
    spots.push(run);
    run.anchorX = run.x;
    run.anchorY = run.y;
    const key = keyOf(Math.floor(run.x / cell), Math.floor(run.y / cell));
    if (grid.has(key)) grid.get(key).push(run);
    else grid.set(key, [run]);
  }
  return spots;
}

function nearest(grid, run, room, cell) {
  const column = Math.floor(run.x / cell);
  const row = Math.floor(run.y / cell);
  let found = null;
  let least = Infinity;
  for (let c = column - 1; c <= column + 1; c += 1) {
    for (let r = row - 1; r <= row + 1; r += 1) {
      for (const spot of grid.get(keyOf(c, r)) ?? []) {
        const away = Math.hypot(spot.anchorX - run.x, spot.anchorY - run.y);
        if (away < least && away < room + growth(spot.count)) {
          least = away;
          found = spot;
        }
      }
    }
  }
  return found;
}

function push(one, other, room) {
  const x = other.x - one.x;
  const y = other.y - one.y;
  const away = Math.hypot(x, y) || 1;
  const overlap = Math.min(room - away, MOST_NUDGE);
  if (overlap <= 0) return;
  const moves = [one, other].filter(({ point }) => point < 0);
  for (const spot of moves) {
    const way = ((spot === one ? -1 : 1) * overlap) / moves.length / away;
    spot.x += x * way;
    spot.y += y * way;
  }
}

function growth(count) {
  return Math.min(MOST_GROWTH, 4.4 * Math.log2(count));
}

function absorb(spot, run) {
  const whole = spot.count + run.count;
  spot.x += ((run.x - spot.x) * run.count) / whole;
  spot.y += ((run.y - spot.y) * run.count) / whole;
  spot.count = whole;
  spot.point = -1;
  for (let k = 0; k < KINDS; k += 1) spot.kinds[k] += run.kinds[k];
  spot.runs.push(...run.runs);
}

function keyOf(column, row) {
  return column * 67108864 + row;
}
