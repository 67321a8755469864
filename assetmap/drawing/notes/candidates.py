"""The places that a note may take: beside its icon, a little further, and on free paper around the neighbourhood."""

from dataclasses import dataclass

import numpy

from .cost import MOST_LEADER, Ground, tail_of, within_reach
from .wishes import Page, Wish

DISTANCES = (1.0, 2.5, 5, 8.5, 13, 19, 27, 37, 50, 66, 84, 104)
"""Millimetres (of grain 1) from the icon's edge to the note."""
SLIDES = (-1, -0.5, 0, 0.5, 1)
"""How far a note is slid along its icon: at 0 their middles meet, at 1 its end lies beside the icon's middle."""
LEANS = (0.45, 0.71, 0.89)
ACROSS, DOWN = 9.0, 4.0
"""Left and top edges of notes on free paper lie on a lattice so wide: notes below each other are in line."""
FREE = 0.06
"""Mean ink below which paper counts as free."""
SECTORS = 12
CROWDED = 0.8
POOL = 420


@dataclass(frozen=True, slots=True)
class Places:
    """Places of one note: boxes (n, 4) left, top, right, bottom; cost (n,); which (n,) of the wish's boxes."""

    boxes: numpy.ndarray
    cost: numpy.ndarray
    which: numpy.ndarray

    def __getitem__(self, rows) -> "Places":
        return Places(self.boxes[rows], self.cost[rows], self.which[rows])


def places_of(wish: Wish, own: int, ground: Ground) -> Places:
    """All places worth thinking of, the cheapest first; `own` says which of the ground's icons is this wish's."""
    icon = ground.icons[own]
    found, which = [], []
    for i, (width, height) in enumerate(wish.boxes):
        boxes = numpy.concatenate((beside(icon, width, height, ground.page),
                                   on_free_paper(icon, width, height, ground)))
        boxes = boxes[ground.allows(boxes) & within_reach(boxes, icon, ground.page)]
        found.append(boxes)
        which.append(numpy.full(len(boxes), i))
    boxes, which = numpy.concatenate(found), numpy.concatenate(which)
    if len(boxes) > POOL:
        chosen = spread(boxes, icon, ground.rough_cost(boxes, icon, which, tail_of(wish)), POOL)
        boxes, which = boxes[chosen], which[chosen]
    cost = ground.cost(boxes, icon, which, own, tail_of(wish))
    order = numpy.argsort(cost, kind="stable")
    return Places(boxes[order], cost[order], which[order])


def beside(icon: numpy.ndarray, width: float, height: float, page: Page) -> numpy.ndarray:
    """Boxes (n, 4) around an icon, nearest first: slid along each of its four sides, and off its four corners."""
    far = (numpy.array(DISTANCES) * page.grain + page.radius)[:, None]
    slides = numpy.array(SLIDES)[None]
    leans = numpy.array(LEANS)[None]
    levels = numpy.sqrt(1 - leans**2)
    middles = []
    for side in (-1, 1):
        middles += [(side * (far + width / 2) + 0 * slides, 0 * far + slides * height / 2)]
        middles += [(0 * far + slides * width / 2, side * (far + height / 2) + 0 * slides)]
        middles += [(side * (far * leans + width / 2), down * (far * levels + height / 2)) for down in (-1, 1)]
    x = numpy.concatenate([part[0] for part in middles], axis=1).ravel() + icon[0]
    y = numpy.concatenate([part[1] for part in middles], axis=1).ravel() + icon[1]
    return numpy.column_stack((x - width / 2, y - height / 2, x + width / 2, y + height / 2))


def on_free_paper(icon: numpy.ndarray, width: float, height: float, ground: Ground) -> numpy.ndarray:
    """Boxes (n, 4) on the lattice of the page, within reach of the icon, that hide hardly any ink."""
    page = ground.page
    across = numpy.arange(page.margin, page.width - page.margin - width + 1e-9, ACROSS * page.grain)
    down = numpy.arange(page.margin, page.height - page.margin - height + 1e-9, DOWN * page.grain)
    reach = MOST_LEADER * page.grain + page.radius
    across = across[(across > icon[0] - reach - width) & (across < icon[0] + reach)]
    down = down[(down > icon[1] - reach - height) & (down < icon[1] + reach)]
    return ground.ink.free(across, down, width, height, FREE)


def spread(boxes: numpy.ndarray, icon: numpy.ndarray, cost: numpy.ndarray, many: int,
           crowded: float = CROWDED) -> numpy.ndarray:
    """Numbers of the `many` cheapest boxes, cheapest first. A place counts `crowded` dearer for each cheaper one in the
    same direction and distance: else all places would lie on one another, and one neighbour could take them all.
    """
    way = (boxes[:, :2] + boxes[:, 2:]) / 2 - icon
    sector = (numpy.arctan2(way[:, 1], way[:, 0]) / (2 * numpy.pi) * SECTORS).round().astype(int) % SECTORS
    band = numpy.log2(1 + numpy.hypot(*way.T) / 6).round().astype(int)
    kind = sector * 64 + band
    order = numpy.lexsort((cost, kind))
    rank = numpy.empty(len(order))
    rank[order] = _rank(kind[order])
    chosen = numpy.argsort(cost + crowded * rank, kind="stable")[:many]
    return chosen[numpy.argsort(cost[chosen], kind="stable")]


def _rank(kinds: numpy.ndarray) -> numpy.ndarray:
    """The how-manieth of its kind each is, for kinds in order."""
    number = numpy.arange(len(kinds))
    first = numpy.concatenate(((True,), kinds[1:] != kinds[:-1]))[:len(kinds)]
    return number - numpy.maximum.accumulate(numpy.where(first, number, 0)) if len(kinds) else number
