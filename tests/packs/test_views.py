"""A view of the map: each asset where they are few, crowds where they are many, never more than an audience may see."""

import json

import pytest

from assetmap.domain.audience import Audience
from assetmap.domain.kind import KINDS, Kind
from assetmap.domain.problems import Problem
from assetmap.domain.state import State
from assetmap.geo.cells import cell_of
from assetmap.inventory import Selection
from assetmap.packs import view as views
from assetmap.packs.asked import Asked, box_of, selection_of, zoom_of
from assetmap.packs.facets import facets
from assetmap.packs.gathering import by_kind, by_street
from assetmap.packs.names import named
from assetmap.packs.shapes import shapes_in
from assetmap.packs.squares import edges_of, finest_zoom, ranges_of
from assetmap.store import positions
from assetmap.store.opening import writing
from tests.benchmarks.filling import fill, opened

AROUND = (4.34, 51.98, 4.38, 52.01)


def answer(db, audience=Audience.PUBLIC, zoom=16, box=AROUND, **chosen) -> dict:
    return json.loads(views.view(db, audience, Asked(Selection(**chosen), zoom, box)))


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    db = opened(fill(tmp_path_factory.mktemp("many"), 4000))
    yield db
    db.close()


def whole(answer: dict) -> int:
    return len(answer["points"]) + sum(sum(kinds) for _, _, kinds in answer["crowds"])


def numbers(answer: dict) -> set[int]:
    return {point[0] for point in answer["points"]}


def test_few_assets_come_one_by_one(tuinwijk):
    told = answer(tuinwijk.db)
    assert numbers(told) == {tuinwijk.numbers[key] for key in ("soup", "bench", "drawing", "arabic")}
    assert told["crowds"] == []
    _, what, lon, lat = next(point for point in told["points"] if point[0] == tuinwijk.numbers["bench"])
    assert (what & 7, lon, lat) == (KINDS[Kind.PLACE].code, 4.3622, 51.9985)


def test_what_is_only_for_the_team_is_not_in_the_public_view(tuinwijk):
    keys = tuinwijk.numbers["keys"]
    assert keys in numbers(answer(tuinwijk.db, Audience.TEAM))
    assert keys not in numbers(answer(tuinwijk.db, Audience.PUBLIC))


def test_only_what_lies_in_the_box_comes(tuinwijk):
    told = answer(tuinwijk.db, box=(4.3620, 51.9984, 4.3625, 51.9986))
    assert numbers(told) == {tuinwijk.numbers["bench"]}


def test_kinds_tags_states_and_words_choose(tuinwijk):
    bench, soup = tuinwijk.numbers["bench"], tuinwijk.numbers["soup"]
    assert numbers(answer(tuinwijk.db, kinds=(Kind.PLACE,))) == {bench}
    assert numbers(answer(tuinwijk.db, tags=("koken",))) == {soup}
    assert numbers(answer(tuinwijk.db, states=(State.UNDER_USED,))) == {bench}
    assert numbers(answer(tuinwijk.db, words="bankje")) == {bench}
    assert numbers(answer(tuinwijk.db, words="wegwezen")) == set()


def test_many_assets_come_as_crowds_that_count_them_all(many):
    told = answer(many, zoom=14)
    alive = many.execute("SELECT count(*) FROM assets WHERE state <> 'retired'").fetchone()[0]
    assert whole(told) == alive
    assert len(told["crowds"]) + len(told["points"]) < 500


def test_crowds_count_kinds_and_keep_to_those_that_were_chosen(many):
    places = many.execute("SELECT count(*) FROM assets WHERE state <> 'retired' AND kind = 'place'").fetchone()[0]
    told = answer(many, zoom=14, kinds=(Kind.PLACE,))
    assert whole(told) == places
    assert all(sum(kinds) == kinds[KINDS[Kind.PLACE].code - 1] for _, _, kinds in told["crowds"])


def test_crowds_that_are_kept_and_crowds_counted_on_the_spot_are_the_same(many, monkeypatch):
    kept = answer(many, zoom=14)
    monkeypatch.setattr(views, "pieces_in", lambda *_: None)
    counted = answer(many, zoom=14)
    assert whole(kept) == whole(counted)
    assert sorted(kinds for _, _, kinds in kept["crowds"]) == sorted(kinds for _, _, kinds in counted["crowds"])


def test_chosen_kinds_are_counted_once_and_then_kept(many, monkeypatch):
    first = answer(many, zoom=14, kinds=(Kind.PLACE, Kind.SKILL))
    monkeypatch.setattr(positions, "cells_between", lambda *_: pytest.fail("counted again"))
    assert answer(many, zoom=14, kinds=(Kind.SKILL, Kind.PLACE)) == first


def test_who_stands_alone_among_the_chosen_kinds_is_named(many):
    told = answer(many, zoom=14, kinds=(Kind.INSTITUTION,))
    alone = [number for number, *_ in told["points"]]
    kinds = many.execute(
        "SELECT DISTINCT kind FROM assets WHERE number IN (SELECT value FROM json_each(?))", [json.dumps(alone)])
    assert alone and kinds.fetchall() == [("institution",)]
    assert all(sum(counts) > 1 for _, _, counts in told["crowds"])


def test_kept_crowds_go_with_the_version_they_were_counted_for(tmp_path):
    db = opened(fill(tmp_path, 3000))
    before = whole(answer(db, zoom=14, kinds=(Kind.PLACE,)))
    with writing(db):
        db.execute("UPDATE assets SET state = 'retired' WHERE number = (SELECT min(number) FROM assets "
                   "WHERE kind = 'place' AND state <> 'retired')")
        db.execute("UPDATE neighbourhood SET sequence = sequence + 1")
    assert whole(answer(db, zoom=14, kinds=(Kind.PLACE,))) == before - 1
    db.close()


def test_from_as_far_as_the_moon_there_is_still_an_answer(many):
    for zoom in (0, 22):
        assert whole(answer(many, zoom=zoom, box=None)) == whole(answer(many, zoom=14))
    assert len(answer(many, zoom=22, box=(4.3600, 51.9950, 4.3601, 51.9951))['points']) < 5


def test_a_tag_is_counted_among_many_too(many):
    tagged = many.execute("""SELECT count(*) FROM asset_tags t JOIN assets a ON a.number = t.asset
                             WHERE t.tag = 'ties' AND a.state <> 'retired'""").fetchone()[0]
    assert whole(answer(many, zoom=14, tags=("ties",))) == tagged


def test_the_whole_world_from_close_by_is_answered_as_from_far_away(many):
    told = answer(many, zoom=20, box=(-180.0, -85.0, 180.0, 85.0))
    assert len(told["crowds"]) < 10
    assert finest_zoom(edges_of((-180, -85, 180, 85))) <= 6


def test_the_squares_of_a_view_hold_every_position_in_it():
    for box in ((4.355, 51.992, 4.365, 51.998), (-0.001, -0.001, 0.001, 0.001), (179.9, 84, 180, 85), (4, 52, 4, 52)):
        ranges = ranges_of(box)
        assert len(ranges) <= 30
        for lon in (box[0], (box[0] + box[2]) / 2, box[2]):
            for lat in (box[1], (box[1] + box[3]) / 2, box[3]):
                assert any(low <= cell_of(lon, lat) <= high for low, high in ranges), (box, lon, lat)


def test_shapes_of_a_view_are_lines_areas_and_masks(tuinwijk):
    told = json.loads(shapes_in(tuinwijk.db, Audience.TEAM, AROUND))["features"]
    by_number = {each["properties"]["number"]: each for each in told}
    garden, drawing = by_number[tuinwijk.numbers["garden"]], by_number[tuinwijk.numbers["drawing"]]
    assert (garden["geometry"]["type"], garden["properties"]["masked"]) == ("Polygon", False)
    assert (drawing["geometry"]["type"], drawing["properties"]["masked"]) == ("Polygon", True)
    assert tuinwijk.numbers["bench"] not in by_number
    assert json.loads(shapes_in(tuinwijk.db, Audience.TEAM, (5, 52, 5.1, 52.1)))["features"] == []


def test_words_tell_a_street_only_to_who_may_know_the_place(tuinwijk):
    def street(audience: Audience, key: str) -> str | None:
        told = named(tuinwijk.db, audience)
        row = next((row for row in told["assets"] if row[0] == tuinwijk.numbers[key]), None)
        return None if row is None else ["", *told["streets"]][row[5] + 1]

    assert street(Audience.PUBLIC, "soup") == "Populierstraat"
    assert street(Audience.PUBLIC, "drawing") == "Beukstraat"
    assert street(Audience.PUBLIC, "woodwork") is None
    assert street(Audience.NEIGHBOURHOOD, "woodwork") == "Esdoornstraat"


def test_words_are_the_titles_in_their_own_language_with_tags(tuinwijk):
    told = named(tuinwijk.db, Audience.PUBLIC, [tuinwijk.numbers["arabic"], tuinwijk.numbers["soup"]])
    rows = {row[0]: row for row in told["assets"]}
    assert rows[tuinwijk.numbers["arabic"]][1] == "باب مفتوح"
    assert told["languages"][rows[tuinwijk.numbers["arabic"]][6]] == "ar"
    assert [told["tags"][place] for place in rows[tuinwijk.numbers["soup"]][4]] == ["helpfulness", "koken"]


def test_counts_beside_the_filters_are_those_of_the_audience(tuinwijk):
    public, team = facets(tuinwijk.db, Audience.PUBLIC), facets(tuinwijk.db, Audience.TEAM)
    assert public.kinds[Kind.PLACE] == 1
    assert team.kinds[Kind.PLACE] == 3
    assert public.placed == 4
    assert dict(public.tags) == {"helpfulness": 1, "koken": 1}
    assert facets(tuinwijk.db, Audience.PUBLIC) == public


def test_a_list_is_gathered_by_kind_or_by_street(tuinwijk):
    n = tuinwijk.numbers
    given = [n["bench"], n["soup"], n["drawing"], n["arabic"]]
    assert by_kind(tuinwijk.db, Audience.PUBLIC, given) == [
        (n["drawing"], "skill"), (n["bench"], "place"), (n["soup"], "network"), (n["arabic"], "story")]
    assert by_street(tuinwijk.db, Audience.PUBLIC, given) == [
        (n["drawing"], "Beukstraat"), (n["bench"], "Kade"), (n["soup"], "Populierstraat"), (n["arabic"], "")]


class Values(dict):
    def getlist(self, key):
        return self.get(key, [])


def test_what_is_not_known_in_an_address_is_passed_over():
    chosen = selection_of(Values(
        kind=["place", "dragon", "place"], state=["retired", ""], tag=[" koken ", ""], q=[" soep "]))
    assert chosen == Selection(kinds=(Kind.PLACE,), states=(State.RETIRED,), tags=("koken",), words="soep")


@pytest.mark.parametrize("text", ["1,2,3", "a,b,c,d", "5,51,4,52", "4,52,5,51", "nan,1,2,3", "1,2,3,4,5"])
def test_a_box_that_is_none_is_told(text):
    with pytest.raises(Problem) as told:
        box_of(text)
    assert told.value.code == "bad-view"


def test_a_box_and_a_zoom_are_read():
    assert box_of("") is None
    assert box_of("4.3,51.9,4.4,52") == (4.3, 51.9, 4.4, 52.0)
    assert box_of("-200,-95,200,95") == (-180.0, -90.0, 180.0, 90.0)
    assert (zoom_of(""), zoom_of("17"), zoom_of("99"), zoom_of("-3")) == (15, 17, 22, 0)
    with pytest.raises(Problem):
        zoom_of("near")
