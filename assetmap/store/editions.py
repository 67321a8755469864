"""Editions: what left the house, when, for whom, and with which assets and media inside."""

import json
from collections.abc import Iterable

from sqlite_utils import Database


def write(db: Database, *, format: str, audience: str, language: str, made: str, made_by: str, for_whom: str,
          options: dict, sequence: int) -> int:
    """Opens a new edition and returns its number."""
    return db.execute(
        """INSERT INTO editions (format, audience, language, made, made_by, for_whom, options, sequence)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        [format, audience, language, made, made_by, for_whom, json.dumps(options), sequence]).lastrowid


def close(db: Database, number: int, sha256: str, assets: Iterable[int], hashes: Iterable[str]) -> None:
    """Notes what is inside once the file is there."""
    db.execute("UPDATE editions SET sha256 = ? WHERE number = ?", [sha256, number])
    db.conn.executemany("INSERT INTO edition_assets VALUES (?, ?) ON CONFLICT DO NOTHING",
                        [(number, asset) for asset in assets])
    db.conn.executemany("INSERT INTO edition_media VALUES (?, ?) ON CONFLICT DO NOTHING",
                        [(number, hash) for hash in hashes])


def drop(db: Database, number: int) -> None:
    """Forgets an edition that was never made."""
    db.execute("DELETE FROM editions WHERE number = ?", [number])


def read_all(db: Database) -> list[dict]:
    """Every edition, newest first, with the count of its assets."""
    sql = """SELECT e.*, (SELECT count(*) FROM edition_assets a WHERE a.edition = e.number) AS assets
             FROM editions e ORDER BY number DESC"""
    return list(db.query(sql))


def holding_asset(db: Database, asset: int) -> list[int]:
    """The editions that an asset is in."""
    return [row[0] for row in db.execute("SELECT edition FROM edition_assets WHERE asset = ? ORDER BY 1", [asset])]
