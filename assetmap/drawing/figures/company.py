"""Neighbours drawn large in a free corner of a page, on their way together."""

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ..pen.hand import Dice, seed_of
from ..pen.marks import Mark
from ..pen.strokes import stroke
from .figure import figure, room_of

GROUPS = (
    ("cargo-bike", "lady", "kids"), ("wheelchair", "balloon", "dog-walker"), ("pram", "talking", "cyclist"),
    ("musician", "kids", "scarf"),
)
AIR = 2.0
"""Millimetres between two of them."""


def company(taken: BaseGeometry, width: float, height: float, seed: str, *, tall: float = 17.0,
            edge: float = 2.0) -> list[Mark]:
    """A few figures in whichever corner of the page is not taken, the lower ones first; [] where there is none.

    A grown person is `tall` millimetres, and `edge` is how far they stay from the edge of the page.
    """
    group = Dice(seed, "company").one_of(GROUPS)
    rooms = [room_of(name, tall) for name in group]
    long = sum(2 * aside for aside, *_ in rooms) + AIR * (len(group) - 1)
    high = max(up for _, up, _ in rooms)
    shapely.prepare(taken)
    for right, low in ((True, True), (False, True), (True, False), (False, False)):
        left = width - long - edge if right else edge
        ground = height - edge - 1 if low else high + edge
        if taken.distance(box(left, ground - high, left + long, ground)) < 4:
            continue
        marks = stroke([(left, ground + 0.4), (left + long, ground + 0.4)], seed_of(seed, "kerb"), 0.35, amount=0.3)
        for name, (aside, *_) in zip(group, rooms, strict=True):
            marks += figure(name, left + aside, ground, tall, (seed, name), turned=right)
            left += 2 * aside + AIR
        return marks
    return []
