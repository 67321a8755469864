"""What the journeys on the map do again and again: open it, wait until it is drawn, touch what stands on the canvas.

The map is a canvas; where things are drawn is asked of the page that the map's element knows.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

_SPOTS = """() => {
  const { layers: { assets }, map } = document.querySelector(".map").assetmapPage;
  const size = 256 * 2 ** map.getZoom();
  const box = map.getContainer().getBoundingClientRect();
  const corner = map.getPixelBounds().min;
  const fanned = assets.fan?.places.map(({ x, y, point }) => ({ x, y, point, count: 1 }));
  const shown = fanned ?? assets.spots;
  return shown.map(({ x, y, count, point }) => ({
    x: x - corner.x + box.left, y: y - corner.y + box.top, count,
    number: point >= 0 ? assets.points.numbers[point] : 0,
    title: point >= 0 ? assets.nameOf(assets.points.numbers[point]) : "",
  })).filter(({ x, y }) => x > box.left && y > box.top && x < box.right && y < box.bottom);
}"""


def open_map(page: Page, address: str) -> None:
    """Goes to a map and waits until its markers and their names are there."""
    page.goto(address)
    drawn(page)


def drawn(page: Page) -> None:
    """Waits until the markers of the map stand and what is beside it has been built."""
    for _ in range(80):
        if page.evaluate(
                "document.querySelector('.map')?.assetmapPage?.beside"
                " && performance.getEntriesByName('assets-drawn').length"
                " && document.getElementById('found-title').textContent !== ''"):
            page.wait_for_timeout(250)
            return
        page.wait_for_timeout(100)
    raise AssertionError("the map was not drawn in eight seconds")


def spots(page: Page) -> list[dict]:
    """What is drawn in view: {x, y, count, number, title} in pixels of the window."""
    page.wait_for_timeout(350)
    return page.evaluate(_SPOTS)


def touch(page: Page, title: str = "", count: int = 0) -> None:
    """Clicks on the marker with this title, or on the crowd of so many."""
    found = [spot for spot in spots(page) if (title and spot["title"] == title) or (count and spot["count"] == count)]
    assert found, f"{title or count} is not drawn in view"
    page.mouse.click(found[0]["x"], found[0]["y"])


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """A real server over an application of its own; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["assetmap-shelf"].close()
