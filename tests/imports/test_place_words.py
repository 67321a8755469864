"""Positions as people and programs write them."""

import pytest

from assetmap.imports.place_words import number_of, shape_in


@pytest.mark.parametrize(("text", "number"), [
    ("4.36", 4.36), ("4,36", 4.36), (" 4.36° ", 4.36), ("-0,5", -0.5), ("84.512,7", 84512.7), ("84 512.7", 84512.7),
    ("447012", 447012.0), ("1e3", 1000.0), ("", None), ("vier", None), ("4.36.1", None), ("1e999999", None),
    (True, None),
])
def test_numbers_with_every_sort_of_comma(text: object, number: float | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", [
    "52.0012, 4.3567", "52.0012,4.3567", "52,0012; 4,3567", "52,0012 4,3567", "52.0012 4.3567 0 5", "[52.0012, 4.3567]",
    "(52.0012, 4.3567)", "POINT (4.3567 52.0012)", "SRID=4326;POINT(4.3567 52.0012)", "point z (4.3567 52.0012 3)",
    '{"type":"Point","coordinates":[4.3567,52.0012]}', "52°00'04.32\"N 4°21'24.12\"E",
    "52° 00' 04,32\" N, 4° 21' 24,12\" O",
])
def test_one_place_written_in_many_ways(text: str) -> None:
    shape, _ = shape_in(text)
    assert shape["type"] == "Point"
    assert shape["coordinates"][:2] == pytest.approx([4.3567, 52.0012], abs=1e-6)


def test_a_trace_of_a_form_is_a_line_and_a_closed_one_an_area() -> None:
    assert shape_in("52.0 4.3 0 0;52.1 4.4 0 0")[0] == {"type": "LineString", "coordinates": [[4.3, 52.0], [4.4, 52.1]]}
    assert shape_in("52.0 4.3;52.1 4.3;52.1 4.4;52.0 4.3")[0]["type"] == "Polygon"


def test_the_system_written_before_a_shape_is_told() -> None:
    assert shape_in("SRID=28992;POINT(84512 447012)")[1] == "EPSG:28992"


@pytest.mark.parametrize("text", ["", "in het park", "POINT (", "{", "52", "1,2,3,4,5", "POINT EMPTY", "a, b"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert shape_in(text)[0] is None
