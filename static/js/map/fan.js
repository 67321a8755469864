// The fan: assets that stand at one and the same place, spread out around it so that each can be chosen.

const IN_RING = 9;
const MOST = 30;

/** Where each of `count` markers stands around 0, 0: [[x, y], …], in a ring, or in a spiral when there are many. */
export function fan(count, radius) {
  const shown = Math.min(count, MOST);
  if (shown <= IN_RING) {
    const away = Math.max(radius * 2.4, (shown * radius * 2.5) / (2 * Math.PI));
    return Array.from({ length: shown }, (_, i) => at(-Math.PI / 2 + (i / shown) * 2 * Math.PI, away));
  }
  const places = [];
  let angle = -Math.PI / 2;
  let away = radius * 2.6;
  for (let i = 0; i < shown; i += 1) {
    places.push(at(angle, away));
    angle += (radius * 2.5) / away;
    away += (radius * 2.5 * radius * 2.5) / (2 * Math.PI * away);
  }
  return places;
}

function at(angle, away) {
  return [Math.cos(angle) * away, Math.sin(angle) * away];
}
