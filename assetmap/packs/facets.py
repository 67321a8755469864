"""How many there are of each kind, state and tag: the numbers beside the filters."""

import gzip
import json
from dataclasses import dataclass

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.state import State
from ..store import listing, naming, positions
from .ready import ready


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of what an audience may see. Kinds and tags leave out what was here once; `placed` is on the map.

    `tags` stand most used first, and only the 60 most used.
    """

    kinds: dict[Kind, int]
    states: dict[State, int]
    tags: tuple[tuple[str, int], ...]
    placed: int

    @property
    def total(self) -> int:
        """How many there are now, retired ones left out."""
        return sum(self.kinds.values())


MOST_TAGS = 60


def facets(db: Database, audience: Audience) -> Facets:
    """The counts for this audience."""
    values = json.loads(gzip.decompress(ready(db, "facets", audience, lambda: _counted(db, audience)).body))
    return Facets(
        {Kind(kind): count for kind, count in values["kinds"].items()},
        {State(state): count for state, count in values["states"].items()},
        tuple((tag, count) for tag, count in values["tags"]), values["placed"])


def _counted(db: Database, audience: Audience) -> bytes:
    kinds, states = listing.kinds_in_use(db, audience.level), naming.states_in_use(db, audience.level)
    return json.dumps({
        "kinds": {kind: kinds.get(kind, 0) for kind in Kind},
        "states": {state: states.get(state, 0) for state in State},
        "tags": listing.tags_in_use(db, audience.level)[:MOST_TAGS],
        "placed": positions.count_shown(db, audience.level),
    }).encode()
