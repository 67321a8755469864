// The base map's compact file, fetched and read: what assetmap/drawing/base_file.py wrote, as typed arrays.
//
// Points are whole numbers in a local grid: columns to the east and rows to the south of `origin`, in a web-mercator
// square of 2**28 a side. At zoom 20 one of them is one pixel.

export const WORLD = 2 ** 28;

const VERSION = 1;

const GROUNDS = [
  "residential", "business", "school", "care", "square", "parking", "railway", "pier", "bare",
  "park", "grass", "wood", "scrub", "garden", "pitch", "playground", "cemetery", "meadow", "allotments", "sand",
  "marsh", "deck",
];
const STREETS = ["main", "street", "living", "service", "drive", "path", "cycle", "steps"];
const BUILDINGS = [
  "other", "house", "flats", "shop", "work", "learning", "worship", "care", "culture", "small", "roof", "glasshouse",
  "boat",
];
const RAILS = ["train", "tram", "metro", "yard"];
const NAMES = ["neighbourhood", "square", "green", "water", "building", "place"];

// Layer, the shape of its features, its columns: the table of assetmap/drawing/base_layers.py.
const LAYERS = [
  ["grounds", "area", { kind: GROUNDS }],
  ["waters", "area", {}],
  ["streams", "line", { name: "word", width: "tenths" }],
  ["rails", "line", { kind: RAILS, level: "signed" }],
  ["streets", "line", { kind: STREETS, name: "word", width: "tenths", level: "signed" }],
  ["buildings", "area", { kind: BUILDINGS, levels: "tenths", roof: "number" }],
  ["treeRows", "line", { hedge: "number" }],
  ["trees", "point", { radius: "tenths" }],
  ["names", "point", { name: "word", kind: NAMES, room: "tenths" }],
];

/**
 * The base map behind a URL; null where the neighbourhood has none yet (404).
 * Throws where the server can't be reached, refuses, or sends something else.
 */
export async function fetchBase(url) {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (answer.status === 404) return null;
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
 * {origin: {x, y}, margin, attribution, boundary, layers…}; each layer is {count, …columns, points, starts, rings}:
 * `points` Int32Array of x, y; ring (or line) r has the points starts[r] to starts[r + 1];
 * feature f has the rings rings[f] to rings[f + 1]. Throws RangeError where the bytes are not a base map.
 */
export function readBase(bytes) {
  if (bytes[0] !== 65 || bytes[1] !== 66 || bytes[2] !== 77 || bytes[3] !== VERSION) {
    throw new RangeError("not a base map of this version");
  }
  const read = new Numbers(bytes, 4);
  const base = { origin: { x: read.one(), y: read.one() }, margin: read.one() };
  const words = read.words(read.one());
  base.attribution = words[0];
  base.boundary = { count: read.one() };
  Object.assign(base.boundary, shapes(read, "area", base.boundary.count));
  for (const [name, shape, columns] of LAYERS) {
    const layer = { count: read.one() };
    for (const [column, form] of Object.entries(columns)) layer[column] = values(read, form, layer.count, words);
    base[name] = Object.assign(layer, shapes(read, shape, layer.count));
  }
  return base;
}

function values(read, form, count, words) {
  const numbers = read.many(count);
  if (Array.isArray(form)) return Array.from(numbers, (number) => form[number] ?? "");
  if (form === "word") return Array.from(numbers, (number) => words[number]);
  if (form === "tenths") return Float32Array.from(numbers, (number) => number / 10);
  if (form === "signed") return Int32Array.from(numbers, (number) => (number >>> 1) ^ -(number & 1));
  return numbers;
}

function shapes(read, shape, count) {
  const rings = shape === "area" ? sums(read.many(count)) : ascending(count);
  const lines = rings[count];
  const starts = shape === "point" ? ascending(lines) : sums(read.many(lines));
  return { rings, starts, points: read.steps(starts[lines]) };
}

/** 0, then after each number the sum so far. */
function sums(numbers) {
  const out = new Uint32Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i += 1) out[i + 1] = out[i] + numbers[i];
  return out;
}

function ascending(count) {
  return Uint32Array.from({ length: count + 1 }, (_, i) => i);
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

  many(count) {
    if (count > this.bytes.length - this.at) throw new RangeError("the base map was cut off");
    const out = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) out[i] = this.one();
    return out;
  }

  /** x, y, x, y … of so many points, from steps to places. The hot loop: a file has some hundred thousand of them. */
  steps(count) {
    const { bytes } = this;
    if (2 * count > bytes.length - this.at) throw new RangeError("the base map was cut off");
    const out = new Int32Array(2 * count);
    let { at } = this;
    const here = [0, 0];
    for (let i = 0; i < out.length; i += 1) {
      let byte = bytes[at];
      at += 1;
      let number = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at];
        at += 1;
        number |= (byte & 0x7f) << shift;
      }
      here[i & 1] += (number >>> 1) ^ -(number & 1);
      out[i] = here[i & 1];
    }
    if (at > bytes.length) throw new RangeError("the base map was cut off");
    this.at = at;
    return out;
  }

  words(count) {
    const reader = new TextDecoder();
    return Array.from({ length: count }, () => {
      const length = this.one();
      this.at += length;
      return reader.decode(this.bytes.subarray(this.at - length, this.at));
    });
  }
}
