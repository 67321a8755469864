"""Where things are, for the map: all at once for a pack, or by cells of a view. Only what an audience level may see."""

from sqlite_utils import Database


def all_shown(db: Database, level: int) -> list[tuple]:
    """(number, kind, state, lon, lat, masked) of everything with a place this level may see, by cell (near things together)."""
    return db.execute(
        """SELECT number, kind, state, lon, lat, precision <> 'exact' FROM assets
           WHERE cell IS NOT NULL AND reach >= ?1 AND place_reach >= ?1 ORDER BY cell""", [level]).fetchall()


def count_shown(db: Database, level: int) -> int:
    """How many assets have a place that this level may see."""
    return db.execute(
        "SELECT count(*) FROM assets WHERE cell IS NOT NULL AND reach >= ?1 AND place_reach >= ?1", [level]
    ).fetchone()[0]


def bounds(db: Database, level: int) -> tuple[float, float, float, float] | None:
    """West, south, east, north of everything this level may see on the map."""
    row = db.execute(
        """SELECT min(lon), min(lat), max(lon), max(lat) FROM assets
           WHERE cell IS NOT NULL AND reach >= ?1 AND place_reach >= ?1""", [level]).fetchone()
    return tuple(row) if row and row[0] is not None else None


def in_cells(db: Database, ranges: list[tuple[int, int]], level: int, most: int) -> str:
    """JSON text [[number, kind, state, lon, lat], …] of the assets whose cell lies in one of the ranges, made in SQL."""
    parts = " UNION ALL ".join(
        f"SELECT number, kind, state, lon, lat FROM assets WHERE cell BETWEEN :low{n} AND :high{n} "
        "AND reach >= :level AND place_reach >= :level" for n in range(len(ranges)))
    values: dict[str, int] = {"level": level, "most": most}
    for n, (low, high) in enumerate(ranges):
        values |= {f"low{n}": low, f"high{n}": high}
    sql = f"""SELECT json_group_array(json_array(number, kind, state, round(lon, 6), round(lat, 6)))
              FROM (SELECT * FROM ({parts}) LIMIT :most)"""
    return db.execute(sql, values).fetchone()[0]


def crowds(db: Database, shift: int, level: int) -> list[tuple]:
    """(cell >> shift, count, mean lon, mean lat) of everything this level may see: the view from far away."""
    return db.execute(
        """SELECT cell >> :shift, count(*), avg(lon), avg(lat) FROM assets
           WHERE cell IS NOT NULL AND reach >= :level AND place_reach >= :level GROUP BY 1 ORDER BY 1""",
        {"shift": shift, "level": level}).fetchall()


def with_shape(db: Database, level: int) -> list[tuple]:
    """(number, kind, state, WKB, precision) of the lines and areas this level may see."""
    return db.execute(
        """SELECT number, kind, state, shown, precision FROM assets
           WHERE shown_type NOT IN ('', 'Point') AND reach >= ?1 AND place_reach >= ?1 ORDER BY number""",
        [level]).fetchall()
