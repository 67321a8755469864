"""The streets by name: those of the neighbourhood first, each with its line, to choose from and to mask by."""

import pytest
from shapely.geometry import LineString, Point, box

from assetmap.drawing.street_data import PlaceName, Street, StreetData
from assetmap.drawing.street_index import line_of, street_index
from assetmap.geo.metres import grid_at

GRID = grid_at(4.36, 52.0)
BOUNDARY = GRID.to_degrees(box(0, 0, 400, 400))


def _street(name, *places):
    return Street(GRID.to_degrees(LineString(places)), "street", name)


@pytest.fixture
def index():
    return street_index(StreetData(
        BOUNDARY, attribution="© OpenStreetMap contributors",
        streets=(
            _street("Ümit Straße", (10, 10), (200, 10)), _street("Zonstraat", (0, 50), (50, 50)),
            _street("Zonstraat", (50, 50), (90, 50)), _street("Zonstraat", (200, 300), (250, 300)),
            _street("Buitenweg", (600, 0), (600, 400)), _street("Randweg", (408, 0), (408, 400)),
            _street("", (0, 80), (90, 80))),
        names=(PlaceName(GRID.to_degrees(Point(300, 300)), "Zonplein", "square"),
               PlaceName(GRID.to_degrees(Point(300, 300)), "Zonpark", "green")),
        addresses={"Zonstraat": 12}))


def test_streets_of_the_neighbourhood_come_first_in_the_order_of_the_alphabet(index):
    assert [(street["name"], street["inside"]) for street in index["streets"]] == [
        ("Randweg", True), ("Ümit Straße", True), ("Zonplein", True), ("Zonstraat", True), ("Buitenweg", False)]


def test_a_street_has_its_pieces_its_addresses_and_a_spot_on_it(index):
    street = next(street for street in index["streets"] if street["name"] == "Zonstraat")
    assert len(street["lines"]) == 2
    assert street["addresses"] == 12
    x, y = GRID.xy(*street["at"])
    assert (x, y) == pytest.approx((45, 50), abs=1)


def test_the_spot_lies_inside_the_neighbourhood_where_the_street_leaves_it():
    street = _street("Lange weg", (100, 100), (5_000, 100))
    at = street_index(StreetData(BOUNDARY, streets=(street,)))["streets"][0]["at"]
    assert BOUNDARY.contains(Point(at))


def test_a_square_without_a_line_is_there_too(index):
    square = next(street for street in index["streets"] if street["name"] == "Zonplein")
    assert square["lines"] == []
    assert line_of(index, "Zonplein") is None


def test_a_line_is_found_however_it_was_typed(index):
    assert line_of(index, "  umit   strasse ").length > 0
    assert line_of(index, "Nergensweg") is None


def test_the_source_is_in_it(index):
    assert index["attribution"] == "© OpenStreetMap contributors"
