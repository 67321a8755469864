// Our icons for canvas: the strokes of the SVG that the page carries in <template data-kind-icon>.

const BOX = 24;

/** A function: name of a kind -> the strokes of its icon (Path2D in a box of 24 x 24). */
export function kindIcons(root = document) {
  const known = new Map();
  return (kind) => {
    if (!known.has(kind)) known.set(kind, strokes(root.querySelector(`template[data-kind-icon="${kind}"]`)));
    return known.get(kind);
  };
}

/** Draws strokes in the colour, `size` wide around x, y. */
export function drawIcon(context, path, x, y, size, colour, width = 2) {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / BOX, size / BOX);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = context.lineJoin = "round";
  context.stroke(path);
  context.restore();
}

/** The icon of a kind as an element of its own. */
export function iconElement(kind, root = document) {
  return root.querySelector(`template[data-kind-icon="${kind}"]`).content.firstElementChild.cloneNode(true);
}

function strokes(template) {
  const whole = new Path2D();
  for (const path of template?.content.querySelectorAll("path") ?? []) whole.addPath(new Path2D(path.getAttribute("d")));
  return whole;
}
