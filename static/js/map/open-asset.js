// The asset that is open: its panel, its place on the map, its step in the history, and the way back to the list.

import { Panel } from "./panel.js";
import { fetched } from "./sources.js";

const CLOSE_BY = 17; // Zoom at which an asset chosen from far away is shown.

export class OpenAsset {
  /** `page` is the map page, `beside` what stands beside the map; `target` is the panel, `found` the list it takes the place of. */
  constructor(page, beside, target, found) {
    Object.assign(this, { page, beside, found });
    const next = (step) => beside.here.list.neighbour(this.panel.number, step);
    this.panel = new Panel(target, fetched, {
      choose: (number) => this.open(number), close: () => this.close(), tag: (tag) => beside.addTag(tag),
      before: () => next(-1), after: () => next(1) });
  }

  /** Opens the panel. `how` is push (a step back closes it again) or stay (the address says so already). */
  async open(number, { how = "push", centre = false } = {}) {
    if (!number || number === this.panel.number) return;
    const { page, beside } = this;
    if (!this.panel.number) this.opener = document.activeElement;
    page.asset = number;
    document.getElementById("atlas").dataset.open = "";
    this.found.hidden = true;
    beside.sheet.atLeast("half");
    this.mark(number);
    const opening = this.panel.show(number);
    if (how === "push") page.remember("push");
    const details = await opening;
    if (this.panel.number !== number) return;
    document.getElementById("side-in").scrollTop = 0;
    this.panel.target.focus({ preventScroll: true });
    if (!details) return;
    page.layers.connections.then((layer) => this.panel.number === number && layer.choose(details));
    await beside.sheet.atRest(page.side);
    if (this.panel.number === number) this.bringIntoView(details.point, centre);
  }

  /** Back to the list, with the focus where it came from. */
  close({ how = "push" } = {}) {
    const { number } = this.panel;
    if (!number) return;
    this.page.asset = 0;
    this.panel.hide();
    delete document.getElementById("atlas").dataset.open;
    this.found.hidden = false;
    this.mark(0);
    if (how === "push") this.page.remember("push");
    const back = this.beside.here.list.linkOf(number) ?? this.opener;
    if (back?.isConnected) back.focus();
    else this.page.map.getContainer().focus({ preventScroll: true });
  }

  mark(number) {
    const { assets, connections, shapes } = this.page.layers;
    assets.choose(number);
    shapes.then((layer) => layer.choose(number));
    connections.then((layer) => layer.choose(null));
    this.beside.here.list.mark(number);
  }

  /** Moves the map only where the asset would not be seen, or is lost in a crowd. */
  bringIntoView(point, centre) {
    if (!point) return;
    const { map, layers } = this.page;
    const at = L.latLng(point[1], point[0]);
    const covered = this.beside.here.covered();
    const lost = !layers.assets.standsAlone(this.panel.number) && map.getZoom() < CLOSE_BY;
    if (!centre && !lost) {
      map.panInside(at, { paddingTopLeft: [70, 90], paddingBottomRight: [70, 60 + covered] });
      return;
    }
    const zoom = Math.max(map.getZoom(), CLOSE_BY);
    map.setView(map.unproject(map.project(at, zoom).add([0, covered / 2]), zoom), zoom);
  }
}
