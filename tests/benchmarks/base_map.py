"""The drawn base map: its size, how long it takes to make, and how it feels in the hand, beside the rivals it beat.

    python -m tests.benchmarks.base_map [--times 3] [--no-rows] [--no-tiles]

The rivals are the plain base map of before (flat colours from street data; its painter is taken from this project's
own history, its file is what `base_file.pack` still makes) and a pack of drawn pictures (the same scene as WebP tiles).
The browser is a real Chromium at the size of a tablet whose processor is slowed down four times, the page's as
well as the painter's beside it. Prints tables; nothing
is asserted, a shared machine is no judge.
"""

import argparse
import io
import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from assetmap.demo import DATA
from assetmap.drawing import base_drawing
from assetmap.drawing.base_file import pack
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.street_data import StreetData
from assetmap.imports.boundary import read_boundary
from assetmap.imports.streets import read_streets
from tests.benchmarks.watching import TABLET, chromium
from tests.row_houses import row_houses

HOUSE = Path(__file__).resolve().parents[2]
STATIC = HOUSE / "static"
PLAIN = "b76db4b"
"""The last state of this project that had the plain painter."""
PLAIN_FILES = ("colours", "file", "layer", "look", "names", "paint", "patterns", "shapes", "veil")
SLOWED = """
  let begun = 0;
  addEventListener("message", () => { begun = performance.now(); }, { capture: true });
  const post = self.postMessage.bind(self);
  self.postMessage = (...all) => {
    const until = performance.now() + 3 * (performance.now() - begun);
    while (performance.now() < until);
    post(...all);
  };
"""
"""Chromium slows down only the page itself: the painter beside it is made to work four times as long by this."""

ADDRESS = "http://kaart.test/"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}

PAGE = """<!doctype html><html lang="nl" data-theme="paper"><meta charset="utf-8">
<link rel="stylesheet" href="/static/vendor/leaflet/leaflet.css"><link rel="stylesheet" href="/COLOURS">
<style>html, body, #map { margin: 0; height: 100%; }</style><div id="map"></div>
<script src="/static/vendor/leaflet/leaflet.js"></script>
<script type="module">
  import { baseLayer } from "/LAYER";
  window.long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((task) => task.duration)))
    .observe({ entryTypes: ["longtask"] });
  window.map = L.map("map", { zoomControl: false, fadeAnimation: false }).setView(MIDDLE, ZOOM);
  window.layer = baseLayer("/base", {});
  let [ready, loaded] = [false, false];
  const stand = () => { if (ready && loaded) window.stands ??= performance.now(); };
  layer.on("baseready", () => { ready = true; loaded = !layer.isLoading(); stand(); });
  layer.on("load", () => { loaded = true; stand(); });
  layer.addTo(map);
</script></html>"""


@dataclass(frozen=True)
class Felt:
    """Milliseconds until the first picture is complete; while the map is dragged the longest task of the page, by the
    clock and by what it took of the processor (what else this machine does lengthens only the first), and the slow
    frames (95th of 100)."""

    picture: float
    panning: float
    processor: float
    frame: float


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--zooms", default="15,16,17,18")
    asked.add_argument("--no-rows", action="store_true")
    asked.add_argument("--no-tiles", action="store_true")
    options = asked.parse_args()
    zooms = [int(zoom) for zoom in options.zooms.split(",")]
    places = {"Aan de Schie": _demo} | ({} if options.no_rows else {"2 x 2 km of row houses": row_houses})
    with tempfile.TemporaryDirectory(prefix="assetmap-bench-") as scratch, chromium() as browser:
        plain = _plain(Path(scratch))
        for name, make in places.items():
            ground = make()
            print(f"\n{name}: {len(ground.buildings):,} houses")
            begun = time.perf_counter()
            styles = base_drawing.styles_of(base_drawing.STYLE)
            drawn = base_drawing.drawing_of(ground, ground.boundary, "bench", styles)
            print(f"  drawn file {len(drawn) / 1000:,.0f} kB in {time.perf_counter() - begun:.1f} s")
            begun = time.perf_counter()
            flat = pack(ground)
            print(f"  plain file {len(flat) / 1000:,.0f} kB in {time.perf_counter() - begun:.1f} s")
            if not options.no_tiles:
                _tell_tiles(ground)
            print("  zoom        first picture      longest task  of the processor  slow frame (95 of 100), ms")
            for zoom in zooms:
                middle = ground.boundary.centroid
                ours = _feel(browser, drawn, STATIC, middle, zoom, options.times)
                theirs = _feel(browser, flat, plain, middle, zoom, options.times)
                print(f"  {zoom}  drawn {ours.picture:12.0f}{ours.panning:18.0f}{ours.processor:18.0f}"
                      f"{ours.frame:18.0f}"
                      f"      {ours.picture / theirs.picture:.1f} times")
                print(f"      plain {theirs.picture:12.0f}{theirs.panning:18.0f}{theirs.processor:18.0f}"
                      f"{theirs.frame:18.0f}")


def _demo() -> StreetData:
    folder = DATA / "aan_de_schie"
    return read_streets(folder / "delft-area.osm.pbf", read_boundary(folder / "boundary.geojson"))


def _plain(folder: Path) -> Path:
    """A folder like static/ with the modules of the plain painter and its colours, from this project's history."""
    (folder / "js" / "map").mkdir(parents=True)
    (folder / "css").mkdir()
    for path in (*(f"js/map/base-{name}.js" for name in PLAIN_FILES), "css/map-colours.css"):
        text = subprocess.run(["git", "show", f"{PLAIN}:static/{path}"], cwd=HOUSE, capture_output=True, check=True)
        (folder / path).write_bytes(text.stdout)
    return folder


def _feel(browser: Browser, file: bytes, static: Path, middle, zoom: int, times: int) -> Felt:
    """The quickest of so many visits: the one that the rest of this machine bothered least."""
    felt = [_visit(browser, file, static, middle, zoom) for _ in range(times)]
    return Felt(*(min(getattr(each, name) for each in felt) for name in ("picture", "panning", "processor", "frame")))


def _visit(browser: Browser, file: bytes, static: Path, middle, zoom: int) -> Felt:
    context = browser.new_context(viewport=TABLET, device_scale_factor=2)
    page = context.new_page()
    text = PAGE.replace("MIDDLE", json.dumps([middle.y, middle.x])).replace("ZOOM", str(zoom))
    text = text.replace("LAYER", "static/js/map/base-layer.js").replace("COLOURS", "static/css/map-colours.css")
    page.route("**/*", _answers(text, file, static))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(ADDRESS)
    page.wait_for_function("window.stands", timeout=120_000)
    picture = page.evaluate("stands")
    page.wait_for_timeout(1_000)
    browser.start_tracing(page=page, categories=["toplevel"])
    panning, frame = _drag(page)
    processor = _longest(json.loads(browser.stop_tracing())["traceEvents"])
    context.close()
    return Felt(picture, panning, processor, frame)


def _longest(events: list[dict]) -> float:
    """Milliseconds of processor that the longest task of the page took."""
    pages = {(each["pid"], each["tid"]) for each in events
             if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"}
    return max((each.get("tdur", 0) / 1000 for each in events
                if each.get("ph") == "X" and (each["pid"], each["tid"]) in pages), default=0.0)


def _answers(text: str, file: bytes, static: Path) -> Callable:
    def answer(route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        found = [root / path.removeprefix("static/") for root in (static, STATIC)]
        if path == "":
            route.fulfill(body=text, content_type="text/html")
        elif path == "base":
            route.fulfill(body=file, content_type="application/octet-stream")
        elif path.endswith("base-worker.js"):
            route.fulfill(body=SLOWED + (STATIC / "js/map/base-worker.js").read_text(), content_type="text/javascript")
        elif existing := next((each for each in found if each.is_file()), None):
            route.fulfill(body=existing.read_bytes(), content_type=TYPES.get(existing.suffix, "font/woff2"))
        else:
            route.fulfill(status=404)

    return answer


def _drag(page: Page) -> tuple[float, float]:
    """Drags the map here and there: the longest task meanwhile, and the slow end of the frames."""
    page.evaluate("""() => {
      long.length = 0;
      window.frames_ = [];
      let before = performance.now();
      const tick = (now) => { frames_.push(now - before); before = now; window.ticking = requestAnimationFrame(tick); };
      requestAnimationFrame(tick);
    }""")
    for dx, dy in ((-500, 300), (400, -600), (300, 500), (-600, -200)):
        page.mouse.move(410, 590)
        page.mouse.down()
        for step in range(1, 21):
            page.mouse.move(410 + dx * step / 20, 590 + dy * step / 20)
        page.mouse.up()
        page.wait_for_timeout(500)
    page.wait_for_timeout(1_500)
    longest, frames = page.evaluate("[Math.max(0, ...long), frames_]")
    return longest, statistics.quantiles(frames, n=20)[-1]


def _tell_tiles(ground: StreetData) -> None:
    """What the same drawing would take as WebP pictures: some tiles of each zoom made, the rest reckoned."""
    import shapely
    import typst
    from PIL import Image

    from assetmap.drawing.pen.svg import svg_document
    from assetmap.drawing.scenery.scene import scene
    from assetmap.geo.metres import grid_for

    style = style_named(base_drawing.STYLE)
    grid = grid_for(ground.boundary)
    area = grid.to_metres(ground.boundary).buffer(75)
    total = {1: [0.0, 0.0], 2: [0.0, 0.0]}
    for zoom in range(14, 20):
        pixel = 156543.034 * 0.6157 / 2**zoom  # Metres in a CSS pixel in Delft.
        distance = base_drawing.DISTANCES[zoom >= base_drawing.DISTANCES[1].start]
        side = 256 * pixel * distance.scale  # Millimetres on the page.
        count = _tiles_of(area, 256 * pixel)
        frame, width, height = base_drawing.frame_at(ground.boundary, distance.scale)
        if zoom in (14, 17):
            drawn = scene(ground, ground.boundary, frame, width, height, style, "bench", lively=False)
            svg = svg_document(drawn.layers, style, width, height, background="paper")
        x, y = frame.point(shapely.centroid(ground.boundary).coords[0])
        many = 2 if zoom > 16 else 1
        for sharp in (1, 2):
            begun = time.perf_counter()
            picture = _picture(typst, svg, width, height, (x - side * many / 2, y - side * many / 2), side * many,
                               256 * many * sharp)
            file = io.BytesIO()
            Image.open(io.BytesIO(picture)).convert("RGB").save(file, "WEBP", quality=80)
            took = (time.perf_counter() - begun) / many**2
            total[sharp][0] += len(file.getvalue()) / many**2 * count
            total[sharp][1] += took * count
    for sharp, (size, seconds) in total.items():
        print(f"  as WebP tiles for zoom 14 to 19, {sharp}x: {size / 1e6:,.1f} MB in {seconds:,.0f} s (reckoned)")


def _tiles_of(area, side: float) -> int:
    """How many squares of so many metres the area touches."""
    import numpy
    import shapely

    west, south, east, north = area.bounds
    xs, ys = numpy.arange(west, east, side), numpy.arange(south, north, side)
    squares = shapely.box(*(each.ravel() for each in numpy.meshgrid(xs, ys)),
                          *(each.ravel() for each in numpy.meshgrid(xs + side, ys + side)))
    return int(shapely.intersects(area, squares).sum())


def _picture(typst, svg: str, width: float, height: float, corner: tuple[float, float], side: float,
             pixels: int) -> bytes:
    """A square of the page as PNG."""
    with tempfile.TemporaryDirectory(prefix="assetmap-tile-") as scratch:
        folder = Path(scratch)
        (folder / "page.svg").write_text(svg)
        (folder / "page.typ").write_text(
            f'#set page(width: {side}mm, height: {side}mm, margin: 0mm)\n'
            f'#place(dx: {-corner[0]}mm, dy: {-corner[1]}mm, image("page.svg", width: {width}mm, height: {height}mm))')
        return typst.compile(str(folder / "page.typ"), format="png", ppi=pixels / side * 25.4, root=scratch)


if __name__ == "__main__":
    main()
