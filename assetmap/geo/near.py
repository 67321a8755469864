"""Whether something lies inside the neighbourhood, how far outside, and what lies near what."""

import numpy
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from .metres import grid_at, grid_for


def inside(boundary: BaseGeometry, shape: BaseGeometry | tuple[float, float]) -> bool:
    """Whether a shape or (longitude, latitude) lies wholly inside or on the edge."""
    return boundary.covers(_shape(shape))


def inside_many(boundary: BaseGeometry, longitudes: numpy.ndarray, latitudes: numpy.ndarray) -> numpy.ndarray:
    """For many positions at once: an array of booleans, in the same order. The edge counts as inside."""
    shapely.prepare(boundary)
    return shapely.intersects_xy(boundary, longitudes, latitudes)


def metres_outside(boundary: BaseGeometry, shape: BaseGeometry | tuple[float, float]) -> float:
    """How far the farthest part of a shape lies from the edge of the neighbourhood; 0 where it lies inside."""
    shape = _shape(shape)
    if boundary.covers(shape):
        return 0.0
    grid = grid_for(boundary)
    inner = grid.to_metres(boundary)
    corners = shapely.points(shapely.get_coordinates(grid.to_metres(shape)))
    return float(shapely.distance(inner, corners).max())


def near(
    longitudes: numpy.ndarray, latitudes: numpy.ndarray, at: tuple[float, float], metres: float
) -> list[tuple[int, float]]:
    """Which of the positions lie within so many metres of (longitude, latitude): (place in the arrays, metres),
    nearest first."""
    grid = grid_at(*at)
    east = (numpy.asarray(longitudes, float) - at[0]) * grid.east
    north = (numpy.asarray(latitudes, float) - at[1]) * grid.north
    away = numpy.hypot(east, north)
    places = numpy.flatnonzero(away <= metres)
    return [(int(place), float(away[place])) for place in places[numpy.argsort(away[places], kind="stable")]]


def _shape(given: BaseGeometry | tuple[float, float]) -> BaseGeometry:
    return given if isinstance(given, BaseGeometry) else Point(given)
