"""The first page: the neighbourhoods that are shown to the public."""

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template

from ..domain.audience import Audience
from ..domain.problems import Problem
from ..domain.said import Said
from ..inventory import Selection, find
from ..store import neighbourhoods
from ..store.shelf import Shelf
from ..visit import language, visit

welcome = Blueprint("welcome", __name__)


@dataclass(frozen=True, slots=True)
class Card:
    """A neighbourhood on the first page; `count` is how many assets the public may see."""

    slug: str
    name: str
    purpose: Said
    count: int


@welcome.get("/")
def first_page() -> str:
    """The neighbourhoods of this installation that want to be found here."""
    shelf: Shelf = current_app.extensions["assetmap-shelf"]
    cards = [card for slug in shelf.slugs() if (card := _card(shelf, slug))]
    return render_template("welcome.html", neighbourhoods=cards)


@welcome.get("/health")
def health() -> str:
    """Says that the program answers, for whoever watches over it."""
    return "ok"


@welcome.get("/<slug>/<path:elsewhere>")
def unknown_page(slug: str, elsewhere: str) -> str:
    """An address that is no page, told within the neighbourhood it begins with, so that the way to its map is there."""
    if slug != "api":
        visit()
    raise Problem("unknown-page")


def _card(shelf: Shelf, slug: str) -> Card | None:
    try:
        db = shelf.open(slug)
    except Problem:
        return None  # One broken folder does not hide the others; `assetmap check` tells about it.
    neighbourhood = neighbourhoods.read(db)
    if not neighbourhood.public:
        return None
    _, count = find(db, Audience.PUBLIC, Selection(most=0))
    return Card(slug, neighbourhood.name, neighbourhood.said("purpose", language()), count)
