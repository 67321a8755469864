"""Folding words for search."""

import pytest

from assetmap.domain.words import folded, index_words, natural_key, search_words


@pytest.mark.parametrize(("written", "typed"), [
    ("Café", "cafe"), ("Rüya", "ruya"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"), ("Ilgın", "ilgin"),
    ("Łódź", "lodz"), ("Straße", "strasse"), ("Ægir", "aegir"), ("الأُسرة", "الاسره"), ("مدرسة", "مدرسه"),
    ("ДРУЖБА", "дружба"), ("Ґанок", "ганок"), ("’s-Gravenzande", "s-gravenzande"),
])
def test_what_is_typed_plainly_finds_what_is_written_with_signs(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


def test_different_words_stay_different() -> None:
    assert folded("bank") != folded("bang")
    assert folded("кіт") != folded("кит")


def test_search_words_are_letters_and_digits_only() -> None:
    assert search_words('café "OR" * (x:y) -z') == ["cafe", "or", "x", "y", "z"]
    assert search_words("  … ") == []


def test_an_arabic_word_is_searched_without_its_article() -> None:
    assert search_words("العائلة") == search_words("عائلة")
    assert search_words("عائلة")[0] in index_words("بيت العائلة").split()
    assert search_words("ألم") == ["الم"]


def test_numbers_in_titles_sort_by_what_they_count() -> None:
    titles = ["Bankje 1043", "Bankje 9a", "Bankje 108", "Bankje", "Bankje 9"]
    assert sorted(titles, key=natural_key) == ["Bankje", "Bankje 9", "Bankje 9a", "Bankje 108", "Bankje 1043"]
