"""The words of the map: what every asset is called, for names beside markers, the list and search without network."""

import json

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import KINDS, Kind
from ..domain.state import STATES, State
from ..store import naming
from .ready import Ready, ready


def words(db: Database, audience: Audience) -> Ready:
    """The words of everything this audience may see, as JSON text; see `named`."""
    return ready(db, "words", audience, lambda: json.dumps(
        named(db, audience), ensure_ascii=False, separators=(",", ":")).encode())


def named(db: Database, audience: Audience, numbers: list[int] | None = None) -> dict:
    """What assets are called: all that this audience may see, or those with these numbers.

    {"tags": […], "streets": […], "languages": […], "assets": [[number, title, kind's code, state's code,
    [places in tags], place in streets or -1, place in languages], …]}, by title.
    """
    tags, streets, languages = _Table(), _Table(), _Table()
    tags_of: dict[int, list[int]] = {}
    for number, tag in naming.tags(db, audience.level, numbers):
        tags_of.setdefault(number, []).append(tags[tag])
    assets = [
        [number, title, KINDS[Kind(kind)].code, STATES[State(state)][0], tags_of.get(number, []),
         streets[street] if street else -1, languages[language]]
        for number, title, kind, state, street, language in naming.names(db, audience.level, numbers)]
    return {"tags": list(tags), "streets": list(streets), "languages": list(languages), "assets": assets}


class _Table(dict):
    """Each word gets the next place in a table the first time it is asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]
