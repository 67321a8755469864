"""Two pictures of play: Saturday's football, and the lanterns in November."""

from dataclasses import replace

from . import animals, curves, ink, nature, palette, town
from .look import Look
from .paper import Sheet
from .part import part
from .people import CHEER, KICK, RUN, STAND, WALK, person
from .things import ball, lantern
from .wash import cut, glow, wash

OMA = Look(0, "bun", palette.STONE, palette.PLUM, palette.DARK, coat=0.45, wears=("glasses", "buttons"))
TEAM = (
    Look(4, "braids", palette.HAIR, palette.RED, palette.DENIM, child=True),
    Look(1, "short", palette.OCHRE, palette.SUN, palette.SLATE, child=True, wears=("stripes",), accent=palette.PINE),
    Look(2, "curly", palette.HAIR, palette.RED, palette.DARK, child=True),
    Look(5, "short", palette.HAIR, palette.SUN, palette.DENIM, child=True),
    Look(0, "long", palette.BRICK, palette.SUN, palette.PLUM, child=True),
)
FATHER = Look(2, "bald", palette.HAIR, palette.RED, palette.DARK, girth=1.3, wears=("beard",))
MOTHER = Look(3, "hijab", top=palette.PINE, legs=palette.DARK, coat=0.7, accent=palette.OCHRE)


def football(sheet: Sheet) -> None:
    """Five against five, and grandmother keeps goal."""
    town.field(sheet, 70, 60, 1530, 520, palette.SKY, 1.0, fade="down", second=palette.CANAL)
    nature.cloud(sheet, 980, 170, 240)
    with sheet.far(0.55):
        _tower(sheet, 200, 520, 84, 500)
        _tower(sheet, 1180, 1460, 200, 500)
        town.row(sheet, 560, 1120, 500, 170, 96, 2.0)
        for x in (110, 560, 1120, 1500):
            nature.tree(sheet, x, 520, 240)
        nature.hedge(sheet, 80, 1480, 540, 40)
    town.ground(sheet, 526, palette.LEAF, 0.85, second=palette.PINE)
    for points in (
        [(80, 610), (800, 604), (1520, 612)],
        [(80, 1080), (800, 1090), (1520, 1078)],
        [(700, 606), (660, 1086)],
    ):
        ink.line(sheet, points, 5, palette.PAPER, taper=0.1)
    ink.line(sheet, curves.ellipse(690, 830, 150, 80)[:-1], 5, palette.PAPER, closed=True)
    _goal(sheet)
    with sheet.far(0.2):
        person(sheet, 330, 660, 230, MOTHER, replace(STAND, arms=((-10, 10), (130, 160)), turn=0.6))
        person(sheet, 450, 656, 150, replace(TEAM[4], top=palette.ROSE), CHEER)
        person(
            sheet,
            230,
            664,
            240,
            Look(1, "flatcap", palette.GREY, palette.WOOD, palette.DARK, accent=palette.BARK, wears=("moustache",)),
            replace(STAND, turn=0.9),
        )
    with sheet.far(0.2):
        animals.heron(sheet, 130, 668, 190)
    person(
        sheet,
        1330,
        1000,
        450,
        OMA,
        replace(CHEER, arms=((-120, -150), (112, 96)), legs=((-22, -10), (24, 12)), turn=0.5, glad=1.4),
        -1,
    )
    person(sheet, 430, 830, 280, TEAM[1], RUN)
    person(sheet, 880, 800, 280, TEAM[3], replace(RUN, turn=0.5), -1)
    person(sheet, 230, 1040, 330, TEAM[2], replace(RUN, glad=1.6))
    person(
        sheet,
        530,
        1112,
        480,
        FATHER,
        replace(RUN, lean=4, legs=((-24, -60), (40, 20)), arms=((40, 90), (-50, 10)), glad=-0.3, turn=0.7),
    )
    person(sheet, 850, 1080, 340, TEAM[0], replace(KICK, glad=1.8))
    for share in range(5):
        x, y = 985 + share * 22, 940 - share * 30
        ink.line(sheet, [(x, y), (x + 14, y - 20)], 2.2)
    town.shade(sheet, 1120, 1010, 36, 8, 0.5)
    ball(sheet, 1116, 756, 34)
    animals.dog(sheet, 1040, 1108, 130, 1, palette.OCHRE)
    nature.grass(sheet, 90, 1500, 1090, 1136, 24, tall=20)


def _tower(sheet: Sheet, left: float, right: float, top: float, foot: float) -> None:
    """A tall block of flats, one of many balconies in use."""
    part(sheet, curves.box(left, top, right, foot), palette.STONE, 2.4, corners=True)
    wash(sheet, curves.box(right - 60, top, right, foot), palette.DUSK, 0.3, loose=3)
    floors = int((foot - top) / 46)
    for floor in range(floors):
        y = top + 14 + floor * 46
        for x in range(int(left) + 16, int(right) - 40, 56):
            town.window(sheet, x, y, x + 36, y + 22, 1.6, lit=sheet.random.random() < 0.12)
        ink.line(sheet, [(left, y + 32), (right, y + 32)], 1.6, bent=False)


def _goal(sheet: Sheet) -> None:
    """Two heaps of coats, and the posts everybody sees."""
    for x, y in ((1160, 740), (1440, 1010)):
        town.shade(sheet, x + 10, y + 4, 70, 10, 0.5)
        part(sheet, curves.blob(x, y - 16, 62, 26, sheet.random, 8), palette.DENIM)
        part(sheet, curves.blob(x - 10, y - 38, 46, 22, sheet.random, 8), palette.RED)
        part(
            sheet,
            curves.smooth([(x - 6, y - 62), (x + 30, y - 70), (x + 36, y - 40), (x, y - 34)], 4, closed=True),
            palette.SUN,
        )


def lanterns(sheet: Sheet) -> None:
    """Dark at five, and the whole street along the water with lights."""
    walkers = (
        (
            250,
            1040,
            430,
            Look(2, "hijab", top=palette.PINE, legs=palette.DARK, coat=0.6, accent=palette.ROSE),
            (350, 760),
            palette.SUN,
            "round",
        ),
        (
            440,
            1060,
            290,
            Look(1, "beanie", palette.OCHRE, palette.RED, palette.DARK, child=True, accent=palette.SUN),
            (520, 850),
            palette.RED,
            "star",
        ),
        (
            650,
            1030,
            280,
            Look(
                4, "afro", palette.HAIR, palette.SUN, palette.DARK, child=True, wears=("scarf",), accent=palette.DENIM
            ),
            (730, 830),
            palette.OCHRE,
            "fish",
        ),
        (
            860,
            1050,
            460,
            Look(
                0,
                "flatcap",
                palette.GREY,
                palette.DENIM,
                palette.DARK,
                coat=0.3,
                wears=("beard", "buttons"),
                accent=palette.BARK,
            ),
            (970, 750),
            palette.ROSE,
            "round",
        ),
        (
            1080,
            1040,
            270,
            Look(
                0, "braids", palette.BRICK, palette.PLUM, palette.DARK, child=True, wears=("scarf",), accent=palette.RED
            ),
            (1160, 850),
            palette.LEAF,
            "star",
        ),
        (
            1290,
            1050,
            440,
            Look(3, "long", palette.HAIR, palette.RED, palette.DARK, coat=0.4, wears=("scarf",), accent=palette.CREAM),
            (1400, 770),
            palette.SUN,
            "fish",
        ),
    )
    lights = [(x, y + 40, 190.0) for *_, (x, y), _, _ in walkers]
    wash(sheet, curves.box(70, 60, 1530, 620), palette.NIGHT, 1.0, loose=13, layers=3, spare=[(1250, 210, 190)])
    wash(
        sheet, curves.box(76, 66, 1524, 500), palette.DUSK, 0.7, loose=10, fade="down", edge=0, spare=[(1250, 210, 190)]
    )
    _night_sky(sheet)
    _dark_houses(sheet)
    wash(sheet, curves.box(72, 590, 1528, 800), palette.NIGHT, 1.0, loose=8, layers=2)
    wash(sheet, curves.box(72, 590, 1528, 800), palette.SLATE, 0.8, loose=8, layers=2)
    for x in range(150, 1500, 118):
        for step in range(4):
            wash(
                sheet,
                curves.ellipse(x + step % 2 * 8, 616 + step * 26, 26 - step * 4, 4),
                palette.SUN,
                0.9,
                loose=2,
                layers=1,
            )
            glow(sheet, x + step % 2 * 8, 616 + step * 26, 34 - step * 4, (246, 214, 130), 0.7)
    for _ in range(30):
        nature.ripple(sheet, sheet.random.uniform(90, 1440), sheet.random.uniform(610, 780), 40, 1500, (40, 46, 84))
    cut(sheet, curves.box(80, 800, 1520, 1128), (226, 214, 222))
    wash(
        sheet,
        curves.box(70, 790, 1530, 1140),
        palette.DUSK,
        1.0,
        loose=13,
        layers=2,
        spare=[(x, 1040, 250) for x, *_ in walkers],
    )
    wash(
        sheet,
        curves.box(74, 794, 1526, 1136),
        palette.NIGHT,
        0.5,
        loose=13,
        layers=1,
        spare=[(x, 1040, 260) for x, *_ in walkers],
    )
    ink.line(sheet, [(74, 798), (800, 794), (1526, 800)], 3)
    town.paving(sheet, 90, 1490, 850, 1130, 80)
    for x, y, radius in lights:
        glow(sheet, x, y, radius, (255, 224, 140), 0.85)
    for x, y, tall, look, stick, colour, shape in walkers:
        person(
            sheet,
            x,
            y,
            tall,
            look,
            replace(WALK, hands=(None, (x + tall * 0.2, y - tall * 0.66)), turn=0.6 if x % 20 else 0.2, glad=1.4),
        )
        ink.line(
            sheet, [(x + tall * 0.2, y - tall * 0.64), (x + tall * 0.26, y - tall * 0.74), stick], 3.6, palette.BARK
        )
        lantern(sheet, *stick, 40, colour, shape)
    animals.dog(sheet, 760, 1112, 120, 1, palette.CREAM)
    animals.heron(sheet, 140, 1100, 290)
    dusk = [(x, y, 280.0) for x, y, _ in lights]
    wash(
        sheet,
        curves.box(70, 60, 1530, 1140),
        palette.NIGHT,
        0.5,
        loose=13,
        layers=1,
        edge=0.2,
        spare=[(1250, 210, 190), *dusk],
    )


def _night_sky(sheet: Sheet) -> None:
    moon = curves.ellipse(1250, 210, 58, 58)
    cut(sheet, moon, palette.WHITE)
    wash(sheet, moon, palette.SUN, 0.5, loose=2)
    ink.outline(sheet, moon, 2)
    for _ in range(34):
        x, y = sheet.random.uniform(100, 1500), sheet.random.uniform(90, 330)
        if abs(x - 1250) > 110 or abs(y - 210) > 110:
            ink.dot(sheet, x, y, sheet.random.uniform(2.5, 5.5), palette.CREAM)


def _dark_houses(sheet: Sheet) -> None:
    """The other bank: roofs against the sky, windows lit."""
    random, x = sheet.random, 90.0
    while x < 1440:
        wide = random.uniform(92, 136)
        eaves, top = random.uniform(396, 436), random.uniform(300, 350)
        ridge = random.choice(((0.5, 0.5), (0.5, 0.5), (0.08, 0.92), (0.36, 0.64)))
        outline = [
            (x, 592),
            (x, eaves),
            (x + wide * ridge[0], top),
            (x + wide * ridge[1], top),
            (x + wide, eaves),
            (x + wide, 592),
        ]
        if random.random() < 0.5:
            stack = curves.box(x + wide * 0.6, top - 24, x + wide * 0.74, top + 30)
            cut(sheet, stack, (120, 104, 126))
            ink.edges(sheet, stack, 1.8)
        cut(sheet, outline, (150, 140, 168))
        wash(sheet, outline, random.choice((palette.DUSK, palette.ROOF, palette.SLATE, palette.DARK)), 0.9, loose=2)
        ink.edges(sheet, outline, 2.2)
        ink.line(sheet, [(x, eaves), (x + wide, eaves)], 1.6)
        for px in (0.2, 0.58):
            for py in (446, 520):
                if random.random() < 0.7:
                    pane = curves.box(x + wide * px, py, x + wide * (px + 0.22), py + 44)
                    cut(sheet, pane, (255, 236, 170))
                    ink.edges(sheet, pane, 1.6)
                    ink.line(sheet, [(x + wide * (px + 0.11), py), (x + wide * (px + 0.11), py + 44)], 1.2)
        x += wide
    part(sheet, curves.box(78, 590, 1522, 606), palette.DARK, 2.2, corners=True)
