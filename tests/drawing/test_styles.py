"""Styles are data: five that are meant, each by its own means, and whatever an installation adds."""

import json

import pytest

from assetmap.domain.problems import Problem
from assetmap.drawing.pen.styles import style_named, style_names
from assetmap.drawing.scenery.scene import scene

from .scenery.village import BOUNDARY, frame, village

OURS = ("black-only", "high-contrast", "ink-and-wash", "night", "quiet")


def light(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_there_are_five_styles_with_a_label_of_their_own() -> None:
    names = style_names()
    assert set(OURS) <= set(names) and len(set(names.values())) == len(names)


@pytest.mark.parametrize("name", OURS)
def test_every_colour_is_a_colour_or_left_out(name) -> None:
    style = style_named(name)
    for paint, colour in style.paints.items():
        assert colour == "" or (len(colour) == 7 and int(colour[1:], 16) >= 0), paint
    assert all(0 < width < 2 for width in style.pens.values())


def test_every_paint_that_is_drawn_with_is_in_the_first_style() -> None:
    style = style_named("ink-and-wash")
    drawn = scene(village(), BOUNDARY, frame(0.6), 220, 200, style, "paints")
    used = {paint for layer in drawn.layers for mark in layer.marks for paint in (mark.fill, mark.line) if paint}
    assert used - set(style.paints) == set()


def test_black_only_needs_no_grey() -> None:
    assert set(style_named("black-only").paints.values()) <= {"#000000", "#ffffff", ""}


def test_black_only_says_with_the_pen_what_others_say_with_colour() -> None:
    def shore(name):
        drawn = scene(village(), BOUNDARY, frame(), 160, 150, style_named(name), "pen")
        return [mark for layer in drawn.layers for mark in layer.marks if "texture" in (mark.fill, mark.line)]

    assert shore("black-only") and not shore("ink-and-wash")


def test_high_contrast_is_dark_on_white_with_a_thicker_pen() -> None:
    high, plain = style_named("high-contrast"), style_named("ink-and-wash")
    assert contrast(high.colour("ink"), high.colour("paper")) > 20
    assert all(high.pens[pen] >= width for pen, width in plain.pens.items())
    assert all(contrast(high.colour(paint), "#ffffff") > 7 for paint in ("pencil", "water-line", "green-line", "rail"))


def test_quiet_stays_behind_markers() -> None:
    quiet, plain = style_named("quiet"), style_named("ink-and-wash")
    assert 3 < contrast(quiet.colour("ink"), quiet.colour("paper")) < 8
    assert quiet.amounts["wash"] < plain.amounts["wash"] and {"people", "boats"} <= quiet.without
    assert all(light(quiet.colour(paint)) >= light(plain.colour(paint)) for paint in ("leaf-1", "roof-4", "wall"))


def test_night_is_light_on_dark() -> None:
    night = style_named("night")
    assert light(night.colour("paper")) < 0.02 and contrast(night.colour("ink"), night.colour("paper")) > 9
    for paint in ("street", "wall", "roof-1", "roof-4", "leaf-1", "leaf-3"):
        assert light(night.colour(paint)) < 0.2, paint
    # Lamps are lit.
    assert contrast(night.colour("glass-lit"), night.colour("wall")) > 4


def test_an_installation_adds_a_style_that_says_only_what_differs(tmp_path) -> None:
    (tmp_path / "autumn.json").write_text(json.dumps(
        {"label": "Autumn", "based_on": "quiet", "paints": {"leaf-1": "#c9742b"}, "without": ["waves"]}))
    style = style_named("autumn", tmp_path)
    assert style.colour("leaf-1") == "#c9742b" and style.colour("water") == style_named("quiet").colour("water")
    assert {"waves", "people"} <= style.without and style_names(tmp_path)["autumn"] == "Autumn"


@pytest.mark.parametrize("text", ["{", "[]", '{"based_on": "mine"}'])
def test_a_damaged_style_is_said_to_be_so(tmp_path, text) -> None:
    (tmp_path / "mine.json").write_text(text)
    with pytest.raises(Problem) as told:
        style_named("mine", tmp_path)
    assert told.value.code == "style-damaged"


@pytest.mark.parametrize("name", ["no-such-style", "../secrets", ""])
def test_a_style_that_is_not_there_is_asked_for_again(name) -> None:
    with pytest.raises(Problem) as told:
        style_named(name)
    assert told.value.code == "unknown-choice"
