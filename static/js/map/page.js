// The map page: puts map, layers, choices and address together. What stands beside the map comes when its markers stand.

import { readAddress, writeAddress } from "./address.js";
import { maskOf, valuesOf } from "./choices.js";
import { settings } from "./settings.js";
import { failed, loading } from "./states.js";

const REST = 160; // Milliseconds after which a moved map counts as at rest.

/** Called by the last line that Folium writes: the map, the layer of assets, promises of the others, and home's bounds. */
export function startPage(map, layers) {
  // An element of the page knows the page: for tests, and for who wants to look inside.
  map.getContainer().assetmapPage = new Page(map, layers);
}

class Page {
  constructor(map, layers) {
    this.map = map;
    this.layers = layers;
    this.home = layers.home;
    this.codes = { kinds: byName(settings().kinds), states: byName(settings().states) };
    this.found = null; // Numbers that a search found.
    this.tagged = null; // Numbers that have the chosen tags.
    this.beside = null; // List, panel and search.
    this.stage = document.getElementById("stage");
    this.side = document.getElementById("side");
    this.state = document.getElementById("state");
    Object.assign(this, readAddress(location.search));
    this.arrivedAt = Boolean(this.at);
    if (this.at) map.setView([this.at.latitude, this.at.longitude], this.at.zoom, { animate: false });
    else this.goHome({ animate: false });
    this.listen();
  }

  listen() {
    const { assets } = this.layers;
    this.join();
    assets.on("waiting", () => this.tell(loading()));
    assets.on("points", () => this.arrived());
    assets.on("failed", () => this.tell(failed(() => { this.tell(null); assets.again(); })));
    addEventListener("assets-stand", () => this.bring(), { once: true });
    this.map.on("moveend", () => this.moved());
  }

  /** Streets, shapes and connections come beside the markers, each when it comes; what fails is left out. */
  join() {
    const { assets, base, connections, shapes } = this.layers;
    base.then((layer) => layer.on("baseready", ({ base: file }) => {
      document.getElementById("credit-osm").hidden = !file;
    }));
    shapes.then((layer) => layer.beneath(assets));
    connections.then((layer) => layer.between(assets));
    this.joined = Promise.allSettled([base, shapes, connections]);
  }

  /** There are new points. */
  arrived() {
    this.tell(null);
    this.show();
    this.beside?.arrived();
  }

  /** Fetches and builds what stands beside the map. */
  async bring() {
    fetchEarly(settings().beside);
    const { Beside } = await import("./beside.js");
    this.beside = new Beside(this);
    this.layers.assets.takeAll();
  }

  /** The map shows what is chosen. */
  show() {
    const { assets } = this.layers;
    if (assets.points) assets.filter(this.mask(assets.points), valuesOf(this.choices));
  }

  mask(points) {
    // Per view, the server has left out what is not chosen.
    if (!this.layers.assets.hasAll()) return new Uint8Array(points.count).fill(1);
    const among = this.found && this.tagged
      ? new Set([...this.found].filter((number) => this.tagged.has(number))) : this.found ?? this.tagged;
    return maskOf(points, this.choices, this.codes, among);
  }

  moved() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.beside?.listNow();
      this.remember("replace");
    }, REST);
  }

  /** The whole neighbourhood, in the middle of what neither search nor sheet covers. */
  goHome(options) {
    const { map } = this;
    const zoom = map.getBoundsZoom(this.home);
    const find = document.getElementById("find");
    const over = getComputedStyle(find).position === "absolute";
    const above = over ? find.offsetHeight : 0;
    const below = over ? this.stage.getBoundingClientRect().bottom - this.side.getBoundingClientRect().top : 0;
    const middle = map.project(this.home.getCenter(), zoom).add([0, (below - above) / 2]);
    map.setView(map.unproject(middle, zoom), zoom, options);
  }

  /** Writes the view into the address: as a new step ("push"), or in place of the last one ("replace"). */
  remember(how) {
    const { lat, lng } = this.map.getCenter();
    const at = { zoom: this.map.getZoom(), latitude: lat, longitude: lng };
    const address = writeAddress({ at, asset: this.asset, choices: this.choices }, location.search);
    history[how === "push" ? "pushState" : "replaceState"](null, "", address || location.pathname);
    keepInForms(address);
  }

  tell(note) {
    this.state.replaceChildren(...(note ? [note] : []));
  }
}

/** What stands beside the markers is fetched in one go, but not before what the markers wait for. */
function fetchEarly(addresses) {
  for (const href of addresses) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
}

/** Choosing another language keeps the view: that form sends along what stands in the address. */
function keepInForms(address) {
  for (const form of document.querySelectorAll(".more form[method=get]")) {
    for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
    for (const [name, value] of new URLSearchParams(address)) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      if (name !== "lang") form.append(field);
    }
  }
}

function byName(table) {
  return Object.fromEntries(Object.entries(table).map(([code, { name }]) => [name, Number(code)]));
}
