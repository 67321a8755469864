"""The sheet of paper that is being drawn on: what goes where on it, what is kept free, and how coarse the pen is."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of, lines_of, whole
from ..pen.styles import Style
from ..street_data import StreetData

NOTHING = GeometryCollection()
SMALLEST_AREA = 0.15


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every file of the scenery gets. All shapes are in millimetres on the page, y down.

    `core` is the neighbourhood itself, `island` all that is drawn, with its surroundings; `clear` is where writing
    comes and the pen stays away. `scale` is millimetres on paper for a metre outside.
    """

    ground: StreetData
    frame: Frame
    core: BaseGeometry
    island: BaseGeometry
    clear: BaseGeometry
    style: Style
    seed: str

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known but the boundary."""
        told = self.ground
        return not (told.streets or told.buildings or told.waters or told.grounds or told.streams or told.rails)

    @property
    def scale(self) -> float:
        return self.frame.scale

    def metres(self, many: float, least: float = 0.0) -> float:
        """So many metres outside as millimetres on this sheet, at least `least`."""
        return max(many * self.frame.scale, least)

    def pen(self, name: str, otherwise: float = 0.16) -> float:
        """The width of a pen in this style; the smallest scales take a thinner one."""
        return self.style.pens.get(name, otherwise) * min(1.0, 0.5 + 2.0 * self.scale)

    def amount(self, name: str, otherwise: float = 1.0) -> float:
        return self.style.amounts.get(name, otherwise)

    def draws(self, name: str) -> bool:
        """Whether this style draws such things at all."""
        return name not in self.style.without

    def on_page(self, shapes: Iterable[BaseGeometry]) -> numpy.ndarray:
        """Shapes in degrees as whole shapes in millimetres; what is broken is mended, what cannot be is empty."""
        found = numpy.array([NOTHING if shape is None else shape for shape in shapes], dtype=object)
        if not len(found):
            return found
        return whole(self.frame.shape(found))

    def surface(self, shapes: Iterable[BaseGeometry], smallest: float = SMALLEST_AREA) -> BaseGeometry:
        """Areas in degrees as one surface on the island, in millimetres."""
        placed = self.on_page(shapes)
        surface = shapely.union_all(placed[shapely.intersects(placed, self.island)]) & self.island
        return polygons(surface.simplify(0.05), smallest)

    def lines(self, shapes: Iterable[BaseGeometry]) -> list[list[LineString]]:
        """For each line in degrees its pieces on the island, in millimetres."""
        placed = self.on_page(shapes)
        return [lines_of(shape) for shape in shapely.intersection(placed, self.island)] if len(placed) else []

    def uncovered(self, line: BaseGeometry) -> list[LineString]:
        """The pieces of a line that no writing lies on."""
        return lines_of(line if self.clear.is_empty else line.difference(self.clear))

    def beside_writing(self, rings: list[numpy.ndarray]) -> tuple[numpy.ndarray, ...]:
        """The small marks (each (n, 2)) of which no point lies under writing."""
        if self.clear.is_empty or not rings:
            return tuple(rings)
        spots, lengths = numpy.concatenate(rings), [len(ring) for ring in rings]
        under = shapely.contains_xy(self.clear, spots[:, 0], spots[:, 1])
        starts = numpy.concatenate(((0,), numpy.cumsum(lengths)[:-1])).astype(int)
        kept = ~numpy.logical_or.reduceat(under, starts)
        return tuple(ring for ring, keep in zip(rings, kept, strict=True) if keep)

    def free(self, spots: numpy.ndarray, tall: float = 0.0) -> numpy.ndarray:
        """The spots (n, 2) that no writing lies on, nor on what rises `tall` millimetres from them."""
        if self.clear.is_empty or not len(spots):
            return spots
        under = shapely.contains_xy(self.clear, spots[:, 0], spots[:, 1])
        for aside in (-tall * 0.6, 0.0, tall * 0.6) if tall else ():
            under |= shapely.contains_xy(self.clear, spots[:, 0] + aside, spots[:, 1] - tall)
        return spots[~under]


def polygons(shape: BaseGeometry, smallest: float = SMALLEST_AREA) -> BaseGeometry:
    """Only the areas of a shape, those of at least so many square millimetres."""
    return MultiPolygon([area for area in areas_of(shape) if area.area >= smallest])


def points(line: LineString | Polygon) -> numpy.ndarray:
    """The points (n, 2) of a line or of the edge of an area."""
    return numpy.asarray((line.exterior if isinstance(line, Polygon) else line).coords)[:, :2]
