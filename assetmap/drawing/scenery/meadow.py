"""What grows low: tufts of grass, flowers, reeds, and the specks that make bare ground look like ground."""

import numpy

from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.scatter import in_clumps, scattered
from .ground import Land
from .sheet import Sheet, polygons


def meadow(sheet: Sheet, land: Land) -> list[Mark]:
    """Tufts on all that is green, specks on what is not."""
    if not sheet.draws("tufts"):
        return []
    blades: list[numpy.ndarray] = []
    flowers: list[numpy.ndarray] = []
    specks: list[numpy.ndarray] = []
    for name, surface, gap, flowery in (
        ("park", land.of("park", "meadow", "cemetery"), 2.7, 0.14), ("grass", land.of("grass"), 3.0, 0.05),
        ("garden", land.of("garden"), 2.4, 0.2), ("gardens", land.gardens, 3.6, 0.1), ("plain", land.plain, 2.8, 0.06),
        ("marsh", land.of("marsh", "scrub"), 2.3, 0.0),
    ):
        room = polygons((surface & sheet.core).buffer(-0.35, quad_segs=2), 0.3)
        spots = scattered(room, _gap(sheet, gap), sheet.seed, "tuft", name, skip=0.2)
        if name in ("plain", "grass", "park"):
            spots = in_clumps(spots, 11.0, sheet.seed, "tufts", part=0.3 if sheet.is_bare else 0.6)
        for x, y in sheet.free(spots, 1.1):
            dice = Dice(sheet.seed, name, round(x, 2), round(y, 2))
            if dice.happens(flowery):
                flowers += _flower(x, y, dice)
            else:
                blades += _tuft(x, y, dice, 1.35 if name == "marsh" else 1.0)
    bare = polygons((land.of("bare", "sand", "playground", "railway") | land.yards) & sheet.core, 0.3)
    for x, y in sheet.free(scattered(bare, _gap(sheet, 2.1), sheet.seed, "speck", skip=0.4)):
        specks.append(numpy.array(((x, y), (x + 0.05, y + 0.02))))
    thin = sheet.pen("tuft", 0.13)
    return [mark for mark in (
        Mark(tuple(specks), line="pencil", width=thin * 1.5, closed=False, strength=0.6, detail=2),
        Mark(tuple(blades), line="green-line", width=thin, closed=False, smooth=True, strength=0.85, detail=1),
        Mark(tuple(flowers), line="flower", width=thin * 2.2, closed=False, strength=0.9, detail=2),
    ) if mark.rings]


def _gap(sheet: Sheet, millimetres: float) -> float:
    """Fewer when all is small: a tuft stays as large as it is."""
    return millimetres * (1.0 if sheet.scale > 0.25 else 1.35) / sheet.amount("texture", 1.0) ** 0.5


def _tuft(x: float, y: float, dice: Dice, size: float) -> list[numpy.ndarray]:
    found = []
    for k in range(3 if dice.happens(0.6) else 2):
        at, sway, tall = x + (k - 1) * 0.34, (k - 1) * 0.28 + dice.between(-0.12, 0.16), dice.between(0.5, 0.95) * size
        found.append(numpy.array(((at, y), (at + sway * 0.2, y - tall * 0.6), (at + sway, y - tall))))
    return found


def _flower(x: float, y: float, dice: Dice) -> list[numpy.ndarray]:
    """Two or three dots together."""
    spots = [(x + dice.between(-0.6, 0.6), y + dice.between(-0.4, 0.4)) for _ in range(2 + int(dice.between(0, 2)))]
    return [numpy.array(((a, b), (a + 0.03, b))) for a, b in spots]
