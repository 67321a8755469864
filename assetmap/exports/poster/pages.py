"""What follows the drawing: everything on it as text that can be read, searched and heard, and what did not fit."""

from collections import Counter

from ...domain.audience import AUDIENCES
from ...domain.kind import KINDS, Kind
from ...domain.moment import when
from ...domain.words import folded
from ...drawing.notes.wishes import REASONS
from ...inventory import Item
from ..book.ornaments import colours
from ..book.small_print import safe_address
from ..book.teller import Teller
from ..form import Order
from .drawing import FATES, Poster


def pages(order: Order, poster: Poster, say: Teller, title: str, description: str) -> dict:
    """The data for the template: words about the drawing, then every asset under what became of it."""
    inventory, words = order.inventory, order.words
    items = {str(item.number): item for item in inventory.items}
    groups = []
    for fate, heading in FATES.items():
        keys = [one.key for one in poster.told if poster.fates[one.key] == fate]
        keys.sort(key=lambda key: (folded(items[key].title), int(key)))
        if keys:
            groups.append({
                "title": words(heading), "entries": [_entry(order, poster, items[key], say, fate) for key in keys]})
    return {
        "language": order.language,
        "title": say.line(title),
        "alt": say.line(description),
        "name": say.text(inventory.name, say.home) or say.text(inventory.slug, say.home),
        "heading": words("Everything on the poster, to read"),
        "intro": say.text(_intro(order, poster)),
        "groups": groups,
        "empty": None if groups else say.text(words("Nobody has told about this neighbourhood yet. Who begins?")),
        "parts": _parts(order, say),
        "kinds": {
            str(kind): {"label": words(facts.label), "ink": colours(kind)["ink"]} for kind, facts in KINDS.items()},
        "page": words("page"),
        "made": _seconds(inventory.made),
    }


def described(order: Order, poster: Poster, say: Teller) -> tuple[str, str]:
    """Title and description of the drawing, for who does not see it."""
    inventory = order.inventory
    name = inventory.name or inventory.slug
    count = Counter(one.kind for one in poster.told)
    kinds = [order.words(KINDS[kind].plural) + f" ({count[kind]})" for kind in Kind if count[kind]]
    title = order.words("{name}: what is here, and who can").format(name=name)
    if not kinds:
        return say.line(title), say.line(order.words(
            "A drawn map of {name}, still empty: nobody has told about it yet.").format(name=name))
    sentence = order.words(
        "A drawn map of {name} with notes by neighbours: {kinds}. All of it is told as text on the next pages.")
    return say.line(title), say.line(sentence.format(name=name, kinds=", ".join(kinds)))


def remarks(order: Order, poster: Poster) -> list[str]:
    """What somebody should know who made this poster."""
    count = Counter(poster.fates.values())
    said = []
    if away := count["no-room"]:
        said.append(order.ngettext(
            "{count} asset found no place on the drawing; in the PDF it stands after the drawing.",
            "{count} assets found no place on the drawing; in the PDF they stand after the drawing.",
            away).format(count=away))
    if less := count["icon"]:
        said.append(order.ngettext(
            "{count} note did not fit; it is an icon, and stands after the drawing in the PDF.",
            "{count} notes did not fit; they are icons, and stand after the drawing in the PDF.",
            less).format(count=less))
    if numbers := count["number"]:
        said.append(order.ngettext(
            "{count} asset has a number and stands in the list beside the drawing.",
            "{count} assets have a number and stand in the list beside the drawing.", numbers).format(count=numbers))
    for reason, many in Counter(poster.placing.remarks.values()).items():
        if reason.startswith("pin"):
            said.append(f"{order.words(REASONS[reason])} ({many})")
    if unread := len(set(poster.unread)):
        said.append(order.ngettext(
            "{count} photo is not on the poster: its file is missing or damaged.",
            "{count} photos are not on the poster: their files are missing or damaged.", unread).format(count=unread))
    if away or less:
        said.append(order.words("On larger paper more of it fits."))
    return said


def _entry(order: Order, poster: Poster, item: Item, say: Teller, fate: str) -> dict:
    why = REASONS.get(poster.placing.left_out.get(str(item.number), ""), "")
    story = item.story if fate == "note" or item.story else ""
    return {
        "n": str(item.number),
        "kind": str(item.kind),
        "title": say.text(item.title, item.language) or say.text("?"),
        "street": say.line(item.street),
        "why": say.text(item.why, item.language),
        "story": say.text(story, item.language),
        "reason": say.line(order.words(why)) if why and fate != "note" else "",
    }


def _intro(order: Order, poster: Poster) -> str:
    words = order.words
    said = words(
        "What neighbours told stands here in their own words and their own language. The number is that of the asset "
        "on the living map.")
    return " ".join([said, *remarks(order, poster)])


def _parts(order: Order, say: Teller) -> list[dict]:
    inventory, words = order.inventory, order.words
    address = safe_address(order.address)
    agreed = words(
        "Everything here was agreed for this circle: {audience}. Who changes their mind takes it back: it leaves the "
        "living map at once and the next poster too.").format(audience=words(AUDIENCES[inventory.audience][1]))
    found = [
        (words("This edition"), say.edition(inventory), order.language),
        (words("Who decides"), inventory.mandate, inventory.language),
        (words("What people agreed to"), agreed, order.language),
        (words("Know this"), inventory.notice, inventory.language),
        (words("Sources"), inventory.attribution, inventory.language),
        (words("The living map"), address, order.language)]
    return [{"title": title, "text": say.text(text, language)} for title, text, language in found if text.strip()]


def _seconds(moment: str) -> int:
    try:
        return int(when(moment).timestamp())
    except ValueError:
        return 0
