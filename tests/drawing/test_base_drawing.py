"""A neighbourhood is drawn once, kept whole, and drawn anew when what it was drawn from has changed."""

import gzip
import json

import numpy
import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from assetmap.domain.problems import Problem
from assetmap.drawing import base_drawing
from assetmap.drawing.base_drawing import FILE, TOLD, draw_base, drawing_of, frame_at, state, styles_of
from assetmap.drawing.base_file import FILE as STREETS
from assetmap.drawing.base_file import keep_base
from assetmap.drawing.ink_file import pack_ink
from assetmap.drawing.ink_marks import columns_rows, ink_of
from assetmap.drawing.ink_names import Names, names_of, on_screen
from assetmap.drawing.pen.marks import Layer, Mark
from assetmap.drawing.street_data import Stream, Street, StreetData
from assetmap.imports.streets import read_streets

from ..row_houses import row_houses
from ..small_extract import DEGREES_A_METRE, SOUTH, WEST, write_town

BOUNDARY = box(WEST, SOUTH, WEST + 200 * DEGREES_A_METRE[0], SOUTH + 150 * DEGREES_A_METRE[1])


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return read_streets(write_town(tmp_path_factory.mktemp("town")), BOUNDARY)


@pytest.fixture
def folder(town, tmp_path):
    keep_base(town, tmp_path / "base")
    return tmp_path / "base"


def test_the_streets_are_drawn_and_kept_with_progress(folder):
    told = []
    size = draw_base(folder, BOUNDARY, "town", progress=told.append)
    assert size == (folder / FILE).stat().st_size
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 4
    assert state(folder, BOUNDARY) == "whole"


def test_the_same_streets_give_the_same_bytes(town):
    styles = styles_of("quiet")
    assert drawing_of(town, BOUNDARY, "town", styles) == drawing_of(town, BOUNDARY, "town", styles)
    assert drawing_of(town, BOUNDARY, "town", styles) != drawing_of(town, BOUNDARY, "elsewhere", styles)


def test_with_a_boundary_alone_there_is_a_sheet_too(tmp_path):
    assert draw_base(tmp_path, BOUNDARY, "town") > 1_000
    assert state(tmp_path, BOUNDARY) == "whole"


def test_a_neighbourhood_of_two_parts_is_drawn(tmp_path):
    parts = MultiPolygon([box(4.36, 51.996, 4.362, 51.997), box(4.366, 51.998, 4.368, 51.999)])
    assert draw_base(tmp_path, parts, "two") > 1_000


def test_other_streets_another_boundary_and_another_look_make_it_old(town, folder, tmp_path):
    draw_base(folder, BOUNDARY, "town")
    assert state(folder, BOUNDARY.buffer(0.0001)) == "old"
    own = tmp_path / "styles"
    own.mkdir()
    (own / "quiet.json").write_text(json.dumps({"based_on": "ink-and-wash", "pens": {"kerb": 0.5}}))
    assert state(folder, BOUNDARY, own_styles=own) == "old"
    keep_base(StreetData(BOUNDARY, streets=town.streets), folder)
    assert state(folder, BOUNDARY) == "old"


def test_a_change_of_the_recipe_makes_it_old(folder, monkeypatch):
    draw_base(folder, BOUNDARY, "town")
    monkeypatch.setattr(base_drawing, "recipe", lambda: "another")
    assert state(folder, BOUNDARY) == "old"


def test_an_older_format_counts_as_none_and_a_newer_one_is_for_the_browser_that_came_with_it(folder, monkeypatch):
    draw_base(folder, BOUNDARY, "town")
    monkeypatch.setattr(base_drawing, "VERSION", base_drawing.VERSION + 1)
    assert state(folder, BOUNDARY) == "missing"
    monkeypatch.setattr(base_drawing, "VERSION", base_drawing.VERSION - 2)
    assert state(folder, BOUNDARY) == "whole"


@pytest.mark.parametrize("damage", [
    lambda folder: (folder / FILE).write_bytes((folder / FILE).read_bytes()[:-20]),
    lambda folder: (folder / FILE).unlink(), lambda folder: (folder / TOLD).unlink(),
    lambda folder: (folder / TOLD).write_text("{half"), lambda folder: (folder / TOLD).write_text("[]"),
    lambda folder: (folder / TOLD).write_text('{"version": "one"}')])
def test_a_damaged_drawing_counts_as_none_and_is_drawn_anew(damage, folder):
    draw_base(folder, BOUNDARY, "town")
    damage(folder)
    assert state(folder, BOUNDARY) == "missing"
    draw_base(folder, BOUNDARY, "town")
    assert state(folder, BOUNDARY) == "whole"


def test_damaged_streets_are_told(folder):
    (folder / STREETS).write_bytes(b"\x1f\x8bhalf")
    with pytest.raises(Problem) as refused:
        draw_base(folder, BOUNDARY, "town")
    assert refused.value.code == "base-file-damaged"


def test_its_style_is_remembered(folder, tmp_path):
    own = tmp_path / "styles"
    own.mkdir()
    (own / "mine.json").write_text(json.dumps({"based_on": "quiet", "paints": {"water": "#123456"}}))
    draw_base(folder, BOUNDARY, "town", "mine", own_styles=own)
    assert b"#123456" in gzip.decompress((folder / FILE).read_bytes())
    draw_base(folder, BOUNDARY, "town", own_styles=own)
    assert state(folder, BOUNDARY, own_styles=own) == "whole"
    assert json.loads((folder / TOLD).read_text())["style"] == "mine"
    (own / "mine.json").unlink()
    assert state(folder, BOUNDARY, own_styles=own) == "whole", "the drawing outlives its style"


def test_an_unknown_style_is_told(folder):
    with pytest.raises(Problem) as refused:
        draw_base(folder, BOUNDARY, "town", "crayon")
    assert refused.value.code == "unknown-choice"
    assert not (folder / FILE).exists()


def test_what_is_small_is_left_out_where_there_are_many_houses(monkeypatch):
    ground = row_houses(170)
    whole = drawing_of(ground, ground.boundary, "rows", styles_of("quiet"))
    monkeypatch.setattr(base_drawing, "CROWDED", 50)
    fewer = drawing_of(ground, ground.boundary, "rows", styles_of("quiet"))
    assert len(fewer) < len(whole) * 0.95


def test_pieces_of_one_street_carry_one_name_and_tunnels_none():
    line = [[(4.3601, 51.9961), (4.3605, 51.9961)], [(4.3605, 51.9961), (4.3612, 51.9962)]]
    ground = StreetData(
        BOUNDARY, streets=(
            Street(shapely.LineString(line[0]), "path", "Kade"), Street(shapely.LineString(line[1]), "main", "Kade"),
            Street(shapely.LineString(line[0]), "main", "Tunnel", level=-1),
            Street(shapely.LineString(line[0]), "drive", "Inrit")),
        streams=(Stream(shapely.LineString(line[1]), "Vliet"),))
    named = [(each.name, each.kind) for each in names_of(ground, BOUNDARY).lines]
    assert named == [("Kade", "main"), ("Vliet", "stream")]


def test_a_mark_stays_within_ten_centimetres_of_where_it_was_drawn():
    frame, *_ = frame_at(BOUNDARY, 0.5)
    origin = tuple(on_screen([BOUNDARY.centroid.coords[0]])[0].tolist())
    x, y = frame.point(BOUNDARY.centroid.coords[0])
    ring = numpy.array(((x, y), (x + 7.31, y + 0.4), (x + 5.2, y + 6.3)))
    ink = ink_of([Layer("one", [Mark((ring,), fill="ink")])], frame, origin, start=0, fine=1, side=2048)
    kept = {tuple(point) for point in (ink.blocks[0].points / 2).tolist()}
    for x, y in columns_rows(frame, ring) - origin:
        assert min(max(abs(x - a), abs(y - b)) for a, b in kept) < 0.5


def test_rings_of_one_mark_that_lie_apart_are_kept_apart_and_holes_with_their_area():
    frame, *_ = frame_at(BOUNDARY, 0.5)
    square = numpy.array(((0, 0), (10, 0), (10, 10), (0, 10)), float)
    mark = Mark((square, square * 0.5 + 2, square + 30), fill="water", strength=0.2)
    ink = ink_of([Layer("one", [mark])], frame, (0, 0), start=0, fine=1, side=2048)
    assert sorted(rings for block in ink.blocks for rings in block.rings.tolist()) == [1, 2]
    assert {turn for block in ink.blocks for turn in block.turns.tolist()} == {0}


@pytest.mark.parametrize("layers", [[], [Layer("nothing", [])], [Layer("dots", [
    Mark(((0.0, 0.0),), fill="ink"), Mark((), fill="ink"), Mark((((5.0, 5.0), (5.0, 5.0)),), line="ink", width=0.2),
    Mark(d="M0 0h5", fill="ink")])]])
def test_what_is_too_small_to_draw_does_no_harm(layers):
    frame, *_ = frame_at(BOUNDARY, 0.12)
    ink = ink_of(layers, frame, (0, 0), start=0, fine=-1, side=8192)
    assert pack_ink([ink], Names(), styles_of("quiet"), (0, 0))


def test_broken_outlines_are_kept_as_they_were_drawn():
    frame, *_ = frame_at(BOUNDARY, 0.5)
    bow = numpy.array(((0, 0), (10, 10), (10, 0), (0, 10)), float)
    ink = ink_of([Layer("bow", [Mark((bow, bow + 3), fill="green")])], frame, (0, 0), start=0, fine=1, side=2048)
    assert Polygon(ink.blocks[0].points[:4]).bounds
