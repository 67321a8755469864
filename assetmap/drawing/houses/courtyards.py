"""What lies within a building that goes all the way round: grass and a tree or two."""

import math

import shapely
from shapely.geometry import Polygon

from ..figures.tree_shapes import bush, tree
from ..pen.hand import Dice
from ..pen.marks import Mark
from .footprints import Footprint
from .look import Look

SMALLEST = 40.0
"""Square metres under which a courtyard is a shaft for light."""
MOST_TREES = 7


def courtyards(print_: Footprint, look: Look, dice: Dice) -> list[tuple[float, float, list[Mark]]]:
    """Each (down the page, across, marks): the grass first, then what grows on it."""
    found = []
    for ring in print_.area.interiors:
        yard = Polygon(ring)
        metres = yard.area / look.scale**2
        if metres < SMALLEST:
            continue
        west, north, east, south = yard.bounds
        grass = tuple(yard.buffer(-0.15).exterior.coords)[:-1] if yard.area > 0.5 else ()
        if grass:
            found.append((north - 0.01, west, [Mark((grass,), fill="leaf-3", strength=0.55)]))
        radius = max(0.5, min(1.6, 2.4 * look.scale))
        inner = yard.buffer(-radius * 0.8)
        for _ in range(min(MOST_TREES, math.ceil(metres / 130)) if not inner.is_empty else 0):
            for _ in range(8):
                x, y = dice.between(west, east), dice.between(north, south)
                if shapely.contains_xy(inner, x, y):
                    grown = tree(x, y, radius * dice.between(0.75, 1.05), "round", dice, look.inner) \
                        if dice.happens(0.7) else bush(x, y, radius * 0.6, dice, look.inner)
                    found.append((y, x, grown))
                    break
    return found
