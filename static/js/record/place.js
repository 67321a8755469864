/** Where it is: tapped or drawn on the map, found by the device, or shown by its street. Fills the same boxes that a
 *  person without script fills by hand. */

import { at, blotMarker, boundsOf, colourOf, shapeLayer, smallMap } from "./small-map.js";
import { word } from "./words.js";

const CLOSE = 18;

/** Makes the map when its part of the form is opened. */
export function preparePlace(form) {
  const fold = document.getElementById("fold-place");
  const ways = [...form.querySelectorAll("[name=where]")];
  if (!ways.some((way) => way.checked)) ways.find((way) => way.value === "map").checked = true;
  let place = null;
  const open = () => {
    if (!fold.open) return;
    if (place) place.fit();
    else place = placeMap(form);
  };
  fold.addEventListener("toggle", open);
  open();
}

function placeMap(form) {
  const element = document.getElementById("place-map");
  const status = document.getElementById("place-status");
  const box = (name) => form.querySelector(`[name=${name}]`);
  const geometryBox = box("geometry");
  const streetBox = box("street");
  const tools = [...form.querySelectorAll("[data-tool]")];
  const back = document.getElementById("place-back");
  const wipe = document.getElementById("place-clear");
  const boundary = JSON.parse(element.dataset.boundary);
  const map = smallMap(element, element.dataset.base, {
    gestures: true, words: { closer: word("closer"), farther: word("farther") } });
  const drawn = new L.LayerGroup().addTo(map);
  const hints = new L.LayerGroup().addTo(map);
  let tool = "point";
  let points = [];
  let asking = null;
  let measured = "";

  map.scrollWheelZoom.disable();
  map.once("click", () => map.scrollWheelZoom.enable());
  map.on("click", (event) => put(event.latlng));
  form.addEventListener("change", (event) => {
    if (event.target.name === "kind") draw();
    if (event.target.name === "where") changeWay();
    if (event.target === streetBox) streetTyped();
  });
  form.addEventListener("record:refused", ({ detail }) => {
    if (detail.problems.some((problem) => problem.code === "outside-boundary")) question(true, "");
    if (detail.mended) offer(detail.mended);
  });
  document.addEventListener("assetmap:look", draw);
  for (const each of tools) each.addEventListener("click", () => choose(each.dataset.tool, true));
  back.addEventListener("click", () => { points.pop(); took(); });
  wipe.addEventListener("click", () => { points = []; geometryBox.value = ""; took(); });
  document.getElementById("place-middle").addEventListener("click", () => put(map.getCenter()));
  document.getElementById("place-here").addEventListener("click", locate);

  load();
  fit();
  draw();
  changeWay();
  if (element.dataset.mended) offer(JSON.parse(element.dataset.mended));
  return { fit };

  function load() {
    if (!geometryBox.value) return;
    let geometry;
    try {
      geometry = JSON.parse(geometryBox.value);
    } catch {
      return;
    }
    if (geometry.type === "Point") points = [at(geometry.coordinates)];
    else if (geometry.type === "LineString") points = geometry.coordinates.map(at);
    // What has holes or several parts is shown, and drawn anew if need be.
    else if (geometry.type === "Polygon" && geometry.coordinates.length === 1) points = geometry.coordinates[0].slice(0, -1).map(at);
    choose({ LineString: "line", Polygon: "area" }[geometry.type] ?? "point", false);
  }

  function fit() {
    map.invalidateSize({ animate: false });
    const geometry = current();
    if (geometry?.type === "Point") map.setView(at(geometry.coordinates), Math.max(map.getZoom() || 0, CLOSE - 1), { animate: false });
    else map.fitBounds(boundsOf(geometry ?? boundary), { padding: [16, 16], maxZoom: CLOSE, animate: false });
  }

  function current() {
    try {
      return JSON.parse(geometryBox.value || "null");
    } catch {
      return null;
    }
  }

  function choose(name, anew) {
    if (anew && name !== tool && points.length > 1) points = [];
    tool = name;
    for (const each of tools) each.setAttribute("aria-pressed", String(each.dataset.tool === tool));
    if (anew) took();
  }

  function put(position) {
    if (form.querySelector("[name=where]:checked")?.value !== "map") return;
    points = tool === "point" ? [position] : [...points, position];
    measured = "";
    took();
    // From far away a thumb covers half a street: closer by, it can be set right.
    if (tool === "point" && map.getZoom() < CLOSE - 1) map.setView(position, CLOSE - 1);
  }

  /** The points changed: into the box, onto the map, and asked what lies there. */
  function took() {
    hints.clearLayers();
    document.getElementById("mended").hidden = true;
    box("use_mended").checked = false;
    const geometry = geometryOf(tool, points);
    if (geometry || !points.length) geometryBox.value = geometry ? JSON.stringify(geometry) : "";
    else geometryBox.value = "";
    draw();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    ask();
  }

  function draw() {
    drawn.clearLayers();
    const kind = form.querySelector("[name=kind]:checked")?.value ?? "";
    const icon = form.querySelector("[name=kind]:checked ~ .blot .icon");
    const geometry = current();
    const unfinished = !geometry && points.length ? { type: points.length > 1 ? "LineString" : "MultiPoint", coordinates: points.map(pair) } : null;
    if (geometry && geometry.type !== "Point") shapeLayer(geometry, kind).addTo(drawn);
    else if (unfinished?.type === "LineString") shapeLayer(unfinished, kind).addTo(drawn);
    points.forEach((point, place) => corner(point, place, kind, icon).addTo(drawn));
    back.disabled = !points.length;
    back.hidden = tool === "point";
    wipe.disabled = !geometryBox.value && !points.length;
    say();
  }

  function corner(point, place, kind, icon) {
    const marker = tool === "point"
      ? blotMarker(point, kind, icon?.cloneNode(true), { draggable: true, keyboard: false })
      : new L.Marker(point, {
        draggable: true, keyboard: false, alt: word("corner", { number: place + 1 }),
        icon: new L.DivIcon({ className: "corner", iconSize: [48, 48] }) });
    return marker.on("dragend", () => { points[place] = marker.getLatLng(); took(); });
  }

  function say() {
    if (tool === "line" && points.length) status.textContent = word("linePart", { count: points.length });
    else if (tool === "area" && points.length) status.textContent = word("areaPart", { count: points.length });
    else status.textContent = geometryBox.value ? word("placePoint") : word("noPlace");
  }

  /** What lies there: the street for who reads, and the question where it lies outside the neighbourhood. */
  async function ask() {
    asking?.abort();
    if (!points.length) {
      question(false);
      return;
    }
    asking = new AbortController();
    const point = points[points.length - 1];
    const query = new URLSearchParams({ lon: point.lng.toFixed(7), lat: point.lat.toFixed(7) });
    try {
      const response = await fetch(`${element.dataset.whereabouts}?${query}`, { signal: asking.signal });
      if (!response.ok) return;
      const found = await response.json();
      if (!streetBox.value || streetBox.dataset.ours === streetBox.value) {
        streetBox.value = found.street;
        streetBox.dataset.ours = found.street;
      }
      if (tool === "point" && found.street) status.textContent = `${word("placeIn", { street: found.street })} ${measured}`.trim();
      question(found.outside > 0, found.sentence);
      form.dispatchEvent(new Event("input", { bubbles: true }));
    } catch {
      // Without a connection nobody knows the street; the place itself is kept.
    }
  }

  function question(outside, sentence = "") {
    const asked = document.getElementById("outside");
    asked.hidden = !outside;
    if (!outside) box("keep_outside").checked = false;
    document.getElementById("outside-sentence").textContent = sentence;
  }

  function offer(geometry) {
    document.getElementById("mended").hidden = false;
    hints.clearLayers();
    new L.GeoJSON(geometry, { interactive: false, style: { color: colourOf("place"), weight: 4, dashArray: "10 8", fillOpacity: 0.25 } }).addTo(hints);
    map.fitBounds(boundsOf(geometry), { padding: [24, 24], maxZoom: CLOSE, animate: false });
  }

  function locate() {
    if (!isSecureContext || !navigator.geolocation) {
      status.textContent = word("locateInsecure");
      return;
    }
    status.textContent = word("locating");
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      choose("point", false);
      measured = word("located", { metres: Math.round(coords.accuracy) });
      points = [new L.LatLng(coords.latitude, coords.longitude)];
      took();
      map.setView(points[0], CLOSE, { animate: false });
      new L.Circle(points[0], { radius: coords.accuracy, color: colourOf("institution"), weight: 2, fillOpacity: 0.12, interactive: false }).addTo(hints);
      status.textContent = measured;
    }, () => { status.textContent = word("locateRefused"); }, { enableHighAccuracy: true, timeout: 20_000 });
  }

  function changeWay() {
    map.invalidateSize({ animate: false });
    hints.clearLayers();
    if (form.querySelector("[name=where]:checked")?.value === "street") streetTyped();
  }

  /** Shows the street that was typed, where it is known. */
  async function streetTyped() {
    if (form.querySelector("[name=where]:checked")?.value !== "street" || !streetBox.value.trim()) return;
    try {
      const response = await fetch(`${element.dataset.whereabouts}?${new URLSearchParams({ street: streetBox.value })}`);
      if (!response.ok) return;
      const found = await response.json();
      hints.clearLayers();
      const lines = found.lines ?? { type: "Point", coordinates: found.at };
      new L.GeoJSON(lines, { interactive: false, style: { color: colourOf("network"), weight: 9, opacity: 0.5, lineCap: "round" }, pointToLayer: (_, position) => new L.CircleMarker(position, { radius: 16 }) }).addTo(hints);
      map.fitBounds(boundsOf(lines), { padding: [32, 32], maxZoom: CLOSE - 1, animate: false });
      status.textContent = word("streetShown", { street: found.street });
    } catch {
      // The server says so when the form is kept.
    }
  }
}

function geometryOf(tool, points) {
  const pairs = points.map(pair);
  if (tool === "point") return pairs.length ? { type: "Point", coordinates: pairs[0] } : null;
  if (tool === "line") return pairs.length > 1 ? { type: "LineString", coordinates: pairs } : null;
  return pairs.length > 2 ? { type: "Polygon", coordinates: [[...pairs, pairs[0]]] } : null;
}

function pair(point) {
  return [Number(point.lng.toFixed(7)), Number(point.lat.toFixed(7))];
}
