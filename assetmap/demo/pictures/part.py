"""One piece of a thing: paper cleared, paint laid on a little beside the line, line drawn round."""

from collections.abc import Sequence

from . import curves, ink, palette
from .curves import Point
from .palette import Colour
from .paper import Sheet
from .wash import cut, wash


def part(
    sheet: Sheet,
    shape: Sequence[Point],
    colour: Colour,
    pen: float = ink.NIB,
    strength: float = 0.92,
    shade: bool = False,
    corners: bool = False,
) -> None:
    """Draw a closed shape. The light comes from the upper left: a sliver of paper stays bare there.

    `shade` lays a second, cooler wash over all of it; `corners` draws each side as a stroke of its own.
    """
    left, top, right, bottom = curves.bounds(shape)
    slip = min(5.0, max(0.4, min(right - left, bottom - top) * 0.07))
    cut(sheet, shape)
    moved = curves.moved(shape, slip * sheet.random.uniform(0.5, 1.1), slip * sheet.random.uniform(0.3, 0.9))
    wash(sheet, moved, colour, strength, loose=min(2.5, slip * 0.6), layers=1, edge=0.8)
    if sum(colour) < 300:
        # Deep colours take a second coat.
        wash(sheet, moved, colour, strength * 0.7, loose=min(2.5, slip * 0.6), layers=1, edge=0.3)
    if shade:
        wash(sheet, shape, palette.DUSK, 0.3, loose=1, layers=1, edge=0)
    if corners:
        ink.edges(sheet, shape, pen)
    else:
        ink.outline(sheet, shape, pen, wobble=0.5)
