// Reads the drawing and paints its tiles beside the page, so that a finger on the map never waits for ink.
//
// Asked {read: url} it answers {base}: the file without its marks, or {fault}. Asked {id, tile, theme} it answers
// {id, picture}: an ImageBitmap of the tile (see base-paint.js), null where it can't be painted.

import { fetchBase } from "./base-file.js";
import { paintTile } from "./base-paint.js";

let base = null;

addEventListener("message", async ({ data }) => {
  if (data.read) await read(data.read);
  else paint(data);
});

async function read(url) {
  try {
    base = await fetchBase(url);
    postMessage({ base: { ...base, drawings: null } });
  } catch (error) {
    postMessage({ fault: String(error) });
  }
}

function paint({ id, tile, theme }) {
  let picture = null;
  try {
    const canvas = new OffscreenCanvas(Math.ceil(tile.width * tile.scale), Math.ceil(tile.height * tile.scale));
    paintTile(canvas.getContext("2d", { alpha: false, willReadFrequently: true }), tile, base, theme);
    picture = canvas.transferToImageBitmap();
  } catch {
    // That tile stays paper.
  }
  postMessage({ id, picture }, picture ? [picture] : []);
}
