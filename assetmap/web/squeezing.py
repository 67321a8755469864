"""Pages, scripts and styles go out gzipped: a phone on a thin line waits four times less."""

import gzip
from collections import OrderedDict

from flask import Blueprint, Response, request

squeezing = Blueprint("squeezing", __name__)

TYPES = frozenset({"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml",
                   "application/json", "application/manifest+json", "text/plain"})
LEAST = 700
"""Bytes below which there is nothing to win."""

MOST_KEPT = 400

_kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()


@squeezing.after_app_request
def squeeze(response: Response) -> Response:
    """Gzips what is text, whole and not small, for those who read that. Static files are gzipped once per content."""
    if response.status_code != 200 or response.mimetype not in TYPES or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] <= 0 or (response.content_length or LEAST) < LEAST:
        return response
    response.direct_passthrough = False
    if request.endpoint == "static":
        body = _once(request.path, response)
    elif response.is_streamed:
        return response
    else:
        body = gzip.compress(response.get_data(), 5, mtime=0)
    etag, _ = response.get_etag()
    response.set_data(body)
    if etag:
        # The same file in another dress: a weak tag says so, and If-None-Match still finds it.
        response.set_etag(etag, weak=True)
    response.headers["Content-Encoding"] = "gzip"
    response.headers.pop("Accept-Ranges", None)
    return response


def _once(path: str, response: Response) -> bytes:
    key = (path, response.headers.get("ETag", ""))
    if key not in _kept:
        _kept[key] = gzip.compress(response.get_data(), 9, mtime=0)
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    response.close()
    return _kept[key]
