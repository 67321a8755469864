"""Making an export: inventory, edition and file belong together, whoever asks, a page or a command."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from . import exports, inventory
from .actions import placing_notes, publishing
from .config import Settings
from .domain.audience import Audience
from .domain.moment import iso
from .domain.problems import Problem
from .domain.role import Actor
from .exports.poster import layout
from .i18n import LANGUAGES, words
from .store import note_places


def make(
    db: Database, folder: Path, actor: Actor, format: str, audience: Audience, language: str, target: Path, *,
    settings: Settings, options: dict[str, str] | None = None,
    selection: inventory.Selection = inventory.EVERYTHING, address: str = "",
    progress: Callable[[float, str], None] = lambda share, sentence: None,
) -> exports.Export:
    """Writes one export of the neighbourhood in `folder` to `target`, as a numbered edition, and tells what is inside.

    Nothing is left behind, no file and no edition, where it fails or where `progress` raises. Raises Problem.
    """
    if language not in LANGUAGES:
        raise Problem("unknown-choice", field="language", value=language, choices=", ".join(LANGUAGES))
    speech = words(language)
    now = iso(datetime.now(UTC))
    edition = publishing.open_edition(db, actor, now, format, audience, language, options=options)
    try:
        taken = inventory.take(db, folder, audience, now, selection, edition)
        made = exports.write(
            taken, format, target, language=language, options=options, words=speech.gettext,
            ngettext=speech.ngettext, progress=progress, address=address, seconds=settings.book_seconds,
            megabytes=settings.book_megabytes, places=note_places.read_all(db))
    except BaseException:
        publishing.drop_edition(db, edition)
        raise
    publishing.close_edition(db, actor, iso(datetime.now(UTC)), edition, made.sha256, made.numbers, made.media)
    if selection == inventory.EVERYTHING:
        # A poster of a part would lay its few notes elsewhere: the whole one is what stays put.
        placing_notes.keep_places(db, actor, made.places)
    return made


def lay_out(
    db: Database, folder: Path, actor: Actor, audience: Audience, language: str, target: Path, *, settings: Settings,
    options: dict[str, str], address: str = "", progress: Callable[[float, str], None] = lambda share, sentence: None,
) -> int:
    """Lays a poster out in the folder `target` for the page where its notes are moved; returns how many notes.

    Nothing leaves the house: no edition. Where the notes came to lie is kept. Raises Problem.
    """
    speech = words(language)
    taken = inventory.take(db, folder, audience, iso(datetime.now(UTC)))
    order = exports.Order(
        taken, language, exports.FORMATS["poster"].chosen(options), speech.gettext, speech.ngettext, progress, address,
        settings.book_seconds, settings.book_megabytes, note_places.read_all(db))
    places = layout.lay_out(order, target)
    placing_notes.keep_places(db, actor, places)
    return sum(map(len, places.values()))
