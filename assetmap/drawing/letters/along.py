"""Letters along a line: the name of a street in its bend, a river's in its water, a thread's beside it."""

import math
from collections.abc import Iterable

import numpy

from ..pen.hand import Dice
from ..pen.marks import Mark
from .clusters import cleaned
from .faces import CAPITAL, ROLES
from .outlines import Path, path_of
from .written import pieces


def along(text: str, points, role: str, size: float, *, ink: str = "ink", seed: object = "", language: str = "",
          off: float = 0.0, tracking: float = 0.0) -> list[Mark]:
    """Text in the middle of a line (points in millimetres, either way round: it reads from left to right).

    Capitals stand with their middle on the line; `off` moves them that many millimetres down (or to the right of what
    climbs). `tracking` is more air between the letters, in millimetres.
    """
    text = " ".join(cleaned(text).split())
    line, far = _measured(upright(points))
    if line is None or not text:
        return []
    paths = list(_laid(text, line, far, role, size, Dice("along", seed, text), language, off, tracking))
    drawn = "".join([f"M{x} {y}{steps}" for x, y, steps in paths])
    return [Mark(fill=ink, d=drawn)] if drawn else []


def upright(points) -> numpy.ndarray:
    """The line in the direction in which one reads: to the right, and what stands upright upwards."""
    line = numpy.asarray(points, float)
    right, down = line[-1] - line[0]
    steep = abs(right) < 0.14 * abs(down)
    return line[::-1] if (down > 0 if steep else right < 0) else line


def _laid(text: str, line: numpy.ndarray, far: numpy.ndarray, role: str, size: float, dice: Dice, language: str,
          off: float, tracking: float) -> Iterable[Path]:
    told = ROLES[role]
    set_pieces = pieces(text, role, language)
    count = sum(len(piece.units) for piece in set_pieces)
    length = sum(piece.width for piece in set_pieces) * size + tracking * (count - 1) - told.tracking * size
    start = (far[-1] - length) / 2
    place = 0
    for piece in set_pieces:
        for unit in piece.units:
            middle = start + (unit.x + unit.width / 2) * size + place * tracking
            reach = max(unit.width * 0.5, 0.45) * size
            (x, y), (ax, ay), (bx, by) = (_at(line, far, where) for where in (middle, middle - reach, middle + reach))
            way = math.atan2(by - ay, bx - ax)
            turn = way + dice.between(-0.04, 0.04) * told.unrest
            sized = size * (1 + dice.between(-0.03, 0.03) * told.unrest)
            down = (CAPITAL / 2 + dice.between(-0.025, 0.025) * told.unrest) * size + off
            cosine, sine = math.cos(way), math.sin(way)
            for glyph in unit.glyphs:
                right, drop = (glyph.x - unit.width / 2) * size, glyph.y * size + down
                left, top, steps = path_of(glyph.face, glyph.number, sized, turn, told.slant)
                if steps:
                    yield (left + round(100 * (x + right * cosine - drop * sine)),
                           top + round(100 * (y + right * sine + drop * cosine)), steps)
            place += 1
        start += piece.width * size


def _at(line: numpy.ndarray, far: numpy.ndarray, where: float) -> tuple[float, float]:
    """The point so far along the line, straight on beyond its ends."""
    if where < 0 or where > far[-1]:
        end, inner, beyond = (line[0], line[1], -where) if where < 0 else (line[-1], line[-2], where - far[-1])
        way = end - inner
        return tuple(end + way / math.hypot(*way) * beyond)
    return float(numpy.interp(where, far, line[:, 0])), float(numpy.interp(where, far, line[:, 1]))


def _measured(line: numpy.ndarray):
    lengths = numpy.hypot(*numpy.diff(line, axis=0).T) if len(line) > 1 else numpy.zeros(0)
    keep = numpy.concatenate(((True,), lengths > 1e-6))
    line, lengths = line[keep], lengths[lengths > 1e-6]
    if len(line) < 2:
        return None, None
    return line, numpy.concatenate(((0.0,), numpy.cumsum(lengths)))
