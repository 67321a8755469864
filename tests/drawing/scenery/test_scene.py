"""A neighbourhood is drawn whole: softly edged, without holes, the same every time, and nothing under the writing."""

import subprocess
import sys

import numpy
import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from assetmap.drawing.pen.frame import frame_for
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.pen.svg import svg_document
from assetmap.drawing.scenery.scene import scene
from assetmap.drawing.street_data import StreetData

from .village import BOUNDARY, broken, degrees, frame, old_town, village

PAGE = 160.0, 150.0
STYLE = style_named("ink-and-wash")
PENS = {"ink", "pencil", "green-line", "water-line", "rail", "chalk", "flower", "border"}


def draw(ground=None, boundary=BOUNDARY, style=STYLE, seed="village", at=None, page=PAGE, **more):
    return scene(ground, boundary, at or frame(), *page, style, seed, **more)


def layer(drawn, name):
    return next(layer.marks for layer in drawn.layers if layer.name == name)


def rings(marks):
    return [numpy.asarray(ring, float) for mark in marks for ring in mark.rings]


@pytest.fixture(scope="module")
def drawn():
    return draw(village())


def test_everything_of_the_village_is_there(drawn) -> None:
    filled = {layer.name for layer in drawn.layers if layer.marks}
    assert filled == {"ground", "meadow", "water", "paths", "streets", "fields", "rails", "bridges", "border",
                      "standing", "veil"}


def test_the_same_neighbourhood_is_drawn_the_same(drawn) -> None:
    again = draw(village())
    assert svg_document(again.layers, STYLE, *PAGE) == svg_document(drawn.layers, STYLE, *PAGE)
    other = draw(village(), seed="other")
    assert svg_document(other.layers, STYLE, *PAGE) != svg_document(drawn.layers, STYLE, *PAGE)


def test_the_same_neighbourhood_is_drawn_the_same_by_another_process() -> None:
    code = ("import hashlib; from tests.drawing.scenery.test_scene import *; "
            "print(hashlib.sha256(svg_document(draw(village()).layers, STYLE, *PAGE).encode()).hexdigest())")
    told = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
                       capture_output=True, text=True, check=True).stdout for seed in ("1", "2")}
    assert len(told) == 1


def test_the_drawing_ends_where_the_neighbourhood_does_and_not_at_a_rectangle(drawn) -> None:
    island, core = drawn.island, frame().shape(BOUNDARY)
    assert island.buffer(0.01).covers(drawn.core) and core.buffer(0.01).covers(drawn.core)
    assert drawn.core.area > 0.97 * core.area
    assert core.area * 1.1 < island.area < 0.85 * island.envelope.area
    # The corner that the L leaves open stays paper.
    assert not island.contains(frame().shape(degrees(shapely.Point(290, 230))))
    # A hand's edge: no two pieces of it run the same way.
    edge = numpy.diff(numpy.asarray(shapely.get_exterior_ring(shapely.get_parts(island)[0]).coords), axis=0)
    ways = numpy.round(numpy.degrees(numpy.arctan2(*edge.T)) % 180, 0)
    long = numpy.hypot(*edge.T)
    assert max(long[ways == way].sum() for way in set(ways)) < 0.12 * long.sum()


def test_all_that_is_drawn_lies_on_the_page(drawn) -> None:
    assert box(0, 0, *PAGE).contains(drawn.island)


def test_what_lies_around_fades_until_nothing_is_left(drawn) -> None:
    far, near = numpy.array([[drawn.core.centroid.x, drawn.core.centroid.y]]), []
    for mark in layer(drawn, "veil"):
        paper = shapely.make_valid(shapely.Polygon(mark.rings[0], [ring for ring in mark.rings[1:]]))
        assert mark.fill == "paper" and not shapely.contains_xy(paper, *far[0])
        spot = shapely.get_coordinates(drawn.island.exterior if drawn.island.geom_type == "Polygon" else
                                       drawn.island.geoms[0].exterior)[0]
        near.append(mark.strength if shapely.contains_xy(paper, *spot) else 0)
    assert 1 - numpy.prod(1 - numpy.array(near)) > 0.9


def test_nothing_is_drawn_under_the_writing() -> None:
    clear = shapely.union_all([box(40, 60, 75, 80), box(80, 90, 130, 100)])
    free = clear.buffer(-0.45)
    drawn = draw(village(), clear=clear)
    assert drawn.left_out > 0
    for part in drawn.layers:
        if part.name in ("ground", "veil", "standing"):
            continue
        for mark in part.marks:
            if mark.line in PENS or mark.fill in PENS:
                for ring in mark.rings:
                    assert not shapely.contains_xy(free, *numpy.asarray(ring, float).T).any(), part.name


def test_a_boundary_alone_is_a_warm_sheet() -> None:
    for ground in (None, StreetData(BOUNDARY)):
        drawn = draw(ground)
        assert {part.name for part in drawn.layers if part.marks} == {"ground", "meadow", "border", "standing", "veil"}
        # Room in the middle to write in.
        middle = drawn.core.buffer(-17)
        feet = [ring[0] for mark in layer(drawn, "standing") if mark.fill == "trunk" for ring in mark.rings]
        assert len(feet) > 3 and not middle.is_empty
        assert not any(shapely.contains_xy(middle, *foot) for foot in feet)


def test_streets_alone_are_a_neighbourhood_too() -> None:
    told = village()
    drawn = draw(StreetData(BOUNDARY, streets=told.streets))
    assert layer(drawn, "streets") and layer(drawn, "standing") and not layer(drawn, "bridges")


def test_a_dense_old_town_has_a_bridge_for_every_lane() -> None:
    town = old_town()
    at = frame_for(town.boundary, 297, 210, 20)
    drawn = scene(town, town.boundary, at, 297, 210, STYLE, "old")
    decks = [mark for mark in layer(drawn, "bridges") if mark.fill == "street"]
    assert len(decks) == 5
    assert len(layer(drawn, "standing")) > 500


@pytest.mark.parametrize("boundary", [broken().boundary, BOUNDARY, MultiPolygon([
    box(4.36, 52.0, 4.361, 52.001), box(4.362, 52.0, 4.363, 52.001)])])
def test_broken_shapes_are_drawn_or_left_out_but_never_stop_the_pen(boundary) -> None:
    drawn = draw(broken(), boundary)
    assert not drawn.island.is_empty
    assert all(numpy.isfinite(ring).all() for part in drawn.layers for ring in rings(part.marks))
    assert "nan" not in svg_document(drawn.layers, STYLE, *PAGE)


def test_a_neighbourhood_elsewhere_leaves_a_page_with_paper() -> None:
    drawn = draw(village(), degrees(box(9000, 9000, 9100, 9100)))
    assert not drawn.island.is_empty
    assert not draw(village(), Polygon()).island.is_empty


@pytest.mark.parametrize("style", ["ink-and-wash", "black-only", "quiet", "high-contrast", "night"])
def test_every_style_draws_the_village(style) -> None:
    found = style_named(style)
    svg = svg_document(draw(village(), style=found).layers, found, *PAGE)
    assert len(svg) > 100_000
    if style == "black-only":
        assert not {colour for colour in _colours(svg)} - {"#000000", "#ffffff"}
        assert "opacity" not in svg.split('id="veil"')[1]


def test_from_far_away_less_is_drawn_and_from_near_by_more() -> None:
    far, near = draw(village(), at=frame(0.08, 60, 90)), draw(village(), at=frame(1.5, -10, 225))
    assert 0 < len(layer(far, "standing")) < len(layer(draw(village()), "standing"))
    assert not any(mark.fill.startswith("skin") for mark in layer(far, "standing"))
    # A crop: the neighbourhood goes on, the page does not.
    assert box(0, 0, *PAGE).contains(near.island) and near.island.area > 0.6 * PAGE[0] * PAGE[1]
    assert any(mark.detail == 2 for mark in layer(near, "streets"))


def test_a_quiet_drawing_has_nobody_in_it(drawn) -> None:
    def people(found):
        return [mark for mark in layer(found, "standing") if "skin" in mark.fill]

    assert people(drawn) and not people(draw(village(), lively=False))
    assert not people(draw(village(), style=style_named("quiet")))


def test_progress_goes_one_way_to_the_end() -> None:
    told: list[float] = []
    draw(village(), progress=told.append)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 2


def test_streets_with_names_are_told_for_lettering(drawn) -> None:
    names = {name for name, *_ in drawn.streets}
    assert {"Hoofdweg", "Lindestraat", "Hofje"} <= names and "Tunnelweg" not in names
    assert all(drawn.island.buffer(0.1).covers(line) for _, _, line in drawn.streets)


def _colours(svg: str) -> set[str]:
    return {svg[at:at + 7] for at in range(len(svg)) if svg[at] == "#" and svg[at - 1] == '"'}
