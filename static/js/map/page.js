// The map page: joins map, filters, search, list, panel and address. What each of them does stands in its own module.

import { readAddress, writeAddress } from "./address.js";
import { counted, letsThrough, maskOf, nothingChosen, valuesOf } from "./choices.js";
import { openCrowd } from "./crowds-opening.js";
import { Filters } from "./filters.js";
import { ListInStep } from "./list-in-step.js";
import { latitudeOf, longitudeOf } from "./mercator.js";
import { Panel } from "./panel.js";
import { Search } from "./search.js";
import { say, settings, tagLabel } from "./settings.js";
import { Sheet } from "./sheet.js";
import { fetched } from "./sources.js";
import { failed, loading, nobody, nothing } from "./states.js";
import { toast } from "./toasts.js";
import { tools } from "./tools.js";
import { WordBook } from "./word-book.js";

const REST = 160; // Milliseconds after which a moved map counts as at rest.
const CLOSE_BY = 17; // Zoom at which an asset chosen from far away is shown.

/** Called by the last line that Folium writes: the map and its layers, base, shapes, connections and assets. */
export function startPage(map, layers) {
  return new Page(map, layers);
}

class Page {
  constructor(map, layers) {
    this.map = map;
    this.layers = layers;
    this.home = layers.home;
    this.book = new WordBook(settings().apis.words, fetched);
    this.codes = { kinds: byName(settings().kinds), states: byName(settings().states) };
    this.found = null;
    this.order = null;
    const { at, asset, choices } = readAddress(location.search);
    this.choices = choices;
    this.build();
    if (at) map.setView([at.latitude, at.longitude], at.zoom, { animate: false });
    else this.goHome({ animate: false });
    this.filters.set(choices);
    this.listen();
    if (choices.words) this.search.now();
    if (asset) this.open(asset, { how: "stay", centre: !at });
    this.apply({ quietly: true });
  }

  build() {
    const on = (id) => document.getElementById(id);
    const atlas = on("atlas");
    this.stage = on("stage");
    this.side = on("side");
    this.title = on("found-title");
    this.gripWords = on("grip-words");
    this.showFound = on("show-found");
    this.state = on("state");
    this.atlas = atlas;
    this.sheet = new Sheet(atlas, on("grip"), () => this.sheetMoved());
    this.list = new ListInStep(
      { rows: on("found-rows"), more: on("found-more"), unplaced: on("unplaced"), unplacedRows: on("unplaced-rows") },
      { open: (number) => this.open(number), point: (number) => this.layers.assets.point(number) });
    this.panel = new Panel(on("panel"), fetched, {
      choose: (number) => this.open(number), close: () => this.close(), tag: (tag) => this.addTag(tag),
      before: () => this.list.neighbour(this.panel.number, -1), after: () => this.list.neighbour(this.panel.number, 1) });
    this.filters = new Filters(on("find"), {
      tell: (how) => this.choose(how), clear: on("clear-filters"), close: on("close-filters"),
      more: on("more-filters"), badge: on("chosen-count") });
    this.search = new Search(on("q"), {
      ask: (words, signal) => this.askServer(words, signal), look: (words) => this.lookInBook(words),
      tell: (answer) => this.hear(answer) });
    const container = this.map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", this.stage.getAttribute("aria-label"));
    tools(this.map, this.stage, this.home, () => this.goHome());
  }

  /** The whole neighbourhood, in the middle of what neither search nor sheet covers. */
  goHome(options) {
    const { map } = this;
    const zoom = map.getBoundsZoom(this.home);
    const above = this.sheet.narrow.matches ? document.getElementById("find").offsetHeight : 0;
    const below = this.sheet.covers(this.stage, this.side);
    const middle = map.project(this.home.getCenter(), zoom).add([0, (below - above) / 2]);
    map.setView(map.unproject(middle, zoom), zoom, options);
  }

  listen() {
    const { assets, base, connections, shapes } = this.layers;
    connections.between(assets);
    shapes.beneath(assets);
    base.on("baseready", ({ base: file }) => this.credit(file));
    assets.on("waiting", () => this.tell(loading()));
    assets.on("points", () => this.arrived());
    assets.on("failed", () => this.tell(failed(() => { this.tell(null); assets.again(); })));
    assets.on("choose", ({ number }) => this.open(number));
    assets.on("crowd", ({ spot }) => openCrowd(this.map, assets, spot));
    assets.on("nothing", () => this.sheet.narrow.matches && !this.panel.number && this.sheet.to("peek"));
    this.map.on("moveend", () => this.moved());
    this.showFound.addEventListener("click", () => this.fitFound());
    addEventListener("popstate", () => this.restore());
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** There are new points: names and shapes may follow, the first picture stands. */
  async arrived() {
    this.tell(null);
    this.apply({ quietly: true });
    if (!settings().allAtOnce) return;
    try {
      await this.book.all();
      this.layers.assets.name(new Map(this.book.rows.map(({ number, title }) => [number, title])));
      this.apply({ quietly: true });
    } catch {
      // Names can wait: the markers stand, and the list says what it knows.
    }
  }

  /** Ticks changed. */
  choose({ cleared = false } = {}) {
    this.choices = { ...this.filters.get(), words: cleared ? "" : this.choices.words };
    if (cleared) {
      this.search.input.value = "";
      this.found = null;
      this.order = null;
    }
    this.filters.tell();
    this.apply();
  }

  /** The search found something, or is over. */
  hear({ words, numbers, offline }) {
    this.choices = { ...this.choices, words };
    this.order = numbers;
    this.found = numbers && new Set(numbers);
    if (offline) toast(say("offlineSearch"));
    if (numbers) this.sheet.atLeast("half");
    this.apply();
  }

  async askServer(words, signal) {
    const url = new URL(settings().apis.search, location.href);
    url.searchParams.set("q", words);
    for (const state of Object.keys(this.codes.states)) url.searchParams.append("state", state);
    return (await fetched(url, { signal })).json();
  }

  async lookInBook(words) {
    await this.book.all().catch(() => {});
    return this.book.search(words, tagLabel);
  }

  /** Shows what is chosen on map and in list, and writes it into the address. */
  apply({ quietly = false } = {}) {
    const { assets } = this.layers;
    if (assets.points) assets.filter(this.mask(assets.points), valuesOf(this.choices));
    this.listNow();
    if (this.book.whole) {
      this.filters.count(counted(this.book.rows, this.choices, this.codes, this.found), this.codes);
    }
    if (!quietly) this.remember("replace");
    this.linkList();
  }

  mask(points) {
    if (!settings().allAtOnce) return new Uint8Array(points.count).fill(1);
    const { tags } = this.choices;
    let among = this.found;
    if (tags.size && this.book.whole) {
      const tagged = this.book.rows.filter((row) => [...tags].every((tag) => row.tags.includes(tag)));
      among = new Set(tagged.map(({ number }) => number).filter((number) => !among || among.has(number)));
    }
    return maskOf(points, this.choices, this.codes, among);
  }

  moved() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.listNow();
      this.remember("replace");
    }, REST);
  }

  /** The list in step with what is in view; while something is looked for, all that was found. */
  async listNow() {
    const { points, mask } = this.layers.assets;
    if (!points || !mask) return;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const numbers = this.inView(points, mask);
    if (!settings().allAtOnce) {
      const rows = points.tallies && numbers.size > 400 ? [] : await this.book.some([...numbers]).catch(() => []);
      if (turn === this.turn) this.showRows(rows, [], this.countInView(points, mask));
      return;
    }
    if (!this.book.whole) {
      this.heading(numbers.size, false);
      return;
    }
    const placed = this.placedNumbers(points);
    const fits = this.book.rows.filter((row) => letsThrough(row, this.choices, this.codes, this.found));
    const looking = this.found !== null;
    const rows = fits.filter(({ number }) => (looking ? placed.has(number) : numbers.has(number)));
    if (looking) rows.sort((one, other) => this.order.indexOf(one.number) - this.order.indexOf(other.number));
    const elsewhere = fits.filter(({ number }) => !placed.has(number));
    this.showRows(rows, elsewhere, looking ? fits.length : rows.length);
  }

  showRows(rows, elsewhere, count) {
    this.list.show(rows, elsewhere);
    this.panel.turning();
    this.heading(count, this.found !== null);
    this.showFound.hidden = this.found === null || !rows.length;
    const everything = this.book.whole && this.book.rows.length === 0;
    if (everything || (settings().total === 0 && !rows.length)) this.tell(nobody());
    else if (this.book.whole && !rows.length && !elsewhere.length && this.isChosen()) this.tell(this.nothingNote());
    else if (this.layers.assets.points) this.tell(null);
  }

  nothingNote() {
    const { kinds, states, tags, words } = this.choices;
    const only = kinds.size === 1 && !states.size && !tags.size && !words ? this.codes.kinds[[...kinds][0]] : 0;
    return nothing(only ? settings().kinds[only] : null, () => this.clear());
  }

  isChosen() {
    return String(valuesOf(this.choices)) !== "";
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

  inView(points, mask) {
    const [left, top, right, bottom] = this.window();
    const numbers = new Set();
    for (let i = 0; i < points.count; i += 1) {
      if (!mask[i] || !points.numbers[i]) continue;
      const across = points.across[i];
      const down = points.down[i];
      if (across >= left && across <= right && down >= top && down <= bottom) numbers.add(points.numbers[i]);
    }
    return numbers;
  }

  countInView(points, mask) {
    const [left, top, right, bottom] = this.window();
    let count = 0;
    for (let i = 0; i < points.count; i += 1) {
      if (!mask[i] || points.across[i] < left || points.across[i] > right || points.down[i] < top || points.down[i] > bottom) continue;
      count += points.tallies ? points.tallies.subarray(i * 7, i * 7 + 7).reduce((sum, n) => sum + n, 0) : 1;
    }
    return count;
  }

  /** What of the map is not under the sheet, in web-mercator: [left, top, right, bottom], 0 … 1. */
  window() {
    const { min, max } = this.map.getPixelBounds();
    const size = 256 * 2 ** this.map.getZoom();
    const covered = this.sheet.height === "full" ? 0 : this.sheet.covers(this.stage, this.side);
    return [min.x / size, min.y / size, max.x / size, (max.y - covered) / size];
  }

  placedNumbers(points) {
    if (this.placedOf !== points) {
      this.placedOf = points;
      this.placed = new Set(points.numbers);
    }
    return this.placed;
  }

  /** Opens the panel for an asset. `how` is push (a step back closes it again) or stay (the address says so already). */
  async open(number, { how = "push", centre = false } = {}) {
    if (!number) return;
    if (!this.panel.number) this.opener = document.activeElement;
    this.atlas.dataset.open = "";
    document.getElementById("found").hidden = true;
    this.sheet.atLeast("half");
    const { assets, connections, shapes } = this.layers;
    assets.choose(number);
    shapes.choose(number);
    connections.choose(null);
    this.list.mark(number);
    const opening = this.panel.show(number);
    if (how === "push") this.remember("push");
    const details = await opening;
    if (this.panel.number !== number) return;
    this.panel.target.focus({ preventScroll: true });
    document.getElementById("side-in").scrollTop = 0;
    if (!details) return;
    connections.choose(details);
    this.bringIntoView(details.point, centre);
  }

  /** Moves the map only where the asset would not be seen, or is lost in a crowd. */
  bringIntoView(point, centre) {
    if (!point) return;
    const at = L.latLng(point[1], point[0]);
    const alone = this.layers.assets.standsAlone(this.panel.number);
    const covered = this.sheet.covers(this.stage, this.side);
    if (centre || (!alone && this.map.getZoom() < CLOSE_BY)) {
      const zoom = Math.max(this.map.getZoom(), CLOSE_BY);
      const place = this.map.project(at, zoom).add([0, covered / 2]);
      this.map.setView(this.map.unproject(place, zoom), zoom);
      return;
    }
    this.map.panInside(at, { paddingTopLeft: [70, 150], paddingBottomRight: [70, 60 + covered] });
  }

  close({ how = "push" } = {}) {
    const number = this.panel.number;
    if (!number) return;
    this.panel.hide();
    delete this.atlas.dataset.open;
    document.getElementById("found").hidden = false;
    const { assets, connections, shapes } = this.layers;
    assets.choose(0);
    shapes.choose(0);
    connections.choose(null);
    this.list.mark(0);
    if (how === "push") this.remember("push");
    const back = this.list.linkOf(number) ?? this.opener;
    if (back?.isConnected) back.focus({ preventScroll: false });
    else this.map.getContainer().focus({ preventScroll: true });
  }

  addTag(tag) {
    if (this.filters.knows(tag)) {
      const { kinds, states, tags } = this.filters.get();
      this.close();
      this.filters.set({ kinds, states, tags: new Set([...tags, tag]) });
      this.choose();
      return;
    }
    this.close();
    this.search.input.value = tagLabel(tag);
    this.search.now();
  }

  fitFound() {
    const { points, mask } = this.layers.assets;
    const bounds = L.latLngBounds([]);
    for (let i = 0; i < points.count; i += 1) {
      if (mask[i]) bounds.extend([latitudeOf(points.down[i]), longitudeOf(points.across[i])]);
    }
    if (!bounds.isValid()) return;
    const covered = this.sheet.covers(this.stage, this.side);
    this.map.fitBounds(bounds, { maxZoom: CLOSE_BY + 1, paddingTopLeft: [60, 60], paddingBottomRight: [60, 60 + covered] });
  }

  key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (document.getElementById("more-filters").open) document.getElementById("close-filters").click();
    else if (!this.layers.assets.closeFan()) this.close();
  }

  sheetMoved() {
    if (this.layers.assets.points) this.listNow();
  }

  /** Writes the view into the address: as a new step, or in place of the last one. */
  remember(how) {
    const { lat, lng } = this.map.getCenter();
    const address = writeAddress({
      at: { zoom: this.map.getZoom(), latitude: lat, longitude: lng }, asset: this.panel.number, choices: this.choices,
    }, location.search);
    history[how === "push" ? "pushState" : "replaceState"](null, "", address || location.pathname);
  }

  /** A step back or forth. */
  restore() {
    const { at, asset, choices } = readAddress(location.search);
    this.choices = choices;
    this.filters.set(choices);
    this.search.input.value = choices.words;
    this.search.now();
    if (at) this.map.setView([at.latitude, at.longitude], at.zoom);
    if (asset) this.open(asset, { how: "stay" });
    else this.close({ how: "stay" });
    this.apply({ quietly: true });
  }

  /** The link to the list takes the choices along. */
  linkList() {
    const values = valuesOf(this.choices);
    const audience = new URLSearchParams(location.search).get("audience");
    if (audience) values.set("audience", audience);
    for (const link of document.querySelectorAll("#list-link, .menu a[href$='/list']")) {
      link.href = `${link.pathname}${String(values) && `?${values}`}`;
    }
  }

  credit(file) {
    document.getElementById("credit-osm").hidden = !file;
  }

  tell(note) {
    this.state.replaceChildren(...(note ? [note] : []));
  }
}

function byName(table) {
  return Object.fromEntries(Object.entries(table).map(([code, { name }]) => [name, Number(code)]));
}
