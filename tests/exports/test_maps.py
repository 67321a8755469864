"""The book's two maps: drawn from the streets or softly without them, with numbers that can be told apart."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box

from assetmap.domain.connection import Verb
from assetmap.domain.kind import Kind
from assetmap.drawing import base_file
from assetmap.drawing.pen.frame import frame_for
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.street_data import Building, Ground, Rail, Stream, Street, StreetData, Tree, TreeRow, Water
from assetmap.exports.book.maps import area_of, lively, quiet, streets_of
from assetmap.exports.book.numbers import dots, leaders, spots_for
from assetmap.exports.book.ornaments import blot_svg, icon_svg, portrait_frame, shape_svg
from assetmap.exports.book.threads import ROOMS, threads
from assetmap.inventory import Tie

from . import sample
from .sample import at

AREA = box(*at(-300, -300), *at(300, 300))
STREETS = StreetData(
    AREA,
    streets=(
        Street(LineString([at(-280, 0), at(280, 0)]), "street", "Lange Straat", 7.0),
        Street(LineString([at(0, -200), at(0, 200)]), "path"),
        Street(LineString([at(-200, 50), at(200, 50)]), "main", "Onder de grond", level=-1),
    ),
    buildings=(
        Building(box(*at(20, 20), *at(28, 31))),
        Building(box(*at(28, 20), *at(36, 31))),
        Building(box(*at(-90, 30), *at(-40, 80)), "flats", 6.0),
        Building(box(*at(2_000, 2_000), *at(2_010, 2_010))),
    ),
    waters=(Water(box(*at(-250, -200), *at(-150, -100))),),
    streams=(Stream(LineString([at(100, -250), at(250, -100)]), "Schie", 12.0),),
    grounds=(Ground(box(*at(60, 60), *at(160, 160)), "park"),),
    rails=(Rail(LineString([at(-250, 200), at(250, 220)])),),
    trees=(Tree(Point(at(100, 100))),),
    tree_rows=(TreeRow(LineString([at(-100, 10), at(100, 10)])),),
)


NOTHING = GeometryCollection()
QUIET, INKED = style_named("quiet"), style_named("ink-and-wash")


def overview(streets: StreetData | None = STREETS, area=AREA, taken=NOTHING) -> str:
    return quiet(streets, area, frame_for(area, 168, 196), 168, 196, "tuinwijk", [], taken, 2.1)


def cover(streets: StreetData | None = STREETS, area=AREA) -> str:
    return lively(streets, area, 168, 150, "tuinwijk")


def layers_in(svg: str) -> dict[str, ElementTree.Element]:
    return {part.get("id"): part for part in ElementTree.fromstring(svg) if part.get("id")}


def test_the_map_under_the_numbers_is_pale_and_named_and_the_cover_is_neither():
    under, front = overview(), cover()
    assert QUIET.colour("ink") in under and INKED.colour("ink") not in under and "names" in layers_in(under)
    assert INKED.colour("ink") in front and "names" not in layers_in(front)
    for svg, style in ((under, QUIET), (front, INKED)):
        for paint in ("water", "wall"):
            assert style.colour(paint) in svg


def test_no_street_name_stands_where_a_number_does():
    assert "names" not in layers_in(overview(taken=box(0, 0, 168, 196)))


def test_neighbours_walk_in_a_corner_that_the_cover_leaves_free():
    slope = Polygon([at(-300, -300), at(300, 300), at(-300, 300)])
    assert "neighbours" in layers_in(cover(STREETS, slope))
    assert "neighbours" not in layers_in(lively(STREETS, AREA, 150, 150, "tuinwijk"))


def test_the_same_neighbourhood_is_drawn_the_same_every_time():
    assert overview() == overview() and cover() == cover()


def test_without_street_data_the_boundary_is_drawn_on_paper():
    svg = overview(None)
    assert ElementTree.fromstring(svg).get("viewBox") == "0 0 16800 19600" and "border" in layers_in(svg)


@pytest.mark.parametrize("name", ['</g><script>&"x', "شارع \u202e", "\x00", "🚲 Straat"])
def test_a_street_name_is_drawn_and_never_markup(name):
    odd = replace(STREETS, streets=(Street(LineString([at(-280, 0), at(280, 0)]), "street", name),))
    assert "script" not in overview(odd) and ElementTree.fromstring(overview(odd)) is not None


@pytest.mark.parametrize(
    "area",
    [
        MultiPolygon([box(4.36, 52.0, 4.361, 52.001), box(4.37, 52.01, 4.371, 52.011)]),
        box(4.36, 52.0, 4.360_001, 52.000_001),
        Polygon([(4.36, 52), (4.37, 52.01), (4.36, 52.01), (4.37, 52)]).buffer(0),
    ],
)
def test_odd_boundaries_are_drawn_too(area):
    ElementTree.fromstring(overview(None, area))
    ElementTree.fromstring(cover(None, area))


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_its_shape_sign_and_blot_in_its_own_colour(kind):
    drawn = shape_svg(kind, 1.25), icon_svg(kind), blot_svg(kind)
    assert len(set(drawn)) == 3 and all(len(ElementTree.fromstring(svg)) for svg in drawn)
    assert ElementTree.fromstring(drawn[0]).get("viewBox") == "0 0 1250 1000"
    assert (shape_svg(kind, 1.25), icon_svg(kind), blot_svg(kind)) == drawn


def test_a_portrait_frame_reaches_beyond_the_photo():
    assert ElementTree.fromstring(portrait_frame(60, 80, "1-0")).get("viewBox") == "-400 -400 6800 8800"


def test_the_base_file_of_the_neighbourhood_is_what_is_drawn(street, tmp_path):
    base_file.keep_base(STREETS, tmp_path)
    read = streets_of(replace(street, base_folder=tmp_path))
    assert {one.name for one in read.streets} == {one.name for one in STREETS.streets}
    assert streets_of(replace(street, base_folder=tmp_path / "nowhere")) is None


def test_without_a_boundary_the_map_shows_where_things_are(street):
    area = area_of(replace(street, boundary=None))
    assert all(area.contains(Point(item.point)) for item in street.items if item.point)
    assert area_of(replace(street, boundary=None, items=())) is None


def test_a_place_on_the_map_is_where_it_is_outside():
    frame = frame_for(AREA, 168, 196)
    east, west = frame.point(at(100, 0)), frame.point(at(-100, 0))
    north = frame.point(at(0, 100))
    assert (east[0] - west[0]) == pytest.approx(200 * frame.scale, rel=0.01)
    assert north[1] < east[1] and frame.shape(Point(at(100, 0))).x == pytest.approx(east[0])


@settings(max_examples=25, deadline=None)
@given(some.lists(some.tuples(some.floats(-290, 290), some.floats(-290, 290)), min_size=1, max_size=70))
def test_numbers_never_lie_on_each_other_and_stay_on_the_paper(places):
    spots = spots_for(
        [(str(i), at(*place)) for i, place in enumerate(places)],
        frame_for(AREA, 168, 196),
        168,
        196,
        5.6,
        1.25,
    )
    x, y = numpy.array([(one.x, one.y) for one in spots]).T
    apart = numpy.hypot(x[:, None] - x, y[:, None] - y) + 99 * numpy.eye(len(spots))
    assert apart.min() >= 5.6 * 1.25
    assert (x >= 0).all() and (x <= 168).all() and (y >= 0).all() and (y <= 196).all()


def is_a_point(mark) -> bool:
    return bool(numpy.ptp(numpy.asarray(mark.rings[0]), axis=0).max() < 1.4)


def test_fifty_at_one_and_the_same_door_spread_and_keep_a_line_to_it():
    frame = frame_for(AREA, 168, 196)
    spots = spots_for([(str(i), at(10, 10)) for i in range(50)], frame, 168, 196, 5.6, 1.0)
    assert len({(round(one.x, 1), round(one.y, 1)) for one in spots}) == 50
    lines = leaders(spots, 5.6, set(), {str(i): "#123456" for i in range(50)}, "x")
    assert sum(map(is_a_point, lines)) > 35
    assert len(dots([("#123456", at(0, 0)), ("#654321", at(1, 1))], frame)) == 2


def test_a_roughly_known_place_has_a_soft_ring_and_no_point():
    frame = frame_for(AREA, 168, 196)
    spots = spots_for([(str(i), at(10, 10)) for i in range(9)], frame, 168, 196, 5.6, 1.0)
    marks = leaders(spots, 5.6, {str(i) for i in range(9)}, {str(i): "#123456" for i in range(9)}, "x")
    assert sum(bool(mark.dashes) for mark in marks) == 9
    assert not any(map(is_a_point, marks))


def test_a_number_where_there_is_room_stays_where_it_is():
    frame = frame_for(AREA, 168, 196)
    (spot,) = spots_for([("1", at(40, -60))], frame, 168, 196, 5.6, 1.0)
    assert (spot.x, spot.y) == pytest.approx(frame.point(at(40, -60)), abs=0.5)


def test_threads_join_every_pair_of_names_that_is_drawn(street):
    items = {item.number: item for item in street.items}
    picture = threads(list(street.ties), items, "a4", "x")
    assert picture.svg.count("<path") == 2 * len(street.ties)
    assert {number for number, _, _ in picture.names} == {end for tie in street.ties for end in (tie.first, tie.second)}
    assert all(0 < y < picture.height for _, _, y in picture.names)


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_a_thousand_threads_show_the_best_tied_names_and_leave_no_name_loose(paper):
    items = {i: sample.item(i, list(Kind)[i % 7], f"Naam {i}", "x") for i in range(300)}
    ties = [Tie(str(i), i % 300, Verb.HELPS, (i * 7 + 1) % 300) for i in range(1_000)]
    picture = threads(ties, items, paper, "x")
    room = ROOMS[paper]
    per_side = [sum(side == one for _, side, _ in picture.names) for one in ("left", "right")]
    assert 0 < max(per_side) <= room["height"] // room["step"]
    drawn = {number for number, _, _ in picture.names}
    assert all(
        any({tie.first, tie.second} <= drawn and number in (tie.first, tie.second) for tie in ties) for number in drawn
    )


def test_a_handful_of_ties_is_told_in_sentences_only(street):
    assert threads(list(street.ties)[:2], {item.number: item for item in street.items}, "a4", "x") is None
