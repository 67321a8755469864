"""What an asset's page says in words: when it lives, how it is tied to others, where it came from."""

from dataclasses import dataclass

from babel.dates import format_date
from babel.lists import format_list

from ..domain.connection import VERBS
from ..domain.kind import Kind
from ..domain.moment import when
from ..domain.rhythm import SEASONS, WEEKDAYS, Rhythm
from ..domain.said import Said
from ..i18n import words
from ..inventory import Item, Tie
from ..visit import language
from .showing import day

_SOURCES = {"osm": "OpenStreetMap"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A connection read from this asset's side: `words` lead to the other one. `since` is said as people say it."""

    id: str
    words: str
    number: int
    title: Said
    kind: Kind
    since: str
    note: str


def tie_sentences(ties: tuple[tuple[Tie, Item], ...], number: int) -> list[Sentence]:
    """The connections of asset `number` in the reader's language, in both directions."""
    gettext = words(language()).gettext
    return [
        Sentence(
            tie.id, gettext(VERBS[tie.verb][0 if tie.first == number else 1]), other.number,
            other.said("title", language()), other.kind, since_words(tie.since), tie.note)
        for tie, other in ties]


def rhythm_words(rhythm: Rhythm) -> str:
    """"Spring and summer · Friday · after dinner"."""
    gettext = words(language()).gettext
    parts = [
        gettext("All year round") if len(rhythm.seasons) == len(SEASONS) else _listed(rhythm.seasons, SEASONS),
        gettext("Every day") if len(rhythm.weekdays) == len(WEEKDAYS) else _listed(rhythm.weekdays, WEEKDAYS),
        rhythm.time]
    return " · ".join(part for part in parts if part)


def since_words(since: str) -> str:
    """"2019", "May 2024" or "17 May 2024"; anything else as it is."""
    try:
        if len(since) == 7:
            return format_date(when(f"{since}-01T00:00:00Z"), "MMMM yyyy", locale=language())
        return day(since)
    except ValueError:
        return since


def source_words(source: str) -> str:
    """Where an imported asset came from, by the name people know: "osm:node/1" is "OpenStreetMap"."""
    return _SOURCES.get(source.split(":")[0], "") if source else ""


def _listed(chosen: tuple[str, ...], table: dict[str, str]) -> str:
    gettext = words(language()).gettext
    names = [gettext(table[each]) for each in table if each in chosen]
    if language() == "nl":
        names = [name if place == 0 else name.lower() for place, name in enumerate(names)]
    return format_list(names, locale=language()) if names else ""
