"""The rectangles that a footprint consists of: the house itself, its wings and what was built on to it."""

import math

import numpy
import shapely
from shapely.geometry import Polygon

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Four corners in millimetres, anticlockwise as seen on the page: a side that runs to the right faces the reader."""

NEARLY = 0.86
"""The part of its smallest rectangle that a shape must fill to be drawn as one."""
SHALLOW = 0.2
"""How deep a dent may be that is not drawn, as a part of the side of a square of the same size."""
MOST = 7


def rectangles(areas: list[Polygon]) -> list[list[Quad]]:
    """For each area the quads that it is drawn as, the largest first; [] where it is no sum of rectangles."""
    if not areas:
        return []
    shapes = numpy.array(areas, dtype=object)
    around = shapely.oriented_envelope(shapes)
    good = shapely.get_type_id(around) == 3
    fill = shapely.area(shapes) / numpy.maximum(shapely.area(around), 1e-9)
    corners = shapely.get_num_coordinates(shapes)
    found = []
    for shape, rectangle, fits, filled, count in zip(shapes, around, good, fill, corners, strict=True):
        if not fits:
            found.append([])
        elif count == 5 and filled > 0.62:
            found.append([_quad(numpy.asarray(shape.exterior.coords)[:4])])
        elif filled > NEARLY and not shape.interiors:
            found.append([_quad(numpy.asarray(rectangle.exterior.coords)[:4])])
        else:
            found.append(_cornered(shape, 1) or _cut_up(shape, rectangle) or _cornered(shape, 2))
    return found


def size(quad: Quad) -> tuple[float, float]:
    """(length of its first and third side, length of its second and fourth), the mean of both."""
    a, b, c, d = quad
    return (math.dist(a, b) + math.dist(c, d)) / 2, (math.dist(b, c) + math.dist(d, a)) / 2


def turned(quad: Quad, by: int) -> Quad:
    """The same quad beginning at another side."""
    return quad[by:] + quad[:by]


def split(quad: Quad, count: int) -> list[Quad]:
    """So many quads side by side along the first side."""
    a, b, c, d = quad
    fronts = [_between(a, b, i / count) for i in range(count + 1)]
    backs = [_between(d, c, i / count) for i in range(count + 1)]
    return [(fronts[i], fronts[i + 1], backs[i + 1], backs[i]) for i in range(count)]


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _quad(corners: numpy.ndarray) -> Quad:
    points = [(x, y) for x, y in corners.tolist()]
    if sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)) > 0:
        points.reverse()
    return tuple(points)


def _cornered(shape: Polygon, lenient: float) -> list[Quad]:
    """A shape without inner corners worth the name, as the one quad that is nearest to it; [] for others.

    `lenient` 2 takes twice as deep a dent as 1.
    """
    hull = shape.convex_hull
    if shape.area < (1 - 0.15 * lenient) * hull.area or shape.interiors:
        return []
    if shapely.hausdorff_distance(shape, hull) > SHALLOW * lenient * math.sqrt(shape.area):
        return []
    coarse = 0.04 * math.sqrt(hull.area)
    for _ in range(5):
        calm = hull.simplify(coarse)
        alike = abs(calm.area / shape.area - 1) < 0.2 * lenient
        if alike and calm.geom_type == "Polygon" and len(calm.exterior.coords) == 5:
            return [_quad(numpy.asarray(calm.exterior.coords)[:4])]
        coarse *= 1.6
    return []


def _cut_up(shape: Polygon, rectangle: Polygon) -> list[Quad]:
    """Cut along the walls of inner corners, the largest rectangle first, until only rectangles are left."""
    if shape.interiors:
        return []
    corners = numpy.asarray(rectangle.exterior.coords)[:4]
    way = corners[1] - corners[0]
    length = float(numpy.hypot(*way))
    if not length:
        return []
    along = way / length
    turn = numpy.array((along, (-along[1], along[0])))  # Rows: the new axes. They are the old ones times its transpose.
    rest, found = [Polygon((numpy.asarray(shape.exterior.coords) - corners[0]) @ turn.T)], []
    whole = shape.area
    while rest and len(found) < MOST:
        piece = max(rest, key=lambda each: each.area)
        rest.remove(piece)
        if piece.area < 0.03 * whole:
            continue
        west, north, east, south = piece.bounds
        if piece.area > NEARLY * (east - west) * (south - north):
            box = numpy.array(((west, north), (east, north), (east, south), (west, south)))
            found.append(_quad(box @ turn + corners[0]))
        elif cut := _best_cut(piece):
            rest += cut
        else:
            return []
    found.sort(key=lambda quad: -math.prod(size(quad)))
    return found


def _best_cut(piece: Polygon) -> list[Polygon]:
    """The two or more parts of a shape, cut straight along the axis that leaves the largest rectangle; [] for none."""
    ring = numpy.asarray(piece.exterior.coords)[:-1]
    if len(ring) > 40:
        return []
    before, after = ring - numpy.roll(ring, 1, axis=0), numpy.roll(ring, -1, axis=0) - ring
    turning = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    inner = ring[turning * (1 if piece.exterior.is_ccw else -1) < -1e-6]
    west, north, east, south = piece.bounds
    best, chosen = 0.0, []
    for x, y in inner.tolist():
        for one, other in (((west, north, x, south), (x, north, east, south)),
                           ((west, north, east, y), (west, y, east, south))):
            halves = [piece.intersection(shapely.box(*half)) for half in (one, other)]
            parts = [part for half in halves for part in shapely.get_parts(half) if part.geom_type == "Polygon"]
            parts = [part for part in parts if part.area > 1e-3]
            if len(parts) < 2:
                continue
            worth = max((part.area * _filled(part) ** 4 for part in parts), default=0)
            if worth > best:
                best, chosen = worth, parts
    return chosen


def _filled(part: Polygon) -> float:
    west, north, east, south = part.bounds
    return part.area / max((east - west) * (south - north), 1e-9)
