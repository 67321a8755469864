"""Going back to an earlier version of an asset. What people agreed to is never turned back with it."""

from dataclasses import replace

from sqlite_utils import Database

from ..domain.asset import Asset
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..store import assets, journal, media_files, snapshot
from ..store.opening import writing
from .allowing import require
from .keeping import keep


def undo(db: Database, actor: Actor, now: str, number: int) -> Asset:
    """Takes the newest change back; pressed again, the one before. Raises Problem("nothing-to-undo") at the first version."""
    require(actor, Right.UNDO)
    with writing(db):
        asset = _known(db, number)
        standing = _standing_at(db, number, asset.revision)
        if standing <= 1:
            raise Problem("nothing-to-undo")
        return go_back(db, actor, now, number, standing - 1)


def go_back(db: Database, actor: Actor, now: str, number: int, revision: int) -> Asset:
    """Makes the asset as it was at this revision, as a new revision; people and consents stay as they are now."""
    require(actor, Right.UNDO)
    with writing(db):
        asset = _known(db, number)
        former = journal.revision(db, number, revision)
        if former is None:
            raise Problem("nothing-to-undo")
        was = snapshot.from_json(former)
        again = replace(
            was, involved=asset.involved, number=number, revision=asset.revision, review=asset.review,
            created=asset.created, created_by=asset.created_by,
            attachments=tuple(each for each in was.attachments if media_files.read(db, each.file.hash)))
        return keep(db, again, actor, now, "undone", before=asset, back_to=revision)


def _standing_at(db: Database, number: int, revision: int) -> int:
    """The revision whose content stands now: an undo stands at the revision it went back to."""
    for line in journal.lines(db, number, most=1_000):
        if line["verb"] == "undone":
            return line["facts"]["back_to"]
        if line["verb"] not in ("connected", "disconnected"):
            return revision
    return revision


def _known(db: Database, number: int) -> Asset:
    asset = assets.read(db, number)
    if asset is None:
        raise Problem("unknown-asset")
    return asset
