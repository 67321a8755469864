"""The sea: OpenStreetMap draws no area for it, only shores, each with the land on its left hand."""

from itertools import pairwise

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from ..geo.shapes import flat_parts, lines_of


def seas(shores: list[BaseGeometry], region: BaseGeometry) -> list[Polygon]:
    """The parts of the region (degrees) that lie on the right hand of the shores. No shore in it: no sea."""
    lines = lines_of(shapely.intersection(shapely.union_all(shores), region)) if shores else []
    if not lines:
        return []
    faces = flat_parts(shapely.polygonize(
        flat_parts(shapely.union_all([region.boundary, *lines]))))
    wet = [spot for shore in shores for line in lines_of(shore) for spot in _right_of(line)]
    found = shapely.MultiPoint(wet)
    return [face for face in faces if face.geom_type == "Polygon" and face.intersects(found)]


def _right_of(line: LineString) -> list[Point]:
    """A spot some 20 cm to the right of the middle of each piece of the line."""
    spots = []
    corners = list(line.coords)
    for (x1, y1), (x2, y2) in pairwise(corners):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        if length:
            step = 2e-6 / length
            spots.append(Point((x1 + x2) / 2 + (y2 - y1) * step, (y1 + y2) / 2 - (x2 - x1) * step))
    return spots
