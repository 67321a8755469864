"""Water: a wash, a shore, a lighter line where it is shallow, waves, quays along streets and reeds elsewhere."""

import math

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of, lines_of, rings_of
from ..pen.hand import Dice, seed_of
from ..pen.marks import Mark
from ..pen.scatter import scattered
from ..pen.strokes import hairline, stroke
from ..pen.washes import wash
from .lie import Lie
from .sheet import Sheet, points, polygons


def water(sheet: Sheet, lie: Lie) -> list[Mark]:
    """All water with its edge, from back to front."""
    if lie.water.is_empty:
        return []
    strength = sheet.amount("wash", 0.16)
    areas = areas_of(lie.water)
    marks = wash(areas, (sheet.seed, "water"), "water", layers=3, strength=round(strength * 1.55, 3), amount=0.24,
                 shift=0.16)
    deep = polygons(lie.water.buffer(-1.3, quad_segs=3), 1.0)
    marks += wash(areas_of(deep), (sheet.seed, "deep"), "water", layers=1, strength=round(strength * 1.2, 3),
                  amount=0.7)
    if sheet.draws("waves"):
        marks += _waves(sheet, lie)
    return marks + _shores(sheet, lie) + _reeds(sheet, lie)


def _waves(sheet: Sheet, lie: Lie) -> list[Mark]:
    """Little waves in groups of one to three, all the same way, as if the wind stood still."""
    room = polygons(lie.water.buffer(-0.55, quad_segs=2), 0.5)
    large = max(1.0, min(2.0, 0.6 + sheet.scale))
    gap = 2.9 * large if sheet.scale > 0.2 else 4.2
    gap /= sheet.amount("waves", sheet.amount("texture")) ** 0.5
    crests = []
    shapely.prepare(room)
    spots = scattered(room, gap, sheet.seed, "waves", skip=0.25)
    for x, y in sheet.free(spots):
        dice = Dice(sheet.seed, "wave", round(x, 1), round(y, 1))
        for number in range(1 + int(dice.between(0, 2.2))):
            wide = dice.between(1.1, 2.5) * large
            left = x + number * dice.between(-0.7, 0.9) - wide / 2
            level = y + number * 0.62 * large
            if not shapely.contains_xy(room, (left, left + wide), (level, level)).all():
                continue
            along = numpy.linspace(0, 1, 7)
            crest = level - 0.2 * large * numpy.sin(along * 2 * math.pi)
            crests.append(numpy.column_stack((left + along * wide, crest)))
    return [Mark(sheet.beside_writing(crests), line="water-line", width=sheet.pen("wave", 0.15), closed=False,
                 smooth=True, strength=0.85, detail=1)]


def _shores(sheet: Sheet, lie: Lie) -> list[Mark]:
    """A firm line at the edge, a thin broken one in the shallows; stones where the edge is a quay."""
    coast = sheet.island.boundary.buffer(0.12)
    quay = lie.pavement.buffer(sheet.metres(2.5, 0.3), quad_segs=2)
    marks, stones = [], []
    for i, area in enumerate(areas_of(lie.water)):
        # In a ditch two whole lines would leave no water.
        width = sheet.pen("shore", 0.24) * max(0.45, min(1.0, 2 * area.area / area.length / 1.6))
        for j, ring in enumerate(rings_of(area)):
            line = shapely.LineString(ring).difference(coast)
            for k, piece in enumerate(sheet.uncovered(shapely.line_merge(line) if line.geom_type[0] == "M" else line)):
                marks += stroke(points(piece), seed_of(sheet.seed, "shore", i, j, k), width, amount=0.13)
                for wall in lines_of(piece & quay):
                    stones += _stones(wall, area, sheet)
        shallow = area.buffer(-max(0.5, min(0.9, sheet.metres(2.2))), quad_segs=3)
        for j, inner in enumerate(areas_of(shallow)):
            for k, piece in enumerate(sheet.uncovered(inner.exterior.difference(coast.buffer(1.2)))):
                marks += hairline(points(piece), seed_of(sheet.seed, "shallow", i, j, k), sheet.pen("wave", 0.15) * 0.8,
                                  amount=0.2, ink="water-line", strength=0.7, dashes=(5.5, 1.4, 2.6, 2.2), detail=1)
    if stones:
        thin = sheet.pen("hatch", 0.09)
        marks.append(Mark(sheet.beside_writing(stones), line="ink", width=thin, closed=False, strength=0.7, detail=1))
    return marks


def _stones(wall, area: BaseGeometry, sheet: Sheet) -> list[numpy.ndarray]:
    """Short strokes down from the quay's edge: only where one looks at the wall, on the far side of the water."""
    apart, deep = max(0.85, sheet.metres(2.2)), max(0.34, min(0.7, sheet.metres(1.3)))
    if wall.length < 2 * apart:
        return []
    far = numpy.arange(apart / 2, wall.length, apart)
    spots = shapely.get_coordinates(shapely.line_interpolate_point(wall, far))
    below = shapely.contains_xy(area, spots[:, 0], spots[:, 1] + deep)
    return [numpy.array(((x, y), (x + 0.03, y + deep))) for x, y in spots[below]]


def _reeds(sheet: Sheet, lie: Lie) -> list[Mark]:
    """Tufts of reed along shores that are not built up. None where they would be larger than the water."""
    if sheet.scale < 0.13:
        return []
    apart = max(2.6, sheet.metres(7))
    quay = lie.pavement.buffer(sheet.metres(4, 0.4), quad_segs=2)
    blades = []
    for i, area in enumerate(areas_of(lie.water)):
        for j, piece in enumerate(lines_of(area.exterior.difference(quay))):
            spots = shapely.get_coordinates(
                shapely.line_interpolate_point(piece, numpy.arange(apart / 2, piece.length, apart)))
            inside = spots[shapely.contains_xy(sheet.core, spots[:, 0], spots[:, 1])]
            for x, y in sheet.free(inside, 1.4):
                dice = Dice(sheet.seed, "reed", i, j, round(x, 1), round(y, 1))
                if dice.happens(0.45):
                    continue
                for _ in range(3 + int(dice.between(0, 3))):
                    at, tall = x + dice.between(-0.7, 0.7), dice.between(0.7, 1.35)
                    tip = at + dice.between(-0.25, 0.3)
                    bent = at * 0.7 + tip * 0.3
                    blades.append(numpy.array(((at, y + 0.15), (bent, y - tall * 0.6), (tip, y - tall))))
    return [Mark(tuple(blades), line="green-line", width=sheet.pen("tuft", 0.13), closed=False, smooth=True,
                 detail=1)] if blades else []
