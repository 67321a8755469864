"""A neighbourhood of any size, filled with direct SQL in one transaction, where the right way would take hours."""

import random
import uuid
from pathlib import Path

import shapely
from shapely.geometry import box
from sqlite_utils import Database

from assetmap.actions import founding
from assetmap.domain.kind import Kind
from assetmap.domain.neighbourhood import Neighbourhood
from assetmap.domain.role import COMMAND
from assetmap.domain.tag import SURPLUS_TAGS
from assetmap.geo.cells import cells_of
from assetmap.geo.metres import grid_at
from assetmap.store.opening import open_database, writing

NOW = "2026-09-12T10:00:00Z"
MIDDLE = (4.360, 51.995)
MASKED_SHARE = 0.12
STORY = "Vroeger was hier een weiland met twee paarden. Mijn moeder bracht ze brood, en wij liepen mee. " * 3
_TITLES = (
    "Leesbankje", "Soep op vrijdag", "Fietsenmaker", "Buurtmoestuin", "Repareercafé", "Zangkoor", "Speelplek",
    "Bijlesclub", "Naaiatelier", "Koffieochtend", "Wandelclub", "Ruilkast", "Werkplaats", "Jeu de boules", "Taalmaatje")
_STREETS = tuple(f"{tree}straat" for tree in (
    "Populieren", "Beuken", "Linden", "Essen", "Kastanje", "Wilgen", "Elzen", "Iepen", "Esdoorn", "Berken"))


def fill(folder: Path, count: int, *, slug: str = "groot", seed: int = 1, ties: int = 0) -> Path:
    """Founds a neighbourhood under `folder` with `count` public assets in it and returns its folder.

    The ground grows with the count: about 1,000 assets a square kilometre, in villages. 12 % are shown by street only.
    """
    chance = random.Random(seed)
    half = max(600.0, (count / 1000) ** 0.5 * 1000 / 2)
    grid = grid_at(*MIDDLE)
    south_west, north_east = grid.lonlat(-half, -half), grid.lonlat(half, half)
    home = founding.found(
        folder, COMMAND, NOW, Neighbourhood(slug, "Groot"), box(*south_west, *north_east))
    db = open_database(home / "assetmap.db")
    metres = _scattered(chance, count, half)
    at = [grid.lonlat(x, y) for x, y in metres]
    longitudes, latitudes = [round(lon, 7) for lon, _ in at], [round(lat, 7) for _, lat in at]
    cells = cells_of(longitudes, latitudes).tolist() if count else []
    points = shapely.to_wkb(shapely.points(at)).tolist() if count else []
    masked = [chance.random() < MASKED_SHARE for _ in range(count)]
    discs = {n: shapely.to_wkb(grid.to_degrees(shapely.Point(metres[n]).buffer(75))) for n in range(count) if masked[n]}
    kinds = chance.choices([str(kind) for kind in Kind], (20, 40, 12, 5, 10, 8, 5), k=count)
    states = chance.choices(("in_use", "under_used", "dreamt_of", "retired"), (80, 10, 8, 2), k=count)
    with writing(db):
        db.conn.executemany(
            """INSERT INTO assets (number, id, kind, title, why, description, story, language, state, audience,
               precision, geometry, shown, shown_type, lon, lat, cell, street, rhythm, review, reach, place_reach,
               created, updated, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, 'nl', ?, 'public', ?, ?, ?, ?, ?, ?, ?, ?,
               '{"seasons": [], "weekdays": [], "time": ""}', 'published', 3, 3, ?, ?, 1)""",
            ((n + 1, str(uuid.UUID(int=chance.getrandbits(128))), kinds[n],
              f"{chance.choice(_TITLES)} {chance.choice(_STREETS)} {n + 1}",
              "Wie hier komt, gaat met een praatje naar huis.",
              "Elke week, met koffie. Loop gerust binnen." if n % 3 else "", STORY if n % 5 == 0 else "", states[n],
              "street" if masked[n] else "exact", points[n], discs.get(n, points[n]),
              "Polygon" if masked[n] else "Point", longitudes[n], latitudes[n], cells[n], chance.choice(_STREETS),
              NOW, NOW) for n in range(count)))
        names = list(SURPLUS_TAGS)
        db.conn.executemany(
            "INSERT OR IGNORE INTO asset_tags VALUES (?, ?, ?)",
            ((n + 1, names[chance.randrange(len(names))], place) for n in range(count) for place in range(2)))
        db.conn.executemany(
            "INSERT OR IGNORE INTO connections VALUES (?, ?, 'helps', ?, '', '', ?, '')",
            ((str(n), 1 + n, 1 + (n * 7 + 3) % count, NOW) for n in range(ties) if n != (n * 7 + 3) % count))
    db.close()
    return home


def opened(home: Path) -> Database:
    """The database of a filled neighbourhood."""
    return open_database(home / "assetmap.db")


def _scattered(chance: random.Random, count: int, half: float) -> list[tuple[float, float]]:
    """Metres from the middle: half of them in villages, half anywhere."""
    villages = [(chance.uniform(-half, half), chance.uniform(-half, half)) for _ in range(max(6, count // 2000))]
    found = []
    for n in range(count):
        if n % 2:
            x, y = chance.choice(villages)
            x, y = chance.gauss(x, 180), chance.gauss(y, 180)
        else:
            x, y = chance.uniform(-half, half), chance.uniform(-half, half)
        found.append((max(-half, min(half, x)), max(-half, min(half, y))))
    return found
