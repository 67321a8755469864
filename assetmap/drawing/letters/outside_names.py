"""The names of what lies around the neighbourhood, in pencil beside it, so that one knows where one is."""

import math

from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame
from ..street_data import PlaceName, StreetData
from .sheet import Lettered, Sheet, StreetNames
from .written import paragraph

MARGIN = 12.0
_PULL = 4.0


def outside_names(ground: StreetData, frame: Frame, island: BaseGeometry, width: float, height: float, *,
                  size: float = 3.2, clear: BaseGeometry | None = None, seed: object = "") -> StreetNames:
    """Each neighbouring area's name where it lies, or nearer by where that is off the page (millimetres)."""
    page = box(MARGIN, MARGIN, width - MARGIN, height - MARGIN)
    sheet = Sheet(page.difference(island.buffer(0.6 * size)), clear, seed)
    for place in sorted(ground.names, key=lambda one: one.name):
        if place.kind != "neighbourhood" or island.intersects(frame.shape(place.point)):
            continue
        if not _named(place, frame, island, page, sheet, size):
            sheet.leave_out(place.name)
    return sheet.found


def _named(place: PlaceName, frame: Frame, island: BaseGeometry, page: BaseGeometry, sheet: Sheet,
           size: float) -> bool:
    written = paragraph(place.name, "area", size, 14 * size, ink="pencil", seed=(sheet.seed, place.name), middle=True)
    for x, y in _towards(frame.point((place.point.x, place.point.y)), island.centroid, page):
        left, top = x - written.width / 2, y - written.height / 2
        taken = box(left, top, left + written.width, top + written.height)
        if sheet.free(taken):
            sheet.add(Lettered(place.name, "outside", size, taken, written.at(left, top)))
            return True
    return False


def _towards(start: tuple[float, float], middle: Point, page: BaseGeometry) -> list[tuple[float, float]]:
    """Places on the page from there to the middle, the first no farther off the page than it must be."""
    far = math.hypot(middle.x - start[0], middle.y - start[1])
    steps = max(1, int(far / _PULL))
    places = [
        (start[0] + (middle.x - start[0]) * step / steps, start[1] + (middle.y - start[1]) * step / steps)
        for step in range(steps)]
    return [place for place in places if page.contains(Point(place))]
