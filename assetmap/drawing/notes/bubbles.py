"""Speech bubbles: a rounded shape around a story, with a tail that points at its icon."""

import numpy
from shapely.geometry import Polygon

from ..pen.hand import seed_of
from ..pen.marks import Mark
from ..pen.strokes import stroke
from .wishes import Placed, Spot

CORNER = 0.4
"""How round: the exponent of a superellipse, 1 an ellipse, near 0 a rectangle."""
POINTS = 56
WAIST = 2.3
"""Half the width of the tail where it leaves the bubble, mm of grain 1."""
WIDTH = 0.38


def bubble(placed: Placed, icon: Spot, radius: float, seed: object, *, ink: str = "ink", fill: str = "paper",
           tint: str = "", strength: float = 0.16) -> list[Mark]:
    """The marks of a bubble around a box, its tail ending at the icon's edge. `tint` is a wash over the `fill`."""
    size, name = radius / 3.4, seed_of(seed, "bubble")
    ring = outline(placed, icon, radius)
    marks = [Mark((ring,), fill=fill)] if fill else []
    if tint:
        marks.append(Mark((ring,), fill=tint, strength=strength))
    return marks + stroke(numpy.concatenate((ring, ring[:2])), name, WIDTH * size, amount=0.13 * size, taper=1, ink=ink)


def outline(placed: Placed, icon: Spot, radius: float) -> numpy.ndarray:
    """The edge of the bubble with its tail, (n, 2) millimetres, without the closing point."""
    size = radius / 3.4
    body = _body(placed, 0.6 * size)
    tail = _tail(placed, numpy.array(icon, float), radius, size)
    if tail is None or (tailed := Polygon(body).union(tail)).geom_type != "Polygon":
        return body
    return numpy.asarray(tailed.exterior.coords)[:-1]


def _body(placed: Placed, over: float) -> numpy.ndarray:
    turn = numpy.linspace(0, 2 * numpy.pi, POINTS, endpoint=False) + 0.4
    unit = numpy.column_stack((numpy.cos(turn), numpy.sin(turn)))
    half = numpy.array((placed.width / 2 + over, placed.height / 2 + over))
    return _middle(placed) + half * numpy.sign(unit) * numpy.abs(unit) ** CORNER


def _tail(placed: Placed, icon: numpy.ndarray, radius: float, size: float) -> Polygon | None:
    """From inside the bubble to the icon's edge, bent a little; None where the icon lies against the bubble."""
    left, top, right, bottom = placed.bounds
    edge = numpy.array((min(max(icon[0], left), right), min(max(icon[1], top), bottom)))
    far = numpy.hypot(*(icon - edge))
    if far < radius + 0.4 * size:
        return None
    tip = icon + (edge - icon) * (radius + 0.5 * size) / far
    root = edge + (_middle(placed) - edge) * 0.4
    way = tip - root
    side = numpy.array((-way[1], way[0])) / numpy.hypot(*way)
    bend = root + way * 0.55 + side * min(2.5 * size, far * 0.06)
    waist = WAIST * size
    part = numpy.linspace(0, 1, 9)[:, None]
    edges = []
    for turn in (1, -1):
        start = root + side * waist * turn
        edges.append((1 - part) ** 2 * start + 2 * part * (1 - part) * (bend + side * waist * 0.3 * turn)
                     + part**2 * tip)
    shape = Polygon(numpy.concatenate((edges[0], edges[1][::-1])))
    return shape if shape.is_valid else shape.buffer(0)


def _middle(placed: Placed) -> numpy.ndarray:
    return numpy.array((placed.x + placed.width / 2, placed.y + placed.height / 2))
