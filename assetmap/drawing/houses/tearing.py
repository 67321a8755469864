"""Marks with a loose edge where writing lies: what would be under it is not drawn."""

from dataclasses import replace
from functools import reduce

import numpy
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of, lines_of, rings_of
from ..pen.hand import seed_of
from ..pen.marks import Mark, Ring
from ..pen.washes import wet_edge

ROOM = 0.9
"""Millimetres from writing, about, at which a drawing ends."""


def loose_edge(clear: BaseGeometry) -> BaseGeometry:
    """The area that is kept free, with an edge as a brush leaves it; it covers `clear` with a little room."""
    edges = [wet_edge(numpy.asarray(part.exterior.coords), seed_of("torn", i), 0.4, 1.6)
             for i, part in enumerate(areas_of(clear.buffer(ROOM, join_style="mitre")))]
    wavering = [shapely.make_valid(Polygon(edge)) for edge in edges if edge is not None]
    return shapely.union_all([clear.buffer(0.3), *wavering])


def torn(marks: list[Mark], free: BaseGeometry) -> list[Mark]:
    """The marks without what lies on `free` (millimetres)."""
    points = numpy.concatenate([numpy.asarray(ring, float) for mark in marks for ring in mark.rings] or [[(0, 0)]])
    near = shapely.clip_by_rect(free, *(points.min(axis=0) - 1), *(points.max(axis=0) + 1))
    if near.is_empty:
        return marks
    shapely.prepare(near)
    return [piece for mark in marks for piece in _torn(mark, near)]


def _torn(mark: Mark, free: BaseGeometry) -> list[Mark]:
    lines = [LineString(ring) for ring in mark.rings]
    shapes = [Polygon(ring) if mark.fill and len(ring) > 2 else line
              for ring, line in zip(mark.rings, lines, strict=True)]
    touched = shapely.intersects(free, shapes).tolist()
    if not any(touched):
        return [mark]
    left = tuple(ring for ring, hit in zip(mark.rings, touched, strict=True) if not hit)
    hit = [ring for ring, hit in zip(mark.rings, touched, strict=True) if hit]
    found = []
    if mark.fill:
        rings = [*left, *_areas_outside(hit, free)]
        found += [replace(mark, rings=tuple(rings), line="" if mark.line != mark.fill else mark.line)] if rings else []
    if mark.line and mark.line != mark.fill:
        found += [replace(mark, rings=left, fill="")] if left else []
        pieces = _lines_outside(hit, mark.closed, free)
        found += [replace(mark, rings=tuple(pieces), fill="", closed=False)] if pieces else []
    return found


def _areas_outside(rings: list[Ring], free: BaseGeometry) -> list[numpy.ndarray]:
    """What is left of an area whose rings are filled even-odd."""
    areas = [shapely.make_valid(Polygon(ring)) for ring in rings if len(ring) > 2]
    if not areas:
        return []
    rest = reduce(lambda one, other: one.symmetric_difference(other), areas).difference(free)
    return [ring[:-1] for part in areas_of(rest) for ring in rings_of(part)]


def _lines_outside(rings: list[Ring], closed: bool, free: BaseGeometry) -> list[numpy.ndarray]:
    lines = [LineString([*ring, ring[0]] if closed and len(ring) > 2 else ring) for ring in rings]
    return [numpy.asarray(part.coords) for line in lines for part in lines_of(line.difference(free))]
