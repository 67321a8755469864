// The paper that covers what lies outside the neighbourhood: thin at the boundary, closed where the data ends.

const LARGEST = 640; // Pixels on the longest side: drawn larger, a smooth veil stays smooth.
const AT_THE_EDGE = 0.42; // How much paper covers what lies just outside.
const STEPS = 40;

/** {image, box}: a picture of the veil and where it lies in the map's local grid. `paths` are pieces of base-shapes.js. */
export function veil(paths, margin, colours) {
  const reach = margin * paths.metre;
  const [west, north, east, south] = paths.boundary.box;
  const box = [west - reach, north - reach, east + reach, south + reach];
  const scale = LARGEST / Math.max(box[2] - box[0], box[3] - box[1]);
  const image = document.createElement("canvas");
  image.width = Math.ceil((box[2] - box[0]) * scale);
  image.height = Math.ceil((box[3] - box[1]) * scale);
  const context = image.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, image.width, image.height);
  context.globalCompositeOperation = "destination-out";
  context.setTransform(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale);
  context.lineJoin = context.lineCap = "round";
  // Each band nearer to the boundary takes a little more of the paper away: alphas multiply.
  let before = 1;
  for (let step = 1; step <= STEPS; step += 1) {
    const near = step / (STEPS + 1);
    const left = AT_THE_EDGE + (1 - AT_THE_EDGE) * (1 - near) ** 1.5;
    context.globalAlpha = 1 - left / before;
    context.lineWidth = 2 * reach * (1 - near);
    context.stroke(paths.boundary.path);
    before = left;
  }
  context.globalAlpha = 1;
  context.fill(paths.boundary.path);
  return { image, box };
}
