"""Whether a neighbourhood's database is whole."""

from sqlite_utils import Database

from ..domain.problems import Problem


def findings(db: Database) -> list[Problem]:
    """What is wrong with it: broken pages, rows that point at nothing, assets that search can't find."""
    pages = (row[0] for row in db.execute("PRAGMA integrity_check"))
    found = [Problem("check-database", reason=said) for said in pages if said != "ok"]
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    found += [Problem("check-lost-row", table=row[0], other=row[2]) for row in broken]
    unfound = "SELECT count(*) FROM assets WHERE number NOT IN (SELECT rowid FROM asset_search)"
    missing = db.execute(unfound).fetchone()[0]
    if missing:
        found.append(Problem("check-unsearchable", count=missing))
    return found
