"""What a reader gets of a text that was said in one language or in several."""

import pytest

from assetmap.domain.said import Said, said_in

OWN = Said("Bankje", "nl")


@pytest.mark.parametrize(("language", "others", "expected"), [
    ("nl", [Said("Bench", "en")], OWN),
    ("en", [Said("Bench", "en")], Said("Bench", "en")),
    ("en", [Said("Bank", "tr"), Said("Bench", "en-GB")], Said("Bench", "en-GB")),
    ("en", [Said("", "en")], OWN),
    ("en", [Said("Bankje", "en")], OWN),  # A name is not made English by standing in an English list.
    ("uk", [], OWN),
])
def test_a_reader_gets_their_own_language_where_there_is_one(language, others, expected):
    assert said_in(language, OWN, others) == expected
