"""Where icons lie: each as near to its spot as the others let it, a crowd on one spot fanned out around it."""

import math
from collections.abc import Sequence

import numpy
import shapely
from shapely.ops import nearest_points, unary_union
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
    home = _within(numpy.array(spots, float).reshape(-1, 2), page)
    if not len(home):
        return home
    blocked = _blocked(page)
    apart = 2 * page.radius + GAP * page.grain
    at = _off(_fanned(home, apart), blocked, page)
    for turn in range(ROUNDS + LAST_ROUNDS):
        if turn < ROUNDS:
            at = at + (home - at) * HOMESICK * (1 - turn / ROUNDS)
        at, pushed = _pushed(at, apart)
        at = _off(at, blocked, page)
        if not pushed and turn >= ROUNDS:
            break
    return at


def _within(at: numpy.ndarray, page: Page) -> numpy.ndarray:
    edge = page.margin + page.radius
    most = numpy.maximum((page.width - edge, page.height - edge), edge)
    return numpy.clip(at, edge, most)


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


def _blocked(page: Page):
    if not page.blocked:
        return None
    area = unary_union(list(page.blocked)).buffer(page.radius + GAP, quad_segs=4)
    shapely.prepare(area)
    return area


def _off(at: numpy.ndarray, blocked, page: Page) -> numpy.ndarray:
    """Out of what is blocked by the shortest way, and back onto the page."""
    at = _within(at, page)
    if blocked is None:
        return at
    for i in numpy.flatnonzero(shapely.contains_xy(blocked, at)):
        nearest = nearest_points(blocked.boundary, shapely.Point(at[i]))[0]
        at[i] = nearest.x, nearest.y
    return _within(at, page)
