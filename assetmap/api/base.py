"""The base map: the streets of the neighbourhood in one compact file."""

import gzip

from flask import Blueprint, Response, request, send_file

from ..domain.problems import Problem
from ..visit import visit

base = Blueprint("base", __name__)

FILE = "streets.bin.gz"


@base.get("/api/<slug>/base")
def base_file(slug: str) -> Response:
    """The file that `assetmap base` made; Problem("no-base") where there is none yet."""
    path = visit().folder / "base" / FILE
    if not path.is_file():
        raise Problem("no-base")
    if request.accept_encodings["gzip"] > 0:
        response = send_file(path, mimetype="application/octet-stream", conditional=True, max_age=None)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = Response(gzip.decompress(path.read_bytes()), mimetype="application/octet-stream")
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Accept-Encoding")
    return response
