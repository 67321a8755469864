"""Posters for several tests, drawn without a press."""

from assetmap.domain.note_place import Places
from assetmap.exports.book.fonts import font_folder, shown_by
from assetmap.exports.book.teller import Teller
from assetmap.exports.form import Order
from assetmap.exports.poster import FORMAT, poster_of
from assetmap.exports.poster.drawing import Poster
from assetmap.i18n import words
from assetmap.inventory import Inventory

ADDRESS = "https://kaart.example.org/aan-de-schie"


def order_of(inventory: Inventory, places: Places | None = None, language: str = "nl", **options: str) -> Order:
    """An order for a poster, as the house makes it."""
    speech = words(language)
    return Order(inventory, language, FORMAT.chosen({"paper": "a3", "photos": "none"} | options), speech.gettext,
                 speech.ngettext, lambda done, sentence: None, ADDRESS, places=places or {})


def laid_out(inventory: Inventory, places: Places | None = None, **options: str) -> Poster:
    """A poster with everything in its place."""
    order = order_of(inventory, places, **options)
    return poster_of(order, Teller(order, shown_by(font_folder())))
