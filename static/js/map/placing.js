// Placing names beside markers so that none lies over a marker or over another name. What finds no room is left out.

const SIDES = [
  ["right", 0, 1, 0], ["left", 0, -1, 0], ["below", 0, 0, 1], ["above", 0, 0, -1],
];

/**
 * Which names find room: [{place, side, x, y, width, height}] with x, y the top left of the name.
 *
 * `spots` are [{x, y, reach, width, height}] in the order of who may choose first: the middle of a marker, how far it
 * reaches, and the size of its name; width 0 where it has none. `box` is [left, top, right, bottom], and `lids` are boxes in
 * it that lie over the map. `written` are boxes where something is written already: a name stands there only where no
 * other side of its marker is free.
 */
export function placeNames(spots, box, lids = [], written = [], gap = 6) {
  const taken = new Taken();
  for (const lid of lids) taken.add(lid);
  for (const { x, y, reach } of spots) taken.add([x - reach, y - reach, x + reach, y + reach]);
  const ground = new Taken();
  for (const each of written) ground.add(each);
  const placed = [];
  spots.forEach((spot, place) => {
    if (!spot.width) return;
    let found = null;
    for (const [side, , right, down] of SIDES) {
      const { width, height } = spot;
      const x = spot.x + (right ? right * (spot.reach + gap) - (right < 0 ? width : 0) : -width / 2);
      const y = spot.y + (down ? down * (spot.reach + gap / 2) - (down < 0 ? height : 0) : -height / 2);
      const room = [x, y, x + width, y + height];
      if (outside(room, box) || taken.meets(room)) continue;
      const free = !ground.meets(room);
      if (free || !found) found = { room, name: { place, side, x, y, width, height } };
      if (free) break;
    }
    if (!found) return;
    taken.add(found.room);
    placed.push(found.name);
  });
  return placed;
}

/**
 * The top left [x, y] of a box of [width, height] beside a marker {x, y, reach} that covers as little as can be of what is
 * `around` it, boxes [left, top, right, bottom]; always inside `box` where it fits in there, and clear of its own marker
 * where it can be.
 */
export function besideMarker([width, height], { x, y, reach }, box, around) {
  const own = [x - reach, y - reach, x + reach, y + reach];
  const above = y - reach - height;
  let best = null;
  for (const [left, top] of [
    [x + reach, y - height / 2], [x - reach - width, y - height / 2],
    [x - width / 2, y + reach], [x - width / 2, above],
    [x - reach, y + reach], [x + reach - width, y + reach], [x - reach, above], [x + reach - width, above],
  ]) {
    const west = Math.max(Math.min(left, box[2] - width), box[0]);
    const north = Math.max(Math.min(top, box[3] - height), box[1]);
    const room = [west, north, west + width, north + height];
    const covers = around.reduce((sum, each) => sum + shared(room, each), 4 * shared(room, own));
    if (!best || covers < best.covers) best = { covers, at: [west, north] };
    if (!covers) break;
  }
  return best.at;
}

/** How much two boxes have in common, in square pixels. */
function shared(one, other) {
  return Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0]))
    * Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]));
}

function outside([left, top, right, bottom], box) {
  return left < box[0] || top < box[1] || right > box[2] || bottom > box[3];
}

/** Boxes in a coarse grid. */
class Taken {
  constructor(cell = 64) {
    this.cell = cell;
    this.grid = new Map();
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (this.grid.has(key)) this.grid.get(key).push(box);
      else this.grid.set(key, [box]);
    }
  }

  meets(box) {
    for (const key of this.keys(box)) {
      for (const other of this.grid.get(key) ?? []) {
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return true;
      }
    }
    return false;
  }

  * keys([left, top, right, bottom]) {
    for (let c = Math.floor(left / this.cell); c <= Math.floor(right / this.cell); c += 1) {
      for (let r = Math.floor(top / this.cell); r <= Math.floor(bottom / this.cell); r += 1) yield `${c}/${r}`;
    }
  }
}
