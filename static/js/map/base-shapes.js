// The features of the base map in pieces to draw: near things of one look together, with the box they lie in.
//
// A piece's Path2D is made when it is first drawn. Boxes are [west, north, east, south] in the map's local grid.

import { WORLD } from "./base-file.js";

const CELL = 2048; // About 190 m: a tile at zoom 17.
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
    boundary: single(base.boundary, null, areaPath),
    grounds: each(base.grounds, (f) => ({ kind: base.grounds.kind[f] })),
    waters: each(base.waters, () => ({})),
    streams: gathered(base.streams, linePath, (f) => (base.streams.width[f] ? { width: base.streams.width[f] } : null)),
    rails: gathered(base.rails, linePath, (f) => ({ kind: base.rails.kind[f], level: side(base.rails.level[f]) })),
    streets: gathered(base.streets, linePath, (f) => ({
      kind: base.streets.kind[f], width: base.streets.width[f], level: side(base.streets.level[f]) })),
    buildings: gathered(base.buildings, areaPath, (f) => ({
      look: look(base.buildings.kind[f]), height: height(base.buildings.levels[f]) })),
    hedges: gathered(base.treeRows, linePath, (f) => (base.treeRows.hedge[f] ? {} : null)),
    trees: [
      ...gathered(base.trees, crownPath(base.trees.radius, metre), () => ({})),
      ...gathered(base.treeRows, rowPath(metre), (f) => (base.treeRows.hedge[f] ? null : {})),
    ],
  };
}

/** Whether two boxes touch. */
export function touch(one, other) {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

/** The box of a feature, wider by `room` on each side. */
export function boxOf(layer, feature, room = 0) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const end = layer.starts[layer.rings[feature + 1]];
  for (let p = layer.starts[layer.rings[feature]]; p < end; p += 1) {
    const x = layer.points[2 * p];
    const y = layer.points[2 * p + 1];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return [box[0] - room, box[1] - room, box[2] + room, box[3] + room];
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

function single(layer, facts, draw) {
  if (!layer.count) return null;
  const all = Array.from({ length: layer.count }, (_, f) => f);
  return piece(layer, all, draw);
}

function each(layer, facts) {
  return Array.from({ length: layer.count }, (_, f) => ({ ...facts(f), ...piece(layer, [f], areaPath) }));
}

function gathered(layer, draw, facts) {
  const groups = new Map();
  for (let f = 0; f < layer.count; f += 1) {
    const shared = facts(f);
    if (!shared) continue;
    const name = Object.values(shared).join("/");
    if (!groups.has(name)) groups.set(name, { ...shared, cells: new Map() });
    const { cells } = groups.get(name);
    const at = 2 * layer.starts[layer.rings[f]];
    const cell = `${Math.floor(layer.points[at] / CELL)}/${Math.floor(layer.points[at + 1] / CELL)}`;
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(f);
  }
  return [...groups.values()].map(({ cells, ...shared }) => ({
    ...shared, pieces: [...cells.values()].map((features) => piece(layer, features, draw)) }));
}

function piece(layer, features, draw) {
  const box = features.map((f) => boxOf(layer, f, 90)).reduce((one, other) => [
    Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]);
  let path = null;
  return {
    box,
    get path() {
      if (!path) {
        path = new Path2D();
        for (const f of features) draw(path, layer, f);
      }
      return path;
    },
  };
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
