"""The first look: what the page of the map takes along, made after each change from one reading of the database."""

import gzip
import hashlib
import math
from dataclasses import dataclass

from sqlite_utils import Database

from ..domain.audience import Audience
from ..store import kept, neighbourhoods
from .crowds import counted
from .facets import Facets, counted_facets, facets_from
from .pieces import strung
from .points import Columns, columns, packed
from .ready import keep, one_look

AT_ONCE = 4_000
"""Up to this many assets all points come at once; beyond, the page carries crowds, and the points come after them."""

WIDEST = 1_000
"""Pixels that the whole neighbourhood is wide or high at the zoom that the page's crowds are counted for."""

Box = tuple[float, float, float, float]
_DEEPEST, _TILE = 18, 256


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The counts beside the filters, and the crowds of the whole neighbourhood, "" where all points come at once.

    Crowds are the JSON of an answer for one view (packs.view) and its zoom, and serve all views from there or farther.
    """

    facets: Facets
    crowds: str


def first_look(db: Database, audience: Audience, bounds: Box, pack_limit: int) -> FirstLook:
    """What this audience sees first of a neighbourhood within bounds (west, south, east, north).

    What is read for it is packed on the way where it is no more than `pack_limit` assets: a browser asks for that next.
    """
    sequence = neighbourhoods.sequence(db)
    counts = kept.read(db, f"facets/{audience}", sequence)
    crowds = kept.read(db, f"first/{audience}", sequence)
    if counts and crowds:
        return FirstLook(facets_from(counts[1]), gzip.decompress(crowds[1]).decode())
    made = _make(db, audience, bounds, pack_limit)
    return FirstLook(facets_from(made["facets"]), gzip.decompress(made["first"]).decode())


def home_zoom(bounds: Box) -> int:
    """The deepest zoom at which the bounds are no more than WIDEST pixels wide or high."""
    west, south, east, north = bounds
    wide, high = (east - west) / 360, _down(south) - _down(north)
    return max(0, min(_DEEPEST, math.floor(math.log2(WIDEST / _TILE / max(wide, high, 1e-9)))))


def _make(db: Database, audience: Audience, bounds: Box, pack_limit: int) -> dict[str, bytes]:
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        counts = counted_facets(db, audience)
        assets = columns(db, audience)
    many = len(assets.numbers) > AT_ONCE
    bodies = {"facets": counts, "first": _crowds(assets, home_zoom(bounds)) if many else b""}
    if len(assets.numbers) <= pack_limit:
        bodies["pack"] = packed(sequence, assets)
    made = {name: gzip.compress(body, 6, mtime=0) for name, body in bodies.items()}
    keep(db, {f"{name}/{audience}": (hashlib.sha256(body).hexdigest()[:20], body) for name, body in made.items()},
         sequence)
    return made


def _crowds(assets: Columns, zoom: int) -> bytes:
    _, view = strung(list(counted(*assets.still_here, zoom=zoom).values()))
    return b'{"zoom":%d,' % zoom + view[1:]


def _down(latitude: float) -> float:
    """Web-mercator from the top (0) to the bottom (1) of the world."""
    sine = math.sin(math.radians(max(-85.0511, min(85.0511, latitude))))
    return 0.5 - math.atanh(sine) / (2 * math.pi)
