// The layer of connections: from close by all of them, faintly; those of the chosen asset strongly, with their verb.

import { PaintedLayer } from "./canvas-overlay.js";
import { strengthOf } from "./in-view.js";
import { onThemeChange, readInks } from "./inks.js";
import { acrossOf, downOf } from "./points.js";
import { arc, smooth } from "./pen.js";
import { settings } from "./settings.js";
import { fetched } from "./sources.js";

const FROM = 16; // Zoom from which all connections in view are drawn.
const MAYBE = "could_help"; // Not yet so: dashed.
const LETTERS = 16;

/** The layer of what is behind `url`: {"connections": [[first, verb, second, since], …]}. */
export function connectionLayer(url, options = {}) {
  return new ConnectionLayer(url, options);
}

const ConnectionLayer = PaintedLayer.extend({
  options: { order: 2, allAtOnce: true },

  initialize(url, options) {
    L.setOptions(this, options);
    this.url = url;
    this.ties = [];
    this.chosen = null;
    this.assets = null;
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

  /** Draws between the markers of this asset layer. */
  between(assets) {
    this.assets = assets;
  },

  /** Fetches all connections, once. What can't be fetched is not drawn; the panel tells them too. */
  async load() {
    if (this.asked || this.options.allAtOnce === false) return;
    this.asked = true;
    try {
      this.ties = (await (await fetched(this.url)).json()).connections;
      this.repaint();
    } catch {
      this.asked = false;
    }
  },

  /** The asset the panel tells about: {number, kind, point, connections} of the details, null for none. */
  choose(details) {
    this.chosen = details?.point && details.connections.length ? details : null;
    this.repaint();
  },

  paint(context, view) {
    if (!this.assets?.points || !this.assets.mask) return;
    if (view.zoom >= FROM) {
      this.load();
      this.faint(context, view);
    }
    if (this.chosen) this.strong(context, view);
  },

  faint(context, view) {
    const alpha = this.chosen ? 0.22 : 0.42;
    context.strokeStyle = this.inks.soft;
    context.lineCap = "round";
    for (const [first, verb, second] of this.ties) {
      if (this.chosen && (first === this.chosen.number || second === this.chosen.number)) continue;
      const from = this.spotOf(first, view);
      const to = this.spotOf(second, view);
      if (!from || !to || !inside(from, view) || !inside(to, view)) continue;
      const strength = strengthOf(from, to, view.inner);
      if (!strength) continue;
      context.globalAlpha = alpha * strength;
      context.lineWidth = 1.7;
      context.setLineDash(verb === MAYBE ? [5, 7] : []);
      context.stroke(smooth(arc(from, to, first * 31 + second).points));
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  },

  strong(context, view) {
    const { number, kind, point, connections } = this.chosen;
    const colour = Object.values(this.inks.kinds).find(({ name }) => name === kind).kind;
    const from = this.spotOf(number, view) ?? at(point, view);
    const signs = [];
    for (const tie of connections) {
      const to = this.spotOf(tie.number, view) ?? (tie.point && at(tie.point, view));
      if (!to || Math.hypot(to[0] - from[0], to[1] - from[1]) < 8) continue;
      const line = arc(from, to, number * 31 + tie.number);
      const path = smooth(line.points);
      context.lineCap = context.lineJoin = "round";
      context.strokeStyle = this.inks.paper;
      context.lineWidth = 8;
      context.stroke(path);
      context.strokeStyle = colour;
      context.lineWidth = 3.4;
      context.setLineDash(tie.verb === MAYBE ? [3, 9] : [13, 7]);
      context.stroke(path);
      context.setLineDash([]);
      signs.push([line, tie.words, Math.hypot(to[0] - from[0], to[1] - from[1])]);
    }
    for (const [line, words, length] of signs) this.sign(context, line, words, length);
  },

  /** The verb, along the line, halfway and never upside down; on a short line the panel alone tells it. */
  sign(context, { middle, turn }, words, length) {
    context.font = `${LETTERS}px ${this.inks.hand}`;
    if (context.measureText(words).width > length - 56) return;
    context.save();
    context.translate(...middle);
    context.rotate(Math.abs(turn) > Math.PI / 2 ? turn + Math.PI : turn);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = this.inks.paper;
    context.lineWidth = 6;
    context.strokeText(words, 0, -1);
    context.fillStyle = this.inks.ink;
    context.fillText(words, 0, -1);
    context.restore();
  },

  /** Where an asset is drawn, alone or in a crowd; its true place where it is just outside; null where it is not shown. */
  spotOf(number, view) {
    const { points } = this.assets;
    const place = this.assets.placeOf(number);
    if (place < 0) return null;
    const spot = this.assets.spotOf(place);
    return spot
      ? [spot.x - view.left, spot.y - view.top]
      : [points.across[place] * view.size - view.left, points.down[place] * view.size - view.top];
  },
});

function at([longitude, latitude], view) {
  return [acrossOf(longitude) * view.size - view.left, downOf(latitude) * view.size - view.top];
}

/** A line to somewhere outside the picture says nothing and crosses everything. */
function inside([x, y], view) {
  return x > 0 && y > 0 && x < view.width && y < view.height;
}
