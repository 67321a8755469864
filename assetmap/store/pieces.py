"""Pieces of crowds that are kept ready, read in one question: every step on the map asks for them."""

from sqlite_utils import Database


def all_kinds(db: Database, names: list[str]) -> list[bytes]:
    """What is kept under these names for exactly the present version; nothing for those that are not."""
    return [body for body, in db.execute(
        """SELECT k.body FROM neighbourhood b CROSS JOIN json_each(?) n
           CROSS JOIN kept k ON k.name = n.value AND k.sequence = b.sequence""", [_list(names)]).fetchall()]


def some_kinds(db: Database, names: list[str], ending: str) -> list[tuple[str, bytes | None]]:
    """(name, what is kept under name and ending, or None) of those names that something is kept under itself."""
    return db.execute(
        """SELECT n.value, k.body FROM neighbourhood b CROSS JOIN json_each(?) n
           CROSS JOIN kept w ON w.name = n.value AND w.sequence = b.sequence
           LEFT JOIN kept k ON k.name = n.value || ? AND k.sequence = b.sequence""",
        [_list(names), ending]).fetchall()


def _list(names: list[str]) -> str:
    """Names as a JSON array. They are our own, of letters, numbers and slashes; json.dumps takes five times as long."""
    return '["' + '","'.join(names) + '"]'
