"""What the book says: an Inventory turned into plain data for the template, every text made safe to print.

Nothing here knows about pages. `Plan.data` is what the template reads once composing.py has put the assets on pages.
"""

from dataclasses import dataclass, field

from ...domain.audience import AUDIENCES
from ...domain.kind import KINDS, Kind
from ...inventory import Inventory, Item
from ..form import Order
from .asset import asset_data, brief_data
from .connections import by_end, picture, sentence, ties_within
from .invitations import INVITATIONS
from .lists import index, streets
from .ornaments import DROP, ROOM, colours
from .paper import COLUMNS, PAPERS
from .photos import Photo
from .small_print import colophon, opening
from .teller import Teller, moment_of

MOST_IN_FULL = 320
"""Assets that get room of their own; further ones stand in a compact list at the end of their chapter."""

LABELS: dict[str, str] = {
    "translated": "In other words",
    "connected": "Connected",
    "photo": "Photo:",
    "why-book": "Why this book",
    "mandate": "Who decides",
    "how-to-read": "How to read this book",
    "empty": "nothing yet",
    "page": "page",
    "where": "Where it all is",
    "numbers": "The numbers on the map",
    "web": "How it hangs together",
    "web-hint": "Who meets where, who helps whom",
    "web-note": "A thread for every connection; a dotted one could still become something.",
    "streets": "Along the streets",
    "streets-hint": "What there is where you live",
    "index": "From A to Z",
    "more": "What else belongs here?",
}
"""The template's own words (English message ids)."""


@dataclass(slots=True)
class Plan:
    """`data` for the template and SVG `drawings` by file name; photos by asset key; the keys of the assets in full and
    in brief, by kind, in their order.
    """

    data: dict
    drawings: dict[str, str]
    photos: dict[str, list[Photo]] = field(default_factory=dict)
    full: dict[str, list[str]] = field(default_factory=dict)
    brief: dict[str, list[str]] = field(default_factory=dict)


def plan_of(order: Order, say: Teller, photos: dict[int, list[Photo]]) -> Plan:
    """Everything the book says about this inventory but its maps; `photos` are the readable ones by asset number."""
    inventory, paper = order.inventory, order.options["paper"]
    items = {item.number: item for item in inventory.items}
    ties = ties_within(inventory)
    ends = by_end(ties)
    in_full = _in_full(inventory, photos)
    names, threads = picture(say, ties, items, paper, inventory.slug)
    plan = Plan({}, {"threads.svg": threads} if threads else {})
    plan.photos = {str(number): photos[number] for number in in_full if photos.get(number)}
    for kind in Kind:
        here = [item.number for item in inventory.items if item.kind is kind]
        plan.full[str(kind)] = [str(number) for number in here if number in in_full]
        plan.brief[str(kind)] = [str(number) for number in here if number not in in_full]
    plan.data = {
        **_frame_of_the_book(order, say),
        "cover": {
            "name": say.text(inventory.name, say.home),
            "line": say.words("what is here, and who can"),
            "for": say.words("Made for: {audience}").format(audience=say.words(AUDIENCES[inventory.audience][1])),
            "edition": say.edition(inventory),
            "source": say.text(inventory.attribution, say.home),
        },
        "opening": opening(say, inventory),
        "map": {"cover": None, "overview": None},
        "numbers": [],
        "assets": {
            str(item.number): asset_data(
                say, item, ends.get(item.number, []), items, photos.get(item.number, []), paper
            )
            for item in inventory.items
            if item.number in in_full
        },
        "brief": {str(item.number): brief_data(say, item) for item in inventory.items if item.number not in in_full},
        "chapters": [_chapter(say, kind, len(plan.full[str(kind)]) + len(plan.brief[str(kind)])) for kind in Kind],
        "threads": names,
        "web": [sentence(say, tie, items) for tie in ties],
        "streets": streets(say, inventory),
        "index": index(say, inventory),
        "colophon": colophon(say, inventory, photos, order.address),
    }
    return plan


def _frame_of_the_book(order: Order, say: Teller) -> dict:
    """What holds for every page."""
    inventory, paper = order.inventory, order.options["paper"]
    made, count = moment_of(inventory.made), len(inventory.items)
    name, notice = say.line(inventory.name) or inventory.slug, inventory.said("notice", say.language)
    return {
        "paper": paper,
        "sketch": order.options.get("photos") == "sketch",
        "lengths": PAPERS[paper],
        "columns": COLUMNS[paper],
        "language": say.locale.language,
        "title": say.words("{name}: illustrated inventory").format(name=name),
        "author": name,
        "description": say.line(inventory.said("purpose", say.language).text) or None,
        "keywords": [say.words(facts.plural) for facts in KINDS.values()],
        "date": {"year": made.year, "month": made.month, "day": made.day},
        "words": {key: say.words(label) for key, label in LABELS.items()},
        "kinds": {
            str(kind): {**colours(kind), "drop": DROP.get(facts.shape, 0.0), "room": ROOM.get(facts.shape, 1.0)}
            for kind, facts in KINDS.items()
        },
        # How much wider than high the shape around a number is: room for two, three or four digits.
        "bubble": 1.0 if count < 100 else 1.25 if count < 1000 else 1.55,
        "footer": say.text(" · ".join(filter(None, (inventory.name, say.edition(inventory, short=True)))), say.home),
        "notice": say.said(notice),
        # At the foot of every page its first sentence; the cover has it whole.
        "notice-in-short": say.text(_first_sentence(notice.text), notice.language),
    }


def _in_full(inventory: Inventory, photos: dict[int, list[Photo]]) -> set[int]:
    """The numbers of the assets that get room of their own: all, or those with most to show, kind by kind in turn."""
    if len(inventory.items) <= MOST_IN_FULL:
        return {item.number for item in inventory.items}

    def poverty(item: Item) -> tuple:
        return not photos.get(item.number), not item.story, not item.description, item.number

    queues = [sorted((item for item in inventory.items if item.kind is kind), key=poverty) for kind in Kind]
    chosen: set[int] = set()
    for place in range(max(map(len, queues), default=0)):
        for queue in queues:
            if place < len(queue) and len(chosen) < MOST_IN_FULL:
                chosen.add(queue[place].number)
    return chosen


def _chapter(say: Teller, kind: Kind, count: int) -> dict:
    facts = KINDS[kind]
    nothing, question = (say.words(sentence) for sentence in INVITATIONS[kind])
    told = say.ngettext("{count} in this book", "{count} in this book", count).format(count=count)
    return {
        "kind": str(kind),
        "title": say.words(facts.plural),
        "hint": say.words(facts.hint),
        "short": str(count),
        "count": told if count else None,
        "invitation": None if count else {"sentence": nothing, "question": question},
        "question": question,
        "pages": [],
        "compact": [],
    }


def _first_sentence(text: str) -> str:
    first, dot, _ = text.partition(". ")
    return f"{first}." if dot else text
