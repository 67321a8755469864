"""Places the notes and icons of a page: nothing on anything else, and as little as possible hidden."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy
from shapely.geometry import box as rectangle

from ..pen.hand import seed_of
from .annealing import anneal
from .candidates import places_of
from .cost import Ground, Ink, tail_of
from .fitting import SHARE, fit
from .hidden import hidden
from .icons import icon_spots
from .inertia import Last, first_choice, kept_place, remembered
from .options import conflicts, options_beside, options_of, settled
from .paths import leader_paths
from .pinning import pinned_places
from .tidying import tidied
from .wishes import Page, Placed, Placing, Wish

STEPS = 16_000
"""Of one annealing."""
COOLINGS = ((0.5, 6.0), (1.0, 3.0), (1.0, 2.0))
"""(share of the steps, how hot it begins) of each annealing. Between two, all notes look for other places beside those
of the others.
"""
WARM = 1.0
"""How hot each begins at most where last time's places are kept."""


def place(wishes: Sequence[Wish], density: numpy.ndarray, cell: float, page: Page, seed: str, *,
          last: Last | None = None, steps: int = STEPS, share: float = SHARE,
          progress: Callable[[float], None] = lambda share: None) -> Placing:
    """Where all wishes lie. `density` is the ink (rows, columns), 0 to 1, in cells of `cell` millimetres.

    `last` are the places of last time (Placing.last): few of them change. Notes take up to `share` of
    the free paper. The same input gives the same places.
    """
    known = [wish for wish in wishes if numpy.isfinite(wish.spot).all()]
    left_out = {wish.key: "nowhere" for wish in wishes if not numpy.isfinite(wish.spot).all()}
    remarks = {wish.key: "outside" for wish in known if not _on(page, wish.spot)}
    pins, moved = pinned_places(known, page, last or {})
    remarks |= moved
    icons = icon_spots([wish.spot for wish in known], _with_boxes(page, pins.values()))
    progress(0.1)

    ink = Ink(density, cell)
    ground = Ground(_with_boxes(page, pins.values()), ink, icons)
    number = {wish.key: i for i, wish in enumerate(known)}
    free = [wish for wish in known if wish.boxes and wish.key not in pins]
    invited, waiting = fit(free, page, ink, len(icons), [*pins.values()], last or {}, share)
    boxes = pins | _annealed(invited, [number[wish.key] for wish in invited], ground, seed, last or {}, steps)
    progress(0.8)

    for wish in invited + waiting:
        if wish.key not in boxes:
            left_out[wish.key] = "too-large" if _too_large(wish, page) else "no-room"
    spots = {wish.key: (float(icons[i, 0]), float(icons[i, 1])) for wish, i in zip(known, number.values(), strict=True)}
    kinds = {wish.key: wish.kind for wish in known}
    boxes = {wish.key: boxes[wish.key] for wish in known if wish.key in boxes}
    paths = leader_paths(boxes, spots, kinds, page, ink)
    boxes = {key: replace(placed, leader=paths[key]) for key, placed in boxes.items()}
    for key in hidden(boxes, {wish.key: wish.weight for wish in known}, pins, page.blocked):
        del boxes[key]
        left_out[key] = "hidden"
    progress(1.0)
    return Placing(boxes, spots, left_out, remarks)


def _annealed(wishes: list[Wish], own: list[int], ground: Ground, seed: str, last: Last, steps: int,
              ) -> dict[str, Placed]:
    if not wishes:
        return {}
    pools = [remembered(places_of(wish, i, ground), wish, i, ground, last) for wish, i in zip(wishes, own, strict=True)]
    options = options_of(wishes, pools, ground.icons[own])
    kept = any(wish.key in last for wish in wishes)
    choice, warmest = (first_choice(options, wishes, last), WARM) if kept else (None, numpy.inf)
    for turn, (share, hot) in enumerate(COOLINGS):
        if turn:
            options, choice = options_beside(wishes, pools, options, choice, ground.page)
        table = conflicts(options, ground.page)
        choice = anneal(options, table, seed_of(seed, turn), round(steps * share), choice, min(hot, warmest))
    boxes, which = settled(wishes, pools, options, choice, ground.page)
    got = numpy.flatnonzero(which >= 0)
    boxes, which = boxes[got], which[got]
    movable = [not kept_place(boxes[i], wishes[note], last) for i, note in enumerate(got)]
    tails = [tail_of(wishes[note]) for note in got]
    boxes = tidied(boxes, which, tails, [own[note] for note in got], ground, movable)
    return {wishes[note].key: Placed(float(left), float(top), *wishes[note].boxes[box], int(box))
            for note, (left, top), box in zip(got, boxes[:, :2], which, strict=True)}


def _with_boxes(page: Page, boxes) -> Page:
    """The page on which these boxes are blocked, with the gap around them."""
    around = [rectangle(*placed.bounds).buffer(page.gap - 1e-3, join_style="mitre") for placed in boxes]
    return replace(page, blocked=(*page.blocked, *around))


def _on(page: Page, spot) -> bool:
    return 0 <= spot[0] <= page.width and 0 <= spot[1] <= page.height


def _too_large(wish: Wish, page: Page) -> bool:
    return all(width > page.width - 2 * page.margin or height > page.height - 2 * page.margin
               for width, height in wish.boxes)
