// The drawn base map's compact file, fetched and read: what assetmap/drawing/ink_file.py wrote.
//
// Points are whole steps east and south of `origin`, in a web-mercator square of 2**28 columns a side: at zoom 20 a column
// is one pixel. Names have one step in a column, a drawing 2**fine.

const VERSION = 1;

// The tables of assetmap/drawing/ink_names.py and street_data.py.
const LINES = ["main", "street", "living", "cycle", "path", "service", "steps", "stream"];
const SPOTS = ["neighbourhood", "square", "green", "water", "building", "place"];

const NO_MARKS = { count: 0 };

/** The drawing behind a URL. Throws where the server can't be reached, refuses, or sends something else. */
export async function fetchBase(url) {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the base map answered ${answer.status}`);
  return readBase(await unpacked(new Uint8Array(await answer.arrayBuffer())));
}

/** The bytes themselves, or what is gzipped in them: servers and offline stores may have unpacked it already. */
export async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/**
 * {whole, origin, attribution, paints, edge, lines, spots, drawings}.
 *
 * `paints`: [{name, colours: [by day, by night, in the sun]}]; `edge`: the boundary's rings; `lines`: [{text, kind,
 * points}]; `spots`: [{text, kind, room, x, y}]. A drawing is {start, fine, millimetre (in columns), brushes, blocks};
 * what is in a block `marksOf` tells. Points are [x, y, x, y …]. Throws RangeError where the bytes are no base map.
 */
export function readBase(bytes) {
  if (bytes[0] !== 65 || bytes[1] !== 77 || bytes[2] !== 73 || bytes[3] !== VERSION) {
    throw new RangeError("not a base map of this version");
  }
  const read = new Numbers(bytes, 4);
  const base = { whole: read.one() === 1, origin: { x: read.one(), y: read.one() }, attribution: read.text() };
  base.paints = read.each(() => ({ name: read.text(), colours: [read.text(), read.text(), read.text()] }));
  base.edge = read.lines(read.many(read.one()));
  const words = read.each(() => read.text());
  base.lines = readLines(read, words);
  base.spots = readSpots(read, words);
  base.drawings = read.each(() => readHead(read));
  for (const drawing of base.drawings) for (const block of drawing.blocks) block.bytes = read.part(block.length);
  return base;
}

/**
 * The marks of a block, read when they are first asked for: {count, turns, brushes, rings, starts, points, boxes}. Mark m
 * has the rings rings[m] to rings[m + 1], ring r the points starts[r] to starts[r + 1], and lies in the box at 4 * m.
 */
export function marksOf(block, brushes) {
  block.marks ??= readMarks(block, brushes);
  return block.marks;
}

function readLines(read, words) {
  const count = read.one();
  const [kinds, texts] = [read.many(count), read.many(count)];
  return read.lines(read.many(count)).map((points, i) => ({ text: words[texts[i]], kind: LINES[kinds[i]], points }));
}

function readSpots(read, words) {
  const count = read.one();
  const [kinds, texts, rooms] = [read.many(count), read.many(count), read.many(count)];
  const at = read.steps(count);
  return Array.from(kinds, (kind, i) => ({
    text: words[texts[i]], kind: SPOTS[kind], room: rooms[i] / 10, x: at[2 * i], y: at[2 * i + 1] }));
}

function readHead(read) {
  return {
    start: read.one(), fine: read.signed(), millimetre: read.one() / 1000,
    brushes: read.each(() => {
      const [fill, line, width, strength, detail, flags] = read.many(6);
      return {
        fill: fill - 1, line: line - 1, width: width / 1000, strength: strength / 100, detail, closed: (flags & 1) > 0,
        smooth: (flags & 2) > 0, holes: (flags & 4) > 0, dashes: Array.from(read.many(read.one()), (dash) => dash / 1000) };
    }),
    blocks: read.each(() => {
      const [left, top] = [read.signed(), read.signed()];
      return { box: [left, top, left + read.one(), top + read.one()], length: read.one(), bytes: null, marks: null };
    }),
  };
}

function readMarks(block, brushes) {
  try {
    const read = new Numbers(block.bytes, 0);
    const count = read.one();
    const turns = read.many(count);
    for (let m = 0, turn = 0; m < count; m += 1) turns[m] = turn += (turns[m] >>> 1) ^ -(turns[m] & 1);
    const marks = { count, turns, brushes: read.many(count), rings: new Uint32Array(count + 1) };
    for (let m = 0; m < count; m += 1) {
      marks.rings[m + 1] = marks.rings[m] + (brushes[marks.brushes[m]].holes ? read.one() : 1);
    }
    marks.starts = sums(read.many(marks.rings[count]));
    marks.points = read.steps(marks.starts[marks.rings[count]], block.box[0], block.box[1]);
    marks.boxes = boxes(marks);
    block.bytes = null;
    return marks;
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    return NO_MARKS; // A piece that can't be read stays paper.
  }
}

function boxes({ count, rings, starts, points }) {
  const out = new Int32Array(4 * count);
  for (let m = 0; m < count; m += 1) {
    const end = 2 * starts[rings[m + 1]];
    let p = 2 * starts[rings[m]];
    let [west, north] = [points[p], points[p + 1]];
    let [east, south] = [west, north];
    for (p += 2; p < end; p += 2) {
      const [x, y] = [points[p], points[p + 1]];
      if (x < west) west = x;
      else if (x > east) east = x;
      if (y < north) north = y;
      else if (y > south) south = y;
    }
    out[4 * m] = west;
    out[4 * m + 1] = north;
    out[4 * m + 2] = east;
    out[4 * m + 3] = south;
  }
  return out;
}

/** 0, then after each number the sum so far. */
function sums(numbers) {
  const out = new Uint32Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i += 1) out[i + 1] = out[i] + numbers[i];
  return out;
}

class Numbers {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  one() {
    let number = 0;
    let scale = 1;
    for (;;) {
      if (this.at >= this.bytes.length) throw new RangeError("the base map was cut off");
      const byte = this.bytes[this.at];
      this.at += 1;
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) return number;
      scale *= 128;
    }
  }

  signed() {
    const number = this.one();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  }

  many(count) {
    if (count > this.bytes.length - this.at) throw new RangeError("the base map was cut off");
    const out = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) out[i] = this.one();
    return out;
  }

  /** What `make` reads, as often as a number says. */
  each(make) {
    return Array.from({ length: this.one() }, make);
  }

  /** x, y, x, y … of so many points, from steps (all x, then all y) to places. The hot loop: a file has many of them. */
  steps(count, x = 0, y = 0) {
    const { bytes } = this;
    if (2 * count > bytes.length - this.at) throw new RangeError("the base map was cut off");
    const out = new Int32Array(2 * count);
    let { at } = this;
    for (let i = 0, turn = 0, here = x; i < out.length; turn += 1) {
      let byte = bytes[at];
      at += 1;
      let number = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at];
        at += 1;
        number |= (byte & 0x7f) << shift;
      }
      here += (number >>> 1) ^ -(number & 1);
      out[i] = here;
      i += 2;
      if (turn + 1 === count) [i, here] = [1, y];
    }
    if (at > bytes.length) throw new RangeError("the base map was cut off");
    this.at = at;
    return out;
  }

  /** The points of lines that have so many points each. */
  lines(counts) {
    const ends = sums(counts);
    const points = this.steps(ends[counts.length]);
    return Array.from(counts, (_, i) => points.subarray(2 * ends[i], 2 * ends[i + 1]));
  }

  text() {
    return new TextDecoder().decode(this.part(this.one()));
  }

  /** So many bytes. */
  part(length) {
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError("the base map was cut off");
    return this.bytes.subarray(this.at - length, this.at);
  }
}
