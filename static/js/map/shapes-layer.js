// The layer of lines and areas: those that assets have, drawn with the pen, and the soft areas that stand for a hidden place.

import { PaintedLayer } from "./canvas-overlay.js";
import { onThemeChange, readInks } from "./inks.js";
import { smooth } from "./pen.js";
import { acrossOf, downOf, hasShape, precisionOf } from "./points.js";
import { inSteps } from "./steps.js";
import { settings } from "./settings.js";
import { fetched } from "./sources.js";

const FROM = 14; // Zoom from which lines and areas are drawn.
const MASKS_FROM = 15;

/** The layer of the GeoJSON behind `url`; with `allAtOnce` false it is asked per view. */
export function shapeLayer(url, options = {}) {
  return new ShapeLayer(url, options);
}

const ShapeLayer = PaintedLayer.extend({
  options: { order: 1, allAtOnce: true },

  initialize(url, options) {
    L.setOptions(this, options);
    this.url = url;
    this.shapes = [];
    this.assets = null;
    this.chosen = 0;
  },

  onAdd(map) {
    this.inks = readInks(settings().kinds);
    this._forgetTheme = onThemeChange(() => { this.inks = readInks(settings().kinds); this.repaint(); });
    PaintedLayer.prototype.onAdd.call(this, map);
  },

  onRemove(map) {
    this._forgetTheme();
    PaintedLayer.prototype.onRemove.call(this, map);
  },

  /** Shows the shapes of what this asset layer shows. */
  beneath(assets) {
    this.assets = assets;
    assets.on("drawn", this._load, this);
  },

  choose(number) {
    this.chosen = number;
    this.repaint();
  },

  paint(context, view) {
    if (view.zoom < FROM || !this.assets?.points || !this.assets.mask) return;
    for (const shape of this.shapes) if (shape.masked && this.isShown(shape, view)) this.mask(context, view, shape);
    for (const shape of this.shapes) if (!shape.masked && this.isShown(shape, view)) this.drawn(context, view, shape);
  },

  /** A mask only under a marker of its own: twenty under a crowd would tell nothing. */
  isShown(shape, view) {
    const [west, north, east, south] = shape.box;
    if (east * view.size < view.left || west * view.size > view.left + view.width) return false;
    if (south * view.size < view.top || north * view.size > view.top + view.height) return false;
    if (shape.number === this.chosen) return true;
    if (shape.masked) return view.zoom >= MASKS_FROM && this.assets.standsAlone(shape.number);
    return this.assets.placeOf(shape.number) >= 0;
  },

  mask(context, view, shape) {
    const ink = this.colours(shape);
    const path = this.path(shape, view, true);
    // The larger the area, the thinner the wash: it says less about where.
    const wash = shape.precision === "street" ? 0.34 : 0.16;
    context.globalAlpha = shape.number === this.chosen ? wash + 0.2 : wash;
    context.fillStyle = ink.blot;
    context.fill(path);
    context.globalAlpha = shape.number === this.chosen ? 1 : 0.55;
    context.strokeStyle = ink.kind;
    context.lineWidth = 1.8;
    context.lineCap = "round";
    context.setLineDash([0.5, 6]);
    context.stroke(path);
    context.setLineDash([]);
    context.globalAlpha = 1;
  },

  drawn(context, view, shape) {
    const ink = this.colours(shape);
    const chosen = shape.number === this.chosen;
    const path = this.path(shape, view, false);
    context.lineCap = context.lineJoin = "round";
    if (shape.area) {
      context.globalAlpha = chosen ? 0.6 : 0.4;
      context.fillStyle = ink.blot;
      context.fill(path, "evenodd");
      context.globalAlpha = 1;
    } else {
      context.strokeStyle = this.inks.paper;
      context.lineWidth = chosen ? 10 : 8;
      context.stroke(path);
    }
    context.strokeStyle = ink.kind;
    context.lineWidth = chosen ? 4.5 : shape.area ? 2.4 : 3.6;
    if (shape.state === "dreamt_of") context.setLineDash([8, 8]);
    context.stroke(path);
    context.setLineDash([]);
  },

  path(shape, view, soft) {
    const path = new Path2D();
    for (const ring of shape.rings) {
      const places = ring.map(([x, y]) => [x * view.size - view.left, y * view.size - view.top]);
      if (soft) smooth(places.slice(0, -1), true, path);
      else places.forEach((place, i) => (i ? path.lineTo(...place) : path.moveTo(...place)));
      if (shape.area && !soft) path.closePath();
    }
    return path;
  },

  colours({ kind }) {
    return Object.values(this.inks.kinds).find(({ name }) => name === kind);
  },

  /** Masks are seen from close by only; from farther away nothing is fetched where there are no lines or areas at all. */
  _needed() {
    const zoom = this._map?.getZoom() ?? 0;
    return zoom >= MASKS_FROM || (zoom >= FROM && someHaveShapes(this.assets.points));
  },

  /** After the markers stand: shapes are nice to have, and never in the way of the first picture. */
  async _load() {
    if (this._loading || !this._needed()) return;
    const box = this.options.allAtOnce === false ? viewBox(this._map) : "";
    if (this._loaded === box) return;
    this._loading = true;
    try {
      const url = new URL(this.url, location.href);
      if (box) url.searchParams.set("bbox", box);
      const { features } = await (await fetched(url)).json();
      this.shapes = await inSteps(features, shapeOf);
      this._loaded = box;
      this.repaint();
    } catch {
      this._loaded = box; // Without shapes the map still tells where things are; the next view asks again.
    } finally {
      this._loading = false;
    }
  },
});

function someHaveShapes({ what }) {
  return what.some((each) => hasShape(each) && precisionOf(each) === 0);
}

/** West, south, east, north of the view, somewhat wider, in rounded degrees. */
function viewBox(map) {
  const bounds = map.getBounds().pad(0.3);
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((edge) => edge.toFixed(3)).join(",");
}

/** A GeoJSON feature as rings in web-mercator with the box around them: [west, north, east, south], 0 … 1. */
function shapeOf({ properties, geometry }) {
  const area = geometry.type.endsWith("Polygon");
  const nested = { LineString: [geometry.coordinates], MultiPolygon: geometry.coordinates.flat() };
  const lists = nested[geometry.type] ?? (geometry.type === "MultiPoint" ? [] : geometry.coordinates);
  const rings = lists.map((ring) => ring.map(([longitude, latitude]) => [acrossOf(longitude), downOf(latitude)]));
  const all = rings.flat();
  const across = all.map(([x]) => x);
  const down = all.map(([, y]) => y);
  const box = [least(across), least(down), -least(across.map((x) => -x)), -least(down.map((y) => -y))];
  return { ...properties, area, rings, box };
}

function least(values) {
  return values.reduce((found, value) => (value < found ? value : found), Infinity);
}
