"""Rounds: times of walking and asking with one purpose."""

from sqlite_utils import Database

from ..domain.round import Round


def write(db: Database, title: str, purpose: str, starts: str, ends: str, now: str) -> Round:
    """Adds a round and returns it with its number."""
    number = db.execute(
        "INSERT INTO rounds (title, purpose, starts, ends, created) VALUES (?, ?, ?, ?, ?)",
        [title, purpose, starts, ends, now]).lastrowid
    return Round(number, title, purpose, starts, ends)


def read_all(db: Database) -> list[Round]:
    """Every round, newest first."""
    sql = "SELECT number, title, purpose, starts, ends FROM rounds ORDER BY starts DESC, number DESC"
    return [Round(**row) for row in db.query(sql)]
