"""Where there is life: free spots for people, dogs, bicycles, ducks and boats. What they look like, figures/ knows."""

import shapely
from shapely.geometry.base import BaseGeometry

from ..figures.figure import FIGURES, figure, room_of
from ..pen.hand import Dice
from ..pen.scatter import scattered
from .ground import Land
from .lie import Lie
from .sheet import Sheet, polygons
from .trees import Standing

SMALLEST_SCALE = 0.14
"""Millimetres a metre under which nobody can be seen."""
PERSON = 5.6
"""Metres: people are drawn three times as tall as they are, or nobody would see them."""
RIDING = ("cyclist", "cargo-bike")
SMALL_WATER = ("ducks", "duck", "swan")


def life(sheet: Sheet, lie: Lie, land: Land) -> list[Standing]:
    """People and animals in free places, not many: each is met with by surprise."""
    if sheet.scale < SMALLEST_SCALE:
        return []
    size = max(1.7, min(5.0, sheet.metres(PERSON)))
    found: list[Standing] = []
    taken: list[tuple[float, float]] = []
    for place, names, area, gap in _places(sheet, lie, land, size):
        last = ""
        for x, y in sheet.free(scattered(area, gap, sheet.seed, "life", place, skip=0.25)).tolist():
            dice = Dice(sheet.seed, "life", place, round(x, 1), round(y, 1))
            name = dice.one_of(names)
            name = dice.one_of(names) if name == last else name
            if not _fits(name, x, y, size, sheet, lie, taken, wet=place == "boats"):
                continue
            last = name
            taken.append((x, y))
            marks = figure(name, x, y, size, (sheet.seed, round(x, 1), round(y, 1)))
            found.append((round(y, 2), round(x, 2), marks))
    return found


def _places(sheet: Sheet, lie: Lie, land: Land, size: float) -> list[tuple[str, tuple[str, ...], BaseGeometry, float]]:
    """(what a style calls it, who may be there, where, millimetres between two)."""
    walkers = tuple(name for name in FIGURES["street"] if name not in RIDING)
    tracks = [rail.line for rail in sheet.ground.rails if rail.level >= 0]
    loud = [street.line for street in sheet.ground.streets if street.kind == "main" and street.width >= 11]
    unsafe = shapely.union_all(shapely.buffer(sheet.on_page([*tracks, *loud]), max(size * 0.6, sheet.metres(9))))
    pavement = lie.pavement - lie.carriageway.buffer(-sheet.metres(0.8)) - unsafe
    lawn = land.of("park", "grass", "meadow", "garden", "pitch").buffer(-size * 0.25)
    wide, narrow = lie.water.buffer(-size * 1.1), lie.water.buffer(-size * 0.4)
    places = [
        ("people", walkers, land.of("square", "playground") - lie.carriageway, size * 3.0),
        ("people", walkers, land.of("school") - land.of("parking", "pitch") - lie.carriageway, size * 5.2),
        ("people", FIGURES["green"], lawn, size * 5.0),
        ("people", walkers, pavement, size * 3.6),
        ("people", RIDING, lie.carriageway.buffer(-sheet.metres(0.6)), size * 13.0),
        ("boats", FIGURES["water"], wide, size * 5.5),
        ("boats", SMALL_WATER, narrow - wide, size * 8.0),
    ]
    return [
        (place, names, polygons(area & sheet.core, 0.2), gap) for place, names, area, gap in places
        if sheet.draws(place) and not area.is_empty]


def _fits(name: str, x: float, y: float, size: float, sheet: Sheet, lie: Lie, taken: list[tuple[float, float]],
          wet: bool) -> bool:
    """Nobody near, no house over it or before it, no writing, and dry feet."""
    if any(abs(a - x) < size * 2.2 and abs(b - y) < size * 2.0 for a, b in taken):
        return False
    wide, tall, low = room_of(name, size)
    body = shapely.box(x - wide, y - tall, x + wide, y + low)
    if not sheet.clear.is_empty and sheet.clear.intersects(body):
        return False
    if wet:
        floor = shapely.box(x - wide, y - size * 0.2, x + wide, y + low)
        return lie.water.contains(floor) and not lie.carriageway.intersects(floor)
    before = shapely.box(x - wide, y - size * 0.15, x + wide, y + max(0.9, sheet.metres(5.5)))
    if len(lie.footprints) and len(lie.standing.query(before, predicate="intersects")):
        return False
    return not lie.water.intersects(shapely.box(x - wide, y - size * 0.2, x + wide, y + 0.1))
