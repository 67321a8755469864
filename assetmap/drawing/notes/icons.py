"""Where icons lie: each as near to its spot as the others let it, a crowd on one spot fanned out around it."""

import math
from collections.abc import Sequence

import numpy
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.strtree import STRtree

from .wishes import Page, Spot

ROUNDS = 60
LAST_ROUNDS = 90
HOMESICK = 0.25
GAP = 0.4
GOLDEN = math.pi * (3 - math.sqrt(5))


def icon_spots(spots: Sequence[Spot], page: Page) -> numpy.ndarray:
    """The middles of the icons (n, 2), at least two radii apart where the page has that much room.

    A spot outside the page has its icon at the edge; an icon keeps off what is blocked.
    """
    home = numpy.array(spots, float).reshape(-1, 2)
    if not len(home):
        return home
    room = _room(page)
    home = _into(room, home)
    apart = 2 * page.radius + GAP * page.grain
    at = _into(room, _fanned(home, apart))
    for turn in range(ROUNDS + LAST_ROUNDS):
        if turn < ROUNDS:
            at = at + (home - at) * HOMESICK * (1 - turn / ROUNDS)
        at, pushed = _pushed(at, apart)
        at = _into(room, at)
        if not pushed and turn >= ROUNDS:
            break
    return at


def _fanned(home: numpy.ndarray, apart: float) -> numpy.ndarray:
    """Those on the very same spot lie like the seeds of a sunflower."""
    _, which, count = numpy.unique(home.round(1), axis=0, return_inverse=True, return_counts=True)
    which = which.reshape(-1)
    order = numpy.argsort(which, kind="stable")
    first = numpy.concatenate(((0,), numpy.cumsum(count)[:-1]))
    rank = numpy.empty(len(home))
    rank[order] = numpy.arange(len(home)) - first[which[order]]
    far = numpy.where(count[which] > 1, 0.62 * apart * numpy.sqrt(rank + 0.3), 0)
    return home + numpy.column_stack((numpy.cos(rank * GOLDEN), numpy.sin(rank * GOLDEN))) * far[:, None]


def _pushed(at: numpy.ndarray, apart: float) -> tuple[numpy.ndarray, bool]:
    """Every two that lie too near pushed apart, half the way each. The second value: was there any such pair?"""
    points = shapely.points(at)
    one, other = STRtree(points).query(points, predicate="dwithin", distance=apart - 1e-3)
    one, other = one[one < other], other[one < other]
    if not len(one):
        return at, False
    way = at[other] - at[one]
    long = numpy.hypot(*way.T)
    same = long < 1e-6
    way[same] = numpy.column_stack((numpy.cos(one[same] * GOLDEN), numpy.sin(one[same] * GOLDEN)))
    push = way / numpy.where(same, 1, long)[:, None] * ((apart - long) / 2)[:, None]
    # Somebody pushed by many moves by the middle of all pushes, or a crowd would explode.
    many = numpy.maximum(1, numpy.bincount(numpy.concatenate((one, other)), minlength=len(at)) * 0.5)
    moved = numpy.zeros_like(at)
    numpy.add.at(moved, one, -push)
    numpy.add.at(moved, other, push)
    return at + moved / many[:, None], True


def _room(page: Page) -> BaseGeometry:
    """Where the middle of an icon may lie; the whole page where all of it is blocked."""
    edge = page.margin + page.radius
    whole = box(edge, edge, max(page.width - edge, edge + 1), max(page.height - edge, edge + 1))
    blocked = unary_union(list(page.blocked)).buffer(page.radius + GAP * page.grain, quad_segs=4)
    room = whole.difference(blocked) if page.blocked else whole
    shapely.prepare(room := whole if room.is_empty else room)
    return room


def _into(room: BaseGeometry, at: numpy.ndarray) -> numpy.ndarray:
    """Those outside the room to its nearest point."""
    out = ~shapely.intersects_xy(room, at)
    if out.any():
        at = at.copy()
        at[out] = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(room, shapely.points(at[out])), 0))
    return at
