"""Houses raised from the ground as a hand raises them, each a standing thing to be painted from back to front."""

from dataclasses import dataclass

import shapely
from shapely.geometry import MultiPoint, box
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.styles import Style
from ..street_data import StreetData
from .blocks import block
from .courtyards import courtyards
from .footprints import LARGE, ROOF, SHED, Footprint, footprints, rows_as_one
from .house import house
from .landmarks import landmark
from .look import HOUSE_WIDE, Look, look_for
from .rectangles import Quad, rectangles, size, split, turned
from .rows import standings
from .shadows import shadows
from .small import glasshouse, houseboat, shed
from .tearing import loose_edge, torn

Standing = tuple[float, float, list[Mark]]
"""How far down the page something stands, how far to the right (millimetres), and its marks from back to front."""

LOW = 3.6
"""Floors up to which a house is thought to have a pitched roof when nothing is known of it."""
WIDEST = 14.5
"""Metres from eave to eave over which no pitched roof is drawn."""
FAR = 600.0
"""Millimetres around the island in which nothing is drawn."""
FLAT_KINDS = ("roof", "work", "glasshouse", "boat")


@dataclass(frozen=True, slots=True)
class Houses:
    """`things` sorted from the back to the front; `left_out` is how many houses stood under writing."""

    things: list[Standing]
    left_out: int


@dataclass(frozen=True, slots=True)
class Body:
    """A part of a building over one quad. `low`: a shed, or what was built on to a house."""

    quad: Quad
    of: Footprint
    low: bool = False


def houses(ground: StreetData, frame: Frame, island: BaseGeometry, seed: str, style: Style,
           clear: BaseGeometry | None = None) -> Houses:
    """Every building on the island, raised. `island` and `clear` (where writing will lie) are in millimetres.

    A house that writing would lie on is left out; a large building ends with a loose edge before it.
    """
    free = None if clear is None or clear.is_empty else loose_edge(clear)
    shapely.prepare(free)
    prints, left_out = footprints(ground.buildings, frame, island, free)
    look = look_for(frame.scale, style)
    if not look.apart:
        prints = rows_as_one(prints, frame.scale)
    outside = box(*island.buffer(FAR).bounds).difference(island)
    shapely.prepare(outside)
    bodies, things = [], []
    for print_, quads in zip(prints, rectangles([print_.area for print_ in prints]), strict=True):
        dice = _dice(print_, seed)
        if _pitched(print_, quads, look):
            bodies += [Body(quad, print_, _is_low(quad, quads, print_)) for quad in quads]
            things += landmark(print_, quads, look, dice) if look.apart and not print_.written else []
            continue
        large = _large(print_, quads, look, dice)
        for kept_free in (*((free,) if print_.written else ()), *((outside,) if print_.cut else ())):
            large = [(y, x, torn(marks, kept_free)) for y, x, marks in large]
        things += [thing for thing in large if thing[2]]
    standing = standings([body.quad for body in bodies], ground.streets, frame)
    for body, front, joined, row in zip(bodies, standing.front, standing.joined, standing.row, strict=True):
        for thing, quad, above in _raised(body, front, joined, row, look, seed):
            if body.of.written and free.intersects(_cover(quad, above)):
                left_out += 1
            elif not body.of.cut or island.covers(_cover(quad, above).centroid):
                things.append(thing)
    things.sort(key=lambda thing: thing[:2])
    if shade := shadows(prints, style, island, free):
        # What lies on the ground is behind all that stands on it.
        things.insert(0, (min(things[0][0], island.bounds[1]) - 1, things[0][1], shade))
    return Houses(things, left_out)


def _large(print_: Footprint, quads: list[Quad], look: Look, dice: Dice) -> list[Standing]:
    """What is drawn on its footprint as it is, of any outline, with what belongs to it."""
    if print_.kind in ("boat", "glasshouse") and quads:
        return [(glasshouse if print_.kind == "glasshouse" else houseboat)(quads[0], look, dice)]
    found = block(print_, look, dice)
    if print_.area.interiors:
        found += courtyards(print_, look, dice)
    return found + landmark(print_, quads, look, dice) if look.apart else found


def _pitched(print_: Footprint, quads: list[Quad], look: Look) -> bool:
    """Whether a building is drawn as houses with roofs of their own rather than as one large block."""
    if quads and _is_shed(print_):
        return True
    if not quads or print_.roof == "flat" or print_.kind in FLAT_KINDS:
        return False
    if print_.kind == "worship":
        return True
    narrow = min(size(quads[0])) / look.scale < WIDEST
    if print_.roof:
        return narrow or print_.metres < LARGE
    return narrow and print_.levels <= LOW and (print_.kind in ("house", "small") or print_.metres < LARGE)


def _is_shed(print_: Footprint) -> bool:
    return print_.kind not in ("roof", "boat", "glasshouse") and (
        print_.metres < SHED or (print_.kind == "small" and print_.roof in ("", "flat")))


def _is_low(quad: Quad, quads: list[Quad], print_: Footprint) -> bool:
    if _is_shed(print_):
        return True
    along, across = size(quad)
    whole, other = size(quads[0])
    return quad is not quads[0] and along * across < 0.5 * whole * other and print_.metres < LARGE


def _raised(body: Body, front: int, joined: list[bool], row: int, look: Look, seed: str
            ) -> list[tuple[Standing, Quad, float]]:
    """The houses of one body, each with its quad and how far it rises above that (millimetres)."""
    quad, joined = turned(body.quad, front), joined[front:] + joined[:front]
    of = body.of
    if body.low:
        x, y = _middle(quad)
        tall = min(of.tall, 2.1 * look.scale)
        return [(shed(quad, tall, look, Dice(seed, "shed", round(x, 1), round(y, 1))), quad, tall)]
    found = []
    above = of.tall + ROOF.get(of.kind, 4.4) * look.scale
    for part, shared in _houses_of(quad, joined, look, of.kind == "worship"):
        x, y = _middle(part)
        dice = Dice(seed, "house", round(x, 1), round(y, 1))
        marks = house(part, of.kind, of.levels, of.roof, of.tall, shared, row, look, dice)
        found.append(((max(point[1] for point in part), x, marks), part, above))
    return found


def _houses_of(quad: Quad, joined: list[bool], look: Look, alone: bool) -> list[tuple[Quad, list[bool]]]:
    """The houses that one footprint is drawn as, each with its ridge along its first side, and their party walls.

    A footprint that covers a whole row becomes its houses; the ridge runs from party wall to party wall, of a house
    alone along its longer side.
    """
    along, across = size(quad)
    wide = HOUSE_WIDE * look.scale
    if alone:
        return [(turned(quad, 1) if across > along else quad, [False] * 4)]
    beside, before = joined[1] or joined[3], joined[0] or joined[2]
    if (before and not beside) or (not beside and not before and across > 1.25 * along) or (
            not look.apart and across > along):
        quad, joined = turned(quad, 1), joined[1:] + joined[:1]
        along, across = across, along
    if not look.apart or along < 1.9 * wide or along < 1.35 * across:
        return [(quad, joined)]
    parts = split(quad, max(2, round(along / wide)))
    last = len(parts) - 1
    return [(part, [joined[0], joined[1] or i < last, joined[2], joined[3] or i > 0]) for i, part in enumerate(parts)]


def _cover(quad: Quad, above: float) -> BaseGeometry:
    return MultiPoint([*quad, *((x, y - above) for x, y in quad)]).convex_hull


def _middle(quad: Quad) -> tuple[float, float]:
    return sum(point[0] for point in quad) / 4, sum(point[1] for point in quad) / 4


def _dice(print_: Footprint, seed: str) -> Dice:
    at = print_.area.centroid
    return Dice(seed, "block", round(at.x, 1), round(at.y, 1))
