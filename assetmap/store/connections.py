"""Connections between assets."""

from sqlite_utils import Database

from ..domain.connection import Connection, Verb


def write(db: Database, connection: Connection, now: str, by: str) -> bool:
    """Adds it; False where exactly this was said already."""
    cursor = db.execute(
        """INSERT INTO connections (id, first, verb, second, since, note, created, created_by)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
        [connection.id, connection.first, str(connection.verb), connection.second, connection.since, connection.note,
         now, by])
    return cursor.rowcount == 1


def read(db: Database, id: str) -> Connection | None:
    """The connection with this id."""
    return next(iter(_connections(db, "SELECT * FROM connections WHERE id = ?", [id])), None)


def delete(db: Database, id: str) -> None:
    """Takes it away."""
    db.execute("DELETE FROM connections WHERE id = ?", [id])


def of_asset(db: Database, number: int) -> list[Connection]:
    """Every connection that starts or ends at this asset, oldest first."""
    sql = "SELECT * FROM connections WHERE first = ?1 OR second = ?1 ORDER BY created, id"
    return _connections(db, sql, [number])


def shown_to(db: Database, level: int) -> list[Connection]:
    """The connections of which an audience of this level may see both ends."""
    return _connections(
        db,
        """SELECT c.* FROM connections c JOIN assets a ON a.number = c.first JOIN assets b ON b.number = c.second
           WHERE a.reach >= ?1 AND b.reach >= ?1 ORDER BY c.created, c.id""", [level])


def _connections(db: Database, sql: str, values: list) -> list[Connection]:
    return [
        Connection(row["id"], row["first"], Verb(row["verb"]), row["second"], row["since"], row["note"])
        for row in db.query(sql, values)
    ]
