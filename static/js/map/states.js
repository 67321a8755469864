// What the map says when there is nothing to see yet: being drawn, nobody told us, nothing fits, no network.

import { element } from "./pieces.js";
import { say } from "./settings.js";

/** The map is being fetched. */
export function loading() {
  return element("loading");
}

/** Something is being looked up. */
export function looking() {
  return element("looking");
}

/** It did not come; `again` tries once more. */
export function failed(again) {
  const note = element("failed");
  note.querySelector("[data-again]").addEventListener("click", again);
  return note;
}

/** It is not here, or not for this visitor. */
export function gone() {
  return element("gone");
}

/** The neighbourhood is still empty: an invitation. */
export function nobody() {
  return element("nobody");
}

/** Nothing fits what was chosen; `kind` is {plural, hint} where only that kind was asked for, `clear` shows everything. */
export function nothing(kind, clear) {
  const note = element("nothing");
  if (kind) {
    note.querySelector("[data-words]").textContent = say("noneOfKind", { kind: kind.plural.toLowerCase() });
    note.querySelector("[data-hint]").textContent = `${kind.hint}.`;
  }
  note.querySelector("[data-clear]").addEventListener("click", clear);
  return note;
}
