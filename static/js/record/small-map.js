/** A map in a page: the neighbourhood's own streets and one shape on it. Used by an asset's page and by the form.
 *  Leaflet comes as a script of its own before this one: `L`. */

import { baseLayer } from "../map/base-layer.js";

const NEAREST = 18;

/** A Leaflet map on `element` over the streets at address `base`. Wheel and one finger scroll the page, not the map. */
export function smallMap(element, base, { gestures = false, words = {} } = {}) {
  const map = new L.Map(element, {
    zoomControl: false, attributionControl: false, minZoom: 12, maxZoom: 20, zoomSnap: 0.5,
    scrollWheelZoom: gestures, dragging: gestures || matchMedia("(pointer: fine)").matches, keyboard: gestures,
    fadeAnimation: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  new L.Control.Zoom({ position: "bottomright", zoomInTitle: words.closer ?? "+", zoomOutTitle: words.farther ?? "−" }).addTo(map);
  baseLayer(base).addTo(map);
  return map;
}

/** A marker with the kind's icon on its blot. `kind` may be empty: then it is a plain spot. */
export function blotMarker(position, kind, icon, options = {}) {
  const blot = document.createElement("div");
  blot.className = "map-blot";
  if (kind) blot.dataset.kind = kind;
  blot.style.setProperty("inline-size", "100%");
  blot.style.setProperty("block-size", "100%");
  if (icon) blot.append(icon);
  return new L.Marker(position, { icon: new L.DivIcon({ html: blot, className: "", iconSize: [48, 48] }), ...options });
}

/** A GeoJSON geometry as a layer in the colour of its kind; `masked` areas are washes without an outline. */
export function shapeLayer(geometry, kind, { masked = false, icon = null, marker = {} } = {}) {
  const colour = colourOf(kind);
  return new L.GeoJSON(geometry, {
    style: { color: colour, weight: masked ? 2 : 4, dashArray: masked ? "2 8" : "", fillColor: colour, fillOpacity: masked ? 0.22 : 0.16, lineCap: "round" },
    pointToLayer: (_, position) => blotMarker(position, kind, icon?.cloneNode(true), marker),
  });
}

/** Shows a whole shape with room around it. */
export function showShape(map, layer) {
  const bounds = layer.getBounds();
  const small = bounds.getNorthEast().distanceTo(bounds.getSouthWest()) < 60;
  if (small) map.setView(bounds.getCenter(), NEAREST - 1, { animate: false });
  else map.fitBounds(bounds, { padding: [28, 28], maxZoom: NEAREST, animate: false });
}

/** The colour of a kind in the present look. */
export function colourOf(kind) {
  const style = getComputedStyle(document.documentElement);
  return style.getPropertyValue(kind ? `--kind-${kind}` : "--ink").trim() || "#1d1a24";
}

/** [longitude, latitude] as Leaflet wants it. */
export function at([longitude, latitude]) {
  return new L.LatLng(latitude, longitude);
}

/** The bounds of a GeoJSON geometry. */
export function boundsOf(geometry) {
  const bounds = new L.LatLngBounds([]);
  (function each(given) {
    if (typeof given[0] === "number") bounds.extend(at(given));
    else given.forEach(each);
  })(geometry.coordinates);
  return bounds;
}
