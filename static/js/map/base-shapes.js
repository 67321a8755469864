// The features of the base map in pieces to draw: near things of one look together, with the box they lie in.
//
// A piece's Path2D is made when it is first drawn. Boxes are [west, north, east, south] in the map's local grid.

import { WORLD } from "./base-file.js";

const CELL = 2048; // About 190 m: a tile at zoom 17.
const ROOM = 90; // About 8 m: lines and shadows reach beyond their middle.
const ROW_STEP = 7.5; // Metres between trees in a row.

/** The grid's columns in a metre on the ground, where this base map lies. */
export function gridPerMetre(base) {
  const latitude = Math.atan(Math.sinh((1 - (2 * base.origin.y) / WORLD) * Math.PI));
  return WORLD / (40075016.686 * Math.cos(latitude));
}

/**
 * All layers as pieces: `grounds` and `waters` one by one in their order; `streams`, `rails`, `streets`, `buildings`,
 * `hedges` and `trees` as groups {…what they share, pieces}.
 */
export function pieces(base) {
  const metre = gridPerMetre(base);
  return {
    metre,
    boundary: single(base.boundary, areaPath),
    grounds: each(base.grounds, (f) => ({ kind: base.grounds.kind[f] })),
    waters: each(base.waters, () => ({})),
    streams: gathered(base.streams, linePath, (f) => base.streams.width[f] || null, (f) => ({ width: base.streams.width[f] })),
    rails: gathered(
      base.rails, linePath, (f) => `${base.rails.kind[f]}/${side(base.rails.level[f])}`,
      (f) => ({ kind: base.rails.kind[f], level: side(base.rails.level[f]) })),
    streets: gathered(
      base.streets, linePath,
      (f) => `${base.streets.kind[f]}/${base.streets.width[f]}/${side(base.streets.level[f])}`,
      (f) => ({ kind: base.streets.kind[f], width: base.streets.width[f], level: side(base.streets.level[f]) })),
    buildings: gathered(
      base.buildings, areaPath, (f) => look(base.buildings.kind[f]) + height(base.buildings.levels[f]),
      (f) => ({ look: look(base.buildings.kind[f]), height: height(base.buildings.levels[f]) })),
    hedges: gathered(base.treeRows, linePath, (f) => (base.treeRows.hedge[f] ? 1 : null), () => ({})),
    trees: [
      ...gathered(base.trees, crownPath(base.trees.radius, metre), () => 1, () => ({})),
      ...gathered(base.treeRows, rowPath(metre), (f) => (base.treeRows.hedge[f] ? null : 1), () => ({})),
    ],
  };
}

/** Whether two boxes touch. */
export function touch(one, other) {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

function side(level) {
  return Math.sign(level);
}

/** Small things stay quiet, what is open to all may be seen a little more. */
function look(kind) {
  if (kind === "learning" || kind === "worship" || kind === "care" || kind === "culture") return "open";
  return kind === "small" || kind === "roof" || kind === "glasshouse" ? "small" : "house";
}

/** How far the shadow falls, in metres. */
function height(levels) {
  if (levels < 1.5) return 0.7;
  if (levels < 3.5) return 1.5;
  return levels < 7 ? 2.6 : 4;
}

function single(layer, draw) {
  if (!layer.count) return null;
  const all = Array.from({ length: layer.count }, (_, f) => f);
  return new Piece(layer, all, draw);
}

function each(layer, facts) {
  return Array.from({ length: layer.count }, (_, f) => Object.assign(new Piece(layer, [f], areaPath), facts(f)));
}

/** `keyOf` tells what belongs together (null: nowhere), `facts` what a group shares. */
function gathered(layer, draw, keyOf, facts) {
  const groups = new Map();
  for (let f = 0; f < layer.count; f += 1) {
    const key = keyOf(f);
    if (key === null) continue;
    let group = groups.get(key);
    if (!group) groups.set(key, group = { ...facts(f), cells: new Map() });
    const at = 2 * layer.starts[layer.rings[f]];
    const cell = Math.floor(layer.points[at] / CELL) * 65536 + Math.floor(layer.points[at + 1] / CELL);
    const features = group.cells.get(cell);
    if (features) features.push(f);
    else group.cells.set(cell, [f]);
  }
  return [...groups.values()].map(({ cells, ...shared }) => ({
    ...shared, pieces: Array.from(cells.values(), (features) => new Piece(layer, features, draw)) }));
}

/** Some features of a layer that are drawn at once; `box` has room for the width of their lines. */
class Piece {
  #path = null;
  #draw;

  constructor(layer, features, draw) {
    this.box = boxAround(layer, features);
    this.#draw = (path) => { for (const f of features) draw(path, layer, f); };
  }

  get path() {
    if (!this.#path) this.#draw(this.#path = new Path2D());
    return this.#path;
  }
}

function boxAround(layer, features) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const f of features) {
    const end = 2 * layer.starts[layer.rings[f + 1]];
    for (let p = 2 * layer.starts[layer.rings[f]]; p < end; p += 2) {
      const x = layer.points[p];
      const y = layer.points[p + 1];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
  }
  return [west - ROOM, north - ROOM, east + ROOM, south + ROOM];
}

function areaPath(path, layer, feature) {
  for (let r = layer.rings[feature]; r < layer.rings[feature + 1]; r += 1) {
    trace(path, layer.points, layer.starts[r], layer.starts[r + 1]);
    path.closePath();
  }
}

function linePath(path, layer, feature) {
  trace(path, layer.points, layer.starts[feature], layer.starts[feature + 1]);
}

function trace(path, points, start, end) {
  path.moveTo(points[2 * start], points[2 * start + 1]);
  for (let p = start + 1; p < end; p += 1) path.lineTo(points[2 * p], points[2 * p + 1]);
}

function crownPath(radii, metre) {
  return (path, layer, f) => crown(path, layer.points[2 * f], layer.points[2 * f + 1], radii[f] * metre);
}

function rowPath(metre) {
  return (path, layer, feature) => {
    const step = ROW_STEP * metre;
    let left = step / 2;
    for (let p = layer.starts[feature]; p + 1 < layer.starts[feature + 1]; p += 1) {
      const [x, y] = [layer.points[2 * p], layer.points[2 * p + 1]];
      const [dx, dy] = [layer.points[2 * p + 2] - x, layer.points[2 * p + 3] - y];
      const length = Math.hypot(dx, dy);
      for (; left <= length; left += step) {
        const share = left / length;
        crown(path, x + dx * share, y + dy * share, (2.2 + 0.5 * chance(x + left, y)) * metre);
      }
      left -= length;
    }
  };
}

/** A crown as a hand draws it: round, but not quite. The same spot always gives the same crown. */
function crown(path, x, y, radius) {
  const corners = [];
  for (let i = 0; i < 7; i += 1) {
    const turn = (i / 7) * 2 * Math.PI + chance(x, y);
    const long = radius * (0.88 + 0.24 * chance(x + 31 * i, y - 17 * i));
    corners.push([x + long * Math.cos(turn), y + long * Math.sin(turn)]);
  }
  const between = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  path.moveTo(...between(corners[6], corners[0]));
  for (let i = 0; i < 7; i += 1) path.quadraticCurveTo(...corners[i], ...between(corners[i], corners[(i + 1) % 7]));
  path.closePath();
}

/** A number from 0 to 1 that belongs to a spot. */
function chance(x, y) {
  const mixed = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
}
