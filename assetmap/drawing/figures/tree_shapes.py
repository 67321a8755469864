"""What a tree looks like: a few sorts, each drawn in two or three marks."""

import math

import numpy

from ..pen.hand import Dice
from ..pen.marks import Mark

SORTS = ("round", "round", "round", "oval", "cloud", "open")
LEAVES = ("leaf-1", "leaf-2", "leaf-3", "leaf-1", "leaf-4", "leaf-2", "leaf-5", "leaf-1")


def tree(x: float, y: float, radius: float, sort: str, dice: Dice, pen: float) -> list[Mark]:
    """A tree whose foot stands at (x, y), its crown of so many millimetres above it."""
    if sort == "poplar":
        return _poplar(x, y, radius, dice, pen)
    if sort == "fir":
        return _fir(x, y, radius, dice, pen)
    return _broad(x, y, radius, sort, dice, pen)


def bush(x: float, y: float, radius: float, dice: Dice, pen: float) -> list[Mark]:
    """A low round bush, without a trunk."""
    crown = _crown(x, y - radius * 0.65, radius * 1.15, radius * 0.85, 7, dice, 0.12)
    marks = [Mark((crown,), dice.one_of(LEAVES), "ink", pen, smooth=True)]
    return [*marks, _shade(x, y - radius * 0.65, radius, radius * 0.8, dice, pen)] if radius > 0.6 else marks


def _broad(x: float, y: float, radius: float, sort: str, dice: Dice, pen: float) -> list[Mark]:
    trunk = radius * dice.between(0.45, 0.7)
    wide, high = radius * dice.between(0.92, 1.1), radius * (1.18 if sort == "oval" else dice.between(0.9, 1.05))
    middle = y - trunk - high * 0.82
    lean = dice.between(-0.12, 0.12) * radius
    bumps = 10 if sort == "cloud" else 7 if radius > 0.8 else 6
    crown = _crown(x + lean, middle, wide, high, bumps, dice, 0.13 if sort == "cloud" else 0.085)
    marks = [_trunk(x, y, trunk + high * 0.35, lean, radius, pen),
             Mark((crown,), dice.one_of(LEAVES), "ink", pen, smooth=True)]
    if radius > 0.55:
        marks.append(_shade(x + lean, middle, wide, high, dice, pen))
    return marks


def _poplar(x: float, y: float, radius: float, dice: Dice, pen: float) -> list[Mark]:
    high = radius * 1.9
    crown = _crown(x, y - radius * 0.4 - high * 0.9, radius * 0.62, high, 9, dice, 0.06)
    return [_trunk(x, y, radius * 0.6, 0.0, radius * 0.8, pen), Mark((crown,), "leaf-2", "ink", pen, smooth=True),
            _shade(x, y - radius * 0.4 - high * 0.7, radius * 0.6, high * 0.8, dice, pen)]


def _fir(x: float, y: float, radius: float, dice: Dice, pen: float) -> list[Mark]:
    """Three skirts of branches."""
    top = y - radius * 2.9
    left, right = [], []
    for skirt in range(3):
        low = top + radius * (0.95 + 0.78 * skirt)
        wide = radius * (0.42 + 0.22 * skirt) * dice.between(0.92, 1.08)
        left += [(x - wide, low), (x - wide * 0.45, low - radius * 0.1)]
        right += [(x + wide, low), (x + wide * 0.45, low - radius * 0.1)]
    outline = numpy.array([(x, top), *left[:-1], *reversed(right[:-1])])
    return [_trunk(x, y, radius * 0.5, 0.0, radius * 0.8, pen), Mark((outline,), "leaf-2", "ink", pen)]


def _crown(x: float, y: float, wide: float, high: float, bumps: int, dice: Dice, deep: float = 0.085) -> numpy.ndarray:
    """A round with bumps, as a control polygon for a smooth edge."""
    turn = numpy.linspace(0, 2 * math.pi, bumps * 3, endpoint=False)
    start = dice.between(0, 6)
    far = 1 + deep * numpy.abs(numpy.sin((turn + start) * bumps / 2)) * 2 - deep
    far = far * (1 + 0.05 * numpy.sin(turn * 2 + start * 3))
    return numpy.column_stack((x + wide * far * numpy.cos(turn), y + high * far * numpy.sin(turn)))


def _trunk(x: float, y: float, tall: float, lean: float, radius: float, pen: float) -> Mark:
    half = max(0.07, radius * 0.11)
    top = x + lean * 0.6
    outline = numpy.array(((x - half * 1.5, y), (top - half * 0.8, y - tall), (top + half * 0.8, y - tall),
                           (x + half * 1.5, y)))
    return Mark((outline,), "trunk", "ink", pen * 0.85, closed=False, detail=1)


def _shade(x: float, y: float, wide: float, high: float, dice: Dice, pen: float) -> Mark:
    """Two or three small arcs low on the right, where the light does not come."""
    arcs = []
    for k in range(2 + int(dice.between(0, 1.6))):
        start = dice.between(0.1, 0.5) + k * 0.55
        turn = numpy.linspace(start, start + dice.between(0.5, 0.85), 4)
        far = 0.66 - 0.17 * (k % 2) - 0.05 * k
        arcs.append(numpy.column_stack((x + wide * far * numpy.cos(turn), y + high * far * numpy.sin(turn))))
    return Mark(tuple(arcs), line="green-line", width=pen * 0.9, closed=False, smooth=True, detail=1)
