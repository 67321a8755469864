"""Two people with the same asset open: lists are put together, newcomers stay, and only what was seen is undone."""

from dataclasses import replace

import pytest

from assetmap import inventory
from assetmap.actions import drafting, recording, undoing
from assetmap.actions.drafting import draft_of
from assetmap.actions.merging import Collision
from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft, DraftPerson
from assetmap.domain.kind import Kind
from assetmap.domain.person import Part
from assetmap.domain.problems import Problem, Problems
from assetmap.store import assets
from tests.neighbourhood import LATER, NOW, Tuinwijk, agreed, point


def opened(tuinwijk: Tuinwijk, key: str) -> tuple[int, Draft]:
    number = tuinwijk.numbers[key]
    return number, draft_of(assets.read(tuinwijk.db, number))


def save(tuinwijk: Tuinwijk, who: str, number: int, draft: Draft, base: int, **more) -> Draft:
    return draft_of(recording.change(tuinwijk.db, tuinwijk.members[who], LATER, number, draft, base, **more))


def test_tags_that_two_people_add_are_both_kept(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "soup")
    save(tuinwijk, "Mila", number, replace(draft, tags=(*draft.tags, "vrijdag")), 1)
    after = save(tuinwijk, "Bas", number, replace(draft, tags=("koken", "samen")), 1)
    assert after.tags == ("koken", "samen", "vrijdag")  # Bas left "helpfulness" out.


def test_translations_in_two_languages_are_both_kept(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "soup")
    save(tuinwijk, "Mila", number, replace(draft, translations=(Translation("tr", "Cuma çorbası"),)), 1)
    after = save(tuinwijk, "Bas", number, replace(draft, translations=(Translation("pl", "Zupa w piątek"),)), 1)
    assert {each.language for each in after.translations} == {"tr", "pl"}


def test_the_same_translation_written_twice_is_asked(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "soup")
    save(tuinwijk, "Mila", number, replace(draft, translations=(Translation("tr", "Cuma çorbası"),)), 1)
    with pytest.raises(Collision) as collision:
        save(tuinwijk, "Bas", number, replace(draft, translations=(Translation("tr", "Çorba"),)), 1)
    assert collision.value.clashes == ("translations",)


def test_a_person_added_meanwhile_stays(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "soup")
    then = [("Fatma", "tells")]
    karim = DraftPerson("Karim", Part.HELPS, agreed=agreed("public"))
    save(tuinwijk, "Mila", number, replace(draft, people=(*draft.people, karim)), 1, people_then=then)
    after = save(tuinwijk, "Bas", number, replace(draft, title="Soep"), 1, people_then=then)
    assert {person.name for person in after.people} == {"Fatma", "Karim"}


def test_a_person_taken_off_meanwhile_does_not_come_back_with_an_older_form(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "soup")
    then = [("Fatma", "tells")]
    save(tuinwijk, "Mila", number, replace(draft, people=()), 1, people_then=then)
    after = save(tuinwijk, "Bas", number, replace(draft, title="Soep"), 1, people_then=then)
    assert after.people == ()


def test_nothing_is_undone_that_was_not_seen(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "bench")
    save(tuinwijk, "Mila", number, replace(draft, title="Zitje"), 1)
    with pytest.raises(Problem, match="Mila changed this a moment ago"):
        undoing.undo(tuinwijk.db, tuinwijk.members["Bas"], LATER, number, seen=1)
    assert assets.read(tuinwijk.db, number).title == "Zitje"


def test_a_recording_is_undone_by_whoever_made_it_and_can_be_recorded_again(tuinwijk: Tuinwijk) -> None:
    bas = tuinwijk.members["Bas"]
    number = recording.record(tuinwijk.db, bas, NOW, Draft(Kind.PLACE, "Vergissing", "Verkeerd")).number
    with pytest.raises(Problem, match="no earlier version"):
        undoing.take_away(tuinwijk.db, tuinwijk.members["Mila"], LATER, number)
    undoing.take_away(tuinwijk.db, bas, LATER, number)
    assert inventory.item(tuinwijk.db, Audience.TEAM, number) is None
    assert drafting.open_taken_away(tuinwijk.db, bas, number).title == "Vergissing"
    with pytest.raises(Problem):
        drafting.open_taken_away(tuinwijk.db, tuinwijk.members["Mila"], number)


def test_what_was_taken_back_cannot_be_opened_for_change(tuinwijk: Tuinwijk) -> None:
    with pytest.raises(Problem) as problem:
        drafting.open_for_change(tuinwijk.db, tuinwijk.members["Bas"], tuinwijk.numbers["accordion"])
    assert problem.value.code == "unknown-asset"


def test_history_tells_who_changed_what(tuinwijk: Tuinwijk) -> None:
    number, draft = opened(tuinwijk, "bench")
    save(tuinwijk, "Mila", number, replace(draft, title="Zitje", story="Ooit stond hier een kar."), 1)
    newest, oldest = undoing.history(tuinwijk.db, tuinwijk.members["Bas"], number)
    assert (newest.who, newest.verb, newest.fields) == ("Mila", "changed", ("title", "story"))
    assert (oldest.who, oldest.title) == ("Bas", "Praatbankje")


def test_latitude_and_longitude_that_changed_places_are_recognised(tuinwijk: Tuinwijk) -> None:
    with pytest.raises(Problems, match="changed places"):
        recording.record(
            tuinwijk.db, tuinwijk.members["Bas"], NOW,
            Draft(Kind.PLACE, "Plek", "Telt", geometry=point(51.9971, 4.3601)))


@pytest.mark.parametrize("change", [
    {"translations": (Translation("tr", story="x" * 20_001),)},
    {"people": (DraftPerson("x" * 101),)},
    {"tags": ("x" * 41,)},
])
def test_no_text_anywhere_is_without_end(tuinwijk: Tuinwijk, change: dict) -> None:
    with pytest.raises(Problems) as trouble:
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, Draft(Kind.PLACE, "Plek", "Telt", **change))
    assert [problem.code for problem in trouble.value.problems] == ["text-too-long"]
