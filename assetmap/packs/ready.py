"""Answers that stand ready: made once per version of the neighbourhood and audience, gzipped, with an ETag."""

import gzip
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.problems import Problem
from ..store import kept, neighbourhoods
from ..store.opening import writing


@dataclass(frozen=True, slots=True)
class Ready:
    """`body` is gzipped; `etag` changes when the body does."""

    etag: str
    body: bytes


def ready(db: Database, name: str, audience: Audience, make: Callable[[], bytes]) -> Ready:
    """The answer of this name for this audience, kept from an earlier time or made now.

    `make` reads the database and gives the plain body; it runs within one look at the database, so that what it
    finds belongs to one version.
    """
    key = f"{name}/{audience}"
    found = kept.read(db, key, neighbourhoods.sequence(db))
    if found:
        return Ready(*found)
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        body = gzip.compress(make(), 6, mtime=0)
    etag = hashlib.sha256(body).hexdigest()[:20]
    keep(db, {key: (etag, body)}, sequence)
    return Ready(etag, body)


def ready_etag(db: Database, name: str, audience: Audience) -> str | None:
    """The ETag of what stands ready for the present version; None where it has to be made first."""
    return kept.etag(db, f"{name}/{audience}", neighbourhoods.sequence(db))


def keep(db: Database, answers: dict[str, tuple[str, bytes]], sequence: int, instead_of: str = "") -> None:
    """Keeps answers (name -> etag, body) of this version, `instead_of` all with names like that ("crowds/public/*").

    Who can't write now, answers all the same.
    """
    try:
        with writing(db):
            if instead_of:
                kept.let_go(db, instead_of)
            for key, (etag, body) in answers.items():
                kept.write(db, key, sequence, etag, body)
    except Problem:
        pass


@contextmanager
def one_look(db: Database) -> Iterator[None]:
    """All reading inside sees the same version, whatever others write meanwhile."""
    if db.conn.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")
