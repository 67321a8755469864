"""How exactly the position of an asset is shown to others."""

from enum import StrEnum


class Precision(StrEnum):
    """The masked position is chosen once and stored: choosing anew each time would give the true one away."""

    EXACT = "exact"
    STREET = "street"
    NEIGHBOURHOOD = "neighbourhood"
    HIDDEN = "hidden"


PRECISIONS: dict[Precision, str] = {
    Precision.EXACT: "Exactly here",
    Precision.STREET: "Only the street",
    Precision.NEIGHBOURHOOD: "Somewhere in the neighbourhood",
    Precision.HIDDEN: "Not on the map",
}

MASK_RADIUS: dict[Precision, float] = {Precision.STREET: 75.0, Precision.NEIGHBOURHOOD: 250.0}
"""How far, in metres, a masked position may lie from the true one."""
