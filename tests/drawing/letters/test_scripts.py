"""Everyone's name is written in their own letters."""

import pytest

from assetmap.drawing.letters.faces import ROLES
from assetmap.drawing.letters.shaping import shaped
from assetmap.drawing.letters.written import line, paragraph, pieces, width_of

SCRIPTS = {
    "Latin": "Soep op vrijdag, één kom per buur",
    "Polish": "Zażółć gęślą jaźń, Łódź",
    "Turkish": "İstanbul, ılık ığdır, şöför",
    "Ukrainian": "Їжак, ґанок, єдність, навчаю шити",
    "Greek": "Καλημέρα γείτονα",
    "Arabic": "مرحبا بكم في حيّنا",
    "Persian": "همسایه‌ها چای می‌نوشند",
    "Hebrew": "שלום לכולם",
    "Tigrinya": "እንቋዕ ብደሓን መጻእኩም",
    "Hindi": "नमस्ते पड़ोसी",
    "Tamil": "வணக்கம்",
    "Thai": "ยินดีต้อนรับ",
    "Chinese": "欢迎来到我们的街区",
    "Japanese": "こんにちは、ご近所さん",
    "Korean": "안녕하세요 이웃",
    "Georgian": "გამარჯობა",
    "Armenian": "Բարեւ ձեզ",
    "emoji": "🍲 ❤️ 👨‍👩‍👧 🇳🇱 👍🏽",
    "Vietnamese": "Chào mừng những người hàng xóm",
}


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_every_script_is_lettered_in_every_role(script: str, role: str) -> None:
    written = line(SCRIPTS[script], role, 4.0)
    assert written.missing == ""
    assert written.marks and written.width > 8


def glyph_numbers(text: str, role: str = "note") -> list[int]:
    return [glyph.number for piece in pieces(text, role) for unit in piece.units for glyph in unit.glyphs]


def test_arabic_letters_hold_on_to_each_other() -> None:
    """In the middle of a word a letter has another form than alone."""
    alone = {one for letter in "سلم" for one in glyph_numbers(letter)}
    assert not alone & set(glyph_numbers("سلم")[1:-1])
    assert len(shaped("مرحبا", "note", True).units) == 1


def test_an_arabic_word_is_laid_down_as_one() -> None:
    """Its letters may tilt together, but none by itself."""
    word = shaped("مرحبا", "title", True).units[0]
    assert len(word.glyphs) >= 5


def test_arabic_starts_at_the_right() -> None:
    (first,), (last,) = ([piece for piece in pieces(word, "note")] for word in ("باب", "مفتوح"))
    assert [piece.width for piece in pieces("باب مفتوح", "note")][::2] == [last.width, first.width]
    assert paragraph("باب مفتوح", "note", 3, 60).rtl


def test_latin_within_hebrew_runs_its_own_way() -> None:
    laid = pieces("שלום (abc) 12", "note")
    words = ["12", "(", "abc", ")", "שלום"]
    assert laid[0] == shaped("12", "note")
    assert sum(piece.width for piece in laid) == pytest.approx(
        sum(shaped(word, "note", word == "שלום").width for word in words) + 2 * shaped(" ", "note").width, rel=0.02)


def test_arabic_within_dutch_stays_in_its_place() -> None:
    laid = pieces("Mama zegt مرحبا بكم tegen iedereen", "note")
    assert laid[0] == shaped("Mama", "note") and laid[-1] == shaped("iedereen", "note")
    assert [laid[4], laid[6]] == [shaped("بكم", "note", True), shaped("مرحبا", "note", True)]


def test_direction_follows_the_first_letter_or_else_the_language() -> None:
    assert not paragraph("Yasmin: مرحبا", "note", 3, 60).rtl
    assert paragraph("«مرحبا» zei ze", "note", 3, 60).rtl
    assert paragraph("2026", "note", 3, 60, language="ar").rtl


def test_turkish_i_keeps_its_dot_on_street_signs() -> None:
    assert shaped("inci", "street", language="tr") == shaped("İNCİ", "street", language="tr")
    assert shaped("inci", "street") == shaped("INCI", "street")


def test_accents_stay_with_their_letter() -> None:
    assert glyph_numbers("cafe\u0301") == glyph_numbers("café")
    both = shaped("e\u0331\u0302", "note")
    assert len(both.units) == 1


def test_towers_of_accents_do_not_grow_into_the_next_line() -> None:
    tower = line("Z" + "\u0351\u0343\u0344" * 40, "note", 4)
    assert tower.height < 4 * line("Z", "note", 4).height


def test_what_no_face_has_becomes_a_dot_and_is_told() -> None:
    written = line("oud \U000103a0 teken", "note", 4)
    assert written.missing == "\U000103a0"
    assert written.width > width_of("oud  teken", "note", 4)


def test_what_cannot_be_seen_is_left_out_without_a_word() -> None:
    written = line("a\ue000\x00\ud800\ufffe\u200bb", "note", 4)
    assert written.missing == "" and written.width == pytest.approx(width_of("ab", "note", 4), rel=0.05)
