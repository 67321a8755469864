"""From places outside to millimetres on the page, and the parts that shapes fall into there."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from ...geo.metres import Grid, grid_for

SHORTEST_LINE = 0.2
SMALLEST_AREA = 0.3


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees to millimetres on the page, x to the right, y down; `scale` is millimetres on paper per metre outside."""

    grid: Grid
    scale: float
    left: float
    top: float

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in degrees as it lies on the page. Takes an array of shapes too."""
        return shapely.transform(
            self.grid.to_metres(shape), lambda at: at * (self.scale, -self.scale) + (self.left, self.top)
        )

    def point(self, lonlat: tuple[float, float]) -> tuple[float, float]:
        x, y = self.grid.xy(*lonlat)
        return x * self.scale + self.left, -y * self.scale + self.top


def frame_for(area: BaseGeometry, width: float, height: float, margin: float = 9.5) -> Frame:
    """The largest frame in which the area fits a room of so many millimetres, in its middle."""
    grid = grid_for(area)
    west, south, east, north = grid.to_metres(area).bounds
    scale = min((width - 2 * margin) / max(east - west, 1.0), (height - 2 * margin) / max(north - south, 1.0))
    return Frame(grid, scale, width / 2 - (west + east) / 2 * scale, height / 2 + (south + north) / 2 * scale)


def areas_within(shapes: Iterable[BaseGeometry], frame: Frame, island: BaseGeometry) -> list[Polygon]:
    """The areas of shapes in degrees, cut at the edge of the island, in millimetres."""
    placed = on_page(shapes, frame)
    near = placed[shapely.intersects(island, placed)]
    return [
        part for shape in shapely.intersection(near, island) for part in areas_of(shape) if part.area > SMALLEST_AREA
    ]


def lines_within(shapes: Iterable[BaseGeometry], frame: Frame, island: BaseGeometry) -> list[LineString]:
    """The lines of shapes in degrees, cut at the edge of the island, in millimetres."""
    return [part for shape in shapely.intersection(on_page(shapes, frame), island) for part in lines_of(shape)]


def on_page(shapes: Iterable[BaseGeometry], frame: Frame) -> numpy.ndarray:
    """Shapes in degrees as an array of whole shapes in millimetres; those without a place on earth are empty."""
    return whole(frame.shape(numpy.array(list(shapes), dtype=object)))


def whole(shapes: numpy.ndarray) -> numpy.ndarray:
    """Shapes mended where they are broken; what has coordinates that are no numbers becomes empty."""
    spots, owners = shapely.get_coordinates(shapes, return_index=True)
    lost = numpy.unique(owners[~numpy.isfinite(spots).all(axis=1)])
    if len(lost):
        shapes = shapes.copy()
        shapes[lost] = Polygon()
    return shapely.make_valid(shapes)


def areas_of(shape: BaseGeometry) -> list[Polygon]:
    """The polygons that a shape consists of."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for inner in getattr(shape, "geoms", ()) for part in areas_of(inner)]


def rings_of(area: Polygon) -> list[numpy.ndarray]:
    """The edge of an area and of the holes in it, as points (n, 2)."""
    return [numpy.asarray(ring.coords) for ring in (area.exterior, *area.interiors)]


def lines_of(shape: BaseGeometry) -> list[LineString]:
    """The lines that a shape consists of, without the shortest."""
    if isinstance(shape, LineString):
        return [shape] if shape.length > SHORTEST_LINE else []
    return [part for inner in getattr(shape, "geoms", ()) for part in lines_of(inner)]
