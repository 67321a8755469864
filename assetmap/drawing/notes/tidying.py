"""Puts the chosen places in order: nudged to where they hide less, and in line with their neighbours."""

from collections.abc import Sequence

import numpy

from .conflicts import between
from .cost import OVERLAP, Ground

ROUNDS = 3
NUDGES = (-4.0, -2.0, -1.0, -0.4, 0.4, 1.0, 2.0, 4.0)
"""mm of grain 1 that a note is tried to be nudged, along the page and down it."""
PULL = 11.0
"""How far a note may be moved to come into line with another."""
NEAR = 45.0
"""Notes no further apart than so many mm look as if they belonged together."""
IN_LINE, EXACT = 0.9, 0.01
"""What two left edges or two tops in line are worth, and what counts as in line."""


def tidied(boxes: numpy.ndarray, second: numpy.ndarray, tails: Sequence[float], own: Sequence[int], ground: Ground,
           movable: Sequence[bool]) -> numpy.ndarray:
    """The boxes (n, 4) moved a little; `second` (n,) says which of its boxes each is, `tails` how dear its leader's
    length is (cost.tail_of), `own` which icon is whose.

    Only the `movable` ones move, and each only where the whole becomes cheaper or is in better order at no cost.
    """
    boxes, icons = boxes.copy(), ground.icons[list(own)]
    for _ in range(ROUNDS):
        before = boxes.copy()
        for i in numpy.flatnonzero(movable):
            boxes[i] = _best(i, boxes, icons, second[i], tails[i], own[i], ground)
        if numpy.abs(boxes - before).max(initial=0) < EXACT:
            break
    return boxes


def _best(i: int, boxes, icons, second: int, tail: float, own: int, ground: Ground) -> numpy.ndarray:
    tries = _tries(i, boxes, ground)
    allowed = ground.allows(tries)
    allowed[0] = True
    tries = tries[allowed]
    others = numpy.arange(len(boxes)) != i
    mine = numpy.broadcast_to(icons[i], (len(tries), 2))
    pulls = between(tries, mine, boxes[others], icons[others], ground.page)
    cost = (ground.cost(tries, icons[i], numpy.full(len(tries), second), own, tail) + pulls.sum(axis=1)
            - _order(tries, boxes[others], ground.page.grain))
    cost[1:][(pulls[1:] >= OVERLAP).any(axis=1)] = numpy.inf
    best = int(cost.argmin())
    return tries[best] if cost[best] < cost[0] - 1e-3 else tries[0]


def _tries(i: int, boxes: numpy.ndarray, ground: Ground) -> numpy.ndarray:
    """The box as it lies, nudged, and in line with those near it."""
    box, grain = boxes[i], ground.page.grain
    apart = _apart(box[None], boxes)[0]
    near = boxes[(apart < NEAR * grain) & (apart > 0)]
    nudges = numpy.array(NUDGES) * grain
    across = numpy.concatenate(((0.0,), nudges, near[:, 0] - box[0]))
    down = numpy.concatenate(((0.0,), nudges, near[:, 1] - box[1]))
    across, down = (part[numpy.abs(part) < PULL * grain] for part in (across, down))
    alone = [(move, 0.0) for move in across] + [(0.0, move) for move in down[1:]]
    both = [(x, y) for x in across[1:] for y in nudges[::3]]
    moves = numpy.array(alone + both)
    return box + numpy.column_stack((moves, moves))


def _order(tries: numpy.ndarray, others: numpy.ndarray, grain: float) -> numpy.ndarray:
    """What being in line with near notes is worth: the nearest above or below, and the nearest beside."""
    near = _apart(tries, others) < NEAR * grain
    worth = numpy.zeros(len(tries))
    for axis in (0, 1):
        beside = (tries[:, None, 1 - axis] >= others[None, :, 3 - axis]) | (
            tries[:, None, 3 - axis] <= others[None, :, 1 - axis])
        in_line = numpy.abs(tries[:, None, axis] - others[None, :, axis]) < EXACT
        worth += IN_LINE * (1 if axis == 0 else 0.4) * numpy.minimum((near & beside & in_line).sum(axis=1), 2)
    return worth


def _apart(some: numpy.ndarray, others: numpy.ndarray) -> numpy.ndarray:
    """How far boxes (a, 4) and (b, 4) are from each other, 0 where they touch: (a, b)."""
    gaps = [numpy.maximum(0, numpy.maximum(others[None, :, axis] - some[:, None, axis + 2],
                                           some[:, None, axis] - others[None, :, axis + 2])) for axis in (0, 1)]
    return numpy.hypot(*gaps)
