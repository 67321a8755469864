"""The base map travels as one small file, comes back as it was, and is never left half written."""

import gzip
import json
import os

import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from assetmap.domain.problems import Problem
from assetmap.drawing import base_file, street_data
from assetmap.drawing.base_file import keep_base, pack, read_base, unpack
from assetmap.drawing.street_data import Building, Ground, Rail, Street, StreetData, Tree, TreeRow, Water
from assetmap.geo.metres import grid_at
from assetmap.imports.streets import read_streets

from ..neighbourhood import BOUNDARY
from ..row_houses import row_houses
from ..small_extract import write_town

LAYERS = ("streets", "buildings", "waters", "streams", "grounds", "rails", "trees", "tree_rows", "names")


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return read_streets(write_town(tmp_path_factory.mktemp("town")), BOUNDARY)


def _facts(feature):
    shapes = ("line", "area", "point")
    return tuple(getattr(feature, name) for name in feature.__slots__ if name not in shapes)


def _shape(feature):
    return next(getattr(feature, name) for name in ("line", "area", "point") if hasattr(feature, name))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_comes_back_with_its_facts_and_within_ten_centimetres(town, layer):
    grid = grid_at(4.36, 51.996)
    before, after = getattr(town, layer), list(getattr(unpack(pack(town)), layer))
    assert len(before) == len(after) > 0
    for feature in before:
        twins = [other for other in after if _facts(other) == _facts(feature)]
        shape = grid.to_metres(_shape(feature))
        assert min(shape.hausdorff_distance(grid.to_metres(_shape(other))) for other in twins) < 0.1


def test_boundary_margin_source_and_addresses_come_back(town):
    again = unpack(pack(town))
    assert again.margin == town.margin
    assert again.attribution == "© OpenStreetMap contributors"
    assert again.addresses == town.addresses
    assert again.boundary.symmetric_difference(town.boundary).area < 1e-7


def test_grounds_keep_the_order_they_are_drawn_in(town):
    assert [ground.kind for ground in unpack(pack(town)).grounds] == [ground.kind for ground in town.grounds]


def test_the_same_streets_give_the_same_bytes(town):
    assert pack(town) == pack(town)


def test_it_can_be_unpacked_beforehand_too(town):
    packed = pack(town)
    assert len(unpack(gzip.decompress(packed)).streets) == len(unpack(packed).streets)


def test_what_the_grid_squeezes_flat_is_left_out():
    tiny = Polygon([(4.36, 52.0), (4.3600001, 52.0), (4.3600001, 52.0000001)])
    line = LineString([(4.36, 52.0), (4.3600001, 52.0)])
    data = StreetData(BOUNDARY, waters=(Water(tiny),), rails=(Rail(line),), trees=(Tree(Point(4.36, 52.0)),))
    again = unpack(pack(data))
    assert (len(again.waters), len(again.rails), len(again.trees)) == (0, 0, 1)


def test_a_neighbourhood_with_nothing_but_a_boundary_in_parts_and_with_a_hole():
    parts = shapely.union_all([box(4.35, 51.99, 4.36, 52.0).difference(box(4.352, 51.992, 4.354, 51.994)),
                               box(4.37, 51.99, 4.38, 52.0)])
    again = unpack(pack(StreetData(parts)))
    assert again.boundary.symmetric_difference(parts).area < 1e-7
    assert not again.streets


def test_courtyards_run_the_other_way_round_than_their_outline():
    for outline in (box(4.36, 52.0, 4.361, 52.001), box(4.36, 52.0, 4.361, 52.001, ccw=False)):
        yard = box(4.3602, 52.0002, 4.3606, 52.0006)
        data = StreetData(BOUNDARY, buildings=(Building(Polygon(outline.exterior, [yard.exterior])),))
        again = unpack(pack(data)).buildings[0].area
        assert again.exterior.is_ccw != again.interiors[0].is_ccw


def test_every_kind_that_can_be_drawn_can_be_written():
    area, line = box(4.36, 52.0, 4.361, 52.001), LineString([(4.36, 52.0), (4.361, 52.0)])
    data = StreetData(
        BOUNDARY, streets=tuple(Street(line, kind) for kind in street_data.STREETS),
        buildings=tuple(Building(area, kind, 2.5, roof)
                        for kind in street_data.BUILDINGS for roof in street_data.ROOFS),
        grounds=tuple(Ground(area, kind) for kind in street_data.GROUNDS), tree_rows=(TreeRow(line, True),))
    again = unpack(pack(data))
    assert [ground.kind for ground in again.grounds] == list(street_data.GROUNDS)
    assert {street.kind for street in again.streets} == set(street_data.STREETS)
    assert len(again.buildings) == len(street_data.BUILDINGS) * len(street_data.ROOFS)
    assert again.tree_rows[0].hedge is True


@pytest.mark.parametrize("damage", [
    lambda packed: b"",
    lambda packed: b"<html>",
    lambda packed: packed[:len(packed) // 2],
    lambda packed: gzip.decompress(packed)[:100],
    lambda packed: b"ABM\x09" + gzip.decompress(packed)[4:],
    lambda packed: b"ABM\x01" + b"\xff" * 400,
])
def test_anything_else_is_told_as_damaged(town, damage):
    with pytest.raises(Problem) as refused:
        unpack(damage(pack(town)))
    assert refused.value.code == "base-file-damaged"


def test_keeping_it_writes_two_files_and_nothing_else(town, tmp_path):
    folder = tmp_path / "new" / "base"
    keep_base(town, folder)
    assert sorted(path.name for path in folder.iterdir()) == ["streets.bin.gz", "streets.json"]
    assert len(read_base(folder).streets) == len(town.streets)
    assert json.loads((folder / "streets.json").read_text("utf-8"))["streets"]


def test_without_street_data_there_is_none(tmp_path):
    assert read_base(tmp_path) is None
    assert base_file.read_index(tmp_path) is None


def test_a_full_disk_leaves_what_was_there(town, tmp_path, monkeypatch):
    keep_base(town, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as refused:
        keep_base(StreetData(BOUNDARY), tmp_path)
    assert refused.value.code == "disk-full"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_can_not_be_written_is_named(town, tmp_path):
    (tmp_path / "base").write_text("in the way")
    with pytest.raises(Problem) as refused:
        keep_base(town, tmp_path / "base")
    assert refused.value.code == "folder-not-writable"
    assert str(tmp_path / "base") in str(refused.value)


def test_two_by_two_kilometres_of_row_houses_stay_under_four_hundred_kilobytes():
    data = row_houses()
    assert len(data.buildings) > 15_000
    assert len(pack(data)) < 400_000
