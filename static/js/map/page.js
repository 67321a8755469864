// The map page: puts map, layers, choices and address together. What stands beside the map comes when its markers stand.

import { maskOf, readAddress, valuesOf, writeAddress } from "./choices.js";
import { openCrowd } from "./crowds-opening.js";
import { settings } from "./settings.js";

const REST = 160; // Milliseconds after which a moved map counts as at rest.
const STREETS = 1500; // Milliseconds that what stands beside the map waits for the streets to be painted.

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
    this.early = { button: null, ticked: false, chosen: false }; // What was touched before they came.
    this.hurry = () => {}; // They need not wait any longer.
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
    assets.on("waiting", () => this.tell("loading"));
    assets.on("points", () => this.arrived());
    assets.on("failed", () => this.tell("failed", () => { this.tell(null); assets.again(); }));
    assets.on("crowd", ({ spot }) => openCrowd(this.map, assets, spot));
    assets.on("choose", ({ number }) => this.choose(number));
    assets.keepClear = () => this.lidded();
    assets.once("stands", () => this.bring());
    document.addEventListener("click", (event) => this.touchedEarly(event));
    document.getElementById("find").addEventListener("input", () => this.typedEarly());
    this.map.on("moveend", () => this.moved());
  }

  /** What lies over the map where no name can be read: [[left, top, right, bottom], …] from the map's corner. */
  lidded() {
    const { left, top } = this.stage.getBoundingClientRect();
    return [...this.stage.parentElement.querySelectorAll(".map-tools, .atlas__find > *, .atlas__side, .map-credit")]
      .map((each) => each.getBoundingClientRect())
      .filter((box) => box.width && box.right > left)
      .map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
  }

  /** An asset was touched: it stands out at once, and its panel opens when there is one. */
  choose(number) {
    if (this.beside) {
      this.beside.opened.open(number);
      return;
    }
    this.asset = number;
    this.early.chosen = true;
    this.layers.assets.choose(number);
    this.hurry();
  }

  /** A button touched before what it does has come is touched again when it has. */
  touchedEarly({ target }) {
    const button = !this.beside && target.closest(".atlas button[type=button]");
    if (!button) return;
    this.early.button = button;
    this.hurry();
  }

  /** What was ticked or typed before filters and search came is what is chosen when they come. */
  typedEarly() {
    if (this.beside) return;
    this.early.ticked = true;
    this.hurry();
  }

  /** Streets, shapes and connections come beside the markers, each when it comes; what fails is left out. */
  join() {
    const { assets, base, connections, shapes } = this.layers;
    base.then((layer) => {
      layer.on("baseready", ({ base: file }) => { document.getElementById("credit-osm").hidden = !file; });
      layer.on("baseready baseerror", () => { this.streetsCame = true; });
      assets.written = (zoom) => layer.written(zoom);
      layer.on("named", ({ zoom }) => zoom === this.map.getZoom() && assets.repaint());
    });
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

  /** Markers first, then the streets, then what stands beside the map: each is fetched when the one before is there. */
  async bring() {
    await rest();
    fetchEarly(settings().streets);
    await dress(settings().streetStyles);
    dispatchEvent(new Event("assets-stand"));
    await this.layers.base.catch(() => null);
    if (this.underSheet() && !this.asset) await this.streetsStand();
    fetchEarly(settings().beside);
    dispatchEvent(new Event("streets-stand"));
    await dress(settings().besideStyles);
    const { Beside } = await import("./beside.js");
    this.beside = new Beside(this);
    dispatchEvent(new Event("page-stands"));
    this.early.button?.click();
    this.layers.assets.takeAll();
  }

  /** The streets are painted, or take too long, or somebody asks for more: where list and panel lie under a sheet. */
  streetsStand() {
    return new Promise((go) => {
      setTimeout(go, STREETS);
      this.hurry = go;
      this.layers.base.then((layer) => {
        const painted = () => this.streetsCame && !layer.isLoading() && go();
        layer.on("baseready baseerror load", painted);
        painted();
      }, go);
    });
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
    const over = this.underSheet();
    const above = over ? document.getElementById("find").offsetHeight : 0;
    const below = over ? this.stage.getBoundingClientRect().bottom - this.side.getBoundingClientRect().top : 0;
    const middle = map.project(this.home.getCenter(), zoom).add([0, (below - above) / 2]);
    map.setView(map.unproject(middle, zoom), zoom, options);
  }

  /** Whether this screen is so narrow that search lies over the map, and list and panel in a sheet. */
  underSheet() {
    return getComputedStyle(document.getElementById("find")).position === "absolute";
  }

  /** Writes the view into the address: as a new step ("push"), or in place of the last one ("replace"). */
  remember(how) {
    const { lat, lng } = this.map.getCenter();
    const at = { zoom: this.map.getZoom(), latitude: lat, longitude: lng };
    const address = writeAddress({ at, asset: this.asset, choices: this.choices }, location.search);
    history[how === "push" ? "pushState" : "replaceState"](null, "", address || location.pathname);
    keepInForms(address);
  }

  /** Puts a note on the map: one that is ready, or the name of one in states.js with what it needs; null takes it away. */
  async tell(note, ...needs) {
    this.telling = note;
    const ready = typeof note === "string" ? (await import("./states.js"))[note](...needs) : note;
    if (this.telling === note) this.state.replaceChildren(...(ready ? [ready] : []));
  }
}

/** When the picture is on the screen and a finger had its turn. */
function rest() {
  return new Promise((go) => {
    const soon = window.requestIdleCallback ? () => requestIdleCallback(go, { timeout: 300 }) : go;
    requestAnimationFrame(() => setTimeout(soon, 50));
  });
}

/** When these style sheets hold, or won't come. */
function dress(addresses) {
  return Promise.all(addresses.map((href) => new Promise((go) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: go, onerror: go });
    document.head.append(link);
  })));
}

/** Modules are fetched in one go, but not before what the markers wait for. */
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
