"""Which photos and sounds are kept, by their hash."""

from sqlite_utils import Database

from ..domain.medium import MediaFile, Medium


def write(db: Database, file: MediaFile, now: str) -> None:
    """Notes a kept file down; the same file twice is one row."""
    db.execute(
        "INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [file.hash, str(file.medium), file.mime, file.bytes, file.width, file.height, file.seconds, now])


def read(db: Database, hash: str) -> MediaFile | None:
    """The kept file with this hash."""
    return next(iter(_files(db, "SELECT * FROM media WHERE hash = ?", [hash])), None)


def read_all(db: Database) -> list[MediaFile]:
    """Every kept file."""
    return _files(db, "SELECT * FROM media ORDER BY hash", [])


def assets_of(db: Database, hash: str) -> list[int]:
    """The numbers of the assets that carry this file."""
    return [row[0] for row in db.execute("SELECT asset FROM asset_media WHERE hash = ? ORDER BY asset", [hash])]


def _files(db: Database, sql: str, values: list) -> list[MediaFile]:
    return [
        MediaFile(row["hash"], Medium(row["medium"]), row["mime"], row["bytes"], row["width"], row["height"],
                  row["seconds"])
        for row in db.query(sql, values)
    ]
