"""Two pictures around a table and a chair: soup on Friday, and the long scarf."""

from dataclasses import replace
from itertools import pairwise

from . import animals, curves, ink, nature, palette, town
from .letters import letters
from .look import Look
from .paper import Sheet
from .part import part
from .people import SIT, STAND, person
from .things import bowl, bunting, mug, pot, smoke, table
from .wash import cut, wash

FATMA = Look(2, "hijab", top=palette.PLUM, legs=palette.DARK, coat=0.5, wears=("apron",), accent=palette.ROSE)
WIM = Look(0, "bald", palette.GREY, palette.DENIM, palette.SLATE, girth=1.3, wears=("moustache", "buttons"))
OLENA = Look(0, "braids", palette.OCHRE, palette.RED, palette.DARK, wears=("collar",), accent=palette.CREAM)
KOFI = Look(5, "short", palette.HAIR, palette.SUN, palette.SLATE, wears=("stripes",), accent=palette.PINE)
TRUUS = Look(1, "bun", palette.STONE, palette.PINE, palette.DARK, wears=("glasses", "buttons"))
LINH = Look(1, "long", palette.HAIR, palette.BRICK, palette.DARK, child=True)
BRAM = Look(0, "curly", palette.BRICK, palette.LEAF, palette.DENIM, child=True)
SANTI = Look(3, "short", palette.CHESTNUT, palette.OCHRE, palette.BARK, wears=("scarf",), accent=palette.DENIM)


def soup(sheet: Sheet) -> None:
    """Soup on Friday: one pot, more bowls than chairs."""
    town.field(sheet, 70, 60, 1530, 420, palette.DAWN, 1.0, fade="down", second=palette.ROSE)
    with sheet.far(0.5):
        town.row(sheet, 90, 1510, 600, 400, 200, 2.2)
    town.ground(sheet, 598, palette.STONE, 0.95, second=palette.CREAM)
    town.paving(sheet, 90, 1490, 640, 1130, 130)
    with sheet.far(0.25):
        nature.tree(sheet, 1330, 640, 500, wide=0.36)
    bunting(sheet, (84, 170), (700, 120), 90, 10)
    bunting(sheet, (700, 120), (1300, 210), 110, 10)
    person(sheet, 600, 930, 480, WIM, replace(STAND, hands=((520, 726), (670, 660)), front=True, turn=0.7))
    person(
        sheet, 800, 915, 440, OLENA, replace(STAND, hands=((720, 690), (880, 722)), front=True, turn=0.7, glad=1.6), -1
    )
    person(sheet, 1000, 935, 490, KOFI, replace(STAND, hands=((930, 722), (1086, 610)), front=True, turn=0.4), 1)
    person(sheet, 1200, 915, 425, TRUUS, replace(STAND, hands=((1140, 724), (1250, 726)), front=True, turn=0.8), -1)
    person(sheet, 1380, 935, 470, SANTI, replace(STAND, hands=((1310, 716), (1400, 650)), front=True, turn=0.7), -1)
    mug(sheet, 1090, 616, 32, palette.RED)
    mug(sheet, 1408, 656, 32, palette.DENIM)
    table(sheet, 150, 1470, 716, 116, 210, palette.CREAM)
    for x in range(200, 1450, 66):
        ink.line(sheet, [(x + 30 - (x - 800) * 0.036, 722), (x, 828)], 2.0, palette.RED)
    town.shade(sheet, 830, 1040, 620, 30, 0.4)
    bowl(sheet, 694, 672, 88, palette.LEAF, palette.OCHRE)
    town.shade(sheet, 420, 812, 180, 14, 0.5)
    pot(sheet, 390, 812, 280, 220)
    for dx, high in ((-60, 150), (0, 210), (60, 140)):
        smoke(sheet, 390 + dx, 580, high, 1)
    person(sheet, 236, 1020, 530, FATMA, replace(STAND, hands=((330, 690), (410, 552)), turn=0.8, nod=0.5))
    ink.line(sheet, [(412, 548), (436, 612)], 7)
    for x, y, colour, inside in (
        (600, 790, palette.DENIM, palette.OCHRE),
        (730, 812, palette.SUN, palette.BRICK),
        (870, 772, palette.PAPER, palette.OCHRE),
        (1000, 812, palette.LEAF, palette.BRICK),
        (1140, 776, palette.RED, palette.OCHRE),
        (1262, 806, palette.PAPER, palette.OCHRE),
    ):
        town.shade(sheet, x + 12, y + 42, 60, 8, 0.5)
        bowl(sheet, x, y, 110, colour, inside)
    loaf = curves.smooth([(1350, 828), (1346, 790), (1380, 764), (1430, 776), (1440, 828)], 5, closed=True)
    part(sheet, loaf, palette.WOOD)
    for x in (1368, 1392, 1416):
        ink.line(sheet, [(x - 6, 806), (x + 6, 782)], 2)
    person(sheet, 850, 1120, 320, LINH, replace(STAND, hands=((700, 940), (742, 866)), turn=0.8, lean=4), -1)
    person(sheet, 1110, 1128, 290, BRAM, replace(STAND, arms=((-14, 10), (120, 160)), turn=0.9))
    ink.line(sheet, [(1272, 960), (1284, 1128)], 6, palette.BARK)
    part(sheet, curves.turned(curves.box(1196, 880, 1352, 980), 4, (1270, 920)), palette.PAPER, corners=True)
    letters(sheet, "SOEP", 1212, 906, 38, 4.4, palette.RED, 4)
    town.shade(sheet, 560, 1124, 100, 12)
    animals.dog(sheet, 570, 1122, 160, 1, palette.CREAM, sits=True)
    animals.heron(sheet, 1456, 1120, 260, -1)


def knitting(sheet: Sheet) -> None:
    """One scarf, four knitters, no end in sight."""
    town.field(sheet, 70, 60, 1530, 700, palette.CREAM, 1.0, second=palette.SUN)
    _room(sheet)
    floor = curves.box(78, 690, 1522, 1128)
    cut(sheet, floor)
    town.field(sheet, 70, 684, 1530, 1140, palette.WOOD, 0.7)
    for y in (730, 782, 842, 912, 994, 1084):
        ink.line(sheet, [(80, y), (700, y + 3), (1520, y - 2)], 1.2, palette.BARK)
    rug = curves.ellipse(810, 975, 640, 130)
    cut(sheet, rug)
    wash(sheet, rug, palette.DENIM, 0.75, loose=5)
    ink.outline(sheet, rug, 2.2)
    ink.outline(sheet, curves.ellipse(810, 975, 580, 110), 1.8, palette.CREAM)
    seats = (
        (300, 850, HETTY, 1, 470),
        (610, 800, AYSE, 1, 440),
        (1010, 800, GIOVANNI, -1, 460),
        (1320, 850, BEP, -1, 470),
    )
    for x, y, _, facing, _ in seats:
        _chair(sheet, x, y, facing)
    for x, y, look, facing, tall in seats:
        hands = ((x + facing * 118, y - 96), (x + facing * 108, y - 84))
        body = person(sheet, x, y, tall, look, replace(SIT, hands=hands, turn=0.7, nod=0.5, glad=1.2), facing)
        _needles(sheet, *body.hands[1], facing)
    _scarf(sheet)
    animals.cat(sheet, 830, 1096, 130, -1, palette.OCHRE)
    _yarn(sheet, 700, 1076, 40, palette.RED)
    _yarn(sheet, 1010, 1068, 34, palette.PINE)
    _yarn(sheet, 1080, 1092, 28, palette.SUN)
    ink.line(sheet, [(735, 1090), (790, 1112), (868, 1080), (900, 1050)], 2.6, palette.RED)


HETTY = Look(0, "bun", palette.STONE, palette.PLUM, palette.DARK, coat=0.12, wears=("glasses",))
AYSE = Look(2, "hijab", top=palette.DENIM, legs=palette.DARK, coat=0.12, accent=palette.SAGE)
GIOVANNI = Look(
    3,
    "curly",
    palette.GREY,
    palette.BRICK,
    palette.DARK,
    girth=1.15,
    wears=("moustache", "collar"),
    accent=palette.CREAM,
)
BEP = Look(4, "short", palette.HAIR, palette.SUN, palette.SLATE, wears=("dots", "glasses"), accent=palette.PINE)
STRIPES = (
    palette.RED,
    palette.SUN,
    palette.PINE,
    palette.CREAM,
    palette.DENIM,
    palette.ROSE,
    palette.OCHRE,
    palette.PLUM,
)


def _room(sheet: Sheet) -> None:
    """A corner room: two tall windows, plants, a heron looking in."""
    with sheet.far(0.2):
        for x in (230, 930):
            frame = curves.box(x, 120, x + 430, 520)
            part(sheet, frame, palette.SKY, 2.8, corners=True)
            with sheet.far(0.65):
                nature.tree(sheet, x + 120, 516, 300)
                town.row(sheet, x + 210, x + 420, 516, 190, 100)
                wash(sheet, curves.box(x + 4, 480, x + 426, 518), palette.CANAL, 0.9, loose=2)
            if x == 930:
                animals.heron(sheet, 1120, 520, 230, -1)
            ink.edges(sheet, frame, 4.4)
            ink.line(sheet, [(x + 215, 120), (x + 215, 520)], 3.6, bent=False)
            part(sheet, curves.box(x - 18, 520, x + 448, 542), palette.CREAM, corners=True)
            for side, edge in ((1, x - 14), (-1, x + 444)):
                cloth = [
                    (edge, 100),
                    (edge + side * 92, 100),
                    (edge + side * 70, 320),
                    (edge + side * 18, 500),
                    (edge, 505),
                ]
                part(sheet, curves.divide([*cloth, cloth[0]], 8), palette.RED, 2.2)
                for fold in (24, 48):
                    ink.line(
                        sheet,
                        [(edge + side * fold, 108), (edge + side * fold * 0.9, 300), (edge + side * fold * 0.4, 480)],
                        1.4,
                    )
            for px in (x + 60, x + 366):
                nature.potted(sheet, px, 522, 84)
    part(sheet, curves.box(740, 180, 860, 330), palette.PAPER, 2.4, corners=True)
    wash(sheet, curves.box(756, 250, 844, 314), palette.CANAL, 0.9, loose=3)
    ink.line(sheet, [(756, 262), (790, 240), (820, 256), (844, 236)], 2)
    ink.line(sheet, [(78, 690), (760, 686), (1522, 692)], 2.6)
    ink.line(sheet, [(78, 660), (760, 657), (1522, 662)], 1.4)


def _chair(sheet: Sheet, x: float, y: float, facing: int) -> None:
    town.shade(sheet, x + 30, y + 176, 130, 16, 0.5)
    back = curves.smooth(
        curves.moved(
            [(-70, 12), (-98, -60), (-104, -180), (-60, -196), (-46, -60), (-40, 12)], x, y, mirror=facing < 0
        ),
        6,
        closed=True,
    )
    part(sheet, back, palette.PINE)
    for leg in (-64, 44):
        part(
            sheet,
            curves.tube(curves.moved([(leg, 20), (leg + leg * 0.1, 170)], x, y, mirror=facing < 0), (15, 11)),
            palette.WOOD,
            2.2,
        )
    seat = curves.smooth(
        curves.moved([(-86, 0), (70, -4), (84, 14), (70, 34), (-80, 34)], x, y, mirror=facing < 0), 6, closed=True
    )
    part(sheet, seat, palette.PINE)


def _needles(sheet: Sheet, x: float, y: float, facing: int) -> None:
    for turn in (-34, 22):
        a, b = curves.turned([(x - 40, y - 6), (x + 46, y - 10)], turn, (x, y))
        ink.line(sheet, [a, b], 4.2, palette.BARK, bent=False, taper=0.7)
        ink.dot(sheet, *(a if facing > 0 else b), 9, palette.RED)


def _scarf(sheet: Sheet) -> None:
    """It starts in everybody's hands and leaves the room under the door."""
    way = curves.smooth(
        [
            (428, 770),
            (440, 850),
            (520, 900),
            (640, 850),
            (735, 716),
            (770, 760),
            (800, 900),
            (860, 880),
            (890, 712),
            (960, 800),
            (1060, 900),
            (1190, 770),
            (1230, 880),
            (1160, 1000),
            (900, 1010),
            (620, 1000),
            (420, 1040),
            (240, 1020),
            (60, 1060),
        ],
        6,
    )
    wide, piece = 46, 8
    for at in range(0, len(way) - 1, piece):
        stretch = way[at : at + piece + 2]
        if len(stretch) < 2:
            break
        left, right = [], []
        for (ax, ay), (bx, by) in pairwise(stretch):
            long = max(0.1, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
            across = (-(by - ay) / long * wide / 2, (bx - ax) / long * wide / 2)
            left.append((ax + across[0], ay + across[1]))
            right.append((ax - across[0], ay - across[1]))
        band = [*left, *reversed(right)]
        cut(sheet, band)
        wash(sheet, band, STRIPES[at // piece % len(STRIPES)], 1.0, loose=1, layers=1, edge=0.6)
        ink.line(sheet, left, 2.3, wobble=0.4, taper=0)
        ink.line(sheet, right, 2.3, wobble=0.4, taper=0)
        for (lx, ly), (rx, ry) in zip(left[::3], right[::3], strict=True):
            for share in (0.25, 0.5, 0.75):
                px, py = lx + (rx - lx) * share, ly + (ry - ly) * share
                ink.line(sheet, [(px - 4, py - 3), (px, py + 3), (px + 4, py - 3)], 1.2, wobble=0.1)


def _yarn(sheet: Sheet, x: float, y: float, r: float, colour: palette.Colour) -> None:
    town.shade(sheet, x + 8, y + r, r, 7, 0.5)
    part(sheet, curves.ellipse(x, y, r, r), colour)
    for turn in (-50, -10, 35, 70):
        for share in (0.35, 0.75):
            ink.line(sheet, curves.ellipse(x, y, r * 0.94, r * share, 200, 340, turn), 1.4)
