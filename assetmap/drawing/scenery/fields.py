"""Ground that people laid out: pitches with their lines, squares, allotments, graves, parking places, piers."""

import math

import numpy
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of
from ..pen.hand import Dice, seed_of
from ..pen.hatching import hatch
from ..pen.marks import Mark
from ..pen.scatter import scattered
from ..pen.strokes import circle, hairline
from .ground import Land
from .lie import Lie
from .sheet import Sheet, points, polygons

CARS = ("car-1", "car-2", "car-3", "car-4", "car-5")
CAR_BODY = numpy.array(
    ((-1, -0.75), (-0.8, -1), (0.75, -1), (1, -0.6), (1, 0.6), (0.75, 1), (-0.8, 1), (-1, 0.75)))
CAR_GLASS = numpy.array(((-0.55, -0.7), (0.35, -0.75), (0.35, 0.75), (-0.55, 0.7)))
"""Corners of a car and of its windows, along and across, in halves of its length and width."""


def fields(sheet: Sheet, lie: Lie, land: Land) -> list[Mark]:
    """All of them, each only as far as there is room to draw it."""
    if not sheet.draws("fields"):
        return []
    stone = (land.of("square") - lie.carriageway) & sheet.core
    yard = land.yards & sheet.core
    marks = [
        *_ruled(sheet, stone, ("square",), max(1.15, sheet.metres(3.0)), 14, 104, skip=0.42),
        *_ruled(sheet, yard, ("yard",), max(2.3, sheet.metres(6.0)), 8, 98, skip=0.72),
        *_ruled(sheet, land.of("pier"), ("pier",), max(0.5, sheet.metres(1.2)), 74, skip=0.1),
    ]
    for i, area in enumerate(areas_of(land.of("pitch"))):
        marks += _pitch(sheet, area, i)
    for i, area in enumerate(areas_of(land.of("allotments"))):
        marks += _beds(sheet, area, i)
    marks += _stones(sheet, land.of("cemetery"))
    for i, area in enumerate(areas_of(polygons(land.of("parking") - lie.water - lie.carriageway, 0.8))):
        marks += _parking(sheet, area, i)
    return marks


def _ruled(sheet: Sheet, area: BaseGeometry, names: tuple, gap: float, *angles: float, skip: float) -> list[Mark]:
    """Seams between stones or planks."""
    lines = [
        numpy.array(segment) for part in areas_of(area - sheet.clear) if part.area > 2
        for angle in angles for segment in hatch(part.buffer(-0.15), angle, gap, sheet.seed, *names, angle, skip=skip)]
    return [Mark(tuple(lines), line="pencil", width=sheet.pen("hatch", 0.09) * 1.1, closed=False, strength=0.55,
                 detail=1)] if lines else []


def _pitch(sheet: Sheet, area: Polygon, number: int) -> list[Mark]:
    """An outline, a line across the middle with a circle, and goals where it is large enough."""
    frame = area.minimum_rotated_rectangle
    if area.area < 3 or frame.geom_type != "Polygon":
        return []
    inset = max(0.35, min(0.9, sheet.metres(1.5)))
    whole = area.area > 0.72 * frame.area
    outline = (frame if whole else area).buffer(-inset, join_style="mitre")
    lines: list[BaseGeometry] = [part.exterior for part in areas_of(outline)]
    if whole and not outline.is_empty and area.area > 9:
        a, b, c, d = _long_side_first(points(outline)[:4])
        lines.append(LineString(((a + b) / 2, (c + d) / 2)))
        wide = float(numpy.hypot(*(d - a)))
        middle = (a + b + c + d) / 4
        lines.append(LineString([*circle(*middle, wide * 0.16, number), circle(*middle, wide * 0.16, number)[0]]))
        for one, other, way in ((a, d, b - a), (b, c, a - b)):
            deep = way / max(numpy.hypot(*way), 1e-6) * wide * 0.2
            p, q = one + (other - one) * 0.3, one + (other - one) * 0.7
            lines.append(LineString((p, p + deep, q + deep, q)))
    return [
        mark for k, line in enumerate(lines) for bare in sheet.uncovered(line)
        for mark in hairline(points(bare), seed_of(sheet.seed, "pitch", number, k), sheet.pen("path", 0.14),
                             amount=0.05, ink="chalk")]


def _long_side_first(corners: numpy.ndarray) -> numpy.ndarray:
    if numpy.hypot(*(corners[1] - corners[0])) < numpy.hypot(*(corners[2] - corners[1])):
        return numpy.roll(corners, -1, axis=0)
    return corners


def _beds(sheet: Sheet, area: Polygon, number: int) -> list[Mark]:
    """Beds with rows of green, each turned its own way."""
    room = polygons(area.buffer(-0.3), 0.3)
    size = max(1.9, sheet.metres(7))
    rows, edges = [], []
    for x, y in sheet.free(scattered(room, size * 1.1, sheet.seed, "beds", number), size * 0.4):
        dice = Dice(sheet.seed, "bed", round(x, 1), round(y, 1))
        turn = math.radians(12 + 90 * dice.happens(0.4))
        along = numpy.array((math.cos(turn), math.sin(turn))) * size * 0.4
        across = numpy.array((-math.sin(turn), math.cos(turn))) * size * 0.3
        middle = numpy.array((x, y))
        if not room.contains(Polygon([middle + along + across, middle + along - across, middle - along - across,
                                      middle - along + across])):
            continue
        edges.append(numpy.array([middle + along + across, middle + along - across, middle - along - across,
                                  middle - along + across]))
        for k in (-0.6, 0.0, 0.6):
            rows.append(numpy.array((middle - along * 0.85 + across * k, middle + across * k * 1.1,
                                     middle + along * 0.85 + across * k)))
    return [
        *(Mark((edge,), "sand", "ink", sheet.pen("hatch", 0.09), strength=0.8) for edge in edges),
        *([Mark(tuple(rows), line="green-line", width=sheet.pen("tuft", 0.13) * 1.7, closed=False, smooth=True,
                dashes=(0.3, 0.28))] if rows else [])]


def _stones(sheet: Sheet, area: BaseGeometry) -> list[Mark]:
    """Small upright stones with round tops."""
    room = polygons(area.buffer(-0.6), 0.3)
    found = []
    for x, y in sheet.free(scattered(room, max(2.1, sheet.metres(4.5)), sheet.seed, "graves", skip=0.3), 0.7):
        turn = numpy.linspace(math.pi, 2 * math.pi, 5)
        arch = numpy.column_stack((x + 0.27 * numpy.cos(turn), y - 0.4 + 0.27 * numpy.sin(turn)))
        found.append(Mark((numpy.concatenate(([(x - 0.27, y)], arch, [(x + 0.27, y)])),), "pavement", "ink",
                          sheet.pen("tree", 0.13) * 0.9))
    return found


def _parking(sheet: Sheet, area: Polygon, number: int) -> list[Mark]:
    """Lines between the bays along the long side, and here and there a car, seen from above."""
    frame = area.minimum_rotated_rectangle
    if frame.geom_type != "Polygon" or not sheet.core.intersects(frame):
        return []
    a, b, _, d = _long_side_first(points(frame)[:4])
    long, wide = float(numpy.hypot(*(b - a))), float(numpy.hypot(*(d - a)))
    lengthwise = wide < sheet.metres(3.6)
    bay = max(sheet.metres(6.2), 1.5) if lengthwise else max(sheet.metres(2.7), 0.72)
    if long < bay * 2 or wide < 0.45:
        return []
    forth, across = (b - a) / long, (d - a) / max(wide, 1e-6)
    deep = wide if lengthwise else min(wide * 0.44, max(sheet.metres(5.2), 1.3))
    lines, cars = [], []
    dice = Dice(sheet.seed, "parking", number)
    for near, inwards in _rows_of_bays(a, across, wide, deep, sheet, lengthwise):
        for k in range(int(long / bay) + 1):
            start = near + forth * k * bay
            lines.append((start, start + inwards * deep))
            if dice.happens(0.38) and (k + 1) * bay <= long:
                middle = start + forth * bay / 2 + inwards * deep * 0.5
                if area.contains(shapely.Point(middle)) and len(sheet.free(middle[None])):
                    way = forth if lengthwise else inwards
                    cars += _car(middle, way, min(bay, deep), max(bay, deep), sheet, dice)
    kept = shapely.get_parts(shapely.intersection(shapely.linestrings(numpy.array(lines)), area - sheet.clear))
    rings = tuple(points(line) for line in kept if line.geom_type == "LineString" and line.length > 0.25)
    marks = [Mark(rings, line="pencil", width=sheet.pen("hatch", 0.09) * 1.1, closed=False, strength=0.75, detail=1)]
    return (marks if rings else []) + (cars if sheet.draws("cars") else [])


def _rows_of_bays(corner: numpy.ndarray, across: numpy.ndarray, wide: float, deep: float, sheet: Sheet,
                  lengthwise: bool) -> list[tuple[numpy.ndarray, numpy.ndarray]]:
    """(where a row begins, which way its cars stand): along both sides, and back to back in between."""
    if lengthwise or wide < deep * 1.8:
        return [(corner, across)]
    rows = [(corner, across), (corner + across * wide, -across)]
    aisle = max(sheet.metres(6.5), 1.1)
    pairs = int((wide - 2 * deep - aisle) / (2 * deep + aisle))
    if pairs < 1:
        return rows
    spare = (wide - 2 * deep - pairs * 2 * deep) / (pairs + 1)
    for k in range(pairs):
        middle = corner + across * (deep + spare + deep + k * (2 * deep + spare))
        rows += [(middle, -across), (middle, across)]
    return rows


def _car(middle: numpy.ndarray, way: numpy.ndarray, bay: float, room: float, sheet: Sheet, dice: Dice) -> list[Mark]:
    """A rounded oblong with its windows."""
    long = min(max(sheet.metres(4.3), 0.95), room * 0.86)
    half = min(long * 0.23, bay * 0.4)
    side = numpy.array((-way[1], way[0]))
    turned = numpy.array((way * long / 2, side * half))
    body, glass = CAR_BODY @ turned + middle, CAR_GLASS @ turned + middle
    pen = sheet.pen("hatch", 0.09)
    return [Mark((body,), dice.one_of(CARS), "ink", pen, detail=1), Mark((glass,), "glass", "ink", pen * 0.7, detail=2)]
