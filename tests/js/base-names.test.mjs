// Names stand along their streets, upright, apart from each other, and where they stood before.

import assert from "node:assert/strict";
import { test } from "node:test";

import { columnsPerMetre, placeNames } from "../../static/js/map/base-names.js";

const METRE = 10.87; // Columns, in Delft.
const measure = (text) => [...text].length * 45;

/** A base map of streets: [name, [[x, y], …] in metres from the corner of a square kilometre, kind]. */
function town(streets, names = []) {
  const spot = (line) => Int32Array.from(line.flat().map((at) => Math.round(at * METRE)));
  const side = Math.round(1000 * METRE);
  return {
    origin: { x: 137463000, y: 88505000 },
    lines: streets.map(([text, line, kind = "street"]) => ({ text, kind, points: spot(line) })),
    spots: names.map(([text, kind, [x, y], room]) => ({ text, kind, room, x: Math.round(x * METRE), y: Math.round(y * METRE) })),
    edge: [Int32Array.from([0, 0, side, 0, side, side, 0, side])],
  };
}

function placed(base, zoom) {
  const work = placeNames(base, zoom, measure);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const read = (name) => name.glyphs.map((glyph) => glyph.text).join("");

test("a street's name stands on its line and reads from left to right, whichever way the street was drawn", () => {
  for (const line of [[[100, 500], [400, 420]], [[400, 420], [100, 500]]]) {
    const [name] = placed(town([["Lindestraat", line]]), 17);
    const xs = name.glyphs.map((glyph) => glyph.x);
    assert.equal(read(name), "Lindestraat");
    assert.deepEqual(xs, [...xs].sort((a, b) => a - b));
    assert.ok(name.glyphs.every((glyph) => Math.abs(glyph.turn) < Math.PI / 2));
  }
});

test("a street that is too short for its name has none, until it is looked at closer", () => {
  const base = town([["Burgemeester van Leeuwenlaan", [[100, 500], [190, 500]]]]);
  assert.equal(placed(base, 16).length, 0);
  assert.equal(placed(base, 19).length, 1);
});

test("a long street says its name again, but not too soon", () => {
  const names = placed(town([["Kade", [[10, 500], [990, 500]]]]), 18);
  const middles = names.map((name) => name.glyphs[2].x).sort((a, b) => a - b);
  assert.ok(names.length > 2);
  middles.slice(1).forEach((x, i) => assert.ok(x - middles[i] > 300));
});

test("no name runs into another", () => {
  const streets = [];
  for (let i = 0; i < 24; i += 1) {
    streets.push([`Oostwest ${i}`, [[20, 30 + 40 * i], [980, 60 + 40 * i]]]);
    streets.push([`Noordzuid ${i}`, [[30 + 40 * i, 20], [10 + 40 * i, 980]]]);
  }
  for (const zoom of [15, 16, 17, 18]) {
    const names = placed(town(streets), zoom);
    assert.ok(zoom < 16 || names.length > 10);
    const letters = names.flatMap((name, i) => name.glyphs.map((glyph) => [glyph.x, glyph.y, name.size * 0.5, i]));
    for (const [ax, ay, ar, a] of letters) {
      for (const [bx, by, br, b] of letters) assert.ok(a === b || Math.hypot(ax - bx, ay - by) > ar + br);
    }
  }
});

test("what matters more is named first", () => {
  const names = placed(town([["Zijpad", [[100, 500], [190, 500]], "path"], ["Hoofdweg", [[100, 501], [190, 501]], "main"]]), 17);
  assert.deepEqual(names.map(read), ["Hoofdweg"]);
});

test("names stay where they are: the same zoom gives the same places", () => {
  const base = town([["Kade", [[10, 500], [990, 480]]], ["Lindestraat", [[500, 10], [480, 990]]]]);
  assert.deepEqual(placed(base, 17), placed(base, 17));
});

test("a hairpin keeps its name on a straight part", () => {
  const bend = Array.from({ length: 20 }, (_, i) => [300 + 8 * Math.sin((i / 19) * Math.PI), 500 - 8 * Math.cos((i / 19) * Math.PI)]);
  const names = placed(town([["Keerlus", [[100, 492], ...bend, [100, 508]]]]), 18);
  assert.ok(names.length > 0);
  for (const name of names) {
    const turns = name.glyphs.map((glyph) => glyph.turn);
    assert.ok(Math.max(...turns) - Math.min(...turns) < 0.7);
  }
});

test("words whose letters join stay whole", () => {
  const [name] = placed(town([["شارع الزهور", [[100, 500], [600, 480]]]]), 17);
  assert.deepEqual(name.glyphs.map((glyph) => glyph.text), ["شارع الزهور"]);
});

test("accents stay on their letters", () => {
  const [name] = placed(town([["Cafe\u0301laan", [[100, 500], [600, 480]]]]), 17);
  assert.ok(name.glyphs.some((glyph) => glyph.text === "e\u0301"));
});

test("outside the neighbourhood names are faint, and far outside there are none", () => {
  const names = placed(town([
    ["Binnen", [[100, 500], [400, 500]]], ["Rand", [[100, 1060], [400, 1060]]], ["Ver", [[100, 1300], [400, 1300]]]]), 17);
  assert.deepEqual(names.map((name) => [read(name), name.faint]).sort(), [["Binnen", false], ["Rand", true]]);
});

test("a pond has its name in it, in lines that fit, and a puddle has none", () => {
  const base = town([], [["De Grote Vijver van het Zonnepark", "water", [500, 500], 120], ["Plas", "water", [200, 200], 4]]);
  const names = placed(base, 17);
  assert.equal(names.length, 1);
  assert.ok(names[0].glyphs.length > 1);
  assert.equal(names[0].glyphs.map((glyph) => glyph.text).join(" "), "De Grote Vijver van het Zonnepark");
});

test("a metre is eleven columns in Delft", () => {
  assert.ok(Math.abs(columnsPerMetre(town([])) - METRE) < 0.05);
});
