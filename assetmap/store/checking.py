"""Whether a neighbourhood's database is whole."""

from sqlite_utils import Database


def findings(db: Database) -> list[str]:
    """A sentence for each thing that is wrong: broken pages, rows that point at nothing, assets search can't find."""
    found = [f"The database is damaged: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    found += [f"A row of {row[0]} points at a missing row of {row[2]}." for row in broken]
    unfound = "SELECT count(*) FROM assets WHERE number NOT IN (SELECT rowid FROM asset_search)"
    missing = db.execute(unfound).fetchone()[0]
    if missing:
        found.append(f"{missing} assets can't be found by searching.")
    return found
