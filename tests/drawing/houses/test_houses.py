"""Every building of a neighbourhood stands up on the page, in the painter's order and out of the way of writing."""

import math

import numpy
import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Polygon, box

from assetmap.drawing.houses.houses import houses
from assetmap.drawing.pen.frame import Frame
from assetmap.drawing.pen.marks import Layer, Mark
from assetmap.drawing.pen.styles import style_named, style_names
from assetmap.drawing.pen.svg import svg_document
from assetmap.drawing.street_data import BUILDINGS, ROOFS, Building, Street, StreetData
from assetmap.geo.metres import grid_at

GRID = grid_at(4.36, 52.0)
WASH = style_named("ink-and-wash")
BLACK = style_named("black-only")


def degrees(shape):
    return GRID.to_degrees(shape)


def place(*shapes, kind="house", levels=2.0, roof="", streets=()):
    """A place of these footprints, in metres."""
    return StreetData(
        degrees(box(-500, -500, 500, 500)),
        streets=tuple(Street(degrees(line), "street") for line in streets),
        buildings=tuple(Building(degrees(shape), kind, levels, roof) for shape in shapes))


def drawn(ground, scale=0.5, style=WASH, seed="delft", clear=None, island=None):
    """The houses of a place, its middle at (250, 250) mm on the page."""
    frame = Frame(GRID, scale, 250.0, 250.0)
    return houses(ground, frame, island or box(0, 0, 500, 500), seed, style, clear)


def marks_of(drawing) -> list[Mark]:
    return [mark for _, _, marks in drawing.things for mark in marks]


def paints_of(drawing) -> set[str]:
    return {paint for mark in marks_of(drawing) for paint in (mark.fill, mark.line) if paint}


def standing_of(drawing) -> list:
    """The things that stand, without the shadows on the ground."""
    return [thing for thing in drawing.things if thing[2][0].fill != "shade"]


def points_of(marks) -> numpy.ndarray:
    return numpy.concatenate([numpy.asarray(ring, float) for mark in marks for ring in mark.rings])


def row(count=8, y=0.0, wide=5.6, deep=9.0):
    return [box(i * wide, y, (i + 1) * wide, y + deep) for i in range(count)]


def test_every_house_of_a_row_stands_with_walls_a_roof_and_a_door():
    drawing = drawn(place(*row(8), streets=[LineString([(-20, -6), (80, -6)])]))
    assert len(standing_of(drawing)) == 8
    for _, _, marks in standing_of(drawing):
        fills = {mark.fill for mark in marks}
        assert any(fill.startswith("wall") for fill in fills)
        assert any(fill.startswith("roof") for fill in fills)
        assert any(fill.startswith("door") for fill in fills)
        assert "glass" in fills


def test_a_house_rises_up_the_page_from_where_it_stands():
    drawing = drawn(place(box(0, 0, 8, 8)))
    top = points_of(standing_of(drawing)[0][2]).min(axis=0)[1]
    assert top < 250 - 8 * 0.5 - 1.5


def test_what_stands_nearer_is_painted_later():
    drawing = drawn(place(*row(5, 0), *row(5, 20), *row(5, 40)))
    down = [y for y, _, _ in drawing.things]
    assert down == sorted(down)
    assert down[-1] == pytest.approx(250, abs=0.1)


def test_one_footprint_over_a_whole_row_becomes_its_houses():
    assert len(standing_of(drawn(place(box(0, 0, 56, 9))))) == 10
    assert len(standing_of(drawn(place(shapely.affinity.rotate(box(0, 0, 56, 9), 37))))) == 10


def test_from_afar_a_row_is_one_body_without_windows():
    near, far = drawn(place(*row(10))), drawn(place(*row(10)), scale=0.1)
    assert len(standing_of(near)) == 10
    assert len(standing_of(far)) == 1
    assert "glass" in paints_of(near)
    assert not paints_of(far) & {"glass", "pane", "door-1", "door-2", "door-3", "door-4"}


def test_near_by_there_is_more_to_see_but_a_distant_screen_may_leave_it_out():
    drawing = drawn(place(*row(20)), scale=1.2)
    details = {mark.fill: mark.detail for mark in marks_of(drawing)}
    assert details["glass"] == 2
    assert {mark.detail for mark in marks_of(drawing) if mark.fill.startswith(("wall", "roof-3"))} <= {0, 1}


def test_the_same_place_is_drawn_the_same_and_another_seed_differently():
    ground = place(*row(12), box(60, 0, 160, 60))
    one, again, other = drawn(ground), drawn(ground), drawn(ground, seed="leiden")
    svg = [svg_document([Layer("houses", marks_of(each))], WASH, 500, 500) for each in (one, again, other)]
    assert svg[0] == svg[1]
    assert svg[0] != svg[2]


def test_a_long_hall_has_teeth_on_its_roof_and_windows_in_its_wall():
    drawing = drawn(place(box(0, 0, 150, 80), kind="work"))
    assert {"roof-band", "pane"} <= paints_of(drawing)


def test_large_flat_roofs_are_never_bare():
    for seed in ("a", "b", "c", "d"):
        drawing = drawn(place(box(0, 0, 60, 40), kind="learning", levels=3.0), seed=seed)
        assert sum(mark.detail > 0 for mark in marks_of(drawing)) > 12


def test_a_courtyard_is_open_and_green():
    yard = Polygon(box(0, 0, 80, 60).exterior, [box(20, 20, 60, 40).exterior])
    drawing = drawn(place(yard, kind="flats", levels=4.0))
    grass = [mark for mark in marks_of(drawing) if mark.fill == "leaf-3" and len(mark.rings[0]) == 4]
    assert grass
    middle = shapely.Point(250 + 40 * 0.5, 250 - 33 * 0.5)
    roofs = [Polygon(mark.rings[0], mark.rings[1:]) for mark in marks_of(drawing) if mark.fill == "roof-flat"]
    assert not any(roof.covers(middle) for roof in roofs)


def test_a_shed_in_the_corner_of_a_hall_is_painted_after_the_wall_behind_it():
    hall = box(0, 0, 100, 60).difference(box(30, -1, 70, 30))
    drawing = drawn(place(hall, box(45, 20, 49, 24), kind="work"))
    shed = next(y for y, x, marks in drawing.things if 270 < x < 277 and len(points_of(marks)) < 60 and y > 235)
    behind = [y for y, x, marks in drawing.things if 268 < x < 282 and any(mark.fill == "pane" for mark in marks)]
    assert behind
    assert max(behind) < shed


def test_small_houses_under_writing_are_left_out_and_counted():
    writing = box(250, 240, 262, 252)
    ground = place(*row(10), box(10, 40, 13, 43))
    without, drawing = drawn(ground), drawn(ground, clear=writing)
    assert without.left_out == 0
    assert drawing.left_out > 0
    assert len(standing_of(drawing)) == len(standing_of(without)) - drawing.left_out
    assert not shapely.contains_xy(writing, points_of(marks_of(drawing))).any()


@pytest.mark.parametrize("kind", ["work", "learning", "flats", "shop", "house"])
def test_a_large_building_ends_loosely_before_writing(kind):
    writing = box(258, 222, 272, 240)
    drawing = drawn(place(box(0, 0, 70, 40), kind=kind, levels=3.0), clear=writing)
    drawn_points = points_of(marks_of(drawing))
    assert len(drawn_points) > 40
    assert not shapely.contains_xy(writing, drawn_points).any()
    for mark in marks_of(drawing):
        for ring in mark.rings if mark.fill else ():
            assert not Polygon(ring).buffer(0).intersects(writing.buffer(-0.05)) or len(mark.rings) > 1


def test_of_a_row_in_one_footprint_only_the_houses_under_writing_go():
    ground = place(box(0, 0, 100, 9))
    drawing = drawn(ground, clear=box(270, 240, 280, 250))
    assert 10 < len(standing_of(drawing)) < 18
    assert drawing.left_out + len(standing_of(drawing)) == len(standing_of(drawn(ground)))


def test_a_large_building_over_the_edge_of_the_island_ends_there():
    drawing = drawn(place(box(-60, 0, 60, 60), kind="work"), island=box(250, 0, 500, 500))
    assert points_of(marks_of(drawing))[:, 0].min() >= 249.9
    assert len(marks_of(drawing)) > 5


@pytest.mark.parametrize("kind", list(BUILDINGS))
@pytest.mark.parametrize("scale", [0.08, 0.4, 1.5])
def test_every_kind_under_every_roof_can_be_drawn(kind, scale):
    shapes = [box(i * 40, 0, i * 40 + 14, 22) for i in range(len(ROOFS))]
    ground = StreetData(degrees(box(-500, -500, 500, 500)), buildings=tuple(
        Building(degrees(shape), kind, levels, roof)
        for shape, roof, levels in zip(shapes, ROOFS, (1, 2, 3, 2.5, 2, 9, 19, 2, 0), strict=True)))
    drawing = drawn(ground, scale=scale, island=box(-999, -999, 999, 999))
    assert marks_of(drawing)
    assert numpy.isfinite(points_of(marks_of(drawing))).all()


def test_a_church_has_a_tower_and_a_school_a_flag():
    church, school = (drawn(place(box(0, 0, 30, 14), kind=kind)) for kind in ("worship", "learning"))
    plain = drawn(place(box(0, 0, 30, 14), kind="other"))
    tops = [points_of(marks_of(each))[:, 1].min() for each in (church, plain)]
    assert tops[0] < tops[1] - 5
    assert any(mark.fill.startswith("shirt-") for mark in marks_of(school))


def test_broken_footprints_are_mended_or_dropped():
    bow_tie = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    sliver = Polygon([(0, 0), (40, 0.01), (40, 0)])
    spike = Polygon([(0, 20), (8, 20), (8, 28), (30, 28), (8, 28), (0, 28)])
    jagged = Polygon([(60 + (8 + i % 3) * math.cos(i / 30 * math.tau), (8 + i % 3) * math.sin(i / 30 * math.tau))
                      for i in range(30)])
    two = MultiPolygon([box(100, 0, 108, 8), box(120, 0, 128, 8)])
    for scale in (0.08, 0.5, 1.5):
        drawing = drawn(place(bow_tie, sliver, spike, jagged, two, Polygon(), GeometryCollection()), scale=scale)
        assert numpy.isfinite(points_of(marks_of(drawing))).all()
    assert len(standing_of(drawn(place(two)))) == 2


def test_no_houses_is_no_drawing():
    assert drawn(place()).things == []
    assert drawn(place(Polygon())).things == []
    assert drawn(place(box(0, 0, 8, 8)), island=box(0, 0, 10, 10)).things == []


@pytest.mark.parametrize("name", list(style_names()))
def test_every_paint_of_a_house_is_in_every_style(name):
    style = style_named(name)
    shapes = [box(i * 30, 0, i * 30 + 12, 10) for i in range(12)] + [box(0, 40, 90, 90), box(100, 40, 160, 90)]
    kinds = [*[*BUILDINGS][:12], "work", "flats"]
    ground = StreetData(degrees(box(-500, -500, 500, 500)), buildings=tuple(
        Building(degrees(shape), kind, 3.0) for shape, kind in zip(shapes, kinds, strict=True)))
    for scale in (0.1, 0.6):
        drawing = drawn(ground, scale=scale, style=style)
        assert paints_of(drawing) <= set(style.paints)


def test_in_black_only_roofs_are_white_and_shade_is_hatched():
    ground = place(*row(8))
    drawing = drawn(ground, style=BLACK)
    assert not [mark for mark in marks_of(drawing) if mark.fill == "shade"]
    assert {BLACK.colour(paint) for paint in paints_of(drawing)} <= {"#ffffff", "#000000", ""}
    lines = sum(len(mark.rings) for mark in marks_of(drawing) if mark.line == "tile")
    assert lines > 8 * 3
