"""Where notes lie on the poster: kept from one poster to the next, pinned by a steward, loosened again."""

import math

from sqlite_utils import Database

from ..domain.note_place import NotePlace, Places
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..store import assets, journal, note_places
from ..store.opening import writing
from .allowing import require

FARTHEST = 5_000.0
"""Millimetres: no sheet of paper is larger."""


def keep_places(db: Database, actor: Actor, places: Places) -> None:
    """Keeps where the notes of a finished poster came to lie, so that they stay there when assets are added.

    What somebody pinned stays pinned where it is.
    """
    require(actor, Right.EXPORT)
    with writing(db):
        for sheet, notes in places.items():
            note_places.write_loose(db, sheet, notes)


def pin(db: Database, actor: Actor, now: str, sheet: str, asset: int, x: float, y: float) -> NotePlace | None:
    """Pins a note with its upper left corner at (x, y) millimetres; returns where it lay before, None where nowhere.

    Raises Problem: not-allowed, unknown-asset, note-off-paper.
    """
    require(actor, Right.SET)
    if not (math.isfinite(x) and math.isfinite(y) and 0 <= x <= FARTHEST and 0 <= y <= FARTHEST):
        raise Problem("note-off-paper", field="x")
    with writing(db):
        if assets.read(db, asset) is None:
            raise Problem("unknown-asset", field="asset")
        before = note_places.read(db, sheet, asset)
        form = before.form if before else 0
        note_places.write(db, sheet, NotePlace(asset, round(x, 2), round(y, 2), form, True))
        journal.note(db, now, actor.id, "note pinned", asset, sheet=sheet)
    return before


def loosen(db: Database, actor: Actor, now: str, sheet: str, asset: int,
           back_to: tuple[float, float] | None = None) -> NotePlace | None:
    """Takes the pin out: the next poster puts the note where it fits best; returns where it was pinned.

    `back_to` says where it lay before it was pinned, for who thinks better of it.
    """
    require(actor, Right.SET)
    with writing(db):
        before = note_places.read(db, sheet, asset)
        if before is None or not before.pinned:
            return before
        if back_to and all(map(math.isfinite, back_to)):
            note_places.write(db, sheet, NotePlace(asset, *back_to, before.form, False))
        else:
            note_places.delete(db, sheet, asset)
        journal.note(db, now, actor.id, "note loosened", asset, sheet=sheet)
    return before
