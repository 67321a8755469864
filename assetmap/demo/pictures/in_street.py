"""Two pictures in the street: the little bookcase, and the window with the poem."""

from dataclasses import replace

from . import animals, curves, ink, nature, palette, town
from .letters import letters
from .look import Look
from .paper import Sheet
from .part import part
from .people import SIT, STAND, person
from .things import books
from .wash import cut, wash

JOZEF = Look(
    0,
    "flatcap",
    palette.STONE,
    palette.BARK,
    palette.DARK,
    coat=0.3,
    wears=("moustache", "buttons"),
    accent=palette.DENIM,
)
AMINA = Look(4, "afro", palette.HAIR, palette.SUN, palette.DENIM, child=True, coat=0.35, skirt=True)
DANYLO = Look(
    0, "short", palette.OCHRE, palette.LEAF, palette.DENIM, child=True, wears=("stripes",), accent=palette.PAPER
)
SOFIE = Look(1, "long", palette.CHESTNUT, palette.RED, palette.DARK, coat=0.35, wears=("buttons",))
KOFI = Look(5, "short", palette.HAIR, palette.SLATE, palette.DARK, wears=("scarf", "glasses"), accent=palette.SUN)


def bookcase(sheet: Sheet) -> None:
    """A cupboard on a pole, full in seven languages."""
    town.field(sheet, 70, 60, 1530, 560, palette.SKY, 1.0, fade="down", second=palette.CANAL)
    with sheet.far(0.5):
        part(sheet, curves.box(1282, 214, 1326, 420), palette.BRICK, 2.2, corners=True)
        town.row(sheet, 90, 1510, 690, 470, 236, 2.4)
    with sheet.far(0.3):
        # Not everybody who reads along stands on the ground.
        animals.heron(sheet, 1304, 216, 120, -1)
    with sheet.far(0.5):
        nature.hedge(sheet, 86, 1440, 726, 70)
    town.ground(sheet, 712, palette.STONE, 0.95, second=palette.CREAM)
    town.paving(sheet, 90, 1490, 760, 1130, 110)
    with sheet.far(0.15):
        nature.tree(sheet, 250, 800, 640, wide=0.34)
    nature.bush(sheet, 180, 830, 120, 60)
    nature.bush(sheet, 320, 836, 130, 66)
    _cupboard(sheet)
    person(sheet, 1180, 1070, 540, JOZEF, replace(STAND, hands=((1000, 640), (1060, 760)), turn=0.9, nod=0.2), -1)
    _open_book(sheet, 1050, 760, 44, palette.DENIM)
    person(
        sheet,
        560,
        1060,
        350,
        AMINA,
        replace(
            STAND,
            hands=((690, 700), (706, 716)),
            arms=((100, 130), (120, 140)),
            legs=((-4, 8), (6, 14)),
            turn=0.9,
            glad=1.5,
        ),
    )
    _reader(sheet)


def _cupboard(sheet: Sheet) -> None:
    town.shade(sheet, 860, 1056, 200, 18, 0.5)
    part(sheet, curves.box(812, 800, 848, 1050), palette.WOOD, corners=True)
    part(sheet, [(640, 300), (1020, 300), (1020, 806), (640, 806)], palette.RED, 3.2, corners=True)
    inside = curves.box(672, 336, 988, 774)
    cut(sheet, inside)
    wash(sheet, inside, palette.CHESTNUT, 0.7, loose=2)
    ink.edges(sheet, inside, 2.6)
    for foot in (474, 620, 766):
        books(sheet, 682, 980, foot, 128)
        part(sheet, curves.box(672, foot, 988, foot + 12), palette.WOOD, 2.2, corners=True)
    part(sheet, [(600, 304), (830, 190), (1060, 304)], palette.PINE, 3.2, corners=True)
    for x in range(640, 1040, 36):
        ink.line(sheet, [(x, 300), (830 + (x - 830) * 0.62, 250)], 1.4)
    part(sheet, [(1020, 302), (1150, 350), (1150, 836), (1020, 804)], palette.RED, 2.8, corners=True)
    glass = [(1042, 350), (1128, 380), (1128, 790), (1042, 762)]
    part(sheet, glass, palette.SKY, 2.0, corners=True)
    ink.line(sheet, [(1060, 480), (1110, 400)], 1.6)
    ink.line(sheet, [(1060, 520), (1118, 430)], 1.6)
    sign = curves.turned(curves.box(700, 226, 960, 296), -1, (830, 260))
    part(sheet, sign, palette.PAPER, 2.4, corners=True)
    letters(sheet, "NEEM MEE", 722, 246, 32, 3.6, palette.RED, -1)


def _open_book(sheet: Sheet, x: float, y: float, size: float, colour: palette.Colour) -> None:
    for side in (-1, 1):
        part(
            sheet,
            [(x, y), (x + side * size, y - size * 0.34), (x + side * size, y - size * 0.9), (x, y - size * 0.56)],
            palette.PAPER,
            2.0,
            corners=True,
        )
        for share in (0.3, 0.5, 0.7):
            ink.line(
                sheet,
                [
                    (x + side * size * 0.16, y - size * (0.2 + share * 0.4)),
                    (x + side * size * 0.84, y - size * (0.42 + share * 0.4)),
                ],
                1.1,
            )
    ink.line(sheet, [(x - size, y - size * 0.3), (x, y + 3), (x + size, y - size * 0.3)], 3.4, colour)


def _reader(sheet: Sheet) -> None:
    """Somebody who could not wait until he was home, and a dog that listens."""
    town.shade(sheet, 370, 1104, 210, 12, 0.5)
    person(
        sheet,
        310,
        1076,
        360,
        DANYLO,
        replace(SIT, legs=((96, 40), (84, 70)), hands=((410, 1000), (420, 1006)), nod=0.9, turn=0.8),
    )
    _open_book(sheet, 424, 1010, 46, palette.RED)
    animals.dog(sheet, 560, 1118, 130, -1, palette.OCHRE, sits=True)


def window(sheet: Sheet) -> None:
    """Every week another poem behind the glass, readable from the pavement."""
    wall = curves.box(70, 60, 1530, 860)
    glass = curves.box(456, 166, 1194, 690)
    wash(sheet, glass, palette.SUN, 0.6, loose=3)
    wash(sheet, glass, palette.OCHRE, 0.35, loose=3, fade="up")
    _inside(sheet)
    _round(sheet, glass, wall)
    town.bricks(sheet, curves.box(86, 80, 410, 850), 16, 1.4)
    town.bricks(sheet, curves.box(1250, 80, 1514, 850), 16, 1.4)
    town.bricks(sheet, curves.box(420, 760, 1240, 850), 16, 1.4)
    for side in ((456, 166, 420, 130), (1194, 166, 1230, 130), (456, 690, 420, 720), (1194, 690, 1230, 720)):
        ink.line(sheet, [side[:2], side[2:]], 2)
    ink.edges(sheet, curves.box(420, 130, 1230, 720), 3.4)
    ink.edges(sheet, glass, 3)
    ink.line(sheet, [(960, 166), (960, 690)], 5, bent=False)
    ink.line(sheet, [(456, 290), (1194, 290)], 5, bent=False)
    part(sheet, curves.box(396, 720, 1254, 750), palette.STONE, 3, corners=True)
    part(sheet, [(404, 132), (420, 84), (1230, 84), (1246, 132)], palette.ROOF, 2.4, corners=True)
    for x in range(430, 1230, 30):
        ink.line(sheet, [(x, 88), (x - (825 - x) * 0.02, 130)], 1.6)
    _door(sheet)
    town.ground(sheet, 858, palette.STONE, 0.95, second=palette.CREAM)
    ink.line(sheet, [(76, 864), (1524, 862)], 2.6)
    town.paving(sheet, 90, 1490, 900, 1130, 90)
    for x, tall, colour in (
        (440, 330, palette.ROSE),
        (500, 250, palette.PLUM),
        (1226, 380, palette.RED),
        (1290, 290, palette.SUN),
        (1490, 330, palette.ROSE),
    ):
        nature.hollyhock(sheet, x, 872, tall, colour)
    person(sheet, 650, 1086, 470, SOFIE, replace(STAND, arms=((-8, 10), (86, 138)), turn=0.9, glad=1.4), 1)
    person(sheet, 1020, 1094, 490, KOFI, replace(STAND, hands=((920, 840), (950, 900)), turn=0.9, nod=-0.2), -1)
    town.shade(sheet, 860, 1112, 90, 10)
    collar = animals.dog(sheet, 850, 1112, 124, -1, palette.WOOD, sits=True)
    ink.line(sheet, [collar, (884, 950), (918, 858)], 2.4)
    animals.heron(sheet, 250, 1090, 300)


def _round(sheet: Sheet, glass: list, wall: list) -> None:
    """The wall and the window frame are painted round the glass, so that who stands inside stays inside."""
    left, top, right, bottom = curves.bounds(glass)
    for strip in (
        curves.box(60, 50, left, 900),
        curves.box(right, 50, 1540, 900),
        curves.box(left, 50, right, top),
        curves.box(left, bottom, right, 900),
    ):
        cut(sheet, strip)
    around = [
        *wall,
        wall[0],
        (left - 36, top - 36),
        (left - 36, bottom + 30),
        (right + 36, bottom + 30),
        (right + 36, top - 36),
        (left - 36, top - 36),
    ]
    wash(sheet, around, palette.BRICK, 0.8, loose=0.5, layers=1)
    wash(
        sheet,
        [(70, 60), (1530, 60), (1530, 130), (70, 130)],
        palette.ROOF,
        0.3,
        loose=12,
        layers=1,
        fade="down",
        edge=0,
    )
    frame = [
        (left - 36, top - 36),
        (right + 36, top - 36),
        (right + 36, bottom + 30),
        (left - 36, bottom + 30),
        (left - 36, top - 36),
        (left, top),
        (left, bottom),
        (right, bottom),
        (right, top),
        (left, top),
    ]
    wash(sheet, frame, palette.CREAM, 0.9, loose=0.5, layers=1)


POEM = (("WIE LANGS", palette.INK), ("KOMT WOONT", palette.INK), ("HIER EVEN", palette.RED))


def _inside(sheet: Sheet) -> None:
    """The poem in large letters, a lamp, plants on the sill, and who wrote it."""
    part(sheet, curves.turned(curves.box(500, 316, 930, 590), -1, (700, 450)), palette.PAPER, 2.6, corners=True)
    for row, (words, colour) in enumerate(POEM):
        letters(sheet, words, 528 + row * 6, 354 + row * 74, 41, 4.4, colour, -1)
    person(
        sheet,
        1070,
        850,
        480,
        Look(0, "bun", palette.STONE, palette.PLUM, palette.DARK, wears=("glasses", "collar"), accent=palette.CREAM),
        replace(STAND, arms=((-20, -8), (128, 168)), front=True, turn=-0.4, glad=1.3),
    )
    for x, tall in ((520, 104), (620, 78), (1150, 116), (740, 90)):
        nature.potted(sheet, x, 690, tall, palette.DENIM)
    animals.cat(sheet, 846, 690, 112, 1, palette.GREY, loaf=True)
    ink.line(sheet, [(1080, 166), (1080, 196)], 2)
    part(sheet, [(1036, 246), (1058, 196), (1102, 196), (1124, 246)], palette.RED, corners=True)


def _door(sheet: Sheet) -> None:
    part(sheet, curves.box(150, 230, 350, 864), palette.CREAM, 3, corners=True)
    part(sheet, curves.box(172, 340, 328, 864), palette.PINE, 3, corners=True)
    town.window(sheet, 176, 248, 324, 326, 2.2)
    for y in (380, 640):
        ink.edges(sheet, curves.box(196, y, 304, y + (120 if y == 380 else 190)), 1.8)
    part(sheet, curves.box(206, 550, 294, 574), palette.OCHRE, 2, corners=True)
    ink.line(sheet, [(214, 562), (286, 562)], 2)
    ink.dot(sheet, 312, 606, 13, palette.OCHRE)
    part(sheet, curves.box(130, 850, 370, 876), palette.STONE, corners=True)
    part(sheet, curves.box(1330, 420, 1440, 500), palette.DENIM, corners=True)
    letters(sheet, "12", 1356, 436, 46, 5, palette.PAPER)
