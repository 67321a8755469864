// The address: where the map stands, what is chosen and which asset is open, so that a link opens exactly this view again.
//
// ?at=17/52.01234/4.35678 is zoom, latitude and longitude; kind, state, tag and q are the list's; asset is a number.
// Whatever else stands in the address stays.

import { choicesFrom, valuesOf } from "./choices.js";

const OWN = ["at", "asset", "q", "kind", "state", "tag"];

/** {at: {zoom, latitude, longitude} or null, asset, choices} of an address' values ("?at=…"). */
export function readAddress(search) {
  const values = new URLSearchParams(search);
  return { at: placeIn(values.get("at")), asset: wholeNumber(values.get("asset")), choices: choicesFrom(values) };
}

/** The values of an address ("?…", or "" for none) for a view; `before` is the address so far. */
export function writeAddress({ at, asset, choices }, before = "") {
  const values = new URLSearchParams(before);
  for (const name of OWN) values.delete(name);
  for (const [name, value] of valuesOf(choices)) values.append(name, value);
  if (at) values.set("at", `${at.zoom}/${at.latitude.toFixed(5)}/${at.longitude.toFixed(5)}`);
  if (asset) values.set("asset", asset);
  const text = values.toString().replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}

function placeIn(text) {
  const [zoom, latitude, longitude, ...more] = (text ?? "").split("/").map(Number);
  const good = !more.length && Number.isFinite(zoom) && Math.abs(latitude) <= 85.06 && Math.abs(longitude) <= 180;
  return good && zoom >= 0 && zoom <= 22 ? { zoom: Math.round(zoom), latitude, longitude } : null;
}

function wholeNumber(text) {
  return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : 0;
}
