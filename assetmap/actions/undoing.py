"""Going back to an earlier version of an asset. What people agreed to is never turned back with it."""

from dataclasses import dataclass, fields, replace

from sqlite_utils import Database

from ..domain.asset import Asset
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..domain.state import Review
from ..store import assets, journal, media_files, members, snapshot
from ..store.opening import writing
from .allowing import require
from .keeping import keep

# These change with every revision and say nothing of what was written.
_NOT_TOLD = frozenset({"revision", "updated", "shown", "involved", "created", "created_by", "number", "id"})


@dataclass(frozen=True, slots=True)
class Version:
    """An asset as somebody left it: `who` is a name, `fields` names what is different from the version before."""

    revision: int
    at: str
    who: str
    verb: str
    title: str
    fields: tuple[str, ...] = ()


def undo(db: Database, actor: Actor, now: str, number: int, *, seen: int | None = None) -> Asset:
    """Takes the newest change back; pressed again, the one before. Raises Problem("nothing-to-undo") at the first.

    `seen` is the revision that whoever presses the button has before them: where somebody else changed the asset
    since, raises Problem("changed-since") and undoes nothing.
    """
    require(actor, Right.UNDO)
    with writing(db):
        asset = _known(db, number)
        if seen is not None and seen != asset.revision:
            raise Problem("changed-since", name=_who(db, journal.revisions(db, number)[0]["actor"]))
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


def take_away(db: Database, actor: Actor, now: str, number: int) -> Asset:
    """Undoes the recording itself: nobody sees it any more. Only by whoever recorded it, while nothing was changed.

    Raises Problem("nothing-to-undo") otherwise. What was written stays with the desk, and can be recorded again.
    """
    require(actor, Right.UNDO)
    with writing(db):
        asset = _known(db, number)
        if asset.revision != 1 or asset.created_by != actor.id:
            raise Problem("nothing-to-undo")
        return keep(db, replace(asset, review=Review.DECLINED), actor, now, "taken away", before=asset)


def history(db: Database, actor: Actor, number: int) -> tuple[Version, ...]:
    """Every version of an asset, newest first, for those who may go back to one."""
    require(actor, Right.UNDO)
    lines = journal.revisions(db, number)
    former: dict[int, Asset] = {}
    for line in lines:
        if (kept := journal.revision(db, number, line["revision"])) is not None:
            former[line["revision"]] = snapshot.from_json(kept)
    return tuple(
        Version(
            line["revision"], line["at"], _who(db, line["actor"]), line["verb"],
            former[line["revision"]].title if line["revision"] in former else "",
            _changed(former.get(line["revision"] - 1), former.get(line["revision"])))
        for line in lines)


def _changed(before: Asset | None, after: Asset | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(
        field.name for field in fields(Asset)
        if field.name not in _NOT_TOLD and getattr(before, field.name) != getattr(after, field.name))


def _who(db: Database, actor: str) -> str:
    return members.names(db).get(actor, actor)


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
