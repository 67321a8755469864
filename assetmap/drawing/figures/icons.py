"""The signs of the seven kinds as the pen draws them: the same shapes and signs as on the screen."""

import re
from functools import lru_cache

import numpy

from ...domain.kind import KINDS, Kind
from ...folders import STATIC
from ..pen.hand import Dice, seed_of
from ..pen.marks import Mark
from ..pen.strokes import stroke
from ..pen.styles import Style

_SIGN = 0.56
"""How much of the shape's width the sign takes."""

_TURN = numpy.linspace(0, 2 * numpy.pi, 44, endpoint=False)
SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": tuple(zip(numpy.cos(_TURN).tolist(), numpy.sin(_TURN).tolist(), strict=True)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "hexagon": ((-1.02, 0.0), (-0.52, -0.92), (0.52, -0.92), (1.02, 0.0), (0.52, 0.92), (-0.52, 0.92)),
    "house": ((-0.92, -0.3), (0.0, -1.16), (0.92, -0.3), (0.92, 0.94), (-0.92, 0.94)),
    "diamond": ((-1.2, 0.0), (0.0, -1.2), (1.2, 0.0), (0.0, 1.2)),
    "bubble": (),
    "frame": ((-1.05, -0.86), (1.05, -0.86), (1.05, 0.86), (-1.05, 0.86)),
}
"""Outlines for a radius of 1; corners are kept but for those of round shapes."""
_ROUND = frozenset({"circle", "bubble"})


def icon(kind: str, x: float, y: float, size: float, seed: object = "", style: Style | None = None) -> list[Mark]:
    """The icon of a kind of asset with its middle at (x, y), about `size` millimetres across.

    Raises ValueError for what is no kind. `style` may leave out the colour ("blots").
    """
    facts = KINDS[Kind(kind)]
    dice = Dice("icon", kind, seed)
    edge = outline(facts.shape) * (size / 2) + (x, y)
    pen = 0.07 + 0.029 * size
    marks = [Mark((edge,), fill="paper")]
    if style is None or "blots" not in style.without:
        beside = numpy.array((dice.between(-0.05, 0.05), dice.between(-0.02, 0.06))) * size
        blot = (edge - (x, y)) * dice.between(0.93, 1.0) + (x, y) + beside
        marks += [Mark((edge,), fill=f"kind-{kind}", strength=0.26, smooth=True),
                  Mark((blot,), fill=f"kind-{kind}", strength=0.24, smooth=True)]
    marks += stroke(_closed(edge, dice), seed_of(kind, seed), pen, amount=0.012 * size, taper=0.7)
    if facts.shape == "frame":
        inner = (edge - (x, y)) * 0.86 + (x, y)
        marks += stroke(_closed(inner, dice), seed_of(kind, seed, 1), pen * 0.5, amount=0.008 * size, taper=0.7)
    return marks + sign(kind, x, y, size * _SIGN, seed, pen * 0.9)


def sign(kind: str, x: float, y: float, size: float, seed: object = "", pen: float = 0.25,
         ink: str = "ink") -> list[Mark]:
    """Only the sign of a kind, `size` millimetres wide, drawn with a pen of that width."""
    marks: list[Mark] = []
    for number, line in enumerate(_strokes(kind)):
        marks += stroke(line * size + (x, y), seed_of("sign", kind, seed, number), pen, amount=0.012 * size,
                        taper=0.65, ink=ink)
    return marks


@lru_cache(maxsize=16)
def outline(shape: str) -> numpy.ndarray:
    """The outline of a kind's shape for a radius of 1, round its middle."""
    if shape == "bubble":
        turn = numpy.linspace(2.35, 2.35 + 2 * numpy.pi * 0.93, 44)
        round_ = numpy.column_stack((1.08 * numpy.cos(turn), 0.92 * numpy.sin(turn) - 0.06))
        return numpy.concatenate((round_, ((-0.8, 1.18),)))
    points = numpy.array(SHAPES[shape])
    if shape in _ROUND:
        return points
    # More points along the sides, so that the hand wanders and the paint still has its corners.
    sides = [
        start + (end - start) * numpy.array((0.0, 0.02, 0.3, 0.5, 0.7, 0.98))[:, None]
        for start, end in zip(points, numpy.roll(points, -1, axis=0), strict=True)]
    return numpy.concatenate(sides)


def _closed(edge: numpy.ndarray, dice: Dice) -> numpy.ndarray:
    """Once round and a little further, as a hand closes a shape, starting anywhere."""
    edge = numpy.roll(edge, -int(dice.between(0, len(edge))), axis=0)
    return numpy.concatenate((edge, edge[:2]))


@lru_cache(maxsize=16)
def _strokes(kind: str) -> tuple[numpy.ndarray, ...]:
    """The lines of static/icons/kind-<name>.svg, for a width of 1, round their middle."""
    text = (STATIC / "icons" / f"kind-{Kind(kind)}.svg").read_text("utf-8")
    return tuple(
        (numpy.array(line) - 12) / 19 for path in re.findall(r'<path[^>]* d="([^"]*)"', text) for line in _lines(path))


def _lines(path: str) -> list[list[tuple[float, float]]]:
    """Path data of our own icons (M, L, C, Q, Z, all absolute) as lines of many points."""
    lines: list[list[tuple[float, float]]] = []
    for command, told in re.findall(r"([MLCQZ])([^MLCQZ]*)", path):
        numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+", told)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            lines.append(points)
        elif command == "L":
            lines[-1] += points
        elif command == "Z":
            lines[-1].append(lines[-1][0])
        else:
            count = 2 if command == "Q" else 3
            for place in range(0, len(points), count):
                lines[-1] += _bent([lines[-1][-1], *points[place:place + count]])
    return lines


def _bent(controls: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A Bézier curve's points after its first, by De Casteljau's construction."""
    found = []
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        points = numpy.array(controls)
        while len(points) > 1:
            points = points[:-1] * (1 - share) + points[1:] * share
        found.append(tuple(points[0].tolist()))
    return found
