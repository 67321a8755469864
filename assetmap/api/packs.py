"""What the map takes along at once: points, words, shapes and connections, each kept per version and audience."""

import json
from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, request
from sqlite_utils import Database

from ..domain.audience import Audience
from ..packs.asked import box_of
from ..packs.names import name_of_words, named, words
from ..packs.points import pack
from ..packs.ready import Ready, ready_etag
from ..packs.shapes import shapes, shapes_in
from ..packs.ties import ties
from ..visit import language, visit
from .sending import send_json, send_ready, still_the_same

packs = Blueprint("packs", __name__)

MOST_NUMBERS = 500


@packs.get("/api/<slug>/pack")
def pack_file(slug: str) -> Response:
    """All points of the map in the binary layout of assetmap.packs.points."""
    return _send("pack", pack, "application/octet-stream")


@packs.get("/api/<slug>/words")
def words_file(slug: str) -> Response:
    """What everything is called in the visitor's language (assetmap.packs.names), with ?numbers=1,2,3 at most 500."""
    if "numbers" in request.args:
        here = visit()
        wanted = [int(number) for number in request.args["numbers"].split(",") if number.isdecimal()][:MOST_NUMBERS]
        return send_json(json.dumps(
            named(here.db, here.audience, wanted, language()), ensure_ascii=False, separators=(",", ":")).encode())
    tongue = language()
    return _send(name_of_words(tongue), partial(words, language=tongue), "application/json")


@packs.get("/api/<slug>/shapes")
def shapes_file(slug: str) -> Response:
    """Lines and areas as GeoJSON (assetmap.packs.shapes), all of them or those of a view with ?bbox=."""
    box = box_of(request.args.get("bbox", ""))
    if box is not None:
        here = visit()
        return send_json(shapes_in(here.db, here.audience, box))
    return _send("shapes", shapes, "application/geo+json")


@packs.get("/api/<slug>/connections")
def connections_file(slug: str) -> Response:
    """All connections (assetmap.packs.ties)."""
    return _send("ties", ties, "application/json")


def _send(name: str, make: Callable[[Database, Audience], Ready], mimetype: str) -> Response:
    here = visit()
    same = still_the_same(ready_etag(here.db, name, here.audience))
    return same if same is not None else send_ready(make(here.db, here.audience), mimetype)
