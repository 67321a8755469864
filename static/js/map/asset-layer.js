// The layer of assets: markers and rings on one canvas, what lies under the finger, and which one is chosen.
//
// With many assets, the first view comes with the page or is asked for by itself, and all points follow when it stands
// (options.pack).
//
// Fires "points" {points} when there are new ones, "failed" {error}, "waiting", "drawn", "stands" the first time, and "choose" {number} or
// "crowd" {spot} for what a finger or mouse touched, "nothing" beside everything.

import { PaintedLayer, pixelRatio } from "./canvas-overlay.js";
import { apart, crowd, membersOf } from "./crowding.js";
import { onThemeChange, readInks } from "./inks.js";
import { kindIcons, Markers } from "./markers.js";
import { pointsOfView } from "./points.js";
import { settings } from "./settings.js";

const TOLERANCE = 24; // Pixels that a finger may be off.
const TILE = 256;
const CHOSEN = 1.3; // Times as large as the others.

/** The layer behind `url`: a pack where `allAtOnce`, otherwise answers per view; then `pack` may be all of them, for later. */
export function assetLayer(url, options = {}) {
  return new AssetLayer(url, options);
}

const AssetLayer = PaintedLayer.extend({
  options: { order: 3, allAtOnce: true, pack: "" },

  initialize(url, options) {
    L.setOptions(this, options);
    this.url = url;
    this.source = null;
    this.given = options.allAtOnce ? null : viewOfThePage();
    this.points = null;
    this.mask = null;
    this.filters = new URLSearchParams();
    this.nameOf = () => "";
    this.keepClear = () => []; // Boxes from the map's corner where no name may stand.
    this.written = () => []; // Of a zoom, spots of the world where the ground has names: better not there.
    this.chosen = 0;
    this.pointed = 0;
    this.spots = [];
    this.fan = null;
    this.words = null; // The module that paints names, when it is there.
  },

  onAdd(map) {
    this.look();
    this._forgetTheme = onThemeChange(() => { this.look(); this.repaint(); });
    PaintedLayer.prototype.onAdd.call(this, map);
    map.on("click", this._clicked, this);
    map.on("mousemove", this._moved, this);
    map.on("mouseout", () => this.point(0));
    map.on("moveend", this._ask, this);
    map.on("zoomstart", () => this.closeFan());
    this._ask();
  },

  onRemove(map) {
    this._forgetTheme();
    map.off("click", this._clicked, this).off("mousemove", this._moved, this).off("moveend", this._ask, this);
    PaintedLayer.prototype.onRemove.call(this, map);
  },

  /** Reads colours and draws the stamps anew. */
  look() {
    const radius = matchMedia("(pointer: coarse)").matches ? 19 : 17;
    const { kinds, language } = settings();
    this.markers = new Markers(readInks(kinds), kinds, kindIcons(), radius, pixelRatio(), language);
    this.letters();
  },

  /** Handwriting that comes late is written anew. */
  async letters() {
    const font = `20px ${this.markers.inks.hand.split(",")[0]}`;
    if (document.fonts.check(font)) return;
    await document.fonts.load(font, "7").catch(() => {});
    this.markers.clear();
    this.widths = null;
    this.repaint();
  },

  /** Shows only what the filters let through: a mask of the points, and the same as values of an address. */
  filter(mask, filters) {
    this.mask = mask;
    this.filters = filters;
    this.fan = null;
    this._crowded = null;
    this._ask();
    this.repaint();
  },

  /** The asset that the panel tells about, 0 for none. */
  choose(number) {
    this.chosen = number;
    this.repaint();
  },

  /** The asset that the mouse or the list points at, 0 for none. */
  point(number) {
    if (this.pointed === number) return;
    this.pointed = number;
    this.repaint();
  },

  /** Names beside the markers: a function from number to title, "" where it is not known. */
  name(nameOf) {
    this.nameOf = nameOf;
    this.repaint();
  },

  /** Whether the browser chooses what to show: it has all points, and not only those that the server chose. */
  hasAll() {
    return this.options.allAtOnce;
  },

  /** Takes all points along from now on, where they may be had, and paints names too. */
  async takeAll() {
    this.words = await import("./spot-words.js");
    this.repaint();
    const { pack } = this.options;
    if (this.hasAll() || !pack) return;
    try {
      const { PackSource } = await import("./sources.js");
      const source = new PackSource(pack);
      const points = await source.points();
      Object.assign(this, { source });
      this.options.allAtOnce = true;
      this._arrive(points);
    } catch {
      // Then the map goes on asking view by view.
    }
  },

  /** Asks for everything again, after a failure. */
  again() {
    this.source?.forget();
    this._ask();
  },

  /** Spreads out what stands at one place. */
  openFan(spot) {
    this.fan = { spot, members: membersOf(spot, this.mask) };
    this.repaint();
  },

  closeFan() {
    if (!this.fan) return false;
    this.fan = null;
    this.repaint();
    return true;
  },

  /** The spot that holds a point, null where it is not drawn now. */
  spotOf(point) {
    return this.spots.find(({ runs, point: only }) => only === point
      || (only < 0 && runs.some(([first, last]) => point >= first && point <= last))) ?? null;
  },

  /** The place of an asset in the points, -1 where it is not on the map or not shown now. */
  placeOf(number) {
    if (this._placed !== this.points) {
      this._placed = this.points;
      this._places = new Map(Array.from(this.points.numbers, (each, place) => [each, place]));
    }
    const place = number ? this._places.get(number) : undefined;
    return place !== undefined && this.mask[place] ? place : -1;
  },

  /** Whether this asset has a marker of its own in the present view. */
  standsAlone(number) {
    return this._alone?.has(number) ?? false;
  },

  prepare(view) {
    if (this.points && this.mask) this._crowd(view);
  },

  paint(context, view) {
    if (!this.points || !this.mask) return;
    this._paintSpots(context, view);
    this._stand();
    this.fire("drawn");
  },

  /** Crowds and markers; what only a closer look needs is painted by spot-words.js, when it is there. */
  _paintSpots(context, view) {
    const { points, markers, words } = this;
    const seen = this.spots
      .map((spot) => ({ spot, x: spot.x - view.left, y: spot.y - view.top, reach: markers.reach(spot) }))
      .filter(({ x, y, reach }) => x > -reach && y > -reach && x < view.width + reach && y < view.height + reach);
    markers.prepare(seen.map(({ spot }) => spot), points);
    context.globalAlpha = this.fan ? 0.35 : 1;
    const chosen = [];
    for (const each of seen) {
      const number = each.spot.point >= 0 ? points.numbers[each.spot.point] : 0;
      if (number && (number === this.chosen || number === this.pointed)) chosen.push(each);
      else if (number) markers.marker(context, points.what[each.spot.point], each.x, each.y);
      else markers.ring(context, each.spot, each.x, each.y);
    }
    if (words) words.paintWords(context, view, this, seen, chosen);
    else for (const { spot, x, y } of chosen) markers.marker(context, points.what[spot.point], x, y, CHOSEN);
  },

  /** Which spots there are, found anew only for another zoom, other ground or other filters. */
  _crowd(view) {
    const box = [
      Math.floor(view.left / TILE) * TILE - TILE, Math.floor(view.top / TILE) * TILE - TILE,
      Math.ceil((view.left + view.width) / TILE) * TILE + TILE,
      Math.ceil((view.top + view.height) / TILE) * TILE + TILE];
    const key = `${view.zoom}/${box}`;
    if (this._crowded === key) return;
    this._crowded = key;
    this.spots = apart(
      crowd(this.points, this.mask, view.size, box, view.zoom), (spot) => this.markers.reach(spot));
    this.spots.sort((one, other) => one.y - other.y);
    this._alone = new Set();
    for (const spot of this.spots) if (spot.point >= 0) this._alone.add(this.points.numbers[spot.point]);
  },

  async _ask() {
    // The first answer is there while the page is still being put together: whoever listens must be there first.
    await null;
    const view = this._map && { zoom: this._map.getZoom(), box: this._worldBox() };
    if (!view) return;
    if (this.given) {
      const { zoom, ...crowds } = this.given;
      if (!this.source && view.zoom <= zoom && !String(this.filters)) {
        if (!this.points) this._arrive(pointsOfView(crowds));
        return;
      }
      this.given = null;
    }
    if (!this.points) this.fire("waiting");
    try {
      const source = this.source ?? await this._sourced();
      if (source.covers(view, this.filters)) return;
      const points = await source.points(view, this.filters);
      if (source === this.source) this._arrive(points);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.fire("failed", { error });
      this._stand();
    }
  },

  /** Where points come from, unless the page brought them along. */
  async _sourced() {
    const { PackSource, ViewSource } = await import("./sources.js");
    return this.source ??= this.hasAll() ? new PackSource(this.url) : new ViewSource(this.url);
  },

  /** The first picture stands, or won't come: whoever waited for it may go on. */
  _stand() {
    if (this._stood) return;
    this._stood = true;
    performance.mark("assets-drawn"); // Told to whoever measures.
    this.fire("stands");
  },

  _arrive(points) {
    this.points = points;
    this._crowded = null;
    this.fire("points", { points });
    this.repaint();
  },

  _worldBox() {
    const { min, max } = this._map.getPixelBounds();
    return [min.x, min.y, max.x, max.y];
  },

  _clicked({ layerPoint }) {
    const hit = this.hitAt(layerPoint);
    if (!hit) {
      if (!this.closeFan()) this.fire("nothing");
    } else if (hit.number) {
      this.fire("choose", { number: hit.number });
    } else {
      this.fire("crowd", { spot: hit.spot });
    }
  },

  _moved({ layerPoint, originalEvent }) {
    if (originalEvent?.buttons || this._map._animatingZoom) return;
    const hit = this.hitAt(layerPoint, 4);
    this._map.getContainer().classList.toggle("map--touchable", Boolean(hit));
    this.point(hit?.number ?? 0);
  },

  /** {number} or {spot} under a point of the map's layers, null beside everything. The nearest wins. */
  hitAt(layerPoint, slack = TOLERANCE) {
    if (!this.points) return null;
    const { x, y } = layerPoint.add(this._map.getPixelOrigin());
    if (this.fan) {
      const hit = nearest(this.fan.places ?? [], x, y, () => this.markers.radius, slack);
      return hit ? { number: this.points.numbers[hit.point] } : null;
    }
    const hit = nearest(this.spots, x, y, (spot) => this.markers.reach(spot), slack);
    if (!hit) return null;
    return hit.point >= 0 && this.points.numbers[hit.point] ? { number: this.points.numbers[hit.point] } : { spot: hit };
  },
});

/** What the page brought along of the whole neighbourhood, {zoom, points, crowds}; null where it brought nothing. */
function viewOfThePage() {
  const carried = document.getElementById("first-view");
  return carried && JSON.parse(carried.textContent);
}

function nearest(spots, x, y, reach, slack) {
  let found = null;
  let least = Infinity;
  for (const spot of spots) {
    const away = Math.hypot(spot.x - x, spot.y - y);
    if (away <= Math.max(reach(spot), slack) && away < least) {
      least = away;
      found = spot;
    }
  }
  return found;
}
