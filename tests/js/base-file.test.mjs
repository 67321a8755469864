// The browser reads from the compact file what Python wrote into it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readBase, unpacked, WORLD } from "../../static/js/map/base-file.js";

const packed = new Uint8Array(readFileSync(process.env.ASSETMAP_TEST_BASE));
const facts = JSON.parse(readFileSync(process.env.ASSETMAP_TEST_BASE.replace(".bin.gz", ".json"), "utf-8"));
const plain = await unpacked(packed);
const base = readBase(plain);

const places = (layer) => Array.from({ length: layer.count }, (_, f) => f);
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();
const tenths = (number) => Math.round(number * 10) / 10;

function position(x, y) {
  const longitude = ((base.origin.x + x) / WORLD) * 360 - 180;
  const latitude = (Math.atan(Math.sinh((1 - (2 * (base.origin.y + y)) / WORLD) * Math.PI)) * 180) / Math.PI;
  return [longitude, latitude];
}

test("streets have their kind, name, width and level", () => {
  const { kind, name, width, level } = base.streets;
  const read = places(base.streets).map((f) => [kind[f], name[f], tenths(width[f]), level[f]]);
  assert.deepEqual(sorted(read), sorted(facts.streets));
});

test("buildings have their kind, floors and courtyards", () => {
  const { kind, levels, rings } = base.buildings;
  const read = places(base.buildings).map((f) => [kind[f], tenths(levels[f]), rings[f + 1] - rings[f] - 1]);
  assert.deepEqual(sorted(read), sorted(facts.buildings));
});

test("grounds come in the order they are drawn in", () => {
  assert.deepEqual(base.grounds.kind, facts.grounds);
});

test("trees stand where they stand, within ten centimetres", () => {
  const read = places(base.trees).map((f) => position(base.trees.points[2 * f], base.trees.points[2 * f + 1]));
  for (const [longitude, latitude] of facts.trees) {
    assert.ok(read.some(([x, y]) => Math.abs(x - longitude) < 1.5e-6 && Math.abs(y - latitude) < 1e-6));
  }
});

test("the boundary lies where it lies", () => {
  const xs = [];
  const ys = [];
  for (let p = 0; p < base.boundary.points.length; p += 2) {
    const [x, y] = position(base.boundary.points[p], base.boundary.points[p + 1]);
    xs.push(x);
    ys.push(y);
  }
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  bounds.forEach((side, i) => assert.ok(Math.abs(side - facts.bounds[i]) < 2e-6));
});

test("names, margin and source are in it", () => {
  assert.deepEqual(places(base.names).map((f) => [base.names.name[f], base.names.kind[f]]), facts.names);
  assert.equal(base.margin, facts.margin);
  assert.equal(base.attribution, facts.attribution);
});

test("bytes that were unpacked on the way are read as well", async () => {
  assert.deepEqual(await unpacked(plain), plain);
});

test("anything else is refused, whole or cut off", () => {
  assert.throws(() => readBase(new TextEncoder().encode("<!doctype html>")), RangeError);
  assert.throws(() => readBase(Uint8Array.from([65, 66, 77, 9, 0])), RangeError);
  for (const share of [0.1, 0.5, 0.9]) {
    assert.throws(() => readBase(plain.subarray(0, Math.floor(plain.length * share))), RangeError);
  }
});
