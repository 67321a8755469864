"""Sending answers that stand ready: gzipped as they are kept, or "still the same" where the browser has them."""

import gzip

from flask import Response, request

from ..packs.ready import Ready


def still_the_same(etag: str | None) -> Response | None:
    """304 where the browser already has this ETag, None where it must be sent."""
    if etag is None or not (request.if_none_match.contains(etag) or request.if_none_match.contains(f"{etag}-plain")):
        return None
    response = Response(status=304)
    response.set_etag(etag)
    response.vary.add("Accept-Encoding")
    return response


def send_ready(answer: Ready, mimetype: str) -> Response:
    """The answer, gzipped where the browser reads that."""
    if (same := still_the_same(answer.etag)) is not None:
        return same
    zipped = request.accept_encodings["gzip"] > 0
    response = Response(answer.body if zipped else gzip.decompress(answer.body), mimetype=mimetype)
    response.set_etag(answer.etag if zipped else f"{answer.etag}-plain")
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response


def send_json(body: bytes) -> Response:
    """JSON made for this one question; gzipped where that saves something."""
    zipped = len(body) > 1_500 and request.accept_encodings["gzip"] > 0
    response = Response(gzip.compress(body, 3, mtime=0) if zipped else body, mimetype="application/json")
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
