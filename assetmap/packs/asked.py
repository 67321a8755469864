"""Which part of the map is asked for: kinds, tags, states, words and box as they stand in an address."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..domain.kind import Kind
from ..domain.problems import Problem
from ..domain.state import State
from ..inventory import Selection

LONGEST_SEARCH = 200
DEEPEST = 22


class Values(Protocol):
    """The values of an address, several under one name."""

    def getlist(self, key: str) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection at a web map zoom (0 to 22), in a box (west, south, east, north) where there is one."""

    selection: Selection
    zoom: int
    box: tuple[float, float, float, float] | None = None


def selection_of(values: Values) -> Selection:
    """The selection in ?kind=&tag=&state=&q=. What is unknown is passed over, so that an old link still opens."""
    return Selection(
        kinds=tuple(Kind(kind) for kind in dict.fromkeys(values.getlist("kind")) if kind in list(Kind)),
        tags=tuple(dict.fromkeys(tag.strip() for tag in values.getlist("tag") if tag.strip())),
        states=tuple(State(state) for state in dict.fromkeys(values.getlist("state")) if state in list(State)),
        words=" ".join(values.getlist("q"))[:LONGEST_SEARCH].strip())


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """(west, south, east, north) from "4.3,51.9,4.4,52.0", None from ""; raises Problem("bad-view")."""
    if not text.strip():
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise Problem("bad-view", value=text[:80]) from error
    if not all(math.isfinite(edge) for edge in (west, south, east, north)) or west > east or south > north:
        raise Problem("bad-view", value=text[:80])
    return max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)


def zoom_of(text: str) -> int:
    """The zoom, 0 to 22; 15 where none is given; raises Problem("bad-view")."""
    if not text.strip():
        return 15
    try:
        return min(max(int(float(text)), 0), DEEPEST)
    except (ValueError, OverflowError) as error:
        raise Problem("bad-view", value=text[:80]) from error
