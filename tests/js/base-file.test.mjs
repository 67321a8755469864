// The browser reads from the drawing's file what Python wrote into it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { marksOf, readBase, unpacked } from "../../static/js/map/base-file.js";
import { WORLD } from "../../static/js/map/base-names.js";

const packed = new Uint8Array(readFileSync(process.env.ASSETMAP_TEST_BASE));
const facts = JSON.parse(readFileSync(process.env.ASSETMAP_TEST_BASE.replace(".bin.gz", ".json"), "utf-8"));
const plain = await unpacked(packed);
const base = readBase(plain);

function position(x, y) {
  const longitude = ((base.origin.x + x) / WORLD) * 360 - 180;
  const latitude = (Math.atan(Math.sinh((1 - (2 * (base.origin.y + y)) / WORLD) * Math.PI)) * 180) / Math.PI;
  return [longitude, latitude];
}

const [first] = base.drawings;
const blocks = first.blocks.map((block) => marksOf(block, first.brushes));
const marks = blocks.flatMap((block) => Array.from({ length: block.count }, (_, m) => {
  const rings = [];
  for (let r = block.rings[m]; r < block.rings[m + 1]; r += 1) {
    rings.push(Array.from(block.points.subarray(2 * block.starts[r], 2 * block.starts[r + 1])));
  }
  return { turn: block.turns[m], brush: first.brushes[block.brushes[m]], rings, box: [...block.boxes.subarray(4 * m, 4 * m + 4)] };
})).sort((one, other) => one.turn - other.turn);

test("the drawing is whole, and says whose streets it was made from", () => {
  assert.equal(base.whole, true);
  assert.equal(base.attribution, facts.attribution);
});

test("streets, waters and places come with their names", () => {
  assert.deepEqual(base.lines.map(({ text, kind }) => [text, kind]).sort(), facts.lines.sort());
  assert.deepEqual(base.spots.map(({ text, kind }) => [text, kind]).sort(), facts.spots.sort());
});

test("a name stands where it belongs, within ten centimetres", () => {
  const [lon, lat] = position(base.lines[0].points[0], base.lines[0].points[1]);
  const [lon2, lat2] = facts.at;
  assert.ok(Math.abs(lon - lon2) < 2e-6 && Math.abs(lat - lat2) < 1e-6);
});

test("every mark comes back in its turn, with its brush", () => {
  assert.deepEqual(marks.map(({ turn }) => turn), facts.marks.map(({ turn }) => turn));
  marks.forEach(({ brush }, i) => {
    const { fill, line, closed, smooth, detail, strength, width } = facts.marks[i];
    const name = (paint) => base.paints[paint]?.name ?? "";
    assert.deepEqual([name(brush.fill), name(brush.line), brush.closed, brush.smooth, brush.detail], [fill, line, closed, smooth, detail]);
    assert.ok(Math.abs(brush.strength - strength) < 0.006 && Math.abs(brush.width - width) < 0.006);
  });
});

test("marks lie where they were drawn", () => {
  marks.forEach(({ rings, box }, i) => {
    const at = rings[0].map((number) => number / 2 ** first.fine);
    const [x, y] = facts.marks[i].first;
    assert.ok(rings[0].some((_, p) => p % 2 === 0 && Math.abs(at[p] - x) < 1 && Math.abs(at[p + 1] - y) < 1));
    const all = rings.flat();
    assert.equal(box[0], Math.min(...all.filter((_, p) => p % 2 === 0)));
    assert.equal(box[3], Math.max(...all.filter((_, p) => p % 2 === 1)));
  });
});

test("a courtyard stays in its block, and houses of one mark are found apart", () => {
  const [court] = marks.filter(({ brush }) => brush.holes);
  assert.equal(court.rings.length, 2);
  assert.equal(marks.filter(({ turn }) => turn === facts.apart).length, 2);
});

test("each paint has a colour by day, by night and in the sun", () => {
  for (const { colours } of base.paints) for (const colour of colours) assert.match(colour, /^(#[0-9a-f]{6})?$/);
  const paper = base.paints.find(({ name }) => name === "paper");
  assert.equal(new Set(paper.colours).size, 3);
});

test("what is not a base map is refused, and what was cut off too", () => {
  assert.throws(() => readBase(new TextEncoder().encode("<!doctype html>")), RangeError);
  for (const end of [4, 40, plain.length - 1]) assert.throws(() => readBase(plain.slice(0, end)), RangeError);
});

test("a block that can't be read stays paper", () => {
  assert.equal(marksOf({ box: [0, 0, 9, 9], bytes: new Uint8Array([200, 1, 3]), marks: null }, first.brushes).count, 0);
});
