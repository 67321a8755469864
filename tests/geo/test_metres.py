"""Lengths in the neighbourhood are right to a thousandth; the Dutch grid to half a metre."""

import math

import numpy
import pyproj
import pytest
from shapely.geometry import LineString, Point, box

from assetmap.geo import metres

HERE = (4.37, 52.0)
EARTH = pyproj.Geod(ellps="WGS84")


@pytest.mark.parametrize("latitude", [0.0, 36.0, 52.0, -33.9, 69.6])
@pytest.mark.parametrize("turn", range(0, 360, 45))
def test_a_walk_of_two_and_a_half_kilometres_has_its_real_length(latitude, turn):
    longitude, end, _ = EARTH.fwd(4.37, latitude, turn, 2_500)
    assert metres.distance((4.37, latitude), (longitude, end)) == pytest.approx(2_500, rel=1e-4)


def test_the_grid_around_a_neighbourhood_is_right_to_a_thousandth_at_five_kilometres():
    grid = metres.grid_at(*HERE)
    for turn in range(0, 360, 30):
        longitude, latitude, _ = EARTH.fwd(*HERE, turn, 5_000)
        assert math.hypot(*grid.xy(longitude, latitude)) == pytest.approx(5_000, rel=1e-3)


def test_there_and_back_again():
    grid = metres.grid_at(*HERE)
    shape = box(4.36, 51.99, 4.38, 52.01)
    assert grid.to_degrees(grid.to_metres(shape)).equals_exact(shape, 1e-12)
    assert grid.lonlat(*grid.xy(4.361, 52.003)) == pytest.approx((4.361, 52.003))


def test_length_area_and_buffer_in_metres():
    square = metres.buffer(Point(HERE), 100)
    assert metres.area(square) == pytest.approx(math.pi * 100**2, rel=0.01)
    assert metres.length(LineString([HERE, (4.37, 52.01)])) == pytest.approx(1112.6, abs=1)
    assert metres.between(Point(HERE), square) == 0
    assert metres.between(Point(4.38, 52.0), Point(HERE)) == pytest.approx(686.7, abs=1)


def test_a_box_around_reaches_as_far_on_every_side():
    west, south, east, north = metres.box_around(Point(HERE), 250)
    for edge in ((west, 52.0), (east, 52.0), (4.37, south), (4.37, north)):
        assert metres.distance(HERE, edge) == pytest.approx(250, abs=0.1)


# Kadaster gives the church tower of Amersfoort, x 155,000 y 463,000, as 52°09'18.62"N 5°23'13.93"E.
def test_the_tower_of_amersfoort_stands_where_the_dutch_grid_starts():
    longitude, latitude = metres.rd_to_lonlat(155_000, 463_000)
    assert metres.distance((longitude, latitude), (5.38720294, 52.15517230)) < 0.5


def _by_series(x: float, y: float) -> tuple[float, float]:
    """The series of Schreutelkamp and Strang van Hees (2001), good to some 25 cm inland: another way there."""
    u, v = (x - 155_000) / 1e5, (y - 463_000) / 1e5
    north = {(0, 1): 3235.65389, (2, 0): -32.58297, (0, 2): -0.24750, (2, 1): -0.84978, (0, 3): -0.06550,
             (2, 2): -0.01709, (1, 0): -0.00738, (4, 0): 0.00530, (2, 3): -0.00039, (4, 1): 0.00033, (1, 1): -0.00012}
    east = {(1, 0): 5260.52916, (1, 1): 105.94684, (1, 2): 2.45656, (3, 0): -0.81885, (1, 3): 0.05594,
            (3, 1): -0.05607, (0, 1): 0.01199, (3, 2): -0.00256, (1, 4): 0.00128, (0, 2): 0.00022, (2, 0): -0.00022,
            (5, 0): 0.00026}
    latitude = 52.15517440 + sum(k * u**p * v**q for (p, q), k in north.items()) / 3600
    longitude = 5.38720621 + sum(k * u**p * v**q for (p, q), k in east.items()) / 3600
    return longitude, latitude


@pytest.mark.parametrize("x", [60_000, 84_500, 121_500, 200_000, 255_000])
@pytest.mark.parametrize("y", [380_000, 446_500, 487_000, 580_000])
def test_the_dutch_grid_agrees_with_another_way_of_reckoning_to_half_a_metre(x, y):
    assert metres.distance(metres.rd_to_lonlat(x, y), _by_series(x, y)) < 0.5


def test_the_dutch_grid_there_and_back_again_for_many():
    x, y = numpy.array([84_500.0, 121_500.0]), numpy.array([446_500.0, 487_000.0])
    back = metres.lonlat_to_rd(*metres.rd_to_lonlat(x, y))
    assert numpy.abs(back[0] - x).max() < 0.01
    assert numpy.abs(back[1] - y).max() < 0.01


def test_a_shape_in_the_dutch_grid_keeps_its_size():
    field = metres.shape_from_rd(box(84_000, 446_000, 84_100, 446_050))
    assert metres.area(field) == pytest.approx(5_000, rel=1e-3)
    assert metres.shape_to_rd(field).bounds == pytest.approx((84_000, 446_000, 84_100, 446_050), abs=0.01)
