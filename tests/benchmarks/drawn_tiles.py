"""The same drawing as a pack of pictures: painted by the same painter, with the same names, kept as WebP tiles."""

import base64
import math
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass

import numpy
import shapely
from playwright.sync_api import Browser
from shapely.geometry.base import BaseGeometry

from assetmap.geo.metres import grid_for
from tests.benchmarks.base_visit import ADDRESS, FARTHEST, PAINTED, Rival, answers
from tests.benchmarks.watching import TABLET

ZOOMS = range(14, 20)
SAMPLE = 6
"""Tiles of each zoom that are made to reckon what all would take."""

Place = tuple[int, int, int]

PAINT = """async ([places, sharp]) => {
  const { fetchBase } = await import("/static/js/map/base-file.js");
  const { paintTile } = await import("/static/js/map/base-paint.js");
  const { placeNames, paintNames } = await import("/static/js/map/base-names.js");
  const { readColours } = await import("/static/js/map/base-colours.js");
  window.drawing ??= fetchBase("/base");
  const base = await drawing;
  const colours = readColours();
  const ruler = new OffscreenCanvas(1, 1).getContext("2d");
  ruler.font = `100px ${colours.hand}`;
  window.names ??= new Map();
  const namesAt = (zoom) => {
    if (!names.has(zoom)) {
      const work = placeNames(base, zoom, (text) => ruler.measureText(text).width);
      let step = work.next();
      while (!step.done) step = work.next();
      names.set(zoom, step.value);
    }
    return names.get(zoom);
  };
  const out = [];
  for (const [zoom, x, y] of places) {
    const canvas = new OffscreenCanvas(256 * sharp, 256 * sharp);
    const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    paintTile(context, { zoom, x: 256 * x, y: 256 * y, width: 256, height: 256, scale: sharp }, base, 0);
    const shown = 2 ** (zoom - 20);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    paintNames(context, namesAt(zoom), colours,
      [256 * x - base.origin.x * shown, 256 * y - base.origin.y * shown, 256, 256]);
    const picture = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    const bytes = new Uint8Array(await picture.arrayBuffer());
    out.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
  }
  return out;
}"""


@dataclass(frozen=True)
class Pack:
    """What all tiles of zoom 14 to 19 take at `sharp` device pixels to a CSS pixel (reckoned from some of each)."""

    sharp: int
    tiles: int
    bytes: float
    seconds: float


class Press:
    """Makes tiles of one drawing in a browser that is not slowed down."""

    def __init__(self, browser: Browser, drawn: bytes, area: BaseGeometry):
        self._context = browser.new_context()
        self._page = self._context.new_page()
        self._page.route("**/*", answers("<!doctype html>", Rival("", PAINTED, drawn)))
        self._page.goto(ADDRESS)
        self._area = grid_for(area).to_degrees(grid_for(area).to_metres(area).buffer(75))

    def close(self) -> None:
        self._context.close()

    def around(self, zoom: int, sharp: int = 2) -> dict[Place, bytes]:
        """All tiles that a tablet sees which starts in the middle and is dragged about."""
        middle = self._area.centroid
        x, y = (int(value * 2**zoom) for value in _world(middle.x, middle.y))
        across, down = (math.ceil((TABLET[side] / 2 + FARTHEST) / 256) + 1 for side in ("width", "height"))
        places = [(zoom, x + i, y + j) for i in range(-across, across + 1) for j in range(-down, down + 1)]
        return dict(zip(places, self._made(places, sharp), strict=True))

    def whole(self, sharp: int) -> Pack:
        """What a pack for every zoom would take."""
        count = size = seconds = 0.0
        for zoom in ZOOMS:
            places = self._touched(zoom)
            chosen = random.Random(zoom).sample(places, min(SAMPLE, len(places)))
            self._made(chosen[:1], sharp)
            begun = time.perf_counter()
            made = self._made(chosen, sharp)
            seconds += (time.perf_counter() - begun) / len(made) * len(places)
            size += sum(map(len, made)) / len(made) * len(places)
            count += len(places)
        return Pack(sharp, int(count), size, seconds)

    def _made(self, places: Iterable[Place], sharp: int) -> list[bytes]:
        made = self._page.evaluate(PAINT, [[list(place) for place in places], sharp])
        return [base64.b64decode(each) for each in made]

    def _touched(self, zoom: int) -> list[Place]:
        west, south, east, north = self._area.bounds
        (left, top), (right, bottom) = _world(west, north), _world(east, south)
        columns = numpy.arange(int(left * 2**zoom), int(right * 2**zoom) + 1)
        rows = numpy.arange(int(top * 2**zoom), int(bottom * 2**zoom) + 1)
        x, y = (each.ravel() for each in numpy.meshgrid(columns, rows))
        squares = shapely.box(_longitude(x, zoom), _latitude(y + 1, zoom), _longitude(x + 1, zoom), _latitude(y, zoom))
        return [(zoom, int(x[i]), int(y[i])) for i in numpy.flatnonzero(shapely.intersects(self._area, squares))]


def _world(longitude: float, latitude: float) -> tuple[float, float]:
    """Column and row of the web-mercator square, 0 to 1."""
    return (longitude + 180) / 360, 0.5 - math.atanh(math.sin(math.radians(latitude))) / (2 * math.pi)


def _longitude(column, zoom: int):
    return column / 2**zoom * 360 - 180


def _latitude(row, zoom: int):
    return numpy.degrees(numpy.arctan(numpy.sinh((1 - 2 * row / 2**zoom) * numpy.pi)))
