"""The other neighbours: dogs, cats, ducks, a hen, and the heron that stands somewhere in every picture."""

from . import curves, ink, palette
from .curves import Point
from .palette import Colour
from .paper import Sheet
from .part import part


def _placed(points: list[Point], x: float, y: float, size: float, facing: int) -> list[Point]:
    return curves.moved([(px * size, py * size) for px, py in points], x, y, mirror=facing < 0)


def heron(sheet: Sheet, x: float, y: float, tall: float, facing: int = 1) -> None:
    """A grey heron standing with its feet at (x, y), thinking about fish."""
    pen = ink.NIB * min(1.0, max(0.5, tall / 220))

    def at(points: list[Point]) -> list[Point]:
        return _placed(points, x, y, tall, facing)

    for foot in (-0.03, 0.05):
        ink.line(sheet, at([(foot, -0.34), (foot + 0.012, -0.17), (foot, 0)]), pen, palette.DARK)
        ink.line(sheet, at([(foot - 0.03, 0.005), (foot, 0), (foot + 0.07, 0.008)]), pen * 0.9)
    body = at([(-0.26, -0.3), (-0.16, -0.5), (0.02, -0.6), (0.13, -0.54), (0.1, -0.4), (-0.04, -0.32), (-0.16, -0.29)])
    part(sheet, curves.smooth(body, 3, closed=True), palette.SLATE, pen)
    neck = at([(0.07, -0.5), (0.15, -0.6), (0.1, -0.72), (0.02, -0.82), (0.08, -0.93)])
    part(
        sheet, curves.tube(neck, (tall * 0.1, tall * 0.07, tall * 0.055, tall * 0.055, tall * 0.06)), palette.STONE, pen
    )
    skull = at([(0.03, -0.92), (0.06, -0.98), (0.13, -0.98), (0.17, -0.94), (0.1, -0.9)])
    part(sheet, curves.smooth(skull, 2, closed=True), palette.PAPER, pen)
    part(sheet, at([(0.15, -0.965), (0.36, -0.925), (0.15, -0.918)]), palette.OCHRE, pen * 0.9)
    ink.line(sheet, at([(0.08, -0.97), (-0.02, -0.96), (-0.12, -0.9)]), pen * 1.3)
    ink.dot(sheet, *at([(0.115, -0.95)])[0], max(1.6, tall * 0.016))
    ink.line(sheet, at([(-0.2, -0.33), (-0.08, -0.42), (0.04, -0.47)]), pen * 0.8)
    ink.line(sheet, at([(0.1, -0.47), (0.12, -0.4), (0.11, -0.36)]), pen * 0.8)


def duck(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    facing: int = 1,
    colour: Colour = palette.BARK,
    cap: Colour = palette.PINE,
) -> None:
    """A duck on the water; y is the waterline."""

    def at(points: list[Point]) -> list[Point]:
        return _placed(points, x, y, size, facing)

    pen = max(1.3, ink.NIB * min(1, size / 60))
    part(
        sheet,
        curves.smooth(
            at([(-0.55, -0.2), (-0.3, -0.3), (0.1, -0.28), (0.36, -0.2), (0.4, 0), (-0.36, 0.02)]), 3, closed=True
        ),
        colour,
        pen,
    )
    part(
        sheet,
        curves.smooth(
            at([(0.18, -0.22), (0.24, -0.52), (0.4, -0.6), (0.52, -0.48), (0.42, -0.34), (0.4, -0.14)]), 3, closed=True
        ),
        cap,
        pen,
    )
    part(sheet, at([(0.5, -0.5), (0.7, -0.44), (0.5, -0.4)]), palette.OCHRE, pen * 0.8)
    ink.dot(sheet, *at([(0.4, -0.5)])[0], max(1.6, size * 0.05))
    ink.line(sheet, at([(-0.3, -0.16), (-0.05, -0.1), (0.14, -0.18)]), pen * 0.7)
    ink.line(sheet, at([(-0.7, 0.08), (-0.2, 0.06), (0.2, 0.1), (0.6, 0.06)]), pen * 0.6)


def dog(
    sheet: Sheet, x: float, y: float, size: float, facing: int = 1, colour: Colour = palette.OCHRE, sits: bool = False
) -> Point:
    """A small dog with a square beard and a straight tail; feet at y. Returns where its collar is."""

    def at(points: list[Point]) -> list[Point]:
        return _placed(points, x, y, size, facing)

    pen = ink.NIB * min(1.0, max(0.6, size / 120))
    if sits:
        part(
            sheet,
            curves.smooth(
                at([(-0.52, -0.04), (-0.72, -0.12), (-0.78, -0.3), (-0.7, -0.26), (-0.5, -0.12)]), 3, closed=True
            ),
            colour,
            pen,
        )
        part(
            sheet,
            curves.smooth(
                at(
                    [
                        (-0.42, 0),
                        (-0.46, -0.3),
                        (-0.14, -0.74),
                        (0.16, -0.8),
                        (0.2, -0.4),
                        (0.18, 0),
                        (0.04, 0.01),
                        (0.0, -0.12),
                        (-0.1, 0.0),
                    ]
                ),
                3,
                closed=True,
            ),
            colour,
            pen,
        )
        ink.line(sheet, at([(-0.36, -0.02), (-0.14, -0.06), (-0.1, -0.3), (-0.3, -0.4)]), pen * 0.8)
        ink.line(sheet, at([(0.02, -0.1), (0.04, -0.4)]), pen * 0.8)
        lift = -0.24
    else:
        for foot, shade in ((-0.34, True), (0.3, True), (-0.46, False), (0.2, False)):
            leg = at([(foot + 0.03, -0.34), (foot, -0.16), (foot + 0.02, -0.02)])
            part(sheet, curves.tube(leg, (size * 0.15, size * 0.1, size * 0.1)), colour, pen * 0.9, shade=shade)
        part(
            sheet,
            curves.tube(at([(-0.5, -0.44), (-0.64, -0.6), (-0.62, -0.8)]), (size * 0.1, size * 0.08, size * 0.04)),
            colour,
            pen,
        )
        part(
            sheet,
            curves.smooth(
                at(
                    [
                        (-0.54, -0.34),
                        (-0.5, -0.52),
                        (0.1, -0.54),
                        (0.36, -0.56),
                        (0.38, -0.3),
                        (0.1, -0.24),
                        (-0.3, -0.26),
                    ]
                ),
                4,
                closed=True,
            ),
            colour,
            pen,
        )
        ink.hatch(sheet, at([(-0.4, -0.5), (-0.1, -0.5), (-0.12, -0.36), (-0.36, -0.36)]), size * 0.08, 70, pen * 0.5)
        lift = 0.0
    skull = at(
        [
            (0.18, -0.6 + lift),
            (0.2, -0.84 + lift),
            (0.4, -0.9 + lift),
            (0.54, -0.78 + lift),
            (0.76, -0.72 + lift),
            (0.78, -0.52 + lift),
            (0.58, -0.46 + lift),
            (0.36, -0.5 + lift),
        ]
    )
    part(sheet, curves.smooth(skull, 3, closed=True), colour, pen)
    ear = at(
        [(0.2, -0.86 + lift), (0.36, -0.88 + lift), (0.34, -0.62 + lift), (0.2, -0.56 + lift), (0.12, -0.68 + lift)]
    )
    part(sheet, curves.smooth(ear, 3, closed=True), palette.BARK, pen)
    ink.dot(sheet, *at([(0.77, -0.69 + lift)])[0], size * 0.09)
    ink.dot(sheet, *at([(0.5, -0.73 + lift)])[0], max(2, size * 0.045))
    ink.line(sheet, at([(0.74, -0.58 + lift), (0.64, -0.54 + lift), (0.54, -0.56 + lift)]), pen * 0.8)
    for hair in (0.56, 0.64, 0.72):
        ink.line(sheet, at([(hair, -0.49 + lift), (hair + 0.01, -0.41 + lift)]), pen * 0.6)
    collar = at([(0.2, -0.52 + lift), (0.36, -0.5 + lift)])
    ink.line(sheet, collar, size * 0.06, palette.RED)
    return collar[1]


def cat(
    sheet: Sheet, x: float, y: float, size: float, facing: int = 1, colour: Colour = palette.GREY, loaf: bool = False
) -> None:
    """A cat, upright or as a loaf; its underside at y."""

    def at(points: list[Point]) -> list[Point]:
        return _placed(points, x, y, size, facing)

    pen = ink.NIB * min(1.0, max(0.6, size / 110))
    if loaf:
        part(
            sheet,
            curves.tube(at([(-0.5, -0.1), (-0.72, -0.06), (-0.86, -0.2)]), (size * 0.14, size * 0.13, size * 0.1)),
            colour,
            pen,
        )
        part(
            sheet,
            curves.smooth(
                at([(-0.6, 0), (-0.62, -0.26), (-0.3, -0.46), (0.2, -0.44), (0.4, -0.2), (0.38, 0)]), 4, closed=True
            ),
            colour,
            pen,
        )
        hx, hy = 0.3, -0.5
    else:
        part(
            sheet,
            curves.tube(
                at([(-0.2, -0.06), (-0.52, -0.04), (-0.6, -0.26), (-0.5, -0.4)]),
                (size * 0.13, size * 0.12, size * 0.11, size * 0.08),
            ),
            colour,
            pen,
        )
        part(
            sheet,
            curves.smooth(
                at([(-0.3, 0), (-0.32, -0.34), (-0.1, -0.66), (0.18, -0.66), (0.22, -0.3), (0.2, 0)]), 4, closed=True
            ),
            colour,
            pen,
        )
        ink.line(sheet, at([(0.04, -0.02), (0.06, -0.3)]), pen * 0.8)
        hx, hy = 0.06, -0.8
    face = at(
        [
            (hx - 0.24, hy),
            (hx - 0.24, hy - 0.34),
            (hx - 0.08, hy - 0.2),
            (hx + 0.08, hy - 0.2),
            (hx + 0.24, hy - 0.34),
            (hx + 0.24, hy),
            (hx + 0.1, hy + 0.16),
            (hx - 0.1, hy + 0.16),
        ]
    )
    part(sheet, curves.divide([*face, face[0]], 6), colour, pen)
    for side in (-1, 1):
        ink.line(
            sheet,
            at([(hx + side * 0.14, hy - 0.04), (hx + side * 0.09, hy - 0.01), (hx + side * 0.04, hy - 0.04)]),
            pen * 0.8,
        )
        for whisker in (0.02, 0.07):
            ink.line(
                sheet, at([(hx + side * 0.12, hy + whisker), (hx + side * 0.36, hy + whisker * 1.6 - 0.03)]), pen * 0.45
            )
    ink.line(sheet, at([(hx - 0.07, hy + 0.08), (hx, hy + 0.04), (hx + 0.07, hy + 0.08)]), pen * 0.8)
    for stripe in (-0.1, 0.0, 0.1):
        ink.line(sheet, at([(hx + stripe, hy - 0.2), (hx + stripe * 0.8, hy - 0.12)]), pen * 0.8)


def hen(sheet: Sheet, x: float, y: float, size: float, facing: int = 1, colour: Colour = palette.BRICK) -> None:
    """A hen that is looking for something."""

    def at(points: list[Point]) -> list[Point]:
        return _placed(points, x, y, size, facing)

    pen = ink.NIB * 0.8
    for foot in (-0.08, 0.08):
        ink.line(sheet, at([(foot, -0.24), (foot, 0), (foot + 0.1, 0.02)]), pen, palette.OCHRE)
    body = at(
        [
            (-0.5, -0.72),
            (-0.34, -0.5),
            (0.1, -0.52),
            (0.26, -0.86),
            (0.44, -0.88),
            (0.46, -0.7),
            (0.34, -0.34),
            (0.0, -0.18),
            (-0.34, -0.28),
        ]
    )
    part(sheet, curves.smooth(body, 3, closed=True), colour, pen)
    part(
        sheet,
        curves.smooth(at([(0.28, -0.9), (0.3, -1.02), (0.36, -0.94), (0.42, -1.02), (0.44, -0.88)]), 2, closed=True),
        palette.RED,
        pen * 0.8,
    )
    part(sheet, at([(0.45, -0.82), (0.58, -0.77), (0.45, -0.74)]), palette.OCHRE, pen * 0.8)
    ink.dot(sheet, *at([(0.38, -0.8)])[0], max(2, size * 0.05))
    ink.line(sheet, at([(-0.24, -0.42), (-0.02, -0.3), (0.14, -0.4)]), pen * 0.8)


def gull(sheet: Sheet, x: float, y: float, wide: float) -> None:
    """A gull far off: two strokes."""
    ink.line(sheet, [(x - wide, y - wide * 0.1), (x - wide * 0.5, y - wide * 0.36), (x, y)], 1.8)
    ink.line(sheet, [(x, y), (x + wide * 0.5, y - wide * 0.4), (x + wide, y - wide * 0.16)], 1.8)
