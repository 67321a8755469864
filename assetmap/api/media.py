"""Photos and recordings, each in its sizes, for those who may see or hear them."""

from flask import Blueprint, Response, request, send_file

from .. import media as media_room
from ..domain.problems import Problem
from ..domain.role import Right
from ..inventory import may_see_media
from ..store import media_files
from ..visit import visit

media = Blueprint("media", __name__)

TYPES = {"small": "image/webp", "screen": "image/webp", "print": "image/jpeg"}


@media.get("/api/<slug>/media/<hash>")
def media_file(slug: str, hash: str) -> Response:
    """A photo in `?size=small|screen|print`, or a recording with `?size=sound`."""
    here = visit()
    file = media_files.read(here.db, hash)
    # Whoever records may look at what was just taken and lies on no asset yet.
    fresh = here.actor.may(Right.RECORD) and not media_files.assets_of(here.db, hash)
    may_see = fresh or may_see_media(here.db, here.audience, hash)
    size = request.args.get("size", "screen")
    if file is None or not may_see or size not in (*TYPES, "sound"):
        raise Problem("unknown-media")
    path = media_room.file_path(here.folder / "media", hash, size)
    if not path.exists():
        raise Problem("unknown-media")
    response = send_file(path, mimetype=TYPES.get(size, file.mime), conditional=True, etag=f"{hash}-{size}")
    # Kept by the browser for an hour only: what was taken back must be gone soon, also there.
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
