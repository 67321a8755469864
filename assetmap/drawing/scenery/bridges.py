"""Bridges: wherever a street or a way crosses water there is a deck over it, with a railing on either side."""

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of, rings_of
from ..pen.hand import seed_of
from ..pen.marks import Mark
from ..pen.strokes import stroke
from .lie import ON_FOOT, Lie, half_width
from .sheet import NOTHING, Sheet, points, polygons

LONGEST = 160.0
"""Metres: a street on a longer stretch of water runs along it, on a map that is not quite right."""


def bridges(sheet: Sheet, lie: Lie) -> list[Mark]:
    """Decks and railings of all bridges over water."""
    if lie.water.is_empty:
        return []
    decks, planks = _decks(sheet, lie)
    marks = []
    for i, deck in enumerate(areas_of(decks)):
        marks.append(Mark((points(deck) + numpy.array((0.25, 0.45)),), fill="shade", strength=0.3))
        marks.append(Mark(tuple(rings_of(deck)), fill="street"))
        sides = deck.boundary & lie.water.buffer(0.35)
        posts: list[numpy.ndarray] = []
        for j, side in enumerate(sheet.uncovered(shapely.line_merge(sides) if sides.geom_type[0] == "M" else sides)):
            if side.length < 0.5:
                continue
            short = side.length < 2.0
            marks += stroke(points(side), seed_of(sheet.seed, "rail of bridge", i, j),
                            sheet.pen("bridge", 0.3) * (0.6 if short else 1), amount=0.06, over=0.5, taper=0.8)
            posts += [] if short else _posts(side, sheet)
        if posts:
            marks.append(Mark(sheet.beside_writing(posts), line="ink", width=sheet.pen("bridge", 0.3) * 0.6,
                              closed=False))
    if planks:
        thin = sheet.pen("hatch", 0.09)
        marks.append(Mark(sheet.beside_writing(planks), line="ink", width=thin, closed=False, strength=0.55, detail=1))
    return marks


def _decks(sheet: Sheet, lie: Lie) -> tuple[BaseGeometry, list[numpy.ndarray]]:
    """The decks as one surface, and the planks of those that are walked over."""
    above = [street for street in sheet.ground.streets if street.level >= 0]
    wet = lie.water.buffer(sheet.metres(0.6, 0.15), quad_segs=2)
    decks, planks = [], []
    for street, pieces in zip(above, sheet.lines(street.line for street in above), strict=True):
        on_foot = street.kind in ON_FOOT
        half = max(0.4, sheet.metres(street.width / 2)) if on_foot else half_width(street, sheet)
        for piece in pieces:
            for over in shapely.get_parts(piece & wet):
                if over.geom_type != "LineString" or not 0.3 < over.length < sheet.metres(LONGEST, 6):
                    continue
                decks.append(over.buffer(half, cap_style="flat", quad_segs=2))
                if on_foot:
                    planks += _across(over, half)
    found = polygons(shapely.union_all(decks) & sheet.island) if decks else NOTHING
    return polygons(found.buffer(0.3, quad_segs=2).buffer(-0.3, quad_segs=2)), planks


def _across(line, half: float) -> list[numpy.ndarray]:
    far = numpy.arange(0.3, line.length, 0.55)
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, far))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, far + 0.05)) - here
    long = numpy.maximum(numpy.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    side = numpy.column_stack((-ahead[:, 1], ahead[:, 0])) / long * half * 0.8
    return [numpy.array((a, b)) for a, b in zip(here - side, here + side, strict=True)]


def _posts(side, sheet: Sheet) -> list[numpy.ndarray]:
    """Uprights of a railing, straight up the page."""
    apart, tall = max(0.8, sheet.metres(2.2)), max(0.32, min(0.7, sheet.metres(1.2)))
    far = numpy.arange(0.2, side.length, apart)
    spots = shapely.get_coordinates(shapely.line_interpolate_point(side, far))
    return [numpy.array(((x, y + 0.05), (x, y - tall))) for x, y in spots]
