"""Last time's places: what hangs on people's walls moves only where it has to, and what was pinned never."""

from collections.abc import Mapping

import numpy

from .candidates import Options, joined
from .cost import Ground
from .wishes import Wish

MOVING = 14.0
"""What it costs to lay a note elsewhere than last time."""
KEPT_HEAT = 0.5
"""How hot the annealing begins where most notes have a place already."""
SAME = 0.05

Last = Mapping[str, tuple[float, float, int]]
"""Key -> left, top, which box."""


def remembered(options: Options, wishes: list[Wish], own: list[int], ground: Ground, last: Last) -> Options:
    """The options with last time's place among those of each note that had one, and all its others dearer."""
    found = []
    for i, wish in enumerate(wishes):
        here = slice(options.starts[i], options.starts[i + 1] - 1)
        boxes, cost, box = options.boxes[here], options.cost[here], options.box[here]
        if (kept := place_of(wish, last)) is not None and ground.allows(kept)[0]:
            elsewhere = numpy.abs(boxes - kept).max(axis=1) > SAME
            which = numpy.array([last[wish.key][2]])
            boxes = numpy.concatenate((kept, boxes[elsewhere]))
            cost = numpy.concatenate((ground.cost(kept, ground.icons[own[i]], which, own[i]),
                                      cost[elsewhere] + MOVING))
            box = numpy.concatenate((which, box[elsewhere]))
        found.append((boxes, cost, box))
    return joined(found, options.icons, wishes)


def place_of(wish: Wish, last: Last) -> numpy.ndarray | None:
    """The box (1, 4) that a wish had last time, as large as that box is today; None where it had none."""
    if wish.key not in last:
        return None
    left, top, which = last[wish.key]
    if not 0 <= which < len(wish.boxes):
        return None
    width, height = wish.boxes[which]
    return numpy.array(((left, top, left + width, top + height),), float)


def first_choice(options: Options, wishes: list[Wish], last: Last) -> numpy.ndarray:
    """The choice to begin with: last time's place where there is one (it is the first of its note), else left out."""
    choice = options.starts[1:] - 1
    for i, wish in enumerate(wishes):
        if (kept := place_of(wish, last)) is None:
            continue
        place = options.starts[i]
        if place < choice[i] and numpy.abs(options.boxes[place] - kept[0]).max() <= SAME:
            choice[i] = place
    return choice
