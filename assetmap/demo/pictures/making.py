"""Two pictures of hands at work: the bicycle corner and the wall of tools."""

import math
from dataclasses import replace

from . import animals, curves, ink, nature, palette, town
from .letters import letters
from .look import Look
from .paper import Sheet
from .part import part
from .people import KNEEL, STAND, person
from .things import bicycle, box, mug, smoke, wheel
from .wash import cut, wash

YOUSSEF = Look(3, "short", palette.HAIR, palette.DENIM, palette.DARK, wears=("beard",))
MERLE = Look(
    1,
    "braids",
    palette.OCHRE,
    palette.RED,
    palette.SLATE,
    coat=0.4,
    skirt=True,
    child=True,
    wears=("dots",),
    accent=palette.PAPER,
)
GERDA = Look(0, "bun", palette.STONE, palette.PINE, palette.DARK, coat=0.4, wears=("glasses", "buttons"))
NEL = Look(0, "curly", palette.GREY, palette.DENIM, palette.DARK, wears=("glasses", "apron"), accent=palette.OCHRE)
SELIM = Look(2, "short", palette.HAIR, palette.RED, palette.SLATE, wears=("moustache",))


def bicycles(sheet: Sheet) -> None:
    """A flat tyre costs one apple pie."""
    town.field(sheet, 70, 60, 1530, 700, palette.BRICK, 0.7, second=palette.ROOF)
    _box(sheet)
    _notice(sheet)
    town.ground(sheet, 700, palette.STONE, 0.95, second=palette.CREAM)
    ink.line(sheet, [(76, 706), (700, 702), (1524, 708)], 2.6)
    town.paving(sheet, 90, 1490, 740, 1130, 120)
    for x, tall, colour in ((110, 330, palette.ROSE), (176, 260, palette.PLUM), (240, 300, palette.RED)):
        nature.hollyhock(sheet, x, 716, tall, colour)
    bicycle(sheet, 1150, 730, 74, 1, palette.SLATE)
    town.shade(sheet, 860, 1010, 300, 20, 0.5)
    _upside_down(sheet)
    person(sheet, 560, 1044, 520, YOUSSEF, replace(KNEEL, hands=((706, 800), (690, 840)), nod=0.7, glad=1.2))
    _wrench(sheet, 700, 826)
    person(sheet, 1170, 1066, 340, MERLE, replace(STAND, hands=((1088, 886), (1080, 892)), turn=0.9, glad=1.6), -1)
    _pie(sheet, 1064, 886)
    person(sheet, 1370, 1076, 490, GERDA, replace(STAND, hands=((1300, 850), (1292, 858)), turn=0.8), -1)
    _toolbox(sheet, 340, 1090)
    _tub(sheet, 900, 1110)
    animals.heron(sheet, 150, 1104, 290)


def _box(sheet: Sheet) -> None:
    """The inside of a garage with its door up: tyres on nails, tins, a radio, wheels against the wall."""
    inside = curves.box(330, 190, 1020, 702)
    cut(sheet, inside)
    wash(sheet, inside, palette.STONE, 0.9, loose=4)
    wash(sheet, inside, palette.DUSK, 0.5, loose=4)
    wash(sheet, curves.box(330, 190, 1020, 330), palette.DUSK, 0.5, loose=3, fade="down", edge=0)
    ink.edges(sheet, inside, 3.4)
    part(sheet, [(318, 120), (1032, 120), (1020, 196), (330, 196)], palette.PINE, 3.0, corners=True)
    for y in (142, 166):
        ink.line(sheet, [(326, y), (1024, y)], 1.8)
    for x, y, r in ((430, 300, 70), (566, 286, 58), (690, 300, 70), (910, 306, 76)):
        ink.line(sheet, [(x, y - r - 12), (x, y - r)], 3)
        ink.line(sheet, curves.ellipse(x, y, r, r)[:-1], r * 0.2, palette.DARK, closed=True, taper=0)
        ink.line(sheet, curves.ellipse(x, y, r * 1.1, r * 1.1)[:-1], 2, closed=True)
        ink.line(sheet, curves.ellipse(x, y, r * 0.88, r * 0.88)[:-1], 2, closed=True)
    part(sheet, curves.box(370, 462, 990, 480), palette.WOOD, corners=True)
    tins = (
        (390, 50, palette.RED),
        (440, 66, palette.SUN),
        (495, 44, palette.DENIM),
        (550, 58, palette.CREAM),
        (600, 40, palette.ROSE),
        (860, 66, palette.OCHRE),
        (912, 50, palette.PAPER),
        (950, 60, palette.RED),
    )
    for x, tall, colour in tins:
        part(sheet, curves.box(x, 462 - tall, x + 36, 462), colour, 2.0, corners=True)
        ink.line(sheet, [(x + 4, 462 - tall * 0.5), (x + 32, 462 - tall * 0.5)], 1.4)
    part(sheet, curves.box(680, 398, 810, 462), palette.LEAF, 2.2, corners=True)
    part(sheet, curves.ellipse(714, 430, 22, 22), palette.CREAM, 1.8)
    ink.line(sheet, [(796, 398), (830, 330)], 2)
    for x in (756, 782):
        ink.dot(sheet, x, 420, 8)
    for x, y in ((840, 384), (866, 366), (736, 372)):
        ink.line(sheet, [(x, y + 10), (x, y - 16), (x + 12, y - 12)], 2)
        ink.dot(sheet, x - 4, y + 11, 9)
    for x in (400, 460, 520):
        wheel(sheet, x, 622, 80, 2.2)
    part(sheet, curves.box(700, 560, 1000, 582), palette.WOOD, corners=True)
    for x in (716, 976):
        part(sheet, curves.box(x - 8, 582, x + 8, 702), palette.WOOD, corners=True)
    box(sheet, [(760, 620), (920, 620), (916, 702), (764, 702)], palette.SUN)
    animals.cat(sheet, 860, 560, 104, 1, palette.GREY, loaf=True)


def _notice(sheet: Sheet) -> None:
    town.bricks(sheet, curves.box(90, 90, 310, 690), 15, 1.3)
    town.bricks(sheet, curves.box(1050, 90, 1510, 690), 15, 1.3)
    board = curves.turned(curves.box(1090, 180, 1490, 430), -2, (1290, 300))
    part(sheet, board, palette.PAPER, 3.0, corners=True)
    letters(sheet, "LEKKE", 1118, 222, 40, 4.4, palette.INK, -2)
    letters(sheet, "BAND", 1322, 215, 40, 4.4, palette.INK, -2)
    letters(sheet, "= 1 TAART", 1126, 318, 48, 5, palette.RED, -2)
    for x, y in ((1106, 206), (1474, 190)):
        ink.dot(sheet, x, y, 10)


def _upside_down(sheet: Sheet) -> None:
    """The patient, on its saddle."""
    for x in (760, 1010):
        wheel(sheet, x, 800, 104, 2.8)
    hub, fore, crank, seat, head = (760, 800), (1010, 800), (858, 806), (826, 966), (974, 960)
    for a, b in ((hub, crank), (crank, seat), (hub, seat), (crank, head), (seat, head), (head, fore)):
        ink.line(sheet, [a, b], 9, bent=False, taper=0.1)
        ink.line(sheet, [a, b], 5, palette.RED, bent=False, taper=0.1, wobble=0.4)
    part(
        sheet,
        curves.smooth([(786, 990), (830, 984), (872, 992), (860, 1008), (800, 1006)], 4, closed=True),
        palette.DARK,
    )
    ink.line(sheet, [seat, (828, 990)], 5)
    ink.line(sheet, [head, (968, 1000), (930, 1008), (900, 1004)], 5)
    part(sheet, curves.ellipse(858, 806, 22, 22), palette.GREY, 2.2)
    ink.line(sheet, [(858, 806), (880, 850)], 4)
    ink.line(sheet, [(866, 852), (896, 850)], 5)
    tube = [(720, 888), (690, 930), (720, 980), (700, 1030)]
    ink.line(sheet, tube, 8, palette.DARK, taper=0)


def _wrench(sheet: Sheet, x: float, y: float) -> None:
    ink.line(sheet, [(x - 30, y + 24), (x + 26, y - 16)], 8, palette.GREY, bent=False, taper=0)
    ink.line(sheet, curves.ellipse(x + 32, y - 20, 13, 13, -10, 250), 6, palette.GREY)


def _pie(sheet: Sheet, x: float, y: float) -> None:
    part(sheet, [(x - 66, y - 12), (x + 66, y - 12), (x + 50, y + 18), (x - 50, y + 18)], palette.GREY, corners=True)
    part(sheet, curves.ellipse(x, y - 14, 70, 24), palette.OCHRE)
    for step in range(-2, 3):
        ink.line(sheet, [(x + step * 24 - 12, y - 26), (x + step * 24 + 12, y - 2)], 2)
        ink.line(sheet, [(x + step * 24 + 12, y - 26), (x + step * 24 - 12, y - 2)], 2)
    smoke(sheet, x, y - 40, 60)


def _toolbox(sheet: Sheet, x: float, y: float) -> None:
    town.shade(sheet, x + 20, y + 4, 110, 10, 0.5)
    for dx, colour in ((-60, palette.SUN), (-26, palette.RED), (14, palette.DENIM), (50, palette.WOOD)):
        part(sheet, curves.tube([(x + dx, y - 50), (x + dx * 1.3, y - 116)], (14, 18)), colour, 2.0)
    ink.line(sheet, curves.ellipse(x, y - 76, 70, 58, 190, 350), 6)
    part(sheet, curves.box(x - 92, y - 76, x + 92, y), palette.RED, corners=True)
    ink.line(sheet, [(x - 90, y - 50), (x + 90, y - 50)], 1.8)
    part(sheet, curves.box(x - 12, y - 60, x + 12, y - 38), palette.SUN, 1.8, corners=True)


def _tub(sheet: Sheet, x: float, y: float) -> None:
    """Where the bubbles are, there is the hole."""
    town.shade(sheet, x + 14, y - 2, 100, 12, 0.5)
    part(
        sheet,
        curves.smooth([(x - 92, y - 62), (x - 72, y - 4), (x, y + 6), (x + 72, y - 4), (x + 92, y - 62)], 5),
        palette.SLATE,
    )
    part(sheet, curves.ellipse(x, y - 62, 92, 22), palette.CANAL)
    ink.line(sheet, curves.ellipse(x - 10, y - 62, 62, 12, 180, 380), 7, palette.DARK, taper=0)
    for step in range(6):
        angle = step * 1.1
        ink.line(sheet, curves.ellipse(x + 30 + 12 * math.cos(angle), y - 78 - step * 11, 6, 6), 1.5)


def tools(sheet: Sheet) -> None:
    """Everything hangs in its own shadow, and what is away hangs at a neighbour's."""
    town.field(sheet, 70, 60, 1530, 760, palette.CREAM, 1.0, second=palette.SUN)
    board = curves.box(150, 110, 1230, 640)
    part(sheet, board, palette.SAGE, 3.0, corners=True)
    for y in range(140, 630, 34):
        for x in range(176, 1220, 34):
            if sheet.random.random() < 0.55:
                ink.dot(sheet, x, y, 3.2, palette.PINE)
    _hanging(sheet)
    _notes(sheet)
    town.ground(sheet, 790, palette.STONE, 0.9)
    ink.line(sheet, [(76, 796), (1524, 798)], 2.4)
    _corner(sheet)
    person(sheet, 470, 1010, 560, NEL, replace(STAND, hands=((610, 712), (350, 742)), front=True, turn=0.8, glad=1.2))
    person(
        sheet,
        900,
        1020,
        590,
        SELIM,
        replace(STAND, hands=((754, 690), (1000, 742)), front=True, turn=0.8, glad=1.6),
        -1,
    )
    _drill(sheet, 660, 690)
    _bench(sheet)
    animals.cat(sheet, 1050, 764, 124, -1, palette.OCHRE, loaf=True)
    mug(sheet, 250, 768, 50, palette.RED)
    smoke(sheet, 250, 700, 50, 2)
    animals.heron(sheet, 1420, 1116, 320, -1)


def _corner(sheet: Sheet) -> None:
    """A ladder and a wheelbarrow, which are in demand."""
    for x in (1300, 1392):
        part(sheet, [(x, 470), (x + 14, 470), (x + 44, 1000), (x + 30, 1000)], palette.WOOD, 2.4, corners=True)
    for step in range(7):
        y, shift = 510 + step * 72, step * 4
        part(sheet, curves.box(1312 + shift, y, 1400 + shift, y + 13), palette.WOOD, 2.0, corners=True)


def _hanging(sheet: Sheet) -> None:
    """Saw, hammer, level, pliers, spade, ladder and the white shape of what is on loan."""
    saw = [(200, 180), (430, 230), (436, 262), (196, 250)]
    part(sheet, saw, palette.GREY, corners=True)
    teeth = [(200 + step * 9.8, 250 + step * 0.5 + (8 if step % 2 else 0)) for step in range(24)]
    ink.line(sheet, teeth, 1.8, bent=False)
    part(
        sheet, curves.smooth([(424, 222), (496, 214), (510, 262), (476, 288), (430, 270)], 5, closed=True), palette.WOOD
    )
    cut(sheet, curves.ellipse(466, 250, 18, 14), palette.SAGE)
    ink.line(sheet, curves.ellipse(466, 250, 18, 14), 2)
    for x, tall in ((556, 190), (652, 160)):
        part(sheet, curves.box(x - 8, 190, x + 8, 190 + tall), palette.WOOD, corners=True)
        part(
            sheet,
            curves.smooth(
                [(x - 44, 168), (x - 20, 160), (x + 34, 162), (x + 40, 196), (x - 18, 196), (x - 46, 188)],
                4,
                closed=True,
            ),
            palette.DARK,
        )
    level = curves.box(200, 320, 500, 362)
    part(sheet, level, palette.SUN, corners=True)
    part(sheet, curves.ellipse(350, 341, 26, 12), palette.LEAF, 2)
    ink.dot(sheet, 356, 341, 11, palette.PAPER)
    for x, colour in ((220, palette.RED), (290, palette.DENIM), (360, palette.OCHRE), (430, palette.RED)):
        part(sheet, curves.tube([(x, 410), (x, 470)], (22, 26)), colour)
        ink.line(sheet, [(x, 472), (x, 560)], 5, palette.GREY, taper=0)
        ink.line(sheet, [(x - 7, 560), (x + 7, 560)], 4)
    for side in (-1, 1):
        part(
            sheet,
            curves.tube([(560 + side * 6, 470), (560 + side * 30, 520), (560 + side * 22, 600)], (14, 18, 16)),
            palette.RED,
        )
    part(
        sheet, curves.smooth([(544, 480), (548, 420), (560, 404), (572, 420), (576, 480)], 4, closed=True), palette.GREY
    )
    for x in (740, 812):
        ink.line(sheet, [(x, 130), (x, 156)], 2)
    part(sheet, curves.box(732, 160, 748, 470), palette.WOOD, corners=True)
    part(
        sheet, curves.smooth([(704, 470), (776, 470), (774, 560), (740, 604), (706, 560)], 5, closed=True), palette.GREY
    )
    part(sheet, curves.box(804, 160, 820, 450), palette.WOOD, corners=True)
    for tine in (-30, -10, 10, 30):
        ink.line(sheet, [(812, 450), (812 + tine, 476), (812 + tine, 590)], 6, palette.DARK, taper=0.3)
    for shape in (
        curves.smooth(
            [(900, 220), (1020, 214), (1024, 262), (960, 268), (956, 330), (924, 332), (918, 268), (898, 264)],
            5,
            closed=True,
        ),
        curves.ellipse(1130, 300, 62, 62),
        curves.box(880, 420, 1180, 450),
    ):
        cut(sheet, shape, palette.PAPER)
        ink.outline(sheet, curves.divide([*shape, shape[0]], 6), 1.8, palette.PINE)
    ink.outline(sheet, curves.ellipse(1130, 300, 12, 12), 1.8, palette.PINE)
    for x, y, colour in ((960, 360, palette.SUN), (1130, 380, palette.ROSE), (1030, 470, palette.SUN)):
        part(
            sheet,
            curves.turned(curves.box(x - 40, y, x + 40, y + 50), sheet.random.uniform(-6, 6), (x, y)),
            colour,
            1.8,
            corners=True,
        )
        ink.line(sheet, [(x - 26, y + 20), (x - 10, y + 15), (x + 6, y + 21), (x + 24, y + 16)], 1.8)
        ink.line(sheet, [(x - 24, y + 36), (x - 8, y + 31), (x + 10, y + 37)], 1.8)
    for x in range(890, 1190, 64):
        ink.line(sheet, curves.ellipse(x, 566, 22, 34, -60, 240), 5, palette.BARK, taper=0.1)


def _notes(sheet: Sheet) -> None:
    """The lending book, a clothes-peg for every neighbour, and a lamp."""
    part(sheet, curves.box(1290, 150, 1480, 430), palette.PAPER, 2.6, corners=True)
    letters(sheet, "IS BIJ", 1312, 176, 34, 3.4)
    for row in range(6):
        y = 246 + row * 30
        ink.line(sheet, [(1310, y), (1340, y - 4), (1376, y + 2)], 2, palette.DENIM)
        ink.line(sheet, [(1392, y - 2), (1420, y + 2), (1458, y - 3)], 2, palette.RED)
    ink.line(sheet, [(1384, 226), (1384, 410)], 1.4)
    ink.line(sheet, [(760, 64), (760, 100)], 2.4)
    part(sheet, [(700, 130), (728, 92), (792, 92), (820, 130)], palette.SUN, corners=True)


def _bench(sheet: Sheet) -> None:
    for leg in (200, 1060):
        part(sheet, curves.box(leg, 820, leg + 54, 1080), palette.WOOD, corners=True)
    part(sheet, curves.box(254, 980, 1060, 1004), palette.WOOD, corners=True, shade=True)
    box(sheet, [(300, 860), (520, 860), (516, 980), (304, 980)], palette.DENIM)
    box(sheet, [(560, 880), (740, 880), (736, 980), (564, 980)], palette.RED)
    part(sheet, [(140, 756), (1150, 756), (1180, 800), (110, 800)], palette.WOOD, corners=True)
    part(sheet, curves.box(110, 800, 1180, 836), palette.WOOD, corners=True, shade=True)
    for x in (200, 420, 800, 1000):
        ink.line(sheet, [(x, 768), (x + 90, 772), (x + 160, 768)], 1.4, palette.BARK)
    town.shade(sheet, 640, 1086, 520, 14, 0.5)
    for x in range(560, 860, 30):
        ink.line(
            sheet,
            curves.ellipse(x + sheet.random.uniform(-8, 8), 780 + sheet.random.uniform(-8, 10), 10, 5, 20, 300),
            1.4,
            palette.BARK,
        )


def _drill(sheet: Sheet, x: float, y: float) -> None:
    """It changes hands above the bench."""
    part(sheet, curves.box(x + 90, y - 8, x + 150, y + 2), palette.GREY, 2.0)
    part(
        sheet,
        curves.smooth(
            [
                (x - 70, y - 30),
                (x + 60, y - 30),
                (x + 92, y - 18),
                (x + 92, y + 12),
                (x + 60, y + 24),
                (x - 66, y + 24),
            ],
            5,
            closed=True,
        ),
        palette.RED,
    )
    part(sheet, curves.tube([(x - 40, y + 16), (x - 56, y + 70)], (34, 38)), palette.DARK)
