"""What everything is called: titles, tags and streets of all assets at once. Only what an audience may see."""

import json

from sqlite_utils import Database

# A street is part of the place: who may not see the place, or sees it only roughly, does not read the street either.
_STREET = "CASE WHEN place_reach >= :level AND precision IN ('exact', 'street') THEN street ELSE '' END"


TITLE_IN = """
    FROM asset_texts t WHERE t.asset = a.number AND t.title NOT IN ('', a.title)
    AND (t.language = :language OR t.language LIKE :language || '-%')
    AND NOT (a.language = :language OR a.language LIKE :language || '-%') ORDER BY t.language LIMIT 1"""
"""The title of asset `a` in :language, "en" or as it is spoken somewhere ("en-GB"); none where it is its own."""


def by_title(title: str) -> str:
    """The SQL that orders by this title as people do: "Bankje 108" before "Bankje 1043"."""
    return f"natural_key({title}) COLLATE NOCASE"


def names(
    db: Database, level: int, among: list[int] | None = None, language: str = ""
) -> list[tuple[int, str, str, str, str, str, str]]:
    """(number, title, kind, state, street, language, own title where it is another) by title; retired ones too.

    Titles are in `language` where somebody translated them.
    """
    which = "" if among is None else "AND number IN (SELECT value FROM json_each(:among))"
    values = {"level": level, "language": language} | ({} if among is None else {"among": json.dumps(among)})
    sql = f"""SELECT number, coalesce(said, title) AS shown_title, kind, state, street, coalesce(tongue, language),
                     CASE WHEN said IS NULL THEN '' ELSE title END
              FROM (SELECT number, title, kind, state, {_STREET} AS street, language,
                           (SELECT t.title {TITLE_IN}) AS said, (SELECT t.language {TITLE_IN}) AS tongue
                    FROM assets a WHERE reach >= :level {which})
              ORDER BY {by_title("shown_title")}, number"""
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
