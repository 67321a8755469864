"""Two pictures on the Schie: waiting for the bridge, and rowing before anybody is up."""

from dataclasses import replace

from . import animals, curves, ink, nature, palette, town
from .look import Look
from .paper import Sheet
from .part import part
from .people import SIT, STAND, person
from .things import bicycle, gunwale, oar, rowing_boat
from .wash import cut, glow, wash

SKIPPER = Look(1, "flatcap", palette.GREY, palette.DENIM, palette.DARK, wears=("beard",), accent=palette.DARK)
YUSRA = Look(2, "hijab", top=palette.PINE, legs=palette.DARK, coat=0.7, accent=palette.SUN)
JOOST = Look(0, "curly", palette.BRICK, palette.OCHRE, palette.SLATE, wears=("scarf",), accent=palette.RED)
NADIA = Look(3, "long", palette.HAIR, palette.PLUM, palette.DARK, coat=0.3, wears=("buttons",))
TOM = Look(5, "afro", palette.HAIR, palette.RED, palette.DENIM, child=True, wears=("stripes",), accent=palette.CREAM)
GREET = Look(0, "bun", palette.STONE, palette.ROSE, palette.DARK, coat=0.4, wears=("glasses", "buttons"))
PIOTR = Look(0, "beanie", palette.CHESTNUT, palette.SLATE, palette.DARK, wears=("beard",), accent=palette.PINE)
MIEN = Look(1, "bun", palette.STONE, palette.RED, palette.DARK, wears=("scarf",), accent=palette.SUN)


def bridge(sheet: Sheet) -> None:
    """The bridge is open: everybody has time."""
    town.field(sheet, 70, 60, 1530, 470, palette.SKY, 1.0, fade="down", second=palette.CANAL)
    nature.cloud(sheet, 1180, 190, 270)
    nature.cloud(sheet, 360, 150, 190)
    animals.gull(sheet, 760, 160, 30)
    with sheet.far(0.5):
        nature.tree(sheet, 690, 440, 250)
        nature.tree(sheet, 1490, 440, 230)
        town.row(sheet, 90, 620, 440, 230, 118, 1.9)
        town.row(sheet, 800, 1420, 440, 210, 124, 1.9)
        part(sheet, curves.box(84, 440, 1516, 474), palette.STONE, 2.0, corners=True)
    nature.water(sheet, curves.box(72, 472, 1528, 850), ripples=60)
    _open_span(sheet)
    _barge(sheet)
    animals.duck(sheet, 1330, 760, 66, -1)
    animals.duck(sheet, 1440, 784, 56, -1, palette.CHESTNUT, palette.BARK)
    town.ground(sheet, 836, palette.STONE, 0.95, second=palette.CREAM)
    part(sheet, curves.box(74, 836, 1526, 868), palette.BRICK, 2.4, corners=True)
    for x in range(90, 1520, 52):
        ink.line(sheet, [(x, 838), (x - 3, 866)], 1.6)
    town.paving(sheet, 90, 1480, 900, 1130, 90)
    for x in (470, 1090):
        part(
            sheet,
            curves.smooth([(x - 20, 900), (x - 24, 846), (x, 830), (x + 24, 846), (x + 20, 900)], 4, closed=True),
            palette.DARK,
        )
    _barrier(sheet)
    bicycle(sheet, 280, 1090, 84, 1, palette.RED, crate=True)
    person(sheet, 356, 1096, 470, JOOST, replace(STAND, lean=5, hands=((424, 872), (450, 880)), turn=0.9))
    person(sheet, 690, 1080, 440, GREET, replace(STAND, hands=((760, 858), (752, 862)), turn=0.4, glad=1.5))
    person(sheet, 850, 1092, 480, YUSRA, replace(STAND, hands=((790, 850), (800, 742)), turn=0.5, glad=1.5), -1)
    _plums(sheet)
    person(sheet, 1010, 1112, 280, TOM, replace(STAND, arms=((-10, 6), (140, 160)), turn=-0.5, lean=-3))
    bicycle(sheet, 1180, 1100, 84, 1, palette.PINE)
    person(sheet, 1240, 1096, 465, NADIA, replace(STAND, hands=((1326, 886), (1310, 896)), turn=-0.6))
    animals.heron(sheet, 150, 1104, 270)
    town.shade(sheet, 560, 1116, 90, 10)
    animals.dog(sheet, 540, 1114, 130, 1, palette.WOOD)


def _open_span(sheet: Sheet) -> None:
    """The swing span lies along the water, on its round pier."""
    pier = [*curves.ellipse(1160, 560, 96, 20, 180, 360), *curves.ellipse(1160, 650, 96, 22, 0, 180)]
    part(sheet, pier, palette.BRICK)
    wash(sheet, curves.box(1060, 540, 1260, 588), palette.DUSK, 0.6, loose=3, clip=pier)
    for y in (580, 602, 624):
        ink.line(sheet, curves.ellipse(1160, y, 94, 20, 20, 160), 1.4)
    wash(sheet, curves.ellipse(1160, 690, 120, 22), palette.SLATE, 0.6, loose=5)
    deck = [(800, 516), (1500, 516), (1506, 552), (794, 552)]
    part(sheet, deck, palette.PINE, corners=True)
    for x in range(820, 1500, 40):
        ink.line(sheet, [(x, 520), (x, 550)], 1.4)
    for x in range(806, 1500, 58):
        ink.line(sheet, [(x, 516), (x, 456)], 2.4, bent=False)
        ink.line(sheet, [(x, 514), (x + 58, 460)], 1.3, bent=False)
    for y in (456, 484):
        ink.line(sheet, [(800, y), (1502, y)], 2.6, bent=False)


def _plums(sheet: Sheet) -> None:
    """A bag of plums, and two stones on their way to the water."""
    part(sheet, curves.smooth([(746, 846), (812, 846), (806, 924), (752, 924)], 4, closed=True), palette.CREAM)
    for x, y in ((762, 842), (782, 836), (800, 842)):
        part(sheet, curves.ellipse(x, y, 14, 12), palette.PLUM, 1.8)
    for start, top, end in (((716, 690), (640, 560), (560, 826)), ((818, 640), (960, 470), (1010, 740))):
        path = curves.smooth(
            [
                start,
                ((start[0] + top[0]) / 2, top[1] + 34),
                top,
                ((top[0] + end[0]) / 2, (top[1] + end[1]) / 2 - 30),
                end,
            ],
            5,
        )
        for at in range(5, len(path) - 3, 4):
            ink.dot(sheet, *path[at], 4.6)
        for side in (-1, 0, 1):
            ink.line(sheet, [(end[0] + side * 8, end[1] - 2), (end[0] + side * 20, end[1] - 20 + abs(side) * 8)], 2)
        ink.line(sheet, curves.ellipse(end[0], end[1] + 4, 26, 6, 20, 330), 1.6)


def _barge(sheet: Sheet) -> None:
    """A small old cargo boat with washing on the line and a skipper who is in no hurry."""
    wash(sheet, curves.ellipse(540, 800, 400, 26), palette.SLATE, 0.7, loose=7, layers=2)
    hull = [
        *curves.smooth([(150, 640), (200, 690), (260, 700), (800, 700), (880, 680), (936, 630)], 6),
        *curves.smooth([(926, 700), (890, 780), (840, 800), (240, 800), (180, 780), (150, 640)], 6),
    ]
    cabin = curves.box(250, 596, 470, 704)
    part(sheet, cabin, palette.CREAM, corners=True)
    part(sheet, [(238, 596), (246, 576), (476, 576), (484, 596)], palette.WOOD, corners=True)
    for x in (276, 346, 410):
        town.window(sheet, x, 620, x + 40, 660, 2.0)
    ink.line(sheet, [(580, 700), (580, 470)], 6, palette.BARK, taper=0.1)
    ink.line(sheet, [(580, 480), (880, 690)], 1.8)
    ink.line(sheet, [(580, 500), (300, 572)], 1.8)
    for step, colour in enumerate((palette.RED, palette.PAPER, palette.DENIM, palette.SUN, palette.PAPER)):
        x, y = 640 + step * 44, 524 + step * 31
        part(sheet, [(x, y), (x + 34, y + 24), (x + 30, y + 84), (x + 2, y + 70)], colour, 1.8)
    for x in (640, 720, 790):
        nature.bush(sheet, x, 704, 90, 50, palette.PINE)
    person(sheet, 512, 800, 290, SKIPPER, replace(STAND, hands=((470, 640), (600, 560)), front=True, turn=0.4))
    part(sheet, hull, palette.SLATE, 2.8)
    ink.line(sheet, curves.smooth([(170, 690), (250, 722), (800, 722), (900, 694)], 6), 5, palette.RED, taper=0.1)
    ink.hatch(sheet, [(240, 770), (860, 770), (840, 796), (250, 796)], 8, 0, 1.3, keep=0.6)
    animals.cat(sheet, 380, 578, 74, 1, palette.OCHRE, loaf=True)
    for x in (190, 420, 700, 900):
        nature.ripple(sheet, x, 812, 60, 1500)


def _barrier(sheet: Sheet) -> None:
    """Red and white, and everybody waits behind it."""
    part(sheet, curves.box(1474, 820, 1500, 1010), palette.GREY, corners=True)
    part(sheet, [(930, 812), (1500, 846), (1500, 866), (930, 826)], palette.PAPER, 2.2, corners=True)
    for step in range(5):
        x, y = 950 + step * 112, 813 + step * 6.7
        part(sheet, [(x, y), (x + 52, y + 3), (x + 52, y + 19), (x, y + 15)], palette.RED, 1.8, corners=True)


def rowing(sheet: Sheet) -> None:
    """Six in the morning: two rowers, one heron, no sound."""
    town.field(sheet, 70, 60, 1530, 640, palette.DAWN, 1.0)
    for bottom, colour, strength in ((380, palette.ROSE, 0.45), (230, palette.PLUM, 0.32)):
        wash(sheet, curves.box(84, 74, 1516, bottom), colour, strength, loose=9, layers=1, fade="down", edge=0)
    for x, y, wide in ((420, 200, 230), (640, 150, 150), (1240, 180, 190), (300, 290, 120)):
        wash(sheet, curves.ellipse(x, y, wide, 15), palette.ROSE, 0.5, loose=7, soft=5, layers=1)
        ink.line(sheet, [(x - wide * 0.7, y + 8), (x - wide * 0.1, y + 3), (x + wide * 0.5, y + 9)], 1.4, palette.PLUM)
    glow(sheet, 1060, 486, 330, (255, 240, 206), 0.95)
    sun = curves.ellipse(1060, 486, 60, 60)
    cut(sheet, sun)
    wash(sheet, sun, palette.SUN, 1.0, loose=2, layers=2)
    ink.outline(sheet, sun, 1.5, palette.OCHRE)
    _skyline(sheet)
    nature.water(sheet, curves.box(72, 566, 1528, 1136), (222, 206, 214), ripples=40)
    wash(sheet, curves.box(78, 740, 1522, 1130), palette.SLATE, 0.5, loose=6, layers=1, fade="up", edge=0)
    for y in (566, 592):
        for x in range(120, 1500, 190):
            glow(sheet, x + y % 90, y, 120, palette.PAPER, 0.34)
    for step in range(10):
        y = 592 + step * 33
        half = 96 - step * 5 + (step % 2) * 30
        wash(sheet, curves.ellipse(1060 + (step % 3 - 1) * 16, y, half, 8), palette.SUN, 0.95, loose=4, layers=1)
        ink.line(sheet, [(1060 - half * 0.7, y + 4), (1060, y + 7), (1060 + half * 0.6, y + 3)], 1.5, palette.OCHRE)
    wash(sheet, curves.ellipse(690, 912, 400, 40), palette.DUSK, 0.6, loose=8, layers=2)
    side = rowing_boat(sheet, 690, 880, 740, -1)
    first = person(
        sheet,
        520,
        800,
        400,
        PIOTR,
        replace(SIT, lean=-14, feet=((640, 846), (652, 850)), hands=((650, 690), (644, 704)), turn=0.8),
        1,
    )
    second = person(
        sheet,
        770,
        800,
        380,
        MIEN,
        replace(SIT, lean=-12, feet=((880, 846), (892, 850)), hands=((890, 692), (884, 706)), turn=0.6, glad=1.4),
        1,
    )
    gunwale(sheet, side, palette.RED)
    for body, blade in ((first, (430, 944)), (second, (700, 956))):
        oar(sheet, (body.hands[1][0] + 6, body.hands[1][1] - 4), blade)
        for ring in (36, 64):
            ink.line(sheet, curves.ellipse(blade[0] - 30, blade[1] + 16, ring, ring * 0.24, 20, 330), 1.5)
    for x in (200, 290, 1060, 1150):
        nature.ripple(sheet, x, 925 + x % 5 * 6, 60, 1500)
    animals.heron(sheet, 1250, 1096, 350, -1)
    nature.reeds(sheet, 1400, 1128, 26, 340, 100)
    nature.reeds(sheet, 150, 1128, 12, 220, 60)
    animals.duck(sheet, 320, 1046, 70, 1)
    animals.duck(sheet, 440, 1074, 60, 1, palette.CHESTNUT, palette.BARK)


def _skyline(sheet: Sheet) -> None:
    """The far bank against the light: no windows, no leaves, only how high things are."""
    random = sheet.random
    roofs, x = [(80, 572)], 80
    while x < 640:
        wide, tall = random.uniform(56, 84), random.uniform(70, 104)
        roofs += [(x, 572 - tall * 0.6), (x + wide * 0.5, 572 - tall), (x + wide, 572 - tall * 0.6)]
        x += wide
    roofs.append((x, 572))
    wash(sheet, roofs, palette.DUSK, 0.62, loose=2, layers=2)
    ink.line(sheet, roofs, 1.3, palette.DUSK, bent=False)
    for x, tall in ((690, 150), (760, 120), (840, 140), (920, 90), (1220, 110), (1300, 160), (1380, 140), (1446, 160)):
        blot = nature.bumpy(curves.blob(x, 572 - tall * 0.62, tall * 0.4, tall * 0.4, random, 9), 16, random)
        wash(sheet, blot, palette.DUSK, 0.56, loose=3, layers=2)
        wash(sheet, curves.box(x - 4, 572 - tall * 0.4, x + 5, 572), palette.DUSK, 0.56, loose=1, layers=1)
        ink.outline(sheet, blot, 1.2, palette.DUSK)
