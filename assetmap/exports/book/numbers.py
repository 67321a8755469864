"""Where the numbers stand on the map: as near to their place as they can without lying on each other."""

import math
from dataclasses import dataclass

import numpy

from ...drawing.notes.icons import icon_spots
from ...drawing.notes.wishes import Page
from ...drawing.pen.frame import Frame
from ...drawing.pen.hand import seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import circle, stroke


@dataclass(frozen=True, slots=True)
class Spot:
    """An asset on the map: `x`, `y` is where its number stands, `at` where it is, both in millimetres."""

    key: str
    x: float
    y: float
    at: tuple[float, float]


def spots_for(places: list[tuple[str, tuple[float, float]]], frame: Frame, width: float, height: float, size: float,
              ratio: float) -> list[Spot]:
    """A spot for each (key, (longitude, latitude)); a number is `size` mm high and `ratio` times as wide."""
    at = [frame.point(lonlat) for _, lonlat in places]
    stand = icon_spots(at, Page(width, height, 0.0, radius=size * max(1.0, ratio) * 0.55, gap=0.0))
    return [Spot(key, float(x), float(y), home)
            for (key, _), home, (x, y) in zip(places, at, stand, strict=True)]


def leaders(spots: list[Spot], size: float, masked: set[str], inks: dict[str, str], seed: str) -> list[Mark]:
    """A line from a number that moved to its place, a soft ring where the place is only roughly known."""
    marks: list[Mark] = []
    for one in spots:
        ink = inks[one.key]
        if one.key in masked:
            ring = circle(*one.at, size * 0.95, seed_of(seed, "near", one.key))
            marks += [Mark((ring,), fill=ink, smooth=True, strength=0.1),
                      Mark((ring,), line=ink, width=0.16, smooth=True, dashes=(0.4, 0.45))]
        if math.hypot(one.x - one.at[0], one.y - one.at[1]) > size * 0.55:
            marks += stroke(numpy.array(((one.x, one.y), one.at)), seed_of(seed, one.key), 0.3, ink=ink)
            if one.key not in masked:
                marks.append(Mark((circle(*one.at, 0.55, 1, 12),), fill=ink, smooth=True))
    return marks


def dots(places: list[tuple[str, tuple[float, float]]], frame: Frame) -> list[Mark]:
    """A small dot of a colour at each (colour, (longitude, latitude)), for what there is no room to number."""
    return [Mark((circle(*frame.point(lonlat), 0.62, 1, 12),), fill=ink, line="paper", width=0.18, smooth=True)
            for ink, lonlat in places]
