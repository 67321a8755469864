// What stands too near each other is drawn together, nothing is lost, and nobody is counted twice.

import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, crowd, elbowRoom, membersOf } from "../../static/js/map/crowding.js";
import { chances } from "../../static/js/map/pen.js";
import { emptyPoints, pointsOfView } from "../../static/js/map/points.js";

const ZOOM = 16;
const SIZE = 256 * 2 ** ZOOM;
const WHOLE = [0, 0, SIZE, SIZE];

/** Points at these pixels of the world, all of one kind. */
function at(places, kind = 2) {
  const points = emptyPoints(places.length);
  places.forEach(([x, y], i) => {
    points.across[i] = x / SIZE;
    points.down[i] = y / SIZE;
    points.what[i] = kind;
    points.numbers[i] = i + 1;
  });
  return points;
}

function all(points) {
  return new Uint8Array(points.count).fill(1);
}

test("two assets side by side are one crowd of two", () => {
  const points = at([[1000, 1000], [1010, 1000]]);
  const [spot, ...others] = crowd(points, all(points), SIZE, WHOLE, ZOOM);
  assert.equal(others.length, 0);
  assert.equal(spot.count, 2);
  assert.equal(spot.point, -1);
  assert.deepEqual(membersOf(spot, all(points)), [0, 1]);
  assert.ok(Math.abs(spot.x - 1005) < 0.01);
});

test("two assets apart stand alone", () => {
  const points = at([[1000, 1000], [1000 + elbowRoom(ZOOM) + 1, 1000]]);
  const spots = crowd(points, all(points), SIZE, WHOLE, ZOOM);
  assert.deepEqual(spots.map(({ point }) => point).sort(), [0, 1]);
});

test("from close by, more of them stand alone", () => {
  assert.ok(elbowRoom(19) < elbowRoom(18) && elbowRoom(18) < elbowRoom(15));
});

test("what is filtered out is not counted, nor what lies outside the box", () => {
  const points = at([[1000, 1000], [1010, 1000], [9000, 9000]]);
  const mask = Uint8Array.of(1, 0, 1);
  const spots = crowd(points, mask, SIZE, [0, 0, 5000, 5000], ZOOM);
  assert.deepEqual(spots.map(({ count, point }) => [count, point]), [[1, 0]]);
});

test("of five thousand assets none is lost and no two drawn things lie over each other by much", () => {
  const chance = chances(7);
  const points = at(Array.from({ length: 5000 }, () => [5000 + chance() * 3000, 5000 + chance() * 3000]));
  const spots = crowd(points, all(points), SIZE, WHOLE, ZOOM);
  assert.equal(spots.reduce((sum, { count }) => sum + count, 0), 5000);
  assert.equal(new Set(spots.flatMap((spot) => membersOf(spot, all(points)))).size, 5000);
  for (const spot of spots) assert.equal(spot.kinds.reduce((sum, n) => sum + n, 0), spot.count);
  const near = spots.filter((one) => spots.some((other) =>
    one !== other && Math.hypot(one.anchorX - other.anchorX, one.anchorY - other.anchorY) < elbowRoom(ZOOM)));
  assert.equal(near.length, 0);
});

test("a pack in the order of its cells and the same in any order give the same number of assets", () => {
  const places = Array.from({ length: 400 }, (_, i) => [3000 + (i % 20) * 37, 3000 + Math.floor(i / 20) * 41]);
  const turned = at([...places].reverse());
  const spots = crowd(turned, all(turned), SIZE, WHOLE, ZOOM);
  assert.equal(spots.reduce((sum, { count }) => sum + count, 0), 400);
});

test("crowds from the server count as many as they say, by kind", () => {
  const points = pointsOfView({
    points: [[12, 0b0000010, 4.36, 51.99]], crowds: [[4.37, 52, [5, 0, 0, 0, 0, 0, 1]], [4.37, 52, [0, 2, 0, 0, 0, 0, 0]]] });
  const spots = crowd(points, all(points), SIZE, WHOLE, ZOOM);
  assert.deepEqual(spots.map(({ count }) => count).sort(), [1, 8]);
  const large = spots.find(({ count }) => count === 8);
  assert.deepEqual(large.kinds, [5, 2, 0, 0, 0, 0, 1]);
  assert.equal(spots.find(({ count }) => count === 1).point, 0);
});

test("crowds that overlap are nudged apart; an asset on its own stays where it is", () => {
  const spots = apart([
    { x: 100, y: 100, point: -1 }, { x: 130, y: 100, point: -1 }, { x: 500, y: 100, point: 3 }, { x: 520, y: 100, point: -1 },
  ], () => 20);
  const [one, other, alone, beside] = spots;
  assert.ok(other.x - one.x >= 36 && other.x - one.x <= 60);
  assert.deepEqual([alone.x, alone.y], [500, 100]);
  assert.ok(beside.x > 530);
  assert.ok(spots.every(({ y }) => y === 100));
});
