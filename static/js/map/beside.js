// What stands beside the map: search, filters, the list in step and the panel, all on the same choices as the map.

import { counted, letsThrough, nothingChosen, valuesOf } from "./choices.js";
import { openCrowd } from "./crowds-opening.js";
import { Filters } from "./filters.js";
import { cornersOf, inView } from "./in-view.js";
import { ListInStep } from "./list-in-step.js";
import { latitudeOf, longitudeOf } from "./mercator.js";
import { OpenAsset } from "./open-asset.js";
import { Search } from "./search.js";
import { readAddress } from "./address.js";
import { say, settings, tagLabel } from "./settings.js";
import { Sheet } from "./sheet.js";
import { fetched } from "./sources.js";
import { nobody, nothing } from "./states.js";
import { toast } from "./toasts.js";
import { tools } from "./tools.js";
import { WordBook } from "./word-book.js";

const CLOSE_BY = 18; // The nearest that all that was found is shown from.
const MOST_NAMED = 400; // Names asked for in one view, where they are asked per view.

export class Beside {
  /** `page` is the map page of page.js. */
  constructor(page) {
    this.page = page;
    this.book = new WordBook(settings().apis.words, fetched, tagLabel);
    this.order = null; // Numbers that a search found, best first.
    this.build();
    this.listen();
    this.filters.set(page.choices);
    this.linkList();
    this.arrived();
    if (page.choices.words) this.search.now();
    if (page.asset) this.opened.open(page.asset, { how: "stay", centre: !page.arrivedAt });
  }

  build() {
    const on = (id) => document.getElementById(id);
    const { page } = this;
    const { map, layers } = page;
    this.title = on("found-title");
    this.gripWords = on("grip-words");
    this.showFound = on("show-found");
    this.sheet = new Sheet(on("atlas"), on("grip"), () => this.listNow());
    this.list = new ListInStep(
      { rows: on("found-rows"), more: on("found-more"), unplaced: on("unplaced"), unplacedRows: on("unplaced-rows") },
      { open: (number) => this.opened.open(number), point: (number) => layers.assets.point(number) });
    this.opened = new OpenAsset(page, this, on("panel"), on("found"));
    this.filters = new Filters(on("find"), {
      tell: (how) => this.choose(how), clear: on("clear-filters"), close: on("close-filters"),
      more: on("more-filters"), badge: on("chosen-count") });
    this.search = new Search(on("q"), {
      ask: (words, signal) => this.askServer(words, signal), look: (words) => this.lookInBook(words),
      tell: (answer) => this.hear(answer) });
    const container = map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", page.stage.getAttribute("aria-label"));
    tools(map, page.stage, page.home, () => page.goHome());
  }

  listen() {
    const { assets } = this.page.layers;
    assets.on("choose", ({ number }) => this.opened.open(number));
    assets.on("crowd", ({ spot }) => openCrowd(this.page.map, assets, spot));
    assets.on("nothing", () => this.sheet.narrow.matches && !this.page.asset && this.sheet.to("peek"));
    this.showFound.addEventListener("click", () => this.fitFound());
    addEventListener("popstate", () => this.restore());
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** There are points, and perhaps no words yet. */
  async arrived() {
    this.listNow();
    if (!settings().allAtOnce || this.book.whole) return;
    try {
      await this.book.all();
    } catch {
      return; // Names can wait: the markers stand, and the list says what it knows.
    }
    this.page.layers.assets.name(new Map(this.book.rows.map(({ number, title }) => [number, title])));
    this.apply({ quietly: true });
  }

  /** Ticks changed. */
  choose({ cleared = false } = {}) {
    const { page } = this;
    page.choices = { ...this.filters.get(), words: cleared ? "" : page.choices.words };
    if (cleared) {
      this.search.input.value = "";
      page.found = null;
      this.order = null;
    }
    this.filters.tell();
    this.apply();
  }

  /** The search found something, or is over. */
  hear({ words, numbers, offline }) {
    const { page } = this;
    page.choices = { ...page.choices, words };
    page.found = numbers && new Set(numbers);
    this.order = numbers;
    if (offline) toast(say("offlineSearch"));
    if (numbers) this.sheet.atLeast("half");
    this.apply();
  }

  async askServer(words, signal) {
    const url = new URL(settings().apis.search, location.href);
    url.searchParams.set("q", words);
    // States are chosen here, so that the counts beside them stay true.
    for (const state of Object.keys(this.page.codes.states)) url.searchParams.append("state", state);
    return (await fetched(url, { signal })).json();
  }

  async lookInBook(words) {
    await this.book.all().catch(() => {});
    return this.book.search(words);
  }

  /** Map, list, counts and address follow what is chosen. */
  apply({ quietly = false } = {}) {
    const { page, book } = this;
    const { tags } = page.choices;
    page.tagged = tags.size && book.whole
      ? new Set(book.rows.filter((row) => [...tags].every((tag) => row.tags.includes(tag))).map(({ number }) => number))
      : null;
    page.show();
    this.listNow();
    if (book.whole) this.filters.count(counted(book.rows, page.choices, page.codes, page.found), page.codes);
    if (!quietly) page.remember("replace");
    this.linkList();
  }

  /** The list in step with what is in view; while something is looked for, all that was found. */
  async listNow() {
    const { points, mask } = this.page.layers.assets;
    if (!points || !mask) return;
    const seen = inView(points, mask, this.window());
    if (!settings().allAtOnce) {
      await this.listAsked(seen);
    } else if (this.book.whole) {
      this.listKnown(points, seen);
    } else {
      this.heading(seen.count, false);
    }
  }

  /** With all words at hand. */
  listKnown(points, { numbers }) {
    const { choices, codes, found } = this.page;
    const placed = this.placedNumbers(points);
    const fits = this.book.rows.filter((row) => letsThrough(row, choices, codes, found));
    const looking = found !== null;
    const rows = fits.filter(({ number }) => (looking ? placed.has(number) : numbers.has(number)));
    if (looking) {
      const rank = new Map(this.order.map((number, place) => [number, place]));
      rows.sort((one, other) => rank.get(one.number) - rank.get(other.number));
    }
    const elsewhere = fits.filter(({ number }) => !placed.has(number));
    this.showRows(rows, elsewhere, looking ? fits.length : rows.length);
  }

  /** With words asked for this view; a view with too many to name has none. */
  async listAsked({ numbers, count }) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const few = numbers.size === count && numbers.size <= MOST_NAMED;
    const rows = few ? await this.book.some([...numbers]).catch(() => []) : [];
    if (turn !== this.turn) return;
    if (few) this.page.layers.assets.name(new Map(rows.map(({ number, title }) => [number, title])));
    this.showRows(rows, [], count);
  }

  showRows(rows, elsewhere, count) {
    const { page } = this;
    this.list.show(rows, elsewhere);
    this.opened.panel.turning();
    this.heading(count, page.found !== null);
    this.showFound.hidden = page.found === null || !rows.length;
    if (settings().total === 0 && !rows.length && !elsewhere.length && !this.isChosen()) page.tell(nobody());
    else if (this.book.whole && !rows.length && !elsewhere.length && this.isChosen()) page.tell(this.nothingNote());
    else page.tell(null);
  }

  nothingNote() {
    const { kinds, states, tags, words } = this.page.choices;
    const only = kinds.size === 1 && !states.size && !tags.size && !words ? this.page.codes.kinds[[...kinds][0]] : 0;
    return nothing(only ? settings().kinds[only] : null, () => this.clear());
  }

  isChosen() {
    return String(valuesOf(this.page.choices)) !== "";
  }

  clear() {
    this.filters.set(nothingChosen());
    this.choose({ cleared: true });
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

  /** Pixels of the map that lie under the sheet. */
  covered() {
    return this.sheet.covers(this.page.stage, this.page.side);
  }

  placedNumbers(points) {
    if (this.placedOf !== points) {
      this.placedOf = points;
      this.placed = new Set(points.numbers);
    }
    return this.placed;
  }

  /** A tag was touched in the panel: its filter where there is one, otherwise its word. */
  addTag(tag) {
    this.opened.close();
    if (!this.filters.knows(tag)) {
      this.search.input.value = tagLabel(tag);
      this.search.now();
      return;
    }
    const { kinds, states, tags } = this.filters.get();
    this.filters.set({ kinds, states, tags: new Set([...tags, tag]) });
    this.choose();
  }

  fitFound() {
    const { points, mask } = this.page.layers.assets;
    const box = cornersOf(points, mask);
    if (!box) return;
    const bounds = L.latLngBounds(
      [latitudeOf(box[3]), longitudeOf(box[0])], [latitudeOf(box[1]), longitudeOf(box[2])]);
    this.page.map.fitBounds(bounds, {
      maxZoom: CLOSE_BY, paddingTopLeft: [60, 60], paddingBottomRight: [60, 60 + this.covered()] });
  }

  key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (document.getElementById("more-filters").open) document.getElementById("close-filters").click();
    else if (!this.page.layers.assets.closeFan()) this.opened.close();
  }

  /** A step back or forth. */
  restore() {
    const { page } = this;
    const { at, asset, choices } = readAddress(location.search);
    page.choices = choices;
    this.filters.set(choices);
    if (this.search.words !== choices.words) {
      this.search.input.value = choices.words;
      this.search.now();
    }
    if (at) page.map.setView([at.latitude, at.longitude], at.zoom);
    if (asset) this.opened.open(asset, { how: "stay" });
    else this.opened.close({ how: "stay" });
    this.apply({ quietly: true });
  }

  /** The links to the list take the choices along. */
  linkList() {
    const values = valuesOf(this.page.choices);
    const audience = new URLSearchParams(location.search).get("audience");
    if (audience) values.set("audience", audience);
    for (const link of document.querySelectorAll("#list-link, .menu a[href*='/list']")) {
      link.href = `${link.pathname}${String(values) && `?${values}`}`;
    }
  }
}
