// Words without network: the same folding as the server's, rows from its tables, names that never lie over each other.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fan } from "../../static/js/map/fan.js";
import { folded, holds, searchWords } from "../../static/js/map/folding.js";
import { cornersOf, inView, strengthOf } from "../../static/js/map/in-view.js";
import { acrossOf, downOf, latitudeOf, longitudeOf } from "../../static/js/map/points.js";
import { short } from "../../static/js/map/markers.js";
import { emptyPoints } from "../../static/js/map/points.js";
import { besideMarker, placeNames } from "../../static/js/map/placing.js";
import { rowsOf, WordBook } from "../../static/js/map/word-book.js";

const ANSWER = {
  tags: ["skills", "koken"], streets: ["Kade"], languages: ["nl", "ar"],
  assets: [[7, "Café Rüya", 1, 1, [0, 1], 0, 0], [9, "باب مفتوح", 6, 1, [], -1, 1, "Open deur"]],
};

test("accents, capitals and vowel signs do not matter", () => {
  assert.equal(folded("Café"), "cafe");
  assert.equal(folded("İSTANBUL ılık"), "istanbul ilik");
  assert.equal(folded("Straße"), "strasse");
  assert.equal(folded("مُفتوح"), folded("مفتوح"));
  assert.equal(folded("Їжак"), folded("їжак"));
  assert.deepEqual(searchWords("  Soep,  op VRIJDAG! "), ["soep", "op", "vrijdag"]);
});

test("a word is found from its beginning, a long one also inside another", () => {
  assert.ok(holds("praatbankje aan de kade", ["praat", "kad"]));
  assert.ok(holds("praatbankje", ["bankje"]));
  assert.ok(!holds("praatbankje", ["je"]));
});

test("rows come out of the tables of the server", async () => {
  const [cafe, door] = await rowsOf(ANSWER);
  assert.deepEqual(cafe, {
    number: 7, title: "Café Rüya", kind: 1, state: 1, tags: ["skills", "koken"], street: "Kade", language: "nl", also: "" });
  assert.equal(door.language, "ar");
  assert.equal(door.street, "");
});

test("the word book finds titles, tags and streets without the server", async () => {
  const label = (tag) => (tag === "skills" ? "Vaardigheden" : tag);
  const book = new WordBook("/words", async () => ({ json: async () => ANSWER }), label);
  await book.all();
  assert.deepEqual(book.search("cafe ruya"), [7]);
  assert.deepEqual(book.search("kade"), [7]);
  assert.deepEqual(book.search("vaardig"), [7]);
  assert.deepEqual(book.search("باب"), [9]);
  assert.deepEqual(book.search("open deur"), [9], "under the title it was told with too");
  assert.deepEqual(book.search("  "), []);
});

test("after a failure the word book is asked for again", async () => {
  let asked = 0;
  const book = new WordBook("/words", async () => {
    asked += 1;
    if (asked === 1) throw new Error("no network");
    return { json: async () => ANSWER };
  });
  await assert.rejects(book.all());
  await book.all();
  assert.equal(book.rows.length, 2);
});

test("names stand beside their markers and never over a marker or another name", () => {
  const spots = Array.from({ length: 60 }, (_, i) => ({
    x: 60 + (i % 10) * 150, y: 40 + Math.floor(i / 10) * 34, reach: 18, width: 70 + (i % 4) * 20, height: 20 }));
  const placed = placeNames(spots, [0, 0, 1500, 300]);
  assert.ok(placed.length > 10 && placed.length < 60);
  for (const one of placed) {
    for (const other of placed) {
      if (one === other) continue;
      assert.ok(one.x >= other.x + other.width || other.x >= one.x + one.width
        || one.y >= other.y + other.height || other.y >= one.y + one.height);
    }
    for (const { x, y, reach } of spots) {
      assert.ok(one.x >= x + reach || one.x + one.width <= x - reach || one.y >= y + reach || one.y + one.height <= y - reach);
    }
  }
});

test("what stands at one place fans out so that each can be touched", () => {
  for (const count of [2, 5, 9, 10, 30, 80]) {
    const places = fan(count, 17);
    assert.equal(places.length, Math.min(count, 30));
    places.forEach(([x, y], i) => places.slice(i + 1).forEach(([otherX, otherY]) => {
      assert.ok(Math.hypot(x - otherX, y - otherY) > 34, `${count}: ${Math.hypot(x - otherX, y - otherY)}`);
    }));
  }
});

test("the list holds what is in the window, and its corners hold all that is shown", () => {
  const points = emptyPoints(3);
  [[4.35, 51.99], [4.36, 52], [5, 53]].forEach(([longitude, latitude], i) => {
    points.across[i] = acrossOf(longitude);
    points.down[i] = downOf(latitude);
    points.numbers[i] = i + 1;
  });
  const mask = Uint8Array.of(1, 1, 0);
  const window = [acrossOf(4.3), downOf(52.1), acrossOf(4.4), downOf(51.9)];
  assert.deepEqual(inView(points, mask, window), { numbers: new Set([1, 2]), count: 2 });
  const [west, north, east, south] = cornersOf(points, mask);
  const close = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} ${other}`);
  close(longitudeOf(west), 4.35);
  close(longitudeOf(east), 4.36);
  close(latitudeOf(north), 52);
  close(latitudeOf(south), 51.99);
  assert.equal(cornersOf(points, Uint8Array.of(0, 0, 0)), null);
});

test("a crowd of many is told in few signs", () => {
  const told = [1, 999, 1000, 1249, 9999, 10_400, 999_999, 1_000_000, 1_260_000];
  assert.deepEqual(told.map((count) => short(count, "nl")), [
    "1", "999", "1,0k", "1,2k", "9,9k", "10k", "999k", "1,0M", "1,2M"]);
  assert.equal(short(1249, "en"), "1.2k");
});

test("no name stands under what lies over the map, or across its edge", () => {
  const spot = { x: 100, y: 100, reach: 18, width: 90, height: 20 };
  const [free] = placeNames([spot], [0, 0, 400, 400]);
  assert.equal(free.side, "right");
  const [moved] = placeNames([spot], [0, 0, 400, 400], [[150, 60, 260, 140]]);
  assert.notEqual(moved.side, "right");
  const [inside] = placeNames([spot], [0, 0, 200, 400]);
  assert.notEqual(inside.side, "right");
  assert.deepEqual(placeNames([spot], [0, 0, 400, 400], [[0, 0, 400, 400]]), []);
});

test("a name stands beside what the ground has written, and on it rather than nowhere", () => {
  const spot = { x: 100, y: 100, reach: 16, width: 90, height: 20 };
  const street = [150, 60, 260, 140];
  const [moved] = placeNames([spot], [0, 0, 400, 400], [], [street]);
  assert.equal(moved.side, "below");
  const [kept] = placeNames([spot], [0, 0, 400, 400], [[0, 0, 80, 400], [80, 0, 120, 80], [80, 120, 120, 400]], [street]);
  assert.equal(kept.side, "right");
});

test("a connection is drawn where the window shows both its ends, faintly with one, and not at all from out of view", () => {
  const window = [60, 100, 450, 900];
  assert.equal(strengthOf([100, 200], [400, 800], window), 1);
  const one = strengthOf([100, 200], [30, 800], window);
  assert.ok(one > 0 && one < 0.6);
  assert.equal(strengthOf([30, 800], [100, 200], window), one);
  assert.equal(strengthOf([30, 200], [470, 800], window), 0);
});

test("the name of what is chosen leaves the crowds around it free", () => {
  const marker = { x: 200, y: 400, reach: 24 };
  const box = [0, 0, 390, 800];
  const size = [150, 30];
  const crowd = (x, y) => [x - 24, y - 24, x + 24, y + 24];
  assert.deepEqual(besideMarker(size, marker, box, []), [224, 385]);
  assert.deepEqual(besideMarker(size, marker, box, [crowd(270, 400)]), [26, 385]);
  const under = besideMarker(size, marker, box, [crowd(270, 400), crowd(130, 400)]);
  assert.deepEqual(under, [125, 424]);
  const over = besideMarker([360, 30], marker, box, [crowd(270, 450), crowd(130, 450)]);
  assert.ok(over[1] + 30 <= 376 && over[0] >= 0 && over[0] + 360 <= 390);
});

test("without the words of the server titles sort by the numbers in them", async () => {
  const rows = [1043, 108, 9].map((number) => [number, `Bankje ${number}`, 1, 1, [], -1, 0]);
  const book = new WordBook("https://example.org/words", async () => ({ json: async () => ({ ...ANSWER, assets: rows }) }));
  globalThis.location ??= { href: "https://example.org/" };
  assert.deepEqual((await book.some([1043, 108, 9])).map(({ number }) => number), [9, 108, 1043]);
});
