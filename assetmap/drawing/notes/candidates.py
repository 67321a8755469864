"""The places that a note may take: beside its icon, a little further, and on free paper around the neighbourhood."""

from dataclasses import dataclass

import numpy

from .cost import LEFT_OUT, Ground
from .wishes import Page, Wish

DISTANCES = (0.9, 2.5, 5, 8.5, 13, 19, 27, 37, 50, 68, 92, 120)
"""Millimetres (of grain 1) from the icon's edge to the note."""
SLIDES = (-1, -0.66, -0.33, 0, 0.33, 0.66, 1)
"""How far a note is slid along its icon: at 0 their middles meet, at 1 its end lies beside the icon's middle."""
ACROSS, DOWN = 9.0, 3.0
"""Left and top edges of notes on free paper lie on a lattice so wide: notes below each other are in line."""
FREE = 0.06
"""Mean ink below which paper counts as free."""
PLACES = 70
BESIDE = 0.6
"""What part of a note's places lies beside its icon; the others are on free paper."""
SECTORS = 12
CROWDED = 0.8
"""A place counts so much dearer for each cheaper one in the same direction and distance: else all of a note's places
would lie on one another, and one neighbour could take them all.
"""
MOST = 4600
"""Places of all notes together: the more notes, the fewer places has each."""


@dataclass(frozen=True, slots=True)
class Options:
    """The places of all notes in one row, those of a note next to each other, the last of each being "left out".

    boxes (m, 4) left, top, right, bottom (nan where left out); cost (m,); box (m,) which of the wish's boxes, -1 for
    left out; icons (n, 2); starts (n + 1,): the places of note i are starts[i] to starts[i + 1].
    """

    boxes: numpy.ndarray
    cost: numpy.ndarray
    box: numpy.ndarray
    icons: numpy.ndarray
    starts: numpy.ndarray

    @property
    def owner(self) -> numpy.ndarray:
        """The note that each place belongs to (m,)."""
        return numpy.repeat(numpy.arange(len(self.icons)), numpy.diff(self.starts))


def options_of(wishes: list[Wish], own: list[int], ground: Ground, places: int = PLACES) -> Options:
    """The `places` cheapest places of each wish; `own` says which of the ground's icons is theirs."""
    places = max(4, min(places, MOST // max(1, len(wishes))))
    lattices: dict = {}
    found = [_places(wish, i, ground, places, lattices) for wish, i in zip(wishes, own, strict=True)]
    return joined(found, ground.icons[own], wishes)


def joined(found: list, icons: numpy.ndarray, wishes: list[Wish]) -> Options:
    """Options from (boxes, cost, box) of each wish, with the place "left out" put behind them."""
    nowhere = numpy.full((1, 4), numpy.nan)
    boxes, cost, box = [], [], []
    for (one_boxes, one_cost, one_box), wish in zip(found, wishes, strict=True):
        boxes += [one_boxes, nowhere]
        cost += [one_cost, (LEFT_OUT * max(wish.weight, 0.01),)]
        box += [one_box, (-1,)]
    sizes = [len(one[1]) + 1 for one in found]
    return Options(
        numpy.concatenate(boxes), numpy.concatenate(cost).astype(float), numpy.concatenate(box).astype(int),
        numpy.asarray(icons, float).reshape(-1, 2), numpy.concatenate(((0,), numpy.cumsum(sizes))).astype(int))


def beside(icon: numpy.ndarray, width: float, height: float, page: Page) -> numpy.ndarray:
    """Boxes (n, 4) around an icon, nearest first: slid along each of its four sides, and off its four corners."""
    steps = numpy.array(DISTANCES) * page.grain + page.radius
    slides = numpy.array(SLIDES)
    middles = []
    for far in steps:
        for side in (-1, 1):
            middles += [(side * (far + width / 2), slide * height / 2) for slide in slides]
            middles += [(slide * width / 2, side * (far + height / 2)) for slide in slides]
            for down in (-1, 1):
                for lean in (0.45, 0.71, 0.89):
                    level = (1 - lean * lean) ** 0.5
                    middles.append((side * (far * lean + width / 2), down * (far * level + height / 2)))
    left_top = icon + numpy.array(middles) - (width / 2, height / 2)
    right_bottom = left_top + numpy.array((width, height))
    return numpy.concatenate((left_top, right_bottom), axis=1)


def on_free_paper(width: float, height: float, ground: Ground) -> numpy.ndarray:
    """Boxes (n, 4) on the lattice of the page that hide hardly any ink and lie on nothing."""
    page = ground.page
    across = numpy.arange(page.margin, page.width - page.margin - width + 1e-9, ACROSS * page.grain)
    down = numpy.arange(page.margin, page.height - page.margin - height + 1e-9, DOWN * page.grain)
    left, top = (part.ravel() for part in numpy.meshgrid(across, down))
    boxes = numpy.column_stack((left, top, left + width, top + height))
    boxes = boxes[ground.ink.under(boxes) < FREE * width * height]
    return boxes[ground.allows(boxes)]


def _places(wish: Wish, own: int, ground: Ground, places: int, lattices: dict):
    icon = ground.icons[own]
    near, near_box, free, free_box = [], [], [], []
    for which, (width, height) in enumerate(wish.boxes):
        around = beside(icon, width, height, ground.page)
        around = around[ground.allows(around)]
        if (width, height) not in lattices:
            lattices[width, height] = on_free_paper(width, height, ground)
        lattice = _within_reach(lattices[width, height], icon, 2 * places)
        near.append(around)
        near_box.append(numpy.full(len(around), which))
        free.append(lattice)
        free_box.append(numpy.full(len(lattice), which))
    best = [
        _cheapest(numpy.concatenate(boxes), numpy.concatenate(which), icon, own, ground, many)
        for boxes, which, many in ((near, near_box, round(places * BESIDE)),
                                   (free, free_box, places - round(places * BESIDE)))]
    return tuple(numpy.concatenate(parts) for parts in zip(*best, strict=True))


def _within_reach(boxes: numpy.ndarray, icon: numpy.ndarray, many: int) -> numpy.ndarray:
    """The nearest in every direction."""
    far = numpy.hypot(*(numpy.clip(icon, boxes[:, :2], boxes[:, 2:]) - icon).T)
    return boxes[_spread(boxes, icon, far / 8, many)]


def _cheapest(boxes: numpy.ndarray, which: numpy.ndarray, icon: numpy.ndarray, own: int, ground: Ground, many: int):
    if not len(boxes):
        return boxes.reshape(-1, 4), numpy.zeros(0), which
    cost = ground.cost(boxes, icon, which, own)
    order = _spread(boxes, icon, cost, many)
    return boxes[order], cost[order], which[order]


def _spread(boxes: numpy.ndarray, icon: numpy.ndarray, cost: numpy.ndarray, many: int) -> numpy.ndarray:
    """Numbers of the `many` cheapest boxes, cheapest first, where those like a cheaper one count as dearer."""
    way = (boxes[:, :2] + boxes[:, 2:]) / 2 - icon
    sector = (numpy.arctan2(way[:, 1], way[:, 0]) / (2 * numpy.pi) * SECTORS).round().astype(int) % SECTORS
    band = numpy.log2(1 + numpy.hypot(*way.T) / 6).round().astype(int)
    kind = sector * 64 + band
    order = numpy.lexsort((cost, kind))
    first = numpy.concatenate(((True,), numpy.diff(kind[order]) != 0))
    begin = numpy.maximum.accumulate(numpy.where(first, numpy.arange(len(order)), 0)) if len(order) else order
    rank = numpy.empty(len(order))
    rank[order] = numpy.arange(len(order)) - begin
    chosen = numpy.argsort(cost + CROWDED * rank, kind="stable")[:many]
    return chosen[numpy.argsort(cost[chosen], kind="stable")]
