"""Metres: a flat local grid around a place, lengths and areas in it, and the Dutch national grid (RD New).

The local grid stretches degrees with the curvature of the WGS 84 ellipsoid at its origin. Within 5 km of the origin,
lengths are right to 1 in 1,000 (a millimetre a metre); that is a neighbourhood. It is not meant for a province.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

_EQUATOR = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_ECCENTRICITY_SQUARED = _FLATTENING * (2 - _FLATTENING)


@dataclass(frozen=True, slots=True)
class Grid:
    """A flat grid with x to the east and y to the north, in metres from (longitude, latitude)."""

    longitude: float
    latitude: float
    east: float
    """Metres per degree of longitude."""
    north: float
    """Metres per degree of latitude."""

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.longitude) * self.east, (latitude - self.latitude) * self.north

    def lonlat(self, x: float, y: float) -> tuple[float, float]:
        return self.longitude + x / self.east, self.latitude + y / self.north

    def to_metres(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in degrees, in metres. Takes an array of shapes too."""
        return shapely.transform(shape, lambda at: (at - (self.longitude, self.latitude)) * (self.east, self.north))

    def to_degrees(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in metres of this grid, in degrees. Takes an array of shapes too."""
        return shapely.transform(shape, lambda at: at / (self.east, self.north) + (self.longitude, self.latitude))


def grid_at(longitude: float, latitude: float) -> Grid:
    """The local grid around a position. Radii of curvature: Snyder, Map Projections (1987), formulas 4-18 and 4-20."""
    sine = math.sin(math.radians(latitude))
    bent = 1 - _ECCENTRICITY_SQUARED * sine * sine
    meridian = _EQUATOR * (1 - _ECCENTRICITY_SQUARED) / bent**1.5
    parallel = _EQUATOR / math.sqrt(bent)
    # Within a metre of the poles there is no east any more; a grid there keeps a sliver of it.
    shrunk = max(math.cos(math.radians(latitude)), 1e-7)
    return Grid(longitude, latitude, math.radians(parallel * shrunk), math.radians(meridian))


def grid_for(shape: BaseGeometry) -> Grid:
    """The local grid around the middle of a shape's bounds."""
    west, south, east, north = shape.bounds
    return grid_at((west + east) / 2, (south + north) / 2)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two (longitude, latitude)."""
    x, y = grid_at((one[0] + other[0]) / 2, (one[1] + other[1]) / 2).xy(*one)
    return 2 * math.hypot(x, y)


def between(one: BaseGeometry, other: BaseGeometry) -> float:
    """Metres between the nearest points of two shapes; 0 where they touch."""
    grid = grid_for(one)
    return grid.to_metres(one).distance(grid.to_metres(other))


def length(shape: BaseGeometry) -> float:
    """Metres along a line, or around an area."""
    return grid_for(shape).to_metres(shape).length


def area(shape: BaseGeometry) -> float:
    """Square metres."""
    return grid_for(shape).to_metres(shape).area


def buffer(shape: BaseGeometry, metres: float, corner_segments: int = 16) -> BaseGeometry:
    """The shape with everything within so many metres of it; a negative number takes away from its edge."""
    grid = grid_for(shape)
    return grid.to_degrees(grid.to_metres(shape).buffer(metres, quad_segs=corner_segments))


def box_around(shape: BaseGeometry, metres: float) -> tuple[float, float, float, float]:
    """(west, south, east, north) in degrees of the shape's bounds, wider by so many metres on each side."""
    west, south, east, north = shape.bounds
    grid = grid_for(shape)
    across, up = metres / grid.east, metres / grid.north
    return west - across, south - up, east + across, north + up


def rd_to_lonlat(x: float | numpy.ndarray, y: float | numpy.ndarray) -> tuple:
    """(longitude, latitude) of RD New (EPSG:28992) metres, within half a metre. Takes arrays too."""
    return _from_rd().transform(x, y)


def lonlat_to_rd(longitude: float | numpy.ndarray, latitude: float | numpy.ndarray) -> tuple:
    """(x, y) in RD New (EPSG:28992) of a position in the Netherlands, within half a metre. Takes arrays too."""
    return _to_rd().transform(longitude, latitude)


def shape_from_rd(shape: BaseGeometry) -> BaseGeometry:
    """A shape in RD New metres, in (longitude, latitude)."""
    return _transformed(shape, rd_to_lonlat)


def shape_to_rd(shape: BaseGeometry) -> BaseGeometry:
    """A shape in (longitude, latitude), in RD New metres."""
    return _transformed(shape, lonlat_to_rd)


def _transformed(shape: BaseGeometry, turn: Callable) -> BaseGeometry:
    return shapely.transform(shape, lambda at: numpy.column_stack(turn(at[:, 0], at[:, 1])))


@cache
def _from_rd() -> pyproj.Transformer:
    return pyproj.Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)


@cache
def _to_rd() -> pyproj.Transformer:
    return pyproj.Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
