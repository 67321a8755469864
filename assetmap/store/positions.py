"""Where things are, for the map: all at once, by the cells of a view, or counted. Only what an audience may see."""

import json

from sqlite_utils import Database

from ..domain.kind import KINDS
from ..domain.precision import Precision
from ..domain.state import STATES

PRECISION_CODES: dict[Precision, int] = {
    Precision.EXACT: 0, Precision.STREET: 1, Precision.NEIGHBOURHOOD: 2, Precision.HIDDEN: 3}


def _codes(column: str, codes: dict) -> str:
    return f"CASE {column} " + " ".join(f"WHEN '{name}' THEN {code}" for name, code in codes.items()) + " END"


WHAT = (
    f"({_codes('kind', {kind: facts.code for kind, facts in KINDS.items()})}"
    f" + ({_codes('state', {state: code for state, (code, _) in STATES.items()})} - 1) * 8"
    f" + {_codes('precision', PRECISION_CODES)} * 32 + (shown_type NOT IN ('', 'Point')) * 128)")
"""What an asset is on the map, in one byte: bits 0-2 the kind's code, 3-4 the state's code less one, 5-6 the precision,
7 whether it has a line or area."""

_SEEN = "cell IS NOT NULL AND reach >= :level AND place_reach >= :level"


def all_shown(db: Database, level: int) -> list[tuple[int, int, int, float, float]]:
    """(cell, number, what, lon, lat) of all with a place that this level may see, by cell: near things together."""
    sql = f"SELECT cell, number, {WHAT}, lon, lat FROM assets WHERE {_SEEN} ORDER BY cell"
    return db.execute(sql, {"level": level}).fetchall()


def all_cells(db: Database, level: int) -> list[tuple[int, int, int, float, float]]:
    """The same without what was here once."""
    sql = f"SELECT cell, number, {WHAT}, lon, lat FROM assets WHERE {_SEEN} AND state <> 'retired' ORDER BY cell"
    return db.execute(sql, {"level": level}).fetchall()


def cells_between(
    db: Database, level: int, low: int, high: int, kinds: tuple[str, ...]
) -> list[tuple[int, int, int, float, float]]:
    """(cell, number, what, lon, lat) of these kinds in a range of cells, both ends included; not what was here once."""
    sql = f"""SELECT cell, number, {WHAT}, lon, lat FROM assets
              WHERE cell BETWEEN :low AND :high AND kind IN (SELECT value FROM json_each(:kinds)) AND {_SEEN}
              AND state <> 'retired' ORDER BY cell"""
    values = {"level": level, "low": low, "high": high, "kinds": json.dumps(list(kinds))}
    return db.execute(sql, values).fetchall()


def count_shown(db: Database, level: int) -> int:
    """How many assets have a place that this level may see."""
    return db.execute(f"SELECT count(*) FROM assets WHERE {_SEEN}", {"level": level}).fetchone()[0]


def in_view(
    db: Database, level: int, ranges: list[tuple[int, int]], box: tuple[float, float, float, float], *,
    kinds: tuple[str, ...] = (), tags: tuple[str, ...] = (), states: tuple[str, ...] = (),
    among: list[int] | None = None, most: int,
) -> tuple[str, int]:
    """JSON text [[number, what, lon, lat], …] of at most `most` assets in the box, made in SQL, and how many those are.

    `ranges` are the cell ranges that hold the box (west, south, east, north). Empty `states` means all but retired;
    of `tags` all must be on the asset; `among` are the only numbers that count, where it is given.
    """
    where, values = _filters(kinds, tags, states, among)
    parts, bounds = _within(ranges, where)
    west, south, east, north = box
    values |= bounds | {"level": level, "most": most, "west": west, "south": south, "east": east, "north": north}
    sql = f"""SELECT json_group_array(json_array(number, what, round(lon, 6), round(lat, 6))), count(*)
              FROM (SELECT * FROM ({parts})
                    WHERE lon BETWEEN :west AND :east AND lat BETWEEN :south AND :north LIMIT :most)"""
    return db.execute(sql, values).fetchone()


def crowds_in_view(
    db: Database, level: int, ranges: list[tuple[int, int]], shift: int, *, kinds: tuple[str, ...] = (),
    tags: tuple[str, ...] = (), states: tuple[str, ...] = (), among: list[int] | None = None,
) -> list[tuple]:
    """(cell >> shift, kind's code, count, mean lon, mean lat, a number, its what) per cell and kind in these ranges."""
    where, values = _filters(kinds, tags, states, among)
    parts, bounds = _within(ranges, where)
    values |= bounds | {"level": level, "shift": shift}
    sql = f"""SELECT cell >> :shift, what & 7, count(*), avg(lon), avg(lat), min(number), what
              FROM ({parts}) GROUP BY 1, 2 ORDER BY 1, 2"""
    return db.execute(sql, values).fetchall()


def with_shape(
    db: Database, level: int, ranges: list[tuple[int, int]] | None = None, most: int = -1
) -> list[tuple[int, str, str, str, bytes]]:
    """(number, kind, state, precision, WKB) of the lines and areas this level may see, where given those whose point
    lies in the cell ranges."""
    values: dict[str, object] = {"level": level, "most": most}
    cells = ""
    if ranges is not None:
        cells = " AND (" + (" OR ".join(f"cell BETWEEN :low{n} AND :high{n}" for n in range(len(ranges))) or "0") + ")"
        values |= _bounds(ranges)
    sql = f"""SELECT number, kind, state, precision, shown FROM assets
              WHERE shown_type NOT IN ('', 'Point') AND {_SEEN}{cells} ORDER BY number LIMIT :most"""
    return db.execute(sql, values).fetchall()


def _within(ranges: list[tuple[int, int]], where: str) -> tuple[str, dict[str, object]]:
    """The rows of all ranges one after the other, each range read along the index."""
    parts = " UNION ALL ".join(
        f"SELECT cell, number, {WHAT} AS what, lon, lat FROM assets AS a "
        f"WHERE cell BETWEEN :low{n} AND :high{n} AND {_SEEN}{where}" for n in range(len(ranges)))
    return parts or "SELECT 0 AS cell, 0 AS number, 0 AS what, 0 AS lon, 0 AS lat WHERE 0", _bounds(ranges)


def _bounds(ranges: list[tuple[int, int]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for n, (low, high) in enumerate(ranges):
        values |= {f"low{n}": low, f"high{n}": high}
    return values


def _filters(
    kinds: tuple[str, ...], tags: tuple[str, ...], states: tuple[str, ...], among: list[int] | None
) -> tuple[str, dict[str, object]]:
    where, values = [""], {}
    if kinds:
        where.append("kind IN (SELECT value FROM json_each(:kinds))")
        values["kinds"] = json.dumps(list(kinds))
    if states:
        where.append("state IN (SELECT value FROM json_each(:states))")
        values["states"] = json.dumps(list(states))
    else:
        where.append("state <> 'retired'")
    if tags:
        where.append("""(SELECT count(*) FROM asset_tags t WHERE t.asset = a.number
                         AND t.tag IN (SELECT value FROM json_each(:tags))) = :tag_count""")
        values |= {"tags": json.dumps(list(tags)), "tag_count": len(set(tags))}
    if among is not None:
        where.append("number IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(among)
    return " AND ".join(where), values
