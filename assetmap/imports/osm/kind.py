"""What one row of the OpenStreetMap tables says: these tags are this kind of asset, with these words."""

from dataclasses import dataclass

from ...domain.kind import Kind

LANGUAGES = ("nl", "en")
"""The languages the tables are written in; another language of the neighbourhood falls back on the last."""

Words = tuple[str, str]
"""The same words in Dutch and in English."""


@dataclass(frozen=True, slots=True)
class OsmKind:
    """`match` is what the tags must hold, "amenity=cafe|bar, cuisine=*": all parts, values as choices, * for any value.

    `title` is what it is called when nobody gave it a name, `plural` when several stand together (without it they
    are never taken together). `why` holds one or more sentences; things of one sort take turns, so that a book with
    seven benches does not say the same seven times. `theme` is a key of THEMES, `surplus` keys of SURPLUS_TAGS.
    `named` means: only with a name of its own (an unnamed garden is mostly somebody's own).
    """

    match: str
    kind: Kind
    theme: str
    surplus: tuple[str, ...]
    title: Words
    why: tuple[Words, ...]
    facet: str = ""
    named: bool = False
    plural: Words = ("", "")

    @property
    def name(self) -> str:
        """A short English word for tellers and counters: "bench", "public bookcase"."""
        return self.title[1].lower()

    @property
    def conditions(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The parts of `match` as (key, values); the value "*" stands for any."""
        parts = (part.strip().split("=", 1) for part in self.match.split(","))
        return tuple((key, frozenset(values.split("|"))) for key, values in parts)

    def asks(self, key: str) -> bool:
        """Whether this row is about a tag key."""
        return any(key == asked for asked, _ in self.conditions)


THEMES: dict[str, Words] = {
    "rest": ("zitten", "sitting"),
    "play": ("spelen", "play"),
    "sport": ("sport", "sport"),
    "green": ("groen", "green"),
    "water": ("water", "water"),
    "art": ("kunst", "art"),
    "past": ("geschiedenis", "history"),
    "read": ("lezen", "reading"),
    "learn": ("leren", "learning"),
    "faith": ("geloof", "faith"),
    "meet": ("ontmoeten", "meeting"),
    "eat": ("eten en drinken", "food and drink"),
    "health": ("gezondheid", "health"),
    "shop": ("winkel", "shop"),
    "repair": ("maken en repareren", "making and mending"),
    "share": ("delen", "sharing"),
}
"""The tag that gathers things across kinds, in the language of the import."""


def word(words: Words, language: str) -> str:
    """The Dutch or the English of it; English for every other language."""
    return words[0] if language == "nl" else words[1]
