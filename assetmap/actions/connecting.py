"""Connecting two assets with a verb, and taking that back."""

import uuid

from sqlite_utils import Database

from ..domain.connection import Connection, Verb
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..store import assets, connections, journal, neighbourhoods
from ..store.opening import writing
from .allowing import require
from .dating import DATE

LONGEST_NOTE = 500


def connect(
    db: Database, actor: Actor, now: str, first: int, verb: Verb, second: int, *, since: str = "", note: str = "",
) -> Connection:
    """Says that the first asset does `verb` to the second, since a year, month or day ("2019", "2024-05")."""
    require(actor, Right.CONNECT)
    if first == second:
        raise Problem("connection-to-itself", field="second")
    if since and not DATE.fullmatch(since):
        raise Problem("unknown-date", field="since", value=since)
    if len(note) > LONGEST_NOTE:
        raise Problem("text-too-long", field="note", length=len(note), most=LONGEST_NOTE)
    with writing(db):
        if assets.read(db, first) is None or assets.read(db, second) is None:
            raise Problem("unknown-asset", field="second")
        connection = Connection(str(uuid.uuid4()), first, verb, second, since, note.strip())
        if not connections.write(db, connection, now, actor.id):
            raise Problem("connected-already", field="second")
        neighbourhoods.next_sequence(db)
        journal.note(db, now, actor.id, "connected", first, how=str(verb), to=second)
    return connection


def disconnect(db: Database, actor: Actor, now: str, id: str) -> Connection:
    """Takes a connection away and returns what it was, so that it can be made again."""
    require(actor, Right.CONNECT)
    with writing(db):
        connection = connections.read(db, id)
        if connection is None:
            raise Problem("unknown-connection")
        connections.delete(db, id)
        neighbourhoods.next_sequence(db)
        journal.note(
            db, now, actor.id, "disconnected", connection.first, how=str(connection.verb), to=connection.second)
    return connection
