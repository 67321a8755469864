"""Pieces of crowds that are kept ready, read in one question: every step on the map asks for them."""

from sqlite_utils import Database


def all_kinds(db: Database, names: list[str]) -> list[bytes]:
    """What is kept under these names for exactly the present version; nothing for those that are not."""
    return [body for body, in db.execute(
        """SELECT k.body FROM neighbourhood b CROSS JOIN json_each(?) n
           CROSS JOIN kept k ON k.name = n.value AND k.sequence = b.sequence""", [_list(names)]).fetchall()]


def some_kinds(db: Database, names: list[str], ending: str) -> list[bytes | None]:
    """What is kept under each of these names and the ending, None where it is lacking; nothing for a name that nothing
    is kept under without an ending."""
    return [body for body, in db.execute(f"SELECT k.body {_WITH_ENDING}", [_list(names), ending]).fetchall()]


def lacking(db: Database, names: list[str], ending: str) -> list[str]:
    """The names that something is kept under, but not with the ending."""
    sql = f"SELECT n.value {_WITH_ENDING} WHERE k.name IS NULL"
    return [name for name, in db.execute(sql, [_list(names), ending]).fetchall()]


_WITH_ENDING = """
    FROM neighbourhood b CROSS JOIN json_each(?) n
    CROSS JOIN kept w ON w.name = n.value AND w.sequence = b.sequence
    LEFT JOIN kept k ON k.name = n.value || ? AND k.sequence = b.sequence"""


def _list(names: list[str]) -> str:
    """Names as a JSON array. They are our own, of letters, numbers and slashes; json.dumps takes five times as long."""
    return '["' + '","'.join(names) + '"]'
