// Touching a crowd: closer, until its assets stand apart; where they stand at one and the same place, they fan out.

import { membersOf } from "./crowding.js";
import { latitudeOf, longitudeOf } from "./points.js";

const APART = 30; // Pixels between the outermost, from as near as the map goes.
const NEAR = 17;

/** Shows what is in a crowd of the asset layer. */
export function openCrowd(map, assets, spot) {
  const { points, mask } = assets;
  const members = points.tallies ? [] : membersOf(spot, mask);
  const size = 256 * 2 ** map.getZoom();
  if (!members.length) {
    const at = [latitudeOf(spot.y / size), longitudeOf(spot.x / size)];
    map.setView(at, Math.min(map.getZoom() + 2, map.getMaxZoom()));
    return;
  }
  const box = boxOf(points, members);
  const nearest = 256 * 2 ** map.getMaxZoom();
  const coincide = Math.max(box[2] - box[0], box[3] - box[1]) * nearest < APART;
  if (coincide || map.getZoom() >= map.getMaxZoom()) {
    if (map.getZoom() >= NEAR) {
      assets.openFan(spot);
      return;
    }
    map.setView([latitudeOf((box[1] + box[3]) / 2), longitudeOf((box[0] + box[2]) / 2)], NEAR + 1);
    return;
  }
  const bounds = L.latLngBounds(
    [latitudeOf(box[3]), longitudeOf(box[0])], [latitudeOf(box[1]), longitudeOf(box[2])]);
  const zoom = Math.max(map.getBoundsZoom(bounds, false, [120, 120]), map.getZoom() + 1);
  map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()));
}

function boxOf(points, members) {
  const box = [1, 1, 0, 0];
  for (const i of members) {
    box[0] = Math.min(box[0], points.across[i]);
    box[1] = Math.min(box[1], points.down[i]);
    box[2] = Math.max(box[2], points.across[i]);
    box[3] = Math.max(box[3], points.down[i]);
  }
  return box;
}
