"""Opening a neighbourhood's database the safe way, and writing to it in one go."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import sqlite3

from ..domain.problems import Problem
from ..domain.words import natural_key
from .migrations import MIGRATIONS

SAFE_WAL = (3, 51, 3)
"""Below this version SQLite can lose a commit in WAL mode (https://sqlite.org/wal.html, the WAL-reset bug)."""

BUSY_MILLISECONDS = 5_000


def open_database(path: Path, *, create: bool = False) -> Database:
    """The database in `path`, migrated and ready; raises Problem where it is missing, broken or newer than us."""
    if not create and not path.exists():
        raise Problem("unknown-neighbourhood", slug=path.parent.name)
    try:
        connection = sqlite3.connect(str(path), isolation_level=None, check_same_thread=False)
        db = Database(connection)
        _prepare(db)
        _migrate(db, path)
    except sqlite3.OperationalError as error:
        raise as_problem(error, path) from error
    except sqlite3.DatabaseError as error:
        raise Problem("file-unreadable", path=path.name, reason=str(error)) from error
    return db


def _prepare(db: Database) -> None:
    journal = "WAL" if sqlite3.sqlite_version_info >= SAFE_WAL else "DELETE"
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        f"journal_mode = {journal}",
        "synchronous = FULL",
        "secure_delete = ON",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cache_size = -16000",
        "temp_store = MEMORY",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()
    db.conn.create_function("natural_key", 1, natural_key, deterministic=True)


def _migrate(db: Database, path: Path) -> None:
    if not MIGRATIONS.pending(db):
        applied = {migration.name for migration in MIGRATIONS.applied(db)}
        if applied - {migration.name for migration in MIGRATIONS._migrations}:
            raise Problem("database-newer", slug=path.parent.name)
        return
    # Foreign keys are off while tables are rebuilt, and looked at before anybody may write again.
    db.execute("PRAGMA foreign_keys = OFF")
    MIGRATIONS.apply(db)
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    db.execute("PRAGMA foreign_keys = ON")
    if broken:
        raise Problem("file-unreadable", path=path.name, reason=f"{len(broken)} rows point at nothing")


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One transaction that holds the pen from its first line, so that a second writer waits instead of failing.

    Inside another one it joins in (a savepoint). Full disks and long waits become Problems.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            raise
    except sqlite3.OperationalError as error:
        raise as_problem(error) from error


def as_problem(error: Exception, path: Path | None = None) -> Exception:
    """A full disk, a lock held too long or a folder without rights as a Problem; any other error as it is."""
    text = str(error)
    if "disk is full" in text or "disk I/O" in text:
        return Problem("disk-full")
    if "locked" in text or "busy" in text:
        return Problem("busy")
    if "readonly" in text or "unable to open" in text:
        return Problem("folder-not-writable", path=path.parent if path else "")
    return error
