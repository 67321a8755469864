"""What the pen draws for notes: leaders with arrows, bubbles with tails, threads through all members."""

import math

import numpy
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from assetmap.drawing.notes.bubbles import bubble, outline
from assetmap.drawing.notes.leaders import leader, pointer, tether
from assetmap.drawing.notes.threads import short_order, thread
from assetmap.drawing.notes.wishes import Page, Placed
from assetmap.drawing.pen.marks import Layer
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.pen.svg import svg_of

PLACED = Placed(100, 100, 40, 18)
STYLE = style_named("ink-and-wash")
MEMBERS = [(0, 0), (60, 5), (20, -4), (80, 0), (40, 6)]


def _bounds(marks) -> tuple[float, float, float, float]:
    points = numpy.concatenate([ring for mark in marks for ring in mark.rings])
    return *points.min(axis=0), *points.max(axis=0)


def test_an_arrow_has_its_head_at_the_icon() -> None:
    plain, arrow = (leader(((0, 0), (15, 2), (30, 0)), "bench", end=end) for end in ("", "arrow"))
    heads = _bounds(arrow[len(plain):])
    assert len(arrow) == len(plain) + 2
    assert heads[0] > 26 and heads[2] < 31.5


def test_a_leader_without_points_is_not_drawn() -> None:
    assert leader((), "bench") == []


def test_the_same_leader_is_drawn_the_same_way() -> None:
    first, second = (svg_of(Layer("l", leader(((0, 0), (30, 9)), "bench", end="dot")), STYLE) for _ in range(2))
    assert first == second != svg_of(Layer("l", leader(((0, 0), (30, 9)), "tree", end="dot")), STYLE)


def test_an_icon_on_its_spot_has_no_tether_and_one_beside_it_has() -> None:
    assert tether((10, 10), (11, 10), 3.4, "bench") == []
    left, _, right, _ = _bounds(tether((10, 10), (24, 10), 3.4, "bench"))
    assert left == pytest.approx(9.45, abs=0.3) and right == pytest.approx(20.6, abs=0.5)


def test_an_arrow_points_to_what_lies_outside_the_page() -> None:
    page = Page(420, 297)
    assert pointer((100, 100), (100, 100), page, "bench") == []
    left, _, right, _ = _bounds(pointer((900, 100), (407, 100), page, "sea"))
    assert left > 407 + page.radius and right < page.width


@pytest.mark.parametrize("icon", [(60, 105), (120, 160), (180, 90), (141, 119), (120, 60), (99, 99), (120, 110)])
def test_a_bubble_holds_its_words_and_its_tail_reaches_the_icon(icon) -> None:
    shape = Polygon(outline(PLACED, icon, 3.4))
    assert shape.is_valid
    assert shape.covers(box(103, 103, 137, 115))
    if box(*PLACED.bounds).distance(Point(icon)) > 5:
        assert 3.4 < shape.distance(Point(icon)) < 5


def test_a_bubble_is_filled_and_outlined() -> None:
    fills = [mark.fill for mark in bubble(PLACED, (60, 105), 3.4, "story", tint="sand")]
    assert fills == ["paper", "sand", "ink"]


def test_a_thread_takes_its_members_in_a_short_order() -> None:
    assert short_order(MEMBERS) in ((0, 2, 4, 1, 3), (3, 1, 4, 2, 0))


def test_the_order_is_nearly_the_shortest_there_is() -> None:
    from itertools import permutations
    spots = [(math.sin(i * 7.3) * 80, math.cos(i * 3.1) * 60) for i in range(7)]
    long = {way: sum(math.dist(spots[a], spots[b]) for a, b in zip(way, way[1:], strict=False))
            for way in permutations(range(7))}
    assert long[short_order(spots)] <= 1.05 * min(long.values())


def test_a_thread_keeps_off_notes_and_leaves_room_for_its_name() -> None:
    note = box(35, -10, 55, 20)
    sewn = thread(MEMBERS, "choir", keep_off=[note], name_width=18)
    stitches = [Polygon(ring) for mark in sewn.marks if mark.fill for ring in mark.rings]
    assert stitches and not shapely.intersects(note.buffer(-0.8), stitches).any()
    name = LineString(sewn.name_line)
    assert name.length == pytest.approx(18, abs=0.1) and not name.intersects(note)
    assert sewn.name_line[0, 0] <= sewn.name_line[-1, 0]
    assert not shapely.intersects(name.buffer(0.1), stitches).any()


@pytest.mark.parametrize("members", [[], [(1, 1)], [(1, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]])
def test_a_network_of_nobody_or_on_one_spot_is_no_thread_and_no_crash(members) -> None:
    assert thread(members, "choir", name_width=10).name_line is None
