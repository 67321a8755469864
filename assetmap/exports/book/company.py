"""Neighbours drawn large in the free corner of the cover, on their way together."""

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ...drawing.figures.figure import figure, room_of
from ...drawing.pen.hand import Dice, seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import stroke

GROUPS = (
    ("cargo-bike", "lady", "kids"), ("wheelchair", "balloon", "dog-walker"), ("pram", "talking", "cyclist"),
    ("musician", "kids", "scarf"),
)
TALL = 0.095
"""How tall a grown person is, by the width of the cover's drawing."""
AIR = 2.0
"""Millimetres between two of them."""


def company(island: BaseGeometry, width: float, height: float, seed: str) -> list[Mark]:
    """A few figures in whichever corner the drawing leaves free, the lower ones first; [] where it leaves none."""
    tall, group = width * TALL, Dice(seed, "company").one_of(GROUPS)
    rooms = [room_of(name, tall) for name in group]
    long = sum(2 * aside for aside, *_ in rooms) + AIR * (len(group) - 1)
    high = max(up for _, up, _ in rooms)
    shapely.prepare(island)
    for right, low in ((True, True), (False, True), (True, False), (False, False)):
        left = width - long - 2 if right else 2.0
        ground = height - 3 if low else high + 2
        if island.distance(box(left, ground - high, left + long, ground)) < 4:
            continue
        marks = stroke([(left, ground + 0.4), (left + long, ground + 0.4)], seed_of(seed, "kerb"), 0.35, amount=0.3)
        for name, (aside, *_) in zip(group, rooms, strict=True):
            marks += figure(name, left + aside, ground, tall, (seed, name), turned=right)
            left += 2 * aside + AIR
        return marks
    return []
