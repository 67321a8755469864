"""What somebody wishes to have on a page, the page itself, and where everything came to lie.

All lengths are millimetres on the page, x to the right, y down. A box is told by its left top corner, width and height.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

Spot = tuple[float, float]

REASONS: dict[str, str] = {
    "no-room": "There was no free place left for this note.",
    "too-large": "This note is larger than the page.",
    "hidden": "The line to this note would have run under other notes.",
    "nowhere": "It is not known where this lies.",
    "pin-taken": "This note moved: another note was pinned on the same place.",
    "pin-blocked": "This note moved: it was pinned over something that has to stay readable.",
    "outside": "This lies outside the page: an arrow at the edge points to it.",
}
"""Code of a reason -> English message id."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing with an icon on its `spot`, and a note beside it where `boxes` names at least one size.

    `boxes` are (width, height) alternatives, the one liked best first. The heavier the `weight`, the sooner it gets a
    place. `pinned` is where a person laid the left top corner of the note. `kind` is "note" or "bubble".
    """

    key: str
    spot: Spot
    boxes: tuple[tuple[float, float], ...] = ()
    weight: float = 1.0
    pinned: Spot | None = None
    kind: str = "note"


@dataclass(frozen=True, slots=True)
class Page:
    """The paper. Nothing lies in its `margin` or on `blocked` (title, legend); notes rather keep off `soft` (names).

    `radius` is that of an icon: all distances grow with it. `gap` is how far notes stay from each other at least.
    """

    width: float
    height: float
    margin: float = 9.5
    blocked: Sequence[BaseGeometry] = ()
    soft: Sequence[BaseGeometry] = ()
    radius: float = 3.4
    gap: float = 1.2

    @property
    def grain(self) -> float:
        """How coarse everything on this page is: 1 where an icon is as large as on an A2 poster."""
        return self.radius / 3.4


@dataclass(frozen=True, slots=True)
class Placed:
    """A note on the page. `box` is which of the wish's boxes it got; `leader` leads from its edge to its icon's edge,
    () where it lies so near that none is needed.
    """

    x: float
    y: float
    width: float
    height: float
    box: int = 0
    leader: tuple[Spot, ...] = ()

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Placing:
    """Where everything lies. Every wish has an icon (unless "nowhere"); every wish with boxes is in `boxes` or
    `left_out`, key -> code of the reason. `remarks` are of the same kind and tell of what lies otherwise than asked.

    No two boxes overlap, ever.
    """

    boxes: dict[str, Placed] = field(default_factory=dict)
    icons: dict[str, Spot] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> dict[str, tuple[float, float, int]]:
        """What to keep, and to hand to the next placing: key -> left, top, which box."""
        return {key: (placed.x, placed.y, placed.box) for key, placed in self.boxes.items()}
