/** The small map on an asset's page: its spot, line or area on the neighbourhood's own streets. */

import { shapeLayer, showShape, smallMap } from "./small-map.js";

const element = document.getElementById("asset-map");
const { base, kind, masked, shape } = element.dataset;
const icon = document.querySelector(".asset__head .chip .icon");
const map = smallMap(element, base);
let layer = null;

draw();
document.addEventListener("assetmap:look", draw);

function draw() {
  layer?.remove();
  layer = shapeLayer(JSON.parse(shape), kind, { masked: Boolean(masked), icon, marker: { interactive: false, keyboard: false } });
  showShape(map, layer);
  layer.addTo(map);
}
