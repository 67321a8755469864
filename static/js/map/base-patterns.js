// Small marks of the pen on large quiet areas: leaves in a wood, tufts in a meadow, rows in an allotment.

const SIDE = 128; // CSS pixels; a tile is a whole number of these, so that marks run on from tile to tile.

const MARKS = {
  leaves(context, x, y, size) {
    context.moveTo(x - size, y);
    context.quadraticCurveTo(x - size, y - size * 1.3, x, y - size * 0.9);
    context.quadraticCurveTo(x + size * 1.2, y - size * 1.2, x + size, y + size * 0.1);
  },
  tufts(context, x, y, size) {
    for (const lean of [-0.7, 0, 0.7]) {
      context.moveTo(x + lean * size * 0.4, y);
      context.lineTo(x + lean * size, y - size * (lean ? 0.9 : 1.3));
    }
  },
  rows(context, x, y, size) {
    context.moveTo(x - size * 1.6, y);
    context.quadraticCurveTo(x, y - size * 0.35, x + size * 1.6, y);
  },
  crosses(context, x, y, size) {
    context.moveTo(x, y - size);
    context.lineTo(x, y + size * 0.6);
    context.moveTo(x - size * 0.6, y - size * 0.35);
    context.lineTo(x + size * 0.6, y - size * 0.35);
  },
  waves(context, x, y, size) {
    context.moveTo(x - size * 2, y);
    context.quadraticCurveTo(x - size, y - size * 0.7, x, y);
    context.quadraticCurveTo(x + size, y + size * 0.7, x + size * 2, y - size * 0.1);
  },
};

/**
 * {leaves, tufts, …}: canvas patterns for tiles that have `ratio` device pixels to a CSS pixel. `colours` are those of
 * base-colours.js.
 */
export function patterns(colours, ratio) {
  const made = {};
  for (const [name, mark] of Object.entries(MARKS)) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(SIDE * ratio);
    const context = canvas.getContext("2d");
    context.scale(canvas.width / SIDE, canvas.height / SIDE);
    context.strokeStyle = colours[name === "waves" ? "water-line" : "green-mark"];
    context.globalAlpha = name === "waves" ? 0.55 : 0.7;
    context.lineWidth = 1.1;
    context.lineCap = "round";
    context.beginPath();
    for (const [x, y, size] of spots(name === "waves" ? 4 : 7)) mark(context, x, y, size);
    context.stroke();
    made[name] = context.createPattern(canvas, "repeat");
  }
  return made;
}

/** Spots spread over the square, none so near its edge that a mark would be cut. */
function spots(count) {
  return Array.from({ length: count }, (_, i) => {
    const along = (i * 0.754877666 + 0.13) % 1;
    const down = (i * 0.569840296 + 0.31) % 1;
    return [14 + along * (SIDE - 28), 14 + down * (SIDE - 28), 4 + ((i * 7) % 3) * 0.7];
  });
}
