// Paints what the asset layer shows: crowds and markers. What only a closer look needs is painted by spot-words.js.

const CHOSEN = 1.3;

/** `layer` is the asset layer: spots, points, markers, chosen, pointed, fan, and `words` when spot-words.js is there. */
export function paintSpots(context, view, layer) {
  const { points, markers, spots, words } = layer;
  const seen = spots
    .map((spot) => ({ spot, x: spot.x - view.left, y: spot.y - view.top, reach: markers.reach(spot) }))
    .filter(({ x, y, reach }) => x > -reach && y > -reach && x < view.width + reach && y < view.height + reach);
  markers.prepare(seen.map(({ spot }) => spot), points);
  context.globalAlpha = layer.fan ? 0.35 : 1;
  const chosen = [];
  for (const each of seen) {
    const number = each.spot.point >= 0 ? points.numbers[each.spot.point] : 0;
    if (number && (number === layer.chosen || number === layer.pointed)) chosen.push(each);
    else if (number) markers.marker(context, points.what[each.spot.point], each.x, each.y);
    else markers.ring(context, each.spot, each.x, each.y);
  }
  if (words) words.paintWords(context, view, layer, seen, chosen);
  else for (const { spot, x, y } of chosen) markers.marker(context, points.what[spot.point], x, y, CHOSEN);
}
