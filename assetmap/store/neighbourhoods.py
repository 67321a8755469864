"""The neighbourhood's own row: its name, boundary and version."""

import json

from sqlite_utils import Database

from ..domain.neighbourhood import Neighbourhood, Saying


def create(db: Database, neighbourhood: Neighbourhood, secret: str, now: str) -> None:
    """Writes the one row; fails when there is one already."""
    row = _row(neighbourhood) | {"one": 1, "secret": secret, "created": now, "sequence": 1}
    db.execute(f"INSERT INTO neighbourhood ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})", row)
    _write_sayings(db, neighbourhood.sayings)


def read(db: Database) -> Neighbourhood:
    """The neighbourhood of this database."""
    row = dict(next(db.query("""
        SELECT slug, name, language, purpose, mandate, notice, attribution, boundary, public, sequence,
               (SELECT json_group_array(json_array(language, purpose, mandate, notice))
                FROM (SELECT * FROM neighbourhood_sayings ORDER BY language)) AS sayings
        FROM neighbourhood""")))
    sayings = tuple(Saying(*each) for each in json.loads(row["sayings"]))
    return Neighbourhood(**row | {"public": bool(row["public"]), "sayings": sayings})


def write(db: Database, neighbourhood: Neighbourhood) -> None:
    """Replaces everything but slug and version."""
    db.execute(
        """UPDATE neighbourhood SET name = :name, language = :language, purpose = :purpose, mandate = :mandate,
           notice = :notice, attribution = :attribution, boundary = :boundary, public = :public""",
        _row(neighbourhood),
    )
    _write_sayings(db, neighbourhood.sayings)


def secret(db: Database) -> str:
    """What nobody outside may know: masks are chosen with it, so that they can be chosen again but not foreseen."""
    return db.execute("SELECT secret FROM neighbourhood").fetchone()[0]


def sequence(db: Database) -> int:
    """The version of everything this neighbourhood shows."""
    return db.execute("SELECT sequence FROM neighbourhood").fetchone()[0]


def next_sequence(db: Database) -> int:
    """Raises the version by one, inside the caller's transaction, and returns it."""
    return db.execute("UPDATE neighbourhood SET sequence = sequence + 1 RETURNING sequence").fetchone()[0]


def _write_sayings(db: Database, sayings: tuple[Saying, ...]) -> None:
    db.execute("DELETE FROM neighbourhood_sayings")
    db.conn.executemany("INSERT INTO neighbourhood_sayings VALUES (?, ?, ?, ?)",
                        [(each.language, each.purpose, each.mandate, each.notice) for each in sayings])


def _row(neighbourhood: Neighbourhood) -> dict:
    return {
        "slug": neighbourhood.slug,
        "name": neighbourhood.name,
        "language": neighbourhood.language,
        "purpose": neighbourhood.purpose,
        "mandate": neighbourhood.mandate,
        "notice": neighbourhood.notice,
        "attribution": neighbourhood.attribution,
        "boundary": neighbourhood.boundary,
        "public": int(neighbourhood.public),
    }
