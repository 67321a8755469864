"""The journal: who did what and when, without anybody's words in it; and earlier versions of assets."""

import json

from sqlite_utils import Database


def note(db: Database, at: str, actor: str, verb: str, asset: int | None = None, **facts: object) -> None:
    """Adds a line. `facts` are counts, names of fields or codes, never texts of residents."""
    db.execute("INSERT INTO journal (at, actor, verb, asset, facts) VALUES (?, ?, ?, ?, ?)",
               [at, actor, verb, asset, json.dumps(facts)])


def lines(db: Database, asset: int | None = None, most: int = 200) -> list[dict]:
    """The newest lines first, of one asset or of all: {"number", "at", "actor", "verb", "asset", "facts"}."""
    where = "" if asset is None else "WHERE asset = :asset"
    rows = db.query(f"SELECT * FROM journal {where} ORDER BY number DESC LIMIT :most", {"asset": asset, "most": most})
    return [row | {"facts": json.loads(row["facts"])} for row in rows]


def keep_revision(db: Database, asset: int, revision: int, at: str, actor: str, verb: str, snapshot: dict) -> None:
    """Keeps how an asset was after this revision."""
    db.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?)",
               [asset, revision, at, actor, verb, json.dumps(snapshot, ensure_ascii=False)])


def revision(db: Database, asset: int, number: int) -> dict | None:
    """The snapshot of one revision."""
    row = db.execute("SELECT snapshot FROM revisions WHERE asset = ? AND revision = ?", [asset, number]).fetchone()
    return json.loads(row[0]) if row else None


def revisions(db: Database, asset: int) -> list[dict]:
    """The earlier versions, newest first: {"revision", "at", "actor", "verb"}."""
    sql = "SELECT revision, at, actor, verb FROM revisions WHERE asset = ? ORDER BY revision DESC"
    return list(db.query(sql, [asset]))
