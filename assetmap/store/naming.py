"""What everything is called: titles, tags and streets of all assets at once. Only what an audience may see."""

import json

from sqlite_utils import Database

# A street is part of the place: who may not see the place, or sees it only roughly, does not read the street either.
_STREET = "CASE WHEN place_reach >= :level AND precision IN ('exact', 'street') THEN street ELSE '' END"


def names(db: Database, level: int, among: list[int] | None = None) -> list[tuple[int, str, str, str, str, str]]:
    """(number, title, kind, state, street, language) by title; retired ones too."""
    which = "" if among is None else "AND number IN (SELECT value FROM json_each(:among))"
    values = {"level": level} | ({} if among is None else {"among": json.dumps(among)})
    sql = f"""SELECT number, title, kind, state, {_STREET}, language FROM assets
              WHERE reach >= :level {which} ORDER BY title COLLATE NOCASE, number"""
    return db.execute(sql, values).fetchall()


def tags(db: Database, level: int, among: list[int] | None = None) -> list[tuple[int, str]]:
    """(number, tag) of every asset this level may see, each asset's tags in their own order."""
    which = "" if among is None else "AND a.number IN (SELECT value FROM json_each(:among))"
    values = {"level": level} | ({} if among is None else {"among": json.dumps(among)})
    sql = f"""SELECT t.asset, t.tag FROM asset_tags t JOIN assets a ON a.number = t.asset
              WHERE a.reach >= :level {which} ORDER BY t.asset, t.place"""
    return db.execute(sql, values).fetchall()


def by_street(db: Database, level: int, numbers: list[int]) -> list[tuple[int, str]]:
    """(number, street) of these assets by street and title; last, as "", those without a street that may be read."""
    sql = f"""SELECT number, {_STREET} AS shown_street FROM assets JOIN json_each(:numbers) n ON n.value = number
              WHERE reach >= :level ORDER BY shown_street = '', shown_street COLLATE NOCASE, n.key"""
    return db.execute(sql, {"level": level, "numbers": json.dumps(numbers)}).fetchall()


def kinds_of(db: Database, level: int, numbers: list[int]) -> list[tuple[int, str]]:
    """(number, kind) of these assets, in the order given."""
    sql = """SELECT number, kind FROM assets JOIN json_each(:numbers) n ON n.value = number
             WHERE reach >= :level ORDER BY n.key"""
    return db.execute(sql, {"level": level, "numbers": json.dumps(numbers)}).fetchall()


def states_in_use(db: Database, level: int) -> dict[str, int]:
    """State -> how many this level may see."""
    return dict(db.execute("SELECT state, count(*) FROM assets WHERE reach >= ? GROUP BY state", [level]).fetchall())
