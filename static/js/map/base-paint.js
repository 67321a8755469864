// Paints one tile of the base map: the marks of pen and brush, in the order in which they were made.

import { marksOf } from "./base-file.js";
import { DETAIL, PALEST, ROUND, THINNEST } from "./base-look.js";

const MOST = 2 ** 22; // More marks than one tile can hold.

/**
 * `tile` is {zoom, x, y, width, height, scale}: the zoom, the tile's corner in CSS pixels of the world at that zoom, its
 * size in CSS pixels, and device pixels to a CSS pixel. `base` is the file (base-file.js); `theme` the place of the theme's
 * colours.
 */
export function paintTile(context, tile, base, theme) {
  const paints = base.paints.map(({ colours }) => colours[theme]);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paints[base.paints.findIndex(({ name }) => name === "paper")];
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const drawing = base.drawings.findLast(({ start }) => start <= tile.zoom) ?? base.drawings[0];
  if (!drawing) return;
  const step = 2 ** (tile.zoom - 20 - drawing.fine); // CSS pixels in a step of the drawing.
  const column = 2 ** drawing.fine;
  const [left, top] = [tile.x / step - base.origin.x * column, tile.y / step - base.origin.y * column];
  const pens = pensFor(drawing, paints, tile, step);
  const reach = Math.max(0, ...pens.map((pen) => pen?.width ?? 0)) / 2;
  const box = [left - reach, top - reach, left + tile.width / step + reach, top + tile.height / step + reach];
  context.setTransform(tile.scale * step, 0, 0, tile.scale * step, -left * step * tile.scale, -top * step * tile.scale);
  context.lineCap = context.lineJoin = "round";
  paintMarks(context, inView(drawing, box, pens));
}

function paintMarks(context, found) {
  let [pen, turn] = [null, -1];
  for (const [next, marks, m] of found) {
    if (next !== pen || (!pen.joins && marks.turns[m] !== turn)) {
      if (pen) put(context, pen);
      context.beginPath();
    }
    [pen, turn] = [next, marks.turns[m]];
    for (let r = marks.rings[m]; r < marks.rings[m + 1]; r += 1) {
      trace(context, marks.points, marks.starts[r], marks.starts[r + 1], pen);
    }
  }
  if (pen) put(context, pen);
}

/**
 * What each brush comes to at this zoom, null where it is not seen: colours, width and dashes in steps. `joins`: marks
 * that follow one another may be painted as one, because it does not show where the first ends.
 */
function pensFor(drawing, paints, { zoom, scale }, step) {
  const steps = drawing.millimetre * 2 ** drawing.fine;
  const millimetre = steps * step; // CSS pixels.
  const thinnest = 1 / scale; // A device pixel: thinner lines get paler instead.
  return drawing.brushes.map((brush) => {
    const [fill, line] = [paints[brush.fill] ?? "", paints[brush.line] ?? ""];
    if ((!fill && !line) || zoom < DETAIL[brush.detail]) return null;
    const width = brush.width * millimetre;
    return {
      fill, line, closed: brush.closed, smooth: brush.smooth && millimetre > ROUND,
      rule: brush.holes ? "evenodd" : "nonzero", strength: brush.strength,
      faint: brush.strength * Math.min(1, Math.max(width / THINNEST, PALEST)),
      width: line ? Math.max(width, thinnest) / step : 0, dashes: brush.dashes.map((dash) => dash * steps),
      joins: brush.strength === 1 && !brush.holes && !(fill && line) };
  });
}

/** [[pen, marks, number of the mark], …] of what touches the box, in the order in which it is painted. */
function inView(drawing, [west, north, east, south], pens) {
  const found = [];
  const keys = [];
  for (const block of drawing.blocks) {
    const { box } = block;
    if (box[0] > east || box[2] < west || box[1] > south || box[3] < north) continue;
    const marks = marksOf(block, drawing.brushes);
    const { boxes } = marks;
    for (let m = 0; m < marks.count; m += 1) {
      const b = 4 * m;
      if (boxes[b] > east || boxes[b + 2] < west || boxes[b + 1] > south || boxes[b + 3] < north) continue;
      const pen = pens[marks.brushes[m]];
      if (!pen) continue;
      keys.push(marks.turns[m] * MOST + found.length);
      found.push([pen, marks, m]);
    }
  }
  return Array.from(Float64Array.from(keys).sort(), (key) => found[key % MOST]);
}

function put(context, pen) {
  context.globalAlpha = pen.strength;
  if (pen.fill) {
    context.fillStyle = pen.fill;
    context.fill(pen.rule);
  }
  if (pen.line) {
    context.globalAlpha = pen.faint;
    context.strokeStyle = pen.line;
    context.lineWidth = pen.width;
    context.setLineDash(pen.dashes);
    context.stroke();
  }
}

function trace(context, points, start, end, { closed, smooth }) {
  if (smooth && end - start > 2) curve(context, points, 2 * start, 2 * end, closed);
  else {
    context.moveTo(points[2 * start], points[2 * start + 1]);
    for (let p = 2 * start + 2; p < 2 * end; p += 2) context.lineTo(points[p], points[p + 1]);
  }
  if (closed) context.closePath();
}

/** Through the middles between the points, each point pulling the curve towards it: as in pen/svg.py. */
function curve(context, points, start, end, closed) {
  let [x, y] = [points[start], points[start + 1]];
  if (closed) {
    const [endX, endY] = [(points[end - 2] + x) / 2, (points[end - 1] + y) / 2];
    context.moveTo(endX, endY);
    for (let p = start + 2; p < end; p += 2) {
      const [nextX, nextY] = [points[p], points[p + 1]];
      context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
      [x, y] = [nextX, nextY];
    }
    context.quadraticCurveTo(x, y, endX, endY);
    return;
  }
  context.moveTo(x, y);
  for (let p = start + 2; p < end - 2; p += 2) {
    [x, y] = [points[p], points[p + 1]];
    const last = p + 4 >= end;
    const [nextX, nextY] = [points[p + 2], points[p + 3]];
    context.quadraticCurveTo(x, y, last ? nextX : (x + nextX) / 2, last ? nextY : (y + nextY) / 2);
  }
}
