"""Two pictures in the green: the bench under the plane tree, and the courtyard garden."""

from dataclasses import replace

from . import animals, curves, ink, nature, palette, town
from .look import Look
from .paper import Sheet
from .part import part
from .people import SIT, STAND, person
from .things import box, mug
from .wash import wash

ARIE = Look(
    1,
    "flatcap",
    palette.GREY,
    palette.OCHRE,
    palette.DARK,
    girth=1.15,
    wears=("moustache", "buttons"),
    accent=palette.BARK,
)
MEHMET = Look(
    2, "bald", palette.GREY, palette.PINE, palette.SLATE, girth=1.05, wears=("glasses", "beard"), accent=palette.CREAM
)
ROSA = Look(
    4, "strawhat", palette.HAIR, palette.SUN, palette.DENIM, coat=0.5, skirt=True, wears=("dots",), accent=palette.RED
)
HALINA = Look(
    0, "bun", palette.GREY, palette.PLUM, palette.DARK, coat=0.3, wears=("glasses", "apron"), accent=palette.CREAM
)
WATCHING = (
    (756, 1, Look(2, "hijab", accent=palette.SUN, top=palette.PINE, coat=0.6)),
    (1250, 0, Look(5, "short", palette.HAIR, palette.RED)),
    (440, 0, Look(1, "bun", palette.GREY, palette.DENIM)),
)
SAM = Look(3, "curly", palette.HAIR, palette.DENIM, palette.WOOD, child=True)


def bench(sheet: Sheet) -> None:
    """Two men who disagree on a bench, every day, with pleasure."""
    town.field(sheet, 70, 60, 1530, 560, palette.SKY, 1.0, fade="down", second=palette.CANAL)
    nature.cloud(sheet, 330, 210, 250)
    animals.gull(sheet, 520, 150, 30)
    animals.gull(sheet, 600, 110, 22)
    with sheet.far(0.55):
        for x, tall in ((150, 200), (560, 240), (1180, 190), (1480, 220)):
            nature.tree(sheet, x, 500, tall)
        town.row(sheet, 90, 740, 520, 210, 112, 1.8)
        town.row(sheet, 1120, 1520, 520, 190, 104, 1.8)
        nature.hedge(sheet, 80, 1500, 540, 34)
    nature.water(sheet, curves.box(72, 540, 1528, 730), ripples=34)
    animals.duck(sheet, 250, 640, 62)
    animals.duck(sheet, 350, 662, 54, colour=palette.CHESTNUT, cap=palette.BARK)
    for step in range(3):
        animals.duck(sheet, 190 - step * 34, 672 + step * 5, 28, colour=palette.SUN, cap=palette.OCHRE)
    town.ground(sheet, 716, palette.SAGE, 1.0, second=palette.LEAF)
    ink.line(sheet, [(76, 722), (420, 728), (900, 720), (1524, 726)], 2.0)
    town.path(
        sheet,
        [
            *curves.smooth([(76, 1010), (420, 975), (900, 985), (1524, 950)], 9),
            *curves.smooth([(1524, 1062), (900, 1104), (420, 1094), (76, 1118)], 9),
        ],
    )
    nature.grass(sheet, 90, 1480, 760, 920, 36)
    town.shade(sheet, 940, 950, 520, 60)
    nature.tree(sheet, 1060, 880, 800, wide=0.5)
    town.bench(sheet, 440, 1110, 846, 122)
    town.shade(sheet, 790, 978, 300, 18, 0.6)
    person(
        sheet,
        610,
        842,
        570,
        ARIE,
        replace(SIT, legs=((76, 2), (84, -4)), arms=((20, 60), (72, 134)), lean=5, glad=0.3, turn=0.8),
    )
    person(sheet, 935, 842, 555, MEHMET, replace(SIT, arms=((30, 100), (34, 96)), lean=-4, glad=-0.6, turn=0.7), -1)
    mug(sheet, 752, 848, 42, palette.RED)
    part(sheet, curves.box(792, 756, 834, 848), palette.DENIM, 2.0, corners=True)
    part(sheet, curves.box(797, 732, 829, 758), palette.GREY, 2.0, corners=True)
    town.shade(sheet, 350, 1030, 140, 14)
    animals.dog(sheet, 330, 1026, 190, 1, palette.WOOD, sits=True)
    town.shade(sheet, 1290, 1006, 80, 9)
    animals.heron(sheet, 1280, 1004, 340, -1)
    nature.reeds(sheet, 1450, 770, 12, 170, 50)
    nature.reeds(sheet, 130, 780, 7, 120, 40)
    for x, colour in (
        (170, palette.SUN),
        (206, palette.PAPER),
        (1440, palette.SUN),
        (1480, palette.ROSE),
        (1410, palette.PAPER),
        (130, palette.ROSE),
    ):
        nature.flower(sheet, x, 905 + x % 7 * 5, 50, colour)
    nature.grass(sheet, 90, 1500, 1120, 1136, 22, tall=26)


def garden(sheet: Sheet) -> None:
    """The courtyard garden: more beans than anyone can eat."""
    town.field(sheet, 70, 60, 1530, 420, palette.SKY, 1.0, second=palette.CANAL)
    with sheet.far(0.6):
        _flats(sheet)
        nature.tree(sheet, 1010, 640, 420, wide=0.36)
        nature.hedge(sheet, 90, 1440, 640, 84)
    town.ground(sheet, 626, palette.SAGE, 1.0, second=palette.LEAF)
    town.path(
        sheet,
        curves.smooth([(690, 650), (770, 650), (900, 860), (1040, 1126), (520, 1126), (640, 860)], 9, closed=True),
    )
    for left, right, top, bottom in ((110, 600, 820, 910), (990, 1500, 820, 900)):
        _bed(sheet, left, right, top, bottom)
    nature.bean_pole(sheet, 240, 866, 470, 96)
    nature.bean_pole(sheet, 450, 872, 420, 88)
    for x, tall, size in ((1420, 560, 78), (1290, 450, 64), (1490, 390, 54), (1170, 330, 46)):
        nature.sunflower(sheet, x, 866, tall, size, (1350 - x) * 0.12)
    for x in range(1020, 1480, 74):
        for turn in (-160, -125, -90, -55, -20):
            nature.leaf(sheet, x, 888, 46, turn + x % 9, palette.LEAF)
    for x in range(126, 600, 46):
        nature.flower(
            sheet, x, 898, 44 + x % 5 * 6, (palette.RED, palette.SUN, palette.ROSE, palette.PLUM)[x // 46 % 4]
        )
    person(sheet, 700, 980, 480, ROSA, replace(STAND, lean=4, hands=((560, 640), (540, 720)), turn=0.9), -1)
    for px, py in ((548, 640), (536, 655), (524, 700), (540, 716)):
        ink.line(sheet, [(px, py), (px - 8, py + 26), (px - 4, py + 52)], 7, palette.PINE)
    body = person(
        sheet, 900, 1020, 450, HALINA, replace(STAND, hands=((960, 830), (850, 830)), front=True, turn=-0.5), 1
    )
    _basket(sheet, (body.hands[0][0] + body.hands[1][0]) / 2, 850)
    person(sheet, 1180, 1096, 300, SAM, replace(STAND, hands=((1266, 985), (1258, 990)), lean=12, nod=0.5))
    _watering_can(sheet, 1264, 985)
    town.shade(sheet, 400, 1082, 80, 10)
    animals.hen(sheet, 380, 1080, 130, 1)
    town.shade(sheet, 520, 1118, 66, 9)
    animals.hen(sheet, 510, 1116, 108, -1, palette.CREAM)
    animals.heron(sheet, 1490, 1112, 230, -1)
    nature.grass(sheet, 560, 1450, 1000, 1120, 20, tall=22)
    _pumpkins(sheet)


def _pumpkins(sheet: Sheet) -> None:
    """Nearest to us: what grew while nobody looked."""
    for x, y, turn in (
        (110, 1120, -60),
        (150, 1124, -100),
        (200, 1126, -140),
        (300, 1128, -60),
        (350, 1128, -110),
        (96, 1100, -20),
    ):
        nature.leaf(sheet, x, y, 92, turn, palette.PINE if turn % 20 else palette.LEAF, 0.9)
    for x, y, wide in ((190, 1096, 62), (286, 1106, 44)):
        town.shade(sheet, x + 8, y + wide * 0.62, wide, 8, 0.5)
        part(sheet, curves.ellipse(x, y, wide, wide * 0.72), palette.OCHRE)
        for share in (-0.55, 0.0, 0.55):
            ink.line(
                sheet,
                [
                    (x + share * wide * 0.5, y - wide * 0.66),
                    (x + share * wide, y),
                    (x + share * wide * 0.5, y + wide * 0.66),
                ],
                1.5,
            )
        ink.line(sheet, [(x, y - wide * 0.68), (x + 5, y - wide * 0.9), (x + 16, y - wide)], 6, palette.PINE)
    ink.line(sheet, [(96, 1128), (160, 1060), (250, 1070), (330, 1050), (372, 1084)], 3, palette.PINE)


def _bed(sheet: Sheet, left: float, right: float, top: float, bottom: float) -> None:
    earth = [(left + 30, top), (right - 20, top), (right, bottom), (left, bottom)]
    part(sheet, earth, palette.BARK, 2.0, corners=True)
    ink.hatch(sheet, earth, 14, 4, 1.3, keep=0.6)
    box(sheet, [(left, bottom), (right, bottom), (right, bottom + 50), (left, bottom + 50)], palette.WOOD, slats=2)
    town.shade(sheet, (left + right) / 2 + 14, bottom + 54, (right - left) / 2, 10)


def _basket(sheet: Sheet, x: float, y: float) -> None:
    for dx in (-44, -20, 8, 34):
        ink.line(sheet, [(x + dx, y), (x + dx + 6, y - 26), (x + dx + dx * 0.3, y - 44)], 8, palette.PINE)
    weave = curves.smooth([(x - 62, y - 14), (x + 62, y - 14), (x + 46, y + 64), (x - 46, y + 64)], 5, closed=True)
    part(sheet, weave, palette.WOOD)
    for down in (6, 24, 42):
        points = [(x - 54 + step * 9, y + down + (4 if step % 2 else -4)) for step in range(13)]
        ink.line(sheet, points, 1.4)


def _flats(sheet: Sheet) -> None:
    """Gallery flats around the garden: railings, washing, somebody who waves."""
    part(sheet, curves.box(96, 130, 1504, 640), palette.BRICK, 2.6, 0.75, corners=True)
    for floor, y in enumerate((290, 450, 610)):
        band = curves.box(96, y - 44, 1504, y)
        for x in range(130, 1400, 164):
            town.window(sheet, x, y - 122, x + 72, y - 50, 2.0)
            part(
                sheet,
                curves.box(x + 92, y - 126, x + 130, y - 12),
                (palette.PINE, palette.DENIM, palette.OCHRE, palette.RED)[(x // 164 + floor) % 4],
                2.0,
                corners=True,
            )
        for where, on, look in WATCHING:
            if on == floor:
                person(
                    sheet, where, y - 4, 126, look, replace(STAND, arms=((-10, 4), (140, 170)), front=True, turn=0.1)
                )
        wash(sheet, band, palette.CREAM, 0.9, loose=2)
        ink.line(sheet, [(96, y), (1504, y)], 3, bent=False)
        ink.line(sheet, [(96, y - 44), (1504, y - 44)], 2.2, bent=False)
        for x in range(110, 1504, 26):
            ink.line(sheet, [(x, y - 44), (x, y)], 1.2, bent=False)
    for x, y, colour in (
        (330, 252, palette.RED),
        (376, 252, palette.PAPER),
        (422, 252, palette.DENIM),
        (1080, 412, palette.SUN),
        (1124, 412, palette.ROSE),
        (1168, 412, palette.PAPER),
    ):
        part(sheet, [(x, y), (x + 38, y - 2), (x + 42, y + 60), (x + 18, y + 54), (x - 2, y + 62)], colour, 1.8)


def _watering_can(sheet: Sheet, x: float, y: float) -> None:
    ink.line(sheet, curves.ellipse(x, y + 6, 34, 30, 180, 360), 4)
    part(sheet, [(x + 26, y + 40), (x + 104, y - 12), (x + 110, y), (x + 28, y + 62)], palette.DENIM, 2.0)
    part(sheet, curves.box(x - 40, y + 10, x + 32, y + 76), palette.DENIM, 2.4, corners=True)
    for drop in range(7):
        ink.line(
            sheet, [(x + 110 + drop * 4, y + 2 + drop), (x + 122 + drop * 9, y + 56 + drop * 4)], 1.6, palette.SLATE
        )
