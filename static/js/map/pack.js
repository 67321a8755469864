// The pack: all points of the map in one binary file, read into typed arrays. Its layout is told in assetmap/packs/points.py.

import { emptyPoints, put } from "./points.js";
import { moment } from "./steps.js";

const STEPS = 1e6;

const AT_ONCE = 20_000; // Numbers read before a finger may come in between.

/**
 * {sequence, …points} of a pack, read in short steps. Throws RangeError where the bytes are not a pack of version 1, or
 * stop too early.
 */
export async function readPack(buffer) {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] !== 65 || bytes[1] !== 77 || bytes[2] !== 80 || bytes[3] !== 1) {
    throw new RangeError("not a pack of this version");
  }
  const read = new Reader(bytes, 4);
  const sequence = read.whole();
  const count = read.whole();
  if (count > bytes.length) throw new RangeError("the pack stops too early");
  const points = emptyPoints(count);
  points.what.set(bytes.subarray(read.at, read.at + count));
  read.at += count;
  const longitudes = await read.steps(new Float64Array(count));
  const latitudes = await read.steps(new Float64Array(count));
  await read.steps(points.numbers);
  for (let i = 0; i < count; i += 1) {
    put(points, i, longitudes[i] / STEPS, latitudes[i] / STEPS);
    if (i % AT_ONCE === AT_ONCE - 1) await moment();
  }
  return { sequence, ...points };
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A whole number in groups of seven bits, the lowest first. */
  whole() {
    let number = 0;
    let factor = 1;
    for (;;) {
      if (this.at >= this.bytes.length) throw new RangeError("the pack stops too early");
      const byte = this.bytes[this.at];
      this.at += 1;
      number += (byte & 127) * factor;
      if (byte < 128) return number;
      factor *= 128;
    }
  }

  /** As many numbers as fit in `into`, each told as the difference with the one before. */
  async steps(into) {
    let value = 0;
    for (let i = 0; i < into.length; i += 1) {
      const folded = this.whole();
      value += folded % 2 ? -(folded + 1) / 2 : folded / 2;
      into[i] = value;
      if (i % AT_ONCE === AT_ONCE - 1) await moment();
    }
    return into;
  }
}
