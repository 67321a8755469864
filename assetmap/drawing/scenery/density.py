"""How much of the drawing a note would hide, square by square: for notes to find the emptiest place."""

import math

import numpy
import shapely
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of, whole
from ..street_data import StreetData

FINE = 1.0
"""Millimetres of the picture in which is painted before it is averaged."""
LEAST_GROUND = 0.12
WEIGHTS = {"wood": 0.34, "scrub": 0.3, "playground": 0.6, "pitch": 0.55, "allotments": 0.5, "cemetery": 0.5,
           "park": 0.26, "parking": 0.2, "square": 0.3}
GRASS, WATER, STREET, TREE, SMALL, HOUSE = 0.22, 0.28, 0.1, 0.45, 0.5, 1.0
FLOOR = 2.2
"""Metres on paper of each floor of a raised house."""


def density(ground: StreetData | None, boundary: BaseGeometry, frame: Frame, width: float, height: float,
            cell: float = 2.0) -> numpy.ndarray:
    """(rows, columns) from 0, nothing is hidden, to 1, nothing may be hidden; each of `cell` millimetres.

    Houses weigh most, with the height they are raised to; streets weigh little but are the reader's way, grass and
    water a little more, what lies outside nothing.
    """
    rows, columns = max(1, math.ceil(height / cell)), max(1, math.ceil(width / cell))
    fine = max(1, round(cell / FINE))
    size = columns * fine, rows * fine
    per_mm = fine / cell
    picture = Image.new("L", size, 0)
    draw = ImageDraw.Draw(picture)
    _paint(draw, _areas([boundary], frame), LEAST_GROUND, per_mm)
    if ground is not None:
        by_weight = sorted(ground.grounds, key=lambda piece: WEIGHTS.get(piece.kind, GRASS))
        for piece, shape in zip(by_weight, _areas([piece.area for piece in by_weight], frame), strict=True):
            _paint(draw, [shape], WEIGHTS.get(piece.kind, GRASS), per_mm)
        _paint(draw, _areas([water.area for water in ground.waters], frame), WATER, per_mm)
        _streets(draw, ground, frame, per_mm)
        _trees(draw, ground, frame, per_mm)
        _houses(draw, ground, frame, per_mm)
    table = numpy.asarray(picture, numpy.float32) / 255
    return table.reshape(rows, fine, columns, fine).mean(axis=(1, 3))


def _areas(shapes: list, frame: Frame) -> list[BaseGeometry]:
    return list(whole(frame.shape(numpy.array(shapes, dtype=object)))) if shapes else []


def _paint(draw: ImageDraw.ImageDraw, shapes: list[BaseGeometry], weight: float, per_mm: float) -> None:
    for shape in shapes:
        for area in areas_of(shape):
            outline = numpy.asarray(area.exterior.coords)[:, :2] * per_mm
            draw.polygon(outline.ravel().tolist(), fill=round(weight * 255))


def _streets(draw: ImageDraw.ImageDraw, ground: StreetData, frame: Frame, per_mm: float) -> None:
    streets = [street for street in ground.streets if street.level >= 0]
    placed = frame.shape(numpy.array([street.line for street in streets], dtype=object)) if streets else ()
    for street, line in zip(streets, placed, strict=True):
        points = shapely.get_coordinates(line)
        if len(points) > 1 and numpy.isfinite(points).all():
            wide = max(1, round(min(street.width, 30) * frame.scale * per_mm))
            draw.line((points * per_mm).ravel().tolist(), fill=round(STREET * 255), width=wide)


def _trees(draw: ImageDraw.ImageDraw, ground: StreetData, frame: Frame, per_mm: float) -> None:
    for tree in ground.trees:
        if tree.point.is_empty:
            continue
        x, y = (at * per_mm for at in frame.point((tree.point.x, tree.point.y)))
        far = max(0.5, min(tree.radius, 6.0) * frame.scale * per_mm)
        draw.ellipse((x - far, y - 2.5 * far, x + far, y), fill=round(TREE * 255))


def _houses(draw: ImageDraw.ImageDraw, ground: StreetData, frame: Frame, per_mm: float) -> None:
    """Each footprint, and the same lifted to its roof, with what lies between."""
    shapes = _areas([building.area for building in ground.buildings], frame)
    for building, shape in zip(ground.buildings, shapes, strict=True):
        weight = SMALL if building.kind in ("small", "roof", "glasshouse") else HOUSE
        tall = max(0.4, min(6.0, min(building.levels, 9) * FLOOR * frame.scale))
        for area in areas_of(shape):
            outline = numpy.asarray(area.exterior.coords)[:, :2]
            for up in (0.0, 0.5, 1.0):
                draw.polygon(((outline - (0, tall * up)) * per_mm).ravel().tolist(), fill=round(weight * 255))
