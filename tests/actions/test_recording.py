"""Recording an asset and changing it."""

import uuid
from dataclasses import replace

import pytest

from assetmap import inventory
from assetmap.actions import recording
from assetmap.actions.drafting import draft_of
from assetmap.actions.merging import Collision
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft, DraftPerson
from assetmap.domain.kind import Kind
from assetmap.domain.precision import Precision
from assetmap.domain.problems import Problem, Problems
from assetmap.domain.role import VISITOR
from assetmap.domain.state import State
from assetmap.store import assets, journal, neighbourhoods
from tests.neighbourhood import DRAFTS, LATER, NOW, Tuinwijk, agreed, point

BENCH = Draft(Kind.PLACE, "Bankje bij de brug", "Hier wacht je op elkaar.", audience=Audience.PUBLIC)


def refused(tuinwijk: Tuinwijk, draft: Draft) -> list[str]:
    with pytest.raises(Problems) as trouble:
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft)
    return [problem.code for problem in trouble.value.problems]


def test_everything_that_was_said_is_kept(tuinwijk: Tuinwijk) -> None:
    for key, draft in DRAFTS.items():
        if key == "accordion":
            continue  # Wim took it back.
        kept = draft_of(assets.read(tuinwijk.db, tuinwijk.numbers[key]))
        people = {(person.name, person.part, frozenset(person.agreed)) for person in kept.people}
        assert people == {(person.name, person.part, frozenset(person.agreed)) for person in draft.people}
        assert replace(kept, id="", people=(), keep_outside=False, geometry=None) == replace(
            draft, people=(), geometry=None)
        assert (kept.geometry or {}).get("type") == (draft.geometry or {}).get("type")


def test_every_change_raises_the_version_and_leaves_a_line_in_the_journal(tuinwijk: Tuinwijk) -> None:
    before = neighbourhoods.sequence(tuinwijk.db)
    asset = recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, BENCH)
    assert neighbourhoods.sequence(tuinwijk.db) == before + 1
    line = journal.lines(tuinwijk.db, asset.number)[0]
    assert (line["verb"], line["actor"], line["at"]) == ("recorded", tuinwijk.members["Bas"].id, NOW)


def test_the_same_id_twice_gives_one_asset(tuinwijk: Tuinwijk) -> None:
    draft = replace(BENCH, id=str(uuid.uuid4()))
    first = recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft)
    second = recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, draft)
    assert first.number == second.number


@pytest.mark.parametrize(("change", "codes"), [
    ({"title": "  "}, ["title-missing"]),
    ({"why": ""}, ["why-missing"]),
    ({"title": "", "why": "\n"}, ["title-missing", "why-missing"]),
    ({"story": "x" * 20_001}, ["text-too-long"]),
    ({"tags": tuple(str(n) for n in range(21))}, ["too-many"]),
    ({"geometry": point(5.0, 52.0)}, ["outside-boundary"]),
    ({"geometry": {"type": "Polygon", "coordinates": [[[4.352, 51.992], [4.353, 51.993], [4.353, 51.992],
                                                        [4.352, 51.993], [4.352, 51.992]]]}}, ["bad-geometry"]),
])
def test_what_is_wrong_is_told_all_at_once(tuinwijk: Tuinwijk, change: dict, codes: list[str]) -> None:
    count = assets.count(tuinwijk.db)
    assert refused(tuinwijk, replace(BENCH, **change)) == codes
    assert assets.count(tuinwijk.db) == count


def test_a_story_of_twenty_thousand_characters_fits(tuinwijk: Tuinwijk) -> None:
    asset = recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, replace(BENCH, story="x" * 20_000))
    assert len(assets.read(tuinwijk.db, asset.number).story) == 20_000


def test_a_place_outside_the_boundary_is_kept_after_asking(tuinwijk: Tuinwijk) -> None:
    draft = replace(BENCH, geometry=point(4.3712, 51.998), keep_outside=True)
    assert recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft).geometry is not None


def test_a_visitor_can_not_record(tuinwijk: Tuinwijk) -> None:
    with pytest.raises(Problem, match="people who look after this map"):
        recording.record(tuinwijk.db, VISITOR, NOW, BENCH)


def test_a_mask_is_chosen_once_and_stays_where_it_is(tuinwijk: Tuinwijk) -> None:
    before = assets.read(tuinwijk.db, tuinwijk.numbers["woodwork"])
    bas = tuinwijk.members["Bas"]
    renamed = replace(draft_of(before), title="Joop timmert nog steeds")
    assert recording.change(tuinwijk.db, bas, LATER, before.number, renamed, before.revision).shown == before.shown
    exact = recording.change(
        tuinwijk.db, bas, LATER, before.number, replace(renamed, precision=Precision.EXACT), before.revision + 1)
    assert exact.shown == exact.geometry
    again = recording.change(tuinwijk.db, bas, LATER, before.number, renamed, exact.revision)
    assert again.shown == before.shown


def test_two_people_who_change_different_things_both_get_what_they_wrote(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["bench"]
    opened = assets.read(tuinwijk.db, number)
    mila, bas = tuinwijk.members["Mila"], tuinwijk.members["Bas"]
    recording.change(tuinwijk.db, mila, NOW, number, replace(draft_of(opened), title="Praatbank"), opened.revision)
    recording.change(tuinwijk.db, bas, LATER, number, replace(draft_of(opened), state=State.IN_USE), opened.revision)
    after = assets.read(tuinwijk.db, number)
    assert (after.title, after.state) == ("Praatbank", State.IN_USE)


def test_two_people_who_change_the_same_thing_are_asked(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["bench"]
    opened = assets.read(tuinwijk.db, number)
    mila, bas = tuinwijk.members["Mila"], tuinwijk.members["Bas"]
    recording.change(tuinwijk.db, mila, LATER, number, replace(draft_of(opened), title="Praatbank"), opened.revision)
    with pytest.raises(Collision) as clash:
        recording.change(
            tuinwijk.db, bas, LATER, number, replace(draft_of(opened), title="Bank", why="Nieuw."), opened.revision)
    assert clash.value.clashes == ("title",)
    assert (clash.value.mine.title, clash.value.theirs.title) == ("Bank", "Praatbank")
    assert "Mila" in str(clash.value)
    assert assets.read(tuinwijk.db, number).why == opened.why


def test_an_old_form_does_not_bring_back_what_somebody_took_back(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["soup"]
    opened = assets.read(tuinwijk.db, number)
    mila, bas = tuinwijk.members["Mila"], tuinwijk.members["Bas"]
    without = replace(draft_of(opened), people=(DraftPerson("Fatma", agreed=agreed("public", "text")),))
    recording.change(tuinwijk.db, mila, NOW, number, without, opened.revision)
    recording.change(tuinwijk.db, bas, LATER, number, replace(draft_of(opened), title="Soep"), opened.revision)
    assert inventory.item(tuinwijk.db, Audience.PUBLIC, number).people == ()


def test_saving_without_a_change_makes_no_revision(tuinwijk: Tuinwijk) -> None:
    before = assets.read(tuinwijk.db, tuinwijk.numbers["soup"])
    recording.change(tuinwijk.db, tuinwijk.members["Bas"], LATER, before.number, draft_of(before), before.revision)
    assert assets.read(tuinwijk.db, before.number) == before


def test_a_retired_asset_is_left_out_and_can_come_back(tuinwijk: Tuinwijk) -> None:
    number, bas = tuinwijk.numbers["bench"], tuinwijk.members["Bas"]
    recording.retire(tuinwijk.db, bas, LATER, number)
    assert number not in inventory.find(tuinwijk.db, Audience.PUBLIC)[0]
    retired = inventory.Selection(states=(State.RETIRED,))
    assert inventory.find(tuinwijk.db, Audience.PUBLIC, retired)[0] == [number]
    recording.bring_back(tuinwijk.db, bas, LATER, number)
    assert number in inventory.find(tuinwijk.db, Audience.PUBLIC)[0]


def test_control_signs_do_not_break_the_keeping(tuinwijk: Tuinwijk) -> None:
    asset = recording.record(
        tuinwijk.db, tuinwijk.members["Bas"], NOW, replace(BENCH, title="a\0b", description="x\r\ny"))
    kept = assets.read(tuinwijk.db, asset.number)
    assert (kept.title, kept.description) == ("a\ufffdb", "x\ny")
