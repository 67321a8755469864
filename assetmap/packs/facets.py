"""How many there are of each kind, state and tag: the numbers beside the filters."""

import gzip
import json
from dataclasses import dataclass

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.state import State
from ..store import listing, positions
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
    return facets_from(ready(db, "facets", audience, lambda: counted_facets(db, audience)).body)


def facets_from(body: bytes) -> Facets:
    """The counts as they are kept: gzipped JSON."""
    values = json.loads(gzip.decompress(body))
    return Facets(
        {Kind(kind): count for kind, count in values["kinds"].items()},
        {State(state): count for state, count in values["states"].items()},
        tuple((tag, count) for tag, count in values["tags"]), values["placed"])


def counted_facets(db: Database, audience: Audience) -> bytes:
    """The counts as JSON, counted now."""
    kinds, states = dict.fromkeys(Kind, 0), dict.fromkeys(State, 0)
    for state, kind, count in listing.states_and_kinds(db, audience.level):
        states[State(state)] += count
        if state != State.RETIRED:
            kinds[Kind(kind)] += count
    return json.dumps({
        "kinds": kinds, "states": states, "tags": listing.tags_in_use(db, audience.level)[:MOST_TAGS],
        "placed": positions.count_shown(db, audience.level),
    }).encode()
