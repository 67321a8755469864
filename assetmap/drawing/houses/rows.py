"""Which way a real footprint looks: the side on the street, the sides against a neighbour, the row it stands in."""

from dataclasses import dataclass

import numpy
import shapely

from ..pen.frame import Frame, on_page
from ..street_data import Street
from .rectangles import Quad

FRONTS = ("main", "street", "living")
"""Streets that front doors look upon; others only where none of these is near."""
DETOUR = 12.0
"""Metres that a path must be nearer than a street to be where the door is."""


@dataclass(frozen=True, slots=True)
class Standings:
    """For each house: `front`, the number of the side on the street (0 to 3); `joined`, for each side whether it is
    a party wall; `row`, the number of the row that it stands in.
    """

    front: list[int]
    joined: list[list[bool]]
    row: list[int]


def standings(quads: list[Quad], streets: tuple[Street, ...], frame: Frame) -> Standings:
    """How houses stand to their neighbours and to the street. Quads in millimetres."""
    if not quads:
        return Standings([], [], [])
    corners = numpy.array(quads)
    sides = numpy.roll(corners, -1, axis=1) - corners
    middles = corners + sides / 2
    length = numpy.maximum(numpy.hypot(sides[..., 0], sides[..., 1]), 1e-9)
    outward = numpy.stack((-sides[..., 1], sides[..., 0]), axis=-1) / length[..., None]
    joined, row = _neighbours(corners, middles + outward * 0.5 * frame.scale)
    far = _street_distance(middles + outward * 0.2 * frame.scale, streets, frame)
    # A narrow side is seldom the front of a house in a row, and never a party wall.
    far += joined * 1e6
    return Standings(numpy.argmin(far, axis=1).tolist(), joined.tolist(), row)


def _neighbours(corners: numpy.ndarray, beside: numpy.ndarray) -> tuple[numpy.ndarray, list[int]]:
    tree = shapely.STRtree(shapely.polygons(corners))
    spots, others = tree.query(shapely.points(beside.reshape(-1, 2)), predicate="intersects")
    own = spots // 4
    spots, others, own = spots[own != others], others[own != others], own[own != others]
    joined = numpy.zeros(len(corners) * 4, dtype=bool)
    joined[spots] = True
    return joined.reshape(-1, 4), _rows(len(corners), zip(own.tolist(), others.tolist(), strict=True))


def _rows(count: int, pairs) -> list[int]:
    """The number of each one's row: the smallest number among those it hangs together with."""
    above = list(range(count))

    def top(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for one, other in pairs:
        one, other = top(one), top(other)
        above[max(one, other)] = min(one, other)
    return [top(i) for i in range(count)]


def _street_distance(spots: numpy.ndarray, streets: tuple[Street, ...], frame: Frame) -> numpy.ndarray:
    """How far each spot (n, 4, 2) is from a street, in millimetres; paths count as further."""
    points = shapely.points(spots.reshape(-1, 2))
    far = numpy.full(len(points), 1e5)
    for kinds, more in ((FRONTS, 0.0), (("service", "path", "cycle", "drive"), DETOUR * frame.scale)):
        lines = [street.line for street in streets if street.kind in kinds and street.level >= 0]
        if lines:
            tree = shapely.STRtree(on_page(lines, frame))
            (which, _), distance = tree.query_nearest(points, return_distance=True, all_matches=False)
            far[which] = numpy.minimum(far[which], distance + more)
    return far.reshape(-1, 4)
