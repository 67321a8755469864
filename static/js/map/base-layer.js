// The base map as a Leaflet layer: the neighbourhood's own streets, drawn in the browser from one file.

import { readColours, onThemeChange } from "./base-colours.js";
import { fetchBase, WORLD } from "./base-file.js";
import { placeNames } from "./base-names.js";
import { paintTile } from "./base-paint.js";
import { patterns } from "./base-patterns.js";
import { pieces } from "./base-shapes.js";
import { veil } from "./base-veil.js";

// Milliseconds of painting in a frame; the rest is the finger's. The browser does more with what was painted after it
// has been painted, which nothing tells: so when frames come late there is less to paint in the next, and the reverse.
const BUDGET = { least: 0, most: 8, late: 45, early: 28 };
const LETTERS = 1200; // Milliseconds that painting waits for handwriting.

/**
 * A layer that draws the compact file behind `url` at every zoom.
 *
 * options.attribution   shown where the file brings none
 * options.boundary      GeoJSON Polygon or MultiPolygon, drawn on quiet paper where there is no file yet (404)
 * Other options are those of L.GridLayer.
 *
 * Fires "load" each time all tiles are painted (as every GridLayer), "baseready" once with {base} (null without a
 * file), "baseerror" with {error} where the file can't be had; the paper stays.
 */
export function baseLayer(url, options = {}) {
  return new BaseLayer(url, options);
}

const BaseLayer = L.GridLayer.extend({
  options: { minZoom: 0, maxZoom: 22, keepBuffer: 2, updateWhenIdle: false, boundary: null, className: "base-map" },

  initialize(url, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this._url = url;
    this._waiting = new Set();
    this._names = new Map();
    this._painted = 0;
    this._share = BUDGET.most / 2;
    this._read();
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
    const begun = new Set();
    for (const job of this._waiting) {
      job.work = null;
      begun.add(job.canvas);
    }
    for (const { el, coords } of Object.values(this._tiles)) {
      if (!begun.has(el)) this._wait({ canvas: el, coords, done: null, sheet: spare(el), work: null });
    }
  },

  createTile(coords, done) {
    const canvas = document.createElement("canvas");
    const size = this.getTileSize();
    canvas.width = Math.ceil(size.x * ratio());
    canvas.height = Math.ceil(size.y * ratio());
    this._wait({ canvas, coords, done, sheet: canvas, work: null });
    return canvas;
  },

  async _read() {
    try {
      this._base = await fetchBase(this._url);
    } catch (error) {
      this._base = null;
      this.fire("baseerror", { error });
    }
    const base = this._base ?? emptyBase(this.options.boundary);
    if (base) {
      await later(0);
      this._paths = pieces(base);
      this._grid = base;
      if (base.attribution) this._credit(base.attribution);
      await later(0);
    }
    // Names wait for their letters, but the map does not wait long for them.
    const letters = lettersReady();
    const late = await Promise.race([letters.then(() => false), later(LETTERS, true)]);
    if (this._map) this._scene = this._sceneNow();
    this._mayPaint = true;
    this._schedule();
    if (late) letters.then(() => this._forgetNames());
    this.fire("baseready", { base: this._base });
  },

  _credit(words) {
    const control = this._map?.attributionControl;
    control?.removeAttribution(this.options.attribution);
    this.options.attribution = words;
    control?.addAttribution(words);
  },

  _sceneNow() {
    const colours = readColours();
    const paths = this._paths;
    return {
      colours, paths, origin: this._grid?.origin, patterns: patterns(colours, ratio()),
      veil: paths?.boundary && this._base ? veil(paths, this._base.margin, colours) : null, names: null };
  },

  _wait(job) {
    this._waiting.add(job);
    this._schedule();
  },

  _schedule() {
    if (this._frame || !this._mayPaint || !this._waiting.size) return;
    this._frame = requestAnimationFrame((now) => this._paint(now));
  },

  _forget({ tile }) {
    for (const job of this._waiting) if (job.canvas === tile) this._waiting.delete(job);
  },

  /** As much as fits in a frame, tiles nearest to the middle first. */
  _paint(now) {
    this._frame = null;
    if (!this._map) return;
    const end = performance.now() + this._budget(now);
    for (const job of this._nearestFirst()) {
      if (!this._placed(job.coords.z, end) || !this._tile(job, end)) break;
      this._waiting.delete(job);
      if (performance.now() > end) break;
    }
    if (!this._waiting.size) this._painted = 0;
    this._schedule();
  },

  /** How long to paint in this frame. */
  _budget(now) {
    const since = this._painted ? now - this._painted : BUDGET.early;
    this._painted = now;
    if (since > BUDGET.late) this._share = Math.max(this._share / 2, BUDGET.least);
    else if (since < BUDGET.early) this._share = Math.min(this._share + 1, BUDGET.most);
    return this._share;
  },

  _nearestFirst() {
    const middle = this._map.getPixelBounds().getCenter().unscaleBy(this.getTileSize());
    const away = ({ coords }) => Math.hypot(coords.x + 0.5 - middle.x, coords.y + 0.5 - middle.y);
    const zoom = Math.round(this._map.getZoom());
    return [...this._waiting].sort((one, other) =>
      Math.abs(one.coords.z - zoom) - Math.abs(other.coords.z - zoom) || away(one) - away(other));
  },

  /** Whether a tile is painted; works on it until it is so late. */
  _tile(job, end) {
    const { canvas, coords, sheet } = job;
    const size = this.getTileSize();
    job.work ??= paintTile(sheet.getContext("2d", { alpha: false }), {
      zoom: coords.z, x: coords.x * size.x, y: coords.y * size.y, width: size.x, height: size.y,
      scaleX: canvas.width / size.x, scaleY: canvas.height / size.y,
    }, { ...this._scene, names: this._names.get(coords.z)?.found ?? null });
    while (!job.work.next().done) if (performance.now() > end) return false;
    if (sheet !== canvas) {
      const context = canvas.getContext("2d", { alpha: false });
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 1;
      context.drawImage(sheet, 0, 0);
    }
    job.done?.(null, canvas);
    return true;
  },

  /** Whether the names of a zoom have their places; works on it until it is so late. */
  _placed(zoom, end) {
    if (!this._base) return true;
    if (!this._names.has(zoom)) {
      this._measure ??= measurer(this._scene.colours.hand);
      this._names.set(zoom, { work: placeNames(this._base, this._paths.metre, zoom, this._measure), found: null });
    }
    const names = this._names.get(zoom);
    while (!names.found) {
      const { done, value } = names.work.next();
      if (done) names.found = value;
      else if (performance.now() > end) return false;
    }
    return true;
  },

  /** The handwriting came late: place the names anew. */
  _forgetNames() {
    this._measure = null;
    this._names.clear();
    this.repaint();
  },
});

/** Only a boundary, in the form that a file brings; null without one. */
function emptyBase(boundary) {
  if (!boundary) return null;
  const areas = boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
  const places = areas.map((rings) => rings.map((ring) => ring.map(columnRow)));
  const origin = { x: places[0][0][0][0], y: places[0][0][0][1] };
  const rings = [0];
  const starts = [0];
  const points = [];
  for (const area of places) {
    for (const ring of area) {
      for (const [x, y] of ring) points.push(x - origin.x, y - origin.y);
      starts.push(points.length / 2);
    }
    rings.push(starts.length - 1);
  }
  const none = { count: 0, rings: [0], starts: [0], points: [] };
  return {
    origin, margin: 0, attribution: "", boundary: { count: areas.length, rings, starts, points }, grounds: none, waters: none,
    streams: none, rails: none, streets: none, buildings: none, treeRows: none, trees: none, names: none };
}

function columnRow([longitude, latitude]) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [
    Math.round(((longitude + 180) / 360) * WORLD),
    Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD)];
}

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

/** A sheet of the same size, to paint on out of sight. */
function spare(canvas) {
  const sheet = document.createElement("canvas");
  sheet.width = canvas.width;
  sheet.height = canvas.height;
  return sheet;
}

function later(milliseconds, value) {
  return new Promise((resume) => { setTimeout(resume, milliseconds, value); });
}

/** Device pixels to a CSS pixel; more than three nobody sees. */
function ratio() {
  return Math.min(window.devicePixelRatio || 1, 3);
}
