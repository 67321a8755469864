"""Notes that a person pinned: they lie where they were laid, unless there is no reading them there."""

from collections.abc import Mapping, Sequence

import shapely
from shapely.geometry import box as rectangle
from shapely.ops import unary_union

from .wishes import Page, Placed, Wish


def pinned_places(wishes: Sequence[Wish], page: Page, last: Mapping[str, tuple[float, float, int]]):
    """({key: Placed} of the pinned notes, {key: reason} of those that have to find another place).

    Of two on one place the first of the wishes stays. A pin that reaches over the edge is moved back onto the page.
    """
    placed: dict[str, Placed] = {}
    moved: dict[str, str] = {}
    blocked = unary_union(list(page.blocked))
    for wish in wishes:
        if wish.pinned is None or not wish.boxes:
            continue
        at = _at(wish, page, last)
        shape = rectangle(*at.bounds)
        if any(_on_each_other(at, other, page.gap) for other in placed.values()):
            moved[wish.key] = "pin-taken"
        elif shapely.intersects(blocked, shape) or not _inside(at, page):
            moved[wish.key] = "pin-blocked"
        else:
            placed[wish.key] = at
    return placed, moved


def _at(wish: Wish, page: Page, last) -> Placed:
    which = last[wish.key][2] if wish.key in last and 0 <= last[wish.key][2] < len(wish.boxes) else 0
    width, height = wish.boxes[which]
    x = min(max(wish.pinned[0], page.margin), page.width - page.margin - width)
    y = min(max(wish.pinned[1], page.margin), page.height - page.margin - height)
    return Placed(float(x), float(y), width, height, which)


def _inside(placed: Placed, page: Page) -> bool:
    return placed.x >= page.margin and placed.y >= page.margin


def _on_each_other(one: Placed, other: Placed, gap: float) -> bool:
    a, b = one.bounds, other.bounds
    return a[0] < b[2] + gap and b[0] < a[2] + gap and a[1] < b[3] + gap and b[1] < a[3] + gap
