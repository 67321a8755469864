"""Which assets a list, a page or an export is about: by kind, tag, state, words and place, in a fixed order."""

import json

from sqlite_utils import Database

from .naming import TITLE_IN, by_title


def numbers(
    db: Database, level: int, *, kinds: tuple[str, ...] = (), tags: tuple[str, ...] = (), states: tuple[str, ...] = (),
    among: list[int] | None = None, ranges: list[tuple[int, int]] | None = None,
    box: tuple[float, float, float, float] | None = None, after: int = 0, most: int | None = None, language: str = "",
) -> tuple[list[int], int]:
    """The numbers that this audience level may see, and how many there are before `after` and `most` cut the list.

    In the order of `among` where that is given (best match first), else by title: by that in `language` where one is
    given and somebody translated it. Empty `states` means all but retired. `box` (west, south, east, north) keeps what
    this level may see on the map inside it; `ranges` are its cell ranges.
    """
    where = ["a.reach >= :level"]
    values: dict[str, object] = {"level": level, "after": after, "most": -1 if most is None else most}
    if kinds:
        where.append("a.kind IN (SELECT value FROM json_each(:kinds))")
        values["kinds"] = json.dumps(list(kinds))
    if states:
        where.append("a.state IN (SELECT value FROM json_each(:states))")
        values["states"] = json.dumps(list(states))
    else:
        where.append("a.state <> 'retired'")
    if tags:
        where.append("""(SELECT count(*) FROM asset_tags t WHERE t.asset = a.number
                         AND t.tag IN (SELECT value FROM json_each(:tags))) = :tag_count""")
        values |= {"tags": json.dumps(list(tags)), "tag_count": len(set(tags))}
    if ranges is not None and box is not None:
        where.append("a.lon BETWEEN :west AND :east AND a.lat BETWEEN :south AND :north")
        values |= dict(zip(("west", "south", "east", "north"), box, strict=True))
        pieces = " OR ".join(f"a.cell BETWEEN :low{n} AND :high{n}" for n in range(len(ranges))) or "0"
        where.append(f"a.place_reach >= :level AND ({pieces})")
        for n, (low, high) in enumerate(ranges):
            values |= {f"low{n}": low, f"high{n}": high}
    join, order = "", f"{by_title('a.title')}, a.number"
    if language:
        order = f"{by_title(f'coalesce((SELECT t.title {TITLE_IN}), a.title)')}, a.number"
        values["language"] = language
    if among is not None:
        join = "JOIN json_each(:among) w ON w.value = a.number"
        order = "w.key"
        values["among"] = json.dumps(among)
    condition = f"FROM assets a {join} WHERE {' AND '.join(where)}"
    total = db.execute(f"SELECT count(*) {condition}", values).fetchone()[0]
    rows = db.execute(f"SELECT a.number {condition} ORDER BY {order} LIMIT :most OFFSET :after", values)
    return [row[0] for row in rows], total


def tags_in_use(db: Database, level: int) -> list[tuple[str, int]]:
    """Every tag this level may see with its count, most used first.

    All rows of a tag are counted along its index, less the few on assets that are hidden or retired: five times
    quicker than looking up the asset of each row.
    """
    return db.execute(
        """WITH hidden AS (
             SELECT tag, count(*) AS n FROM asset_tags
             WHERE asset IN (SELECT number FROM assets WHERE reach < :level UNION ALL
                             SELECT number FROM assets WHERE reach >= :level AND state = 'retired') GROUP BY tag)
           SELECT t.tag, t.n - coalesce(h.n, 0) FROM (SELECT tag, count(*) AS n FROM asset_tags GROUP BY tag) t
           LEFT JOIN hidden h ON h.tag = t.tag WHERE t.n > coalesce(h.n, 0) ORDER BY 2 DESC, 1""",
        {"level": level}).fetchall()


def states_and_kinds(db: Database, level: int) -> list[tuple[str, str, int]]:
    """(state, kind, how many this level may see) of each state and kind that occur together."""
    return db.execute(
        "SELECT state, kind, count(*) FROM assets WHERE reach >= ? GROUP BY reach, state, kind", [level]).fetchall()


def kinds_in_use(db: Database, level: int) -> dict[str, int]:
    """Kind -> how many this level may see, retired ones left out."""
    return dict(db.execute(
        "SELECT kind, count(*) FROM assets WHERE reach >= ? AND state <> 'retired' GROUP BY kind", [level]).fetchall())
