"""Who and what can be drawn small, and where they stand."""

from ..pen.hand import Dice
from ..pen.marks import Mark
from .animals import ANIMALS
from .boats import BOATS
from .parts import Part, inked
from .people import PEOPLE

FIGURES: dict[str, tuple[str, ...]] = {
    "street": ("walker", "lady", "talking", "balloon", "kids", "pram", "dog-walker", "cyclist", "cargo-bike",
               "wheelchair", "musician", "scarf", "bench", "cat", "pigeons"),
    "green": ("ball", "gardener", "bench", "kids", "dog-walker", "reader", "balloon", "talking", "dancers", "dog",
              "chickens"),
    "water": ("sloop", "sailing-boat", "canoe", "ducks", "duck", "swan", "swimmer", "paddle-board"),
    "quay": ("houseboat", "heron"),
}
"""Where they are at home -> names for `figure`. quay: at the water's edge, the houseboat on the water side."""

_KNOWN: dict[str, list[Part]] = PEOPLE | ANIMALS | BOATS


def figure(name: str, x: float, y: float, size: float = 3.0, seed: object = "", *, turned: bool | None = None,
           detail: int = 1) -> list[Mark]:
    """A figure with its feet (or water line) at (x, y), in millimetres; `size` is how tall a grown person is there.

    It faces as chance has it unless `turned` (to the left) is said. Raises KeyError for a name that is not known.
    """
    if turned is None:
        turned = Dice("turned", name, seed).happens(0.5)
    return inked(_KNOWN[name], x, y, size, name, seed, turned=turned, detail=detail)


def room_of(name: str, size: float = 3.0) -> tuple[float, float, float]:
    """How far a figure reaches to either side, above and below (x, y), in millimetres."""
    points = [point for part in _KNOWN[name] for point in part.points]
    return (max(abs(x) for x, _ in points) * size, -min(y for _, y in points) * size,
            max(0.0, max(y for _, y in points)) * size)
