"""A small drawing of one spot: round, the same every time, with a sign where the place may be known and none else."""

import xml.etree.ElementTree as ElementTree

import numpy
import pytest
from shapely.geometry import LineString, Point, Polygon

from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.scenery.crop import can_be_shown, crop

from .village import degrees, village

STYLE = style_named("ink-and-wash")
SPOT, AREA = degrees(Point(90, 110)), degrees(Point(90, 110).buffer(45))


@pytest.fixture(scope="module")
def ground():
    return village()


def drawn(ground, shape=SPOT, **how):
    return crop(ground, shape, "place", STYLE, "village", **how)


def here(found) -> list:
    return found.layers[-1].marks


def test_a_spot_is_drawn_with_what_stands_around_it_and_its_sign(ground):
    found = drawn(ground)
    assert found.size == 45 and len(ElementTree.fromstring(found.svg(STYLE))) > 2
    assert sum(len(layer.marks) for layer in found.layers[:-1]) > 50
    assert any(mark.fill == "kind-place" for mark in here(found)) and any(mark.fill == "ink" for mark in here(found))


def test_the_same_spot_is_drawn_the_same_every_time(ground):
    assert drawn(ground).svg(STYLE) == drawn(ground).svg(STYLE)


def test_a_rough_place_is_tinted_and_has_no_sign_in_it(ground):
    marks = here(drawn(ground, AREA, masked=True))
    assert {mark.fill or mark.line for mark in marks} == {"kind-place"}
    edges = numpy.concatenate([numpy.asarray(ring) for mark in marks for ring in mark.rings])
    middle = drawn(ground, AREA, masked=True).start + 45 / 2
    assert numpy.hypot(*(edges - middle).T).min() > 8


def test_nothing_but_the_rough_place_decides_what_is_shown_of_it(ground):
    """The exact spot is not handed over, so the same rough area is the same drawing whatever hides in it."""
    one = drawn(ground, AREA, masked=True).svg(STYLE)
    assert one == drawn(ground, Polygon(AREA.exterior), masked=True).svg(STYLE)
    assert one != drawn(ground, degrees(Point(100, 110).buffer(45)), masked=True).svg(STYLE)


@pytest.mark.parametrize("shape", [
    degrees(LineString([(20, 20), (120, 60), (160, 100)])), degrees(Polygon([(60, 60), (120, 60), (100, 110)])),
    degrees(Point(295, 5)), degrees(Point(5000, 0).union(Point(5010, 0)))])
def test_lines_areas_and_places_at_the_edge_are_drawn_or_left(ground, shape):
    found = drawn(ground, shape)
    assert found is None or ElementTree.fromstring(found.svg(STYLE)).tag.endswith("svg")


def test_what_is_too_large_or_lies_where_nothing_is_known_has_no_small_drawing(ground):
    assert not can_be_shown(degrees(Point(0, 0).buffer(900))) and can_be_shown(SPOT)
    assert drawn(ground, degrees(Point(0, 0).buffer(900))) is None
    assert drawn(ground, degrees(Point(9_000, 9_000))) is None
    assert drawn(None) is None
