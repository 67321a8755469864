"""The base map in a real browser: painted from one file, in the colours of the theme, sharp, and quiet without."""

import gzip
from pathlib import Path

import pytest

from assetmap.drawing.base_drawing import STYLE, bare_paper, drawing_of, styles_of
from assetmap.imports.streets import read_streets

from ..neighbourhood import BOUNDARY
from ..small_extract import DEGREES_A_METRE, SOUTH, WEST, write_town

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "static"
ADDRESS = "http://buurt.test/"
PAGE = """<!doctype html><html lang="nl" data-theme="paper"><meta charset="utf-8">
<link rel="stylesheet" href="/static/vendor/leaflet/leaflet.css">
<link rel="stylesheet" href="/static/css/map-colours.css">
<style>html, body, #map { margin: 0; height: 100%; }</style>
<div id="map"></div>
<script src="/static/vendor/leaflet/leaflet.js"></script>
<script type="module">
  import { baseLayer } from "/static/js/map/base-layer.js";
  window.map = L.map("map", { zoomControl: false, fadeAnimation: false });
  map.setView([LATITUDE, LONGITUDE], 18);
  window.told = [];
  window.layer = baseLayer("/base", { attribution: "eigen kaart" });
  for (const name of ["load", "baseready", "baseerror"]) layer.on(name, () => told.push(name));
  layer.addTo(map);
</script></html>"""
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}

PIXEL = """([longitude, latitude]) => {
  const at = map.latLngToContainerPoint([latitude, longitude]);
  for (const canvas of document.querySelectorAll(".leaflet-tile-pane canvas")) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [at.x - box.left, at.y - box.top];
    if (x < 0 || y < 0 || x >= box.width || y >= box.height) continue;
    const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, Math.floor(-x * canvas.width / box.width), Math.floor(-y * canvas.height / box.height));
    const dot = copy.getImageData(0, 0, 1, 1).data;
    return "#" + [...dot].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("");
  }
  return null;
}"""
SEAM = """async () => {
  const { fetchBase } = await import("/static/js/map/base-file.js");
  const { paintTile } = await import("/static/js/map/base-paint.js");
  const base = await fetchBase("/base");
  const { x, y } = map.project(map.getCenter(), ZOOM).floor();
  const sheet = (left, width) => {
    const context = new OffscreenCanvas(width * 2, 512).getContext("2d", { alpha: false });
    paintTile(context, { zoom: ZOOM, x: left, y, width, height: 256, scale: 2 }, base, 0);
    return context;
  };
  const [whole, first, second] = [sheet(x, 256), sheet(x, 128), sheet(x + 128, 128)];
  let most = 0;
  for (const [part, left] of [[first, 0], [second, 256]]) {
    const [one, other] = [part.getImageData(0, 0, 256, 512).data, whole.getImageData(left, 0, 256, 512).data];
    for (let i = 0; i < one.length; i += 1) most = Math.max(most, Math.abs(one[i] - other[i]));
  }
  return most;
}"""


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    town = read_streets(write_town(tmp_path_factory.mktemp("town")), BOUNDARY)
    return drawing_of(town, BOUNDARY, "town", styles_of(STYLE))


def paper(theme: int = 0) -> str:
    return styles_of(STYLE)[theme].colour("paper")


@pytest.fixture
def open_map(browser):
    """A function: answer for the base map -> a page with the map, looking at the middle of the little town."""
    contexts = []

    def open_with(base: dict, wait: bool = True, **context: object):
        contexts.append(browser.new_context(viewport={"width": 700, "height": 600}, **context))
        page = contexts[-1].new_page()
        page.faults, page.hosts, page.base = [], set(), base
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        longitude, latitude = spot(120, 70)
        text = PAGE.replace("LATITUDE", str(latitude)).replace("LONGITUDE", str(longitude))

        def answer(route):
            path = route.request.url.removeprefix(ADDRESS)
            page.hosts.add(route.request.url.split("/")[2])
            if path == "":
                route.fulfill(body=text, content_type="text/html")
            elif path == "base":
                route.fulfill(**page.base)
            elif (file := STATIC / path.removeprefix("static/")).is_file():
                route.fulfill(body=file.read_bytes(), content_type=TYPES.get(file.suffix, "application/octet-stream"))
            else:
                route.fulfill(status=404)

        page.route("**/*", answer)
        page.goto(ADDRESS)
        if wait:
            page.wait_for_function("window.told?.includes('load') && told.includes('baseready')")
        return page

    yield open_with
    for context in contexts:
        context.close()


def spot(x: float, y: float) -> tuple[float, float]:
    """(longitude, latitude) of a place in metres of the little town."""
    return WEST + x * DEGREES_A_METRE[0], SOUTH + y * DEGREES_A_METRE[1]


def pixel(page, x: float, y: float) -> str:
    return page.evaluate(PIXEL, list(spot(x, y)))


def test_what_was_drawn_lies_where_it_lies(open_map, packed):
    page = open_map({"body": packed, "content_type": "application/octet-stream"})
    red, green, blue = (int(pixel(page, 106, 60)[i:i + 2], 16) for i in (1, 3, 5))
    assert blue > red + 10, "the canal is water"
    assert pixel(page, 63, 26) != paper(), "a house stands there"
    red, green, blue = (int(pixel(page, 270, 170)[i:i + 2], 16) for i in (1, 3, 5))
    assert green > blue + 10, "the park is green"
    assert not page.faults
    assert page.hosts == {"buurt.test"}


def test_the_file_may_come_unpacked(open_map, packed):
    page = open_map({"body": gzip.decompress(packed), "content_type": "application/octet-stream"})
    assert pixel(page, 106, 60) != paper()


def test_another_theme_repaints_what_is_there(open_map, packed):
    page = open_map({"body": packed})
    before = pixel(page, 106, 60)
    page.evaluate("() => { document.documentElement.dataset.theme = 'night'; }")
    page.wait_for_function(f"(at) => ({PIXEL})(at) !== '{before}'", arg=list(spot(106, 60)))
    assert page.evaluate("getComputedStyle(map.getContainer()).backgroundColor") == "rgb({}, {}, {})".format(
        *(int(paper(1)[i:i + 2], 16) for i in (1, 3, 5)))


def test_the_source_is_credited(open_map, packed):
    page = open_map({"body": packed})
    words = page.inner_text(".leaflet-control-attribution")
    assert "© OpenStreetMap contributors" in words
    assert "eigen kaart" not in words


@pytest.mark.parametrize("sharp", [1, 2, 3])
def test_it_is_as_sharp_as_the_screen(sharp, open_map, packed):
    page = open_map({"body": packed}, device_scale_factor=sharp)
    assert page.evaluate("document.querySelector('.leaflet-tile-pane canvas').width") == 256 * sharp


def test_it_follows_to_every_zoom(open_map, packed):
    page = open_map({"body": packed})
    page.evaluate("(at) => map.setView([at[1], at[0]], 18, { animate: false })", list(spot(106, 60)))
    for zoom in range(14, 20):
        page.evaluate("(zoom) => { told.length = 0; map.setZoom(zoom, { animate: false }); }", zoom)
        page.wait_for_function("told.includes('load') && !layer.isLoading()")
        assert pixel(page, 106, 60) != paper()
    assert not page.faults


@pytest.mark.parametrize("zoom", [15, 17, 19])
def test_where_two_tiles_meet_nothing_shows(zoom, open_map, packed):
    page = open_map({"body": packed})
    assert page.evaluate(SEAM.replace("ZOOM", str(zoom))) <= 8


def test_while_it_is_being_drawn_there_is_paper_with_the_boundary_and_then_the_drawing(open_map, packed):
    page = open_map({"body": bare_paper(BOUNDARY, "town")})
    assert pixel(page, 106, 60) == paper()
    west, south, _, _ = BOUNDARY.bounds
    page.evaluate("(at) => map.setView(at, 18, { animate: false })", [south + 0.001, west])
    page.wait_for_function("() => !layer.isLoading()")
    on_the_edge = {page.evaluate(PIXEL, [west + across * 3e-6, south + 0.001 + up * 3e-5])
                   for across in range(-12, 13) for up in range(4)}
    assert on_the_edge - {paper()}
    page.base = {"body": packed}
    page.evaluate("(at) => map.setView([at[1], at[0]], 18, { animate: false })", list(spot(106, 60)))
    page.wait_for_function(f"(at) => ![null, '{paper()}'].includes(({PIXEL})(at))", arg=list(spot(106, 60)))
    assert not page.faults
    assert page.evaluate("told.includes('baseerror')") is False


@pytest.mark.parametrize("base", [
    {"body": b"<html>iets anders</html>"}, {"status": 500, "body": "stuk"}, {"body": b"\x1f\x8bhalf"}])
def test_a_file_that_can_not_be_had_is_told_and_the_paper_stays(base, open_map):
    page = open_map(base)
    assert page.evaluate("told.includes('baseerror')") is True
    assert pixel(page, 106, 60) == paper()
    assert not page.faults


def test_taking_the_map_away_stops_its_work(open_map, packed):
    page = open_map({"body": packed})
    page.evaluate("() => { map.setZoom(17, { animate: false }); layer.remove(); }")
    page.evaluate("() => { document.documentElement.dataset.theme = 'sun'; layer.addTo(map); }")
    page.wait_for_function("() => !layer.isLoading()")
    assert not page.faults
