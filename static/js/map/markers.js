// Markers and rings, each drawn once for a look and a screen and then stamped wherever it is needed.

import { circle, outline } from "./pen.js";
import { kindOf, precisionOf, stateOf } from "./points.js";

const BOX = 24; // An icon is drawn on so many units.
const ATLAS = [1536, 1024]; // Device pixels.

// Where the icon stands in each shape, and how large it is, in radii.
const ICON_AT = {
  circle: [0, 0, 1.28], square: [0, 0.02, 1.3], hexagon: [0, 0, 1.26], house: [0, 0.2, 1.22], diamond: [0, 0, 1.16],
  bubble: [0, -0.09, 1.2], frame: [0, 0, 1.26],
};

/** The stamps for one look: `kinds` from the page's settings, `icon` from kindIcons, `radius` in CSS pixels. */
export class Markers {
  constructor(inks, kinds, icon, radius, ratio, language) {
    Object.assign(this, { inks, kinds, icon, radius, ratio });
    this.language = language;
    this.clear();
  }

  /** Draws all the stamps that these spots need before any is used: a picture that is being drawn on is slow to copy. */
  prepare(spots, points) {
    for (const spot of spots) {
      if (spot.point >= 0) this.markerStamp(points.what[spot.point], 1);
      else this.ringStamp(spot);
    }
  }

  /** Draws the marker of an asset around x, y; `grown` makes it larger for the one that is chosen. */
  marker(context, what, x, y, grown = 1) {
    this.stamp(context, this.markerStamp(what, grown), x, y);
  }

  /** Draws the ring of a crowd around x, y. */
  ring(context, spot, x, y) {
    this.stamp(context, this.ringStamp(spot), x, y);
  }

  markerStamp(what, grown) {
    const key = `${what & 127}/${grown}`;
    const r = this.radius * grown;
    return this.stamps.get(key)
      ?? this.drawn(key, r * 1.5 + 4, (context) => this.drawMarker(context, what, r, grown > 1.1));
  }

  ringStamp(spot) {
    const parts = spot.kinds.map((count) => Math.round((count / spot.count) * 12));
    const label = short(spot.count, this.language);
    const key = `${label}/${parts}`;
    const r = this.ringRadius(spot.count);
    return this.stamps.get(key) ?? this.drawn(key, r + 4, (context) => this.drawRing(context, label, parts, r));
  }

  /** How far a spot reaches from its middle, in CSS pixels. */
  reach(spot) {
    return spot.point >= 0 ? this.radius * 1.08 : this.ringRadius(spot.count);
  }

  ringRadius(count) {
    return this.radius * (1.1 + 0.12 * Math.log2(count));
  }

  stamp(context, { left, top, side, half }, x, y) {
    context.drawImage(this.atlas, left, top, side, side, x - half, y - half, 2 * half, 2 * half);
  }

  drawMarker(context, what, r, chosen) {
    const { inks } = this;
    const kind = inks.kinds[kindOf(what)];
    const state = stateOf(what);
    const { shape } = this.kinds[kindOf(what)];
    const masked = precisionOf(what) > 0;
    const edge = outline(shape, r, kindOf(what) * 7 + state);
    if (chosen) {
      context.strokeStyle = inks.marker;
      context.lineWidth = 9;
      context.lineJoin = "round";
      context.stroke(edge);
    }
    context.fillStyle = [kind.blot, kind.blot, inks.sheet, inks.shade][state - 1];
    context.fill(edge);
    if (state === 2) this.halfFull(context, edge, kind, r);
    context.strokeStyle = state === 4 ? inks.soft : masked ? kind.kind : inks.ink;
    context.lineJoin = context.lineCap = "round";
    context.lineWidth = inks.pen;
    if (masked) context.setLineDash([0.5, 4.4]);
    else if (state === 3) context.setLineDash([5, 4.5]);
    context.stroke(edge);
    context.setLineDash([]);
    // The pen presses harder on the way down.
    if (state < 3 && !masked) {
      context.translate(0.5, 0.7);
      context.lineWidth = inks.pen * 0.6;
      context.stroke(edge);
      context.translate(-0.5, -0.7);
    }
    const [x, y, size] = ICON_AT[shape];
    drawIcon(context, this.icon(kind.name), x * r, y * r, size * r, state === 4 ? inks.soft : inks.ink);
  }

  /** Room for more: the colour stands only halfway up. */
  halfFull(context, edge, kind, r) {
    context.save();
    context.clip(edge);
    context.fillStyle = kind.wash;
    context.fillRect(-2 * r, -2 * r, 4 * r, 2 * r);
    context.restore();
  }

  drawRing(context, label, parts, r) {
    const { inks } = this;
    const seed = label.length + parts.reduce((sum, part, k) => sum + part * (k + 3), 0);
    const edge = circle(0, 0, r, seed);
    context.fillStyle = inks.paper;
    context.fill(edge);
    this.arcs(context, parts, r);
    context.strokeStyle = inks.ink;
    context.lineWidth = inks.pen;
    context.stroke(edge);
    context.translate(0.5, 0.7);
    context.lineWidth = inks.pen * 0.6;
    context.stroke(edge);
    context.translate(-0.5, -0.7);
    context.fillStyle = inks.ink;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `${Math.max(18, Math.min(27, r * (label.length > 3 ? 0.66 : 0.92)))}px ${inks.digits}`;
    context.fillText(label, 0, 1.5);
  }

  /** A stroke of the brush for each kind, with a little paper between them. */
  arcs(context, parts, r) {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    const alone = parts.filter(Boolean).length === 1;
    const gap = alone ? 0 : 1.5 / r;
    let from = -Math.PI / 2;
    context.lineWidth = 4.6;
    context.lineCap = "butt";
    parts.forEach((part, k) => {
      if (!part) return;
      const to = from + (part / whole) * 2 * Math.PI;
      context.strokeStyle = this.inks.kinds[k + 1].kind;
      context.beginPath();
      context.arc(0, 0, r - 4.6, from + gap, to - gap);
      context.stroke();
      from = to;
    });
  }

  /** A stamp on the atlas, row by row; a full atlas starts anew. */
  drawn(key, half, draw) {
    const side = Math.ceil(half * 2 * this.ratio);
    if (this.left + side > ATLAS[0]) {
      this.left = 0;
      this.top += this.high;
      this.high = 0;
    }
    if (this.top + side > ATLAS[1]) this.clear();
    const { left, top } = this;
    this.left += side;
    this.high = Math.max(this.high, side);
    const context = this.atlas.getContext("2d");
    context.save();
    context.setTransform(this.ratio, 0, 0, this.ratio, left + side / 2, top + side / 2);
    draw(context);
    context.restore();
    const stamp = { left, top, side, half: side / 2 / this.ratio };
    this.stamps.set(key, stamp);
    return stamp;
  }

  clear() {
    this.stamps = new Map();
    this.atlas ??= document.createElement("canvas");
    [this.atlas.width, this.atlas.height] = ATLAS;
    this.left = this.top = this.high = 0;
  }
}

/** 7, 412, and from there on 1,2k, 34k, 1,2M. Intl would take longer to wake up than all rings to draw. */
export function short(count, language) {
  if (count < 1000) return String(count);
  const [size, letter] = count < 1_000_000 ? [1000, "k"] : [1_000_000, "M"];
  const digits = count < 10 * size ? (Math.floor(count / (size / 10)) / 10).toFixed(1) : String(Math.floor(count / size));
  return `${language === "en" ? digits : digits.replace(".", ",")}${letter}`;
}

/** Our icons for canvas: a function, name of a kind -> its strokes (Path2D) from the SVG that the page carries. */
export function kindIcons(root = document) {
  const known = new Map();
  return (kind) => {
    if (!known.has(kind)) known.set(kind, strokes(root.querySelector(`template[data-kind-icon="${kind}"]`)));
    return known.get(kind);
  };
}

/** Draws strokes in the colour, `size` wide around x, y. */
function drawIcon(context, path, x, y, size, colour, width = 2) {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / BOX, size / BOX);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = context.lineJoin = "round";
  context.stroke(path);
  context.restore();
}

function strokes(template) {
  const whole = new Path2D();
  for (const path of template?.content.querySelectorAll("path") ?? []) whole.addPath(new Path2D(path.getAttribute("d")));
  return whole;
}
