"""Lines and areas of the map as GeoJSON, the areas that stand for a hidden place among them."""

import json

import shapely
from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.precision import Precision
from ..geo.metres import grid_for
from ..geo.shapes import from_wkb, to_geojson
from ..store import positions
from .ready import Ready, ready
from .squares import ranges_of

SLACK = 2.0
"""Metres by which the outline of a mask may be off: nobody knows where it is anyway, and it is four times smaller."""

MOST = 2_000
"""Shapes in the answer for one view."""


def shapes(db: Database, audience: Audience) -> Ready:
    """A FeatureCollection of every line and area this audience may see; `properties` as in `feature`."""
    return ready(db, "shapes", audience, lambda: _collection(positions.with_shape(db, audience.level)))


def shapes_in(db: Database, audience: Audience, box: tuple[float, float, float, float]) -> bytes:
    """The same for the shapes whose point lies in about this box (west, south, east, north), at most MOST of them."""
    return _collection(positions.with_shape(db, audience.level, ranges_of(box), MOST))


def _collection(rows: list[tuple]) -> bytes:
    features = [feature(*row) for row in rows]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()


def feature(number: int, kind: str, state: str, precision: str, shape: bytes) -> dict:
    """One line or area: {"number", "kind", "state", "precision", "masked"}; masked means that it hides a place."""
    masked = precision != Precision.EXACT
    geometry = from_wkb(shape)
    if masked:
        grid = grid_for(geometry)
        geometry = grid.to_degrees(shapely.simplify(grid.to_metres(geometry), SLACK))
    return {
        "type": "Feature",
        "properties": {"number": number, "kind": kind, "state": state, "precision": precision, "masked": masked},
        "geometry": to_geojson(geometry, digits=6),
    }
