"""The first look: the counts and crowds that the page of the map carries, never more than an audience may see."""

import json
from gzip import decompress

import pytest

from assetmap.actions import recording
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.packs import first_look as looks
from assetmap.packs.facets import facets
from assetmap.packs.first_look import first_look, home_zoom
from assetmap.packs.points import pack
from assetmap.store import kept, neighbourhoods
from assetmap.store.opening import writing
from tests.benchmarks.filling import fill, opened
from tests.neighbourhood import LATER

BOUNDS = (4.34, 51.98, 4.38, 52.01)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    db = opened(fill(tmp_path_factory.mktemp("many"), 5000))
    yield db
    db.close()


def whole(crowds: str) -> int:
    view = json.loads(crowds)
    return len(view["points"]) + sum(sum(kinds) for _, _, kinds in view["crowds"])


def test_few_assets_need_no_crowds(tuinwijk):
    assert first_look(tuinwijk.db, Audience.PUBLIC, BOUNDS, 100_000).crowds == ""


def test_the_crowds_hold_everything_that_is_on_the_map_now(many):
    look = first_look(many, Audience.PUBLIC, BOUNDS, 100_000)
    placed = many.execute("SELECT count(*) FROM assets WHERE cell NOT NULL AND state <> 'retired'").fetchone()[0]
    assert whole(look.crowds) == placed
    assert json.loads(look.crowds)["zoom"] == home_zoom(BOUNDS)


def test_the_counts_are_those_that_the_list_shows(many, tuinwijk):
    assert first_look(many, Audience.PUBLIC, BOUNDS, 100_000).facets == facets(many, Audience.PUBLIC)
    for audience in Audience:
        look = first_look(tuinwijk.db, audience, BOUNDS, 100_000)
        with writing(tuinwijk.db):
            kept.clear(tuinwijk.db)
        assert look.facets == facets(tuinwijk.db, audience)


def test_what_was_read_is_packed_on_the_way(tuinwijk):
    with writing(tuinwijk.db):
        kept.clear(tuinwijk.db)
    first_look(tuinwijk.db, Audience.PUBLIC, BOUNDS, 100_000)
    etag, body = kept.read(tuinwijk.db, "pack/public", neighbourhoods.sequence(tuinwijk.db))
    with writing(tuinwijk.db):
        kept.clear(tuinwijk.db)
    made = pack(tuinwijk.db, Audience.PUBLIC)
    assert (made.etag, decompress(made.body)) == (etag, decompress(body))


def test_more_than_the_limit_is_not_packed(many):
    with writing(many):
        kept.clear(many)
    first_look(many, Audience.PUBLIC, BOUNDS, 100)
    assert kept.read(many, "pack/public", neighbourhoods.sequence(many)) is None


def test_a_change_is_seen_at_once(tuinwijk):
    before = first_look(tuinwijk.db, Audience.PUBLIC, BOUNDS, 100_000).facets.total
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
        Kind.PLACE, "Ruilkast", "Geef wat je over hebt.", audience=Audience.PUBLIC,
        geometry={"type": "Point", "coordinates": [4.361, 51.997]}))
    assert first_look(tuinwijk.db, Audience.PUBLIC, BOUNDS, 100_000).facets.total == before + 1


def test_what_is_not_shown_to_the_public_is_in_no_crowd(tuinwijk, monkeypatch):
    monkeypatch.setattr(looks, "AT_ONCE", 0)
    for audience, least in ((Audience.PUBLIC, 4), (Audience.TEAM, 5)):
        crowds = first_look(tuinwijk.db, audience, BOUNDS, 100_000).crowds
        shown = {point[0] for point in json.loads(crowds)["points"]}
        assert whole(crowds) >= least
        assert (tuinwijk.numbers["keys"] in shown) == (audience is Audience.TEAM)
        assert tuinwijk.numbers["accordion"] not in shown


def test_the_zoom_shows_the_whole_neighbourhood_on_a_tablet():
    assert home_zoom(BOUNDS) == 14
    assert home_zoom((4.3, 51.9, 4.5, 52.0)) == 12
    assert home_zoom((4.36, 51.99, 4.36, 51.99)) == 18
