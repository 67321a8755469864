"""How the land lies: no white holes, bridges over water, nothing planted in a house, arrows to what lies outside."""

import math

import numpy
import pytest
import shapely
from shapely.geometry import LineString, box

from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.scenery.bridges import bridges
from assetmap.drawing.scenery.edge import edge_of
from assetmap.drawing.scenery.fences import fences
from assetmap.drawing.scenery.ground import Land
from assetmap.drawing.scenery.lie import lie_of
from assetmap.drawing.scenery.life import life
from assetmap.drawing.scenery.rails import rails
from assetmap.drawing.scenery.sheet import NOTHING, Sheet
from assetmap.drawing.scenery.streets import streets
from assetmap.drawing.scenery.trees import trees
from assetmap.drawing.scenery.ways_out import APART, ways_out
from assetmap.drawing.street_data import Street, StreetData, Water

from .village import BOUNDARY, degrees, frame, village

STYLE = style_named("ink-and-wash")


def sheet_of(ground: StreetData, scale: float = 0.4, boundary=BOUNDARY, style=STYLE) -> Sheet:
    at = frame(scale)
    edge = edge_of(boundary, at, 160, 150, "village")
    return Sheet(ground, at, edge.core, edge.island, NOTHING, style, "village")


@pytest.fixture(scope="module")
def laid():
    sheet = sheet_of(village())
    lie = lie_of(sheet)
    return sheet, lie, Land(sheet, lie)


def test_no_ground_is_left_white(laid) -> None:
    sheet, lie, land = laid
    known = shapely.union_all([lie.water, lie.pavement, land.gardens, land.yards, land.plain, *land.told.values()])
    assert (sheet.island - known).area < 0.03 * sheet.island.area


def test_behind_homes_lie_gardens_and_around_the_school_a_yard(laid) -> None:
    sheet, _, land = laid
    assert land.gardens.contains(sheet.frame.shape(degrees(shapely.Point(60, 122))))
    assert land.yards.area > 0 and not land.yards.intersects(land.gardens.buffer(-0.2))


def test_gardens_have_fences_and_none_from_far_away(laid) -> None:
    sheet, lie, land = laid
    (mark,) = fences(sheet, lie, land)
    assert len(mark.rings) > 8
    far = sheet_of(village(), 0.1)
    lie = lie_of(far)
    assert fences(far, lie, Land(far, lie)) == []


def test_a_bridge_lies_wherever_a_way_crosses_water(laid) -> None:
    sheet, lie, _ = laid
    decks = [shapely.Polygon(mark.rings[0]) for mark in bridges(sheet, lie) if mark.fill == "street"]
    for crossing in ((146, 100), (146, 40), (146, 20)):
        spot = sheet.frame.shape(degrees(shapely.Point(crossing)))
        assert any(deck.contains(spot) for deck in decks), crossing
    # The tunnel passes underneath.
    assert not any(deck.contains(sheet.frame.shape(degrees(shapely.Point(146, 160)))) for deck in decks)


def test_a_street_along_the_water_is_no_bridge() -> None:
    ground = StreetData(BOUNDARY, streets=(Street(degrees(LineString([(50, 0), (50, 240)])), "street"),),
                        waters=(Water(degrees(box(40, 0, 52, 240))),))
    sheet = sheet_of(ground)
    assert bridges(sheet, lie_of(sheet)) == []


def test_without_water_there_is_no_bridge_and_without_streets_none_either(laid) -> None:
    told = village()
    for ground in (StreetData(BOUNDARY, streets=told.streets), StreetData(BOUNDARY, waters=told.waters)):
        sheet = sheet_of(ground)
        assert bridges(sheet, lie_of(sheet)) == []


def test_a_kerb_stops_where_the_drawing_does(laid) -> None:
    sheet, lie, _ = laid
    kerbs = [mark for mark in streets(sheet, lie) if mark.fill == "ink"]
    outside = sheet.island.buffer(1.0)
    assert kerbs and all(shapely.contains_xy(outside, *ring.T).all() for mark in kerbs for ring in mark.rings)
    # The carriageway's ends lie open.
    ends = sheet.island.boundary & lie.carriageway
    here = [shapely.Polygon(mark.rings[0]) for mark in kerbs]
    middles = [end.interpolate(0.5, normalized=True) for end in shapely.get_parts(ends) if end.length > 1.5]
    assert middles and not any(mark.contains(middle) for mark in here for middle in middles)


def test_no_tree_stands_in_a_house_in_water_or_on_the_street(laid) -> None:
    sheet, lie, land = laid
    found = trees(sheet, lie, land)
    assert len(found) > 40
    spots = numpy.array([(x, y) for y, x, _ in found])
    for taken in (lie.water, lie.carriageway, shapely.union_all(lie.footprints)):
        assert not shapely.contains_xy(taken.buffer(-0.05), *spots.T).any()


def test_people_stand_on_dry_land_and_boats_float(laid) -> None:
    sheet, lie, land = laid
    found = life(sheet, lie, land)
    assert len(found) > 4
    houses = shapely.union_all(lie.footprints)
    assert not any(shapely.contains_xy(houses, x, y) for y, x, _ in found)


def test_an_arrow_shows_the_way_out_once_for_each_name(laid) -> None:
    sheet, *_ = laid
    ways = ways_out(sheet)
    names = [way.name for way in ways]
    assert {"Hoofdweg", "Oosterwijk"} & set(names) and len(set(names)) == len(names)
    for way in ways:
        there = (way.spot[0] + 4 * math.cos(way.angle), way.spot[1] + 4 * math.sin(way.angle))
        assert not sheet.island.contains(shapely.Point(there)), way
        assert sheet.island.boundary.distance(shapely.Point(way.spot)) < 0.1
    assert all(math.dist(one.spot, other.spot) >= APART for one in ways for other in ways if one is not other)


def test_a_train_has_sleepers_and_what_runs_underground_is_not_drawn(laid) -> None:
    sheet, *_ = laid
    sleepers, *tracks = rails(sheet)
    assert len(sleepers.rings) > 50 and tracks
    metro = sheet.frame.shape(degrees(LineString([(60, 40), (270, 180)])))
    assert not any(metro.buffer(0.2).covers(LineString(ring)) for mark in tracks for ring in mark.rings)
