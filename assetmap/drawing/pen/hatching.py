"""Lines side by side for shade, tiles and brick: never quite parallel, here and there one is missing."""

import math

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from .hand import Dice

Segment = tuple[tuple[float, float], tuple[float, float]]


def hatch(area: BaseGeometry, angle: float, gap: float, *names: object, skip: float = 0.06) -> list[Segment]:
    """Segments (start, end) within an area in millimetres, `gap` apart, at `angle` degrees from the horizontal."""
    if area.is_empty:
        return []
    west, north, east, south = area.bounds
    middle = numpy.array(((west + east) / 2, (north + south) / 2))
    reach = math.hypot(east - west, south - north) / 2 + gap
    dice = Dice("hatch", *names)
    lines = []
    for off in numpy.arange(-reach + dice.between(0, gap), reach, gap):
        turn = math.radians(angle) + dice.between(-0.02, 0.02)
        way = numpy.array((math.cos(turn), math.sin(turn)))
        start = middle + numpy.array((-way[1], way[0])) * (off + dice.between(-0.12, 0.12) * gap)
        lines.append((start - way * reach, start + way * reach))
    if not lines:
        return []
    found = []
    for part in shapely.get_parts(shapely.intersection(shapely.linestrings(numpy.array(lines)), area)):
        if part.geom_type != "LineString" or part.length < 0.25 or dice.happens(skip):
            continue
        (ax, ay), (bx, by) = part.coords[0], part.coords[-1]
        first, last = dice.between(0, 0.06), 1 - dice.between(0, 0.1)
        found.append(((ax + (bx - ax) * first, ay + (by - ay) * first), (ax + (bx - ax) * last, ay + (by - ay) * last)))
    return found
