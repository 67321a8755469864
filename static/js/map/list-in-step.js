// The list that stays in step with the map: a canvas says nothing to a screen reader, this does. Its rows open the panel.

import { element, iconElement } from "./pieces.js";
import { directionOf, say, settings } from "./settings.js";

const FIRST = 60; // Rows at first, and with each "more".

export class ListInStep {
  /** `rows` and `more` are elements; `open(number, row)` is called for a row, `point(number)` while one is looked at. */
  constructor({ rows, more, unplaced, unplacedRows }, { open, point }) {
    Object.assign(this, { rows, more, unplaced, unplacedRows, open, point });
    this.shown = [];
    for (const list of [rows, unplacedRows]) this.listen(list);
  }

  /** Shows these rows of words, and those without a place on the map below them. */
  show(here, elsewhere) {
    this.shown = here;
    this.elsewhere = elsewhere;
    this.rows.replaceChildren(...here.slice(0, FIRST).map(rowElement));
    this.offerMore(FIRST);
    this.unplaced.hidden = !elsewhere.length;
    this.unplacedRows.replaceChildren(...elsewhere.slice(0, FIRST).map(rowElement));
    this.mark(this.chosen);
  }

  /** The asset whose row is marked as the one that is open. */
  mark(number) {
    this.chosen = number;
    for (const link of this.links()) {
      if (Number(link.dataset.number) === number) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** The link of this asset's row, null where it has none. */
  linkOf(number) {
    return this.links().find((link) => Number(link.dataset.number) === number) ?? null;
  }

  /** The asset before or after this one in the list, 0 where there is none. */
  neighbour(number, step) {
    const all = [...this.shown, ...(this.elsewhere ?? [])];
    const place = all.findIndex((row) => row.number === number);
    return place < 0 ? 0 : all[place + step]?.number ?? 0;
  }

  links() {
    return [...this.rows.querySelectorAll("a"), ...this.unplacedRows.querySelectorAll("a")];
  }

  offerMore(from) {
    this.more.replaceChildren();
    const left = this.shown.length - from;
    if (left <= 0) return;
    const button = element("more");
    button.textContent = say("more", { n: left });
    button.addEventListener("click", () => {
      const rows = this.shown.slice(from, from + FIRST).map(rowElement);
      this.rows.append(...rows);
      rows[0].querySelector("a").focus();
      this.offerMore(from + FIRST);
    });
    this.more.append(button);
  }

  listen(list) {
    const numberOf = (event) => Number(event.target.closest("a")?.dataset.number ?? 0);
    list.addEventListener("click", (event) => {
      const number = numberOf(event);
      if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(number);
    });
    list.addEventListener("pointerover", (event) => this.point(numberOf(event)));
    list.addEventListener("pointerleave", () => this.point(0));
    list.addEventListener("focusin", (event) => this.point(numberOf(event)));
    list.addEventListener("focusout", () => this.point(0));
  }
}

function rowElement({ number, title, kind, state, street, language }) {
  const row = element("row");
  const { kinds, states, assetPage } = settings();
  const link = row.querySelector("a");
  link.href = assetPage.replace(/\/0(?=\?|$)/, `/${number}`);
  link.dataset.number = number;
  link.dataset.kind = kinds[kind].name;
  row.querySelector(".blot").append(iconElement(kinds[kind].name));
  const name = row.querySelector("[data-title]");
  name.textContent = title;
  if (language !== settings().language) {
    name.lang = language;
    name.dir = directionOf(language);
  }
  row.querySelector("[data-kind-label]").textContent = kinds[kind].label + (state > 1 ? ` · ${states[state].label}` : "");
  row.querySelector("[data-street]").textContent = street;
  return row;
}
