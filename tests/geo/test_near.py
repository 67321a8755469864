"""What lies in the neighbourhood, what lies outside and how far, what lies near."""

import numpy
import pytest
from shapely.geometry import LineString, box

from assetmap.geo import near

BOUNDARY = box(4.36, 51.99, 4.38, 52.01)


def test_inside_outside_and_on_the_edge():
    assert near.inside(BOUNDARY, (4.37, 52.0))
    assert near.inside(BOUNDARY, (4.36, 52.0))
    assert not near.inside(BOUNDARY, (4.39, 52.0))
    assert not near.inside(BOUNDARY, LineString([(4.37, 52.0), (4.39, 52.0)]))


def test_for_many_at_once():
    found = near.inside_many(BOUNDARY, numpy.array([4.37, 4.36, 4.39]), numpy.array([52.0, 52.0, 52.0]))
    assert found.tolist() == [True, True, False]


def test_how_far_outside_is_told_in_metres():
    assert near.metres_outside(BOUNDARY, (4.37, 52.0)) == 0
    assert near.metres_outside(BOUNDARY, (4.3814, 52.0)) == pytest.approx(96, abs=1)
    assert near.metres_outside(BOUNDARY, LineString([(4.37, 52.0), (4.39, 52.0)])) == pytest.approx(687, abs=2)


def test_neighbours_come_nearest_first():
    found = near.near(numpy.array([4.371, 4.3701, 4.39]), numpy.array([52.0, 52.0, 52.0]), (4.37, 52.0), 100)
    assert [place for place, _ in found] == [1, 0]
    assert found[0][1] == pytest.approx(6.9, abs=0.1)
