"""Where imported things lie: shapes mended, other coordinate systems turned into degrees, and what lies outside.

Positions that can't be right as they stand are tried in the ways people get them wrong: latitude first, metres of the
Dutch grid (RD New), of web maps, of UTM. The boundary tells which of these was meant.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy
import pyproj
import shapely
from shapely.geometry import mapping
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from ..domain.problems import Problem
from ..geo.metres import between, rd_to_lonlat
from ..geo.near import metres_outside
from ..geo.shapes import clean, mended
from .incoming import Severity

NEAR = 500.0
"""Metres: what lies this close outside the boundary is kept, and asked about."""

MOST_DEPTH = 12
"""Lists and collections within one another, more than any shape needs."""

SYSTEMS: dict[str, str] = {
    "EPSG:28992": "RD New", "EPSG:3857": "Web Mercator", "EPSG:4326": "WGS 84", "EPSG:4258": "ETRS89",
}
"""Coordinate systems that have a name people know."""

Remark = tuple[Severity, Problem]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one thing lies, if anywhere. `outside` is metres beyond the boundary, `far` that it was not asked for."""

    geometry: dict | None = None
    outside: float = 0.0
    far: bool = False


def place(
    geometry: dict | None, boundary: BaseGeometry | None, crs: str = "", keep_far: bool = False
) -> tuple[Placed, list[Remark]]:
    """The geometry (GeoJSON-like) in degrees and surely valid, and what was done to it.

    `crs` is "EPSG:…", or "" for degrees as GeoJSON has them. A shape beyond repair becomes no place: the words are
    worth keeping without it.
    """
    if geometry is None:
        return Placed(), []
    if not crs and boundary is not None and _plainly_inside(geometry, boundary):
        return Placed({"type": "Point", "coordinates": [float(number) for number in geometry["coordinates"][:2]]}), []
    remarks: list[Remark] = []
    try:
        whole = _single(geometry, remarks)
        shape = _in_degrees(whole, boundary, crs, remarks)
    except Problem as problem:
        return Placed(), [*remarks, (Severity.DOUBT, Problem("import-shape-lost", reason=_reason(problem)))]
    outside = metres_outside(boundary, shape) if boundary is not None else 0.0
    if outside:
        # What begins inside (a canal, a park on the edge) is never far, however long it goes on.
        if outside > NEAR and not keep_far and (away := between(boundary, shape)) > NEAR:
            distance = f"{_said(away)} m" if away < 10_000 else f"{_said(away) // 1000} km"
            return Placed(None, away, True), [*remarks, (Severity.LEFT_OUT, Problem("import-far", distance=distance))]
        remarks.append((Severity.DOUBT, Problem("import-outside", metres=_said(outside))))
    return Placed(_as_geojson(shape), outside), remarks


def known_system(name: str) -> str:
    """"EPSG:28992" for what a file calls its coordinate system ("urn:ogc:def:crs:EPSG::28992"); "" for degrees.

    Raises Problem: import-unknown-crs.
    """
    code = name.strip().upper().removeprefix("HTTP://WWW.OPENGIS.NET/DEF/CRS/").removeprefix("URN:OGC:DEF:CRS:")
    if not code or "CRS84" in code:
        return ""
    number = code.rsplit(":", 1)[-1].rsplit("/", 1)[-1]
    if number in ("4326", "4258", "4979", "4937"):
        return ""
    try:
        _to_degrees(f"EPSG:{int(number)}")
    except (ValueError, pyproj.exceptions.CRSError):
        raise Problem("import-unknown-crs", crs=name[:80]) from None
    return f"EPSG:{int(number)}"


def _plainly_inside(geometry: dict, boundary: BaseGeometry) -> bool:
    """Whether this is a point inside the boundary just as it stands: nearly everything is, and it is quickly seen."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return False
    at = geometry.get("coordinates")
    if not isinstance(at, list | tuple) or len(at) < 2 or not {type(at[0]), type(at[1])} <= {int, float}:
        return False
    return abs(at[0]) <= 180 and abs(at[1]) <= 90 and bool(shapely.intersects_xy(boundary, at[0], at[1]))


def _single(geometry: dict, remarks: list[Remark], depth: int = 0) -> dict:
    """A collection as one shape: the parts of its highest dimension. Everything else as it is."""
    if not isinstance(geometry, dict):
        raise Problem("bad-geometry", reason="it is not a point, line or area")
    # "point" for "Point": programs written by hand do that.
    kind = _TYPES.get(str(geometry.get("type")).lower())
    if kind != "GeometryCollection":
        return {"type": kind, "coordinates": _lists(geometry.get("coordinates"))}
    parts = geometry.get("geometries")
    if not isinstance(parts, list) or not parts or depth > MOST_DEPTH:
        raise Problem("bad-geometry", reason="it has no positions")
    singles = [_single(part, remarks, depth + 1) for part in parts]
    rank = max(_RANK.get(single["type"] or "", -1) for single in singles)
    best = [single for single in singles if _RANK.get(single["type"] or "", -1) == rank]
    if len(singles) > len(best):
        remarks.append((Severity.DOUBT, Problem("import-shape-parts", count=len(singles) - len(best))))
    if len(best) == 1 or rank < 0:
        return best[0]
    many = f"Multi{best[0]['type'].removeprefix('Multi')}"
    coordinates = [each for single in best
                   for each in (single["coordinates"] if single["type"] == many else [single["coordinates"]])]
    return {"type": many, "coordinates": coordinates}


_TYPES = {name.lower(): name for name in (
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")}
_RANK = {"Point": 0, "MultiPoint": 0, "LineString": 1, "MultiLineString": 1, "Polygon": 2, "MultiPolygon": 2}


def _lists(given: object, depth: int = 0) -> object:
    """Coordinates with numbers that were written as text ("4.36") as numbers."""
    if isinstance(given, list) and depth < MOST_DEPTH:
        return [_lists(each, depth + 1) for each in given]
    if isinstance(given, str):
        try:
            return float(given.strip().replace(",", "."))
        except ValueError:
            return given
    return given


def _in_degrees(geometry: dict, boundary: BaseGeometry | None, crs: str, remarks: list[Remark]) -> BaseGeometry:
    """The shape in (longitude, latitude), by the system the file names or by the one that fits."""
    if crs:
        return _whole(_moved(geometry, _to_degrees(crs)), boundary, remarks)
    try:
        return _whole(geometry, boundary, remarks)
    except Problem as problem:
        if problem.code == "swapped-position":
            remarks.append((Severity.DOUBT, Problem("import-swapped")))
            return _whole(_moved(geometry, lambda x, y: (y, x)), boundary, remarks)
        if problem.code != "metres-position":
            raise
        for name, turn in _guesses(boundary):
            moved = _moved(geometry, turn)
            if _fits(moved, boundary):
                remarks.append((Severity.NOTE, Problem("import-converted", system=name)))
                return _whole(moved, boundary, remarks)
        raise


def _whole(geometry: dict, boundary: BaseGeometry | None, remarks: list[Remark]) -> BaseGeometry:
    """The valid shape. An outline that crosses itself becomes the areas it encloses; an unclosed one is closed."""
    try:
        return clean(geometry, boundary)
    except Problem as problem:
        if problem.code != "bad-geometry":
            raise
        shape = mended(geometry, boundary)
        remarks.append((Severity.DOUBT, Problem("import-shape-mended")))
        return shape


def _moved(geometry: dict, turn: Callable) -> dict:
    """The geometry with every position turned by `turn(x, y)`."""
    try:
        shape = shapely.force_2d(shape_of(geometry))
        moved = shapely.transform(shape, lambda at: numpy.column_stack(turn(at[:, 0], at[:, 1])))
    except (ValueError, TypeError, IndexError, AttributeError, KeyError, shapely.errors.ShapelyError):
        return geometry  # What is wrong with it is told when it is looked at.
    return mapping(moved)


def _guesses(boundary: BaseGeometry | None) -> list[tuple[str, Callable]]:
    """(name, turn) of systems in metres worth trying, likeliest first."""
    guesses = [("RD New", rd_to_lonlat), ("RD New", lambda x, y: rd_to_lonlat(y, x)),
               ("Web Mercator", _to_degrees("EPSG:3857"))]
    if boundary is not None:
        west, south, east, north = boundary.bounds
        zone = int(((west + east) / 2 + 180) // 6) + 1
        hemisphere = 32600 if south + north >= 0 else 32700
        guesses.append((f"UTM {zone}", _to_degrees(f"EPSG:{hemisphere + zone}")))
    return guesses


def _fits(geometry: dict, boundary: BaseGeometry | None) -> bool:
    """Whether a shape lies within about 50 km of the boundary; without one, whether it is in the Netherlands."""
    left, low, right, high = shape_of(geometry).bounds
    west, south, east, north = boundary.bounds if boundary is not None else (3.2, 50.7, 7.3, 53.6)
    room = 0.5 if boundary is not None else 0.0
    return all(map(math.isfinite, (left, low, right, high))) and (
        left >= west - room and right <= east + room and low >= south - room and high <= north + room)


@cache
def _to_degrees(crs: str) -> Callable:
    if crs == "EPSG:28992":
        return rd_to_lonlat
    return pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform


def _as_geojson(shape: BaseGeometry) -> dict:
    given = mapping(shapely.force_2d(shape))
    return {"type": given["type"], "coordinates": _as_lists(given["coordinates"])}


def _as_lists(given: object) -> object:
    return [_as_lists(each) for each in given] if isinstance(given, tuple | list) else given


def _reason(problem: Problem) -> str:
    return str(problem.facts.get("reason") or problem).rstrip(".")


def _said(metres: float) -> int:
    """Metres as one says them: 37, 480, 12,300."""
    digits = max(0, len(str(int(metres))) - 2)
    return max(1, round(metres / 10**digits) * 10**digits)
