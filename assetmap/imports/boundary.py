"""Reading a neighbourhood's boundary from a GeoJSON file: one area, or several that are joined."""

import json
from pathlib import Path

from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from ..domain.problems import Problem
from ..geo import shapes
from ..geo.metres import area, buffer

SLIVER = 0.5
"""Metres: gaps this narrow between joined areas are closed, they come from rounding."""

SMALLEST, LARGEST = 1_000, 400_000_000
"""Square metres a neighbourhood may have: from a courtyard to a large municipality."""


def read_boundary(path: Path) -> BaseGeometry:
    """The joined areas of the file as one valid polygon or multipolygon in (longitude, latitude).

    Raises Problem("file-missing"), Problem("boundary-unreadable") and Problem("bad-geometry").
    """
    if not path.is_file():
        raise Problem("file-missing", path=path)
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Problem("boundary-unreadable", path=path.name) from error
    areas = [shapes.areas_of(shapes.mended(geometry)) for geometry in _geometries(content)]
    areas = [each for each in areas if not each.is_empty]
    if not areas:
        raise Problem("boundary-unreadable", path=path.name)
    joined = unary_union(areas)
    if len(areas) > 1:
        joined = shapes.areas_of(buffer(buffer(joined, SLIVER), -SLIVER))
    size = area(joined)
    if not SMALLEST <= size <= LARGEST:
        raise Problem("boundary-size", square_kilometres=f"{size / 1_000_000:,.3f}")
    return joined


def _geometries(content: object) -> list[dict]:
    """The area geometries anywhere in a FeatureCollection, Feature, GeometryCollection or bare geometry."""
    if not isinstance(content, dict):
        return []
    type = content.get("type")
    if type == "FeatureCollection":
        return [found for each in content.get("features") or [] for found in _geometries(each)]
    if type == "Feature":
        return _geometries(content.get("geometry"))
    if type == "GeometryCollection":
        return [found for each in content.get("geometries") or [] for found in _geometries(each)]
    return [content] if type in ("Polygon", "MultiPolygon") else []
