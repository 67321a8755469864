"""Founding a neighbourhood."""

from pathlib import Path

import pytest

from assetmap.actions import founding
from assetmap.domain.neighbourhood import Neighbourhood
from assetmap.domain.problems import Problem
from assetmap.domain.role import COMMAND
from assetmap.domain.said import Said
from assetmap.store import neighbourhoods
from tests.neighbourhood import BOUNDARY, LATER, NOW


@pytest.mark.parametrize("slug", ["", "Aan De Schie", "a/b", "..", "-a", "a-", "x" * 61, "api", "static", "é"])
def test_what_can_not_be_an_address_is_told_and_nothing_is_made(tmp_path: Path, slug: str) -> None:
    with pytest.raises(Problem) as trouble:
        founding.found(tmp_path, COMMAND, NOW, Neighbourhood(slug, "X"), BOUNDARY)
    assert trouble.value.code == "bad-slug"
    assert list(tmp_path.iterdir()) == []


def test_a_neighbourhood_is_not_founded_twice(tmp_path: Path) -> None:
    founding.found(tmp_path, COMMAND, NOW, Neighbourhood("a", "A"), BOUNDARY)
    with pytest.raises(Problem, match="already a neighbourhood"):
        founding.found(tmp_path, COMMAND, NOW, Neighbourhood("a", "B"), BOUNDARY)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


SOUP = "Samen vinden wat er is."


@pytest.fixture
def in_two_languages(tuinwijk):
    founding.tell(
        tuinwijk.db, COMMAND, LATER, purpose=SOUP, mandate="Truus beslist.", notice="Een voorbeeld. Verzonnen.")
    founding.tell_in(tuinwijk.db, COMMAND, LATER, "en", purpose="To find what is here.")
    founding.tell_in(tuinwijk.db, COMMAND, LATER, "en", notice="An example. Made up.")
    return tuinwijk


def test_a_neighbourhood_says_what_it_is_for_in_the_readers_language(in_two_languages) -> None:
    read = neighbourhoods.read(in_two_languages.db)
    assert read.said("purpose", "en") == Said("To find what is here.", "en")
    assert read.said("notice", "en-GB") == Said("An example. Made up.", "en")
    assert read.said("purpose", "nl") == Said(SOUP, "nl")


def test_what_is_not_translated_is_said_in_the_neighbourhoods_own_language(in_two_languages) -> None:
    read = neighbourhoods.read(in_two_languages.db)
    assert read.said("mandate", "en") == Said("Truus beslist.", "nl")
    assert read.said("purpose", "tr") == Said(SOUP, "nl")


def test_a_language_that_is_none_is_told(tuinwijk) -> None:
    with pytest.raises(Problem) as trouble:
        founding.tell_in(tuinwijk.db, COMMAND, LATER, "English!", purpose="To find what is here.")
    assert trouble.value.code == "unknown-language"


def test_who_may_not_settle_what_the_map_is_for_does_not_translate_it_either(tuinwijk) -> None:
    with pytest.raises(Problem):
        founding.tell_in(tuinwijk.db, tuinwijk.members["Bas"], LATER, "en", purpose="To find what is here.")
