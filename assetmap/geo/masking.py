"""The area that is shown in place of a true position, so that neighbours find the street but not the door.

An area is chosen once and stored: a second choice for the same place would leave only where both overlap. For the same
reason two assets at one address should share their area, which `chance_for` sees to.
"""

import math
import random

import shapely
import shapely.affinity
import shapely.ops
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from ..domain.precision import MASK_RADIUS, Precision
from .metres import grid_at
from .shapes import lines_of, point_of

NEAREST, FARTHEST = 0.15, 0.95
"""The true place lies at least and at most this share of the radius away from the middle of the area shown."""

STREET_SIDE = 25.0
"""Metres on both sides of a street that count as the street: pavement, front garden, front room."""


def masked(
    shape: BaseGeometry, precision: Precision, chance: random.Random, street: BaseGeometry | None = None
) -> BaseGeometry | None:
    """What others see of a shape, in (longitude, latitude): the shape itself where it is exact, None where hidden,
    otherwise an area that holds the true place somewhere, anywhere, but not in its middle.

    With the line of its street (LineString or MultiLineString) a place shown by street becomes a stretch of that
    street; a street shorter than the stretch is shown whole. Without, or farther than 25 m from it, it is a round area.
    """
    if precision is Precision.HIDDEN:
        return None
    if precision is Precision.EXACT:
        return shape
    at = point_of(shape)
    grid = grid_at(*at)
    radius = MASK_RADIUS[precision]
    area = None
    if precision is Precision.STREET and street is not None:
        area = _stretch(lines_of(grid.to_metres(street)), radius, chance)
    return grid.to_degrees(area or _disc(radius, chance))


def chance_for(secret: str, shape: BaseGeometry) -> random.Random:
    """Randomness that is the same for all assets within some ten metres of each other, and nobody else can repeat.

    `secret` belongs to the neighbourhood and never leaves it. Ten gifts at one kitchen table then share one area,
    where ten different areas would overlap in the kitchen.
    """
    longitude, latitude = point_of(shape)
    return random.Random(f"{secret}/{longitude:.4f}/{latitude:.4f}")


def _disc(radius: float, chance: random.Random) -> BaseGeometry:
    """A disc around a middle that lies off the true place (the origin) in any direction.

    The square root makes every spot of the ring as likely as any other, so that seen from outside, the true place is
    as likely here as there.
    """
    away = radius * math.sqrt(chance.uniform(NEAREST**2, FARTHEST**2))
    turn = chance.uniform(0, 2 * math.pi)
    # Turned too: the corners of the polygon must not point anywhere.
    middle = Point(away * math.cos(turn), away * math.sin(turn))
    return shapely.affinity.rotate(middle.buffer(radius / math.cos(math.pi / 64), quad_segs=16), chance.uniform(0, 90))


def _stretch(lines: list[LineString], radius: float, chance: random.Random) -> BaseGeometry | None:
    """A stretch of street, twice the radius long, that passes the true place (the origin); None where none is near."""
    origin = Point(0, 0)
    lines = _one_way(lines)
    if not lines:
        return None
    line = min(lines, key=origin.distance)
    if line.distance(origin) > STREET_SIDE - 1:
        return None
    if line.length <= 2 * radius:
        return line.buffer(STREET_SIDE, quad_segs=8)
    here = line.project(origin)
    away = chance.uniform(NEAREST, FARTHEST) * radius * chance.choice((-1, 1))
    # At the end of a street the stretch slides back along it; that tells no more than that it is the end.
    start = min(max(here + away - radius, 0), line.length - 2 * radius)
    return shapely.ops.substring(line, start, start + 2 * radius).buffer(STREET_SIDE, quad_segs=8)


def _one_way(lines: list[LineString]) -> list[LineString]:
    """The pieces of a street joined end to end where they meet."""
    if not lines:
        return []
    return lines_of(shapely.line_merge(shapely.MultiLineString(lines)))


