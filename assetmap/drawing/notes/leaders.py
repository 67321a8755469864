"""Leaders as the pen draws them: a stroke from the note that ends in an arrow or a dot; arrows to what lies outside."""

import math
from collections.abc import Sequence

import numpy

from ..pen.hand import seed_of
from ..pen.marks import Mark
from ..pen.strokes import circle, stroke
from .wishes import Page, Spot

WIDTH = 0.36
HEAD, OPEN = 2.3, 27.0
"""Length in mm and half the angle in degrees of an arrow's head."""
HALO = 0.95


def leader(points: Sequence[Spot], seed: object, *, end: str = "arrow", size: float = 1.0, ink: str = "ink",
           halo: str = "paper") -> list[Mark]:
    """The marks of a leader along these points (Placed.leader), [] for none. `end` is "arrow", "dot" or "".

    `size` 1 is for an A2 poster (Page.grain). `halo` is the paint that keeps it apart from what it crosses, or "".
    """
    if len(points) < 2:
        return []
    line = numpy.asarray(points, float)
    name = seed_of(seed, "leader")
    under = [Mark((line,), line=halo, width=HALO * size + WIDTH * size, closed=False, smooth=True)] if halo else []
    marks = stroke(line, name, WIDTH * size, amount=0.18 * size, taper=0.6, ink=ink)
    if end == "arrow":
        marks += _head(line, name, size, ink)
    elif end == "dot":
        marks.append(Mark((circle(*line[-1], 0.75 * size, name, 12),), fill=ink, smooth=True))
    return under + marks


def tether(spot: Spot, icon: Spot, radius: float, seed: object, *, ink: str = "ink") -> list[Mark]:
    """A thin line with a dot where something really is, for an icon that was pushed off it; [] where it was not."""
    far = math.dist(spot, icon)
    if far < radius * 0.9:
        return []
    name, size = seed_of(seed, "tether"), radius / 3.4
    part = max(0.0, 1 - radius / far)
    edge = (spot[0] + (icon[0] - spot[0]) * part, spot[1] + (icon[1] - spot[1]) * part)
    dot = Mark((circle(*spot, 0.55 * size, name, 10),), fill=ink, smooth=True)
    return [*stroke((spot, edge), name, 0.22 * size, amount=0.05, ink=ink), dot]


def pointer(spot: Spot, icon: Spot, page: Page, seed: object, *, ink: str = "ink") -> list[Mark]:
    """An arrow from an icon at the edge towards its spot outside the page; [] for a spot on the page."""
    if 0 <= spot[0] <= page.width and 0 <= spot[1] <= page.height:
        return []
    far = math.dist(spot, icon) or 1.0
    way = numpy.array(((spot[0] - icon[0]) / far, (spot[1] - icon[1]) / far))
    start = numpy.array(icon) + way * (page.radius + 0.8 * page.grain)
    line = numpy.array((start, start + way * 2.5 * page.grain, start + way * 5 * page.grain))
    name = seed_of(seed, "pointer")
    return stroke(line, name, WIDTH * page.grain, taper=0.6, ink=ink) + _head(line, name, page.grain * 0.8, ink)


def _head(line: numpy.ndarray, seed: int, size: float, ink: str) -> list[Mark]:
    tip = line[-1]
    back = line[max(0, len(line) - 4)] - tip
    back = back / (numpy.hypot(*back) or 1)
    marks = []
    for side in (-1, 1):
        turn = math.radians(OPEN * side)
        wing = numpy.array((back[0] * math.cos(turn) - back[1] * math.sin(turn),
                            back[0] * math.sin(turn) + back[1] * math.cos(turn)))
        marks += stroke((tip - back * 0.25 * size, tip + wing * HEAD * size), seed + side, WIDTH * size,
                        amount=0.08 * size, ink=ink)
    return marks
