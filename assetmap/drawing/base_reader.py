"""Street data back from the numbers of the base file, see base_file.py for the format."""

from collections.abc import Iterator

import numpy
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from ..geo.shapes import areas_of, flat_parts
from .base_layers import LAYERS, MAGIC, VERSION, WORLD, Column, Form, Layer
from .street_data import StreetData
from .whole_numbers import Numbers, unfolded


def read(plain: bytes) -> StreetData:
    """The street data, positions within 10 cm. Raises ValueError or IndexError where it is not a base file."""
    if plain[:4] != MAGIC + bytes([VERSION]):
        raise ValueError("not a base file of this version")
    return _Reader(plain).data()


class _Reader:
    def __init__(self, plain: bytes):
        self._numbers = Numbers(plain, 4)
        self._origin = numpy.array(self._numbers.many(2))
        self._margin = self._numbers.one()
        self._words = [self._numbers.text() for _ in range(self._numbers.one())]

    def data(self) -> StreetData:
        boundary = areas_of(shapely.union_all(self._shapes("area", self._numbers.one())))
        layers = {layer.name: tuple(self._features(layer)) for layer in LAYERS}
        count = self._numbers.one()
        streets = [self._words[word] for word in self._numbers.many(count)]
        addresses = dict(zip(streets, self._numbers.many(count), strict=True))
        return StreetData(boundary, float(self._margin), self._words[0], **layers, addresses=addresses)

    def _features(self, layer: Layer) -> Iterator:
        count = self._numbers.one()
        columns = [self._values(column, count) for column in layer.columns]
        names = [column.name for column in layer.columns]
        for place, shape in enumerate(self._shapes(layer.shape, count)):
            facts = {name: values[place] for name, values in zip(names, columns, strict=True)}
            # Rounding to the grid may make an outline touch itself.
            sound = [shape] if shape.is_valid else flat_parts(areas_of(shapely.make_valid(shape)))
            for part in sound:
                if not part.is_empty:
                    yield layer.feature(**{layer.shape: part}, **facts)

    def _values(self, column: Column, count: int) -> list:
        numbers = self._numbers.many(count)
        if column.form is Form.CODE:
            return [column.choices[number] for number in numbers]
        if column.form is Form.WORD:
            return [self._words[number] for number in numbers]
        if column.form is Form.TENTHS:
            return [number / 10 for number in numbers]
        if column.form is Form.SIGNED:
            return unfolded(numpy.array(numbers, int)).tolist()
        return [bool(number) for number in numbers]

    def _shapes(self, form: str, count: int) -> list[BaseGeometry]:
        rings = self._numbers.many(count) if form == "area" else [1] * count
        sizes = [1] * count if form == "point" else self._numbers.many(sum(rings))
        steps = unfolded(numpy.array(self._numbers.many(2 * sum(sizes)), numpy.int64)).reshape(-1, 2)
        points = _degrees(numpy.cumsum(steps, axis=0) + self._origin)
        pieces = iter(numpy.split(points, numpy.cumsum(sizes)[:-1]))
        if form == "point":
            return [Point(next(pieces)[0]) for _ in rings]
        if form == "line":
            return [LineString(next(pieces)) for _ in rings]
        return [Polygon(next(pieces), [next(pieces) for _ in range(number - 1)]) for number in rings]


def _degrees(points: numpy.ndarray) -> numpy.ndarray:
    """Columns and rows of the web-mercator square as (longitude, latitude), to nine decimals."""
    longitude = points[:, 0] / WORLD * 360 - 180
    latitude = numpy.degrees(numpy.arctan(numpy.sinh((0.5 - points[:, 1] / WORLD) * 2 * numpy.pi)))
    return numpy.column_stack([longitude, latitude]).round(9)
