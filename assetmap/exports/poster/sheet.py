"""The sheets of paper: how large they are, how coarse everything on them is, and how much of what they hold."""

from dataclasses import dataclass

SIDES: dict[str, tuple[float, float]] = {
    "a3": (420.0, 297.0), "a2": (594.0, 420.0), "a1": (841.0, 594.0), "a0": (1189.0, 841.0),
}
"""Long and short side in millimetres."""
USUAL = "a2"
"""Large enough for some fifty notes, small enough for a copy shop round the corner."""

GRAIN: dict[str, float] = {"a3": 0.82, "a2": 1.0, "a1": 1.18, "a0": 1.45}
"""How large letters, icons and gaps are: 1 on A2. A larger sheet hangs further away, and holds more all the same."""

MOST_NOTES: dict[str, int] = {"a3": 44, "a2": 72, "a1": 110, "a0": 140}
MOST_NUMBERS: dict[str, int] = {"a3": 56, "a2": 72, "a1": 100, "a0": 140}
"""Numbers in the register beside the drawing."""
MOST_ICONS: dict[str, int] = {"a3": 170, "a2": 260, "a1": 380, "a0": 520}
"""Icons of all sorts together: beyond that nobody finds one again."""
MOST_PHOTOS: dict[str, int] = {"a3": 4, "a2": 7, "a1": 12, "a0": 18}

PPI: dict[str, int] = {"a3": 200, "a2": 150, "a1": 110, "a0": 90}
"""Dots per inch of a PNG: sharp at arm's length, and no sheet needs more than 50 megabytes of memory."""

BORDER = 8.0
"""From the edge of the paper to the drawn frame, millimetres of grain 1."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper with a long side across (`landscape`) or up. Lengths are millimetres."""

    paper: str
    landscape: bool

    @property
    def name(self) -> str:
        """What its notes are kept under."""
        return f"{self.paper}-{'landscape' if self.landscape else 'portrait'}"

    @property
    def width(self) -> float:
        return SIDES[self.paper][0 if self.landscape else 1]

    @property
    def height(self) -> float:
        return SIDES[self.paper][1 if self.landscape else 0]

    @property
    def grain(self) -> float:
        return GRAIN[self.paper]

    @property
    def border(self) -> float:
        """From the edge of the paper to within the drawn frame."""
        return (BORDER + 3.0) * self.grain

    @property
    def radius(self) -> float:
        """Of an icon."""
        return 3.4 * self.grain
