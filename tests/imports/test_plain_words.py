"""Layout codes in imported texts."""

import pytest
from hypothesis import given, strategies

from assetmap.imports.plain_words import plain, printable


@pytest.mark.parametrize("text", ["Ik <3 deze plek", "a < b & c > d", "AT&T en R&D", "5 <-> 6", "<>", "x <b"])
def test_words_that_only_look_like_codes_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(("coded", "words"), [
    ("Een <b>fijne</b> plek", "Een fijne plek"),
    ("<p>Eerst</p><p>Dan</p>", "Eerst\n\nDan"),
    ("Soep<br>Brood<br/>Kaas", "Soep\nBrood\nKaas"),
    ("<ul><li>schommel</li><li>glijbaan</li></ul>", "- schommel\n\n- glijbaan"),
    ("Caf&eacute; &amp; zo", "Café & zo"),
    ("&lt;p&gt;In codes&lt;/p&gt;", "In codes"),
    ('<a href="https://example.org/x">Onze bladzijde</a>', "Onze bladzijde (https://example.org/x)"),
    ('<a href="javascript:alert(1)">Klik</a>', "Klik"),
    ('<img src="x" onerror="alert(1)" alt="Een kat">', "Een kat"),
    ("Voor<script>alert('hoi')</script>na", "Voorna"),
    ("<style>p{color:red}</style>Tekst<!-- geheim -->", "Tekst"),
    ("Ik <3 <i>soep</i> & brood", "Ik <3 soep & brood"),
])
def test_codes_become_plain_words(coded: str, words: str) -> None:
    assert plain(coded) == words


def test_a_script_that_never_ends_takes_nothing_else_along() -> None:
    assert plain("Goed <b>zo</b> <script>while(1){}") == "Goed zo"


def test_a_very_long_text_full_of_broken_codes_is_read_all_the_same() -> None:
    assert "einde" in plain("<b>" + "<!--" * 50_000 + "<p>einde</p>")


def test_control_characters_go_and_marks_of_scripts_stay() -> None:
    assert printable("a\0b\x07c\r\nd\ud800") == "abc\nd"
    assert printable("\u200fשלום\u200d👩‍👧") == "\u200fשלום\u200d👩‍👧"


@given(strategies.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    assert isinstance(plain(printable(text)), str)
