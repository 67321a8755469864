"""Street data becomes the layers of the base map: what is drawn, what is left out, where it ends."""

import json

import pytest
import shapely
from shapely.geometry import Polygon, box, mapping, shape

from assetmap import demo
from assetmap.domain.problems import Problem
from assetmap.geo import metres
from assetmap.imports.osm.reader import ATTRIBUTION
from assetmap.imports.streets import read_streets

from ..small_extract import DEGREES_A_METRE, SOUTH, WEST, Drawing, write_town


def around(x: float, y: float, wide: float, high: float) -> Polygon:
    """A rectangle in metres of the little town."""
    east, north = DEGREES_A_METRE
    return box(WEST + x * east, SOUTH + y * north, WEST + (x + wide) * east, SOUTH + (y + high) * north)


WHOLE = around(-20, -20, 340, 340)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_streets(write_town(tmp_path_factory.mktemp("town")), WHOLE)


def test_streets_have_their_kind_name_width_and_level(data):
    known = {(street.name, street.kind, street.level) for street in data.streets}
    assert ("Lindestraat", "living", 0) in known
    assert ("Kade", "street", 1) in known
    assert ("Tunnel", "main", -2) in known
    assert ("", "steps", 0) in known
    assert ("", "drive", 0) in known
    assert next(street.width for street in data.streets if street.name == "Hoofdweg") == 9
    assert sum(street.name == "Kade" for street in data.streets) == 3


def test_pavements_building_sites_and_indoor_ways_are_not_drawn(data):
    assert sum(street.kind == "path" for street in data.streets) == 1


def test_houses_have_floors_roofs_and_courtyards(data):
    houses = [building for building in data.buildings if building.kind == "house"]
    assert len(houses) == 12
    assert {(house.levels, house.roof) for house in houses} == {(2.0, "gabled")}
    flats = next(building for building in data.buildings if building.kind == "flats")
    assert flats.levels == 5
    assert len(flats.area.interiors) == 1
    school = next(building for building in data.buildings if building.kind == "learning")
    assert school.levels == 3.0
    assert len(data.buildings) == 12 + 1 + 1 + 1


def test_water_is_one_area_and_runs_under_the_bridge(data):
    assert len(data.waters) == 1
    bridge = next(street.line for street in data.streets if street.level == 1)
    assert bridge.intersects(data.waters[0].area)


def test_the_name_of_the_canal_lies_in_its_water_and_pipes_are_left_out(data):
    vliet = [stream for stream in data.streams if stream.name == "Vliet"]
    assert {stream.width for stream in vliet} == {0}
    assert sorted(stream.width for stream in data.streams if not stream.name) == [1.5]


def test_green_and_other_ground_largest_first(data):
    kinds = [ground.kind for ground in data.grounds]
    assert {"park", "playground", "grass", "school", "square"} <= set(kinds)
    assert kinds.index("park") < kinds.index("playground")


def test_rails_trees_rows_and_hedges(data):
    assert sorted(rail.kind for rail in data.rails) == ["train", "yard"]
    assert sorted(tree.radius for tree in data.trees) == [2.5, 4.0]
    assert sorted(row.hedge for row in data.tree_rows) == [False, True]


def test_names_of_places(data):
    assert {(place.name, place.kind) for place in data.names} == {
        ("Zonnepark", "green"), ("De Regenboog", "building"), ("De Regenboog", "place"), ("Dorpsplein", "square"),
        ("Het Eiland", "neighbourhood")}


def test_house_numbers_are_counted_once_per_street(data):
    assert data.addresses == {"Hoofdweg": 1, "Lindestraat": 12}


def test_the_source_is_credited(data):
    assert data.attribution == ATTRIBUTION == "© OpenStreetMap contributors"


def test_lines_and_areas_end_at_the_margin_and_houses_stay_whole(tmp_path):
    data = read_streets(write_town(tmp_path), around(62, 0, 20, 20), margin=30)
    edge = metres.buffer(around(62, 0, 20, 20), 30.5)
    for street in data.streets:
        assert edge.covers(street.line)
    for water in data.waters:
        assert edge.covers(water.area)
    assert "Hoofdweg" not in {street.name for street in data.streets}
    crossing = [building for building in data.buildings if not edge.covers(building.area)]
    assert crossing
    assert all(metres.area(building.area) == pytest.approx(54, rel=0.01) for building in crossing)


def test_a_boundary_in_two_parts(tmp_path):
    both = shapely.union_all([around(0, 0, 30, 30), around(250, 0, 30, 30)])
    data = read_streets(write_town(tmp_path), both, margin=10)
    assert {building.kind for building in data.buildings} == {"flats"}


@pytest.mark.parametrize(("shore", "wet", "dry"), [
    ([(-900, 150), (900, 150)], (100, 50), (100, 250)),
    ([(150, -900), (150, 900)], (250, 100), (50, 100)),
    ([(150, 900), (150, -900)], (50, 100), (250, 100)),
])
def test_the_sea_lies_on_the_right_hand_of_the_shore(shore, wet, dry, tmp_path):
    here = Drawing()
    here.way(*shore, natural="coastline")
    data = read_streets(here.write(tmp_path / "shore.osm.pbf"), WHOLE)
    sea = shapely.union_all([water.area for water in data.waters])
    assert sea.contains(around(*wet, 1, 1))
    assert not sea.intersects(around(*dry, 1, 1))


def test_nothing_inside_the_boundary_is_said(tmp_path):
    with pytest.raises(Problem) as refused:
        read_streets(write_town(tmp_path), box(5.0, 53.0, 5.01, 53.01))
    assert refused.value.code == "nothing-in-boundary"


def test_progress_runs_from_start_to_end(tmp_path):
    told = []
    read_streets(write_town(tmp_path), WHOLE, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def _geojson(path, *features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": geometry, "properties": properties} for geometry, properties in features]}))
    return path


LINE = {"type": "LineString", "coordinates": [[WEST, SOUTH], [WEST + 0.002, SOUTH]]}


def test_streets_from_geojson_with_tags_or_with_our_own_words(tmp_path):
    path = _geojson(
        tmp_path / "own.geojson",
        (LINE, {"highway": "cycleway", "name": "Fietspad", "width": 3}),
        (LINE, {"tags": {"highway": "service"}}),
        (LINE, {"layer": "Street", "name": "Getekende straat"}),
        (mapping(around(10, 10, 20, 20)), {"layer": "house", "building:levels": 3}),
        (mapping(around(50, 10, 20, 20)), {"layer": "water"}),
        (None, {"layer": "tree"}))
    data = read_streets(path, WHOLE)
    assert {(street.kind, street.name) for street in data.streets} == {
        ("cycle", "Fietspad"), ("service", ""), ("street", "Getekende straat")}
    assert data.buildings[0].levels == 3
    assert len(data.waters) == 1
    assert data.attribution == ""


def test_geojson_the_wrong_way_round_or_in_metres_is_recognised(tmp_path):
    swapped = {"type": "LineString", "coordinates": [[SOUTH, WEST], [SOUTH, WEST + 0.002]]}
    metric = {"type": "LineString", "coordinates": [[84_000, 446_000], [84_100, 446_000]]}
    for line, code in ((swapped, "swapped-position"), (metric, "metres-position")):
        with pytest.raises(Problem) as refused:
            read_streets(_geojson(tmp_path / "odd.geojson", (line, {"highway": "residential"})), WHOLE)
        assert refused.value.code == code


@pytest.mark.parametrize(("content", "code"), [
    ('{"type": "FeatureCollection", "features": [{"type": "Fea', "geojson-damaged"),
    (b'{"type": "\xff"}', "geojson-damaged"),
    ('{"version": 0.6, "elements": []}', "not-street-data"),
    ("[1, 2]", "not-street-data"),
    ("[" * 200_000, "not-street-data"),
    ('{"type": "FeatureCollection", "features": []}', "nothing-in-boundary"),
    ("name,street\nBas,Kade\n", "not-street-data"),
    ("", "file-empty"),
])
def test_anything_else_is_told_for_what_it_is(content, code, tmp_path):
    path = tmp_path / "streets.geojson"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Problem) as refused:
        read_streets(path, WHOLE)
    assert refused.value.code == code
    assert "streets.geojson" in str(refused.value)


def test_a_real_neighbourhood():
    delft = demo.DATA / "aan_de_schie"
    boundary = shape(json.loads((delft / "boundary.geojson").read_text("utf-8"))["features"][0]["geometry"])
    data = read_streets(delft / "delft-area.osm.pbf", boundary)
    assert len(data.buildings) > 800
    assert {"Koningsveld", "Hooikade", "Zuideinde"} <= {street.name for street in data.streets}
    schie = next(stream for stream in data.streams if stream.name == "Schie")
    assert shapely.union_all([water.area for water in data.waters]).contains(schie.line.centroid)
