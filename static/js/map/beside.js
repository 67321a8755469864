// What stands beside the map: search, filters, the list in step and the panel, all on the same choices as the map.

import { counted, nothingChosen, readAddress, valuesOf } from "./choices.js";
import { Filters } from "./filters.js";
import { cornersOf } from "./in-view.js";
import { latitudeOf, longitudeOf } from "./points.js";
import { OpenAsset } from "./open-asset.js";
import { Search } from "./search.js";
import { say, settings, tagLabel } from "./settings.js";
import { Sheet } from "./sheet.js";
import { fetched } from "./sources.js";
import { toast } from "./toasts.js";
import { tools } from "./tools.js";
import { WhatIsHere } from "./what-is-here.js";
import { WordBook } from "./word-book.js";

const CLOSE_BY = 18; // The nearest that all that was found is shown from.

export class Beside {
  /** `page` is the map page of page.js. */
  constructor(page) {
    this.page = page;
    this.book = new WordBook(settings().apis.words, fetched, tagLabel);
    this.build();
    this.listen();
    page.layers.assets.widen();
    if (page.early.ticked) page.choices = { ...this.filters.get(), words: this.search.words };
    this.filters.set(page.choices);
    this.linkList();
    this.arrived();
    if (page.choices.words) this.search.now();
    if (page.early.chosen) this.opened.open(page.asset);
    else if (page.asset) this.opened.open(page.asset, { how: "stay", centre: !page.arrivedAt });
  }

  build() {
    const on = (id) => document.getElementById(id);
    const { page } = this;
    this.sheet = new Sheet(on("atlas"), on("grip"), () => this.listNow());
    this.here = new WhatIsHere(page, this.book, this.sheet, {
      open: (number) => this.opened.open(number), clear: () => this.clear(), listed: () => this.opened.panel.turning() });
    this.opened = new OpenAsset(page, this, on("panel"), on("found"));
    this.filters = new Filters(on("find"), {
      tell: (how) => this.choose(how), clear: on("clear-filters"), close: on("close-filters"),
      more: on("more-filters"), badge: on("chosen-count") });
    this.search = new Search(on("q"), {
      ask: (words, signal) => this.asked({ q: [words] }, signal), look: (words) => this.lookInBook(words),
      tell: (answer) => this.hear(answer) });
    const container = page.map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", page.stage.getAttribute("aria-label"));
    tools(page.map, page.stage, page.home, () => page.goHome());
  }

  listen() {
    const { assets } = this.page.layers;
    assets.on("nothing", () => this.sheet.narrow.matches && !this.page.asset && this.sheet.to("peek"));
    this.here.showFound.addEventListener("click", () => this.fitFound());
    addEventListener("popstate", () => this.restore());
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** There are points, and perhaps no words yet. */
  async arrived() {
    this.follow();
    if (!settings().wordsAtOnce || this.book.whole) return;
    try {
      await this.book.all();
    } catch {
      return; // Names can wait: the markers stand, and the list says what it knows.
    }
    this.page.layers.assets.name((number) => this.book.get(number)?.title ?? "");
    this.follow();
  }

  /** What is chosen holds for what has just come too. */
  follow() {
    if (String(valuesOf(this.page.choices))) this.apply({ quietly: true });
    else this.listNow();
  }

  /** Ticks changed. */
  choose({ cleared = false } = {}) {
    const { page } = this;
    page.choices = { ...this.filters.get(), words: cleared ? "" : page.choices.words };
    if (cleared) {
      this.search.input.value = "";
      page.found = null;
      this.here.order = null;
    }
    this.filters.tell();
    this.apply();
  }

  clear() {
    this.filters.set(nothingChosen());
    this.choose({ cleared: true });
  }

  /** The search found something, or is over. */
  hear({ words, numbers, offline }) {
    const { page } = this;
    page.choices = { ...page.choices, words };
    page.found = numbers && new Set(numbers);
    this.here.order = numbers;
    if (offline) toast(say("offlineSearch"));
    if (numbers) this.sheet.atLeast("half");
    this.apply();
  }

  /** {numbers} of what the server finds, in every state: states are chosen here, so that the counts beside them stay true. */
  async asked(values, signal) {
    const url = new URL(settings().apis.search, location.href);
    for (const [name, all] of Object.entries({ ...values, state: Object.keys(this.page.codes.states) })) {
      for (const value of all) url.searchParams.append(name, value);
    }
    return (await fetched(url, { signal })).json();
  }

  /** The numbers of what has all these tags: from the word book, or from the server where the book is too large. */
  async numbersWith(tags) {
    if (!this.book.whole) return (await this.asked({ tag: tags })).numbers;
    return this.book.rows.filter((row) => tags.every((tag) => row.tags.includes(tag))).map(({ number }) => number);
  }

  async lookInBook(words) {
    await this.book.all().catch(() => {});
    return this.book.search(words);
  }

  /** Map, list, counts and address follow what is chosen. */
  async apply({ quietly = false } = {}) {
    const { page, book } = this;
    const tags = [...page.choices.tags];
    // Per view the server chooses by tag.
    page.tagged = tags.length && page.layers.assets.hasAll()
      ? new Set(await this.numbersWith(tags).catch(() => [])) : null;
    page.show();
    this.listNow();
    // Until something is chosen, the numbers beside the chips are those that came with the page.
    if (book.whole && (this.hasCounted || String(valuesOf(page.choices)))) {
      this.hasCounted = true;
      this.filters.count(counted(book.rows, page.choices, page.codes, page.found), page.codes);
    }
    if (!quietly) page.remember("replace");
    this.linkList();
  }

  listNow() {
    this.here.now();
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
      maxZoom: CLOSE_BY, paddingTopLeft: [60, 60], paddingBottomRight: [60, 60 + this.here.covered()] });
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
