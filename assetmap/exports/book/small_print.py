"""The first page and the last: why this book is, who decides, what people agreed to, sources, and the way back."""

from urllib.parse import urlsplit

from ...domain.audience import AUDIENCES
from ...domain.round import Round
from ...domain.said import Said
from ...domain.words import folded
from ...inventory import Inventory
from .photos import Photo
from .teller import Teller


def opening(say: Teller, inventory: Inventory) -> dict:
    """Purpose, rounds, mandate, and how to read the book."""
    words = say.words
    reading = [
        words("Every number in this book has the shape and colour of its kind. The same number stands on the map.")
    ]
    if inventory.items:
        reading.append(words("What people told is printed in their own words and their own language."))
    rounds = [
        {"title": say.text(one.title, say.home), "purpose": say.text(one.purpose, say.home), "when": _when(say, one)}
        for one in inventory.rounds
        if one.title.strip()
    ]
    return {
        "purpose": say.said(inventory.said("purpose", say.language)),
        "mandate": say.said(inventory.said("mandate", say.language)),
        "rounds": rounds,
        "reading": say.text(" ".join(reading)),
    }


def colophon(say: Teller, inventory: Inventory, photos: dict[int, list[Photo]], address: str) -> dict:
    """The last page. `address` leads to the living map; anything but a web address is left out."""
    words, address = say.words, safe_address(address)
    living = words(
        "The living map goes on. Scan this to see what was added since, to say that something is still right, or to "
        "tell us about something we do not know yet."
    )
    parts = _parts(say, inventory, photos)
    return {
        "qr": bool(address),
        "address": address,
        "address-shown": say.line(address.split("://")[-1].rstrip("/")),
        "qr-alt": words("QR code to the living map: {address}").format(address=say.line(address)),
        "living": say.text(living),
        "tell": say.text(words("Write it here, and show it to a neighbour who looks after this map.")),
        "parts": [{"title": title, "text": say.said(text)} for title, text in parts if text.text.strip()],
    }


def safe_address(address: str) -> str:
    """The address when it is a plain web address, "" otherwise."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc and address.isprintable() else ""


def _when(say: Teller, one: Round) -> str | None:
    if one.starts and one.ends:
        return say.words("{start} to {end}").format(start=say.day(one.starts), end=say.day(one.ends))
    return say.words("since {date}").format(date=say.day(one.starts)) if one.starts else None


def _parts(say: Teller, inventory: Inventory, photos: dict[int, list[Photo]]) -> list[tuple[str, Said]]:
    """(heading, text), some of them empty."""
    words, count = say.words, len(inventory.items)
    agreed = words(
        "Everything in this book was agreed for this audience: {audience}. Names, photos, voices and places were asked "
        "for one by one. Whoever changes their mind can take something back at any time: it then disappears from the "
        "map at once, and from the next edition of this book."
    ).format(audience=words(AUDIENCES[inventory.audience][1]))
    holds = say.ngettext("It holds {count} asset.", "It holds {count} assets.", count).format(count=count)
    made = words(
        "Made with Assetmap, set with Typst in Patrick Hand, Amatic SC, Caveat Brush and Noto (SIL Open Font License)."
    )
    credits = {photo.credit for found in photos.values() for photo in found if photo.credit}
    def own(text: str) -> Said:
        return Said(text, say.language)

    return [
        (words("What people agreed to"), own(agreed)),
        (words("This edition"), own(f"{say.edition(inventory)}. {holds}")),
        (words("Know this"), inventory.said("notice", say.language)),
        (words("Sources"), own(inventory.attribution)),
        (words("Photos by"), own(", ".join(sorted(credits, key=folded)))),
        (words("How it was made"), own(made)),
    ]
