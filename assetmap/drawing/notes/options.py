"""The places of all notes side by side, from which one each is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from .candidates import Places, spread
from .conflicts import between
from .cost import AIR, LEFT_OUT, OVERLAP
from .wishes import Page, Wish

PLACES = 56
AT_FIRST, LATER = 3.0, 1.5
"""How far the places of a note are spread over the page (candidates.spread): widely as long as nothing lies yet."""
FEWEST = 6
MOST = 3800
"""Places of all notes together: the more notes, the fewer places has each."""
SWEEPS = 4
HEAVIEST = OVERLAP / LEFT_OUT / 3
IN_THE_WAY = 8.0
"""What counts, when places are looked for again, for each note that would have to move."""


@dataclass(frozen=True, slots=True)
class Options:
    """Those of a note next to each other, the last of each being "left out".

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


def options_of(wishes: Sequence[Wish], pools: Sequence[Places], icons: numpy.ndarray, places: int = PLACES) -> Options:
    """The cheapest of all places of each wish, in every direction; icons (n, 2)."""
    many = _places_each(len(wishes), places)
    found = [pool[spread(pool.boxes, icon, pool.cost, many, AT_FIRST)]
             for pool, icon in zip(pools, icons, strict=True)]
    return _joined(wishes, found, icons)


def options_beside(wishes: Sequence[Wish], pools: Sequence[Places], options: Options, choice: numpy.ndarray,
                   page: Page, places: int = PLACES) -> tuple[Options, numpy.ndarray]:
    """(other options, the same choice among them): what each note would best like beside the choice of the others."""
    many = _places_each(len(wishes), places)
    boxes, icons = options.boxes[choice], options.icons
    found, again = [], []
    for i, pool in enumerate(pools):
        pulls = between(pool.boxes, numpy.broadcast_to(icons[i], (len(pool.boxes), 2)), boxes, icons, page)
        pulls[:, i] = 0
        beside = pool.cost + numpy.where(pulls >= OVERLAP, IN_THE_WAY, pulls).sum(axis=1)
        chosen = spread(pool.boxes, icons[i], beside, many, LATER)
        if options.box[choice[i]] >= 0:
            same = int(numpy.abs(pool.boxes - boxes[i]).sum(axis=1).argmin())
            chosen = numpy.concatenate(((same,), chosen[chosen != same]))
        again.append(0 if options.box[choice[i]] >= 0 else len(chosen))
        found.append(pool[chosen])
    joined = _joined(wishes, found, icons)
    return joined, joined.starts[:-1] + again


def settled(wishes: Sequence[Wish], pools: Sequence[Places], options: Options, choice: numpy.ndarray, page: Page):
    """(boxes (n, 4), which (n,) of each wish's boxes) once each note may choose among all its places, also those
    that are left out; nan and -1 where there is none.
    """
    boxes, which = options.boxes[choice], options.box[choice]
    alone, icons = options.cost[choice], options.icons
    for _ in range(SWEEPS):
        moved = False
        for i, pool in enumerate(pools):
            tries = numpy.concatenate((boxes[i:i + 1], pool.boxes))
            pulls = between(tries, numpy.broadcast_to(icons[i], (len(tries), 2)), boxes, icons, page)
            pulls[:, i] = 0
            cost = numpy.concatenate((alone[i:i + 1], pool.cost)) + pulls.sum(axis=1)
            if cost[best := int(cost.argmin())] < cost[0] - 1e-3:
                boxes[i], which[i], alone[i] = pool.boxes[best - 1], pool.which[best - 1], pool.cost[best - 1]
                moved = True
        if not moved:
            break
    return boxes, which


def conflicts(options: Options, page: Page) -> numpy.ndarray:
    """A symmetric table (m, m) of what each place costs each other; nothing between places of one note."""
    icons = options.icons[options.owner]
    table = numpy.zeros((len(icons), len(icons)), numpy.float32)
    low = numpy.minimum(options.boxes[:, :2], icons) - AIR * page.gap
    high = numpy.maximum(options.boxes[:, 2:], icons) + AIR * page.gap
    for start, end in zip(options.starts, options.starts[1:], strict=False):
        here = slice(start, end)
        if start == end - 1:
            continue
        # Only places that reach to where this note's reach; most notes are far from each other. nan reaches nowhere.
        near = ((low[end:] < numpy.nanmax(high[here], axis=0)) & (high[end:] > numpy.nanmin(low[here], axis=0)))
        there = numpy.flatnonzero(near.all(axis=1)) + end
        table[here, there] = between(options.boxes[here], icons[here], options.boxes[there], icons[there], page)
        table[there, here] = table[here, there].T
    return table


def left_out_cost(wish: Wish) -> float:
    """Of leaving a note out: never as much as laying it on another, whatever it weighs."""
    return LEFT_OUT * min(max(wish.weight, 0.01), HEAVIEST)


def _places_each(notes: int, places: int) -> int:
    return max(FEWEST, min(places, MOST // max(1, notes)))


def _joined(wishes: Sequence[Wish], found: Sequence[Places], icons: numpy.ndarray) -> Options:
    nowhere = numpy.full((1, 4), numpy.nan)
    boxes, cost, box = [], [], []
    for places, wish in zip(found, wishes, strict=True):
        boxes += [places.boxes, nowhere]
        cost += [places.cost, (left_out_cost(wish),)]
        box += [places.which, (-1,)]
    sizes = [len(places.cost) + 1 for places in found]
    return Options(
        numpy.concatenate(boxes), numpy.concatenate(cost).astype(float), numpy.concatenate(box).astype(int),
        numpy.asarray(icons, float).reshape(-1, 2), numpy.concatenate(((0,), numpy.cumsum(sizes))).astype(int))
