"""What the ground is made of, as washes: green, sand and stone where it is known, and where not, what will be there.

No white holes: around homes lie gardens, around workshops and schools yards, beside streets pavement, and all the rest
is plain ground.
"""

from collections import defaultdict

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.washes import wash
from ..street_data import GREEN
from .lie import Lie
from .sheet import NOTHING, Sheet, polygons

GARDEN, YARD = 13.0, 16.0
"""Metres around a home that are garden, around a workplace that are yard."""
HOMES = ("house", "other", "small", "flats")
WORKPLACES = ("shop", "work", "learning", "worship", "care", "culture", "glasshouse")

WASHES: dict[str, tuple[str, float]] = {
    "square": ("pavement", 1.5), "parking": ("pavement", 1.1), "school": ("sand", 0.7), "care": ("garden", 0.7),
    "bare": ("sand", 0.6), "sand": ("sand", 1.4), "railway": ("pavement", 0.9), "pier": ("wood", 1.0),
    "garden": ("garden", 1.2), "grass": ("green", 0.85), "park": ("green", 1.1), "meadow": ("green", 0.8),
    "scrub": ("wood", 0.8), "wood": ("wood", 1.25), "marsh": ("marsh", 1.0), "cemetery": ("green", 1.1),
    "allotments": ("allotments", 1.0), "pitch": ("pitch", 1.25), "playground": ("sand", 1.2),
}
"""Kind of ground -> its paint and how strong that is laid on. Others are plain ground."""
ORDER = ("plain", "pavement", "sand", "garden", "green", "marsh", "allotments", "wood", "pitch")


class Land:
    """The kinds of ground as surfaces in millimetres: those told by the map, and those that follow from it."""

    def __init__(self, sheet: Sheet, lie: Lie):
        self.told = _told(sheet)
        taken = shapely.union_all([lie.water, lie.pavement, *self.told.values()])
        self.yards = _around(WORKPLACES, YARD, sheet, lie) - taken
        self.gardens = polygons(_tidy(_around(HOMES, GARDEN, sheet, lie) - taken - self.yards, sheet), 0.6)
        self.yards = polygons(_tidy(self.yards, sheet), 0.6)
        known = shapely.union_all([taken, self.gardens, self.yards])
        self.plain = polygons(_tidy(sheet.island - known, sheet), 0.8)

    def of(self, *kinds: str) -> BaseGeometry:
        """The ground of these kinds as one surface."""
        found = [self.told[kind] for kind in kinds if kind in self.told]
        return shapely.union_all(found) if found else NOTHING


def washes(sheet: Sheet, lie: Lie, land: Land) -> list[Mark]:
    """All ground, plain first, green last."""
    strength = sheet.amount("wash", 0.16)
    loose = min(0.55, 0.16 + sheet.scale)
    marks = [
        *wash(areas_of(sheet.island), (sheet.seed, "far ground"), "ground", layers=2, strength=strength * 0.5,
              amount=1.6, shift=0.8, step=4.0),
        *wash(areas_of(sheet.core), (sheet.seed, "ground"), "ground", layers=2, strength=strength * 0.7, amount=1.0,
              shift=0.6, step=4.0),
    ]
    by_paint: dict[tuple[str, float], list[BaseGeometry]] = defaultdict(list)
    by_paint["pavement", 0.9].append(lie.pavement)
    by_paint["garden", 0.9].append(land.gardens)
    by_paint["sand", 0.75].append(land.yards)
    for area in areas_of(land.plain):
        by_paint[_plain_paint(area, sheet)].append(area)
    for kind, surface in land.told.items():
        if kind in WASHES:
            by_paint[WASHES[kind]].append(surface)
    for (paint, much), surfaces in sorted(by_paint.items(), key=lambda one: (_turn(one[0][0]), one[0])):
        surface = polygons(shapely.union_all(surfaces) - lie.water, 0.3)
        marks += wash(areas_of(surface), (sheet.seed, paint, much), paint, strength=round(strength * much, 3),
                      amount=loose, shift=loose * 0.8)
    return marks + (_green_rim(sheet) if sheet.is_bare else [])


def _green_rim(sheet: Sheet) -> list[Mark]:
    """Green that runs inwards from the edge and leaves the middle free to be filled."""
    marks = []
    for k, deep in enumerate((3.0, 6.5, 10.5, 15.0, 20.0)):
        rim = sheet.core - sheet.core.buffer(-deep, quad_segs=2).buffer(-4, quad_segs=6).buffer(4, quad_segs=6)
        marks += wash(areas_of(rim), (sheet.seed, "rim", k), "garden" if k > 1 else "green", layers=2,
                      strength=round(sheet.amount("wash", 0.16) * 0.42, 3), amount=1.3 + 0.35 * k, shift=0.9, step=3.0)
    return marks


def _plain_paint(area: Polygon, sheet: Sheet) -> tuple[str, float]:
    """Where no houses are known each block has a tint of its own, as in an old atlas."""
    if sheet.is_bare:
        return "sand", 0.55
    if sheet.ground.buildings:
        return "garden", 0.45
    dice = Dice(sheet.seed, "block", round(area.centroid.x), round(area.centroid.y))
    return dice.one_of((("garden", 0.9), ("sand", 1.0), ("green", 0.6), ("brick", 0.45), ("garden", 0.6)))


def _turn(paint: str) -> int:
    return ORDER.index(paint) if paint in ORDER else len(ORDER)


def _told(sheet: Sheet) -> dict[str, BaseGeometry]:
    """Kind -> surface. What lies in a park (a pitch, a pond's edge) is cut out of it."""
    by_kind: dict[str, list] = defaultdict(list)
    for piece in sheet.ground.grounds:
        by_kind[piece.kind].append(piece.area)
    kinds = sorted(kind for kind in by_kind if kind in GREEN or kind in WASHES)
    return {kind: surface for kind in kinds if not (surface := sheet.surface(by_kind[kind])).is_empty}


def _around(kinds: tuple[str, ...], metres: float, sheet: Sheet, lie: Lie) -> BaseGeometry:
    if not len(lie.footprints):
        return NOTHING
    these = lie.footprints[[kind in kinds for kind in lie.kinds]]
    rough = shapely.simplify(these, sheet.metres(1.5))
    return shapely.union_all(shapely.buffer(rough, sheet.metres(metres), quad_segs=1)) & sheet.island


def _tidy(shape: BaseGeometry, sheet: Sheet) -> BaseGeometry:
    """Without slivers: what is narrower than a hand would colour in."""
    thin = sheet.metres(0.9, 0.15)
    return shape.buffer(-thin, quad_segs=2).buffer(thin, quad_segs=2).simplify(0.08)
