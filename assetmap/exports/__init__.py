"""The inventory in every form that people take away: one file per format behind one interface.

Each format receives an Inventory and nothing else, so nothing can come out that its audience may not see.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from ..domain.note_place import Places
from ..domain.problems import Problem
from ..inventory import Inventory
from .book import FORMAT as PDF
from .form import Contents, Export, Format, Option, Order
from .geojson import FORMAT as GEOJSON
from .poster import FORMAT as POSTER
from .table import FORMAT as CSV
from .whole import whole_file

FORMATS: dict[str, Format] = {format.name: format for format in (PDF, POSTER, GEOJSON, CSV)}

__all__ = ["FORMATS", "Contents", "Export", "Format", "Option", "Order", "write"]


def _as_they_are(text: str) -> str:
    return text


def _english(one: str, more: str, count: int) -> str:
    return one if count == 1 else more


def _unseen(done: float, sentence: str) -> None:
    pass


def write(
    inventory: Inventory,
    format: str,
    target: Path,
    *,
    language: str = "en",
    options: dict[str, str] | None = None,
    words: Callable[[str], str] = _as_they_are,
    ngettext: Callable[[str, str, int], str] = _english,
    progress: Callable[[float, str], None] = _unseen,
    address: str = "",
    seconds: float = 600,
    megabytes: int = 3000,
    places: Places | None = None,
) -> Export:
    """Write the inventory to `target`. An older file of that name is replaced only when the new one is complete.

    `seconds` and `megabytes` are the most that making it may take, `places` where the notes of a poster lay before.
    Raises Problem: "unknown-choice" for a format or
    option that does not exist, "disk-full", "folder-not-writable", and for the book "book-…" (see `book`).
    """
    if format not in FORMATS:
        raise Problem("unknown-choice", field="format", value=format, choices=", ".join(FORMATS))
    form = FORMATS[format]
    order = Order(
        inventory, language, form.chosen(options or {}), words, ngettext, progress, address, seconds, megabytes,
        places or {},
    )
    with whole_file(Path(target)) as part:
        contents = form.write(order, part)
        size, sha256 = part.stat().st_size, _sha256(part)
        # Told before the file takes its place: whoever stops here has nothing.
        progress(1.0, words("Ready"))
    return Export(
        Path(target), format, size, sha256, contents.numbers, contents.media, contents.missing, contents.remarks,
        contents.places,
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
