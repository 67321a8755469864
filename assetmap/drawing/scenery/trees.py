"""Where trees stand: those of the map one by one, rows of them, woods full, and now and then one in a garden."""

import numpy
import shapely
from shapely.geometry import LineString

from ..figures.tree_shapes import SORTS, bush, tree
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.scatter import in_clumps, scattered
from .ground import Land
from .lie import Lie
from .sheet import Sheet, polygons

Standing = tuple[float, float, list[Mark]]
"""How far down the page something stands, how far to the right (millimetres), and its marks from back to front."""

SMALLEST = 0.42
"""Millimetres: a crown is drawn no smaller than this."""


def trees(sheet: Sheet, lie: Lie, land: Land) -> list[Standing]:
    """All trees and bushes on the sheet, no two in the same place."""
    if not sheet.draws("trees"):
        return []
    wanted = [*_mapped(sheet), *_rows(sheet, lie), *_woods(sheet, land), *_gardens(sheet, lie, land)]
    return [_standing(sheet, *one) for one in _apart(_allowed(wanted, sheet, lie, land), sheet)]


def hedges(sheet: Sheet) -> list[Mark]:
    """Hedges as ribbons of leaves."""
    rows = [row for row in sheet.ground.tree_rows if row.hedge]
    marks = []
    half = max(0.22, min(0.6, sheet.metres(0.7)))
    for i, pieces in enumerate(sheet.lines(row.line for row in rows)):
        for j, piece in enumerate(pieces):
            for k, bare in enumerate(sheet.uncovered(piece)):
                marks.append(Mark((_ribbon(bare, half, Dice(sheet.seed, "hedge", i, j, k)),), "leaf-2", "ink",
                                  sheet.pen("tree", 0.13), smooth=True))
    return marks


Wanted = tuple[float, float, float, str]
"""x, y, radius of the crown in millimetres, and its sort."""


def _mapped(sheet: Sheet) -> list[Wanted]:
    spots = sheet.on_page(one.point for one in sheet.ground.trees)
    found = []
    for one, spot in zip(sheet.ground.trees, spots, strict=True):
        if spot.is_empty or spot.geom_type != "Point":
            continue
        dice = Dice(sheet.seed, "mapped tree", round(spot.x, 1), round(spot.y, 1))
        metres = min(max(one.radius, 1.5), 6.0) * dice.between(0.92, 1.12)
        found.append((spot.x, spot.y, _crown(sheet, metres), dice.one_of((*SORTS, *SORTS, "poplar"))))
    return found


def _rows(sheet: Sheet, lie: Lie) -> list[Wanted]:
    """Rows of trees; and along through roads where the map knows of no tree at all."""
    rows = [row.line for row in sheet.ground.tree_rows if not row.hedge]
    found = []
    for i, pieces in enumerate(sheet.lines(rows)):
        for j, piece in enumerate(pieces):
            dice = Dice(sheet.seed, "row", i, j)
            sort = dice.one_of(("round", "oval", "poplar", "round"))
            for x, y in _along(piece, 8.5, 1.7, sheet):
                found.append((x, y, _crown(sheet, 2.7 * dice.between(0.9, 1.1)), sort))
    if not sheet.ground.trees and not rows:
        found += _beside_streets(sheet, lie)
    return found


def _beside_streets(sheet: Sheet, lie: Lie) -> list[Wanted]:
    found = []
    kerb = lie.carriageway.buffer(sheet.metres(1.9, 0.7), quad_segs=3).boundary
    for i, ring in enumerate(shapely.get_parts(shapely.line_merge(kerb)) if not kerb.is_empty else ()):
        dice = Dice(sheet.seed, "beside", i)
        for x, y in _along(ring, 17.0, 4.2, sheet):
            if dice.happens(0.62):
                found.append((x, y, _crown(sheet, dice.between(1.9, 2.8)), "round"))
    return found


def _woods(sheet: Sheet, land: Land) -> list[Wanted]:
    """Woods stand full of trees, scrub of bushes; a park has some."""
    full = sheet.amount("texture", 1.0) ** 0.5
    found = []
    for kinds, gap, least, sorts, skip, big in (
        (("wood",), 6.2, 1.45, ("round", "cloud", "oval", "fir", "round"), 0.05, 2.7),
        (("scrub",), 5.2, 1.5, ("bush", "bush", "round"), 0.25, 2.1),
        (("park", "cemetery"), 15.0, 3.4, (*SORTS, "fir"), 0.2, 3.0),
        (("grass", "meadow"), 24.0, 5.5, SORTS, 0.45, 2.6),
    ):
        surface = land.of(*kinds)
        room = polygons(surface.buffer(-sheet.metres(1.2, 0.3), quad_segs=2), 0.2)
        gap = max(sheet.metres(gap), least) / full
        for x, y in scattered(room, gap, sheet.seed, kinds[0], skip=skip):
            dice = Dice(sheet.seed, kinds[0], round(x, 2), round(y, 2))
            found.append((x, y, _crown(sheet, big * dice.between(0.75, 1.2)), dice.one_of(sorts)))
    return found


def _gardens(sheet: Sheet, lie: Lie, land: Land) -> list[Wanted]:
    """Now and then a tree or a bush in a garden, and on plain ground."""
    found = []
    for surface, gap, skip in ((land.gardens, 9.0, 0.5), (land.yards, 20.0, 0.7)):
        room = polygons(surface.buffer(-sheet.metres(1.5, 0.3), quad_segs=2), 0.2)
        for x, y in scattered(room, max(sheet.metres(gap), 2.6), sheet.seed, "garden", gap, skip=skip):
            dice = Dice(sheet.seed, "garden", round(x, 2), round(y, 2))
            found.append((x, y, _crown(sheet, dice.between(1.3, 2.5)), dice.one_of(("round", "bush", "round", "open"))))
    return found + _open_ground(sheet, land)


def _open_ground(sheet: Sheet, land: Land) -> list[Wanted]:
    """Groves on ground of which nothing is known; on a sheet with nothing but a boundary they stand along it."""
    room = polygons(land.plain.buffer(-sheet.metres(2, 0.5), quad_segs=2), 0.5)
    if sheet.is_bare:
        room = polygons(sheet.core - sheet.core.buffer(-16, quad_segs=3), 0.5)
    found = []
    spots = scattered(room, 3.1 if sheet.is_bare else max(sheet.metres(9), 2.9), sheet.seed, "grove", skip=0.3)
    wave, part = (11.0, 0.3) if sheet.is_bare else (17.0, 0.1)
    for x, y in in_clumps(spots, wave, sheet.seed, "grove", part=part):
        dice = Dice(sheet.seed, "grove", round(x, 2), round(y, 2))
        radius = dice.between(1.0, 2.0) if sheet.is_bare else _crown(sheet, dice.between(1.5, 2.8))
        found.append((x, y, radius, dice.one_of((*SORTS, "bush", "fir"))))
    return found


def _crown(sheet: Sheet, metres: float) -> float:
    """A crown is drawn somewhat larger than it is."""
    return max(min(metres * sheet.scale * 1.12, 3.6), SMALLEST * (0.85 + 0.1 * metres))


def _along(line: LineString, metres: float, least: float, sheet: Sheet) -> numpy.ndarray:
    step = max(sheet.metres(metres), least)
    return shapely.get_coordinates(shapely.line_interpolate_point(line, numpy.arange(step / 3, line.length, step)))


def _allowed(wanted: list[Wanted], sheet: Sheet, lie: Lie, land: Land) -> list[Wanted]:
    """Not in water, not on a carriageway or a pitch, not in a house, not where writing comes."""
    if not wanted:
        return []
    spots = numpy.array([one[:2] for one in wanted])
    x, y = spots[:, 0], spots[:, 1]
    good = shapely.contains_xy(sheet.island, x, y)
    for taken in (lie.water, lie.carriageway, land.of("pitch").buffer(-sheet.metres(0.5))):
        shapely.prepare(taken)
        good &= ~shapely.contains_xy(taken, x, y)
    if not sheet.clear.is_empty:
        radii = numpy.array([one[2] for one in wanted])
        for up in (0.0, 1.4, 2.8):
            good &= ~shapely.contains_xy(sheet.clear, x, y - up * radii)
        for beside in (-radii, radii):
            good &= ~shapely.contains_xy(sheet.clear, x + beside, y - radii)
    if len(lie.footprints):
        inside = lie.standing.query(shapely.points(spots), predicate="dwithin", distance=0.25)[0]
        good[inside] = False
    return [one for one, fine in zip(wanted, good, strict=True) if fine]


def _apart(wanted: list[Wanted], sheet: Sheet) -> list[Wanted]:
    """First come, first served: a later one that stands too near is left out."""
    cell = 1.2
    taken: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    kept = []
    for one in wanted:
        x, y, radius, _ = one
        column, row = int(x // cell), int(y // cell)
        near = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in taken.get((column + i, row + j), ()))
        if any((x - a) ** 2 + ((y - b) * 1.5) ** 2 < (0.72 * (radius + r)) ** 2 for a, b, r in near):
            continue
        taken.setdefault((column, row), []).append((x, y, radius))
        kept.append(one)
    return kept


def _standing(sheet: Sheet, x: float, y: float, radius: float, sort: str) -> Standing:
    dice = Dice(sheet.seed, "tree", round(x, 2), round(y, 2))
    pen = sheet.pen("tree", 0.13)
    marks = bush(x, y, radius, dice, pen) if sort == "bush" else tree(x, y, radius, sort, dice, pen)
    if sort != "bush":
        marks.insert(0, _shadow(x, y, radius))
    return round(y, 2), round(x, 2), marks


def _shadow(x: float, y: float, radius: float) -> Mark:
    turn = numpy.linspace(0, 6.2832, 7, endpoint=False)
    oval = numpy.column_stack((x + radius * (0.3 + 0.9 * numpy.cos(turn)), y + radius * 0.3 * numpy.sin(turn)))
    return Mark((oval,), fill="shade", smooth=True, strength=0.25, detail=1)


def _ribbon(line: LineString, half: float, dice: Dice) -> numpy.ndarray:
    """A strip with bumps on both sides."""
    far = numpy.arange(0, line.length + 0.35, 0.42)
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, far))
    ahead = numpy.gradient(here, axis=0)
    long = numpy.maximum(numpy.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    across = numpy.column_stack((-ahead[:, 1], ahead[:, 0])) / long
    bump = numpy.where(numpy.arange(len(far)) % 2, 1.25, 0.75)[:, None] * half * dice.between(0.9, 1.1)
    return numpy.concatenate((here + across * bump, (here - across * bump)[::-1]))

