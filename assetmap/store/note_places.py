"""Where the notes lie on each sheet of the poster."""

from collections.abc import Iterable

from sqlite_utils import Database

from ..domain.note_place import NotePlace, Places


def read_all(db: Database) -> Places:
    """Every sheet that notes are kept for, with its notes by asset number."""
    found: dict[str, list[NotePlace]] = {}
    for sheet, *place in db.execute("SELECT sheet, asset, x, y, form, pinned FROM note_places ORDER BY sheet, asset"):
        found.setdefault(sheet, []).append(_place(place))
    return {sheet: tuple(places) for sheet, places in found.items()}


def read(db: Database, sheet: str, asset: int) -> NotePlace | None:
    """The place of one note, None where it has none yet."""
    row = db.execute("SELECT asset, x, y, form, pinned FROM note_places WHERE sheet = ? AND asset = ?",
                     [sheet, asset]).fetchone()
    return _place(row) if row else None


def write(db: Database, sheet: str, place: NotePlace) -> None:
    """Keeps a place, in place of an older one."""
    db.execute("INSERT OR REPLACE INTO note_places VALUES (?, ?, ?, ?, ?, ?)",
               [sheet, place.asset, place.x, place.y, place.form, int(place.pinned)])


def write_loose(db: Database, sheet: str, places: Iterable[NotePlace]) -> None:
    """Keeps where notes came to lie. Those that are pinned stay as they are; assets that are gone are passed over."""
    db.conn.executemany(
        """INSERT INTO note_places SELECT ?, number, ?, ?, ?, 0 FROM assets WHERE number = ?
           ON CONFLICT (sheet, asset) DO UPDATE SET x = excluded.x, y = excluded.y, form = excluded.form
           WHERE pinned = 0""",
        [(sheet, place.x, place.y, place.form, place.asset) for place in places])


def delete(db: Database, sheet: str, asset: int) -> None:
    """Forgets where a note lay."""
    db.execute("DELETE FROM note_places WHERE sheet = ? AND asset = ?", [sheet, asset])


def latest_pin(db: Database) -> int:
    """A number that grows whenever somebody pins or loosens a note."""
    return db.execute("""SELECT coalesce(max(number), 0) FROM journal
                         WHERE verb IN ('note pinned', 'note loosened')""").fetchone()[0]


def _place(row: Iterable) -> NotePlace:
    asset, x, y, form, pinned = row
    return NotePlace(asset, x, y, form, bool(pinned))
