"""Says things in the book's language, safely for print: texts, dates, names, and an asset's entry in a list."""

from datetime import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from ...domain.moment import when
from ...domain.said import Said
from ...inventory import Inventory, Item
from ..form import Order
from .fonts import Shown
from .texts import Text, line_of, text_of

ENGLISH = Locale("en", "GB")
"""Dates as they are written on this side of the ocean: 12 September 2026."""


class Teller:
    """`language` is the output's, `home` the neighbourhood's own, which its name, rounds and streets are in.

    `sources` are named on every map and need not be said again with each asset.
    """

    def __init__(self, order: Order, shown: Shown):
        self.words, self.ngettext, self.shown = order.words, order.ngettext, shown
        self.language, self.home = order.language, order.inventory.language
        self.sources = order.inventory.attribution
        try:
            self.locale = ENGLISH if order.language == "en" else Locale.parse(order.language.replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            self.locale = ENGLISH

    def line(self, raw: str) -> str:
        """One printable line."""
        return line_of(raw, self.shown)

    def text(self, raw: str, language: str = "") -> Text | None:
        """A printable text, in the output's language where none is named; None where there is nothing to read."""
        return text_of(raw, language or self.language, self.shown)

    def said(self, said: Said) -> Text | None:
        """The same of a text that comes with its language."""
        return self.text(said.text, said.language)

    def entry(self, item: Item) -> dict:
        """An asset as it is named in lists; its number in the book, `n`, is filled in once the pages are known."""
        title = self.text(item.title, item.language) or self.text("?")
        return {"id": str(item.number), "n": 0, "kind": str(item.kind), "title": title}

    def day(self, moment: str) -> str:
        return format_date(moment_of(moment), "long", self.locale)

    def month(self, moment: str) -> str:
        return format_skeleton("yMMMM", moment_of(moment), locale=self.locale)

    def number(self, value: float) -> str:
        return format_decimal(value, "#,##0.#", self.locale)

    def names(self, names: list[str]) -> str:
        """Names as one lists them: Fatma, Joost and Noor."""
        plain = [self.line(name) for name in names]
        if len(plain) < 2:
            return "".join(plain)
        return self.words("{names} and {last}").format(names=", ".join(plain[:-1]), last=plain[-1])

    def edition(self, inventory: Inventory, short: bool = False) -> str:
        """Which edition this is and of what day; a proof where it is none."""
        day = self.day(inventory.made)
        if not inventory.edition:
            return self.words("Proof of {date}").format(date=day)
        sentence = self.words("edition {number}, {date}") if short else self.words("Edition {number}, {date}")
        return sentence.format(number=inventory.edition, date=day)


def moment_of(text: str) -> datetime:
    """A day or moment in ISO 8601; the first of January 1970 where it is neither."""
    for read in (when, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return datetime(1970, 1, 1)
