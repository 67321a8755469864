"""An OpenStreetMap extract gives its features with their shapes, and says so when it is damaged or something else."""

import bz2
import gzip

import pytest
import shapely
from shapely.geometry import LineString

from assetmap.domain.problems import Problem
from assetmap.imports.osm import pbf_frames
from assetmap.imports.osm import reader as osm_reader
from assetmap.imports.osm.reader import closed_by_hand, read_features

from ..small_extract import DEGREES_A_METRE, SOUTH, WEST, Drawing, write_town

BOX = (4.355, 51.990, 4.370, 52.004)
KEYS = ("highway", "building", "natural", "leisure", "landuse", "waterway", "amenity")


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return write_town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def features(town):
    return list(read_features(town, BOX, KEYS))


def test_each_thing_comes_once_with_its_tags_and_a_valid_shape(features):
    assert len({feature.source for feature in features}) == len(features)
    assert all(feature.shape.is_valid and not feature.shape.is_empty for feature in features)
    school = next(feature for feature in features if feature.tags.get("building") == "yes")
    assert school.tags["name"] == "De Regenboog"
    assert school.shape.geom_type == "Polygon"


def test_a_closed_way_is_an_area_or_a_street_that_comes_back(features):
    shapes = {feature.tags.get("name"): feature.shape.geom_type for feature in features}
    assert shapes["Rondje"] == "LineString"
    assert shapes["Zonnepark"] == "Polygon"
    assert shapes["Dorpsplein"] == "Polygon"


def test_a_courtyard_stays_open(features):
    flats = next(feature for feature in features if feature.tags.get("building") == "apartments")
    assert len(flats.shape.interiors) == 1


def test_a_canal_that_runs_out_of_the_extract_is_closed_where_it_ends(features):
    canal = next(feature for feature in features if feature.tags.get("water") == "canal")
    width = canal.shape.area / (800 * DEGREES_A_METRE[1]) / DEGREES_A_METRE[0]
    assert width == pytest.approx(12, rel=0.01)


def test_an_outline_that_crosses_itself_is_mended(features):
    grass = next(feature for feature in features if feature.tags.get("landuse") == "grass")
    assert grass.shape.is_valid
    assert grass.shape.area > 0


def test_what_lies_far_away_is_left_out(features):
    assert "Verweg" not in {feature.tags.get("name") for feature in features}


def test_only_the_keys_that_were_asked_for(town):
    assert all("leisure" in feature.tags for feature in read_features(town, BOX, ("leisure",)))


@pytest.mark.parametrize("name", ["town.osm", "town.osm.gz", "town.osm.bz2"])
def test_every_form_of_the_same_extract_gives_the_same(name, features, tmp_path):
    plain = write_town(tmp_path, "plain.osm").read_bytes()
    packed = {"town.osm": bytes, "town.osm.gz": gzip.compress, "town.osm.bz2": bz2.compress}[name](plain)
    (tmp_path / name).write_bytes(packed)
    again = list(read_features(tmp_path / name, BOX, KEYS))
    assert {feature.source for feature in again} == {feature.source for feature in features}


def test_a_file_with_the_wrong_name_is_read_for_what_it_is(town, features, tmp_path):
    wrong = tmp_path / "town.osm"
    wrong.write_bytes(town.read_bytes())
    assert len(list(read_features(wrong, BOX, KEYS))) == len(features)


def test_progress_is_told_and_ends_at_the_end(town, monkeypatch):
    monkeypatch.setattr(pbf_frames, "_AT_ONCE", 1)
    told = []
    list(read_features(town, BOX, KEYS, told.append))
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1.0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.999])
def test_an_extract_that_was_cut_off_says_so_before_any_work(town, share, tmp_path, monkeypatch):
    monkeypatch.setattr(pbf_frames, "_AT_ONCE", 1)
    whole = town.read_bytes()
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(whole[:int(len(whole) * share)])
    told = []
    with pytest.raises(Problem) as refused:
        list(read_features(cut, BOX, KEYS, told.append))
    assert not told
    assert refused.value.code == "osm-cut-off"
    assert "cut.osm.pbf" in str(refused.value)


def test_half_an_xml_extract_says_so(tmp_path):
    whole = write_town(tmp_path, "town.osm").read_bytes()
    (tmp_path / "half.osm").write_bytes(whole[:len(whole) // 2])
    with pytest.raises(Problem) as refused:
        list(read_features(tmp_path / "half.osm", BOX, KEYS))
    assert refused.value.code == "osm-cut-off"


def test_a_damaged_extract_says_so(town, tmp_path):
    damaged = bytearray(town.read_bytes())
    damaged[300:340] = b"x" * 40
    (tmp_path / "damaged.osm.pbf").write_bytes(bytes(damaged))
    with pytest.raises(Problem) as refused:
        list(read_features(tmp_path / "damaged.osm.pbf", BOX, KEYS))
    assert refused.value.code in ("osm-damaged", "osm-cut-off")


@pytest.mark.parametrize(("content", "code"), [
    (b"", "file-empty"),
    (b"PK\x03\x04 a zip", "not-openstreetmap"),
    (b"<!doctype html><html><body>404</body></html>", "not-openstreetmap"),
    (b"<osmChange version='0.6'></osmChange>", "not-openstreetmap"),
    (b"\x00\x00\x00", "not-openstreetmap"),
    (b"<osm version='0.6'><node id='first' lat='52' lon='4.36'/></osm>", "osm-damaged"),
])
def test_anything_else_is_told_for_what_it_is(content, code, tmp_path):
    (tmp_path / "given.osm.pbf").write_bytes(content)
    with pytest.raises(Problem) as refused:
        list(read_features(tmp_path / "given.osm.pbf", BOX, KEYS))
    assert refused.value.code == code


def test_a_missing_file_and_a_folder(tmp_path):
    for path, code in ((tmp_path / "nothing.osm.pbf", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(Problem) as refused:
            list(read_features(path, BOX, KEYS))
        assert refused.value.code == code


def test_loose_ends_are_joined_to_the_nearest():
    ring = [LineString([(0, 0), (10, 0)]), LineString([(10, 0.5), (10, 10)]), LineString([(0, 10), (0, 0.5)])]
    assert closed_by_hand(ring).area == pytest.approx(100, rel=0.1)
    assert closed_by_hand([LineString([(0, 0), (1, 0)])]).is_empty


def test_a_way_of_which_only_one_point_is_there_is_passed_over(tmp_path):
    here = Drawing()
    here.way((0, 0), (10, 0), highway="residential")
    here.ways[0].nodes = [1, 77]
    path = here.write(tmp_path / "odd.osm.pbf")
    box = (WEST - 1, SOUTH - 1, WEST + 1, SOUTH + 1)
    assert list(osm_reader.read_features(path, box, KEYS)) == []
    assert shapely.box(*box).area
