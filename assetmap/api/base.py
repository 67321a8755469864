"""The base map: the neighbourhood as it was drawn, in one compact file."""

import gzip

from flask import Blueprint, Response, request, send_file
from shapely import from_wkb

from ..drawing import base_drawing
from ..visit import visit
from . import drawing_later

base = Blueprint("base", __name__)


@base.get("/api/<slug>/base")
def base_file(slug: str) -> Response:
    """The drawing. Where it has to be made first, that begins now in a process of its own; bare paper is answered."""
    here = visit()
    boundary, styles = from_wkb(here.neighbourhood.boundary), here.settings.styles
    state = base_drawing.state(here.folder / "base", boundary, own_styles=styles)
    if state != "whole":
        drawing_later.draw_later(here.folder)
    if state == "missing":
        return _bytes(base_drawing.bare_paper(boundary, slug, own_styles=styles), "no-store")
    path = here.folder / "base" / base_drawing.FILE
    if request.accept_encodings["gzip"] > 0:
        response = send_file(path, mimetype="application/octet-stream", conditional=True, max_age=None)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.add("Accept-Encoding")
        return response
    return _bytes(path.read_bytes(), "private, no-cache")


def _bytes(packed: bytes, keep: str) -> Response:
    response = Response(gzip.decompress(packed), mimetype="application/octet-stream")
    response.headers["Cache-Control"] = keep
    response.vary.add("Accept-Encoding")
    return response
