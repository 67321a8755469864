"""One community with a boundary; everything else belongs to exactly one."""

import re
from dataclasses import dataclass

from .said import Said, said_in

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
RESERVED_SLUGS = frozenset({"api", "static", "health", "about", "well-known", "favicon", "robots"})


TRANSLATED = ("purpose", "mandate", "notice")
"""What a neighbourhood says of itself in several languages."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a neighbourhood says of itself in another language; "" where it is not translated."""

    language: str
    purpose: str = ""
    mandate: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`boundary` is WKB in (longitude, latitude), a polygon or multipolygon.

    `mandate` says who decides about this map, `notice` is a sentence shown on every page and export
    (the demo says there what was invented), `attribution` names the sources of data that came from elsewhere.
    """

    slug: str
    name: str
    language: str = "nl"
    purpose: str = ""
    mandate: str = ""
    notice: str = ""
    attribution: str = ""
    boundary: bytes = b""
    public: bool = True
    sequence: int = 0
    """Grows by one with every change: the version of everything the neighbourhood shows."""
    sayings: tuple[Saying, ...] = ()

    def said(self, name: str, language: str) -> Said:
        """Its purpose, mandate or notice for a reader of this language; in its own where there is no translation."""
        return said_in(language, Said(getattr(self, name), self.language),
                       (Said(getattr(each, name), each.language) for each in self.sayings))
