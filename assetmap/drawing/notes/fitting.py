"""Who gets a note at all: the weightiest first, until the free paper is used up."""

from collections.abc import Collection, Mapping, Sequence

import numpy
import shapely
from shapely.ops import unary_union

from .cost import Ink
from .wishes import Page, Placed, Wish

SHARE = 0.5
"""What part of the free paper notes may take before a page looks crammed."""
LEAST = 8
"""Notes that are invited to any page, however full: some may find a gap."""
MOST = 160
"""Notes on one page: beyond that nobody reads it."""


def fit(wishes: Sequence[Wish], page: Page, ink: Ink, icons: int = 0, taken: Sequence[Placed] = (),
        last: Mapping | Collection[str] = (), share: float = SHARE) -> tuple[list[Wish], list[Wish]]:
    """(those that are invited, those that wait), each in the order given. Those of last time go before their equals."""
    room = share * free_paper(page, ink, icons) - sum(placed.width * placed.height for placed in taken)
    order = sorted(range(len(wishes)), key=lambda i: (-wishes[i].weight, wishes[i].key not in last, i))
    invited: set[int] = set()
    for i in order:
        area = min((width + page.gap) * (height + page.gap) for width, height in wishes[i].boxes)
        if len(invited) >= MOST or (area > room and len(invited) >= LEAST):
            break
        room -= area
        invited.add(i)
    return ([wish for i, wish in enumerate(wishes) if i in invited],
            [wish for i, wish in enumerate(wishes) if i not in invited])


def free_paper(page: Page, ink: Ink, icons: int = 0) -> float:
    """mm² of paper without ink, without what is blocked, without the icons and without the margin."""
    room = shapely.box(page.margin, page.margin, page.width - page.margin, page.height - page.margin)
    if page.blocked:
        room = room.difference(unary_union(list(page.blocked)))
    inside = float(ink.under(numpy.array([room.bounds]))[0]) if not room.is_empty else 0.0
    return max(0.0, room.area - inside - icons * 4 * page.radius**2)
