// The sheet: on a phone the list and the panel come up from below, in three heights; on a wide screen they stand beside the map.

const HEIGHTS = ["peek", "half", "full"];
const FLICK = 40; // Pixels.

export class Sheet {
  /** `atlas` carries data-sheet; `grip` is the button at the top of the sheet; `tell()` hears of each change. */
  constructor(atlas, grip, tell) {
    Object.assign(this, { atlas, grip, tell });
    this.narrow = matchMedia("(max-width: 52rem)");
    grip.addEventListener("click", () => {
      if (this.dragged) return;
      this.to(this.height === "peek" ? "half" : this.height === "half" ? "full" : "peek");
    });
    grip.addEventListener("pointerdown", (event) => this.drag(event));
  }

  /** On a narrow screen, with only its edge in sight. */
  get isDown() {
    return this.narrow.matches && this.height === "peek";
  }

  get height() {
    return this.atlas.dataset.sheet;
  }

  /** peek, half or full. */
  to(height) {
    this.atlas.dataset.sheet = height;
    this.grip.setAttribute("aria-expanded", String(height !== "peek"));
    this.tell();
  }

  /** At least this high. */
  atLeast(height) {
    if (HEIGHTS.indexOf(this.height) < HEIGHTS.indexOf(height)) this.to(height);
  }

  /** When the sheet has come to rest. */
  atRest(side) {
    return Promise.allSettled(side.getAnimations().map((each) => each.finished));
  }

  /** How many pixels of the map lie under the sheet. */
  covers(stage, side) {
    if (!this.narrow.matches) return 0;
    return Math.max(0, stage.getBoundingClientRect().bottom - side.getBoundingClientRect().top);
  }

  drag(down) {
    if (!this.narrow.matches) return;
    this.dragged = false;
    const start = down.clientY;
    const move = (event) => { this.dragged ||= Math.abs(event.clientY - start) > 8; };
    const up = (event) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
      const way = event.clientY - start;
      if (Math.abs(way) < FLICK) return;
      const place = HEIGHTS.indexOf(this.height) - Math.sign(way);
      this.to(HEIGHTS[Math.min(Math.max(place, 0), 2)]);
      setTimeout(() => { this.dragged = false; });
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
  }
}
