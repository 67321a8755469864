// The pen: outlines, rings and lines that look drawn by a steady hand. Every mark is the same each time it is drawn.

/** A row of chances from 0 to 1 that is the same for the same seed (mulberry32). */
export function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Corners in a square of 2 x 2 around the middle; a third number rounds that corner off.
const SHAPES = {
  square: [[-0.88, -0.88, 0.2], [0.9, -0.86, 0.2], [0.88, 0.9, 0.2], [-0.9, 0.87, 0.2]],
  hexagon: [[-0.52, -0.94, 0.16], [0.54, -0.93, 0.16], [1.06, 0.02, 0.16], [0.53, 0.95, 0.16], [-0.55, 0.93, 0.16],
    [-1.06, -0.01, 0.16]],
  house: [[0.01, -1.12, 0.12], [1.02, -0.3, 0.12], [0.9, -0.24, 0.05], [0.88, 0.92, 0.14], [-0.88, 0.9, 0.14],
    [-0.9, -0.24, 0.05], [-1.02, -0.3, 0.12]],
  diamond: [[0.02, -1.16, 0.2], [1.16, 0.01, 0.2], [-0.01, 1.16, 0.2], [-1.15, -0.02, 0.2]],
  bubble: [[-0.98, -0.84, 0.5], [0.98, -0.86, 0.5], [1, 0.66, 0.5], [0.02, 0.68, 0.06], [-0.36, 1.14, 0.06],
    [-0.4, 0.67, 0.06], [-0.99, 0.66, 0.5]],
  frame: [[-1.02, -0.8, 0.05], [1.03, -0.82, 0.05], [1.01, 0.8, 0.05], [-1.03, 0.82, 0.05]],
};

/** The outline of a marker around 0, 0 as a Path2D: circle, square, hexagon, house, diamond, bubble or frame. */
export function outline(shape, radius, seed = 1) {
  const corners = SHAPES[shape];
  return corners ? cornered(corners, radius, seed) : circle(0, 0, radius, seed);
}

/** A circle as a hand draws one: not quite round, and leaning to one side. */
export function circle(x, y, radius, seed = 1, path = new Path2D()) {
  const chance = chances(seed);
  const lean = chance() * Math.PI;
  path.ellipse(x, y, radius * (1 + 0.02 * chance()), radius * (0.985 - 0.03 * chance()), lean, 0, 2 * Math.PI);
  path.closePath();
  return path;
}

function cornered(corners, radius, seed) {
  const chance = chances(seed);
  const path = new Path2D();
  const at = corners.map(([x, y]) => [
    (x + (chance() - 0.5) * 0.05) * radius, (y + (chance() - 0.5) * 0.05) * radius]);
  corners.forEach(([, , round], i) => {
    const before = at[(i + at.length - 1) % at.length];
    const here = at[i];
    const after = at[(i + 1) % at.length];
    const from = towards(here, before, round * radius);
    const to = towards(here, after, round * radius);
    if (i) path.lineTo(...from);
    else path.moveTo(...from);
    path.quadraticCurveTo(...here, ...to);
  });
  path.closePath();
  return path;
}

function towards([x, y], [toX, toY], length) {
  const whole = Math.hypot(toX - x, toY - y) || 1;
  const share = Math.min(length / whole, 0.5);
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/**
 * A curved line from one place to another, bent to one side as an arm bends: {points: [[x, y], …], middle, turn}.
 * `middle` is halfway along it and `turn` its direction there in radians.
 */
export function arc(from, to, seed = 1, bend = 0.14) {
  const chance = chances(seed);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const side = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? 1 : -1;
  const off = Math.min(length * bend, 90) * side;
  const nx = (to[1] - from[1]) / (length || 1);
  const ny = -(to[0] - from[0]) / (length || 1);
  const control = [(from[0] + to[0]) / 2 + nx * 2 * off, (from[1] + to[1]) / 2 + ny * 2 * off];
  const steps = Math.min(Math.max(8, Math.round(length / 14)), 60);
  const wave = chance() * 6.28;
  const points = [];
  for (let step = 0; step <= steps; step += 1) {
    const t = step / steps;
    const waver = Math.sin(t * length * 0.035 + wave) * 1.1 * Math.sin(t * Math.PI);
    const u = 1 - t;
    points.push([
      u * u * from[0] + 2 * u * t * control[0] + t * t * to[0] + nx * waver,
      u * u * from[1] + 2 * u * t * control[1] + t * t * to[1] + ny * waver]);
  }
  return {
    points, middle: [(from[0] + to[0]) / 4 + control[0] / 2, (from[1] + to[1]) / 4 + control[1] / 2],
    turn: Math.atan2(to[1] - from[1], to[0] - from[0]) };
}

/** A line through places, its corners rounded as a hand rounds them; [[x, y], …]. */
export function smooth(places, closed = false, path = new Path2D()) {
  const last = places.length - 1;
  if (last < 1) return path;
  const half = (i, j) => [(places[i][0] + places[j][0]) / 2, (places[i][1] + places[j][1]) / 2];
  if (closed) {
    path.moveTo(...half(last, 0));
    for (let i = 0; i <= last; i += 1) path.quadraticCurveTo(...places[i], ...half(i, (i + 1) % (last + 1)));
    path.closePath();
    return path;
  }
  path.moveTo(...places[0]);
  for (let i = 1; i < last; i += 1) path.quadraticCurveTo(...places[i], ...half(i, i + 1));
  path.lineTo(...places[last]);
  return path;
}
