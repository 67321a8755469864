"""The small drawing of where an asset is, as whoever asks may see it."""

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, request, url_for
from shapely import from_wkb, to_wkb

from ..domain.problems import Problem
from ..drawing.base_file import FILE, read_base
from ..drawing.pen.lighter import lighter
from ..drawing.pen.styles import style_named
from ..drawing.scenery.crop import can_be_shown, crop
from ..drawing.street_data import StreetData
from ..inventory import Item, item
from ..visit import Visit, visit

place_drawing = Blueprint("place_drawing", __name__)

STYLE = "ink-and-wash"
RECIPE = 1
"""Count up when it is drawn otherwise."""
SIZE = 60.0
"""How wide it is drawn, in millimetres."""


@place_drawing.get("/<slug>/assets/<int:number>/drawing.svg")
def drawing(slug: str, number: int) -> Response:
    """The drawing as SVG. Nothing is there for a place that is not shared, or too large to be shown from near by."""
    here = visit()
    seen = item(here.db, here.audience, number)
    if seen is None or seen.shape is None:
        raise Problem("unknown-asset")
    streets = here.folder / "base" / FILE
    shown = to_wkb(seen.shape), str(seen.kind), seen.masked, slug
    tag = hashlib.sha256(repr((RECIPE, STYLE, shown, _when(streets))).encode()).hexdigest()[:32]
    # Found by what it shows: who may see less than another never gets the other's drawing.
    packed = b"" if tag in request.if_none_match else _drawn(*shown, streets, _when(streets))
    if packed is None:
        raise Problem("unknown-page")
    response = Response(mimetype="image/svg+xml")
    response.set_etag(tag)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.update(("Accept-Encoding", "Cookie"))
    if not packed:
        response.status_code = 304
    elif request.accept_encodings["gzip"] > 0:
        response.data, response.headers["Content-Encoding"] = packed, "gzip"
    else:
        response.data = gzip.decompress(packed)
    return response


def drawing_of(here: Visit, seen: Item) -> str:
    """The address of the drawing for the same audience, "" where there is none."""
    if seen.shape is None or not can_be_shown(seen.shape) or not (here.folder / "base" / FILE).is_file():
        return ""
    same = {"audience": here.asked_audience} if here.asked_audience else {}
    return url_for("place_drawing.drawing", slug=here.neighbourhood.slug, number=seen.number, **same)


@lru_cache(maxsize=200)
def _drawn(shape: bytes, kind: str, masked: bool, slug: str, streets: Path, when: int) -> bytes | None:
    """The SVG, gzipped; None where there is nothing to draw. Kept in memory only: what is taken back leaves no trace
    on disk.
    """
    style = style_named(STYLE)
    found = crop(_streets(streets, when), from_wkb(shape), kind, style, slug, masked=masked, size=SIZE)
    if found is None:
        return None
    found.layers[:] = lighter(found.layers, detail=1)
    return gzip.compress(found.svg(style).encode(), 6, mtime=0)


@lru_cache(maxsize=4)
def _streets(file: Path, _when: int) -> StreetData | None:
    try:
        return read_base(file.parent)
    except Problem:
        return None


def _when(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
