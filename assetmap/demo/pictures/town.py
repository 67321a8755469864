"""What was built: brick houses in a row, windows and doors, the quay, bridges, lamps and benches."""

from collections.abc import Sequence

from . import curves, ink, palette
from .curves import Point
from .palette import Colour
from .paper import Sheet
from .part import part
from .wash import cut, patches, wash

BRICKS = (palette.BRICK, palette.ROOF, palette.OCHRE, palette.STONE, palette.ROSE)


def row(sheet: Sheet, left: float, right: float, foot: float, tall: float, wide: float, pen: float = 2.0) -> None:
    """Row houses from left to right standing on `foot`, about `wide` each."""
    random = sheet.random
    x, before = left, palette.PAPER
    while x < right - wide * 0.5:
        span = min(wide * random.uniform(0.86, 1.14), right - x)
        colour = random.choice([brick for brick in BRICKS if brick != before])
        house(sheet, x, x + span, foot, tall * random.uniform(0.9, 1.08), colour, random.random() < 0.4, pen)
        x, before = x + span, colour


def house(
    sheet: Sheet,
    left: float,
    right: float,
    foot: float,
    tall: float,
    colour: Colour,
    gabled: bool = False,
    pen: float = 2.0,
) -> None:
    """One brick house seen from the street: two floors, a tiled roof along or across, a chimney now and then."""
    random = sheet.random
    eaves, top, wide = foot - tall * 0.66, foot - tall, right - left
    if random.random() < 0.6:
        stack = left + wide * random.uniform(0.12, 0.7)
        part(
            sheet,
            curves.box(stack, top - tall * 0.07, stack + wide * 0.13, eaves),
            palette.BRICK,
            pen * 0.8,
            corners=True,
        )
        ink.line(sheet, [(stack - 3, top - tall * 0.07), (stack + wide * 0.15, top - tall * 0.07)], pen * 1.3)
    tiles = palette.SLATE if colour in (palette.ROOF, palette.BRICK) else palette.ROOF
    if gabled:
        wall = [(left, eaves), (left + wide * 0.5, top), (right, eaves), (right, foot), (left, foot)]
    else:
        wall = curves.box(left, eaves, right, foot)
        roof = [(left - 2, eaves), (left + wide * 0.05, top), (right - wide * 0.05, top), (right + 2, eaves)]
        part(sheet, roof, tiles, pen, 0.85, corners=True)
        ink.hatch(sheet, roof, tall * 0.045, 0, pen * 0.45, keep=0.55)
        if random.random() < 0.5:
            _dormer(sheet, left + wide * random.uniform(0.3, 0.7), eaves - tall * 0.05, wide * 0.34, tall * 0.17, pen)
    part(sheet, wall, colour, pen, 0.8, corners=True)
    wash(sheet, curves.box(left + wide * 0.7, eaves, right, foot), palette.DUSK, 0.16, loose=3, layers=1, clip=wall)
    bricks(sheet, curves.box(left, eaves, right, foot), tall * 0.028, pen * 0.45)
    if gabled:
        ink.line(
            sheet,
            [(left - 5, eaves + 4), (left + wide * 0.5, top - 3), (right + 5, eaves + 4)],
            pen * 2.2,
            bent=False,
            taper=0.2,
        )
        window(sheet, left + wide * 0.42, top + tall * 0.14, left + wide * 0.58, top + tall * 0.27, pen * 0.7)
    else:
        ink.line(sheet, [(left - 2, eaves + 3), (right + 2, eaves + 3)], pen * 1.6, taper=0.2)
    _front(sheet, left, right, eaves, foot, pen)


def _front(sheet: Sheet, left: float, right: float, eaves: float, foot: float, pen: float) -> None:
    """Two windows above, a door and a window below."""
    random = sheet.random
    floor, wide = (foot - eaves) / 2, right - left
    door = random.choice((0, 1))
    for place in (0, 1):
        middle = left + wide * (0.28 + 0.44 * place)
        window(sheet, middle - wide * 0.13, eaves + floor * 0.26, middle + wide * 0.13, eaves + floor * 0.82, pen * 0.8)
        if place == door:
            entry = curves.box(middle - wide * 0.12, foot - floor * 0.86, middle + wide * 0.12, foot)
            part(
                sheet,
                entry,
                random.choice((palette.PINE, palette.DENIM, palette.RED, palette.OCHRE)),
                pen * 0.9,
                corners=True,
            )
            ink.line(
                sheet,
                [(middle - wide * 0.12, foot - floor * 0.66), (middle + wide * 0.12, foot - floor * 0.66)],
                pen * 0.7,
            )
            ink.dot(sheet, middle + wide * 0.07, foot - floor * 0.38, pen * 1.6)
            ink.line(sheet, [(middle - wide * 0.16, foot), (middle + wide * 0.16, foot)], pen * 1.6)
        else:
            window(
                sheet, middle - wide * 0.18, eaves + floor * 1.22, middle + wide * 0.18, eaves + floor * 1.78, pen * 0.8
            )
            if random.random() < 0.5:
                for step in range(4):
                    x = middle - wide * 0.14 + step * wide * 0.09
                    ink.line(
                        sheet,
                        [(x, eaves + floor * 1.77), (x + random.uniform(-4, 4), eaves + floor * 1.62)],
                        pen * 1.2,
                        palette.PINE,
                    )


def _dormer(sheet: Sheet, middle: float, foot: float, wide: float, high: float, pen: float) -> None:
    part(
        sheet,
        curves.box(middle - wide / 2, foot - high, middle + wide / 2, foot),
        palette.CREAM,
        pen * 0.8,
        corners=True,
    )
    window(sheet, middle - wide * 0.32, foot - high * 0.74, middle + wide * 0.32, foot - high * 0.16, pen * 0.6)
    ink.line(sheet, [(middle - wide * 0.6, foot - high), (middle + wide * 0.6, foot - high)], pen * 1.6, taper=0.2)


def window(
    sheet: Sheet, left: float, top: float, right: float, bottom: float, pen: float = 2.0, lit: bool = False
) -> None:
    """A window with a white frame, a cross bar and a sill, often a curtain."""
    wide, high = right - left, bottom - top
    rim = max(2.0, wide * 0.07)
    cut(sheet, curves.box(left, top, right, bottom))
    glass = curves.box(left + rim, top + rim, right - rim, bottom - rim)
    wash(sheet, glass, palette.SUN if lit else palette.SLATE, 0.85, loose=1, layers=1)
    shine = [
        (left + wide * 0.2, bottom - rim),
        (left + wide * 0.62, top + rim),
        (left + wide * 0.8, top + rim),
        (left + wide * 0.42, bottom - rim),
    ]
    if wide > 26 and not lit:
        cut(sheet, shine, (196, 212, 222))
    if sheet.random.random() < 0.55:
        for side, edge in ((1, left + rim), (-1, right - rim)):
            cloth = [
                (edge, top + rim),
                (edge + side * wide * 0.3, top + rim),
                (edge + side * wide * 0.1, top + high * 0.62),
                (edge, bottom - rim),
            ]
            part(sheet, cloth, palette.CREAM, pen * 0.6)
    ink.edges(sheet, curves.box(left, top, right, bottom), pen)
    ink.edges(sheet, glass, pen * 0.55)
    ink.line(sheet, [(left + rim, top + high * 0.36), (right - rim, top + high * 0.36)], pen * 0.8)
    ink.line(sheet, [(left - wide * 0.08, bottom + 2), (right + wide * 0.08, bottom + 2)], pen * 1.5)


def bricks(sheet: Sheet, wall: Sequence[Point], size: float, pen: float) -> None:
    """A few courses here and there: the eye lays the rest."""
    left, top, right, bottom = curves.bounds(wall)
    random = sheet.random
    size = max(3.5, size)
    for _ in range(int((right - left) * (bottom - top) / (size * size * 46))):
        x, y = random.uniform(left + size, right - size * 5), random.uniform(top + size, bottom - size * 2)
        for course in (0, 1):
            start = x + course * size
            ink.line(sheet, [(start, y + course * size), (start + size * random.uniform(2, 4), y + course * size)], pen)


def paving(sheet: Sheet, left: float, right: float, top: float, bottom: float, count: int, size: float = 30) -> None:
    """Clinkers in the street: short level strokes and a few joints, more of them near us."""
    random = sheet.random
    for _ in range(count):
        share = random.random()
        y = top + (bottom - top) * share
        x = random.uniform(left, right)
        long = size * (0.4 + share) * random.uniform(0.7, 1.4)
        ink.line(sheet, [(x, y), (min(right, x + long), y)], 1.3)
        if random.random() < 0.5:
            ink.line(sheet, [(x + long * 0.4, y), (x + long * 0.36, y + size * 0.2 * (0.4 + share))], 1.1)


def bench(sheet: Sheet, left: float, right: float, seat: float, high: float) -> None:
    """A park bench: `seat` is the height of the plank, `high` how far it stands above the ground."""
    for leg in (left + (right - left) * 0.1, right - (right - left) * 0.1):
        part(sheet, curves.box(leg - 6, seat, leg + 6, seat + high), palette.DARK, 2.0, corners=True)
        part(sheet, curves.box(leg - 5, seat - high * 1.25, leg + 5, seat), palette.DARK, 2.0, corners=True)
    for share in (1.2, 0.78):
        part(
            sheet,
            curves.box(left, seat - high * share, right, seat - high * (share - 0.3)),
            palette.WOOD,
            2.4,
            corners=True,
        )
    part(
        sheet,
        [(left - 4, seat - 4), (right - 4, seat - 4), (right + 8, seat + high * 0.2), (left - 12, seat + high * 0.2)],
        palette.WOOD,
        2.4,
        corners=True,
    )


def field(
    sheet: Sheet,
    left: float,
    top: float,
    right: float,
    bottom: float,
    colour: Colour,
    strength: float = 0.8,
    fade: str = "",
    second: Colour | None = None,
) -> None:
    """A large loose area of colour that does not quite reach the edge of the paper: sky, lawn, street, wall."""
    shape = curves.box(left, top, right, bottom)
    wash(sheet, shape, colour, strength, loose=13, layers=2, edge=0.7, fade=fade)
    if second:
        patches(sheet, shape, second, 7, min(right - left, (bottom - top) * 1.6) * 0.28)


def ground(sheet: Sheet, top: float, colour: Colour, strength: float = 0.95, second: Colour | None = None) -> None:
    """What everybody stands on, from `top` down to the lower edge; what was drawn there before is cleared."""
    cut(sheet, curves.box(80, top + 7, 1520, 1128))
    field(sheet, 70, top, 1530, 1140, colour, strength, second=second)


def path(sheet: Sheet, shape: Sequence[Point], colour: Colour = palette.CREAM) -> None:
    """A path over grass or stone: paper cleared, a pale wash, a few loose lines along it."""
    cut(sheet, shape)
    wash(sheet, shape, colour, 0.9, loose=5)
    patches(sheet, shape, palette.STONE, 5, 120, 0.45)


def shade(sheet: Sheet, x: float, y: float, wide: float, high: float, strength: float = 0.45) -> None:
    """The shadow of something standing in the sun."""
    wash(sheet, curves.ellipse(x, y, wide, high), palette.DUSK, strength, loose=3, soft=high * 0.4, layers=1)
