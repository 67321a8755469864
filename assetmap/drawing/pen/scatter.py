"""Spots strewn over an area as a hand strews them: never in rows, never two in one place, some left out."""

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from .hand import seed_of, wander

MOST = 60_000
"""Spots that are thought of at most, for an area however large."""


def scattered(area: BaseGeometry, gap: float, *names: object, skip: float = 0.0) -> numpy.ndarray:
    """Spots (n, 2) within an area in millimetres, about `gap` apart, from the top of the page down.

    `skip` is the part that is left out by chance.
    """
    if area.is_empty or gap <= 0:
        return numpy.empty((0, 2))
    west, north, east, south = area.bounds
    gap = max(gap, ((east - west) * (south - north) / MOST) ** 0.5, 0.05)
    down, across = numpy.arange(north, south, gap), numpy.arange(west, east, gap)
    spots = numpy.stack(numpy.meshgrid(across, down), axis=-1)
    spots[1::2, :, 0] += gap / 2
    chance = numpy.random.default_rng(seed_of("scatter", *names))
    spots = (spots + chance.uniform(-0.08, 0.92, spots.shape) * gap).reshape(-1, 2)
    if skip:
        spots = spots[chance.random(len(spots)) >= skip]
    shapely.prepare(area)
    spots = spots[shapely.contains_xy(area, spots[:, 0], spots[:, 1])]
    return spots[numpy.argsort(spots[:, 1], kind="stable")]


def in_clumps(spots: numpy.ndarray, wave: float, *names: object, part: float = 0.5) -> numpy.ndarray:
    """About that part of the spots: those that stand in clumps of some `wave` millimetres, with open ground between."""
    if not len(spots):
        return spots
    x, y = spots[:, 0] + 10_000, spots[:, 1] + 10_000
    seed = seed_of("clumps", *names)
    height = wander(seed, x + 0.45 * y, wave) + wander(seed + 311, y - 0.35 * x, wave)
    height = height + 0.5 * wander(seed + 77, x - y, wave / 2.5)
    return spots[height >= 1.5 * _NORMAL_AT[round(min(max(part, 0.0), 1.0) * 10)]]


_NORMAL_AT = (9.0, 0.9, 0.6, 0.37, 0.18, 0.0, -0.18, -0.37, -0.6, -0.9, -9.0)
"""For each tenth of a part, above which height of smooth noise that part of the ground lies."""
