// What is here, in words: the rows and the heading beside the map follow what is in view and what is chosen.

import { letsThrough, valuesOf } from "./choices.js";
import { inView } from "./in-view.js";
import { ListInStep } from "./list-in-step.js";
import { say, settings } from "./settings.js";
import { nobody, nothing } from "./states.js";

const MOST_NAMED = 400; // Names asked for at once, where not all of them are at hand.

export class WhatIsHere {
  /** `page` is the map page, `book` its word book; `on` has open(number), clear() and listed(). */
  constructor(page, book, sheet, on) {
    Object.assign(this, { page, book, sheet, on });
    const find = (id) => document.getElementById(id);
    this.title = find("found-title");
    this.gripWords = find("grip-words");
    this.showFound = find("show-found");
    this.order = null; // Numbers that a search found, best first.
    this.list = new ListInStep(
      { rows: find("found-rows"), more: find("found-more"), unplaced: find("unplaced"), unplacedRows: find("unplaced-rows") },
      { open: on.open, point: (number) => page.layers.assets.point(number) });
  }

  /** Brings list and heading up to date; while something is looked for, the list holds all that was found. */
  async now() {
    const { points, mask } = this.page.layers.assets;
    if (!points || !mask) return;
    const seen = inView(points, mask, this.window());
    if (!settings().wordsAtOnce) {
      await this.asked(seen);
    } else if (this.book.whole) {
      this.known(points, seen);
    } else {
      this.heading(seen.count, false);
    }
  }

  /** Pixels of the map that lie under the sheet. */
  covered() {
    return this.sheet.covers(this.page.stage, this.page.side);
  }

  /** With all words at hand. */
  known(points, { numbers }) {
    const { choices, codes, found } = this.page;
    const placed = this.placedNumbers(points);
    const fits = this.book.rows.filter((row) => letsThrough(row, choices, codes, found));
    const looking = found !== null;
    const rows = fits.filter(({ number }) => (looking ? placed.has(number) : numbers.has(number)));
    if (looking) this.byRank(rows);
    const elsewhere = fits.filter(({ number }) => !placed.has(number));
    this.show(rows, elsewhere, looking ? fits.length : rows.length);
  }

  /** With words asked for what is in view, or for what was found; a view with too many to name has none. */
  async asked({ numbers, count }) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const { choices, codes, found } = this.page;
    const looking = found !== null;
    const few = numbers.size === count && numbers.size <= MOST_NAMED;
    const wanted = looking ? this.order.slice(0, MOST_NAMED) : few ? [...numbers] : [];
    const rows = (await this.book.some(wanted).catch(() => [])).filter((row) => letsThrough(row, choices, codes, found));
    if (turn !== this.turn) return;
    if (looking) this.byRank(rows);
    this.page.layers.assets.name((number) => this.book.get(number)?.title ?? "");
    this.show(rows, [], looking ? rows.length : count);
  }

  byRank(rows) {
    const rank = new Map(this.order.map((number, place) => [number, place]));
    rows.sort((one, other) => rank.get(one.number) - rank.get(other.number));
  }

  show(rows, elsewhere, count) {
    const { page } = this;
    const looking = page.found !== null;
    // Under a sheet that is down nobody sees or hears the rows; they come when it comes up.
    if (!this.sheet.isDown) this.list.show(rows, elsewhere);
    this.on.listed();
    this.heading(count, looking);
    this.showFound.hidden = !looking || !rows.length;
    const none = !rows.length && !elsewhere.length;
    const chosen = String(valuesOf(page.choices)) !== "";
    if (none && !chosen && settings().total === 0) page.tell(nobody());
    else if (none && chosen && (looking || this.book.whole) && !this.somethingElsewhere()) {
      page.tell(this.nothingNote());
      // The note stands on the map: an empty sheet must not lie over it.
      if (this.sheet.narrow.matches && this.sheet.height !== "peek") this.sheet.to("peek");
    }
    else page.tell(null);
  }

  /** Whether the choices leave something on another part of the map. */
  somethingElsewhere() {
    return this.page.layers.assets.mask.includes(1);
  }

  nothingNote() {
    const { choices, codes } = this.page;
    const { kinds, states, tags, words } = choices;
    const only = kinds.size === 1 && !states.size && !tags.size && !words ? codes.kinds[[...kinds][0]] : 0;
    return nothing(only ? settings().kinds[only] : null, this.on.clear);
  }

  heading(n, looking) {
    const words = looking ? say("found", { n }) : n ? say("inView", { n }) : say("nothingInView");
    if (this.title.textContent !== words) this.title.textContent = words;
    this.gripWords.textContent = words;
  }

  /** What of the map is not under the sheet: [left, top, right, bottom], 0 … 1 of the world. */
  window() {
    const { map } = this.page;
    const { min, max } = map.getPixelBounds();
    const size = 256 * 2 ** map.getZoom();
    const covered = this.sheet.height === "full" ? 0 : this.covered();
    return [min.x / size, min.y / size, max.x / size, (max.y - covered) / size];
  }

  placedNumbers(points) {
    if (this.placedOf !== points) {
      this.placedOf = points;
      this.placed = new Set(points.numbers);
    }
    return this.placed;
  }
}
