"""Things people use: bicycles, boats, tables, pots, bowls, books, tools, lanterns and balls."""

import math
from collections.abc import Sequence

from . import curves, ink, palette
from .curves import Point
from .palette import Colour
from .paper import Sheet
from .part import part
from .wash import cut, wash


def bicycle(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    facing: int = 1,
    colour: Colour = palette.RED,
    crate: bool = False,
    tilt: float = 0.0,
) -> dict[str, Point]:
    """A Dutch bicycle; its hind wheel stands at (x, y), wheels have radius `size`. Returns saddle, bar, and pedals."""
    pen = ink.NIB * min(1.1, max(0.6, size / 80))

    def at(*points: Point) -> list[Point]:
        turned = curves.turned([(px * size, py * size) for px, py in points], tilt)
        return curves.moved(turned, x, y, mirror=facing < 0)

    for hub in ((0, -1), (2.7, -1)):
        wheel(sheet, *at(hub)[0], size, pen)
    hind, fore, crank, seat, head = (0, -1), (2.7, -1), (1.05, -0.95), (0.72, -2.15), (2.3, -2.2)
    for a, b in (
        (hind, crank),
        (crank, seat),
        (hind, seat),
        (crank, head),
        ((0.78, -1.95), (2.34, -1.95)),
        (head, fore),
    ):
        ink.line(sheet, at(a, b), pen * 2.1, bent=False, taper=0.1)
        ink.line(sheet, at(a, b), pen * 1.2, colour, bent=False, taper=0.1, wobble=0.4)
    guard = [(math.cos(math.radians(v)) * 1.1, -1 + math.sin(math.radians(v)) * 1.1) for v in range(-170, -20, 15)]
    ink.line(sheet, at(*guard), pen * 1.4)
    part(
        sheet,
        curves.smooth(at((0.46, -2.36), (0.4, -2.24), (0.72, -2.16), (1.08, -2.26), (0.8, -2.32)), 3, closed=True),
        palette.DARK,
        pen,
    )
    ink.line(sheet, at(seat, (0.66, -2.3)), pen * 1.6)
    ink.line(sheet, at(head, (2.24, -2.5), (2.1, -2.62), (1.72, -2.56)), pen * 1.7)
    part(sheet, at((2.34, -2.3), (2.56, -2.36), (2.58, -2.12), (2.38, -2.1)), palette.SUN, pen * 0.8)
    ink.line(sheet, at((-0.5, -2.12), (0.5, -2.12)), pen * 1.5)
    ink.line(sheet, at((-0.36, -2.12), (0, -1)), pen)
    part(sheet, curves.ellipse(*at(crank)[0], size * 0.2, size * 0.2), palette.GREY, pen * 0.8)
    ink.line(sheet, at((0.82, -0.62), (1.28, -1.28)), pen * 1.3)
    for pedal in ((0.82, -0.6), (1.28, -1.3)):
        ink.line(sheet, at((pedal[0] - 0.16, pedal[1]), (pedal[0] + 0.16, pedal[1])), pen * 1.8)
    if crate:
        box(sheet, at((2.3, -3.0), (3.3, -3.0), (3.24, -2.36), (2.36, -2.36)), palette.WOOD, pen)
    saddle, bar, low, high = at((0.72, -2.34), (1.76, -2.56), (0.82, -0.62), (1.28, -1.32))
    return {"saddle": saddle, "bar": bar, "low": low, "high": high, "hind": at(hind)[0], "fore": at(fore)[0]}


def wheel(sheet: Sheet, x: float, y: float, size: float, pen: float = 2.4, spokes: int = 11) -> None:
    """A wheel: tyre, rim, spokes, hub."""
    ring = curves.ellipse(x, y, size, size)[:-1]
    ink.line(sheet, ring, pen * 1.9, closed=True, taper=0.2)
    ink.line(sheet, curves.ellipse(x, y, size * 0.86, size * 0.86)[:-1], pen * 0.6, closed=True)
    start = sheet.random.uniform(0, 1)
    for step in range(spokes):
        angle = start + math.tau * step / spokes
        ink.line(sheet, [(x, y), (x + math.cos(angle) * size * 0.86, y + math.sin(angle) * size * 0.86)], pen * 0.42)
    ink.dot(sheet, x, y, size * 0.16)


def box(sheet: Sheet, corners: Sequence[Point], colour: Colour, pen: float = 2.4, slats: int = 3) -> None:
    """A crate: four corners from the top left clockwise, with slats."""
    part(sheet, corners, colour, pen, corners=True)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    for step in range(1, slats):
        share = step / slats
        ink.line(
            sheet,
            [(ax + (dx - ax) * share, ay + (dy - ay) * share), (bx + (cx - bx) * share, by + (cy - by) * share)],
            pen * 0.7,
        )


def table(
    sheet: Sheet, left: float, right: float, top: float, deep: float, tall: float, cloth: Colour | None = None
) -> None:
    """A table seen from a little above: `deep` is the height of its top on the picture, `tall` the legs."""
    slant = deep * 0.5
    for leg in (left + 16, right - 16):
        part(sheet, curves.box(leg - 8, top + deep, leg + 8, top + deep + tall), palette.WOOD, corners=True)
    board = [(left + slant, top), (right - slant, top), (right, top + deep), (left, top + deep)]
    part(sheet, board, cloth or palette.WOOD, corners=True)
    edge = [(left, top + deep), (right, top + deep), (right, top + deep + 16), (left, top + deep + 16)]
    part(sheet, edge, cloth or palette.WOOD, corners=True, shade=True)


def bowl(
    sheet: Sheet, x: float, y: float, wide: float, colour: Colour, soup: Colour = palette.OCHRE, steam: bool = True
) -> None:
    """A bowl of soup; y is its rim."""
    half = wide / 2
    base = curves.smooth(
        [
            (x - half, y),
            (x - half * 0.78, y + half * 0.62),
            (x - half * 0.4, y + half * 0.82),
            (x + half * 0.4, y + half * 0.82),
            (x + half * 0.78, y + half * 0.62),
            (x + half, y),
        ],
        4,
    )
    part(sheet, base, colour, 2.2)
    part(sheet, curves.ellipse(x, y, half, half * 0.3), colour, 2.2)
    cut(sheet, curves.ellipse(x, y + 1, half * 0.84, half * 0.22))
    wash(sheet, curves.ellipse(x, y + 1, half * 0.84, half * 0.22), soup, 1.0, loose=1, layers=1)
    ink.line(sheet, curves.ellipse(x, y + 1, half * 0.84, half * 0.22, 10, 330), 1.4)
    for _ in range(3):
        ink.dot(
            sheet,
            x + sheet.random.uniform(-0.5, 0.5) * half,
            y + sheet.random.uniform(-0.08, 0.1) * half,
            3.4,
            palette.PINE,
        )
    if steam:
        smoke(sheet, x, y - half * 0.4, half * 1.1)


def smoke(sheet: Sheet, x: float, y: float, high: float, count: int = 3) -> None:
    """Steam: wavy strokes going up."""
    for step in range(count):
        foot = x + (step - (count - 1) / 2) * high * 0.34
        bend = high * 0.14
        tall = high * sheet.random.uniform(0.7, 1.1)
        ink.line(
            sheet,
            [(foot, y), (foot + bend, y - tall * 0.28), (foot - bend, y - tall * 0.62), (foot + bend * 0.7, y - tall)],
            1.7,
            palette.GREY,
        )


def pot(
    sheet: Sheet,
    x: float,
    y: float,
    wide: float,
    high: float,
    colour: Colour = palette.RED,
    soup: Colour = palette.OCHRE,
) -> None:
    """A large soup pot standing on y, ladle in it."""
    half = wide / 2
    for side in (-1, 1):
        ring = curves.ellipse(x + side * (half + 10), y - high * 0.68, 22, 17)[:-1]
        ink.line(sheet, ring, 7, closed=True, taper=0)
        ink.line(sheet, ring, 3, colour, closed=True, taper=0)
    side = curves.smooth(
        [
            (x - half, y - high),
            (x - half * 1.02, y - high * 0.3),
            (x - half * 0.9, y),
            (x + half * 0.9, y),
            (x + half * 1.02, y - high * 0.3),
            (x + half, y - high),
        ],
        5,
    )
    part(sheet, side, colour, 2.8)
    wash(
        sheet,
        [(x + half * 0.4, y - high), (x + half * 1.1, y - high), (x + half * 1.1, y), (x + half * 0.3, y)],
        palette.DUSK,
        0.3,
        loose=3,
        clip=side,
        layers=1,
    )
    part(sheet, curves.ellipse(x, y - high, half, half * 0.26), palette.GREY, 2.8)
    cut(sheet, curves.ellipse(x, y - high + 3, half * 0.88, half * 0.2))
    wash(sheet, curves.ellipse(x, y - high + 3, half * 0.88, half * 0.2), soup, 1.0, loose=1, layers=2)
    ink.line(sheet, curves.ellipse(x, y - high + 3, half * 0.88, half * 0.2), 1.8)
    for _ in range(9):
        px, py = x + sheet.random.uniform(-0.7, 0.7) * half, y - high + 3 + sheet.random.uniform(-0.1, 0.12) * half
        part(sheet, curves.ellipse(px, py, 7, 4), sheet.random.choice((palette.PINE, palette.RED, palette.LEAF)), 1.2)


def book(sheet: Sheet, left: float, foot: float, wide: float, tall: float, colour: Colour, lean: float = 0.0) -> None:
    """A book on a shelf, seen at its spine."""
    shape = curves.turned(curves.box(left, foot - tall, left + wide, foot), lean, (left + wide / 2, foot))
    part(sheet, shape, colour, 2.0, corners=True)
    for share in (0.2, 0.78):
        a, b = curves.turned(
            [(left + 2, foot - tall * share), (left + wide - 2, foot - tall * share)], lean, (left + wide / 2, foot)
        )
        ink.line(sheet, [a, b], 1.4)


def books(sheet: Sheet, left: float, right: float, foot: float, tall: float) -> None:
    """A shelf full, one or two leaning against the rest."""
    colours = (
        palette.RED,
        palette.DENIM,
        palette.OCHRE,
        palette.PINE,
        palette.PLUM,
        palette.STONE,
        palette.ROSE,
        palette.SLATE,
        palette.SUN,
    )
    x, random = left, sheet.random
    while True:
        wide = random.uniform(0.14, 0.3) * tall
        if x + wide > right:
            return
        lean = random.choice((0, 0, 0, 0, -9)) if x > left else 0
        if lean:
            x += tall * 0.08
            if x + wide > right:
                return
        book(sheet, x, foot, wide, tall * random.uniform(0.7, 0.96), random.choice(colours), lean)
        x += wide + 1


def rowing_boat(sheet: Sheet, x: float, y: float, long: float, facing: int = 1) -> list[Point]:
    """The hull, from the waterline up; people sit in it afterwards, `gunwale` comes last. Returns the near side."""

    def at(*points: Point) -> list[Point]:
        return curves.moved([(px * long, py * long) for px, py in points], x, y, mirror=facing < 0)

    inside = curves.smooth(
        at((-0.5, -0.12), (-0.2, -0.155), (0.2, -0.16), (0.52, -0.2), (0.3, -0.11), (-0.2, -0.08)), 5, closed=True
    )
    part(sheet, inside, palette.WOOD, shade=True)
    return at(
        (-0.5, -0.12), (-0.2, -0.085), (0.2, -0.1), (0.52, -0.2), (0.44, 0.0), (0.36, 0.02), (-0.4, 0.02), (-0.46, 0.0)
    )


def gunwale(sheet: Sheet, side: Sequence[Point], colour: Colour) -> None:
    """The near side of a boat, drawn over the legs of who sits in it."""
    top = curves.smooth(side[:4], 6)
    bottom = curves.smooth([side[3], *side[4:], side[0]], 6)
    hull = [*top, *bottom]
    part(sheet, hull, colour, 2.8)
    for down in (0.2, 0.42):
        low = [(px + (0), py + (side[5][1] - side[0][1]) * down) for px, py in top[3:-8]]
        ink.line(sheet, low, 1.4)
    ink.line(sheet, top, 4.2, taper=0.3)


def oar(sheet: Sheet, hand: Point, blade: Point, pen: float = 2.4) -> None:
    """An oar from the hand to the water."""
    part(
        sheet,
        curves.tube([hand, ((hand[0] + blade[0]) / 2, (hand[1] + blade[1]) / 2), blade], (7, 6, 6)),
        palette.WOOD,
        pen * 0.7,
    )
    angle = math.degrees(math.atan2(blade[1] - hand[1], blade[0] - hand[0]))
    shape = curves.turned(curves.ellipse(24, 0, 34, 9), angle)
    part(sheet, curves.moved(shape, *blade), palette.CREAM, pen * 0.8)


def ball(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A football."""
    part(sheet, curves.ellipse(x, y, r, r), palette.PAPER, 2.2)
    patch = [
        (x + r * 0.42 * math.cos(math.radians(a)), y + r * 0.42 * math.sin(math.radians(a)))
        for a in range(-90, 270, 72)
    ]
    cut(sheet, patch, palette.INK)
    for px, py in patch:
        ink.line(sheet, [(px, py), (x + (px - x) * 2.1, y + (py - y) * 2.1)], 1.6)


def lantern(sheet: Sheet, x: float, y: float, r: float, colour: Colour, shape: str = "round") -> None:
    """A paper lantern hanging from (x, y)."""
    middle = y + r * 1.3
    ink.line(sheet, [(x, y), (x, middle - r)], 1.6)
    if shape == "star":
        points = []
        for step in range(10):
            angle, far = math.radians(-90 + step * 36), r * (1.15 if step % 2 == 0 else 0.55)
            points.append((x + far * math.cos(angle), middle + far * math.sin(angle)))
        outline = curves.divide([*points, points[0]], 5)
    elif shape == "fish":
        outline = curves.smooth(
            [
                (x - r * 1.3, middle),
                (x - r * 0.4, middle - r * 0.8),
                (x + r * 0.7, middle - r * 0.2),
                (x + r * 1.4, middle - r * 0.8),
                (x + r * 1.2, middle),
                (x + r * 1.4, middle + r * 0.8),
                (x + r * 0.7, middle + r * 0.2),
                (x - r * 0.4, middle + r * 0.8),
            ],
            4,
            closed=True,
        )
    else:
        outline = curves.ellipse(x, middle, r, r * 1.06)
    cut(sheet, outline, palette.WHITE)
    wash(sheet, outline, colour, 0.85, loose=1, layers=1, spare=[(x, middle, r * 0.7)])
    ink.outline(sheet, outline, 2.0)
    if shape == "round":
        for share in (-0.5, 0.0, 0.5):
            half = r * math.sqrt(1 - share * share)
            ink.line(
                sheet,
                [(x - half, middle + r * share), (x, middle + r * share + r * 0.1), (x + half, middle + r * share)],
                1.2,
            )
    if shape == "fish":
        ink.dot(sheet, x - r * 0.7, middle - r * 0.15, 4)


def mug(sheet: Sheet, x: float, y: float, wide: float, colour: Colour) -> None:
    """A mug standing on y."""
    high = wide * 1.05
    ink.line(sheet, curves.ellipse(x + wide * 0.52, y - high * 0.5, wide * 0.24, high * 0.26, -90, 90), 3)
    part(sheet, curves.box(x - wide / 2, y - high, x + wide / 2, y), colour, 2.0, corners=True)
    part(sheet, curves.ellipse(x, y - high, wide / 2, wide * 0.14), palette.CHESTNUT, 1.8)


def bunting(sheet: Sheet, a: Point, b: Point, sag: float, count: int) -> None:
    """Little flags on a cord."""
    colours = (palette.RED, palette.SUN, palette.DENIM, palette.LEAF, palette.PLUM, palette.ROSE)
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag)
    cord = curves.smooth([a, middle, b], 4)
    ink.line(sheet, cord, 1.6)
    for step in range(count):
        x, y = cord[int((step + 0.5) / count * (len(cord) - 1))]
        size = math.dist(a, b) / count * 0.34
        part(
            sheet,
            [(x - size, y), (x + size, y), (x + sheet.random.uniform(-3, 3), y + size * 2)],
            colours[step % len(colours)],
            1.6,
            corners=True,
        )
