"""The names on the drawing: streets and streams as whole lines, places as spots, and the neighbourhood's edge."""

from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import MultiPolygon, Polygon

from ..geo.metres import grid_for
from ..geo.shapes import flat_parts, lines_of
from .base_layers import WORLD
from .street_data import NAMES, StreetData

KINDS: tuple[str, ...] = ("main", "street", "living", "cycle", "path", "service", "steps", "stream")
"""What a line with a name is. The order is the code in the file, and which kind a street counts as that is several.

static/js/map/ink-names.js holds the same table for the browser.
"""

_TOLERANCE = 1.0  # Metres: letters follow the line, nothing is drawn of it.


@dataclass(frozen=True, slots=True)
class NamedLine:
    """`points` (n, 2) are columns and rows of the web-mercator square of 2**28 a side."""

    name: str
    kind: str
    points: numpy.ndarray


@dataclass(frozen=True, slots=True)
class NamedSpot:
    """`kind` is one of street_data.NAMES, `room` metres."""

    name: str
    kind: str
    room: float
    point: numpy.ndarray


@dataclass(frozen=True, slots=True)
class Names:
    """All that a screen writes, and the rings of the boundary."""

    attribution: str = ""
    edge: tuple[numpy.ndarray, ...] = ()
    lines: tuple[NamedLine, ...] = ()
    spots: tuple[NamedSpot, ...] = ()


def names_of(ground: StreetData | None, boundary: Polygon | MultiPolygon) -> Names:
    """The names of a neighbourhood; only its edge where there are no streets."""
    edge = tuple(on_screen(ring.coords) for area in flat_parts(boundary) for ring in (area.exterior, *area.interiors))
    if ground is None:
        return Names(edge=edge)
    spots = tuple(
        NamedSpot(place.name, place.kind, place.room, on_screen(place.point.coords)[0])
        for place in ground.names if place.kind in NAMES)
    return Names(ground.attribution, edge, tuple(_lines(ground)), spots)


def on_screen(positions) -> numpy.ndarray:
    """(longitude, latitude) as columns and rows of the web-mercator square, rounded."""
    at = numpy.asarray(positions, float)
    y = 0.5 - numpy.arctanh(numpy.sin(numpy.radians(at[:, 1]))) / (2 * numpy.pi)
    return numpy.rint(numpy.column_stack(((at[:, 0] + 180) / 360, y)) * WORLD).astype(numpy.int64)


def _lines(ground: StreetData):
    pieces: dict[tuple[bool, str], list] = {}
    kinds: dict[tuple[bool, str], int] = {}
    for street in ground.streets:
        if street.name and street.level >= 0 and street.kind in KINDS:
            key = (False, street.name)
            pieces.setdefault(key, []).append(street.line)
            kinds[key] = min(kinds.get(key, len(KINDS)), KINDS.index(street.kind))
    for stream in ground.streams:
        if stream.name:
            pieces.setdefault((True, stream.name), []).append(stream.line)
            kinds[True, stream.name] = KINDS.index("stream")
    for key in sorted(pieces):
        grid = grid_for(pieces[key][0])
        whole = shapely.line_merge(shapely.union_all(grid.to_metres(pieces[key])))
        for line in lines_of(grid.to_degrees(shapely.simplify(whole, _TOLERANCE))):
            yield NamedLine(key[1], KINDS[kinds[key]], on_screen(line.coords))
