// What is chosen decides what is shown, counted and written in the address, in the same way on map and list.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readAddress, writeAddress } from "../../static/js/map/choices.js";
import { choicesFrom, counted, letsThrough, maskOf, nothingChosen, valuesOf } from "../../static/js/map/choices.js";
import { emptyPoints, hasShape, kindOf, precisionOf, stateOf } from "../../static/js/map/points.js";

const CODES = { kinds: { skill: 1, place: 2, network: 3 }, states: { in_use: 1, under_used: 2, dreamt_of: 3, retired: 4 } };
const ROWS = [
  { number: 1, kind: 1, state: 1, tags: ["skills"] },
  { number: 2, kind: 2, state: 2, tags: ["skills", "koken"] },
  { number: 3, kind: 2, state: 4, tags: ["koken"] },
];

function points() {
  const made = emptyPoints(3);
  ROWS.forEach(({ number, kind, state }, i) => {
    made.numbers[i] = number;
    made.what[i] = kind | ((state - 1) << 3);
  });
  return made;
}

const choose = (more) => ({ ...nothingChosen(), ...more });

test("the byte of an asset tells its kind, state, precision and shape", () => {
  const what = 5 | (2 << 3) | (1 << 5) | 128;
  assert.deepEqual([kindOf(what), stateOf(what), precisionOf(what), hasShape(what)], [5, 3, 1, true]);
});

test("with nothing chosen everything is shown but what was here once", () => {
  assert.deepEqual([...maskOf(points(), nothingChosen(), CODES, null)], [1, 1, 0]);
});

test("kinds and states choose, and what was here once comes when it is asked for", () => {
  assert.deepEqual([...maskOf(points(), choose({ kinds: new Set(["place"]) }), CODES, null)], [0, 1, 0]);
  assert.deepEqual([...maskOf(points(), choose({ states: new Set(["retired"]) }), CODES, null)], [0, 0, 1]);
  assert.deepEqual([...maskOf(points(), choose({ kinds: new Set(["dragon"]) }), CODES, null)], [0, 0, 0]);
});

test("a search leaves only what it found", () => {
  assert.deepEqual([...maskOf(points(), nothingChosen(), CODES, new Set([2]))], [0, 1, 0]);
  assert.deepEqual([...maskOf(points(), nothingChosen(), CODES, new Set())], [0, 0, 0]);
});

test("the list lets through what the map shows; of tags all must be there", () => {
  const both = choose({ tags: new Set(["skills", "koken"]) });
  assert.deepEqual(ROWS.filter((row) => letsThrough(row, both, CODES, null)).map(({ number }) => number), [2]);
  assert.deepEqual(ROWS.filter((row) => letsThrough(row, nothingChosen(), CODES, null)).map(({ number }) => number), [1, 2]);
});

test("the number beside a chip says how many there would be", () => {
  const counts = counted(ROWS, choose({ kinds: new Set(["skill"]) }), CODES, null);
  assert.deepEqual(counts.kinds, { 1: 1, 2: 1 });
  assert.deepEqual(counts.states, { 1: 1 });
  assert.deepEqual(counts.tags, { skills: 1 });
});

test("choices go into an address and come back", () => {
  const choices = choose({ words: "café & thee", kinds: new Set(["skill", "place"]), tags: new Set(["koken"]) });
  assert.deepEqual(choicesFrom(valuesOf(choices)), choices);
});

test("a link opens exactly this view again", () => {
  const view = {
    at: { zoom: 17, latitude: 51.99712, longitude: 4.36013 }, asset: 12, choices: choose({ kinds: new Set(["skill"]) }) };
  const address = writeAddress(view, "?audience=public&at=3/0/0&kind=place&q=oud");
  assert.equal(address, "?audience=public&kind=skill&at=17/51.99712/4.36013&asset=12");
  assert.deepEqual(readAddress(address), view);
});

test("an address that nobody understands opens the whole neighbourhood", () => {
  for (const text of ["?at=", "?at=x/y/z", "?at=17/95/4", "?at=17/51.9", "?at=17/51.9/4.3/9", "?at=99/51.9/4.3"]) {
    assert.equal(readAddress(text).at, null, text);
  }
  for (const text of ["?asset=-1", "?asset=1e3", "?asset=<b>", "?asset=0", ""]) assert.equal(readAddress(text).asset, 0, text);
});
