"""Spots strewn over an area as a hand strews them: never in rows, never two in one place, some left out."""

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from .hand import seed_of

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
