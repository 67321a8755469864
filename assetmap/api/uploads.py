"""Photos and recordings sent ahead of the form they belong to, one at a time; and what lies at a spot on the map."""

from flask import Blueprint, Response, jsonify, request, url_for

from ..actions.attaching import keep_file
from ..domain.medium import Medium
from ..domain.problems import Problem
from ..domain.role import Right, Role
from ..visit import Visit, visit

uploads = Blueprint("uploads", __name__)


@uploads.post("/api/<slug>/uploads")
def upload(slug: str) -> tuple[Response, int]:
    """Keeps the `file` of a form: {"hash", "medium", "mime", "width", "height", "seconds", "urls": {size: address}}.

    Sending the same file again gives the same answer. 401 where the session is over, 422 with a sentence for a file
    that won't do.
    """
    here = visit()
    if here.actor.role is Role.VISITOR:
        raise Problem("signed-out")
    here.require(Right.RECORD)
    sent = request.files.get("file")
    if sent is None:
        raise Problem("media-empty", field="photos", name="")
    with sent.stream as stream:
        file = keep_file(
            here.db, here.actor, here.now, stream, sent.filename or "", here.folder / "media", here.limits)
    sizes = ("small", "screen") if file.medium is Medium.PHOTO else ("sound",)
    return jsonify(
        hash=file.hash, medium=file.medium, mime=file.mime, width=file.width, height=file.height,
        seconds=file.seconds, urls={size: _address(here, file.hash, size) for size in sizes}), 201


def _address(here: Visit, hash: str, size: str) -> str:
    return url_for("media.media_file", slug=here.neighbourhood.slug, hash=hash, size=size)
