// Paints what a closer look needs: names where they find room, the chosen one last, and a fan of what coincides.

import { fan } from "./fan.js";
import { chances, smooth } from "./pen.js";
import { besideMarker, placeNames } from "./placing.js";
import { kindOf } from "./points.js";

const NAMES_FROM = 15; // Zoom.
const MOST_NAMES = 140; // In view; with more, nobody reads them.
const LETTERS = 17; // Pixels.
const EDGE = 6; // Pixels between a name and the edge of the map.
const LONGEST = 30; // Letters.
const PLATE = 30; // How high the plate of a name is.
const CHOSEN = 1.3;

/** `layer` is the asset layer; `seen` are its spots in the view, `chosen` those of them that are not painted yet. */
export function paintWords(context, view, layer, seen, chosen) {
  if (!layer.fan) names(context, view, seen, layer);
  context.globalAlpha = 1;
  if (layer.fan) openFan(context, view, layer);
  else {
    for (const { spot, x, y } of chosen.concat(outOfTheCrowd(view, layer))) {
      const around = seen.filter((each) => each.spot !== spot).map(boxOf).concat(lidsOver(view, layer));
      single(context, view, layer, { point: spot.point, x, y }, around);
    }
  }
}

/** What is chosen or pointed at but stands in a crowd comes forward to its own place. */
function outOfTheCrowd(view, layer) {
  const { points } = layer;
  return [layer.pointed, layer.chosen]
    .filter((number) => number && !layer.standsAlone(number)).map((number) => layer.placeOf(number))
    .filter((point) => point >= 0)
    .map((point) => ({
      spot: { point }, x: points.across[point] * view.size - view.left, y: points.down[point] * view.size - view.top }));
}

/** The one that is chosen or pointed at: larger, with its name where that covers least of the boxes around it. */
function single(context, view, layer, { point, x, y }, around) {
  const number = layer.points.numbers[point];
  const grown = number === layer.chosen ? CHOSEN : 1.001;
  layer.markers.marker(context, layer.points.what[point], x, y, grown);
  const name = layer.nameOf(number);
  if (!name) return;
  const text = shortened(name, LONGEST + 14);
  const width = widthOf(context, layer, text);
  const reach = layer.markers.radius * 1.2 * grown;
  const [west, north, east, south] = view.inner;
  const [left, top] = besideMarker(
    [width + 16, PLATE], { x, y, reach }, [west + EDGE, north + EDGE, east - EDGE, south - EDGE], around);
  const { inks } = layer.markers;
  context.fillStyle = inks.sheet;
  context.strokeStyle = inks.ink;
  context.lineWidth = 1.6;
  const plate = new Path2D();
  plate.roundRect(left, top, width + 16, PLATE, [8, 11, 7, 10]);
  context.fill(plate);
  context.stroke(plate);
  write(context, layer, text, left + 8, top + PLATE / 2, kindOf(layer.points.what[point]), false);
}

function names(context, view, seen, layer) {
  const { points, markers } = layer;
  if (view.zoom < NAMES_FROM) return;
  const [left, top, right, bottom] = view.inner;
  const inView = seen.filter(({ x, y }) => x > left && y > top && x < right && y < bottom);
  if (inView.length > MOST_NAMES) return;
  const wishes = seen.map(({ spot, x, y, reach }) => {
    const text = spot.point >= 0 ? shortened(layer.nameOf(points.numbers[spot.point]), LONGEST) : "";
    return { x, y, reach, text, width: text && widthOf(context, layer, text), height: LETTERS * 1.25, spot };
  });
  const lids = lidsOver(view, layer);
  const box = [left + EDGE, top + EDGE, right - EDGE, bottom - EDGE];
  for (const { place, x, y, height } of placeNames(wishes, box, lids, written(view, layer))) {
    const { text, spot } = wishes[place];
    const number = points.numbers[spot.point];
    if (number === layer.chosen || number === layer.pointed) continue;
    write(context, layer, text, x, y + height / 2, kindOf(points.what[spot.point]), true);
  }
}

/** Boxes of what lies over the map. */
function lidsOver({ inner: [left, top] }, layer) {
  return layer.keepClear().map(([west, north, east, south]) => [left + west, top + north, left + east, top + south]);
}

function boxOf({ x, y, reach }) {
  return [x - reach, y - reach, x + reach, y + reach];
}

/** Boxes around the letters that the ground has in view. */
function written(view, layer) {
  const [left, top, right, bottom] = view.inner;
  return layer.written(view.zoom)
    .map(([x, y, radius]) => [x - view.left - radius, y - view.top - radius, x - view.left + radius, y - view.top + radius])
    .filter((box) => box[2] > left && box[0] < right && box[3] > top && box[1] < bottom);
}

/** A name by hand, on a halo of paper, with a stroke of its kind's colour under it. */
function write(context, layer, text, x, middle, kind, halo) {
  const { inks } = layer.markers;
  context.font = `${LETTERS}px ${inks.hand}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const width = widthOf(context, layer, text);
  if (halo) {
    context.strokeStyle = inks.paper;
    context.lineWidth = 5;
    context.globalAlpha *= 0.88;
    context.strokeText(text, x, middle);
    context.globalAlpha /= 0.88;
  }
  const chance = chances(text.length * 31 + Math.round(width));
  const under = middle + LETTERS * 0.56;
  context.strokeStyle = inks.kinds[kind].kind;
  context.lineWidth = 2.6;
  context.lineCap = "round";
  context.stroke(smooth([
    [x - 1, under + chance() * 1.5], [x + width * 0.35, under - 0.8 + chance()], [x + width * 0.7, under + 0.8 * chance()],
    [x + width + 1, under - 1 + chance()]]));
  context.fillStyle = inks.ink;
  context.fillText(text, x, middle);
}

function widthOf(context, layer, text) {
  layer.widths ??= new Map();
  if (!layer.widths.has(text)) {
    context.font = `${LETTERS}px ${layer.markers.inks.hand}`;
    layer.widths.set(text, context.measureText(text).width);
  }
  return layer.widths.get(text);
}

/** Cut at a word where there is one near the end. */
function shortened(text, longest) {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const cut = letters.slice(0, longest - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > longest * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function openFan(context, view, layer) {
  const { spot, members } = layer.fan;
  const { markers, points } = layer;
  const places = fan(members.length, markers.radius);
  const x = spot.x - view.left;
  const y = spot.y - view.top;
  layer.fan.places = places.map(([right, down], i) => ({ x: spot.x + right, y: spot.y + down, point: members[i] }));
  context.strokeStyle = markers.inks.ink;
  context.lineWidth = 1.6;
  for (const [right, down] of places) {
    context.stroke(smooth([[x, y], [x + right * 0.5 - down * 0.06, y + down * 0.5 + right * 0.06], [x + right, y + down]]));
  }
  places.forEach(([right, down], i) => {
    const number = points.numbers[members[i]];
    if (number !== layer.pointed && number !== layer.chosen) markers.marker(context, points.what[members[i]], x + right, y + down);
  });
  places.forEach(([right, down], i) => {
    const number = points.numbers[members[i]];
    if (number !== layer.pointed && number !== layer.chosen) return;
    const around = places.filter((_, other) => other !== i)
      .map(([across, under]) => boxOf({ x: x + across, y: y + under, reach: markers.radius }));
    single(context, view, layer, { point: members[i], x: x + right, y: y + down }, around);
  });
}
