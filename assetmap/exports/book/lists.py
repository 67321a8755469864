"""What there is by street, and everything from A to Z."""

import re

from ...domain.words import folded
from ...inventory import Inventory, Item
from .teller import Teller

ARTICLES: dict[str, tuple[str, ...]] = {"nl": ("de", "het", "een", "t", "n"), "en": ("the", "a", "an")}
"""Words that a title may begin with and is not looked up by, in folded form."""

_FIRST_SIGNS = re.compile(r"^[\W_]+")


def streets(say: Teller, inventory: Inventory) -> list[dict]:
    """Streets in the order of the alphabet, each with its assets."""
    by_street: dict[str, list[Item]] = {}
    for item in inventory.items:
        if item.street.strip():
            by_street.setdefault(item.street.strip(), []).append(item)
    return [
        {"name": say.text(street, say.home), "entries": [say.entry(item) for item in sorted(found, key=_alphabet)]}
        for street, found in sorted(by_street.items(), key=lambda pair: (folded(pair[0]), pair[0]))
    ]


def index(say: Teller, inventory: Inventory) -> list[dict]:
    """Every asset under its letter; what begins with no letter comes last, under #."""
    groups: dict[str, list[dict]] = {}
    for item in sorted(inventory.items, key=_alphabet):
        groups.setdefault(_letter(item), []).append(say.entry(item))
    return [{"letter": say.line(letter), "entries": entries} for letter, entries in groups.items()]


def _alphabet(item: Item) -> tuple:
    return _letter(item) == "#", _looked_up(item), item.title, item.number


def _looked_up(item: Item) -> str:
    """The title as one looks it up: without accents, signs and a first article."""
    plain = _FIRST_SIGNS.sub("", folded(item.title))
    first, _, rest = plain.partition(" ")
    return rest if rest and first in ARTICLES.get(item.language.split("-")[0], ()) else plain


def _letter(item: Item) -> str:
    first = _looked_up(item)[:1].upper()
    return first if first.isalpha() else "#"
