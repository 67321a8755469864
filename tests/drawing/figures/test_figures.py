"""Small neighbours stand where they belong, in any style, the same way every time."""

import re

import numpy
import pytest

from assetmap.domain.kind import KINDS
from assetmap.drawing.figures.figure import FIGURES, figure, room_of
from assetmap.drawing.figures.frame import frame
from assetmap.drawing.figures.icons import icon, outline, sign
from assetmap.drawing.pen.marks import Layer
from assetmap.drawing.pen.styles import style_named, style_names
from assetmap.drawing.pen.svg import svg_document
from assetmap.folders import STATIC

NAMES = sorted({name for names in FIGURES.values() for name in names})


def extent(marks) -> tuple[float, float, float, float]:
    points = numpy.concatenate([ring for mark in marks for ring in mark.rings])
    return (*points.min(axis=0), *points.max(axis=0))


@pytest.mark.parametrize("name", NAMES)
def test_everyone_stands_on_their_feet_within_their_room(name: str) -> None:
    for size in (3.0, 20.0):
        aside, above, below = room_of(name, size)
        left, top, right, bottom = extent(figure(name, 50, 80, size, "a"))
        air = 0.06 * size + 0.3
        assert 50 - aside - air <= left and right <= 50 + aside + air
        assert 80 - above - air <= top and bottom <= 80 + below + air


def test_a_grown_person_is_as_tall_as_was_asked() -> None:
    _, top, _, bottom = extent(figure("walker", 0, 0, 10.0, "a"))
    assert 9.3 < bottom - top < 11.0


def test_the_same_neighbour_is_drawn_the_same_and_another_is_not() -> None:
    def svg(seed):
        return svg_document([Layer("people", figure("lady", 5, 5, 3, seed))], style_named("ink-and-wash"), 10, 10)

    assert svg("a") == svg("a") != svg("b")


def test_people_have_many_colours_of_skin_and_hair() -> None:
    worn = {mark.fill for seed in range(40) for mark in figure("walker", 0, 0, 3, seed)}
    assert {"skin", "skin-2", "skin-3", "skin-4"} <= worn


def test_all_streets_have_every_sort_of_neighbour() -> None:
    assert {"wheelchair", "scarf", "pram", "kids", "bench", "cyclist", "musician"} <= set(FIGURES["street"])
    assert "gardener" in FIGURES["green"] and "sailing-boat" in FIGURES["water"] and "heron" in FIGURES["quay"]


def test_who_is_not_known_is_not_drawn() -> None:
    with pytest.raises(KeyError):
        figure("burgomaster", 0, 0)


@pytest.mark.parametrize("style", sorted(style_names()))
def test_every_paint_of_a_figure_is_known_in_every_style(style: str) -> None:
    known = style_named(style).paints
    marks = [mark for name in NAMES for seed in range(6) for mark in figure(name, 0, 0, 3, seed)]
    marks += [mark for kind in KINDS for mark in icon(kind, 0, 0, 7)] + frame(40, 30)
    assert {paint for mark in marks for paint in (mark.fill, mark.line) if paint} <= set(known)


def test_black_only_is_black_and_white() -> None:
    marks = [mark for name in NAMES for mark in figure(name, 0, 0, 3, "a")] + icon("story", 9, 9, 7)
    svg = svg_document([Layer("all", marks)], style_named("black-only"), 20, 20)
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= {"#000000", "#ffffff"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_colour_its_shape_and_its_sign(kind: str) -> None:
    marks = icon(kind, 30, 40, 8, "a")
    left, top, right, bottom = extent(marks)
    assert {mark.fill for mark in marks} == {"paper", f"kind-{kind}", "ink"}
    assert 7 < right - left < 11.5 and 6 < bottom - top < 11.5
    assert abs((left + right) / 2 - 30) < 1
    assert 4 < extent(sign(kind, 0, 0, 5))[2] - extent(sign(kind, 0, 0, 5))[0] < 6


def test_no_two_kinds_share_a_shape() -> None:
    shapes = [outline(facts.shape).round(2).tolist() for facts in KINDS.values()]
    assert all(one != other for place, one in enumerate(shapes) for other in shapes[:place])


@pytest.mark.parametrize("kind", KINDS)
def test_the_sign_on_paper_is_the_sign_on_the_screen(kind: str) -> None:
    """Where the lines of the SVG icon begin, the strokes of the poster begin."""
    path = (STATIC / "icons" / f"kind-{kind}.svg").read_text("utf-8")
    starts = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path)]
    strokes = sign(kind, 12, 12, 19, "a", pen=0.2)
    assert len(strokes) == len(starts)
    for (x, y), mark in zip(starts, strokes, strict=True):
        assert numpy.hypot(*(mark.rings[0][0] - (x, y))) < 1.0


def test_what_is_no_kind_has_no_icon() -> None:
    with pytest.raises(ValueError):
        icon("problem", 0, 0, 5)


@pytest.mark.parametrize("size", [(80, 54), (18, 24), (200, 30), (5, 5)])
@pytest.mark.parametrize("oval", [False, True])
def test_a_frame_goes_round_its_photo(size: tuple[float, float], oval: bool) -> None:
    left, top, right, bottom = extent(frame(*size, "a", oval=oval, tape=False))
    assert -2 < left < 1 and size[0] - 1 < right < size[0] + 2
    assert -2 < top < 1 and size[1] - 1 < bottom < size[1] + 2
