"""What each asset says on a poster, and who is told about first: stories, networks and gifts before what maps know."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from ...domain.kind import Kind
from ...domain.precision import Precision
from ...inventory import Inventory, Item, Picture

WEIGHTS: dict[Kind, float] = {
    Kind.STORY: 3.0, Kind.NETWORK: 2.7, Kind.SKILL: 2.5, Kind.PHOTO: 2.3, Kind.EXCHANGE: 1.6, Kind.PLACE: 1.4,
    Kind.INSTITUTION: 1.2,
}
INFORMAL = 0.4
"""A tie that has no name plate is what no other map shows."""
FROM_ELSEWHERE = 0.55
"""What came from a map that everybody has weighs less than what a neighbour told."""
SHARE = 24
"""After so many of one kind the next weighs half: with hundreds of stories, gifts and places are told too."""
MOST_STORY, MOST_WORDS = 170, 110
"""Characters of a story in a bubble, and of the words on a note."""

_SENTENCE = re.compile(r"(?<=[.!?…։؟۔።।。！？])[\"”’»)]*(?:\s+|$)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Told:
    """One asset as the poster tells it. `text` is what stands on its note, in `language`; `spot` is (longitude,
    latitude), None where it belongs to the whole neighbourhood. `cut` says that there is more of the text to read.
    """

    number: int
    kind: Kind
    title: str
    text: str
    language: str
    weight: float
    spot: tuple[float, float] | None
    street: str = ""
    quote: bool = False
    cut: bool = False
    picture: Picture | None = None

    @property
    def key(self) -> str:
        return str(self.number)


def told(inventory: Inventory, roomy: bool = False) -> list[Told]:
    """Every asset of the inventory, the ones to tell about first in front. `roomy`: there is room for every story."""
    ties = Counter(end for tie in inventory.ties for end in (tie.first, tie.second))
    first = sorted((_told(item, ties[item.number], roomy) for item in inventory.items), key=_first)
    before: Counter = Counter()
    shared = []
    for one in first:
        shared.append(replace(one, weight=one.weight * SHARE / (SHARE + before[one.kind])))
        before[one.kind] += 1
    return sorted(shared, key=_first)


def _first(one: Told) -> tuple[float, int]:
    return -one.weight, one.number


def excerpt(text: str, most: int) -> tuple[str, bool]:
    """The first sentences of a text up to so many characters, and whether there is more of it."""
    text = _SPACE.sub(" ", text).strip()
    if len(text) <= most:
        return text, False
    ends = [match.start() for match in _SENTENCE.finditer(text) if match.start() <= most]
    if ends and ends[-1] >= most * 0.4:
        return text[: ends[-1]].strip(), True
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most * 0.5 else cut).rstrip(" ,;:-–") + "…", True


def _told(item: Item, ties: int, roomy: bool) -> Told:
    quote = bool(item.story.strip()) and (roomy or item.kind is Kind.STORY)
    text, cut = excerpt(item.story if quote else item.why or item.description, MOST_STORY if quote else MOST_WORDS)
    more = cut or bool(item.description.strip()) or (bool(item.story.strip()) and not quote)
    everywhere = item.point is None or item.precision is Precision.NEIGHBOURHOOD
    return Told(
        item.number, item.kind, _SPACE.sub(" ", item.title).strip() or "?", text, item.language, _weight(item, ties),
        None if everywhere else item.point, item.street, quote, more, item.pictures[0] if item.pictures else None)


def _weight(item: Item, ties: int) -> float:
    words = len(item.description) + len(item.story)
    weight = WEIGHTS[item.kind] + (INFORMAL if item.facet == "informal" else 0)
    weight += 0.5 * min(words, 500) / 500 + 0.35 * bool(item.pictures) + 0.08 * min(ties, 5) + 0.1 * bool(item.people)
    return weight * (FROM_ELSEWHERE if item.source else 1)
