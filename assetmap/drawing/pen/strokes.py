"""Strokes of the pen: thicker where the hand leans, thin where it is set down and lifted."""

import math

import numpy

from .hand import Dice, lean, normals, seed_of, wander, wobbled
from .marks import Mark


def stroke(points, seed: int, width: float = 0.3, *, amount: float = 0.14, over: float = 0.0, taper: float = 0.45,
           ink: str = "ink", strength: float = 1.0, detail: int = 0) -> list[Mark]:
    """A pen stroke along a line, as the outline of its ink. [] for a line without length.

    `width` and `amount` (how far the hand strays) in millimetres; `taper` is the part of the width left at the ends.
    """
    line, along = wobbled(points, seed, amount, over=over)
    if line is None or along[-1] < 0.05:
        return []
    half = 0.5 * width * (1 + 0.28 * lean(seed, along))
    lift = min(1.8, along[-1] * 0.3) + 1e-6
    half *= taper + (1 - taper) * numpy.clip(numpy.minimum(along, along[-1] - along) / lift, 0, 1)
    side = normals(line) * half[:, None]
    outline = numpy.concatenate((line + side, (line - side)[::-1]))
    return [Mark((outline,), fill=ink, smooth=True, strength=strength, detail=detail)]


def hairline(points, seed: int, width: float = 0.16, *, amount: float = 0.1, closed: bool = False, ink: str = "ink",
             strength: float = 1.0, dashes: tuple[float, ...] = (), detail: int = 0) -> list[Mark]:
    """An even line along the middle of a stroke. Cheap: for what there is much of."""
    line, _ = wobbled(points, seed, amount)
    if line is None:
        return []
    return [Mark((line,), line=ink, width=width, closed=closed, smooth=True, strength=strength, dashes=dashes,
                 detail=detail)]


def dash(start, end, *names: object, width: float = 0.16, bow: float = 0.05) -> numpy.ndarray:
    """One short straight stroke as its outline, six points, bowed a little and fuller in the middle.

    To be collected: many of one paint make one Mark with many rings. Without numpy inside its sums, which for six
    points would be the slower way.
    """
    dice = Dice("dash", *names)
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    length = math.hypot(dx, dy) or 1e-9
    nx, ny = -dy / length, dx / length
    full, thin = width * dice.between(0.4, 0.58), width * 0.24
    off = max(-0.35, min(0.35, dice.between(-bow, bow) * length))
    mx, my = (ax + bx) / 2 + nx * off, (ay + by) / 2 + ny * off
    return numpy.array((
        (ax + nx * thin, ay + ny * thin), (mx + nx * full, my + ny * full), (bx + nx * thin, by + ny * thin),
        (bx - nx * thin, by - ny * thin), (mx - nx * full, my - ny * full), (ax - nx * thin, ay - ny * thin)))


def circle(x: float, y: float, radius: float, seed: int, points: int = 24) -> numpy.ndarray:
    """A ring as drawn in one go: nearly round."""
    turn = numpy.linspace(0, 2 * math.pi, points, endpoint=False)
    far = radius * (1 + 0.035 * wander(seed, turn * 4, 4.0) * numpy.sin(turn / 2))
    return numpy.column_stack((x + far * numpy.cos(turn), y + far * numpy.sin(turn)))


__all__ = ["circle", "dash", "hairline", "seed_of", "stroke"]
