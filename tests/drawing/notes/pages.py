"""Pages to place notes on: a small town of ink, drawn by rule, and wishes in it."""

import numpy
from shapely.geometry import box

from assetmap.drawing.notes.wishes import Page, Placed, Wish
from assetmap.drawing.pen.hand import Dice

CELL = 2.0
A3 = Page(420, 297, 9.5, (box(12, 12, 120, 50),))


def town(page: Page = A3, edge: float = 70) -> numpy.ndarray:
    """Ink of rows of houses with gardens and streets between, `edge` mm of free paper on either side."""
    rows, columns = round(page.height / CELL + 0.49), round(page.width / CELL + 0.49)
    y, x = numpy.mgrid[:rows, :columns] * CELL
    inside = (x > edge) & (x < page.width - edge) & (y > edge / 2) & (y < page.height - edge / 2)
    houses = inside & (y % 24 < 6) & (x % 60 < 48)
    return numpy.where(houses, 1.0, numpy.where(inside, 0.12, 0.0))


def wishes_in_town(many: int, page: Page = A3, notes: int | None = None, edge: float = 80) -> list[Wish]:
    """The first `notes` of them with a note of two possible shapes."""
    found = []
    for i in range(many):
        dice = Dice("wish", i)
        spot = dice.between(edge, page.width - edge), dice.between(edge / 2, page.height - edge / 2)
        lines = dice.one_of((2, 3, 4))
        boxes = ((32.0, 6 + 4.2 * lines), (24.0, 6 + 4.2 * (lines + 1)))
        found.append(Wish(f"asset-{i}", spot, boxes if notes is None or i < notes else ()))
    return found


def overlapping(placed: dict[str, Placed], gap: float = 0.0) -> list[tuple[str, str]]:
    """The pairs of notes that lie on each other, or nearer than `gap`."""
    items = list(placed.items())
    return [(a, b) for i, (a, one) in enumerate(items) for b, other in items[i + 1:]
            if box(*one.bounds).distance(box(*other.bounds)) < gap - 1e-3
            or box(*one.bounds).intersection(box(*other.bounds)).area > 1e-6]
