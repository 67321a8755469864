"""What is on a flat roof: seams, saw teeth, skylights, gravel, lift houses, gardens, panels, a school's flag."""

import math

import numpy
import shapely
from shapely.geometry import Polygon

from ..pen.hand import Dice
from ..pen.marks import Mark
from .footprints import Footprint
from .look import Look

FLAT_ROOFS: dict[str, tuple[str, ...]] = {
    "": ("roof-flat", "roof-flat", "roof-2", "roof-5"),
    "flats": ("roof-flat", "roof-6", "roof-2", "roof-flat"),
    "work": ("roof-6", "roof-flat", "roof-flat"),
    "shop": ("roof-2", "roof-flat", "roof-3"),
    "learning": ("roof-3", "roof-2", "roof-5"),
    "care": ("roof-5", "roof-2"),
    "culture": ("roof-4", "roof-3"),
    "worship": ("roof-4", "roof-6"),
    "small": ("roof-flat", "roof-6", "roof-2"),
    "roof": ("roof-flat",),
    "glasshouse": ("glass",),
}
"""What flat roofs are painted with, by the kind of building."""

TEETH = 1500.0
"""Square metres from which a workshop may have a saw-tooth roof."""


def roof_lines(print_: Footprint, look: Look, dice: Dice) -> numpy.ndarray:
    """Long lines over the whole roof, on the ground: teeth of a hall, bays of a shop, panes of a glasshouse."""
    kind, metres = print_.kind, print_.metres
    if kind == "glasshouse":
        return _across(print_.area, dice, max(0.5, 3.2 * look.scale), 0)
    if metres < 500 or look.scale < 0.1:
        return numpy.array([], dtype=object)
    if (kind == "work" and metres > TEETH) or metres > 14000:
        return _across(print_.area, dice, max(2.2, 11 * look.scale), 0)
    if metres > 1500 and dice.happens(0.5):
        return _across(print_.area, dice, max(4.0, 24 * look.scale), 0.25)
    return numpy.array([], dtype=object)


def _across(area: Polygon, dice: Dice, gap: float, missing: float) -> numpy.ndarray:
    """Lines across the long side of the area, from edge to edge."""
    corners = numpy.asarray(shapely.oriented_envelope(area).exterior.coords)[:4]
    if math.dist(corners[0], corners[1]) < math.dist(corners[1], corners[2]):
        corners = numpy.roll(corners, -1, axis=0)
    a, b, c, d = corners
    count = int(math.dist(a, b) / gap)
    ways = [(i + dice.between(-0.06, 0.06)) / count for i in range(1, count) if not dice.happens(missing)]
    inner = area.buffer(-0.3)
    lines = [shapely.LineString((a + (b - a) * way, d + (c - d) * way)) for way in ways]
    return shapely.get_parts(shapely.intersection(numpy.array(lines, dtype=object), inner)) if lines else \
        numpy.array([], dtype=object)


def roof_things(strip: Polygon, print_: Footprint, look: Look, dice: Dice) -> list[Mark]:
    """Small things on one piece of a roof, already as high on the page as the roof is."""
    if look.scale < 0.14 or print_.kind in ("roof", "glasshouse", "small") or strip.area < 5:
        return []
    inner = strip.buffer(-max(1.1 * look.scale, 0.45))
    if inner.is_empty:
        return []
    shapely.prepare(inner)
    spots = _spots(inner, dice, max(7.5 * look.scale, 2.6))
    marks: list[Mark] = []
    dots, domes = [], []
    for x, y in spots:
        chance, y = dice.between(), y - print_.tall
        if chance < 0.1:
            marks += _lift_house(x, y, look, dice)
        elif chance < 0.17 and print_.kind in ("flats", "learning", "care", "culture", "other"):
            marks += _garden(x, y, look, dice)
        elif chance < 0.25:
            marks += _panels(x, y, look, dice)
        elif chance < 0.42:
            domes.append(_dome(x, y, max(0.32, 0.85 * look.scale)))
        elif chance < 0.75:
            dots += [[(px, py), (px + 0.07, py + 0.02)]
                     for px, py in ((x + dice.between(-1, 1), y + dice.between(-0.8, 0.8)) for _ in range(3))]
    if domes:
        marks.append(Mark(tuple(domes), "glass", "ink", look.fine, detail=1))
    if dots:
        marks.append(Mark(tuple(dots), line="roof-line", width=look.fine * 1.3, closed=False, detail=2))
    return marks


def _spots(inner, dice: Dice, apart: float) -> list[tuple[float, float]]:
    west, north, east, south = inner.bounds
    xs = numpy.arange(west + apart * dice.between(0.2, 0.6), east, apart)
    ys = numpy.arange(north + apart * dice.between(0.2, 0.6), south, apart * 0.8)
    if not len(xs) or not len(ys):
        return []
    at = numpy.array([(x + dice.between(-0.3, 0.3) * apart, y + dice.between(-0.25, 0.25) * apart)
                      for y in ys.tolist() for x in xs.tolist()])
    reach = min(1.2, apart * 0.3)
    good = shapely.contains(inner, shapely.box(at[:, 0] - reach, at[:, 1] - reach, at[:, 0] + reach, at[:, 1] + reach))
    return at[good].tolist()


def _lift_house(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    wide, deep, high = (max(0.4, metres * look.scale * dice.between(0.8, 1.3)) for metres in (3.4, 2.2, 1.9))
    wide, deep, high = min(wide, 2.2), min(deep, 1.2), min(high, 1.2)
    left, right = x - wide / 2, x + wide / 2
    return [
        Mark(([(left, y), (right, y), (right, y - high), (left, y - high)],), "wall", "ink", look.inner, detail=1),
        Mark(([(left, y - high), (right, y - high), (right, y - high - deep), (left, y - high - deep)],),
             "roof-flat", "ink", look.inner, detail=1),
        Mark(([(x - wide * 0.15, y), (x - wide * 0.15, y - high * 0.7), (x + wide * 0.15, y - high * 0.7),
               (x + wide * 0.15, y)],), line="ink", width=look.fine, closed=False, detail=2)]


def _garden(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    """A bed of green with bushes on it."""
    wide, deep = min(2.2, max(0.9, 5 * look.scale)), min(1.6, max(0.7, 3.4 * look.scale))
    turn = [i * math.tau / 9 for i in range(9)]
    bed = [(x + wide / 2 * math.cos(t) * dice.between(0.85, 1.1), y + deep / 2 * math.sin(t) * dice.between(0.85, 1.1))
           for t in turn]
    bushes = [_ball(x + dice.between(-0.3, 0.3) * wide, y + dice.between(-0.3, 0.25) * deep,
                    min(0.34, 0.26 + 0.2 * look.scale), dice) for _ in range(3)]
    return [Mark((bed,), "leaf-3", smooth=True, detail=1),
            *(Mark((bush,), f"leaf-{dice.one_of((1, 2))}", "ink", look.fine, smooth=True, detail=1) for bush in bushes)]


def _panels(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    wide, deep = max(0.42, 1.7 * look.scale), max(0.26, 1.0 * look.scale)
    lean = wide * 0.25
    rings = []
    for column in (-1, 0, 1)[: 2 + (dice.between() < 0.6)]:
        left, low = x + column * wide * 1.15 - wide / 2, y + deep / 2
        rings.append([(left, low), (left + wide, low), (left + wide + lean, low - deep), (left + lean, low - deep)])
    return [Mark(tuple(rings), "panel", "ink", look.fine, detail=1)]


def _dome(x: float, y: float, half: float) -> list[tuple[float, float]]:
    half *= 0.5
    return [(x - half, y + half * 0.7), (x + half, y + half * 0.7), (x + half * 1.3, y - half * 0.7),
            (x - half * 0.7, y - half * 0.7)]


def _ball(x: float, y: float, radius: float, dice: Dice) -> list[tuple[float, float]]:
    return [(x + radius * math.cos(i * math.tau / 7) * dice.between(0.85, 1.15),
             y - radius * 0.5 + radius * math.sin(i * math.tau / 7) * dice.between(0.85, 1.15)) for i in range(7)]
