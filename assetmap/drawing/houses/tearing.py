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
    rings = [numpy.asarray(ring, float) for mark in marks for ring in mark.rings]
    if not rings:
        return marks
    points = numpy.concatenate(rings)
    near = shapely.clip_by_rect(free, *(points.min(axis=0) - 1), *(points.max(axis=0) + 1))
    if near.is_empty:
        return marks
    shapely.prepare(near)
    filled = numpy.array([bool(mark.fill) for mark in marks for _ in mark.rings])
    shapes = _shapes(points, numpy.array([len(ring) for ring in rings]), filled)
    touched = shapely.intersects(near, shapes)
    gone = touched.copy()
    gone[touched] = shapely.covers(near, shapes[touched])
    found, start = [], 0
    for mark in marks:
        part = slice(start, start := start + len(mark.rings))
        found += _torn(mark, touched[part].tolist(), gone[part].tolist(), near) if touched[part].any() else [mark]
    return found


def _shapes(points: numpy.ndarray, lengths: numpy.ndarray, filled: numpy.ndarray) -> numpy.ndarray:
    """Rings, one after the other in `points`, as areas where they are filled, else as lines."""
    of = numpy.repeat(numpy.arange(len(lengths)), lengths)
    areas = filled & (lengths > 2)
    found = numpy.empty(len(lengths), dtype=object)
    for which, made in ((areas, lambda at, index: shapely.polygons(shapely.linearrings(at, indices=index))),
                        (~areas, lambda at, index: shapely.linestrings(at, indices=index))):
        if which.any():
            inside = which[of]
            found[which] = made(points[inside], (numpy.cumsum(which) - 1)[of[inside]])
    return found


def _torn(mark: Mark, touched: list[bool], gone: list[bool], free: BaseGeometry) -> list[Mark]:
    left = tuple(ring for ring, hit in zip(mark.rings, touched, strict=True) if not hit)
    hit = [ring for ring, hit, away in zip(mark.rings, touched, gone, strict=True) if hit and not away]
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
