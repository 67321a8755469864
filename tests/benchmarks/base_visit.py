"""A visit to a base map in a real Chromium at the size of a tablet whose processor is slowed down four times."""

import json
import statistics
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from playwright.sync_api import Browser, Page
from shapely import Point

from tests.benchmarks.watching import TABLET

HOUSE = Path(__file__).resolve().parents[2]
STATIC = HOUSE / "static"
ADDRESS = "http://kaart.test/"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}

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

PAGE = """<!doctype html><html lang="nl" data-theme="paper"><meta charset="utf-8">
<link rel="stylesheet" href="/static/vendor/leaflet/leaflet.css">
<link rel="stylesheet" href="/static/css/map-colours.css">
<style>html, body, #map { margin: 0; height: 100%; }</style><div id="map"></div>
<script src="/static/vendor/leaflet/leaflet.js"></script>
<script type="module">
  IMPORT
  window.long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((task) => task.duration)))
    .observe({ entryTypes: ["longtask"] });
  window.map = L.map("map", { zoomControl: false, fadeAnimation: false }).setView(MIDDLE, ZOOM);
  window.layer = LAYER;
  let [ready, loaded] = [!layer.repaint, false];
  const stand = () => { if (ready && loaded) window.stands ??= performance.now(); };
  layer.on("baseready", () => { ready = true; loaded = !layer.isLoading(); stand(); });
  layer.on("load", () => { loaded = true; stand(); });
  layer.addTo(map);
</script></html>"""
PAINTED = ('import { baseLayer } from "/static/js/map/base-layer.js";', 'baseLayer("/base", {})')
PICTURES = ("", 'L.tileLayer("/tiles/{z}/{x}/{y}", { maxZoom: 20, keepBuffer: 1, updateWhenIdle: false })')

DRAGS = ((-500, 300), (400, -600), (300, 500), (-600, -200))
FARTHEST = 700
"""CSS pixels that the map is dragged from the middle at most."""


@dataclass(frozen=True)
class Rival:
    """A base map: what the page imports and makes, its file, its modules where they are not today's, its pictures."""

    name: str
    layer: tuple[str, str]
    file: bytes = b""
    static: Path = STATIC
    tiles: dict[tuple[int, int, int], bytes] | None = None


@dataclass(frozen=True)
class Felt:
    """Milliseconds until the first picture is complete; while the map is dragged the longest task of the page, by the
    clock (tasks under 50 ms count as none) and by what it took of the processor (what else this machine does lengthens
    only the first), and the slow frames (95th of 100)."""

    picture: float
    panning: float
    processor: float
    frame: float


def feel(browser: Browser, rivals: list[Rival], middle: Point, zoom: int, times: int) -> list[Felt]:
    """The quickest of so many visits to each, in turns: the one that the rest of this machine bothered least."""
    felt = [[_visit(browser, rival, middle, zoom) for rival in rivals] for _ in range(times)]
    return [Felt(*(min(getattr(each, field.name) for each in visits) for field in fields(Felt)))
            for visits in zip(*felt, strict=True)]


def _visit(browser: Browser, rival: Rival, middle: Point, zoom: int) -> Felt:
    context = browser.new_context(viewport=TABLET, device_scale_factor=2)
    page = context.new_page()
    text = PAGE.replace("MIDDLE", json.dumps([middle.y, middle.x])).replace("ZOOM", str(zoom))
    text = text.replace("IMPORT", rival.layer[0]).replace("LAYER", rival.layer[1])
    page.route("**/*", answers(text, rival))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(ADDRESS)
    page.wait_for_function("window.stands", timeout=120_000)
    picture = page.evaluate("stands")
    page.wait_for_timeout(500)
    browser.start_tracing(page=page, categories=["toplevel"])
    page.wait_for_timeout(300)  # Tracing itself begins with a task.
    begun = page.evaluate("performance.mark('panning') && performance.now()")
    panning, frame = _drag(page)
    processor = _longest(json.loads(browser.stop_tracing())["traceEvents"], page.evaluate("performance.now()") - begun)
    context.close()
    return Felt(picture, panning, processor, frame)


def answers(text: str, rival: Rival) -> Callable:
    """A route that answers as a server of this page would."""

    def answer(route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        found = [root / path.removeprefix("static/") for root in (rival.static, STATIC)]
        if path == "":
            route.fulfill(body=text, content_type="text/html")
        elif path == "base":
            route.fulfill(body=rival.file, content_type="application/octet-stream")
        elif path.startswith("tiles/"):
            place = tuple(int(part) for part in path.split("/")[1:])
            tile = (rival.tiles or {}).get(place)
            route.fulfill(body=tile, content_type="image/webp") if tile else route.fulfill(status=404)
        elif path.endswith("base-worker.js"):
            route.fulfill(body=SLOWED + (STATIC / "js/map/base-worker.js").read_text(), content_type="text/javascript")
        elif existing := next((each for each in found if each.is_file()), None):
            route.fulfill(body=existing.read_bytes(), content_type=TYPES.get(existing.suffix, "font/woff2"))
        else:
            route.fulfill(status=404)

    return answer


def _longest(events: list[dict], milliseconds: float) -> float:
    """Milliseconds of processor that the longest task of the page took in so many milliseconds before the end."""
    pages = {(each["pid"], each["tid"]) for each in events
             if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"}
    tasks = [each for each in events if each.get("ph") == "X" and (each["pid"], each["tid"]) in pages]
    since = max((each["ts"] for each in tasks), default=0) - milliseconds * 1000
    return max((each.get("tdur", 0) / 1000 for each in tasks if each["ts"] > since), default=0.0)


def _drag(page: Page) -> tuple[float, float]:
    """Drags the map here and there: the longest task meanwhile, and the slow end of the frames."""
    page.evaluate("""() => {
      long.length = 0;
      window.frames_ = [];
      let before = performance.now();
      const tick = (now) => { frames_.push(now - before); before = now; window.ticking = requestAnimationFrame(tick); };
      requestAnimationFrame(tick);
    }""")
    for dx, dy in DRAGS:
        page.mouse.move(410, 590)
        page.mouse.down()
        for step in range(1, 21):
            page.mouse.move(410 + dx * step / 20, 590 + dy * step / 20)
        page.mouse.up()
        page.wait_for_timeout(400)
    page.wait_for_timeout(800)
    longest, frames = page.evaluate("[Math.max(0, ...long), frames_]")
    return longest, statistics.quantiles(frames, n=20)[-1]
