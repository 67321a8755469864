"""What the book says: an Inventory turned into plain data for the template, every text made safe to print.

Nothing here knows about pages. `Plan.data` is what the template reads once composing.py has put the assets on pages.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from ...domain.audience import AUDIENCES
from ...domain.connection import VERBS
from ...domain.kind import FACETS, KINDS, Kind
from ...domain.moment import when
from ...domain.person import Part
from ...domain.rhythm import SEASONS, WEEKDAYS
from ...domain.state import KEY_HOLDERS, STATES, State
from ...domain.tag import SURPLUS_TAGS
from ...domain.words import folded
from ...inventory import Inventory, Item, Tie
from ..form import Order
from .fonts import Shown
from .invitations import INVITATIONS
from .ornaments import DROP, ROOM, colours
from .composing import columns_worth_measuring
from .paper import COLUMNS, PAPERS
from .pen import seed_of
from .photos import Photo
from .texts import Text, line_of, text_of
from .threads import ROOMS, threads

MOST_IN_FULL = 320
"""Assets that get room of their own; further ones stand in a compact list at the end of their chapter."""

MOST_PHOTOS = 400
"""Photos in one book: typesetting holds them all in memory at once."""

MOST_TIES_ASIDE = 3

_FIRST_SIGNS = re.compile(r"^[\W_]+")

CAPITAL_DAYS = ("en", "de")
"""Languages that write the days of the week with a capital."""


@dataclass(slots=True)
class Plan:
    """`data` for the template, photos by asset key, assets in full and in brief by kind (keys in their order)."""

    data: dict
    photos: dict[str, list[Photo]] = field(default_factory=dict)
    full: dict[str, list[str]] = field(default_factory=dict)
    brief: dict[str, list[str]] = field(default_factory=dict)


class Teller:
    """Says things in the output language, safely for print."""

    def __init__(self, order: Order, shown: Shown):
        self.words, self.ngettext, self.shown = order.words, order.ngettext, shown
        self.language = order.language
        try:
            self.locale = Locale.parse(order.language.replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            self.locale = Locale("en")

    def line(self, raw: str) -> str:
        return line_of(raw, self.shown)

    def text(self, raw: str, language: str = "") -> Text | None:
        return text_of(raw, language or self.language, self.shown)

    def day(self, moment: str) -> str:
        return format_date(_moment(moment), "long", self.locale)

    def month(self, moment: str) -> str:
        return format_skeleton("yMMMM", _moment(moment), locale=self.locale)

    def names(self, names: list[str]) -> str:
        """Names as one lists them: Fatma, Joost and Noor."""
        plain = [self.line(name) for name in names]
        if len(plain) < 2:
            return "".join(plain)
        return self.words("{names} and {last}").format(names=", ".join(plain[:-1]), last=plain[-1])


def plan_of(order: Order, shown: Shown, photos: dict[int, list[Photo]]) -> Plan:
    """Everything the book says about this inventory, `photos` being the readable ones by asset number."""
    inventory, say = order.inventory, Teller(order, shown)
    items = {item.number: item for item in inventory.items}
    ties = [tie for tie in inventory.ties if tie.first in items and tie.second in items]
    in_full = _in_full(inventory, photos)
    plan = Plan({})
    for kind in Kind:
        here = [item for item in inventory.items if item.kind is kind]
        plan.full[str(kind)] = [_key(item) for item in here if item.number in in_full]
        plan.brief[str(kind)] = [_key(item) for item in here if item.number not in in_full]
    plan.photos = {_key(item): photos[item.number] for item in inventory.items if item.number in in_full and photos.get(item.number)}
    by_end = _by_end(ties)
    plan.data = {
        "paper": order.options["paper"],
        "lengths": PAPERS[order.options["paper"]],
        "columns": COLUMNS[order.options["paper"]],
        "map": {"cover": None, "overview": None},
        "language": say.locale.language,
        "title": _book_title(say, inventory),
        "author": say.line(inventory.name),
        "description": say.line(inventory.purpose) or None,
        "keywords": [say.words(facts.plural) for facts in KINDS.values()],
        "date": _date(inventory.made),
        "bubble": 1.0 if len(items) < 100 else 1.25 if len(items) < 1000 else 1.55,
        "words": _labels(say),
        "kinds": {str(kind): {**colours(kind), "drop": DROP.get(facts.shape, 0.0), "room": ROOM.get(facts.shape, 1.0)}
                  for kind, facts in KINDS.items()},
        "footer": say.text(" · ".join(filter(None, (inventory.name, _edition(say, inventory, short=True))))),
        "notice": say.text(inventory.notice),
        "cover": {
            "name": say.text(inventory.name),
            "line": say.words("what is here, and who can"),
            "for": say.words("Made for: {audience}").format(audience=say.words(AUDIENCES[inventory.audience][1])),
            "edition": _edition(say, inventory),
        },
        "opening": _opening(say, inventory),
        "assets": {_key(item): _asset(say, item, by_end.get(item.number, []), items, photos.get(item.number, []), order.options["paper"])
                   for item in inventory.items if item.number in in_full},
        "brief": {_key(item): _brief(say, item) for item in inventory.items if item.number not in in_full},
        "chapters": [_chapter(say, kind, len(plan.full[str(kind)]) + len(plan.brief[str(kind)])) for kind in Kind],
        "web": [_tie(say, tie, items) for tie in _told_in_order(ties, items)],
        "threads": None,
        "streets": _streets(say, inventory),
        "index": _index(say, inventory),
        "numbers": [],
        "colophon": _colophon(say, order, photos),
    }
    return plan


def with_threads(plan: Plan, say: Teller, order: Order) -> str | None:
    """Puts the names around the picture of the connections into the plan; returns the picture as SVG, if there is one."""
    items = {item.number: item for item in order.inventory.items}
    ties = [tie for tie in order.inventory.ties if tie.first in items and tie.second in items]
    drawn = threads(ties, items, order.options["paper"], order.inventory.slug)
    if drawn is None:
        return None
    room = ROOMS[order.options["paper"]]
    plan.data["threads"] = {
        "height": drawn.height, "names": room["names"],
        "alt": say.words("Drawing of the connections as threads between names; the same follows in sentences"),
        "marks": [{"id": str(number), "n": 0, "kind": str(items[number].kind), "side": side, "y": y,
                   "title": say.text(_shortened(items[number].title), items[number].language) or say.text("?")} for number, side, y in drawn.names],
    }
    return drawn.svg


def _shortened(title: str, most: int = 44) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


def safe_address(address: str) -> str:
    """The address when it is a plain web address, "" otherwise."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc and address.isprintable() else ""


def _key(item: Item) -> str:
    return str(item.number)


def _in_full(inventory: Inventory, photos: dict[int, list[Photo]]) -> set[int]:
    """The numbers of the assets that get room of their own: all, or those with most to show, kind by kind in turn."""
    if len(inventory.items) <= MOST_IN_FULL:
        return {item.number for item in inventory.items}

    def richness(item: Item) -> tuple:
        return (not photos.get(item.number), not item.story, not item.description, item.number)

    queues = [sorted((item for item in inventory.items if item.kind is kind), key=richness) for kind in Kind]
    chosen: set[int] = set()
    for place in range(max(map(len, queues), default=0)):
        for queue in queues:
            if place < len(queue) and len(chosen) < MOST_IN_FULL:
                chosen.add(queue[place].number)
    return chosen


def _book_title(say: Teller, inventory: Inventory) -> str:
    return say.words("{name}: illustrated inventory").format(name=say.line(inventory.name) or inventory.slug)


def _edition(say: Teller, inventory: Inventory, short: bool = False) -> str:
    day = say.day(inventory.made)
    if not inventory.edition:
        return say.words("Proof of {date}").format(date=day)
    if short:
        return say.words("edition {number}, {date}").format(number=inventory.edition, date=day)
    return say.words("Edition {number}, {date}").format(number=inventory.edition, date=day)


def _labels(say: Teller) -> dict[str, str]:
    words = say.words
    return {
        "translated": words("In other words"),
        "connected": words("Connected"),
        "photo": words("Photo:"),
        "why-book": words("Why this book"),
        "mandate": words("Who decides"),
        "how-to-read": words("How to read this book"),
        "empty": words("nothing yet"),
        "page": words("page"),
        "where": words("Where it all is"),
        "numbers": words("The numbers on the map"),
        "web": words("How it hangs together"),
        "web-note": words("A thread for every connection; a dotted one could still become something."),
        "web-hint": words("Who meets where, who helps whom"),
        "streets": words("Along the streets"),
        "streets-hint": words("What there is where you live"),
        "index": words("From A to Z"),
        "more": words("What is missing here?"),
    }


def _opening(say: Teller, inventory: Inventory) -> dict:
    rounds = []
    for one in inventory.rounds:
        days = [say.day(day) for day in (one.starts, one.ends) if day]
        rounds.append({
            "title": say.text(one.title),
            "purpose": say.text(one.purpose),
            "when": say.words("{start} to {end}").format(start=days[0], end=days[1]) if len(days) == 2
            else say.words("since {date}").format(date=days[0]) if one.starts else None,
        })
    reading = [say.words("Every number in this book has the shape and colour of its kind. The same number stands on the map.")]
    if inventory.items:
        reading.append(say.words("What people told is printed in their own words and their own language."))
    return {
        "purpose": say.text(inventory.purpose, inventory.language),
        "mandate": say.text(inventory.mandate, inventory.language),
        "rounds": [one for one in rounds if one["title"]],
        "reading": say.text(" ".join(reading)),
    }


def _chapter(say: Teller, kind: Kind, count: int) -> dict:
    facts = KINDS[kind]
    sentence, question = INVITATIONS[kind]
    return {
        "kind": str(kind),
        "title": say.words(facts.plural),
        "hint": say.words(facts.hint),
        "short": str(count),
        "count": say.ngettext("{count} in this book", "{count} in this book", count).format(count=count) if count else None,
        "invitation": None if count else {"sentence": say.words(sentence), "question": say.words(question)},
        "question": say.words(question),
        "pages": [],
        "compact": [],
    }


def _asset(say: Teller, item: Item, ties: list[tuple[Tie, bool]], items: dict[int, Item], photos: list[Photo], paper: str) -> dict:
    other = next((one for one in item.translations if _same_language(one.language, say.language)), None)
    if other is None or _same_language(item.language, say.language):
        title2 = why2 = story2 = None
        description, description_language = item.description, item.language
    else:
        title2, why2, story2 = (say.text(text, other.language) for text in (other.title, other.why, other.story))
        description, description_language = (other.description, other.language) if other.description else (item.description, item.language)
    length = sum(map(len, (item.title, item.why, description, item.story)))
    tellers = [name for name, part in item.people if part == Part.TELLS]
    return {
        "id": _key(item),
        "n": 0,
        "kind": str(item.kind),
        "seed": seed_of(item.id) % 9973 / 7,
        "title": say.text(item.title, item.language) or say.text("?"),
        "title2": title2,
        "why": say.text(item.why, item.language),
        "why2": why2,
        "why-length": len(item.why),
        "description": say.text(description, description_language),
        "story": say.text(item.story, item.language),
        "story2": story2,
        "story-length": len(item.story) + (len(other.story) if story2 and other else 0),
        "length": length,
        "columns": columns_worth_measuring(length, bool(item.story), [photo.ratio for photo in photos], paper),
        "teller": say.text(say.names(tellers)) if item.story and tellers else None,
        "facts": _facts(say, item),
        "ties": [_tie_aside(say, tie, forward, items) for tie, forward in ties[:MOST_TIES_ASIDE]],
    }


def _brief(say: Teller, item: Item) -> dict:
    return {
        "id": _key(item), "n": 0, "kind": str(item.kind), "title": say.text(item.title, item.language) or say.text("?"),
        "why": say.text(item.why, item.language), "place": say.text(item.street),
    }


def _same_language(one: str, other: str) -> bool:
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def _facts(say: Teller, item: Item) -> list[tuple[str, Text | str]]:
    words = say.words
    found: list[tuple[str, Text | str | None]] = []
    if item.facet:
        found.append((words("Which sort"), words(FACETS[item.facet]) if item.facet in FACETS else say.text(item.facet)))
    found.append((words("When"), _when(say, item)))
    found.append((words("Where"), say.text(item.street)))
    for part, label in ((Part.HOLDS, "In the hands of"), (Part.HELPS, "Helped by"), (Part.IN_PICTURE, "In the picture"), (Part.TELLS, "Told by")):
        names = [name for name, its in item.people if its == part]
        if names and not (part is Part.TELLS and item.story):
            found.append((words(label), say.text(say.names(names))))
    if item.state is not State.IN_USE:
        found.append((words("How it is"), words(STATES[item.state][1])))
    if item.key_holder:
        found.append((words("Who holds the key"), words(KEY_HOLDERS[item.key_holder])))
    if item.tags:
        found.append((words("It is about"), say.text(", ".join(words(SURPLUS_TAGS[tag]) if tag in SURPLUS_TAGS else tag for tag in item.tags))))
    if item.confirmed:
        found.append((words("Still right in"), say.month(item.confirmed)))
    if item.attribution:
        found.append((words("Source"), say.text(item.attribution)))
    if item.invented:
        found.append((words("Invented example"), ""))
    return [(label, value) for label, value in found if value is not None]


def _when(say: Teller, item: Item) -> Text | None:
    rhythm = item.rhythm
    seasons = [say.words(SEASONS[season]).lower() for season in rhythm.seasons if season in SEASONS]
    days = [say.words(WEEKDAYS[day]) for day in rhythm.weekdays if day in WEEKDAYS]
    if len(days) == len(WEEKDAYS):
        days = [say.words("every day")]
    if say.locale.language not in CAPITAL_DAYS:
        days = [day.lower() for day in days]
    parts = [", ".join(seasons if len(seasons) < len(SEASONS) else []), ", ".join([*days, *filter(None, [rhythm.time])])]
    return say.text(" · ".join(filter(None, parts)))


def _by_end(ties: list[Tie]) -> dict[int, list[tuple[Tie, bool]]]:
    """Ties by the asset at either end; True where they are read from it."""
    found: dict[int, list[tuple[Tie, bool]]] = {}
    for tie in ties:
        found.setdefault(tie.first, []).append((tie, True))
        found.setdefault(tie.second, []).append((tie, False))
    return found


def _tie_aside(say: Teller, tie: Tie, forward: bool, items: dict[int, Item]) -> dict:
    there, back = VERBS[tie.verb]
    other = items[tie.second if forward else tie.first]
    return {"verb": say.words(there if forward else back), "id": _key(other), "kind": str(other.kind), "n": 0, "title": say.text(other.title, other.language) or say.text("?")}


def _told_in_order(ties: list[Tie], items: dict[int, Item]) -> list[Tie]:
    """Networks first: they are what connects the rest."""
    return sorted(ties, key=lambda tie: (items[tie.first].kind is not Kind.NETWORK and items[tie.second].kind is not Kind.NETWORK,
                                         folded(items[tie.first].title), tie.first, folded(items[tie.second].title), tie.id))


def _tie(say: Teller, tie: Tie, items: dict[int, Item]) -> dict:
    def end(item: Item) -> dict:
        return {"id": _key(item), "kind": str(item.kind), "n": 0, "title": say.text(item.title, item.language) or say.text("?")}

    since = say.words("since {date}").format(date=say.line(tie.since)) if tie.since else ""
    return {
        "first": end(items[tie.first]), "second": end(items[tie.second]), "verb": say.words(VERBS[tie.verb][0]),
        "more": say.text(" · ".join(filter(None, (since, tie.note)))),
    }


def _entry(say: Teller, item: Item) -> dict:
    return {"id": _key(item), "n": 0, "kind": str(item.kind), "title": say.text(item.title, item.language) or say.text("?")}


def _streets(say: Teller, inventory: Inventory) -> list[dict]:
    by_street: dict[str, list[Item]] = {}
    for item in inventory.items:
        if item.street.strip():
            by_street.setdefault(item.street.strip(), []).append(item)
    return [
        {"name": say.text(street, inventory.language), "entries": [_entry(say, item) for item in sorted(found, key=_alphabet)]}
        for street, found in sorted(by_street.items(), key=lambda pair: (folded(pair[0]), pair[0]))
    ]


def _index(say: Teller, inventory: Inventory) -> list[dict]:
    groups: dict[str, list[dict]] = {}
    for item in sorted(inventory.items, key=_alphabet):
        groups.setdefault(_letter(item), []).append(_entry(say, item))
    return [{"letter": say.line(letter), "entries": entries} for letter, entries in groups.items()]


ARTICLES: dict[str, tuple[str, ...]] = {"nl": ("de", "het", "een", "t", "n"), "en": ("the", "a", "an")}
"""Words that a title may begin with and is not looked up by, in folded form."""


def _alphabet(item: Item) -> tuple:
    plain = _looked_up(item)
    return (not plain[:1].isalpha(), plain, item.title, item.number)


def _looked_up(item: Item) -> str:
    """The title as one looks it up: without accents, signs and a first article."""
    plain = _FIRST_SIGNS.sub("", folded(item.title))
    first, _, rest = plain.partition(" ")
    return rest if rest and first in ARTICLES.get(item.language.split("-")[0], ()) else plain


def _letter(item: Item) -> str:
    first = _looked_up(item)[:1].upper()
    return first if first.isalpha() else "#"


def _colophon(say: Teller, order: Order, photos: dict[int, list[Photo]]) -> dict:
    inventory, words = order.inventory, say.words
    address = safe_address(order.address)
    credits = sorted({photo.credit for found in photos.values() for photo in found if photo.credit}, key=folded)
    sources = sorted({item.attribution for item in inventory.items if item.attribution} | set(filter(None, inventory.attribution.split("; "))))
    audience = words(AUDIENCES[inventory.audience][1])
    parts = [
        (words("What people agreed to"), words(
            "Everything in this book was agreed for this audience: {audience}. Names, photos, voices and places were asked for one by "
            "one. Whoever changes their mind can take something back at any time: it then disappears from the map at once, and from the "
            "next edition of this book.").format(audience=audience)),
        (words("This edition"), _edition(say, inventory) + ". " + say.ngettext(
            "It holds {count} asset.", "It holds {count} assets.", len(inventory.items)).format(count=len(inventory.items))),
        (words("Know this"), inventory.notice),
        (words("Sources"), "\n".join(sources)),
        (words("Photos by"), ", ".join(credits)),
        (words("How it was made"), words(
            "Made with Assetmap, set with Typst in Patrick Hand, Amatic SC, Caveat Brush and Noto (SIL Open Font License).")),
    ]
    return {
        "qr": bool(address),
        "address": address,
        "address-shown": say.line(address.split("://")[-1].rstrip("/")),
        "qr-alt": words("QR code to the living map: {address}").format(address=say.line(address)),
        "living": say.text(words("The living map goes on. Scan this to see what was added since, to say that something is still right, "
                                 "or to tell us about something we do not know yet.")),
        "tell": say.text(words("Write it here, and show it to a neighbour who looks after this map.")),
        "parts": [{"title": title, "text": say.text(text)} for title, text in parts if text.strip()],
    }


def _moment(text: str) -> datetime:
    """A day or moment in ISO 8601; the first of January 1970 where it is neither."""
    try:
        return when(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime(1970, 1, 1)


def _date(text: str) -> dict[str, int]:
    moment = _moment(text)
    return {"year": moment.year, "month": moment.month, "day": moment.day}
