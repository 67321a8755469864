// What somebody chose to see: kinds, states and tags, and words to look for; and how that and the view stand in the
// page's address, under the same names as in the address of the list. What else stands in the address stays.

import { kindOf, stateOf } from "./points.js";

const RETIRED = 4;
const OWN = ["at", "asset", "q", "kind", "state", "tag"];

/** Nothing chosen: everything that is here now. */
export function nothingChosen() {
  return { words: "", kinds: new Set(), states: new Set(), tags: new Set() };
}

/** The choices in the values of an address. Kinds and states are names. */
export function choicesFrom(values) {
  return {
    words: (values.get("q") ?? "").trim(),
    kinds: new Set(values.getAll("kind")),
    states: new Set(values.getAll("state")),
    tags: new Set(values.getAll("tag")),
  };
}

/** The choices as values of an address. */
export function valuesOf({ words, kinds, states, tags }) {
  const values = new URLSearchParams();
  if (words) values.set("q", words);
  for (const [name, chosen] of [["kind", kinds], ["state", states], ["tag", tags]]) {
    for (const value of chosen) values.append(name, value);
  }
  return values;
}

/** How many things are chosen beside the words. */
export function howMany({ kinds, states, tags }) {
  return kinds.size + states.size + tags.size;
}

/**
 * A mask of points: 1 for what is shown. `codes` are {kinds: {name: code}, states: {name: code}}; `among` holds the only
 * numbers that count, null for all of them (what a search found, what has the tags).
 */
export function maskOf(points, choices, codes, among) {
  const kinds = allowed(choices.kinds, codes.kinds, 8);
  const states = allowed(choices.states, codes.states, 5);
  if (!choices.states.size) states[RETIRED] = 0;
  const mask = new Uint8Array(points.count);
  for (let i = 0; i < points.count; i += 1) {
    const what = points.what[i];
    mask[i] = kinds[kindOf(what)] & states[stateOf(what)] & (among && !among.has(points.numbers[i]) ? 0 : 1);
  }
  return mask;
}

/** Whether a row of words is let through; `without` leaves one of "kinds", "states", "tags" out of account. */
export function letsThrough(row, choices, codes, found, without = "") {
  if (found && !found.has(row.number)) return false;
  if (without !== "kinds" && choices.kinds.size && !has(choices.kinds, codes.kinds, row.kind)) return false;
  if (without !== "states") {
    if (choices.states.size ? !has(choices.states, codes.states, row.state) : row.state === RETIRED) return false;
  }
  if (without !== "tags") for (const tag of choices.tags) if (!row.tags.includes(tag)) return false;
  return true;
}

/** How many there would be of each kind and state code and each tag, given what else is chosen. */
export function counted(rows, choices, codes, found) {
  const counts = { kinds: {}, states: {}, tags: {} };
  const add = (table, key) => { table[key] = (table[key] ?? 0) + 1; };
  for (const row of rows) {
    if (letsThrough(row, choices, codes, found, "kinds")) add(counts.kinds, row.kind);
    if (letsThrough(row, choices, codes, found, "states")) add(counts.states, row.state);
    if (letsThrough(row, choices, codes, found)) for (const tag of row.tags) add(counts.tags, tag);
  }
  return counts;
}

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

function has(chosen, codes, code) {
  for (const name of chosen) if (codes[name] === code) return true;
  return false;
}

function allowed(chosen, codes, size) {
  const table = new Uint8Array(size).fill(chosen.size ? 0 : 1);
  for (const name of chosen) if (codes[name]) table[codes[name]] = 1;
  return table;
}

function placeIn(text) {
  const [zoom, latitude, longitude, ...more] = (text ?? "").split("/").map(Number);
  const good = !more.length && Number.isFinite(zoom) && Math.abs(latitude) <= 85.06 && Math.abs(longitude) <= 180;
  return good && zoom >= 0 && zoom <= 22 ? { zoom: Math.round(zoom), latitude, longitude } : null;
}

function wholeNumber(text) {
  return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : 0;
}
