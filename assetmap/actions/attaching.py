"""Keeping an uploaded photo or recording, before or after the asset it belongs to."""

from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from .. import media
from ..domain.medium import MediaFile
from ..domain.role import Actor, Right
from ..media import LIMITS, Limits
from ..store import media_files
from ..store.opening import writing
from .allowing import require


def keep_file(
    db: Database, actor: Actor, now: str, source: BinaryIO, name: str, folder: Path, limits: Limits = LIMITS
) -> MediaFile:
    """Checks, strips and sizes the file into the media folder and notes it down. Raises Problem for one that won't do.

    `source` can be read at any place, as an upload's stream; a file that is refused is not read whole. The files lie on
    the disk before the row says so: a row never points at nothing.
    """
    require(actor, Right.RECORD)
    file = media.keep_from(source, name, folder, limits)
    with writing(db):
        media_files.write(db, file, now)
    return file
