"""Hair, hats and headscarves: one function for each style, all called in the same way."""

import math
from collections.abc import Callable

from . import curves, ink, palette
from .look import Look
from .paper import Sheet
from .part import part
from .wash import cut, wash

Hair = Callable[[Sheet, Look, float, float, float, float, float], None]


def _cap(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float, low: float = 0.0) -> None:
    """Hair over the top and the back of the head, with a fringe in strands; the parting shifts with the face."""
    fringe, strands = [], 5
    for step in range(strands + 1):
        share = step / strands
        across = x + r * (0.8 - 1.6 * share) + turn * r * 0.2
        brow = y - r * (0.34 + 0.26 * math.sin(math.pi * share))
        fringe += [(across, brow - r * 0.1), (across - r * 0.12, brow + r * 0.06 * sheet.random.uniform(0.2, 1.6))]
    shape = curves.smooth(
        [
            (x - r * 0.98, y + r * (low + 0.16 * (turn + 1))),
            (x - r * 1.06, y - r * 0.34),
            (x - r * 0.74, y - r * 0.94),
            (x - r * 0.1, y - r * 1.2),
            (x + r * 0.62, y - r * 1.02),
            (x + r * 1.04, y - r * 0.4),
            (x + r * 0.98, y + r * (low + 0.16 * (1 - turn))),
            *fringe,
        ],
        4,
        closed=True,
    )
    part(sheet, shape, look.hair_colour, pen)
    if r > 16:
        for step in range(4):
            share = (step + 0.5) / 4
            ink.line(
                sheet,
                [
                    (x - turn * r * 0.4, y - r * 1.02),
                    (x + r * (0.9 - 1.8 * share) * 0.72, y - r * 0.86),
                    (x + r * (0.9 - 1.8 * share), y - r * 0.5),
                ],
                pen * 0.5,
            )


def _short(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    _cap(sheet, look, x, y, r, turn, pen)
    tuft = [(x - turn * r * 0.4, y - r * 1.08), (x - turn * r * 0.5, y - r * 1.3), (x - turn * r * 0.2, y - r * 1.36)]
    ink.line(sheet, tuft, pen * 0.8)


def _long(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    _cap(sheet, look, x, y, r, turn, pen, 0.5)


def _bun(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    knot = curves.ellipse(x - turn * r * 0.62, y - r * 1.16, r * 0.42, r * 0.36)
    part(sheet, knot, look.hair_colour, pen)
    ink.line(sheet, curves.ellipse(x - turn * r * 0.62, y - r * 1.16, r * 0.22, r * 0.18, 40, 320), pen * 0.6)
    _cap(sheet, look, x, y, r, turn, pen)


def _curly(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float, puff: float = 1.0) -> None:
    curls = []
    count = 9
    for step in range(count + 1):
        angle = math.radians(168 + step * 204 / count)
        near = (x - turn * r * 0.14 + r * puff * math.cos(angle), y - r * 0.02 + r * puff * math.sin(angle))
        bump = math.pi * r * puff * 1.14 / count * 0.72
        start = math.degrees(angle) - 80
        curls += curves.ellipse(*near, bump, bump, start, start + 160)
    brow = [
        (x + r * 0.82 + turn * r * 0.16, y - r * 0.3),
        (x + r * 0.4 + turn * r * 0.3, y - r * 0.56),
        (x - r * 0.2 + turn * r * 0.3, y - r * 0.5),
        (x - r * 0.82 + turn * r * 0.16, y - r * 0.3),
    ]
    part(sheet, curves.divide([*curls, *brow], 4), look.hair_colour, pen)
    for _ in range(int(8 * puff * puff)):
        angle, far = sheet.random.uniform(math.pi * 1.1, math.pi * 1.9), r * puff * sheet.random.uniform(0.7, 1.05)
        ink.line(
            sheet,
            curves.ellipse(
                x - turn * r * 0.14 + far * math.cos(angle), y + far * math.sin(angle), r * 0.13, r * 0.12, 20, 300
            ),
            pen * 0.5,
        )


def _afro(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    _curly(sheet, look, x, y, r, turn, pen, 1.26)


def _bald(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    for side in (-1, 1):
        if side * turn < 0.4:
            tuft = curves.smooth(
                [
                    (x + side * r * 0.8, y - r * 0.4),
                    (x + side * r * 1.14, y - r * 0.2),
                    (x + side * r * 1.04, y + r * 0.26),
                    (x + side * r * 0.8, y + r * 0.02),
                ],
                4,
                closed=True,
            )
            part(sheet, tuft, look.hair_colour, pen * 0.8)
    ink.line(sheet, curves.ellipse(x + r * 0.3, y - r * 0.6, r * 0.2, r * 0.14, 190, 300), pen * 0.6)
    for step in (-1, 0, 1):
        ink.line(sheet, [(x + step * r * 0.1, y - r * 1.0), (x + step * r * 0.2 - r * 0.1, y - r * 1.26)], pen * 0.5)


def _hijab(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    hood = curves.ellipse(x - turn * r * 0.12, y - r * 0.02, r * 1.12, r * 1.2, 122, 418)
    opening = curves.ellipse(x + turn * r * 0.2, y + r * 0.1, r * 0.74, r * 0.84, 410, 130)
    shape = [*hood, *opening]
    cut(sheet, shape)
    wash(sheet, curves.moved(shape, 1, 1), look.accent, 0.92, loose=1, layers=1, edge=0.8)
    ink.line(sheet, hood, pen, wobble=0.5)
    ink.line(sheet, opening, pen * 0.8, wobble=0.3)
    drape = curves.smooth(
        [
            (x - r * 0.94, y + r * 0.62),
            (x + turn * r * 0.1, y + r * 1.0),
            (x + r * 0.94, y + r * 0.62),
            (x + r * 1.06, y + r * 1.3),
            (x + r * 0.2, y + r * 1.9),
            (x - r * 1.0, y + r * 1.4),
        ],
        5,
        closed=True,
    )
    part(sheet, drape, look.accent, pen)
    ink.line(sheet, [(x - r * 0.6, y + r * 0.92), (x - r * 0.1, y + r * 1.36), (x + r * 0.5, y + r * 1.5)], pen * 0.6)
    ink.line(sheet, [(x - r * 0.7, y - r * 0.7), (x - r * 0.86, y - r * 0.2), (x - r * 0.8, y + r * 0.3)], pen * 0.5)


def _beanie(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    dome = curves.smooth(
        [
            (x - r * 1.04, y - r * 0.3),
            (x - r * 0.9, y - r * 1.0),
            (x, y - r * 1.4),
            (x + r * 0.9, y - r * 1.0),
            (x + r * 1.04, y - r * 0.3),
            (x, y - r * 0.44),
        ],
        4,
        closed=True,
    )
    part(sheet, dome, look.accent, pen)
    ink.hatch(sheet, dome, r * 0.26, 90, pen * 0.5, keep=0.9)
    part(
        sheet,
        curves.tube(
            [(x - r * 1.04, y - r * 0.28), (x, y - r * 0.44), (x + r * 1.04, y - r * 0.28)],
            (r * 0.34, r * 0.36, r * 0.34),
        ),
        look.accent,
        pen,
    )
    part(sheet, curves.blob(x, y - r * 1.5, r * 0.26, r * 0.24, sheet.random, 7), palette.CREAM, pen * 0.9)


def _flatcap(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    _cap(sheet, look, x, y, r, turn, pen)
    side = 1 if turn >= 0 else -1
    shape = curves.smooth(
        [
            (x - side * r * 1.08, y - r * 0.46),
            (x - side * r * 0.7, y - r * 1.16),
            (x + side * r * 0.4, y - r * 1.22),
            (x + side * r * 1.1, y - r * 0.7),
            (x + side * r * 1.44, y - r * 0.46),
            (x + side * r * 0.5, y - r * 0.52),
        ],
        4,
        closed=True,
    )
    part(sheet, shape, look.accent, pen)
    ink.hatch(sheet, shape, r * 0.24, 60, pen * 0.45, keep=0.7)


def _strawhat(sheet: Sheet, look: Look, x: float, y: float, r: float, turn: float, pen: float) -> None:
    _cap(sheet, look, x, y, r, turn, pen)
    part(sheet, curves.ellipse(x, y - r * 0.5, r * 1.66, r * 0.34, turn=-4), palette.SUN, pen)
    crown = curves.smooth(
        [
            (x - r * 0.86, y - r * 0.58),
            (x - r * 0.74, y - r * 1.24),
            (x, y - r * 1.42),
            (x + r * 0.74, y - r * 1.24),
            (x + r * 0.86, y - r * 0.58),
            (x, y - r * 0.44),
        ],
        4,
        closed=True,
    )
    part(sheet, crown, palette.SUN, pen)
    ink.hatch(sheet, crown, r * 0.22, 8, pen * 0.45, keep=0.7)
    ink.line(
        sheet,
        [(x - r * 0.86, y - r * 0.68), (x, y - r * 0.54), (x + r * 0.86, y - r * 0.68)],
        pen * 2,
        look.accent,
        taper=0.1,
    )


HAIR: dict[str, Hair] = {
    "short": _short,
    "long": _long,
    "bun": _bun,
    "curly": _curly,
    "afro": _afro,
    "bald": _bald,
    "hijab": _hijab,
    "beanie": _beanie,
    "flatcap": _flatcap,
    "strawhat": _strawhat,
    "braids": _long,
}
