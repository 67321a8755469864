// What is near and looks alike is drawn together, and everything is drawn once.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

globalThis.Path2D = class {
  starts = 0;
  closed = 0;
  moveTo() { this.starts += 1; }
  lineTo() {}
  quadraticCurveTo() {}
  closePath() { this.closed += 1; }
};

const { readBase, unpacked } = await import("../../static/js/map/base-file.js");
const { gridPerMetre, pieces, touch } = await import("../../static/js/map/base-shapes.js");

const base = readBase(await unpacked(new Uint8Array(readFileSync(process.env.ASSETMAP_TEST_BASE))));
const drawn = pieces(base);
const count = (groups, what) => groups.flatMap((group) => group.pieces).reduce((sum, piece) => sum + piece.path[what], 0);

test("a metre is eleven columns in Delft", () => {
  assert.ok(Math.abs(gridPerMetre(base) - 10.87) < 0.02);
});

test("every building is drawn once, with its courtyards", () => {
  assert.equal(count(drawn.buildings, "closed"), base.buildings.rings[base.buildings.count]);
});

test("every street is drawn once, in the group of its kind, width and level", () => {
  assert.equal(count(drawn.streets, "starts"), base.streets.count);
  const bridges = drawn.streets.filter((group) => group.level > 0);
  assert.deepEqual(bridges.map((group) => group.kind), ["street"]);
});

test("what keeps only a name of the canal is not drawn as water", () => {
  assert.ok(drawn.streams.every((group) => group.width > 0));
});

test("trees stand alone and in rows, hedges apart", () => {
  assert.ok(count(drawn.trees, "closed") > base.trees.count + 5);
  assert.equal(count(drawn.hedges, "starts"), 1);
});

test("a piece lies inside its box", () => {
  const { points, starts, rings } = base.grounds;
  drawn.grounds.forEach((ground, f) => {
    for (let p = starts[rings[f]]; p < starts[rings[f + 1]]; p += 1) {
      const spot = [points[2 * p], points[2 * p + 1], points[2 * p], points[2 * p + 1]];
      assert.ok(touch(ground.box, spot));
    }
  });
});

test("boxes touch or they do not", () => {
  assert.ok(touch([0, 0, 2, 2], [2, 2, 3, 3]));
  assert.ok(!touch([0, 0, 2, 2], [2.1, 0, 3, 3]));
});
