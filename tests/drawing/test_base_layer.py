"""The base map in a real browser: drawn from one file, in the colours of the theme, sharp, and quiet without a file."""

import json
from pathlib import Path

import pytest
from shapely.geometry import mapping

from assetmap.drawing.base_file import pack
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
  window.layer = baseLayer("/base", { boundary: BOUNDARY, attribution: "eigen kaart" });
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
    const dot = canvas.getContext("2d").getImageData(
      x * canvas.width / box.width, y * canvas.height / box.height, 1, 1).data;
    return "#" + [...dot].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("");
  }
  return null;
}"""
COLOUR = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    return pack(read_streets(write_town(tmp_path_factory.mktemp("town")), BOUNDARY))


@pytest.fixture
def open_map(browser):
    """A function: answer for the base map -> a page with the map, looking at the middle of the little town."""
    contexts = []

    def open_with(base: dict, boundary: dict | None = None, wait: bool = True, **context: object):
        contexts.append(browser.new_context(viewport={"width": 700, "height": 600}, **context))
        page = contexts[-1].new_page()
        page.faults, page.hosts = [], set()
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        longitude, latitude = spot(120, 70)
        text = PAGE.replace("LATITUDE", str(latitude)).replace("LONGITUDE", str(longitude))
        text = text.replace("BOUNDARY", json.dumps(boundary))

        def answer(route):
            path = route.request.url.removeprefix(ADDRESS)
            page.hosts.add(route.request.url.split("/")[2])
            if path == "":
                route.fulfill(body=text, content_type="text/html")
            elif path == "base":
                route.fulfill(**base)
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


def test_water_houses_streets_and_bridge_are_drawn_where_they_lie(open_map, packed):
    page = open_map({"body": packed, "content_type": "application/octet-stream"})
    assert pixel(page, 103, 60) == page.evaluate(COLOUR, "--map-water")
    assert pixel(page, 153, 23) == page.evaluate(COLOUR, "--map-building-open")
    assert pixel(page, 63, 23) == page.evaluate(COLOUR, "--map-building")
    assert pixel(page, 40, 101) == page.evaluate(COLOUR, "--map-street")
    assert pixel(page, 105, 101) == page.evaluate(COLOUR, "--map-street")
    assert pixel(page, 141, 15) == page.evaluate(COLOUR, "--map-school")
    assert not page.faults
    assert page.hosts == {"buurt.test"}


def test_the_file_may_come_unpacked(open_map, packed):
    import gzip

    page = open_map({"body": gzip.decompress(packed), "content_type": "application/octet-stream"})
    assert pixel(page, 103, 60) == page.evaluate(COLOUR, "--map-water")


def test_another_theme_repaints_what_is_there(open_map, packed):
    page = open_map({"body": packed})
    before = pixel(page, 103, 60)
    page.evaluate("() => { document.documentElement.dataset.theme = 'night'; }")
    night = page.evaluate(COLOUR, "--map-water")
    assert night != before
    page.wait_for_function(f"(at) => ({PIXEL})(at) === '{night}'", arg=list(spot(103, 60)))


def test_the_source_is_credited(open_map, packed):
    page = open_map({"body": packed})
    words = page.inner_text(".leaflet-control-attribution")
    assert "© OpenStreetMap contributors" in words
    assert "eigen kaart" not in words


def test_it_is_as_sharp_as_the_screen(open_map, packed):
    page = open_map({"body": packed}, device_scale_factor=2)
    assert page.evaluate("document.querySelector('.leaflet-tile-pane canvas').width") == 512


def test_it_follows_to_every_zoom(open_map, packed):
    page = open_map({"body": packed})
    for zoom in (13, 16, 20):
        page.evaluate("(zoom) => { told.length = 0; map.setZoom(zoom, { animate: false }); }", zoom)
        page.wait_for_function("told.includes('load')")
    page.evaluate("(at) => map.setView([at[1], at[0]], 20, { animate: false })", list(spot(106, 60)))
    page.wait_for_function(f"(at) => ({PIXEL})(at) !== null && !layer.isLoading()", arg=list(spot(103, 62)))
    assert pixel(page, 101, 60) == page.evaluate(COLOUR, "--map-water")
    assert not page.faults


def test_without_a_file_there_is_quiet_paper_with_the_boundary(open_map):
    page = open_map({"status": 404, "body": "niets"}, boundary=mapping(BOUNDARY))
    paper = page.evaluate(COLOUR, "--map-paper")
    assert pixel(page, 103, 60) == paper
    west, south, _, _ = BOUNDARY.bounds
    page.evaluate("(at) => map.setView(at, 18, { animate: false })", [south + 0.001, west])
    page.wait_for_function("() => !layer.isLoading()")
    on_the_edge = {page.evaluate(PIXEL, [west, south + 0.001 + step * 1e-5]) for step in range(20)}
    assert on_the_edge - {paper}
    assert not page.faults
    assert page.evaluate("told.includes('baseerror')") is False


@pytest.mark.parametrize("base", [
    {"body": b"<html>iets anders</html>"}, {"status": 500, "body": "stuk"}, {"body": b"\x1f\x8bhalf"}])
def test_a_file_that_can_not_be_had_is_told_and_the_paper_stays(base, open_map):
    page = open_map(base)
    assert page.evaluate("told.includes('baseerror')") is True
    assert pixel(page, 103, 60) == page.evaluate(COLOUR, "--map-paper")
    assert not page.faults


def test_taking_the_map_away_stops_its_work(open_map, packed):
    page = open_map({"body": packed})
    page.evaluate("() => { map.setZoom(17, { animate: false }); layer.remove(); }")
    page.evaluate("() => { document.documentElement.dataset.theme = 'sun'; layer.addTo(map); }")
    page.wait_for_function("() => !layer.isLoading()")
    assert not page.faults
