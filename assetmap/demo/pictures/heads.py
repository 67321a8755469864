"""Heads: neck, ears, face, and what hangs behind. Hair and hats are in hair.py."""

from . import curves, ink, palette
from .curves import Point
from .hair import HAIR
from .look import Look
from .paper import Sheet
from .part import part
from .wash import wash


def head(
    sheet: Sheet,
    look: Look,
    middle: Point,
    r: float,
    shoulder: Point,
    facing: int,
    turn: float,
    nod: float,
    glad: float,
    pen: float,
) -> None:
    """A head with radius `r`. `turn` 1 looks to where the body faces, 0 to us; `nod` 1 looks down."""
    x, y = middle
    skin = palette.SKINS[look.skin]
    side = facing * turn
    if look.hair != "hijab" and "scarf" not in look.wears:
        neck = curves.tube(
            [(shoulder[0], shoulder[1] + r * 0.05), (x - side * r * 0.1, y + r * 0.6)], (r * 0.72, r * 0.62)
        )
        part(sheet, neck, skin, pen * 0.8, shade=True)
    if look.hair not in ("hijab", "long", "beanie", "braids"):
        for ear in (-1, 1):
            if ear * side < 0.5:
                part(
                    sheet,
                    curves.ellipse(x + ear * r * 0.92 - side * r * 0.34, y + r * 0.12, r * 0.17, r * 0.24),
                    skin,
                    pen * 0.8,
                )
    part(sheet, _face_outline(x, y, r, side), skin, pen)
    _face(sheet, look, x + side * r * 0.27, y + nod * r * 0.24, r, side, glad, pen)
    HAIR[look.hair](sheet, look, x, y, r, side, pen)


def behind(sheet: Sheet, look: Look, middle: Point, r: float, turn: float, pen: float) -> None:
    """What hangs behind the head and is drawn before the body: long hair, plaits, the fall of a headscarf."""
    if look.hair not in ("long", "hijab", "braids"):
        return
    x, y = middle
    colour = look.accent if look.hair == "hijab" else look.hair_colour
    back = x - turn * r * 0.34
    low = {"long": 1.9, "hijab": 1.6, "braids": 0.7}[look.hair]
    shape = curves.smooth(
        [
            (back, y - r * 1.08),
            (back + r * 1.02, y - r * 0.2),
            (back + r * 0.98, y + r * low * 0.8),
            (back, y + r * low),
            (back - r * 1.04, y + r * low * 0.86),
            (back - r * 1.02, y - r * 0.2),
        ],
        5,
        closed=True,
    )
    part(sheet, shape, colour, pen)
    if look.hair == "long":
        ink.hatch(sheet, shape, r * 0.3, 84, pen * 0.5, keep=0.6)
    if look.hair == "braids":
        for side in (-1, 1):
            plait = [
                (x + side * r * 0.86, y + r * 0.3),
                (x + side * r * 1.3, y + r * 1.0),
                (x + side * r * 1.35, y + r * 1.7),
            ]
            part(sheet, curves.tube(plait, (r * 0.4, r * 0.44, r * 0.16)), colour, pen * 0.9)
            ink.dot(sheet, plait[2][0], plait[2][1], r * 0.3, look.accent)


def _face_outline(x: float, y: float, r: float, side: float) -> list[Point]:
    """An egg with the chin to where they look."""
    chin = side * r * 0.16
    return curves.smooth(
        [
            (x, y - r * 1.02),
            (x + r * 0.72, y - r * 0.7),
            (x + r * 0.95, y),
            (x + r * 0.72 + chin * 0.6, y + r * 0.68),
            (x + chin, y + r * 1.06),
            (x - r * 0.72 + chin * 0.6, y + r * 0.68),
            (x - r * 0.95, y),
            (x - r * 0.72, y - r * 0.7),
        ],
        4,
        closed=True,
    )


def _face(sheet: Sheet, look: Look, x: float, y: float, r: float, side: float, glad: float, pen: float) -> None:
    narrow = 1 - 0.22 * abs(side)
    nose = 1 if side >= 0 else -1
    for cheek in (-1, 1):
        if r > 14:
            wash(
                sheet,
                curves.ellipse(x + cheek * r * 0.46 * narrow, y + r * 0.36, r * 0.2, r * 0.16),
                palette.ROSE,
                0.75,
                loose=1,
                soft=r * 0.14,
                layers=1,
            )
    for eye in (-1, 1):
        ink.dot(sheet, x + eye * r * 0.32 * narrow, y - r * 0.04, max(1.6, r * 0.13))
        if r > 14:
            ink.line(
                sheet,
                [
                    (x + (eye * 0.46) * r * narrow, y - r * 0.26),
                    (x + eye * r * 0.32 * narrow, y - r * 0.34),
                    (x + eye * r * 0.18 * narrow, y - r * 0.29),
                ],
                pen * 0.7,
            )
    bridge = [
        (x + nose * r * 0.05, y - r * 0.02),
        (x + nose * r * 0.17, y + r * 0.18),
        (x + nose * r * 0.26, y + r * 0.29),
        (x + nose * r * 0.06, y + r * 0.33),
    ]
    ink.line(sheet, bridge, pen * 0.85, wobble=0.3)
    mouth = y + r * 0.56
    if "beard" in look.wears:
        beard = curves.smooth(
            [
                (x - r * 0.72 * narrow, y + r * 0.16),
                (x - r * 0.62 * narrow, y + r * 0.74),
                (x, y + r * 1.2),
                (x + r * 0.62 * narrow, y + r * 0.74),
                (x + r * 0.72 * narrow, y + r * 0.16),
                (x + r * 0.32, y + r * 0.44),
                (x, y + r * 0.38),
                (x - r * 0.32, y + r * 0.44),
            ],
            4,
            closed=True,
        )
        part(sheet, beard, look.hair_colour, pen * 0.8)
        ink.hatch(sheet, beard, r * 0.2, 80, pen * 0.45, keep=0.6)
    if "moustache" in look.wears:
        tash = curves.smooth(
            [
                (x - r * 0.46, y + r * 0.54),
                (x - r * 0.16, y + r * 0.38),
                (x + r * 0.16, y + r * 0.38),
                (x + r * 0.46, y + r * 0.54),
                (x, y + r * 0.5),
            ],
            3,
            closed=True,
        )
        part(sheet, tash, look.hair_colour, pen * 0.7)
        mouth += r * 0.08
    bow = 0.13 * glad
    smile = [
        (x + r * across * narrow, mouth + r * bow * (0.9 - 1.5 * (across / 0.27) ** 2))
        for across in (-0.26, -0.15, 0.0, 0.15, 0.27)
    ]
    ink.line(sheet, smile, pen * 0.9, wobble=0.2)
    if "glasses" in look.wears:
        for eye in (-1, 1):
            ink.line(
                sheet,
                curves.ellipse(x + eye * r * 0.33 * narrow, y - r * 0.03, r * 0.25, r * 0.23)[:-1],
                pen * 0.7,
                closed=True,
                wobble=0.3,
            )
        ink.line(sheet, [(x - r * 0.09, y - r * 0.06), (x + r * 0.09, y - r * 0.06)], pen * 0.7)
