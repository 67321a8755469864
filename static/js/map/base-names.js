// Where the names stand: along their streets, on their squares and waters, once for each zoom and for the whole
// neighbourhood, so that a name stays where it is while the map moves and never runs into another.

import { at, LINE_NAMES, SPOT_NAMES } from "./base-look.js";

export const WORLD = 2 ** 28; // Columns of the web-mercator square, see base-file.js.

const AGAIN = 520; // CSS pixels between two of the same name on one street.
const SHARPEST = 0.42; // Radians that two letters next to each other may differ.
const MOST_BENT = 1.5; // Radians from the first letter to the last.
const STRAIGHT = 0.05; // Radians all together: no need to look for better.
const OUTSIDE = 110; // Metres outside the boundary beyond which no name stands.

// Letters of these scripts may stand apart; words of any other (Arabic, Devanagari, Thai …) stay whole.
const APART = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;
const RIGHT_TO_LEFT = /\p{Script=Hebrew}/u;

/**
 * The names for one zoom: [{glyphs: [{text, x, y, turn}], spots: [[x, y, radius]], size, colour, halo, faint, box}], places
 * in CSS pixels from the base map's origin. `measure(text)` gives a width for letters of 100 pixels.
 *
 * A generator that rests after every name and returns them all at the end: whoever asks decides how long it may
 * work at a stretch.
 */
export function* placeNames(base, zoom, measure) {
  const scale = 2 ** (zoom - 20);
  const metre = columnsPerMetre(base);
  const edge = new Edge(base.edge, scale, OUTSIDE * metre * scale);
  const taken = new Taken();
  const placed = [];
  const asked = wishes(base, metre, zoom, scale);
  yield;
  for (const wish of asked) {
    placed.push(...(wish.line ? alongLine(wish, measure, taken, edge) : onSpot(wish, measure, taken, edge)));
    yield;
  }
  return placed;
}

/** Paints those names that touch the tile: [left, top, width, height] in CSS pixels from the origin. */
export function paintNames(context, names, colours, [left, top, width, height]) {
  const tile = [left, top, left + width, top + height];
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const name of names) {
    if (name.box[0] > tile[2] || name.box[2] < tile[0] || name.box[1] > tile[3] || name.box[3] < tile[1]) continue;
    context.font = `${name.size}px ${colours.hand}`;
    context.strokeStyle = colours[name.halo];
    context.fillStyle = colours[name.colour];
    context.lineWidth = name.size * 0.24;
    for (const faint of [true, false]) {
      context.globalAlpha = name.faint ? 0.5 : faint ? 0.85 : 1;
      for (const glyph of name.glyphs) letter(context, glyph, glyph.x - left, glyph.y - top, name.size, faint);
    }
  }
  context.globalAlpha = 1;
}

function letter(context, glyph, x, y, size, halo) {
  const turned = glyph.turn !== 0;
  if (turned) {
    context.save();
    context.translate(x, y);
    context.rotate(glyph.turn);
  }
  const [dx, dy] = turned ? [0, size * 0.32] : [x, y + size * 0.32];
  if (halo) context.strokeText(glyph.text, dx, dy);
  else context.fillText(glyph.text, dx, dy);
  if (turned) context.restore();
}

/** The columns of the web-mercator square in a metre on the ground, where this base map lies. */
export function columnsPerMetre({ origin }) {
  const latitude = Math.atan(Math.sinh((1 - (2 * origin.y) / WORLD) * Math.PI));
  return WORLD / (40075016.686 * Math.cos(latitude));
}

/** Everything that would like its name on the map, what matters most first. */
function wishes(base, metre, zoom, scale) {
  const found = [];
  for (const { text, kind, points } of base.lines) {
    const look = LINE_NAMES[kind];
    if (!look || zoom < look.from) continue;
    const line = measured(points, scale);
    found.push({
      text, line, length: lengthOf(line), size: at(look.size, zoom, 15), first: look.first, colour: look.colour ?? "ink",
      halo: kind === "stream" ? "water" : "paper" });
  }
  for (const { text, kind, room: metres, x, y } of base.spots) {
    const look = SPOT_NAMES[kind];
    const room = metres * metre * scale;
    if (!look || zoom < look.from || room < look.room) continue;
    found.push({
      text, x: x * scale, y: y * scale, room, length: room, size: at(look.size, zoom, 15), first: look.first,
      colour: look.colour, halo: kind === "water" ? "water" : "paper" });
  }
  return found.sort((one, other) => one.first - other.first || other.length - one.length || (one.text < other.text ? -1 : 1));
}

function alongLine(wish, measure, taken, edge) {
  const glyphs = letters(wish.text, measure);
  if ((glyphs.width / 100) * wish.size * 0.88 > wish.length) return [];
  const copies = Math.max(1, Math.floor(wish.length / AGAIN));
  const placed = [];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const size of [wish.size, wish.size * 0.88]) {
      const width = glyphs.width * (size / 100);
      const from = (copy / copies) * wish.length + width / 2 + size * 0.3;
      const to = ((copy + 1) / copies) * wish.length - width / 2 - size * 0.3;
      const best = from <= to && bestOn(wish, wish.line, glyphs, size, from, to, taken, edge);
      if (!best) continue;
      taken.take(best.spots, wish.text);
      placed.push(best);
      break;
    }
  }
  return placed;
}

/** The straightest free stretch with its middle between two places on the line; the middle wins among equals. */
function bestOn(wish, line, glyphs, size, from, to, taken, edge) {
  let best = null;
  const tries = from === to ? 1 : 9;
  for (let i = 0; i < tries; i += 1) {
    // 0, 1, -1, 2, -2 …: from the middle outwards.
    const step = (i % 2 ? 1 : -1) * Math.ceil(i / 2);
    const middle = (from + to) / 2 + (step / 8) * (to - from);
    const stretch = lettersOn(line, glyphs, size, middle);
    if (!stretch || (best && stretch.bent + Math.abs(step) * 0.04 >= best.cost)) continue;
    if (taken.any(stretch.spots, wish.text)) continue;
    const away = edge.away(stretch.spots[stretch.spots.length >> 1]);
    if (away > edge.most) continue;
    best = {
      glyphs: stretch.glyphs, spots: stretch.spots, cost: stretch.bent + Math.abs(step) * 0.04, size,
      colour: wish.colour, halo: wish.halo, faint: away > 0, box: boxAround(stretch.spots) };
    if (best.cost < STRAIGHT) break;
  }
  return best;
}

/** Each letter at its place on the line, upright for the reader; null where the line bends too much for letters. */
function lettersOn(line, glyphs, size, middle) {
  const width = glyphs.width * (size / 100);
  const start = pointOn(line, middle - width / 2);
  const end = pointOn(line, middle + width / 2);
  const backwards = end.x < start.x;
  const out = [];
  const spots = [];
  let bent = 0;
  let [before, first, least, most] = [null, 0, 0, 0];
  for (const glyph of glyphs) {
    const along = (glyph.middle * size) / 100 - width / 2;
    const place = middle + (backwards ? -along : along);
    const half = Math.max((glyph.width * size) / 200, size * 0.45);
    const [a, b] = [pointOn(line, place - half), pointOn(line, place + half)];
    const turn = backwards ? Math.atan2(a.y - b.y, a.x - b.x) : Math.atan2(b.y - a.y, b.x - a.x);
    const here = pointOn(line, place);
    const [x, y] = [(here.x * 2 + a.x + b.x) / 4, (here.y * 2 + a.y + b.y) / 4];
    if (before === null) first = turn;
    else {
      const more = Math.abs(between(turn, before));
      if (more > SHARPEST) return null;
      bent += more;
    }
    before = turn;
    const off = between(turn, first);
    least = Math.min(least, off);
    most = Math.max(most, off);
    if (most - least > MOST_BENT) return null;
    const lean = glyphs.whole ? 0 : (((glyph.text.codePointAt(0) * 37 + out.length * 61) % 7) - 3) * 0.006;
    out.push({ text: glyph.text, x, y, turn: turn + lean });
    if (glyphs.whole) spots.push(...row(x, y, turn, width, size));
    else if (glyph.text !== " ") spots.push([x, y, size * 0.62]);
  }
  return spots.length ? { glyphs: out, spots, bent } : null;
}

/** A name that lies flat, in one to three lines around its spot. */
function onSpot(wish, measure, taken, edge) {
  const { size } = wish;
  const width = (text) => (measure(text) * size) / 100;
  const lines = wrapped(wish.text, Math.max(wish.room * 1.25, 60), width);
  if (lines.length > 3 || Math.max(...lines.map(width)) > wish.room * 1.7) return [];
  const glyphs = lines.map((text, i) => ({
    text, x: wish.x, y: wish.y + (i - (lines.length - 1) / 2) * size * 1.05, turn: 0 }));
  const spots = glyphs.flatMap((glyph) => row(glyph.x, glyph.y, 0, width(glyph.text), size));
  const away = edge.away([wish.x, wish.y]);
  if (away > edge.most || taken.any(spots, wish.text)) return [];
  taken.take(spots, wish.text);
  return [{ glyphs, spots, size, colour: wish.colour, halo: wish.halo, faint: away > 0, box: boxAround(spots) }];
}

/** Pieces of a name with their widths at 100 pixels; one piece where its script joins its letters. */
function letters(text, measure) {
  const whole = !APART.test(text);
  let parts = whole ? [text] : graphemes(text);
  if (!whole && RIGHT_TO_LEFT.test(text)) parts = parts.reverse();
  let width = 0;
  const glyphs = parts.map((part) => {
    const wide = measure(part);
    const glyph = { text: part, middle: width + wide / 2, width: wide };
    width += wide;
    return glyph;
  });
  return Object.assign(glyphs, { width, whole });
}

/** What a reader calls letters. Nearly all names are plain, and need no dictionary for that. */
function graphemes(text) {
  if (!/\p{M}|\u200d/u.test(text) || !Intl.Segmenter) return Array.from(text);
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

let segmenter = null;

function wrapped(text, most, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A line in CSS pixels: [{x, y, along}]. */
function measured(points, scale) {
  const line = [];
  for (let p = 0; p < points.length; p += 2) {
    const before = line[line.length - 1];
    const here = { x: points[p] * scale, y: points[p + 1] * scale, along: 0 };
    if (before) here.along = before.along + Math.hypot(here.x - before.x, here.y - before.y);
    line.push(here);
  }
  return line;
}

function lengthOf(line) {
  return line[line.length - 1].along;
}

/** The point so far along a line; beyond its ends, straight on. */
function pointOn(line, along) {
  let low = 0;
  let high = line.length - 1;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (line[half].along <= along) low = half;
    else high = half;
  }
  const [a, b] = [line[low], line[high]];
  const share = (along - a.along) / (b.along - a.along || 1);
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The difference of two directions, from -π to π. */
function between(one, other) {
  let off = one - other;
  while (off > Math.PI) off -= 2 * Math.PI;
  while (off < -Math.PI) off += 2 * Math.PI;
  return off;
}

/** Round spots that cover a straight text around x, y. */
function row(x, y, turn, width, size) {
  const count = Math.max(1, Math.round(width / size));
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width;
    return [x + along * Math.cos(turn), y + along * Math.sin(turn), size * 0.7];
  });
}

function boxAround(spots) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, radius] of spots) {
    const room = radius * 1.6;
    box[0] = Math.min(box[0], x - room);
    box[1] = Math.min(box[1], y - room);
    box[2] = Math.max(box[2], x + room);
    box[3] = Math.max(box[3], y + room);
  }
  return box;
}

/** The spots that letters stand on already. */
class Taken {
  constructor() {
    this.cells = new Map();
    this.middles = new Map();
  }

  take(spots, text) {
    for (const spot of spots) {
      for (const cell of cellsOf(spot)) {
        if (!this.cells.has(cell)) this.cells.set(cell, []);
        this.cells.get(cell).push(spot);
      }
    }
    if (!this.middles.has(text)) this.middles.set(text, []);
    this.middles.get(text).push(spots[spots.length >> 1]);
  }

  any(spots, text) {
    const [x, y] = spots[spots.length >> 1];
    const near = (this.middles.get(text) ?? []).some((other) => Math.hypot(other[0] - x, other[1] - y) < AGAIN * 0.6);
    return near || spots.some((spot) => cellsOf(spot).some((cell) => (this.cells.get(cell) ?? []).some(
      (other) => Math.hypot(other[0] - spot[0], other[1] - spot[1]) < other[2] + spot[2])));
  }
}

const CELL = 48;

function cellsOf([x, y, radius]) {
  const cells = [];
  for (let i = Math.floor((x - radius) / CELL); i <= Math.floor((x + radius) / CELL); i += 1) {
    for (let j = Math.floor((y - radius) / CELL); j <= Math.floor((y + radius) / CELL); j += 1) cells.push(i * 65536 + j);
  }
  return cells;
}

/** How far outside the boundary a spot lies. */
class Edge {
  constructor(rings, scale, most) {
    this.most = rings.length ? most : Infinity;
    this.rings = rings.map((points) => measured(points, scale));
  }

  /** 0 inside, else the distance to the nearest edge. */
  away([x, y]) {
    let inside = !this.rings.length;
    let nearest = Infinity;
    for (const ring of this.rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [{ x: ax, y: ay }, { x: bx, y: by }] = [ring[j], ring[i]];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
        const long = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
        const share = Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long, 0), 1);
        nearest = Math.min(nearest, Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y));
      }
    }
    return inside ? 0 : nearest;
  }
}
