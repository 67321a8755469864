"""What people wrote, made safe to print without changing what it says."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assetmap.exports.book.fonts import font_folder, shown_by
from assetmap.exports.book.texts import direction_of, line_of, plain_language, text_of

STRINGS = json.loads((Path(__file__).parent.parent / "data" / "text" / "blns.json").read_text("utf-8"))
SHOWN = shown_by(font_folder())


def test_paragraphs_and_lines_stay_apart():
    assert text_of("een\ntwee\n\n \ndrie\r\nvier", "nl", SHOWN)["p"] == [["een", "twee"], ["drie", "vier"]]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t"])
def test_nothing_to_read_is_nothing(text):
    assert text_of(text, "nl", SHOWN) is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [("hallo", "ltr"), ("شجرة الجيران", "rtl"), ("123 שלום", "rtl"), ("123", "ltr"), ("", "ltr"), ("«брук»", "ltr")],
)
def test_the_first_letter_decides_the_direction(text, direction):
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("tag", "plain"),
    [("nl", "nl"), ("zh-Hant-TW", "zh"), ("", "und"), ("<b>", "und"), ("x", "und"), ("Klingon", "und")],
)
def test_a_language_tag_is_plain_or_unknown(tag, plain):
    assert plain_language(tag) == plain


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("a\0b", "a␀b"),
        ("a\x1bb", "a␛b"),
        ("a\x7fb", "a␡b"),
        ("a\x81b", "a⟨U+0081⟩b"),
        ("a\ue000b", "a⟨U+E000⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("a\tb\u3000c", "a b c"),
    ],
)
def test_what_cannot_be_printed_is_shown_by_its_number(raw, printed):
    assert line_of(raw, SHOWN) == printed


@pytest.mark.parametrize(
    "text",
    [
        "#set page(fill: red)",
        "$x$ *vet* _schuin_ `code`",
        "= Kop",
        "https://x.example",
        "<a onclick=alert(1)>",
        "\\u{41}",
        "@preview",
        "Sağlık İstanbul ığüşöç",
        "Привіт, сусіде",
        "مرحبا يا جار",
        "ሰላም ጎረቤት",
        "😀🏳️‍🌈👩🏽‍🍳",
        "田中さん",
        "안녕하세요",
        "สวัสดี",
        "שלום",
    ],
)
def test_letters_of_neighbours_and_signs_of_machines_stay_as_they_are(text):
    assert line_of(text, SHOWN) == text


def test_a_word_without_end_may_break_but_loses_no_letter():
    broken = line_of("w" * 200, SHOWN)
    assert broken.replace("\u200b", "") == "w" * 200 and max(map(len, broken.split("\u200b"))) <= 12


@pytest.mark.parametrize("text", STRINGS)
def test_every_naughty_string_keeps_all_its_visible_signs(text):
    printed = (text_of(text, "nl", SHOWN) or {"p": []})["p"]
    shown = "".join(line for lines in printed for line in lines)
    assert not [one for one in shown if not one.isprintable() and one not in "\u00ad\u200b\u00a0" and one not in text]
    for one in text:
        assert one in shown or f"⟨U+{ord(one):04X}⟩" in shown or one.isspace() or ord(one) < 32 or ord(one) == 127


@given(some.text())
def test_no_text_at_all_comes_to_harm(text):
    for lines in (text_of(text, "nl", SHOWN) or {"p": []})["p"]:
        assert all("\n" not in line and "\0" not in line for line in lines)
        "".join(lines).encode("utf-8")


def test_the_fonts_show_what_they_have_and_nothing_else():
    assert "A" in SHOWN and "ğ" in SHOWN and "ش" in SHOWN and "ሰ" in SHOWN and "😀" in SHOWN
    assert "\ue000" not in SHOWN and "\U0010ffff" not in SHOWN
