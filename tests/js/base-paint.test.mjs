// Marks are painted in their turns, whatever block they lie in, and only those that are in view.

import assert from "node:assert/strict";
import { test } from "node:test";

import { paintTile } from "../../static/js/map/base-paint.js";

/** A sheet that tells what was done on it: ["fill", colour, points] and ["stroke", colour, width]. */
class Sheet {
  done = [];
  canvas = { width: 256, height: 256 };
  globalAlpha = 1;
  path = [];
  setTransform(...all) { this.transform = all; }
  fillRect() { this.done.push(["paper", this.fillStyle]); }
  setLineDash() {}
  beginPath() { this.path = []; }
  moveTo(x, y) { this.path.push([x, y]); }
  lineTo(x, y) { this.path.push([x, y]); }
  quadraticCurveTo(a, b, x, y) { this.path.push([x, y]); }
  closePath() {}
  fill() { this.done.push(["fill", this.fillStyle, this.path.length, this.globalAlpha]); }
  stroke() { this.done.push(["stroke", this.strokeStyle, this.lineWidth, this.globalAlpha]); }
}

const BRUSH = { fill: -1, line: -1, width: 0, strength: 1, detail: 0, closed: true, smooth: false, holes: false, dashes: [] };
const PAINTS = ["paper", "red", "blue"].map((name) => ({ name, colours: [name, `${name} by night`, ""] }));

/** A block with square marks: [turn, brush, x, y, side]. */
function block(...squares) {
  const marks = { count: squares.length, turns: [], brushes: [], rings: [0], starts: [0], points: [], boxes: [] };
  squares.forEach(([turn, brush, x, y, side], m) => {
    marks.turns.push(turn);
    marks.brushes.push(brush);
    marks.points.push(x, y, x + side, y, x + side, y + side, x, y + side);
    marks.rings.push(m + 1);
    marks.starts.push(4 * (m + 1));
    marks.boxes.push(x, y, x + side, y + side);
  });
  return { box: [-1e6, -1e6, 1e6, 1e6], marks };
}

function painted(drawings, zoom = 20, theme = 0) {
  const sheet = new Sheet();
  const base = { origin: { x: 0, y: 0 }, paints: PAINTS, drawings };
  paintTile(sheet, { zoom, x: 0, y: 0, width: 256, height: 256, scale: 1 }, base, theme);
  return sheet.done;
}

const drawing = (brushes, blocks, more = {}) => ({ start: 0, fine: 0, millimetre: 20, brushes, blocks, ...more });
const RED = { ...BRUSH, fill: 1 };
const BLUE = { ...BRUSH, fill: 2 };

test("the turn decides what lies over what, also between two blocks", () => {
  const done = painted([drawing([RED, BLUE], [block([1, 0, 10, 10, 50], [5, 0, 20, 20, 50]), block([3, 1, 15, 15, 50])])]);
  assert.deepEqual(done.map(([, colour]) => colour), ["paper", "red", "blue", "red"]);
});

test("neighbours of one paint are filled in one go, translucent ones only when they lie apart", () => {
  const opaque = painted([drawing([RED], [block([1, 0, 10, 10, 5], [2, 0, 30, 30, 5])])]);
  assert.deepEqual(opaque.slice(1), [["fill", "red", 8, 1]]);
  const wash = { ...RED, strength: 0.5 };
  const thin = painted([drawing([wash], [block([1, 0, 10, 10, 5], [1, 0, 30, 30, 5], [2, 0, 12, 12, 5])])]);
  assert.deepEqual(thin.slice(1), [["fill", "red", 8, 0.5], ["fill", "red", 4, 0.5]]);
});

test("what is not in view is not painted, but a wide line reaches in", () => {
  const line = { ...BRUSH, line: 2, width: 2 };
  const done = painted([drawing([RED, line], [block([1, 0, 300, 10, 5], [2, 1, 270, 10, 5], [3, 1, 400, 10, 5])])]);
  assert.deepEqual(done.map(([what]) => what), ["paper", "stroke"]);
});

test("a line is never thinner than a pixel of the screen, and gets paler instead", () => {
  const line = { ...BRUSH, line: 1, width: 0.01 };
  const [, [, , width, alpha]] = painted([drawing([line], [block([1, 0, 10, 10, 5])])]);
  assert.equal(width, 1);
  assert.ok(alpha < 0.5 && alpha > 0.3);
});

test("from far away the coarse drawing is shown, from near by the fine one, and small things only there", () => {
  const far = drawing([RED], [block([1, 0, 0, 0, 5])]);
  const near = drawing([BLUE, { ...RED, detail: 2 }], [block([1, 0, 0, 0, 5], [2, 1, 0, 0, 5])], { start: 17 });
  const colours = (zoom) => painted([far, near], zoom).slice(1).map(([, colour]) => colour);
  assert.deepEqual([colours(16), colours(17), colours(19)], [["red"], ["blue"], ["blue", "red"]]);
});

test("by night the same marks have other colours, and a paint without a colour is left out", () => {
  const drawings = [drawing([RED], [block([1, 0, 10, 10, 5])])];
  assert.equal(painted(drawings, 20, 1)[1][1], "red by night");
  assert.equal(painted(drawings, 20, 2).length, 1);
});
