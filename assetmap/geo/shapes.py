"""Shapes between GeoJSON, WKB and Shapely, and whether a shape that somebody gave can be drawn at all."""

import math

import shapely
from shapely.geometry import (
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    mapping,
)
from shapely.geometry.base import BaseGeometry

from ..domain.problems import Problem

MOST_POSITIONS = 20_000
"""More than anyone draws by hand; more than a browser likes to be sent for one asset."""

DEPTH: dict[str, int] = {
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
}
"""Type of shape -> how many lists its positions lie in."""

REASONS: dict[str, str] = {
    "no-shape": "it is not a point, line or area",
    "no-positions": "it has no positions",
    "not-numbers": "a position in it is not two numbers",
    "too-many": "it has more than 20,000 positions",
    "short-line": "a line needs two different positions",
    "small-ring": "an area needs three different corners",
    "crosses": "its outline crosses itself",
    "overlaps": "its parts lie over one another",
}
"""Why a shape is refused -> English message id, the {reason} of the Problem "bad-geometry"."""

NEAR_DEGREES = 1.0
"""A shape within a degree of the neighbourhood (70 to 110 km) may well belong to it."""


def clean(geometry: dict, near: BaseGeometry | None = None) -> BaseGeometry:
    """The Shapely shape of a GeoJSON-like geometry, in (longitude, latitude), without heights, surely valid.

    `near` is the neighbourhood's boundary: with it, latitude and longitude that changed places are recognised.
    Raises Problem: bad-geometry (with a reason from REASONS), bad-position, swapped-position, metres-position.
    An area that crosses itself is refused; `mended` makes the shape that can be offered in its place.
    """
    shape = _built(geometry, near)
    if not shape.is_valid:
        parts_are_fine = shape.geom_type == "MultiPolygon" and all(part.is_valid for part in shape.geoms)
        raise _bad("overlaps" if parts_are_fine else "crosses")
    return shape


def mended(geometry: dict, near: BaseGeometry | None = None) -> BaseGeometry:
    """The same as `clean`, but an area whose outline crosses itself comes back as the areas it encloses.

    Raises the same Problems for everything that can't be mended.
    """
    shape = _built(geometry, near)
    if shape.is_valid:
        return shape
    whole = areas_of(shapely.make_valid(shape, method="structure", keep_collapsed=False))
    if whole.is_empty:
        raise _bad("small-ring")
    return whole


def areas_of(shape: BaseGeometry) -> BaseGeometry:
    """Only the areas in a shape: a Polygon, a MultiPolygon, or an empty Polygon where there are none."""
    polygons = [part for part in flat_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    if not polygons:
        return Polygon()
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def lines_of(shape: BaseGeometry) -> list[LineString]:
    """Only the lines in a shape, each a LineString."""
    return [part for part in flat_parts(shape) if part.geom_type in ("LineString", "LinearRing") and not part.is_empty]


def flat_parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """The single points, lines and polygons that a shape is made of, however deep they lie."""
    if not hasattr(shape, "geoms"):
        return [shape]
    return [part for each in shape.geoms for part in flat_parts(each)]


def to_geojson(shape: BaseGeometry | bytes, digits: int = 7) -> dict:
    """{"type": …, "coordinates": …} with lists, positions rounded (7 digits are a centimetre)."""
    if isinstance(shape, bytes):
        shape = from_wkb(shape)
    given = mapping(shapely.force_2d(shape))
    return {"type": given["type"], "coordinates": _rounded(given["coordinates"], digits)}


def to_wkb(shape: BaseGeometry) -> bytes:
    """Little-endian WKB without heights."""
    return shapely.to_wkb(shapely.force_2d(shape), byte_order=1)


def from_wkb(wkb: bytes) -> BaseGeometry:
    """The shape that `to_wkb` kept."""
    return shapely.from_wkb(wkb)


def point_of(shape: BaseGeometry) -> tuple[float, float]:
    """One (longitude, latitude) that surely lies on the shape: halfway along a line, well inside an area."""
    parts = flat_parts(shape)
    if shape.geom_type == "MultiPoint":
        point = parts[0]
    elif shape.geom_type in ("LineString", "MultiLineString"):
        point = max(parts, key=lambda part: part.length).interpolate(0.5, normalized=True)
    else:
        largest = max(parts, key=lambda part: part.area)
        point = largest.centroid
        if not largest.contains(point):
            point = largest.representative_point()
    return point.x, point.y


def system_of(x: float, y: float, near: BaseGeometry | None = None) -> str:
    """Which way of writing positions this pair looks like: "degrees", "swapped", "rd", "metres" or "unknown".

    Two numbers that could be both are told apart by the neighbourhood they should be near, where it is given.
    """
    if abs(x) <= 180 and abs(y) <= 90:
        turned = near is not None and abs(x) <= 90 and _degrees_away(near, y, x) < NEAR_DEGREES
        return "swapped" if turned and _degrees_away(near, x, y) > 2 * NEAR_DEGREES else "degrees"
    if abs(x) <= 90 and abs(y) <= 180:
        return "swapped"
    if -10_000 <= x <= 310_000 and 290_000 <= y <= 640_000:
        return "rd"
    return "metres" if max(abs(x), abs(y)) > 360 and max(abs(x), abs(y)) <= 21_000_000 else "unknown"


def _built(geometry: dict, near: BaseGeometry | None) -> BaseGeometry:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in DEPTH:
        raise _bad("no-shape")
    positions: list[tuple[float, float]] = []
    nested = _read(geometry.get("coordinates"), DEPTH[kind], positions)
    if not positions:
        raise _bad("no-positions")
    _refuse_other_systems(positions, near)
    return _SHAPE[kind](nested)


def _read(given: object, depth: int, positions: list) -> object:
    """The nested lists as tuples of floats; every position is added to `positions` too."""
    if depth:
        if not isinstance(given, list | tuple) or not given:
            raise _bad("no-positions")
        return [_read(each, depth - 1, positions) for each in given]
    if not isinstance(given, list | tuple):
        raise _bad("not-numbers" if given is not None else "no-positions")
    if not given:
        raise _bad("no-positions")
    numbers = [each for each in given[:2] if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(numbers) < 2 or not all(math.isfinite(number) for number in numbers):
        raise _bad("not-numbers")
    if len(positions) == MOST_POSITIONS:
        raise _bad("too-many")
    position = (float(numbers[0]), float(numbers[1]))
    positions.append(position)
    return position


def _refuse_other_systems(positions: list[tuple[float, float]], near: BaseGeometry | None) -> None:
    """One odd corner makes the whole shape odd, so the oddest position is the one that is told about."""
    x, y = max(positions, key=lambda position: max(abs(position[0]) - 180, abs(position[1]) - 90))
    system = system_of(x, y, near)
    if system == "swapped":
        raise Problem("swapped-position", first=_short(x), second=_short(y))
    if system in ("rd", "metres"):
        raise Problem("metres-position", first=_short(x), second=_short(y))
    if system == "unknown":
        raise Problem("bad-position", value=f"{_short(x)}, {_short(y)}")


def _line(positions: list) -> LineString:
    if len(set(positions)) < 2:
        raise _bad("short-line")
    return LineString(positions)


def _polygon(rings: list) -> Polygon:
    for ring in rings:
        if len(set(ring)) < 3:
            raise _bad("small-ring")
    area = Polygon(rings[0], rings[1:])
    if not area.convex_hull.area:
        raise _bad("small-ring")
    return area


_SHAPE = {
    "Point": Point,
    "MultiPoint": MultiPoint,
    "LineString": _line,
    "MultiLineString": lambda lines: MultiLineString([_line(line) for line in lines]),
    "Polygon": _polygon,
    "MultiPolygon": lambda areas: MultiPolygon([_polygon(rings) for rings in areas]),
}


def _bad(reason: str) -> Problem:
    return Problem("bad-geometry", reason=REASONS[reason])


def _degrees_away(near: BaseGeometry, x: float, y: float) -> float:
    west, south, east, north = near.bounds
    return math.hypot(max(west - x, 0, x - east), max(south - y, 0, y - north))


def _rounded(given: object, digits: int) -> object:
    if isinstance(given, float | int):
        return round(given, digits)
    return [_rounded(each, digits) for each in given]


def _short(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
