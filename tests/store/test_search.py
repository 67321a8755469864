"""Finding assets by their words, in any spelling, and only by words the audience may know."""

import pytest

from assetmap import inventory
from assetmap.actions import recording
from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft, DraftPerson
from assetmap.domain.kind import Kind
from assetmap.inventory import Selection
from tests.neighbourhood import NOW, Tuinwijk


def titles(tuinwijk: Tuinwijk, words: str, audience: Audience = Audience.PUBLIC) -> list[str]:
    numbers, _ = inventory.find(tuinwijk.db, audience, Selection(words=words))
    return [inventory.item(tuinwijk.db, audience, number).title for number in numbers]


@pytest.mark.parametrize(("title", "typed"), [
    ("Café de Rüya", "cafe ruya"), ("İstanbul büfesi", "istanbul bufesi"), ("Спільна кухня", "кухня"),
    ("بيت العائلة", "عائلة"), ("Fietsenmaker", "fiets"), ("Bibliothèque", "BIBLIOTHEQUE"),
])
def test_a_word_is_found_however_it_is_typed(tuinwijk: Tuinwijk, title: str, typed: str) -> None:
    draft = Draft(Kind.PLACE, title, "Daarom.", audience=Audience.PUBLIC)
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft)
    assert titles(tuinwijk, typed) == [title]


def test_a_translation_is_found_too(tuinwijk: Tuinwijk) -> None:
    draft = Draft(Kind.PLACE, "Theetuin", "Daarom.", audience=Audience.PUBLIC,
                  translations=(Translation("uk", "Чайний сад"),))
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft)
    assert titles(tuinwijk, "чайний") == ["Theetuin"]


def test_a_street_finds_what_is_there_and_a_tag_finds_its_dutch_word(tuinwijk: Tuinwijk) -> None:
    assert titles(tuinwijk, "populierstr") == ["Soep op vrijdag"]
    assert titles(tuinwijk, "behulpzaam") == ["Soep op vrijdag"]


def test_a_name_finds_only_for_those_who_may_know_it(tuinwijk: Tuinwijk) -> None:
    draft = Draft(Kind.SKILL, "Fluiten", "Daarom.", audience=Audience.PUBLIC, people=(
        DraftPerson(
            "Zeynep", agreed=(("text", "public"), ("name", "neighbourhood"))),))
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, draft)
    assert titles(tuinwijk, "zeynep", Audience.NEIGHBOURHOOD) == ["Fluiten"]
    assert titles(tuinwijk, "zeynep") == []


def test_the_street_of_a_place_that_is_only_somewhere_in_the_neighbourhood_finds_nothing(tuinwijk: Tuinwijk) -> None:
    assert titles(tuinwijk, "lindestraat", Audience.TEAM) == []


def test_the_title_comes_before_the_story(tuinwijk: Tuinwijk) -> None:
    for title, story in (("Iets anders", "Over de zonnebloem."), ("Zonnebloem", "")):
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, Draft(
            Kind.PLACE, title, "Daarom.", story=story, audience=Audience.PUBLIC))
    assert titles(tuinwijk, "zonnebloem") == ["Zonnebloem", "Iets anders"]


@pytest.mark.parametrize("typed", ['"', "* OR NEAR(", "title:x", "a AND", "-", "()", "\0", "%", "'; DROP TABLE assets"])
def test_signs_of_the_search_language_are_just_signs(tuinwijk: Tuinwijk, typed: str) -> None:
    titles(tuinwijk, typed)
    assert inventory.find(tuinwijk.db, Audience.PUBLIC)[1] > 0
