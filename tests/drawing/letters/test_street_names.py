"""The names of a neighbourhood stand in their streets, once, and never over another."""

import itertools

import numpy
import pytest
from shapely.geometry import LineString, Point, Polygon, box

from assetmap.drawing.letters.along import along, upright
from assetmap.drawing.letters.outside_names import outside_names
from assetmap.drawing.letters.shorter import shorter
from assetmap.drawing.letters.street_names import street_names
from assetmap.drawing.letters.stretches import stretches
from assetmap.drawing.letters.written import width_of
from assetmap.drawing.pen.frame import frame_for
from assetmap.drawing.street_data import Building, PlaceName, Stream, Street, StreetData, Water

BOUNDARY = box(4.350, 52.000, 4.360, 52.006)
FRAME = frame_for(BOUNDARY, 420, 297, 12)
ISLAND = FRAME.shape(BOUNDARY)


def street(name: str, *points: tuple[float, float], kind: str = "street") -> Street:
    return Street(LineString(points), kind, name)


def letter(*streets: Street, **more):
    return street_names(StreetData(BOUNDARY, streets=streets), FRAME, ISLAND, size=3, seed="test", **more)


def test_a_street_in_pieces_is_named_once() -> None:
    pieces = [street("Elzenstraat", (4.351 + step * 0.001, 52.003), (4.352 + step * 0.001, 52.003))
              for step in range(5)]
    found = letter(*pieces)
    assert [name.text for name in found.names] == ["Elzenstraat"] and found.left_out == []


def test_a_long_street_is_named_twice() -> None:
    found = letter(street("Schieweg", (4.3502, 52.003), (4.3598, 52.003)))
    assert [name.text for name in found.names] == ["Schieweg", "Schieweg"]
    assert found.boxes[0].distance(found.boxes[1]) > 60


def test_names_never_cover_each_other_nor_what_stays_clear() -> None:
    grid = [street(f"Straat van buur {n}", (4.3505, 52.0005 + n * 0.0004), (4.3595, 52.0006 + n * 0.0004))
            for n in range(12)]
    grid += [street(f"Dwarslaan {n}", (4.351 + n * 0.001, 52.0003), (4.3512 + n * 0.001, 52.0057)) for n in range(8)]
    clear = box(150, 100, 260, 180)
    found = letter(*grid, clear=clear)
    assert len(found.names) > 10
    assert not any(a.intersects(b) for a, b in itertools.combinations(found.boxes, 2))
    assert not any(room.intersects(clear) for room in found.boxes)


def test_a_short_street_is_written_shorter_and_a_shorter_one_is_told() -> None:
    name = "Burgemeester van der Meulenstraat"
    metres_per_degree = 68_700
    fits = [(width_of(text, "street", 3 * 0.8) + 2) / FRAME.scale / metres_per_degree for text in shorter(name)]
    found = letter(street(name, (4.352, 52.003), (4.352 + fits[2], 52.003)))
    assert [one.text for one in found.names] == ["Burg. van der Meulenstr."]
    found = letter(street(name, (4.352, 52.003), (4.352 + fits[-1] / 2, 52.003)))
    assert found.names == [] and found.left_out == [name]


def test_no_name_hangs_over_a_bend() -> None:
    corner = LineString([(0, 0), (20, 0), (20, 20)])
    assert stretches(corner, 30, 3) == []
    for _, points in stretches(LineString([(0, 0), (40, 0), (40, 60)]), 25, 3):
        assert len({round(float(one), 0) for one in points[2:-2, 0]}) == 1 or numpy.ptp(points[2:-2, 1]) < 2


def test_a_gentle_curve_carries_its_name() -> None:
    turn = numpy.linspace(0, 1.2, 30)
    assert stretches(LineString(numpy.column_stack((80 * numpy.cos(turn), 80 * numpy.sin(turn)))), 40, 3)


@pytest.mark.parametrize("points, first", [
    ([(9, 0), (0, 1)], (0, 1)), ([(0, 0), (9, 1)], (0, 0)), ([(5, 0), (5, 9)], (5, 9)), ([(5.5, 9), (5, 0)], (5.5, 9))])
def test_letters_stand_upright(points, first) -> None:
    assert tuple(upright(points)[0]) == first


def test_dutch_custom() -> None:
    assert list(shorter("Burgemeester van der Meulenstraat")) == [
        "Burgemeester van der Meulenstraat", "Burgemeester van der Meulenstr.", "Burg. van der Meulenstr.",
        "Burg. v.d. Meulenstr."]
    assert list(shorter("Crommelinlaan")) == ["Crommelinlaan"]
    assert list(shorter("Straat")) == ["Straat"]


def test_a_name_stands_where_no_house_is_raised_over_it() -> None:
    """A long street with houses along the near side of its middle: its name moves on to where it can be read."""
    houses = tuple(
        Building(box(4.3530 + n * 0.0003, 52.00285, 4.35325 + n * 0.0003, 52.00295), "house", 2) for n in range(14))
    alone, built = (
        street_names(StreetData(BOUNDARY, streets=(street("Kade", (4.3505, 52.003), (4.3595, 52.003)),),
                                buildings=buildings), FRAME, ISLAND, size=3, seed="test").names[0]
        for buildings in ((), houses))
    row = FRAME.shape(box(4.3530, 52.00285, 4.3572, 52.0031))
    assert row.contains(alone.box) and row.intersection(built.box).area < 0.1 * built.box.area


def test_roofs_may_touch_the_feet_of_letters() -> None:
    found = letter(street("Elzenstraat", (4.351, 52.003), (4.357, 52.003)))
    assert found.boxes[0].contains(found.cores[0]) and 0.2 < found.cores[0].area / found.boxes[0].area < 0.6


def test_a_river_is_lettered_in_blue_and_larger_than_a_street() -> None:
    bed = Polygon([(4.3505, 52.0025), (4.3595, 52.0025), (4.3595, 52.0032), (4.3505, 52.0032)])
    ground = StreetData(BOUNDARY, waters=(Water(bed),), streams=(
        Stream(LineString([(4.3505, 52.00285), (4.3595, 52.00285)]), "Schie", 0),))
    river, *_ = street_names(ground, FRAME, ISLAND, size=3, seed="test").names
    assert river.kind == "water" and river.size > 3.5 and {mark.fill for mark in river.marks} == {"water-line"}


def test_parks_and_squares_are_named_where_they_lie() -> None:
    ground = StreetData(BOUNDARY, names=(
        PlaceName(Point(4.352, 52.002), "Wilhelminapark", "green", 90.0),
        PlaceName(Point(4.357, 52.004), "Leeuwenplein", "square", 60.0)))
    found = street_names(ground, FRAME, ISLAND, size=3, seed="test")
    assert {name.text: name.kind for name in found.names} == {"Wilhelminapark": "green", "Leeuwenplein": "square"}
    assert found.names[0].box.contains(Point(FRAME.point((4.352, 52.002))))


def test_neighbours_are_named_outside() -> None:
    small = ISLAND.buffer(-60)
    ground = StreetData(BOUNDARY, names=(PlaceName(Point(4.3505, 52.003), "Voorhof", "neighbourhood"),
                                         PlaceName(Point(4.30, 52.003), "Den Hoorn", "neighbourhood")))
    found = outside_names(ground, FRAME, small, 420, 297, seed="test")
    assert {name.text for name in found.names} == {"Voorhof", "Den Hoorn"}
    assert not any(name.box.intersects(small) for name in found.names)
    assert all(box(0, 0, 420, 297).contains(name.box) for name in found.names)


def test_streets_in_any_script_and_without_any_are_taken_as_they_come() -> None:
    found = letter(
        street("شارع السلام", (4.351, 52.003), (4.359, 52.003)), street("", (4.351, 52.004), (4.359, 52.004)))
    assert {name.text for name in found.names} == {"شارع السلام"}
    assert along("", [(0, 0), (9, 0)], "street", 3) == [] == along("A", [(0, 0), (0, 0)], "street", 3)


def test_the_same_neighbourhood_gets_the_same_letters() -> None:
    street_ = street("Elzenstraat", (4.351, 52.003), (4.357, 52.0035))
    assert letter(street_).marks == letter(street_).marks


def test_nothing_to_name_is_no_fault() -> None:
    assert letter().names == []
