"""One asset as the template receives it: own words, translation, facts and ties."""

from ...domain.asset import Translation
from ...domain.connection import VERBS
from ...domain.kind import FACETS
from ...domain.person import Part
from ...domain.rhythm import SEASONS, WEEKDAYS
from ...domain.state import KEY_HOLDERS, STATES, State
from ...domain.tag import SURPLUS_TAGS
from ...drawing.pen.hand import seed_of
from ...inventory import Item, Tie
from .composing import columns_worth_measuring
from .photos import Photo
from .teller import Teller
from .texts import Text

MOST_TIES_ASIDE = 3
"""Ties told with the asset itself; all of them stand in the chapter about connections."""

SMALL = 260
"""Characters up to which what came from open data is a small record."""

PARTS: tuple[tuple[Part, str], ...] = (
    (Part.HOLDS, "In the hands of"),
    (Part.HELPS, "Helped by"),
    (Part.IN_PICTURE, "In the picture"),
    (Part.TELLS, "Told by"),
)
"""What a person is to an asset, as the name of a fact (English message ids), in the order of the page."""

CAPITAL_DAYS = ("en", "de")
"""Languages that write the days of the week with a capital."""


def asset_data(
    say: Teller, item: Item, ties: list[tuple[Tie, bool]], items: dict[int, Item], photos: list[Photo], paper: str
) -> dict:
    """Everything about an asset with room of its own. `ties` are its ties, True where they are read from it.

    People's own words come first and stay; a translation into the book's language follows below, except for the plain
    description, which stands in the language of the reader where there is one.
    """
    other = _translation(item, say.language)
    in_words = other if other and other.description else item
    small = bool(item.source) and not (item.story or item.people or photos)
    length = sum(map(len, (item.title, item.why, in_words.description, item.story)))
    tellers = [name for name, part in item.people if part == Part.TELLS]
    return {
        **say.entry(item),
        "seed": seed_of(item.id) % 9973 / 7,
        "title2": say.text(other.title, other.language) if other else None,
        "why": say.text(item.why, item.language),
        "why2": say.text(other.why, other.language) if other else None,
        "why-length": len(item.why),
        "description": say.text(in_words.description, in_words.language),
        "story": say.text(item.story, item.language),
        "story2": say.text(other.story, other.language) if other else None,
        "story-length": len(item.story) + (len(other.story) if other else 0),
        "length": length,
        "columns": columns_worth_measuring(
            length, bool(item.story), [photo.ratio for photo in photos], paper, small and length <= SMALL),
        "crop": None,
        "teller": say.text(say.names(tellers)) if item.story and tellers else None,
        "facts": _facts(say, item),
        "ties": [_tie(say, tie, forward, items) for tie, forward in ties[:MOST_TIES_ASIDE]],
    }


def brief_data(say: Teller, item: Item) -> dict:
    """An asset in a compact list."""
    return {**say.entry(item), "why": say.text(item.why, item.language), "place": say.text(item.street, say.home)}


def _translation(item: Item, language: str) -> Translation | None:
    """The asset's texts in the reader's language, None where its own are."""
    if _same_language(item.language, language):
        return None
    return next((one for one in item.translations if _same_language(one.language, language)), None)


def _same_language(one: str, other: str) -> bool:
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def _facts(say: Teller, item: Item) -> list[tuple[str, Text | str]]:
    """(name, value) of every fact that is known; "" for one that its name says whole."""
    words = say.words
    tags = ", ".join(words(SURPLUS_TAGS[tag]) if tag in SURPLUS_TAGS else tag for tag in item.tags)
    found: list[tuple[str, Text | str | None]] = [
        (words("Which sort"), words(FACETS[item.facet]) if item.facet in FACETS else say.text(item.facet, say.home)),
        (words("When"), _when(say, item)),
        (words("Where"), say.text(item.street, say.home)),
    ]
    for part, label in PARTS:
        names = [name for name, its in item.people if its == part]
        # Who tells a story stands under it.
        if names and not (part is Part.TELLS and item.story):
            found.append((words(label), say.text(say.names(names))))
    found += [
        (words("How it is"), None if item.state is State.IN_USE else words(STATES[item.state][1])),
        (words("Who holds the key"), words(KEY_HOLDERS[item.key_holder]) if item.key_holder else None),
        (words("It is about"), say.text(tags, say.home)),
        (words("Still right in"), say.month(item.confirmed) if item.confirmed else None),
        (words("Source"), say.text(item.attribution) if item.attribution not in say.sources else None),
        (words("Invented example"), "" if item.invented else None),
    ]
    return [(label, value) for label, value in found if value is not None]


def _when(say: Teller, item: Item) -> Text | None:
    rhythm = item.rhythm
    seasons = [say.words(SEASONS[season]).lower() for season in rhythm.seasons if season in SEASONS]
    days = [say.words(WEEKDAYS[day]) for day in rhythm.weekdays if day in WEEKDAYS]
    if len(days) == len(WEEKDAYS):
        days = [say.words("every day")]
    if say.locale.language not in CAPITAL_DAYS:
        days = [day.lower() for day in days]
    spoken = (", ".join(seasons if len(seasons) < len(SEASONS) else ()), ", ".join(filter(None, (*days, rhythm.time))))
    return say.text(" · ".join(filter(None, spoken)), say.home if rhythm.time else "")


def _tie(say: Teller, tie: Tie, forward: bool, items: dict[int, Item]) -> dict:
    there, back = VERBS[tie.verb]
    return {**say.entry(items[tie.second if forward else tie.first]), "verb": say.words(there if forward else back)}
