"""GeoJSON that comes back whole, and opens elsewhere."""

import json
from dataclasses import replace

import pytest
import shapely
from shapely.geometry import Point, Polygon

from assetmap.domain.kind import Kind
from assetmap.exports.record import FIELDS

from . import sample
from .conftest import make


@pytest.fixture
def collection(street, tmp_path) -> dict:
    return json.loads(make(street, "geojson", tmp_path / "x.geojson").path.read_text("utf-8"))


def test_every_asset_is_a_feature_with_every_documented_field(collection, street):
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == [item.id for item in street.items]
    for feature, item in zip(collection["features"], street.items, strict=True):
        assert tuple(feature["properties"]) == FIELDS
        assert feature["properties"]["title"] == item.title
        assert feature["properties"]["story"] == item.story
        assert feature["properties"]["people"] == [{"name": name, "part": part} for name, part in item.people]


def test_places_come_back_exactly_and_no_place_is_null(collection, street):
    for feature, item in zip(collection["features"], street.items, strict=True):
        if item.shape is None:
            assert feature["geometry"] is None
        else:
            assert shapely.equals(shapely.geometry.shape(feature["geometry"]), item.shape)


def test_areas_run_anticlockwise_as_the_standard_asks(street, tmp_path):
    clockwise = Polygon([(4.36, 52.0), (4.36, 52.001), (4.361, 52.001), (4.361, 52.0)])
    asset = sample.item(1, Kind.PLACE, "Veld", "Ruimte.", (0, 0), shape=clockwise)
    read = json.loads(make(replace(street, items=(asset,), ties=()), "geojson", tmp_path / "x").path.read_text("utf-8"))
    assert shapely.geometry.shape(read["features"][0]["geometry"]).exterior.is_ccw


def test_the_whole_tells_about_the_neighbourhood_its_rounds_and_that_it_is_invented(collection, street):
    about = collection["assetmap"]
    assert about["slug"] == "aan-de-schie" and about["audience"] == "public" and about["edition"] == 3
    assert about["notice"] == street.notice and about["mandate"] == street.mandate
    assert about["rounds"][0]["title"] == "Herfstronde"
    assert all(
        feature["properties"]["invented"] for feature in collection["features"] if feature["properties"]["people"]
    )


def test_connections_stand_with_the_asset_they_start_from(collection, street):
    told = {
        (tie["id"], tie["to"]) for feature in collection["features"] for tie in feature["properties"]["connections"]
    }
    ids = {item.number: item.id for item in street.items}
    assert told == {(tie.id, ids[tie.second]) for tie in street.ties}


def test_a_connection_to_something_that_is_not_in_this_inventory_is_left_out(street, tmp_path):
    read = json.loads(make(replace(street, items=street.items[:1]), "geojson", tmp_path / "x").path.read_text("utf-8"))
    assert read["features"][0]["properties"]["connections"] == []


@pytest.mark.parametrize(
    "text", ["\0", "</script>", "‮omgekeerd", "👩🏽‍🍳", "\ud83d alleen een half teken", "=1+1", 'aan"haling\\']
)
def test_odd_texts_come_back_as_they_were(text, street, tmp_path):
    asset = sample.item(1, Kind.STORY, text, text, (0, 0), story=text, shape=Point(4.36, 52))
    path = make(replace(street, items=(asset,), ties=()), "geojson", tmp_path / "x").path
    back = json.loads(path.read_text("utf-8"))["features"][0]["properties"]["story"]
    assert back == text
