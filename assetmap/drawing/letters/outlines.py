"""The outlines of glyphs as SVG path data in hundredths of a millimetre, turned and sized by the hand."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy
import uharfbuzz

from .faces import Face

Path = tuple[int, int, str]
"""Where the pen goes down, from the glyph's place on the baseline, and the steps from there (relative path data)."""


@dataclass(frozen=True, slots=True)
class Outline:
    """`points` (n, 2) for size 1, y down; `from_where`: the point from which each step is counted; `steps`: the
    path data with %d for each number, after the first point."""

    points: numpy.ndarray
    from_where: numpy.ndarray
    steps: str


@lru_cache(maxsize=40_000)
def path_of(face: Face | None, number: int, size: float, turn: float = 0.0, slant: float = 0.0) -> Path:
    """A glyph for a size in millimetres, turned by radians clockwise and leaning over. Steps are "" for a space."""
    outline = _outline(face, number)
    if outline is None:
        return 0, 0, ""
    cosine, sine = math.cos(turn) * size * 100, math.sin(turn) * size * 100
    turned = outline.points @ numpy.array(((cosine, sine), (-sine - slant * cosine, cosine - slant * sine)))
    at = numpy.rint(turned).astype(int)
    steps = at[1:] - at[outline.from_where[1:]]
    return int(at[0, 0]), int(at[0, 1]), (outline.steps % tuple(steps.ravel().tolist())).replace(" -", "-")


@lru_cache(maxsize=10_000)
def _outline(face: Face | None, number: int) -> Outline | None:
    if face is None:
        return _dot()
    draft = _Draft(face.scale)
    _PEN.draw(face.font, number, draft)
    return draft.outline()


class _Draft:
    """Collects what HarfBuzz draws."""

    def __init__(self, scale: float):
        self.scale = scale
        self.points: list[tuple[float, float]] = []
        self.before: list[int] = []
        self.steps: list[str] = []
        self.first = 0

    def down(self, x: float, y: float) -> None:
        self._add(self.first, (x, y))
        self.first = len(self.points) - 1
        self.steps.append("m%d %d" if self.first else "")

    def step(self, letter: str, *numbers: float) -> None:
        here = len(self.points) - 1
        for place in range(0, len(numbers), 2):
            self._add(here, numbers[place:place + 2])
        self.steps.append(letter + " ".join(["%d"] * len(numbers)))

    def close(self) -> None:
        self.steps.append("z")

    def outline(self) -> Outline | None:
        if len(self.points) < 3:
            return None
        points = numpy.array(self.points) * (self.scale, -self.scale)
        return Outline(points, numpy.array(self.before), "".join(self.steps))

    def _add(self, before: int, point) -> None:
        self.before.append(before)
        self.points.append(tuple(point))


class _Pen:
    """HarfBuzz's way of handing an outline over."""

    def __init__(self) -> None:
        self._functions = uharfbuzz.DrawFuncs()
        self._functions.set_move_to_func(lambda x, y, draft: draft.down(x, y))
        self._functions.set_line_to_func(lambda x, y, draft: draft.step("l", x, y))
        self._functions.set_quadratic_to_func(lambda a, b, x, y, draft: draft.step("q", a, b, x, y))
        self._functions.set_cubic_to_func(lambda a, b, c, d, x, y, draft: draft.step("c", a, b, c, d, x, y))
        self._functions.set_close_path_func(lambda draft: draft.close())

    def draw(self, font: uharfbuzz.Font, number: int, draft: _Draft) -> None:
        font.draw_glyph(number, self._functions, draft)


_PEN = _Pen()


def _dot() -> Outline:
    draft = _Draft(1.0)
    draft.down(0.15, 0.17)
    for pull, end in (((0.23, 0.18), (0.23, 0.25)), ((0.22, 0.33), (0.14, 0.33)), ((0.07, 0.32), (0.07, 0.24)),
                      ((0.08, 0.17), (0.15, 0.17))):
        draft.step("q", *pull, *end)
    draft.close()
    return draft.outline()
