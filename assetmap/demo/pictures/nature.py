"""What grows and flows: trees, hedges, flowers, beans, grass, reeds and the water of the Schie."""

import math
from collections.abc import Sequence
from random import Random

from . import curves, ink, palette
from .curves import Point
from .palette import Colour
from .paper import Sheet
from .part import part
from .wash import cut, wash


def tree(
    sheet: Sheet,
    x: float,
    y: float,
    tall: float,
    greens: Sequence[Colour] = (palette.LEAF, palette.SAGE, palette.PINE),
    wide: float = 0.34,
) -> None:
    """A street tree standing at (x, y): trunk, a few branches, a crown of loose blots with scribbled leaves."""
    random = sheet.random
    trunk = tall * 0.055
    lean = random.uniform(-0.03, 0.03) * tall
    fork = (x + lean, y - tall * 0.42)
    stem = [
        (x - trunk * 1.1, y),
        (x - trunk * 0.5, y - tall * 0.1),
        (fork[0] - trunk * 0.45, fork[1]),
        (fork[0] - trunk * 1.8, fork[1] - tall * 0.17),
        (fork[0], fork[1] - tall * 0.05),
        (fork[0] + trunk * 1.6, fork[1] - tall * 0.2),
        (fork[0] + trunk * 0.5, fork[1]),
        (x + trunk * 0.5, y - tall * 0.1),
        (x + trunk * 1.2, y),
    ]
    part(sheet, curves.smooth(stem, 5, closed=True), palette.BARK, ink.NIB * 0.9)
    ink.hatch(
        sheet,
        [
            (x - trunk * 0.2, y - 4),
            (fork[0] - trunk * 0.1, fork[1]),
            (fork[0] + trunk * 0.4, fork[1]),
            (x + trunk * 0.6, y - 4),
        ],
        9,
        12,
        1.1,
        keep=0.6,
    )
    middle = (x + lean, y - tall * 0.66)
    crown(sheet, middle[0], middle[1], tall * wide, tall * 0.33, greens)


# Where the clumps of a crown sit: across and down as shares of its half width and height, and how large; back to front.
CLUMPS = (
    (-0.1, -0.62, 0.5),
    (0.36, -0.46, 0.46),
    (-0.56, -0.2, 0.46),
    (0.64, 0.02, 0.42),
    (0.04, -0.1, 0.58),
    (-0.4, 0.36, 0.46),
    (0.4, 0.42, 0.44),
)


def crown(sheet: Sheet, x: float, y: float, wide: float, high: float, greens: Sequence[Colour]) -> None:
    """Leaves in clumps, each with a bumpy outline, a light wash that strays from it and a darker side."""
    random = sheet.random
    for across, down, size in CLUMPS:
        px, py = x + wide * (across + random.uniform(-0.06, 0.06)), y + high * (down + random.uniform(-0.06, 0.06))
        half, tall = wide * size * random.uniform(0.92, 1.1), high * size * random.uniform(0.92, 1.1)
        clump = bumpy(curves.blob(px, py, half, tall, random, 9, 0.1), max(9, wide * 0.085), random)
        cut(sheet, clump)
        wash(
            sheet, curves.moved(clump, half * 0.05, tall * 0.04), greens[1], 1.0, loose=half * 0.04, layers=2, edge=0.8
        )
        for _ in range(2):
            spot = curves.blob(
                px + half * random.uniform(-0.3, 0.5),
                py + tall * random.uniform(-0.2, 0.5),
                half * 0.5,
                tall * 0.4,
                random,
            )
            wash(sheet, bumpy(spot, wide * 0.05, random), greens[0], 0.65, loose=2, layers=1, clip=clump)
        under = curves.blob(px + half * 0.2, py + tall * 0.66, half * 0.8, tall * 0.42, random)
        wash(sheet, bumpy(under, wide * 0.06, random), greens[2], 0.6, loose=2, layers=1, clip=clump)
        ink.outline(sheet, clump, 2.1, wobble=0.4)
        for _ in range(int(half * tall / 900)):
            angle, far = random.uniform(0, math.tau), math.sqrt(random.uniform(0, 0.6))
            size_of_leaf = max(4.0, wide * 0.022)
            lx, ly = px + half * far * math.cos(angle), py + tall * far * math.sin(angle)
            ink.line(sheet, curves.ellipse(lx, ly, size_of_leaf, size_of_leaf * 0.7, 180, 350), 1.3, wobble=0.2)
            if random.random() < 0.5:
                ink.line(
                    sheet,
                    curves.ellipse(
                        lx + size_of_leaf * 1.7,
                        ly + size_of_leaf * 0.5,
                        size_of_leaf * 0.8,
                        size_of_leaf * 0.6,
                        180,
                        350,
                    ),
                    1.3,
                    wobble=0.2,
                )


def bumpy(around: Sequence[Point], size: float, random: Random) -> list[Point]:
    """A closed line made of small bumps that bulge outwards, as leaves or wool do."""
    path = curves.divide([*around, around[0]], 3)
    inner = curves.bounds(path)
    middle = ((inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2)
    bumps, at = [], 0
    while at < len(path) - 1:
        step = min(len(path) - 1 - at, max(3, int(size * random.uniform(0.7, 1.35) / 3)))
        (ax, ay), (bx, by) = path[at], path[at + step]
        px, py = (ax + bx) / 2 - middle[0], (ay + by) / 2 - middle[1]
        long, far = math.hypot(bx - ax, by - ay), math.hypot(px, py) or 1.0
        out = long * random.uniform(0.3, 0.5) / far
        bumps += curves.smooth(
            [
                (ax, ay),
                (ax * 0.75 + bx * 0.25 + px * out * 0.85, ay * 0.75 + by * 0.25 + py * out * 0.85),
                (ax * 0.25 + bx * 0.75 + px * out * 0.85, ay * 0.25 + by * 0.75 + py * out * 0.85),
                (bx, by),
            ],
            4,
        )[:-1]
        at += step
    return bumps


def bush(sheet: Sheet, x: float, y: float, wide: float, high: float, colour: Colour = palette.LEAF) -> None:
    """A low bush with its foot at y."""
    shape = bumpy(
        curves.blob(x, y - high * 0.5, wide / 2, high * 0.5, sheet.random, 9), max(9, high * 0.16), sheet.random
    )
    cut(sheet, shape)
    wash(sheet, shape, colour, 0.9, loose=3, edge=0.8)
    for _ in range(3):
        spot = bumpy(
            curves.blob(
                x + wide * sheet.random.uniform(-0.3, 0.35),
                y - high * sheet.random.uniform(0.15, 0.5),
                wide * 0.16,
                high * 0.2,
                sheet.random,
            ),
            8,
            sheet.random,
        )
        wash(sheet, spot, palette.PINE, 0.5, loose=2, layers=1, clip=shape)
    ink.outline(sheet, shape, 2.0, wobble=0.4)


def hedge(sheet: Sheet, left: float, right: float, foot: float, high: float, colour: Colour = palette.LEAF) -> None:
    """Bushes shoulder to shoulder."""
    x = left
    while x < right:
        wide = high * sheet.random.uniform(1.1, 1.9)
        bush(
            sheet,
            x + wide / 2,
            foot + sheet.random.uniform(-3, 3),
            wide,
            high * sheet.random.uniform(0.85, 1.15),
            colour,
        )
        x += wide * 0.72


def grass(
    sheet: Sheet,
    left: float,
    right: float,
    top: float,
    bottom: float,
    count: int,
    colour: Colour = palette.INK,
    tall: float = 16,
) -> None:
    """Tufts strewn over a meadow: three blades each."""
    random = sheet.random
    for _ in range(count):
        x, y = random.uniform(left, right), random.uniform(top, bottom)
        for blade in (-1, 0, 1):
            high = tall * random.uniform(0.6, 1.1)
            ink.line(
                sheet,
                [(x + blade * 3, y), (x + blade * 5, y - high * 0.6), (x + blade * 8, y - high)],
                1.4,
                colour,
                wobble=0.2,
            )


def reeds(sheet: Sheet, x: float, y: float, count: int, tall: float, spread: float) -> None:
    """Reeds and a few bulrushes on the bank."""
    random = sheet.random
    for index in range(count):
        foot = x + random.uniform(-spread, spread)
        high = tall * random.uniform(0.6, 1.1)
        bend = random.uniform(-0.2, 0.3) * high
        ink.line(sheet, [(foot, y), (foot + bend * 0.3, y - high * 0.55), (foot + bend, y - high)], 2.4, palette.PINE)
        if index % 3 == 0:
            top = (foot + bend * 0.8, y - high * 0.9)
            ink.line(sheet, [(foot, y), top], 1.8)
            part(sheet, curves.ellipse(top[0], top[1], 5, 16, turn=8), palette.BARK, 1.4)


def sunflower(sheet: Sheet, x: float, y: float, tall: float, size: float, lean: float = 0.0) -> None:
    """A sunflower with its foot at (x, y) that looks at us, more or less."""
    random = sheet.random
    top = (x + lean, y - tall)
    stem = [(x, y), (x + lean * 0.2, y - tall * 0.5), top]
    part(sheet, curves.tube(stem, (size * 0.16, size * 0.14, size * 0.12)), palette.LEAF, 1.8)
    for side, share in ((-1, 0.35), (1, 0.5), (-1, 0.66)):
        leaf(sheet, x + lean * share * 0.5, y - tall * share, size * 0.95, -25 if side > 0 else 205, palette.LEAF)
    petals = 15
    for step in range(petals):
        angle = math.tau * (step + random.uniform(-0.2, 0.2)) / petals
        far = size * random.uniform(0.78, 0.92)
        petal = curves.ellipse(far * 0.66, 0, far * 0.4, size * 0.17)
        part(sheet, curves.moved(curves.turned(petal, math.degrees(angle)), *top), palette.SUN, 1.5)
    part(sheet, curves.ellipse(*top, size * 0.44, size * 0.44), palette.BARK, 2.0)
    for _ in range(int(size * 0.6)):
        angle, far = random.uniform(0, math.tau), size * 0.38 * math.sqrt(random.random())
        ink.dot(sheet, top[0] + far * math.cos(angle), top[1] + far * math.sin(angle), 2.4)


def leaf(
    sheet: Sheet, x: float, y: float, long: float, turn: float, colour: Colour = palette.LEAF, wide: float = 0.42
) -> None:
    """One leaf, fixed at (x, y), pointing to `turn` degrees."""
    shape = curves.smooth(
        [
            (0, 0),
            (long * 0.3, -long * wide * 0.5),
            (long * 0.7, -long * wide * 0.4),
            (long, 0),
            (long * 0.7, long * wide * 0.36),
            (long * 0.3, long * wide * 0.44),
        ],
        4,
        closed=True,
    )
    part(sheet, curves.moved(curves.turned(shape, turn), x, y), colour, 1.6)
    ink.line(sheet, curves.moved(curves.turned([(0, 0), (long * 0.5, -2), (long * 0.86, 0)], turn), x, y), 1.0)


def bean_pole(sheet: Sheet, x: float, y: float, tall: float, spread: float) -> None:
    """A wigwam of canes with runner beans winding up, red flowers and all."""
    random = sheet.random
    top = (x, y - tall)
    for step in range(4):
        foot = (x + spread * (step / 1.5 - 1), y + (step % 2) * 8)
        ink.line(
            sheet,
            [foot, (top[0] + (top[0] - foot[0]) * 0.08, top[1] - tall * 0.06)],
            3.0,
            palette.BARK,
            taper=0.1,
            bent=False,
        )
        for turn in range(17):
            share = turn / 17 + random.uniform(0, 0.05)
            px, py = foot[0] + (top[0] - foot[0]) * share, foot[1] + (top[1] - foot[1]) * share
            leaf(
                sheet,
                px,
                py,
                random.uniform(22, 40) * (1.1 - share * 0.5),
                random.uniform(0, 360),
                random.choice((palette.LEAF, palette.SAGE, palette.PINE)),
                0.7,
            )
            if random.random() < 0.3:
                ink.dot(sheet, px + random.uniform(-10, 10), py, 8, palette.RED)
            if random.random() < 0.4:
                pod = [(px + 6, py), (px + 12, py + 16), (px + 9, py + 34)]
                ink.line(sheet, pod, 5, palette.PINE)
    ink.line(sheet, curves.ellipse(x, y - tall * 0.97, 9, 5), 2.2)


def potted(sheet: Sheet, x: float, foot: float, tall: float, colour: Colour = palette.BRICK) -> None:
    """A plant in a flowerpot on a window sill."""
    for turn in (-152, -124, -96, -66, -34):
        leaf(sheet, x, foot - tall * 0.4, tall * 0.62, turn + sheet.random.uniform(-6, 6), palette.LEAF, 0.3)
    rim, base = tall * 0.24, tall * 0.17
    pot = [(x - rim, foot - tall * 0.4), (x + rim, foot - tall * 0.4), (x + base, foot), (x - base, foot)]
    part(sheet, pot, colour, 2.0, corners=True)


def hollyhock(sheet: Sheet, x: float, y: float, tall: float, colour: Colour) -> None:
    """A hollyhock out of a gap between the paving stones: a mast full of flowers, small at the top."""
    random = sheet.random
    lean = random.uniform(-0.05, 0.05) * tall
    ink.line(sheet, [(x, y), (x + lean * 0.4, y - tall * 0.5), (x + lean, y - tall)], 4, palette.PINE)
    for turn in (-165, -135, -95, -50, -15):
        leaf(sheet, x, y - 4, tall * 0.2, turn + random.uniform(-8, 8), palette.LEAF, 0.8)
    blooms = 8
    for step in range(blooms):
        share = 0.3 + 0.66 * step / blooms
        size = tall * 0.075 * (1.25 - share)
        px, py = x + lean * share + (size if step % 2 else -size) * 0.7, y - tall * share
        if step % 3 == 0:
            leaf(sheet, px, py + size, size * 1.6, 160 if step % 2 else 20, palette.LEAF, 0.6)
        part(sheet, curves.blob(px, py, size, size, random, 6, 0.16), colour, 1.7)
        ink.dot(sheet, px, py, size * 0.5, palette.SUN)
    for step in range(3):
        ink.dot(sheet, x + lean, y - tall * (0.96 + 0.025 * step), 7 - step, palette.PINE)


def flower(sheet: Sheet, x: float, y: float, tall: float, colour: Colour) -> None:
    """A small garden flower on a bent stalk."""
    random = sheet.random
    lean = random.uniform(-0.25, 0.25) * tall
    ink.line(sheet, [(x, y), (x + lean * 0.3, y - tall * 0.6), (x + lean, y - tall)], 2.0, palette.PINE)
    size = tall * 0.2 + 3
    part(sheet, curves.blob(x + lean, y - tall, size, size, random, 6, 0.25), colour, 1.5)
    ink.dot(sheet, x + lean, y - tall, size * 0.5)


def water(sheet: Sheet, shape: Sequence[Point], colour: Colour = palette.CANAL, ripples: int = 46) -> None:
    """A stretch of water: two washes, light left bare, short ripples that grow towards us."""
    random = sheet.random
    left, top, right, bottom = curves.bounds(shape)
    wash(sheet, shape, colour, 0.9, loose=6, layers=2)
    for _ in range(8):
        y = top + (bottom - top) * random.uniform(0.05, 0.95)
        x = random.uniform(left, right)
        long, high = (right - left) * random.uniform(0.08, 0.22), (bottom - top) * random.uniform(0.012, 0.04)
        wash(sheet, curves.ellipse(x, y, long, high), palette.SLATE, 0.42, loose=6, layers=1, clip=shape, edge=0.3)
    for _ in range(ripples):
        share = random.random() ** 0.8
        y = top + (bottom - top) * share
        found = curves.crossings(shape, y)
        if len(found) < 2:
            continue
        x = random.uniform(found[0] + 10, max(found[0] + 11, found[-1] - 10))
        ripple(sheet, x, y, 14 + 34 * share, found[-1])


def ripple(sheet: Sheet, x: float, y: float, long: float, stop: float, colour: Colour = palette.INK) -> None:
    """Two or three small waves in one stroke."""
    points, waves = [], sheet.random.choice((2, 3))
    for step in range(waves * 2 + 1):
        points.append((x + long * step / 2, y + (-long * 0.09 if step % 2 else long * 0.05)))
    if points[-1][0] < stop - 4:
        ink.line(sheet, points, 1.6, colour, wobble=0.4)


def cloud(sheet: Sheet, x: float, y: float, wide: float) -> None:
    """A cloud: bumps above, nearly flat below, paper inside."""
    top = []
    for across, up, size in ((-0.36, 0.04, 0.12), (-0.14, 0.1, 0.17), (0.12, 0.09, 0.15), (0.34, 0.03, 0.11)):
        top += curves.ellipse(x + wide * across, y - wide * up, wide * size, wide * size * 0.86, 190, 345)
    cut(sheet, [*top, (x, y + wide * 0.03)])
    wash(sheet, [*top, (x, y + wide * 0.03)], palette.SKY, 0.6, loose=4, soft=wide * 0.06, layers=1, fade="up")
    ink.line(sheet, top, 2.0)
    ink.line(sheet, [(x - wide * 0.36, y + 3), (x + wide * 0.1, y + 5), (x + wide * 0.3, y + 2)], 1.6)
