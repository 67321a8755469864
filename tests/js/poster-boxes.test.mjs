// Boxes of notes on a sheet: when they lie on each other, and how they stay on the paper.

import assert from "node:assert/strict";
import { test } from "node:test";

import { overlaps, within } from "../../static/js/poster/boxes.js";

const box = (x, y, width = 10, height = 5) => ({ x, y, width, height });

test("notes side by side are apart, with a gap they may be too near", () => {
  assert.equal(overlaps(box(0, 0), box(11, 0)), false);
  assert.equal(overlaps(box(0, 0), box(11, 0), 1.5), true);
  assert.equal(overlaps(box(0, 0), box(9, 4)), true);
});

test("a note stays within the border of the sheet", () => {
  assert.deepEqual(within(-50, 500, box(0, 0), 420, 297, 9), { x: 9, y: 283 });
  assert.deepEqual(within(100, 100, box(0, 0), 420, 297, 9), { x: 100, y: 100 });
});
