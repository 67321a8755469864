// Letters grow evenly from zoom to zoom, and every kind of name has a look.

import assert from "node:assert/strict";
import { test } from "node:test";

import { at, DETAIL, LINE_NAMES, SPOT_NAMES } from "../../static/js/map/base-look.js";

test("between two zooms lies a size between two sizes", () => {
  assert.equal(at([1, 2, 4], 15, 15), 1);
  assert.equal(at([1, 2, 4], 16.5, 15), 3);
  assert.equal(at([1, 2, 4], 12, 15), 1);
  assert.equal(at([1, 2, 4], 22, 15), 4);
});

test("every kind of line has a name's look, and every kind of spot but the neighbourhood itself", () => {
  const kinds = ["main", "street", "living", "cycle", "path", "service", "steps", "stream"];
  assert.deepEqual(Object.keys(LINE_NAMES).sort(), kinds.sort());
  assert.deepEqual(Object.keys(SPOT_NAMES).sort(), ["building", "green", "place", "square", "water"]);
});

test("what one sees at the front door one does not see from a street away", () => {
  assert.deepEqual([...DETAIL].sort((a, b) => a - b), DETAIL);
});
