"""A shape that somebody gave is either drawn as it is, or refused with the reason."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from assetmap.domain.problems import Problem
from assetmap.geo import shapes

DELFT = box(4.35, 51.99, 4.38, 52.01)
BOWTIE = {"type": "Polygon", "coordinates": [[[4.36, 52.0], [4.37, 52.01], [4.37, 52.0], [4.36, 52.01], [4.36, 52.0]]]}


@pytest.mark.parametrize("geometry", [
    {"type": "Point", "coordinates": [4.36, 52.0]},
    {"type": "MultiPoint", "coordinates": [[4.36, 52.0], [4.361, 52.0]]},
    {"type": "LineString", "coordinates": [[4.36, 52.0], [4.361, 52.0]]},
    {"type": "MultiLineString", "coordinates": [[[4.36, 52.0], [4.361, 52.0]], [[4.37, 52.0], [4.371, 52.0]]]},
    {"type": "Polygon", "coordinates": [[[4.36, 52.0], [4.361, 52.0], [4.361, 52.001], [4.36, 52.0]]]},
    {"type": "MultiPolygon", "coordinates": [[[[4.36, 52.0], [4.361, 52.0], [4.361, 52.001], [4.36, 52.0]]]]},
])
def test_every_kind_of_shape_comes_back_as_it_was_given(geometry):
    kept = shapes.to_wkb(shapes.clean(geometry, DELFT))
    assert shapes.to_geojson(kept) == geometry


def test_heights_are_left_out():
    assert shapes.to_geojson(shapes.clean({"type": "Point", "coordinates": [4.36, 52.0, -1.5]})) == {
        "type": "Point", "coordinates": [4.36, 52.0]}


def test_an_area_left_open_is_closed():
    area = shapes.clean({"type": "Polygon", "coordinates": [[[4.36, 52.0], [4.361, 52.0], [4.361, 52.001]]]})
    assert area.exterior.is_closed


@pytest.mark.parametrize(("geometry", "reason"), [
    (None, "no-shape"),
    ("POINT(1 2)", "no-shape"),
    ({"type": "Circle", "coordinates": [1, 2]}, "no-shape"),
    ({"type": "GeometryCollection", "geometries": []}, "no-shape"),
    ({"type": "Point"}, "no-positions"),
    ({"type": "Point", "coordinates": []}, "no-positions"),
    ({"type": "Polygon", "coordinates": []}, "no-positions"),
    ({"type": "Polygon", "coordinates": [[]]}, "no-positions"),
    ({"type": "Point", "coordinates": [4.36]}, "not-numbers"),
    ({"type": "Point", "coordinates": ["4.36", "52"]}, "not-numbers"),
    ({"type": "Point", "coordinates": [None, None]}, "not-numbers"),
    ({"type": "Point", "coordinates": [True, False]}, "not-numbers"),
    ({"type": "Point", "coordinates": [math.nan, 52]}, "not-numbers"),
    ({"type": "Point", "coordinates": [4.36, math.inf]}, "not-numbers"),
    ({"type": "Point", "coordinates": {"lon": 4, "lat": 52}}, "not-numbers"),
    ({"type": "LineString", "coordinates": [[4.36, 52.0]]}, "short-line"),
    ({"type": "LineString", "coordinates": [[4.36, 52.0], [4.36, 52.0]]}, "short-line"),
    ({"type": "Polygon", "coordinates": [[[4.36, 52.0], [4.37, 52.0], [4.36, 52.0]]]}, "small-ring"),
    ({"type": "Polygon", "coordinates": [[[4.36, 52.0], [4.37, 52.0], [4.38, 52.0], [4.36, 52.0]]]}, "small-ring"),
    ({"type": "LineString", "coordinates": [[4.36, 52.0 + i / 1e6] for i in range(20_001)]}, "too-many"),
    (BOWTIE, "crosses"),
    ({"type": "MultiPolygon", "coordinates": [
        [[[4.36, 52.0], [4.37, 52.0], [4.37, 52.01], [4.36, 52.0]]],
        [[[4.36, 52.0], [4.37, 52.0], [4.37, 52.01], [4.36, 52.0]]]]}, "overlaps"),
])
def test_what_can_not_be_drawn_is_refused_with_its_reason(geometry, reason):
    with pytest.raises(Problem) as refused:
        shapes.clean(geometry)
    assert refused.value.code == "bad-geometry"
    assert refused.value.facts["reason"] == shapes.REASONS[reason]


def test_an_outline_that_crosses_itself_can_be_mended():
    area = shapes.mended(BOWTIE)
    assert area.is_valid
    assert isinstance(area, MultiPolygon)
    assert len(area.geoms) == 2


def test_mending_leaves_a_good_shape_alone():
    assert shapes.mended({"type": "Point", "coordinates": [4.36, 52.0]}) == Point(4.36, 52.0)


@pytest.mark.parametrize(("position", "near", "code"), [
    ([4.36, 95.0], None, "swapped-position"),
    ([52.0, 120.0], None, "swapped-position"),
    ([52.0, 4.36], DELFT, "swapped-position"),
    ([84461.5, 446234.3], DELFT, "metres-position"),
    ([485_000.0, 6_800_000.0], None, "metres-position"),
    ([4_000_000_000.0, 52.0], None, "bad-position"),
    ([190.0, 190.0], None, "bad-position"),
])
def test_positions_written_another_way_are_recognised(position, near, code):
    with pytest.raises(Problem) as refused:
        shapes.clean({"type": "Point", "coordinates": position}, near)
    assert refused.value.code == code
    assert str(refused.value)


def test_a_place_far_from_the_neighbourhood_is_not_called_swapped():
    assert shapes.clean({"type": "Point", "coordinates": [-71.1, 42.37]}, DELFT)


def test_the_point_of_a_bent_area_lies_on_it():
    hook = Polygon([(0, 0), (10, 0), (10, 1), (1, 1), (1, 9), (10, 9), (10, 10), (0, 10)])
    assert hook.contains(Point(shapes.point_of(hook)))


def test_the_point_of_a_line_lies_halfway():
    line = shapes.clean({"type": "LineString", "coordinates": [[4.0, 52.0], [4.0, 52.2]]})
    assert shapes.point_of(line) == pytest.approx((4.0, 52.1))


_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=2), max_leaves=12)


@given(kind=st.sampled_from(sorted(shapes.DEPTH)), coordinates=_json)
def test_nothing_that_can_be_sent_makes_it_fall_over(kind, coordinates):
    try:
        shape = shapes.clean({"type": kind, "coordinates": coordinates}, DELFT)
    except Problem as problem:
        assert str(problem)
    else:
        assert shape.is_valid
        json.dumps(shapes.to_geojson(shape), allow_nan=False)
