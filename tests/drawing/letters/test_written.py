"""A hand writes on a line, in a paragraph, and the same way every time."""

import json
import re
from pathlib import Path

import pytest

from assetmap.drawing.letters.faces import ROLES, face, faces_for
from assetmap.drawing.letters.outlines import path_of
from assetmap.drawing.letters.written import line, paragraph, pieces, width_of

STRINGS = json.loads((Path(__file__).parents[2] / "data" / "text" / "blns.json").read_text("utf-8"))
STORY = (
    "In 1984 stond hier een bakker. Wszyscy znali jego chleb. Потім приїхали ми. "
    "ثم فتح أبي الدكّان. ሕጂ ኩሉ ሰብ ቡን ይሰቲ።")


def test_a_paragraph_keeps_within_its_width() -> None:
    written = paragraph("Belt elke ochtend zes mensen die alleen wonen. " * 4, "note", 3, 42)
    assert 30 < written.width <= 42 and len(written.lines) > 4
    assert extent(written.at(10, 20))[0] >= 9.7 and extent(written.at(10, 20))[2] <= 52.5


def test_a_story_in_five_scripts_loses_nothing() -> None:
    written = paragraph(STORY, "note", 3, 50)
    assert " ".join(written.lines) == STORY and not written.missing and not written.cut


@pytest.mark.parametrize("text", ["Aansprakelijkheidswaardevaststellingsveranderingencommissie", "W" * 200, "ก" * 90,
                                  "文" * 200, "https://example.org/" + "pad-" * 40, "م" * 120])
@pytest.mark.parametrize("role", ["note", "title", "cover"])
def test_long_words_are_broken_rather_than_run_off(text: str, role: str) -> None:
    written = paragraph(text, role, 3, 30)
    assert len(written.lines) > 1 and written.width <= 30.001
    assert "".join(written.lines).replace("-", "") == text.replace("-", "")


def test_a_title_of_two_hundred_characters_is_cut_where_one_asks_for_it() -> None:
    written = paragraph("Het huis van de buurt aan de Schie " * 6, "title", 6, 70, most_lines=2)
    assert written.cut and len(written.lines) == 2 and written.lines[-1].endswith("…") and written.width <= 70


def test_chinese_breaks_between_signs_but_no_line_begins_with_a_full_stop() -> None:
    assert not any(one[0] in "。，" for one in paragraph("我们的街区，很美。" * 8, "note", 3, 21).lines)


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    word = "buurt\u00adver\u00adbinders"
    assert paragraph(word, "note", 3, 60).lines == ("buurtverbinders",)
    assert paragraph(word, "note", 3, width_of("buurtverx", "note", 3)).lines[0] in ("buurt-", "buurtver-")


def test_empty_text_takes_no_room() -> None:
    for nothing in ("", "  ", "\n\n", "\x00"):
        assert paragraph(nothing, "note", 3, 40).marks == []
        assert line(nothing, "note", 3).width == 0


@pytest.mark.parametrize("role", sorted(ROLES))
def test_no_text_breaks_the_pen_or_shows_an_empty_box(role: str) -> None:
    for text in STRINGS:
        written = paragraph(text, role, 3, 40)
        assert written.width <= 40.001
        for one in text.splitlines():
            assert all(
                glyph.number or glyph.face is None
                for piece in pieces(one.replace("\n", " "), role) for unit in piece.units for glyph in unit.glyphs)


def test_the_same_words_are_written_the_same_way_every_time() -> None:
    first, again, other = (paragraph("Kom binnen", "note", 3, 40, seed=seed).marks for seed in ("a", "a", "b"))
    assert first == again != other


def test_a_letter_is_never_the_same_twice_but_always_nearly() -> None:
    steps = {path[2] for path in line("eeeeeeeeeeee", "note", 4).paths}
    assert len(steps) > 4
    assert {len(re.findall("[a-z]", one)) for one in steps} == {len(re.findall("[a-z]", steps.pop()))}


def test_moved_writing_is_the_same_writing() -> None:
    written = line("Schie", "title", 5)
    here, there = extent(written.marks), extent(written.at(30, 12))
    assert there == pytest.approx([here[0] + 30, here[1] + 12, here[2] + 30, here[3] + 12], abs=0.02)


def test_capitals_of_all_faces_stand_equally_high() -> None:
    heights = []
    for pair in faces_for("note")[:3] + faces_for("title")[:1] + faces_for("cover")[:1]:
        found = face(*pair)
        number = found.font.get_nominal_glyph(ord("H"))
        left, top, steps = path_of(found, number, 10.0)
        heights.append(extent_of(f"M{left} {top}{steps}"))
    assert all(6.8 < bottom - top < 7.9 for _, top, _, bottom in heights)


def test_width_says_what_the_line_takes() -> None:
    for role in ROLES:
        assert width_of("Fietsendokter", role, 4) == pytest.approx(line("Fietsendokter", role, 4).width)


def extent(marks) -> list[float]:
    return extent_of("".join(mark.d for mark in marks))


def extent_of(drawn: str) -> list[float]:
    """left, top, right, bottom in millimetres of all points of relative path data."""
    xs, ys, start = [], [], (0, 0)
    for command, told in re.findall(r"([Mmlqcz])([^Mmlqcz]*)", drawn):
        numbers = [int(one) for one in re.findall(r"-?\d+", told)]
        if command == "z":
            x, y = start
            continue
        if command == "M":
            x = y = 0
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        xs += [x + right for right, _ in pairs]
        ys += [y + down for _, down in pairs]
        x, y = x + pairs[-1][0], y + pairs[-1][1]
        if command in "Mm":
            start = x, y
    return [min(xs) / 100, min(ys) / 100, max(xs) / 100, max(ys) / 100]
