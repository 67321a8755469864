// The base map as a Leaflet layer: the neighbourhood as it was drawn, painted in the browser from one file.

import { onThemeChange, readColours, themeNow } from "./base-colours.js";
import { paintNames, placeNames } from "./base-names.js";

const BUDGET = 6; // Milliseconds in a frame for placing and writing names; the rest is the finger's.
const AHEAD = 2; // Tiles that the painter is asked for before the last has come.
const LETTERS = 1200; // Milliseconds that names wait for handwriting.
const AGAIN = 4000; // Milliseconds after which a drawing that is still being made is asked for again.

/**
 * A layer that paints the drawing behind `url` at every zoom.
 *
 * options.attribution   shown where the file brings none
 * Other options are those of L.GridLayer.
 *
 * Fires "load" each time all tiles are painted (as every GridLayer), "baseready" when a file has come with {base} (null
 * where no streets are known), "named" when the names of another zoom have their places, "baseerror" with {error} where the file can't be had; the paper stays.
 */
export function baseLayer(url, options = {}) {
  return new BaseLayer(url, options);
}

const BaseLayer = L.GridLayer.extend({
  options: { minZoom: 0, maxZoom: 22, keepBuffer: 1, updateWhenIdle: false, className: "base-map" },

  initialize(url, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this._url = new URL(url, location.href).href;
    this._waiting = new Map(); // Canvas -> what is to be done for it: a job.
    this._sheets = new WeakMap(); // Canvas -> the sheet that is painted for it.
    this._asked = new Map(); // Number -> the job that the painter was asked for.
    this._number = 0;
    this._names = new Map();
    this._painter = new Worker(import.meta.resolve("./base-worker.js"), { type: "module" });
    this._painter.onmessage = ({ data }) => (data.id ? this._painted(data) : this._came(data));
    this._painter.onerror = () => this._came({ fault: "the painter can't work here" });
    this._painter.postMessage({ read: this._url });
  },

  onAdd(map) {
    this._scene = this._sceneNow();
    this._forgetTheme = onThemeChange(() => this.repaint());
    L.GridLayer.prototype.onAdd.call(this, map);
    this.on("tileunload", this._forget, this);
  },

  onRemove(map) {
    this.off("tileunload", this._forget, this);
    this._forgetTheme();
    this._waiting.clear();
    L.GridLayer.prototype.onRemove.call(this, map);
  },

  /** Paints every tile again in the colours that hold now; what is on the screen stays until its successor is done. */
  repaint() {
    if (!this._map) return;
    this._scene = this._sceneNow();
    for (const { el, coords } of Object.values(this._tiles)) {
      this._waiting.set(el, { canvas: el, coords, done: this._waiting.get(el)?.done, picture: null });
    }
    this._schedule();
  },

  createTile(coords, done) {
    const canvas = document.createElement("canvas");
    const size = this.getTileSize();
    canvas.width = Math.ceil(size.x * ratio());
    canvas.height = Math.ceil(size.y * ratio());
    // The sheet lies beside the page: a canvas of the page itself is copied whole each time it comes into view.
    this._sheets.set(canvas, canvas.transferControlToOffscreen());
    this._waiting.set(canvas, { canvas, coords, done, picture: null });
    this._schedule();
    return canvas;
  },

  /** The file came, or it can't be had. */
  async _came({ base = null, fault }) {
    this._base = base ?? this._base ?? null;
    if (fault) this.fire("baseerror", { error: new Error(fault) });
    if (base?.attribution) this._credit(base.attribution);
    if (base && !base.whole) setTimeout(() => this._painter.postMessage({ read: this._url }), AGAIN);
    // Names wait for their letters, but the map does not wait long for them.
    const letters = lettersReady();
    const late = await Promise.race([letters.then(() => false), later(LETTERS, true)]);
    if (late) letters.then(() => this._forgetNames());
    this._mayPaint = true;
    this._forgetNames();
    this.fire("baseready", { base: base?.lines.length ? base : null });
  },

  _credit(words) {
    const control = this._map?.attributionControl;
    control?.removeAttribution(this.options.attribution);
    this.options.attribution = words;
    control?.addAttribution(words);
  },

  _sceneNow() {
    const [colours, theme, base] = [readColours(), themeNow(), this._base];
    // Between tiles, and before they come, lies the same paper.
    colours.paper = base?.paints.find(({ name }) => name === "paper")?.colours[theme] || colours.paper;
    if (this._map) this._map.getContainer().style.backgroundColor = colours.paper;
    return { colours, theme };
  },

  _forget({ tile }) {
    this._waiting.delete(tile);
  },

  _schedule() {
    if (this._frame || !this._mayPaint || !this._waiting.size) return;
    this._frame = requestAnimationFrame(() => {
      this._frame = null;
      if (this._map) this._work(performance.now() + BUDGET);
    });
  },

  /** Asks for tiles, nearest to the middle first, and puts down what has come. */
  _work(end) {
    const jobs = this._nearestFirst();
    for (const job of jobs) {
      if (this._asked.size >= AHEAD) break;
      if (!job.asked) this._ask(job);
    }
    for (const job of jobs) {
      if (job.picture === null) continue;
      if (!this._placed(job.coords.z, end)) break;
      this._put(job);
      break; // One in a frame: the browser does more with it after it has been put down.
    }
    if (jobs.some((job) => job.picture !== null && this._waiting.get(job.canvas) === job)) this._schedule();
  },

  _nearestFirst() {
    const middle = this._map.getPixelBounds().getCenter().unscaleBy(this.getTileSize());
    const away = ({ coords }) => Math.hypot(coords.x + 0.5 - middle.x, coords.y + 0.5 - middle.y);
    const zoom = Math.round(this._map.getZoom());
    return [...this._waiting.values()].sort((one, other) =>
      Math.abs(one.coords.z - zoom) - Math.abs(other.coords.z - zoom) || away(one) - away(other));
  },

  _ask(job) {
    job.asked = true;
    if (!this._base) {
      job.picture = false; // There is nothing to paint: paper.
      return;
    }
    this._number += 1;
    this._asked.set(this._number, job);
    this._painter.postMessage({ id: this._number, theme: this._scene.theme, tile: this._square(job) });
  },

  _painted({ id, picture }) {
    const job = this._asked.get(id);
    this._asked.delete(id);
    job.picture = picture ?? false;
    this._schedule();
  },

  _square({ canvas, coords }) {
    const size = this.getTileSize();
    return {
      zoom: coords.z, x: coords.x * size.x, y: coords.y * size.y, width: size.x, height: size.y, scale: canvas.width / size.x };
  },

  /** The tile's picture, and in the next frame the names on it: each is work enough for one. A tile in view gets both at once. */
  _put(job) {
    const { canvas, picture } = job;
    const context = this._sheets.get(canvas).getContext("2d", { alpha: false });
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (picture) {
      context.drawImage(picture, 0, 0);
      picture.close();
      job.picture = undefined;
      if (job.done) return;
    } else if (picture === false) {
      context.fillStyle = this._scene.colours.paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    if (this._base) this._write(context, job);
    this._waiting.delete(canvas);
    // A sheet is seen from the next frame on.
    if (job.done) requestAnimationFrame(() => job.done(null, canvas));
  },

  _write(context, job) {
    const { x, y, zoom, width, height, scale } = this._square(job);
    const { origin } = this._base;
    const shown = 2 ** (zoom - 20);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintNames(context, this._names.get(zoom).found, this._scene.colours,
      [x - origin.x * shown, y - origin.y * shown, width, height]);
  },

  /** Whether the names of a zoom have their places; works on it until it is so late. */
  _placed(zoom, end) {
    if (!this._base) return true;
    if (!this._names.has(zoom)) {
      this._measure ??= measurer(this._scene.colours.hand);
      this._names.set(zoom, { work: placeNames(this._base, zoom, this._measure), found: null });
    }
    const names = this._names.get(zoom);
    while (!names.found) {
      const { done, value } = names.work.next();
      if (done) {
        names.found = value;
        this.fire("named", { zoom });
      } else if (performance.now() > end) return false;
    }
    return true;
  },

  /** The round spots that names stand on at a zoom: [[x, y, radius], …] in CSS pixels of the world, as far as they are known. */
  written(zoom) {
    const names = this._names.get(zoom);
    if (!names?.found) return [];
    const shown = 2 ** (zoom - 20);
    const [left, top] = [this._base.origin.x * shown, this._base.origin.y * shown];
    names.spots ??= names.found.flatMap(({ spots }) => spots.map(([x, y, radius]) => [x + left, y + top, radius]));
    return names.spots;
  },

  /** Another file or other letters came: place the names anew. */
  _forgetNames() {
    this._measure = null;
    this._names.clear();
    this.repaint();
  },
});

/** A function: text -> its width in letters of 100 pixels, remembered. */
function measurer(hand) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `100px ${hand}`;
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, context.measureText(text).width);
    return known.get(text);
  };
}

async function lettersReady() {
  try {
    // Only the first family: the others in the list are for scripts that it does not have.
    await document.fonts.load(`16px ${readColours().hand.split(",")[0]}`, "Straat");
  } catch {
    // Then in whatever letters there are.
  }
}

function later(milliseconds, value) {
  return new Promise((resume) => { setTimeout(resume, milliseconds, value); });
}

/** Device pixels to a CSS pixel; more than three nobody sees. */
function ratio() {
  return Math.min(window.devicePixelRatio || 1, 3);
}
