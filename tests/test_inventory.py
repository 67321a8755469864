"""The one way out: nothing leaves that its audience may not see."""

from dataclasses import replace

import pytest
from shapely.geometry import Point

from assetmap import inventory
from assetmap.actions import founding, recording
from assetmap.actions.drafting import draft_of
from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.domain.role import COMMAND
from assetmap.domain.state import Review, State
from assetmap.inventory import Selection
from assetmap.store import assets
from tests.neighbourhood import LATER, NOW, Tuinwijk

SEES = {
    Audience.PUBLIC: {"soup", "bench", "drawing", "arabic"},
    Audience.NEIGHBOURHOOD: {"soup", "bench", "drawing", "arabic", "woodwork", "garden"},
    Audience.TEAM: {"soup", "bench", "drawing", "arabic", "woodwork", "garden", "football", "calls", "keys"},
}


def keys(tuinwijk: Tuinwijk, numbers) -> set[str]:
    by_number = {number: key for key, number in tuinwijk.numbers.items()}
    return {by_number[number] for number in numbers}


@pytest.mark.parametrize("audience", list(Audience))
def test_each_audience_sees_what_neighbours_agreed_to(tuinwijk: Tuinwijk, audience: Audience) -> None:
    taken = inventory.take(tuinwijk.db, tuinwijk.folder, audience, NOW)
    assert keys(tuinwijk, (item.number for item in taken.items)) == SEES[audience]
    assert keys(tuinwijk, inventory.find(tuinwijk.db, audience)[0]) == SEES[audience]


@pytest.mark.parametrize("audience", list(Audience))
def test_what_wim_took_back_is_shown_to_nobody(tuinwijk: Tuinwijk, audience: Audience) -> None:
    taken = inventory.take(tuinwijk.db, tuinwijk.folder, audience, NOW)
    assert "Wim" not in repr(taken.items) and "Accordeon" not in repr(taken.items)
    assert inventory.item(tuinwijk.db, audience, tuinwijk.numbers["accordion"]) is None


def test_a_masked_place_shows_an_area_that_holds_it_and_never_the_place(tuinwijk: Tuinwijk) -> None:
    item = inventory.item(tuinwijk.db, Audience.TEAM, tuinwijk.numbers["woodwork"])
    assert item.masked and item.shape.geom_type == "Polygon"
    assert item.shape.covers(Point(4.3580, 51.9960)) and item.point != (4.3580, 51.9960)


def test_an_asset_that_waits_for_a_steward_is_shown_to_nobody(tuinwijk: Tuinwijk) -> None:
    asset = assets.read(tuinwijk.db, tuinwijk.numbers["soup"])
    assert inventory.shown(replace(asset, review=Review.WAITING), Audience.TEAM) is None


def test_a_photo_goes_no_further_than_its_own_audience(tuinwijk: Tuinwijk, kept_photo) -> None:
    number = tuinwijk.numbers["bench"]
    kept_photo("bench", audience=Audience.NEIGHBOURHOOD)
    assert len(inventory.item(tuinwijk.db, Audience.NEIGHBOURHOOD, number).pictures) == 1
    assert inventory.item(tuinwijk.db, Audience.PUBLIC, number).pictures == ()


def test_whether_a_photo_may_be_fetched_follows_the_same_rule(tuinwijk: Tuinwijk, kept_photo) -> None:
    hash = kept_photo("bench", audience=Audience.NEIGHBOURHOOD)
    assert inventory.may_see_media(tuinwijk.db, Audience.NEIGHBOURHOOD, hash)
    assert not inventory.may_see_media(tuinwijk.db, Audience.PUBLIC, hash)
    assert not inventory.may_see_media(tuinwijk.db, Audience.TEAM, "0" * 64)


@pytest.mark.parametrize("audience", list(Audience))
def test_columns_for_fast_questions_say_the_same_as_the_rule(tuinwijk: Tuinwijk, audience: Audience) -> None:
    """`reach` and `place_reach` are the rule written down beforehand; they may never say more."""
    for asset in assets.read_many(tuinwijk.db, assets.numbers(tuinwijk.db)):
        reach, place_reach = tuinwijk.db.execute(
            "SELECT reach, place_reach FROM assets WHERE number = ?", [asset.number]).fetchone()
        item = inventory.shown(asset, audience)
        assert (item is not None) == (reach >= audience.level)
        assert (item is not None and item.point is not None) == (place_reach >= audience.level)


def test_kinds_tags_states_and_words_narrow_the_selection(tuinwijk: Tuinwijk) -> None:
    def found(**selection) -> set[str]:
        return keys(tuinwijk, inventory.find(tuinwijk.db, Audience.TEAM, Selection(**selection))[0])

    assert found(kinds=(Kind.STORY,)) == {"arabic"}
    assert found(tags=("helpfulness",)) == {"soup"}
    assert found(tags=("helpfulness", "skills")) == set()
    assert found(states=(State.UNDER_USED,)) == {"bench"}
    assert found(words="bankje") == {"bench"}
    assert found(words="bankje", kinds=(Kind.STORY,)) == set()
    assert found(box=(4.3595, 51.9965, 4.3605, 51.9975)) == {"soup"}


def test_pages_of_a_long_list_follow_each_other(tuinwijk: Tuinwijk) -> None:
    whole, total = inventory.find(tuinwijk.db, Audience.TEAM)
    paged = [number for after in range(0, total, 4)
             for number in inventory.find(tuinwijk.db, Audience.TEAM, Selection(most=4, after=after))[0]]
    assert paged == whole and total == len(whole)


def test_connections_are_told_where_both_ends_may_be_seen(tuinwijk: Tuinwijk) -> None:
    def ties(audience: Audience) -> int:
        return len(inventory.take(tuinwijk.db, tuinwijk.folder, audience, NOW).ties)

    assert (ties(Audience.PUBLIC), ties(Audience.NEIGHBOURHOOD)) == (1, 2)


def test_a_place_that_is_not_shared_hides_its_street_as_well(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["soup"]
    asset = assets.read(tuinwijk.db, number)
    person = draft_of(asset).people[0]
    without_place = replace(person, agreed=tuple(pair for pair in person.agreed if pair[0] != "place"))
    recording.change(
        tuinwijk.db, tuinwijk.members["Bas"], LATER, number, replace(draft_of(asset), people=(without_place,)),
        asset.revision)
    item = inventory.item(tuinwijk.db, Audience.TEAM, number)
    assert (item.point, item.shape, item.street) == (None, None, "")
    assert inventory.find(tuinwijk.db, Audience.PUBLIC, Selection(words="populierstraat"))[0] == []


def test_a_source_that_the_neighbourhood_names_itself_is_said_once(tuinwijk: Tuinwijk) -> None:
    def sources() -> str:
        return inventory.take(tuinwijk.db, tuinwijk.folder, Audience.PUBLIC, NOW).attribution

    tuinwijk.db.execute("UPDATE assets SET attribution = '© OpenStreetMap contributors'")
    founding.tell(tuinwijk.db, COMMAND, LATER, attribution="Straten: © OpenStreetMap contributors (ODbL).")
    assert sources() == "Straten: © OpenStreetMap contributors (ODbL)."
    founding.tell(tuinwijk.db, COMMAND, LATER, attribution="Buurtgrens: CBS.")
    assert sources() == "Buurtgrens: CBS. · © OpenStreetMap contributors"
