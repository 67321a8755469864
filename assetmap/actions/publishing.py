"""An edition: an inventory that leaves the house, noted down so that a withdrawal can find it."""

from collections.abc import Iterable

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.role import Actor, Right
from ..store import editions, journal, neighbourhoods
from ..store.opening import writing
from .allowing import refusal, require


def open_edition(
    db: Database, actor: Actor, now: str, format: str, audience: Audience, language: str, *,
    for_whom: str = "", options: dict | None = None,
) -> int:
    """Gives out the next edition number. Raises Problem("not-allowed") for an audience wider rights are needed for."""
    require(actor, Right.EXPORT)
    if audience.level < actor.audience.level:
        raise refusal(actor)
    with writing(db):
        return editions.write(
            db, format=format, audience=str(audience), language=language, made=now, made_by=actor.id,
            for_whom=for_whom, options=options or {}, sequence=neighbourhoods.sequence(db))


def close_edition(
    db: Database, actor: Actor, now: str, number: int, sha256: str, assets: Iterable[int], hashes: Iterable[str],
) -> None:
    """Notes what went into the finished file."""
    with writing(db):
        editions.close(db, number, sha256, assets, hashes)
        journal.note(db, now, actor.id, "exported", edition=number)


def drop_edition(db: Database, number: int) -> None:
    """The file was never made: its number goes back where nobody took a later one."""
    with writing(db):
        editions.drop(db, number)
