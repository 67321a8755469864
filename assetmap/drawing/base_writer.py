"""Street data as the numbers of the base file, see base_file.py for the format."""

from collections.abc import Iterable

import numpy
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from ..geo.shapes import flat_parts
from .base_layers import LAYERS, MAGIC, VERSION, WORLD, Column, Form, Layer
from .street_data import StreetData
from .whole_numbers import folded, varints


def written(data: StreetData) -> bytes:
    """The whole file before gzip."""
    return _Writer(data).written(data)


class _Writer:
    def __init__(self, data: StreetData):
        west, _, _, north = data.boundary.bounds
        self._origin = _columns_rows(numpy.array([[west, north]]))[0]
        self._words: dict[str, int] = {data.attribution: 0}

    def written(self, data: StreetData) -> bytes:
        edges = [self._rings(area) for area in flat_parts(data.boundary)]
        body = [varints([len(edges)]), self._shapes("area", edges)]
        body += [self._layer(layer, getattr(data, layer.name)) for layer in LAYERS]
        streets = [self._word(name) for name in data.addresses]
        body.append(varints([len(streets), *streets, *data.addresses.values()]))
        head = [MAGIC, bytes([VERSION]), varints([*self._origin.tolist(), round(data.margin), len(self._words)])]
        for word in self._words:
            spelt = word.encode()
            head += [varints([len(spelt)]), spelt]
        return b"".join(head + body)

    def _layer(self, layer: Layer, features: Iterable) -> bytes:
        placed = [(self._rings(getattr(feature, layer.shape)), feature) for feature in features]
        # What the grid of 9 cm squeezes flat is left out.
        placed = [each for each in placed if each[0]]
        if not layer.ordered:
            placed.sort(key=lambda each: (_block(each[0][0][0]), each[0][0].tolist()))
        columns = [
            varints(self._number(column, getattr(feature, column.name)) for _, feature in placed)
            for column in layer.columns
        ]
        return varints([len(placed)]) + b"".join(columns) + self._shapes(layer.shape, [rings for rings, _ in placed])

    def _number(self, column: Column, value: str | float | bool) -> int:
        if column.form is Form.CODE:
            return column.choices.index(value)
        if column.form is Form.WORD:
            return self._word(value)
        if column.form is Form.TENTHS:
            return round(value * 10)
        if column.form is Form.SIGNED:
            return int(folded(numpy.int64(value)))
        return int(value)

    def _shapes(self, form: str, features: list[list[numpy.ndarray]]) -> bytes:
        """The counts of all shapes, then all their points."""
        rings = [ring for each in features for ring in each]
        counts: list[int] = []
        if form == "area":
            counts += [len(each) for each in features]
        if form != "point":
            counts += [len(ring) for ring in rings]
        if not rings:
            return varints(counts)
        steps = numpy.diff(numpy.concatenate([[[0, 0]], *rings]), axis=0)
        return varints(counts) + varints(folded(steps.ravel()).tolist())

    def _rings(self, shape: BaseGeometry) -> list[numpy.ndarray]:
        """The rings of an area, or the one line or point, in columns and rows; [] where it is too small."""
        if isinstance(shape, Polygon):
            # Courtyards run the other way round than their outline: drawn together, they stay open.
            shape = shapely.orient_polygons(shape)
            rings = [self._points(ring.coords[:-1]) for ring in (shape.exterior, *shape.interiors)]
            rings = [ring[:-1] if (ring[0] == ring[-1]).all() else ring for ring in rings]
            return [ring for ring in rings if len(ring) > 2] if len(rings[0]) > 2 else []
        points = self._points(shape.coords)
        return [points] if len(points) > 1 or isinstance(shape, Point) else []

    def _points(self, positions: Iterable) -> numpy.ndarray:
        """Without those that fall on the one before."""
        points = _columns_rows(numpy.array(positions)) - self._origin
        keep = numpy.ones(len(points), bool)
        keep[1:] = (numpy.diff(points, axis=0) != 0).any(axis=1)
        return points[keep]

    def _word(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))


def _columns_rows(positions: numpy.ndarray) -> numpy.ndarray:
    """(longitude, latitude) as whole columns and rows of the web-mercator square."""
    x = (positions[:, 0] + 180) / 360
    y = 0.5 - numpy.arctanh(numpy.sin(numpy.radians(positions[:, 1]))) / (2 * numpy.pi)
    return numpy.rint(numpy.column_stack([x, y]) * WORLD).astype(numpy.int64)


def _block(point: numpy.ndarray) -> int:
    """A number for the block of about 6 m that a point lies in; near blocks get near numbers (Morton order)."""
    x, y = (int(number) + (1 << 25) >> 6 for number in point)
    return sum((x >> bit & 1) << 2 * bit | (y >> bit & 1) << 2 * bit + 1 for bit in range(20))
