// One canvas over the map for all that we draw on it, layer by layer, so that a tablet holds one large picture and not four.
//
// It is drawn wider than the window, moves along with the map, and is drawn anew when the map comes to rest.

const MARGIN = 0.15; // Of the window, on each side; nothing of it at first, the first picture is in a hurry.
const PANE = "drawn";
const PANE_ORDER = 450; // Over the tiles, under Leaflet's own markers and popups.

/**
 * A layer on the shared canvas. A layer that extends it has `order` among its options and `paint(context, view)`, and
 * may have `prepare(view)`, called for all layers before any paints. See `_view` for what a view is.
 */
export const PaintedLayer = L.Layer.extend({
  options: { order: 0 },

  onAdd(map) {
    map.paintedCanvas ??= new Canvas();
    this._canvas = map.paintedCanvas;
    this._canvas.layers.push(this);
    this._canvas.layers.sort((one, other) => one.options.order - other.options.order);
    if (!map.hasLayer(this._canvas)) map.addLayer(this._canvas);
    this.repaint();
  },

  onRemove(map) {
    this._canvas.layers.splice(this._canvas.layers.indexOf(this), 1);
    if (!this._canvas.layers.length) map.removeLayer(this._canvas);
    this.repaint();
  },

  /** Paints in the next frame, however often it is asked. */
  repaint() {
    this._canvas?.repaint();
  },

  /** Draws a margin around the window too, so that a short drag shows nothing missing. */
  widen() {
    this._canvas?.widen();
  },
});

const Canvas = L.Renderer.extend({
  options: { padding: 0, pane: PANE },

  initialize() {
    L.Renderer.prototype.initialize.call(this, {});
    this.layers = [];
  },

  onAdd(map) {
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = PANE_ORDER;
    pane.style.pointerEvents = "none";
    L.Renderer.prototype.onAdd.call(this, map);
    map.on("move", this._follow, this);
  },

  onRemove(map) {
    map.off("move", this._follow, this);
    L.Renderer.prototype.onRemove.call(this, map);
  },

  repaint() {
    if (!this._map || this._frame) return;
    this._frame = requestAnimationFrame(() => {
      this._frame = null;
      if (this._map && !this._map._animatingZoom) this._paintNow();
    });
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
  },

  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._frame = null;
    this._container.remove();
    delete this._container;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    cancelAnimationFrame(this._following);
    this._following = null;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = pixelRatio();
    if (this._container.width !== Math.round(size.x * ratio) || this._container.height !== Math.round(size.y * ratio)) {
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._paintNow();
  },

  /** A long drag leaves what was drawn: draw again on the way. */
  _follow() {
    if (!this._bounds || this._map._animatingZoom || this._following) return;
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    if (this._bounds.contains(L.bounds(corner, corner.add(this._map.getSize())))) return;
    this._following = requestAnimationFrame(() => {
      this._following = null;
      if (this._map) this._update();
    });
  },

  _paintNow() {
    if (!this._bounds || !this._container) return;
    cancelAnimationFrame(this._frame);
    this._frame = null;
    const context = this._container.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this._container.width, this._container.height);
    const ratio = pixelRatio();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view = this._view();
    for (const layer of this.layers) layer.prepare?.(view);
    for (const layer of this.layers) layer.paint(context, view);
  },

  /** From now on a margin is drawn around the window. */
  widen() {
    if (this.options.padding) return;
    this.options.padding = MARGIN;
    if (this._map) this._update();
  },

  /**
   * {zoom, size, left, top, width, height, inner}: the zoom, how wide the world is at it, the canvas in pixels of the
   * world, and of that what the window shows: [left, top, right, bottom] from the canvas' corner.
   */
  _view() {
    const origin = this._map.getPixelOrigin();
    const extent = this._bounds.getSize();
    const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
    const window = this._map.getSize();
    return {
      zoom: this._zoom, size: 256 * 2 ** this._zoom, left: this._bounds.min.x + origin.x,
      top: this._bounds.min.y + origin.y, width: extent.x, height: extent.y,
      inner: [corner.x, corner.y, corner.x + window.x, corner.y + window.y] };
  },
});

/** Device pixels to a CSS pixel; on a large sharp screen two are enough. */
export function pixelRatio() {
  return Math.min(window.devicePixelRatio || 1, 2);
}
