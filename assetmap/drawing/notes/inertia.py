"""Last time's places: what hangs on people's walls moves only where it has to, and what was pinned never."""

from collections.abc import Mapping

import numpy

from .candidates import Places
from .cost import Ground, tail_of
from .options import Options
from .wishes import Wish

MOVING = 14.0
"""What it costs to lay a note elsewhere than last time."""
SAME = 0.05

Last = Mapping[str, tuple[float, float, int]]
"""Key -> left, top, which box."""


def remembered(pool: Places, wish: Wish, own: int, ground: Ground, last: Last) -> Places:
    """The places of a note with that of last time before all others, and those dearer. As it was, where it had none."""
    kept = place_of(wish, last)
    if kept is None or not ground.allows(kept)[0]:
        return pool
    which = numpy.array([last[wish.key][2]])
    other = pool[numpy.abs(pool.boxes - kept).max(axis=1) > SAME]
    return Places(
        numpy.concatenate((kept, other.boxes)),
        numpy.concatenate((ground.cost(kept, ground.icons[own], which, own, tail_of(wish)), other.cost + MOVING)),
        numpy.concatenate((which, other.which)))


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
    """The choice to begin with: last time's place where there is one, else left out."""
    choice = options.starts[1:] - 1
    for i, wish in enumerate(wishes):
        if (kept := place_of(wish, last)) is None:
            continue
        far = numpy.abs(options.boxes[options.starts[i]:choice[i]] - kept).max(axis=1)
        if len(far) and far.min() <= SAME:
            choice[i] = options.starts[i] + int(far.argmin())
    return choice


def kept_place(box: numpy.ndarray, wish: Wish, last: Last) -> bool:
    """Whether a box (4,) is the one of last time."""
    kept = place_of(wish, last)
    return kept is not None and bool(numpy.abs(box - kept[0]).max() <= SAME)
