"""The ways out of the neighbourhood: where an arrow stands, which way it points, and what lies there."""

import math
from dataclasses import dataclass

import numpy
import shapely

from .sheet import Sheet

IMPORTANT = {"main": 3.0, "street": 1.4, "living": 1.0, "cycle": 0.8, "service": 0.3, "path": 0.2}
APART = 34.0
"""Millimetres between two arrows at least."""
MOST = 8


@dataclass(frozen=True, slots=True)
class WayOut:
    """An arrow at `spot` (x, y in millimetres) that points along `angle` (radians, clockwise from the right, as y
    runs down) to `name`. `kind` is "street" or "place".
    """

    spot: tuple[float, float]
    angle: float
    name: str
    kind: str


def ways_out(sheet: Sheet) -> tuple[WayOut, ...]:
    """The ways that leave the drawing, through roads first, no two for one name or close together."""
    rim = sheet.island.boundary
    wanted: list[tuple[float, float, float, WayOut]] = []
    named = [street for street in sheet.ground.streets if street.name and street.level >= 0]
    for street, line in zip(named, sheet.on_page(street.line for street in named), strict=True):
        if street.kind in IMPORTANT and line.intersects(rim):
            for spot in shapely.get_coordinates(line & rim):
                angle = _outwards(line, spot, sheet)
                if angle is not None:
                    weight = IMPORTANT[street.kind] + min(street.width, 20) / 20
                    way = WayOut(_place(spot), round(angle, 3), street.name, "street")
                    wanted.append((-weight, spot[0], spot[1], way))
    wanted += _places(sheet)
    found: list[WayOut] = []
    for *_, way in sorted(wanted, key=lambda one: (one[:3], one[3].name)):
        near = any(math.dist(way.spot, other.spot) < APART for other in found)
        if not near and way.name not in {other.name for other in found} and len(found) < MOST:
            found.append(way)
    return tuple(found)


def _outwards(line, spot: numpy.ndarray, sheet: Sheet) -> float | None:
    """The way the street goes on from there, None where it only grazes the edge."""
    far = line.project(shapely.Point(spot)) if line.geom_type == "LineString" else 0.0
    for step in (3.0, -3.0):
        there = shapely.get_coordinates(line.interpolate(max(0.0, min(line.length, far + step))))[0]
        if math.dist(there, spot) > 0.5 and not shapely.contains_xy(sheet.island, *there):
            return math.atan2(there[1] - spot[1], there[0] - spot[0])
    return None


def _places(sheet: Sheet) -> list[tuple[float, float, float, WayOut]]:
    """Places just outside that have a name: the arrow stands at the edge nearest to them."""
    outside = [name for name in sheet.ground.names if name.kind in ("neighbourhood", "place", "green", "square")]
    found = []
    for place, point in zip(outside, sheet.on_page(name.point for name in outside), strict=True):
        if point.is_empty or sheet.island.covers(point) or not place.name:
            continue
        spot = shapely.get_coordinates(shapely.shortest_line(sheet.island, point))[0]
        angle = math.atan2(point.y - spot[1], point.x - spot[0])
        weight = 4.0 if place.kind in ("neighbourhood", "place") else 1.5
        found.append((-weight, spot[0], spot[1],
                      WayOut(_place(spot), round(angle, 3), place.name, "place")))
    return found


def _place(spot: numpy.ndarray) -> tuple[float, float]:
    return round(float(spot[0]), 2), round(float(spot[1]), 2)
