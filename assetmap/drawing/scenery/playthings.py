"""What stands on a playground: a swing, a slide, a climbing frame, a sandpit."""

import math

import numpy

from ..pen.frame import areas_of
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.scatter import scattered
from .ground import Land
from .lie import Lie
from .sheet import Sheet, polygons
from .trees import Standing

CHUTE = numpy.array(
    ((-0.1, -0.95), (0.1, -0.95), (0.45, -0.25), (0.85, -0.08), (0.85, 0.03), (0.35, -0.12), (-0.02, -0.7)))
"""A slide's chute, beside its ladder, for a height of 1."""


def playthings(sheet: Sheet, lie: Lie, land: Land) -> list[Standing]:
    """Two or three on each playground that has room."""
    found = []
    size = max(0.85, min(2.2, sheet.metres(3.2)))
    for i, area in enumerate(areas_of(polygons(land.of("playground").buffer(-size * 0.5) - lie.carriageway, 0.4))):
        for k, (x, y) in enumerate(sheet.free(scattered(area, size * 2.4, sheet.seed, "play", i), size)[:4]):
            marks = (_swing, _slide, _dome, _seesaw)[(i + k) % 4](x, y, size, Dice(sheet.seed, "play", i, k), sheet)
            found.append((round(float(y), 2), round(float(x), 2), marks))
    return found


def _swing(x: float, y: float, size: float, dice: Dice, sheet: Sheet) -> list[Mark]:
    pen = sheet.pen("tree", 0.13)
    top = y - size
    frame = (numpy.array(((x - size * 0.75, y), (x - size * 0.55, top), (x + size * 0.55, top), (x + size * 0.75, y))),
             numpy.array(((x - size * 0.55, top), (x - size * 0.38, y - 0.05))),
             numpy.array(((x + size * 0.55, top), (x + size * 0.38, y - 0.05))))
    sway = dice.between(-0.25, 0.25) * size
    seat = numpy.array(((x - 0.12 * size, top), (x - 0.12 * size + sway, y - size * 0.28),
                        (x + 0.2 * size + sway, y - size * 0.28), (x + 0.2 * size, top)))
    return [Mark(frame, line="ink", width=pen * 1.2, closed=False, detail=1),
            Mark((seat,), line="door-1", width=pen, closed=False, detail=1)]


def _slide(x: float, y: float, size: float, dice: Dice, sheet: Sheet) -> list[Mark]:
    pen = sheet.pen("tree", 0.13)
    way = -1 if dice.happens(0.5) else 1
    top = y - size * 0.95
    ladder = (numpy.array(((x - way * size * 0.55, y), (x - way * size * 0.3, top))),
              numpy.array(((x - way * size * 0.25, y), (x - way * size * 0.1, top))),
              *(numpy.array(((x - way * size * (0.5 - 0.22 * t), y - size * t),
                             (x - way * size * (0.22 - 0.12 * t), y - size * t))) for t in (0.25, 0.5, 0.75)))
    chute = CHUTE * (way * size, size) + (x, y)
    return [Mark(ladder, line="ink", width=pen, closed=False, detail=1), Mark((chute,), "door-4", "ink", pen, detail=1)]


def _dome(x: float, y: float, size: float, dice: Dice, sheet: Sheet) -> list[Mark]:
    """A climbing frame: half a ball of bars."""
    bars = []
    for far in (1.0, 0.45, -0.1):
        turn = numpy.linspace(math.pi, 2 * math.pi, 9)
        bars.append(numpy.column_stack((x + size * 0.75 * far * numpy.cos(turn), y + size * 0.75 * numpy.sin(turn))))
    for up in (0.3, 0.55):
        half = size * 0.75 * math.sqrt(1 - (up / 0.75) ** 2)
        bars.append(numpy.array(((x - half, y - size * up), (x, y - size * (up - 0.08)), (x + half, y - size * up))))
    return [Mark(tuple(bars), line="door-2", width=sheet.pen("tree", 0.13) * 1.1, closed=False, smooth=True, detail=1)]


def _seesaw(x: float, y: float, size: float, dice: Dice, sheet: Sheet) -> list[Mark]:
    tilt = 0.22 * size * (1 if dice.happens(0.5) else -1)
    pen = sheet.pen("tree", 0.13)
    stand = numpy.array(((x - size * 0.18, y), (x, y - size * 0.36), (x + size * 0.18, y)))
    plank = numpy.array(((x - size * 0.85, y - size * 0.36 + tilt), (x + size * 0.85, y - size * 0.36 - tilt)))
    return [Mark((stand,), "door-1", "ink", pen, detail=1),
            Mark((plank,), line="ink", width=pen * 1.7, closed=False, detail=1)]
