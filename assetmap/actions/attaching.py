"""Keeping an uploaded photo or recording, before or after the asset it belongs to."""

from pathlib import Path

from sqlite_utils import Database

from .. import media
from ..domain.medium import MediaFile
from ..domain.role import Actor, Right
from ..store import media_files
from ..store.opening import writing
from .allowing import require


def keep_file(db: Database, actor: Actor, now: str, data: bytes, name: str, folder: Path) -> MediaFile:
    """Checks, strips and sizes the file into the media folder and notes it down. Raises Problem for one that won't do.

    The files lie on the disk before the row says so: a row never points at nothing.
    """
    require(actor, Right.RECORD)
    file = media.keep(data, name, folder)
    with writing(db):
        media_files.write(db, file, now)
    return file
