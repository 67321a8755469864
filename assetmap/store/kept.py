"""Answers kept ready: one row each, made once per version of the neighbourhood and read in one go."""

from sqlite_utils import Database


def read(db: Database, name: str, sequence: int) -> tuple[str, bytes] | None:
    """The (etag, body) kept under this name for exactly this version."""
    row = db.execute("SELECT etag, body FROM kept WHERE name = ? AND sequence = ?", [name, sequence]).fetchone()
    return (row[0], row[1]) if row else None


def etag(db: Database, name: str, sequence: int) -> str | None:
    """The etag alone, without reading the body."""
    row = db.execute("SELECT etag FROM kept WHERE name = ? AND sequence = ?", [name, sequence]).fetchone()
    return row[0] if row else None


def write(db: Database, name: str, sequence: int, etag: str, body: bytes) -> None:
    """Keeps an answer, in place of an older one."""
    db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", [name, sequence, etag, body])


def let_go(db: Database, pattern: str) -> None:
    """Lets go of what is kept under names like this one, with * for anything: "crowds/public/*"."""
    db.execute("DELETE FROM kept WHERE name GLOB ?", [pattern])


def clear(db: Database) -> None:
    """Lets go of everything kept ready: after an erasure nothing old may linger."""
    db.execute("DELETE FROM kept")
