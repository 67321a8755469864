"""The neighbourhood's own row: its name, boundary and version."""

from sqlite_utils import Database

from ..domain.neighbourhood import Neighbourhood


def create(db: Database, neighbourhood: Neighbourhood, now: str) -> None:
    """Writes the one row; fails when there is one already."""
    db["neighbourhood"].insert(_row(neighbourhood) | {"one": 1, "created": now, "sequence": 1}, strict=True)


def read(db: Database) -> Neighbourhood:
    """The neighbourhood of this database."""
    row = dict(next(db.query("SELECT * FROM neighbourhood")))
    del row["one"], row["created"]
    return Neighbourhood(**row | {"public": bool(row["public"])})


def write(db: Database, neighbourhood: Neighbourhood) -> None:
    """Replaces everything but slug and version."""
    db.execute(
        """UPDATE neighbourhood SET name = :name, language = :language, purpose = :purpose, mandate = :mandate,
           notice = :notice, attribution = :attribution, boundary = :boundary, public = :public""",
        _row(neighbourhood),
    )


def sequence(db: Database) -> int:
    """The version of everything this neighbourhood shows."""
    return db.execute("SELECT sequence FROM neighbourhood").fetchone()[0]


def next_sequence(db: Database) -> int:
    """Raises the version by one, inside the caller's transaction, and returns it."""
    return db.execute("UPDATE neighbourhood SET sequence = sequence + 1 RETURNING sequence").fetchone()[0]


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
