"""How the land lies: where water, streets, pavement and houses are on the sheet, found once and asked for often."""

from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of
from ..street_data import Street
from .sheet import Sheet, polygons

ON_FOOT = ("path", "cycle", "steps")
PAVEMENT = 2.4
"""Metres of pavement beside a street."""
NARROWEST = {"main": 1.25, "street": 0.95, "living": 0.85, "service": 0.6, "drive": 0.5}
"""Millimetres a street is wide at least, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Lie:
    """All in millimetres. `carriageway` is where cars go, `pavement` that with what lies beside it.

    `footprints` are the houses' outlines, `kinds` says what each is, `standing` finds them by place.
    """

    water: BaseGeometry
    carriageway: BaseGeometry
    pavement: BaseGeometry
    footprints: numpy.ndarray
    kinds: numpy.ndarray
    standing: shapely.STRtree


def lie_of(sheet: Sheet) -> Lie:
    """How the land of this sheet lies."""
    streams = [stream for stream in sheet.ground.streams if stream.width > 0]
    flowing = shapely.buffer(
        sheet.on_page(stream.line for stream in streams),
        numpy.array([sheet.metres(stream.width / 2, 0.3) for stream in streams]), quad_segs=3)
    still = sheet.on_page(water.area for water in sheet.ground.waters)
    water = polygons(shapely.union_all([*still, *flowing]) & sheet.island, 0.4)
    carriageway, pavement = _streets(sheet)
    footprints, kinds = _footprints(sheet)
    for shape in (water, carriageway, pavement):
        shapely.prepare(shape)
    return Lie(water, carriageway, pavement, footprints, kinds, shapely.STRtree(footprints))


def drawn_streets(sheet: Sheet) -> list[Street]:
    """The streets with kerbs that are drawn at this scale: fewer when far away, none in tunnels."""
    far, near = sheet.scale < 0.16, sheet.scale > 0.55
    left_out = {*ON_FOOT, *(() if near else ("drive",)), *(("service",) if far else ())}
    return [street for street in sheet.ground.streets if street.level >= 0 and street.kind not in left_out]


def half_width(street: Street, sheet: Sheet) -> float:
    """Half of what a street takes up on the page, in millimetres."""
    narrowest = NARROWEST.get(street.kind, 0.4) * min(1.0, 0.45 + 2 * sheet.scale)
    return max(min(street.width, 40.0) * sheet.scale, narrowest) / 2


def _streets(sheet: Sheet) -> tuple[BaseGeometry, BaseGeometry]:
    streets = drawn_streets(sheet)
    placed = sheet.on_page(street.line for street in streets)
    halves = numpy.array([half_width(street, sheet) for street in streets])
    beside = numpy.array([
        sheet.metres(0.4 if street.kind in ("service", "drive") else PAVEMENT, 0.1) for street in streets])
    carriageway = shapely.union_all(shapely.buffer(placed, halves, quad_segs=4))
    pavement = shapely.union_all(shapely.buffer(placed, halves + beside, quad_segs=3))
    # Corners are rounded, slits between two lanes are closed.
    round_off = sheet.metres(1.3, 0.12)
    carriageway = carriageway.buffer(round_off, quad_segs=3).buffer(-round_off, quad_segs=3)
    return (polygons((carriageway & sheet.island).simplify(0.04)), polygons((pavement & sheet.island).simplify(0.06)))


def _footprints(sheet: Sheet) -> tuple[numpy.ndarray, numpy.ndarray]:
    placed = sheet.on_page(building.area for building in sheet.ground.buildings)
    found: list[Polygon] = []
    kinds: list[str] = []
    near = shapely.intersects(placed, sheet.island) if len(placed) else ()
    for shape, building, here in zip(placed, sheet.ground.buildings, near, strict=True):
        for area in areas_of(shape) if here else ():
            found.append(area)
            kinds.append(building.kind)
    return numpy.array(found, dtype=object), numpy.array(kinds, dtype=str)
