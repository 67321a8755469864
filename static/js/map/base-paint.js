// Paints one tile of the base map: ground first, names last.

import { at, GROUNDS, OVER_WATER, PATHS, RAILS, STREETS } from "./base-look.js";
import { touch } from "./base-shapes.js";
import { paintNames } from "./base-names.js";

const SHEDS = 17; // From which zoom sheds and garages are seen.

/**
 * `tile` is {zoom, x, y, width, height, scaleX, scaleY}: the zoom, the tile's corner in CSS pixels of the world at that
 * zoom, its size in CSS pixels, and device pixels to a CSS pixel. `scene` is {paths, origin, colours, patterns, veil,
 * names}; without paths only paper is painted.
 *
 * A generator that rests between two layers: whoever asks decides how much is painted at a stretch.
 */
export function* paintTile(context, tile, scene) {
  const { colours, paths } = scene;
  context.setTransform(tile.scaleX, 0, 0, tile.scaleY, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, tile.width, tile.height);
  if (!paths) return;
  const brush = new Brush(context, tile, scene);
  if (scene.veil && !touch(scene.veil.box, brush.box)) return;
  brush.grounds(false);
  brush.waters();
  brush.grounds(true);
  brush.under();
  brush.hedges();
  brush.rails(0);
  yield;
  brush.streets(0);
  yield;
  brush.buildings();
  yield;
  brush.rails(1);
  brush.streets(1);
  brush.trees();
  yield;
  brush.veil();
  brush.boundary();
  brush.names();
}

class Brush {
  constructor(context, tile, scene) {
    this.context = context;
    this.tile = tile;
    this.scene = scene;
    this.paths = scene.paths;
    this.colours = scene.colours;
    this.zoom = tile.zoom;
    this.scale = 2 ** (tile.zoom - 20); // CSS pixels in a column of the grid.
    this.metre = scene.paths.metre * this.scale; // CSS pixels in a metre.
    this.left = tile.x - scene.origin.x * this.scale;
    this.top = tile.y - scene.origin.y * this.scale;
    this.box = [this.left / this.scale, this.top / this.scale, (this.left + tile.width) / this.scale,
      (this.top + tile.height) / this.scale];
    this.onGround();
  }

  /** From here on, one unit is one column of the grid. */
  onGround(x = 0, y = 0) {
    const { tile, scale } = this;
    this.context.setTransform(
      tile.scaleX * scale, 0, 0, tile.scaleY * scale, (x - this.left) * tile.scaleX, (y - this.top) * tile.scaleY);
  }

  /** From here on, one unit is one CSS pixel of the tile. */
  onTile() {
    this.context.setTransform(this.tile.scaleX, 0, 0, this.tile.scaleY, 0, 0);
  }

  grounds(overWater) {
    for (const ground of this.paths.grounds) {
      const [colour, from, pattern] = GROUNDS[ground.kind] ?? ["paper", 99, ""];
      if (this.zoom < from || OVER_WATER.has(ground.kind) !== overWater || !touch(ground.box, this.box)) continue;
      this.context.fillStyle = this.colours[colour];
      this.context.fill(ground.path);
      if (pattern && this.zoom >= 16) this.marked(ground, pattern);
      if (overWater && this.zoom >= 16) this.line(ground, "street-line", 1);
      if ((ground.kind === "pitch" || ground.kind === "playground") && this.zoom >= 16) {
        this.line(ground, "green-mark", 1);
      }
    }
  }

  waters() {
    const { context } = this;
    context.lineCap = context.lineJoin = "round";
    for (const group of this.paths.streams) {
      const width = Math.max(group.width * this.metre, this.zoom < 15 ? 0.8 : 1.3);
      if (this.zoom < 15 && group.width < 3) continue;
      this.strokes(group, "water-line", width + 1);
      this.strokes(group, "water", width);
    }
    for (const water of this.paths.waters) {
      if (!touch(water.box, this.box)) continue;
      this.line(water, "water-line", this.zoom < 16 ? 1.2 : 2.2);
      context.fillStyle = this.colours.water;
      context.fill(water.path);
      if (this.zoom >= 16) this.marked(water, "waves");
    }
  }

  /** What runs through a tunnel: the hint of a line. */
  under() {
    if (this.zoom < 16) return;
    this.context.lineCap = "butt";
    for (const group of this.paths.streets) {
      if (group.level >= 0) continue;
      this.dashed([4, 4]);
      this.strokes(group, "street-line", 1.2);
    }
    this.dashed([]);
  }

  hedges() {
    if (this.zoom < 17) return;
    this.context.lineCap = "round";
    for (const group of this.paths.hedges) this.strokes(group, "tree", Math.max(1.2 * this.metre, 1.5));
  }

  rails(level) {
    const { context } = this;
    for (const group of this.paths.rails) {
      const look = RAILS[group.kind];
      if (group.level !== level || !look || this.zoom < look.from) continue;
      const width = at(look.width, this.zoom, 15);
      context.lineCap = "butt";
      this.strokes(group, "rail", width);
      if (this.zoom < 16 || group.kind === "tram" || group.kind === "yard") continue;
      this.dashed([1, 5 + 1.5 * (this.zoom - 16)]);
      context.globalAlpha = 0.45;
      this.strokes(group, "rail", width + 3);
      context.globalAlpha = 1;
      this.dashed([]);
    }
  }

  /** All sides first, then all surfaces: that is what opens the crossings. On bridges the sides are drawn in ink. */
  streets(level) {
    const { context } = this;
    const groups = (kind) => this.paths.streets.filter((group) => group.kind === kind && group.level === level);
    context.lineJoin = "round";
    const sides = level ? 1.5 : 1;
    if (this.zoom >= 15) {
      context.lineCap = level ? "butt" : "round";
      for (const [kind, look] of STREETS) {
        if (this.zoom < look.from) continue;
        for (const group of groups(kind)) {
          this.strokes(group, level ? "building-line" : look.line, this.street(group, look) + 2 * sides);
        }
      }
      if (level) {
        for (const [kind] of PATHS) {
          for (const group of groups(kind)) this.bridge(group);
        }
      }
    }
    context.lineCap = "round";
    for (const [kind, look] of STREETS) {
      if (this.zoom < look.from) continue;
      const colour = this.zoom < 15 && kind !== "main" ? look.line : look.fill;
      if (this.zoom < 15 && kind === "main") {
        for (const group of groups(kind)) this.strokes(group, look.line, this.street(group, look) + 1);
      }
      for (const group of groups(kind)) this.strokes(group, colour, this.street(group, look));
    }
    this.pathsAt(groups);
  }

  pathsAt(groups) {
    for (const [kind, look] of PATHS) {
      if (this.zoom < look.from) continue;
      const width = at(look.width, this.zoom, 15);
      this.context.lineCap = kind === "steps" ? "butt" : "round";
      this.dashed(kind === "steps" ? [1.3, 1.5] : look.dash.map((part) => part * width));
      for (const group of groups(kind)) this.strokes(group, look.colour, width);
    }
    this.dashed([]);
  }

  /** A footbridge: two ink lines with paper between. */
  bridge(group) {
    if (this.zoom < 16) return;
    const width = Math.max(group.width * this.metre, 3);
    this.strokes(group, "building-line", width + 2);
    this.strokes(group, "living", width);
  }

  street(group, look) {
    return Math.max(at(look.least, this.zoom, 13), group.width * this.metre);
  }

  buildings() {
    if (this.zoom < 15) return;
    const { context } = this;
    if (this.zoom >= 16) {
      context.fillStyle = this.colours.shadow;
      for (const group of this.paths.buildings) {
        if (group.look === "small" && this.zoom < SHEDS) continue;
        for (const share of group.height > 2 && this.zoom > 16 ? [0.5, 1] : [1]) {
          const far = group.height * this.metre * share;
          this.onGround(far * 0.75, far);
          for (const each of group.pieces) if (touch(each.box, this.box)) context.fill(each.path);
        }
      }
      this.onGround();
    }
    context.lineJoin = "round";
    for (const group of this.paths.buildings) {
      if (group.look === "small" && this.zoom < SHEDS) continue;
      context.fillStyle = this.colours[group.look === "open" ? "building-open" : "building"];
      for (const each of group.pieces) if (touch(each.box, this.box)) context.fill(each.path);
    }
    context.globalAlpha = this.zoom < 16 ? 0.55 : 1;
    for (const group of this.paths.buildings) {
      if (group.look === "small" && this.zoom < SHEDS) continue;
      this.strokes(group, "building-line", this.zoom < 16 ? 0.5 : at([0.6, 0.85, 1.05, 1.3], this.zoom, 16));
    }
    context.globalAlpha = 1;
  }

  trees() {
    if (this.zoom < 16) return;
    const { context } = this;
    context.globalAlpha = 0.9;
    for (const group of this.paths.trees) {
      context.fillStyle = this.colours.tree;
      for (const each of group.pieces) if (touch(each.box, this.box)) context.fill(each.path);
      if (this.zoom >= 17) this.strokes(group, "tree-line", at([0.6, 0.9, 1.2], this.zoom, 17));
    }
    context.globalAlpha = 1;
  }

  /** Only the part of the veil that lies on this tile; beyond its picture lies paper. */
  veil() {
    const { context, tile } = this;
    const { veil } = this.scene;
    if (!veil) return;
    const [west, north, east, south] = veil.box;
    const shown = [Math.max(west, this.box[0]), Math.max(north, this.box[1]), Math.min(east, this.box[2]),
      Math.min(south, this.box[3])];
    const inPicture = veil.image.width / (east - west);
    const [wide, high] = [shown[2] - shown[0], shown[3] - shown[1]];
    context.imageSmoothingEnabled = true;
    context.drawImage(veil.image, (shown[0] - west) * inPicture, (shown[1] - north) * inPicture, wide * inPicture,
      high * inPicture, shown[0], shown[1], wide, high);
    this.onTile();
    context.fillStyle = this.colours.paper;
    // A pixel over the edge of the picture, which is closed there: no seam shows.
    const left = shown[0] * this.scale - this.left + 1;
    const top = shown[1] * this.scale - this.top + 1;
    const right = shown[2] * this.scale - this.left - 1;
    const bottom = shown[3] * this.scale - this.top - 1;
    if (west > this.box[0]) context.fillRect(0, 0, left, tile.height);
    if (north > this.box[1]) context.fillRect(0, 0, tile.width, top);
    if (east < this.box[2]) context.fillRect(right, 0, tile.width - right, tile.height);
    if (south < this.box[3]) context.fillRect(0, bottom, tile.width, tile.height - bottom);
    this.onGround();
  }

  boundary() {
    const { boundary } = this.paths;
    if (!boundary) return;
    const { context } = this;
    context.lineJoin = context.lineCap = "round";
    context.globalAlpha = 0.16;
    this.line(boundary, "boundary", at([3, 5, 7, 9], this.zoom, 14));
    context.globalAlpha = 0.8;
    const width = at([1, 1.3, 1.6, 2], this.zoom, 14);
    this.dashed([width * 4.5, width * 4]);
    this.line(boundary, "boundary", width);
    this.dashed([]);
    context.globalAlpha = 1;
  }

  names() {
    if (!this.scene.names) return;
    this.onTile();
    paintNames(this.context, this.scene.names, this.colours, [this.left, this.top, this.tile.width, this.tile.height]);
  }

  /** An area filled with the marks of a pattern. Patterns stand still on the tile, shapes on the ground. */
  marked(area, name) {
    const { context } = this;
    const pattern = this.scene.patterns[name];
    pattern.setTransform(new DOMMatrix().scale(1 / (this.tile.scaleX * this.scale), 1 / (this.tile.scaleY * this.scale))
      .multiply(new DOMMatrix().translate(this.left * this.tile.scaleX, this.top * this.tile.scaleY)));
    context.fillStyle = pattern;
    context.fill(area.path);
  }

  strokes(group, colour, width) {
    const { context } = this;
    context.strokeStyle = this.colours[colour];
    context.lineWidth = width / this.scale;
    for (const each of group.pieces) if (touch(each.box, this.box)) context.stroke(each.path);
  }

  line(each, colour, width) {
    if (!touch(each.box, this.box)) return;
    this.context.strokeStyle = this.colours[colour];
    this.context.lineWidth = width / this.scale;
    this.context.stroke(each.path);
  }

  /** Dashes in CSS pixels. */
  dashed(parts) {
    this.context.setLineDash(parts.map((part) => part / this.scale));
  }
}
