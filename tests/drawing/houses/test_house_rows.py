"""How a real footprint is understood: its rectangles, its neighbours, the side on the street, the faces to be seen."""

import math

import pytest
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box

from assetmap.drawing.houses.rectangles import rectangles, size, split, turned
from assetmap.drawing.houses.rows import standings
from assetmap.drawing.houses.solids import edges, hipped, ridged, seen
from assetmap.drawing.pen.frame import Frame
from assetmap.drawing.street_data import Street
from assetmap.geo.metres import grid_at

GRID = grid_at(4.36, 52.0)
FRAME = Frame(GRID, 1.0, 0.0, 0.0)
"""A millimetre on the page for a metre outside."""


def quad_of(shape):
    return rectangles([shape])[0][0]


def test_a_house_with_something_built_on_is_a_house_and_an_annex():
    for turn in (0, 20, 70, 135):
        shape = affinity.rotate(box(0, 0, 6, 9).union(box(0, 9, 3, 13)), turn, origin=(0, 0))
        house, annex = rectangles([shape])[0]
        assert math.prod(size(house)) == pytest.approx(54, rel=0.03)
        assert math.prod(size(annex)) == pytest.approx(12, rel=0.1)


def test_a_crooked_house_keeps_its_four_corners():
    crooked = Polygon([(0, 0), (7, 0.5), (6, 9), (0.5, 8)])
    assert {(round(x, 2), round(y, 2)) for x, y in quad_of(crooked)} == {(0, 0), (7, 0.5), (6, 9), (0.5, 8)}


def test_corners_always_run_anticlockwise_on_the_page():
    for shape in (box(0, 0, 5, 9), Polygon([(0, 0), (0, 9), (5, 9), (5, 0)]), affinity.rotate(box(0, 0, 5, 9), 33)):
        assert seen(quad_of(shape))


def test_what_is_no_sum_of_rectangles_is_none():
    ring = Polygon(box(0, 0, 40, 40).exterior, [box(10, 10, 30, 30).exterior])
    assert rectangles([ring])[0] == []
    assert rectangles([]) == []


def test_a_row_is_split_into_houses_of_one_width():
    quad = quad_of(box(0, 0, 56, 9))
    parts = split(quad if size(quad)[0] > 50 else turned(quad, 1), 10)
    assert len(parts) == 10
    assert all(size(part) == pytest.approx((5.6, 9)) for part in parts)


@pytest.mark.parametrize("turn", [0, 30, 90, 210])
def test_the_front_is_on_the_street_and_party_walls_are_between_neighbours(turn):
    shapes = [affinity.rotate(box(i * 6, 0, i * 6 + 6, 9), turn, origin=(0, 0)) for i in range(4)]
    line = affinity.rotate(LineString([(-20, 14), (60, 14)]), turn, origin=(0, 0))
    quads = [quad_of(shape) for shape in shapes]
    # The page runs down, the world up.
    street = Street(GRID.to_degrees(affinity.scale(line, yfact=-1, origin=(0, 0))), "street")
    found = standings(quads, (street,), FRAME)
    for quad, front in zip(quads, found.front, strict=True):
        start, end = quad[front], quad[(front + 1) % 4]
        assert line.distance(Point((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)) == pytest.approx(5, abs=0.05)
    assert [sum(joined) for joined in found.joined] == [1, 2, 2, 1]
    assert len(set(found.row)) == 1


def test_a_path_behind_the_house_is_not_its_street():
    quads = [quad_of(box(0, 0, 6, 9))]
    streets = tuple(
        Street(GRID.to_degrees(LineString([(-20, -y), (30, -y)])), kind) for y, kind in ((-4, "path"), (19, "street")))
    front = standings(quads, streets, FRAME).front[0]
    assert max(quads[0][front][1], quads[0][(front + 1) % 4][1]) == 9


def test_houses_apart_are_in_rows_of_their_own():
    found = standings([quad_of(box(i * 20, 0, i * 20 + 6, 9)) for i in range(3)], (), FRAME)
    assert len(set(found.row)) == 3
    assert not any(any(joined) for joined in found.joined)


@pytest.mark.parametrize("turn", range(0, 360, 15))
def test_only_faces_that_look_at_the_reader_are_drawn(turn):
    quad = quad_of(affinity.rotate(box(0, 0, 6, 9), turn))
    for faces in (ridged(quad, ((0, 4), (0.5, 6), (1, 4))), hipped(quad, 4, 2, 0.3)):
        assert 2 <= sum(face.part != "roof" for face in faces) + (turn % 90 == 0) <= 3
        assert all(seen(face.ring) for face in faces)
        outline, inner = edges(faces)
        # The outline goes round once: as many edges as corners.
        assert len(outline) == len({corner for line in outline for corner in line})
        assert inner


def test_one_of_two_slopes_is_in_the_shade():
    for turn in range(0, 180, 20):
        faces = ridged(quad_of(affinity.rotate(box(0, 0, 12, 9), turn)), ((0, 4), (0.5, 4.5), (1, 4)))
        assert sorted(face.shaded for face in faces if face.part == "roof") == [False, True]
