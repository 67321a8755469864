"""Where there is life: free spots for people, dogs, bicycles, ducks and boats. What they look like, figures/ knows."""

from collections.abc import Callable
from importlib import import_module

import shapely
from shapely.geometry.base import BaseGeometry

from ..pen.hand import Dice, seed_of
from ..pen.marks import Mark
from ..pen.scatter import scattered
from .ground import Land
from .lie import Lie
from .sheet import NOTHING, Sheet, polygons
from .trees import Standing

Figure = Callable[[str, float, float, float, int], list[Mark]]
"""(name, x, y, size in millimetres, seed) -> marks; (x, y) is where it stands."""

ON_PAVEMENT = ("walker", "lady", "walker", "talk", "dog", "pram", "bike", "kids")
ON_GRASS = ("walker", "dog", "kids", "ball", "talk", "lady")
ON_STONE = ("talk", "walker", "lady", "kids", "balloon")
ON_WATER = ("duck", "duck", "boat", "duck")
SMALLEST_SCALE = 0.14
"""Millimetres a metre under which nobody can be seen."""


def life(sheet: Sheet, lie: Lie, land: Land, figure: Figure | None = None) -> list[Standing]:
    """People and animals in free places, not many: each is met with by surprise. [] where there are no figures."""
    figure = figure or known_figure()
    if figure is None or sheet.scale < SMALLEST_SCALE:
        return []
    found: list[Standing] = []
    size = max(1.5, min(4.2, sheet.metres(4.6)))
    taken: list[tuple[float, float]] = []
    for name, names, area, gap in _places(sheet, lie, land):
        if not sheet.draws(name):
            continue
        for x, y in sheet.free(scattered(area, gap, sheet.seed, "life", name, skip=0.45)):
            if not _free(x, y, size, sheet, lie, taken, wet=name == "boats"):
                continue
            dice = Dice(sheet.seed, "life", name, round(x, 1), round(y, 1))
            who = dice.one_of(names)
            tall = size * (0.62 if who == "duck" else 1.0)
            marks = figure(who, float(x), float(y), tall, seed_of(sheet.seed, who, round(x, 1), round(y, 1)))
            if marks:
                taken.append((x, y))
                found.append((round(float(y), 2), round(float(x), 2), marks))
    return found


def known_figure() -> Figure | None:
    """The room next door's figures, if it has any."""
    try:
        return getattr(import_module("...figures", __name__), "figure", None)
    except ImportError:
        return None


def _places(sheet: Sheet, lie: Lie, land: Land) -> list[tuple[str, tuple[str, ...], BaseGeometry, float]]:
    """(what the style calls it, who may be there, where, millimetres between two)."""
    pavement = lie.pavement - lie.carriageway.buffer(-sheet.metres(0.5))
    return [
        ("people", ON_STONE, _room(land.of("square", "school", "playground"), sheet), 7.0),
        ("people", ON_GRASS, _room(land.of("park", "grass", "meadow", "garden", "pitch"), sheet), 13.0),
        ("people", ON_PAVEMENT, _room(pavement, sheet), 10.0),
        ("boats", ON_WATER, polygons(lie.water.buffer(-1.5) & sheet.core, 0.4), 12.0),
    ]


def _room(area: BaseGeometry, sheet: Sheet) -> BaseGeometry:
    return polygons(area & sheet.core, 0.2) if not area.is_empty else NOTHING


def _free(x: float, y: float, size: float, sheet: Sheet, lie: Lie, taken: list[tuple[float, float]], wet: bool) -> bool:
    """Nobody near, no house over it or before it, no writing."""
    if any(abs(a - x) < size * 2.6 and abs(b - y) < size * 2.2 for a, b in taken):
        return False
    body = shapely.box(x - size * 0.6, y - size * 1.1, x + size * 0.6, y + 0.2)
    if not sheet.clear.is_empty and sheet.clear.intersects(body):
        return False
    before = shapely.box(x - size * 0.4, y - size * 0.2, x + size * 0.4, y + max(1.2, sheet.metres(9)))
    if len(lie.footprints) and len(lie.standing.query(before, predicate="intersects")):
        return False
    return wet or not lie.water.intersects(body)

