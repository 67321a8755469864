// Widths grow evenly from zoom to zoom, and every kind has a look.

import assert from "node:assert/strict";
import { test } from "node:test";

import { at, GROUNDS, PATHS, RAILS, STREET_NAMES, STREETS } from "../../static/js/map/base-look.js";

test("between two zooms lies a width between two widths", () => {
  assert.equal(at([1, 2, 4], 15, 15), 1);
  assert.equal(at([1, 2, 4], 16.5, 15), 3);
  assert.equal(at([1, 2, 4], 12, 15), 1);
  assert.equal(at([1, 2, 4], 22, 15), 4);
});

test("every kind of street is drawn and can be named", () => {
  const kinds = ["main", "street", "living", "service", "drive", "path", "cycle", "steps"];
  assert.deepEqual([...STREETS, ...PATHS].map(([kind]) => kind).sort(), kinds.sort());
  assert.deepEqual(Object.keys(STREET_NAMES).sort(), kinds.filter((kind) => kind !== "drive").sort());
});

test("every kind of ground and rail has a look", () => {
  assert.equal(Object.keys(GROUNDS).length, 22);
  assert.equal(Object.keys(RAILS).length, 4);
});
