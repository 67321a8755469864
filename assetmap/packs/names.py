"""The words of the map: what every asset is called, for names beside markers, the list and search without network."""

import json

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import KINDS, Kind
from ..domain.state import STATES, State
from ..store import naming
from .ready import Ready, ready


def words(db: Database, audience: Audience, language: str = "") -> Ready:
    """The words of everything this audience may see, as JSON text; see `named`."""
    return ready(db, name_of_words(language), audience, lambda: json.dumps(
        named(db, audience, language=language), ensure_ascii=False, separators=(",", ":")).encode())


def name_of_words(language: str) -> str:
    """What the words for readers of a language are kept under."""
    return f"words-{language}" if language else "words"


def named(db: Database, audience: Audience, numbers: list[int] | None = None, language: str = "") -> dict:
    """What assets are called: all that this audience may see, or those with these numbers.

    {"tags": […], "streets": […], "languages": […], "assets": [[number, title, kind's code, state's code,
    [places in tags], place in streets or -1, place in languages], …]}, by title. Titles are in the reader's `language`
    where somebody translated them; such a row ends with the title in its own language, so that both can be searched.
    """
    tags, streets, languages = _Table(), _Table(), _Table()
    tags_of: dict[int, list[int]] = {}
    for number, tag in naming.tags(db, audience.level, numbers):
        tags_of.setdefault(number, []).append(tags[tag])
    assets = [
        [number, title, KINDS[Kind(kind)].code, STATES[State(state)][0], tags_of.get(number, []),
         streets[street] if street else -1, languages[tongue], *([own] if own else [])]
        for number, title, kind, state, street, tongue, own in naming.names(db, audience.level, numbers, language)]
    return {"tags": list(tags), "streets": list(streets), "languages": list(languages), "assets": assets}


class _Table(dict):
    """Each word gets the next place in a table the first time it is asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]
