// The pack is read as assetmap/packs/points.py writes it; what is no pack or stops too early is refused.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readPack } from "../../static/js/map/pack.js";
import { latitudeOf, longitudeOf } from "../../static/js/map/points.js";

const HEAD = [65, 77, 80, 1];

/** A whole number in groups of seven bits. */
function varint(number) {
  const bytes = [];
  let left = number;
  while (left > 127) {
    bytes.push((left % 128) | 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

const signed = (number) => varint(number < 0 ? -2 * number - 1 : 2 * number);

function packed() {
  return Uint8Array.from([
    ...HEAD, ...varint(300), ...varint(2), 1, 130, ...signed(4360000), ...signed(-25), ...signed(51995000), ...signed(130),
    ...signed(4000), ...signed(-3999)]);
}

test("a pack gives numbers, kinds and positions", async () => {
  const points = await readPack(packed().buffer);
  assert.equal(points.sequence, 300);
  assert.deepEqual([...points.numbers], [4000, 1]);
  assert.deepEqual([...points.what], [1, 130]);
  assert.ok(Math.abs(longitudeOf(points.across[1]) - 4.359975) < 1e-9);
  assert.ok(Math.abs(latitudeOf(points.down[1]) - 51.99513) < 1e-9);
});

test("an empty neighbourhood is a pack of none", async () => {
  assert.equal((await readPack(Uint8Array.from([...HEAD, 1, 0]).buffer)).count, 0);
});

test("what is no pack, another version, or cut in half is refused", async () => {
  for (const bytes of [[], [1, 2, 3, 4], [65, 77, 80, 2, 1, 0], [...HEAD, 1, 127], [...packed().slice(0, 14)]]) {
    await assert.rejects(readPack(Uint8Array.from(bytes).buffer), RangeError, String(bytes));
  }
});

test("a pack that Python made says the same here", { skip: !process.env.ASSETMAP_TEST_PACK }, async () => {
  const { readFileSync } = await import("node:fs");
  const bytes = readFileSync(process.env.ASSETMAP_TEST_PACK);
  const expected = JSON.parse(readFileSync(`${process.env.ASSETMAP_TEST_PACK}.json`, "utf-8"));
  const points = await readPack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const degrees = (value) => Math.round(value * 1e6) / 1e6;
  assert.deepEqual(Array.from(points.numbers, (number, i) => [
    number, points.what[i], degrees(longitudeOf(points.across[i])), degrees(latitudeOf(points.down[i]))]), expected);
});
