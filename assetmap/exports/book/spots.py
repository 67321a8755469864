"""Where the numbers stand on the map: as near to their place as they can without lying on each other."""

import math
from dataclasses import dataclass

import numpy

from ...drawing.pen.frame import Frame
from .pen import PAPER, inked, path, seed_of, stroke

TURNS, PULLED = 240, 160
"""How often numbers push each other, and in how many of these turns their places pull them back."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An asset on the map: `x`, `y` is where its number stands, `at` where it is, both in millimetres."""

    key: str
    x: float
    y: float
    at: tuple[float, float]


def spots_for(
    places: list[tuple[str, tuple[float, float]]], frame: Frame, width: float, height: float, size: float, ratio: float
) -> list[Spot]:
    """A spot for each (key, (longitude, latitude)); a number is `size` mm high and `ratio` times as wide."""
    if not places:
        return []
    at = numpy.array([frame.point(lonlat) for _, lonlat in places])
    reach = numpy.array((size * ratio, size)) * 1.04
    # A first step in different directions, so that assets at one place know which way to go.
    turn = numpy.arange(len(at)) * 2.399963
    spot = at + numpy.column_stack((numpy.cos(turn), numpy.sin(turn))) * size * 0.05
    for i in range(TURNS):
        pushed = _pushes(spot, reach)
        if pushed is None:
            break
        spot += pushed + ((at - spot) * 0.03 if i < PULLED else 0)
        spot = numpy.clip(spot, reach / 2, (width, height) - reach / 2)
    return [
        Spot(key, float(x), float(y), (float(a), float(b)))
        for (key, _), (x, y), (a, b) in zip(places, spot, at, strict=True)
    ]


def leaders(spots: list[Spot], size: float, masked: set[str], inks: dict[str, str], seed: str) -> str:
    """SVG: a line from a number that moved to its place, a soft ring where the place is only roughly known."""
    parts = []
    for one in spots:
        ink = inks[one.key]
        if one.key in masked:
            turn = numpy.linspace(0, 2 * math.pi, 30)
            ring = numpy.array(one.at) + size * 0.95 * numpy.column_stack((numpy.cos(turn), numpy.sin(turn)))
            d = path(ring, closed=True)
            parts.append(inked(d, fill=ink, fill_opacity=0.1, stroke=ink, stroke_width=16, stroke_dasharray="40 45"))
        if math.hypot(one.x - one.at[0], one.y - one.at[1]) > size * 0.55:
            line = numpy.array(((one.x, one.y), one.at))
            parts.append(inked(stroke(line, seed_of(seed, one.key), 0.3, 0.15), fill=ink))
            parts.append(_dot(one.at, 55, f'fill="{ink}"'))
    return "".join(parts)


def dots(places: list[tuple[str, tuple[float, float]]], frame: Frame) -> str:
    """SVG: a small dot of a colour at each (colour, (longitude, latitude)), for what there is no room to number."""
    rim = f'stroke="{PAPER}" stroke-width="18"'
    return "".join(_dot(frame.point(lonlat), 62, f'fill="{ink}" {rim}') for ink, lonlat in places)


def _dot(at: tuple[float, float], radius: int, paint: str) -> str:
    return f'<circle cx="{round(at[0] * 100)}" cy="{round(at[1] * 100)}" r="{radius}" {paint}/>'


def _pushes(spot: numpy.ndarray, reach: numpy.ndarray) -> numpy.ndarray | None:
    """How far each must move so that boxes of `reach` around them part a little more; None when none touch."""
    dx = spot[:, None, 0] - spot[None, :, 0]
    dy = spot[:, None, 1] - spot[None, :, 1]
    deep_x = reach[0] - numpy.abs(dx)
    deep_y = reach[1] - numpy.abs(dy)
    touch = (deep_x > 1e-6) & (deep_y > 1e-6)
    numpy.fill_diagonal(touch, False)
    if not touch.any():
        return None
    far = numpy.hypot(dx, dy) + 1e-9
    deep = numpy.where(touch, numpy.minimum(deep_x, deep_y), 0) * 0.27
    return numpy.column_stack(((deep * dx / far).sum(axis=1), (deep * dy / far).sum(axis=1)))
