"""Notes on a page: none on another, none on an icon or a title, near their icons, and what has no room is told."""

from dataclasses import replace

import numpy
import pytest
from shapely.geometry import LineString, Point, box

from assetmap.drawing.notes.cost import MOST_LEADER
from assetmap.drawing.notes.hidden import hidden
from assetmap.drawing.notes.place import place
from assetmap.drawing.notes.wishes import REASONS, Page, Placed, Placing, Wish

from .pages import A3, CELL, overlapping, town, wishes_in_town

INK = town()


@pytest.fixture(scope="module")
def wishes():
    return wishes_in_town(30)


@pytest.fixture(scope="module")
def placing(wishes):
    return place(wishes, INK, CELL, A3, "dorp")


def test_every_note_finds_a_place_on_an_ordinary_page(placing, wishes) -> None:
    assert set(placing.boxes) == set(placing.icons) == {wish.key for wish in wishes}
    assert placing.left_out == {}


def test_notes_keep_off_each_other_the_title_the_icons_and_the_margin(placing) -> None:
    assert overlapping(placing.boxes, A3.gap) == []
    for placed in placing.boxes.values():
        shape = box(*placed.bounds)
        assert shape.distance(A3.blocked[0]) > 0
        assert min(shape.distance(Point(icon)) for icon in placing.icons.values()) >= A3.radius
        assert box(A3.margin, A3.margin, A3.width - A3.margin, A3.height - A3.margin).buffer(1e-6).covers(shape)


def test_a_note_has_one_of_the_shapes_it_wished_for(placing, wishes) -> None:
    for wish in wishes:
        placed = placing.boxes[wish.key]
        assert (placed.width, placed.height) == wish.boxes[placed.box]


def test_a_leader_leads_from_the_note_to_the_edge_of_its_icon(placing) -> None:
    with_leaders = {key: placed for key, placed in placing.boxes.items() if placed.leader}
    assert with_leaders
    for key, placed in with_leaders.items():
        assert box(*placed.bounds).distance(Point(placed.leader[0])) < 0.01
        away = Point(placed.leader[-1]).distance(Point(placing.icons[key]))
        assert A3.radius <= away < A3.radius + 1.5


def test_a_note_against_its_icon_needs_no_leader() -> None:
    placing = place([Wish("bench", (200, 150), ((30, 12),))], numpy.zeros_like(INK), CELL, A3, "dorp")
    assert placing.boxes["bench"].leader == ()


def test_no_leader_runs_under_another_note_or_is_too_long_for_an_eye(placing) -> None:
    boxes = {key: box(*placed.bounds).buffer(-0.3) for key, placed in placing.boxes.items()}
    for key, placed in placing.boxes.items():
        if placed.leader:
            line = LineString(placed.leader)
            assert not any(line.intersects(shape) for other, shape in boxes.items() if other != key)
            assert line.length < 1.2 * MOST_LEADER * A3.grain


def test_of_two_notes_in_each_others_way_the_lighter_is_taken_away_unless_it_is_pinned() -> None:
    boxes = {"story": Placed(0, 0, 30, 12, 0, ((30, 6), (100, 6))), "shop": Placed(50, 0, 30, 12)}
    weights = {"story": 3.0, "shop": 1.0}
    assert hidden(boxes, weights, ()) == ["shop"]
    assert hidden(boxes, weights, ("shop",)) == ["story"]
    assert hidden(boxes, weights, ("shop", "story")) == []


def test_a_note_for_which_there_is_only_paper_far_away_is_left_out() -> None:
    strip = Page(420, 297, 9.5, (box(30, 0, 260, 297),))
    placing = place([Wish("well", (15, 150), ((30, 12),))], numpy.zeros_like(INK), CELL, strip, "dorp")
    assert placing.left_out == {"well": "no-room"} and "well" in placing.icons


def test_notes_hide_little_of_the_drawing(placing, wishes) -> None:
    hidden = sum(INK[int(p.y / CELL):int((p.y + p.height) / CELL), int(p.x / CELL):int((p.x + p.width) / CELL)].mean()
                 for p in placing.boxes.values()) / len(placing.boxes)
    inside = INK[INK > 0].mean()
    assert hidden < inside / 2


def test_the_same_wishes_lie_the_same_way_again(placing, wishes) -> None:
    assert place(wishes, INK, CELL, A3, "dorp") == placing


def test_another_neighbourhood_falls_its_own_way(placing, wishes) -> None:
    assert place(wishes, INK, CELL, A3, "stad") != placing


def test_a_page_without_wishes_is_an_empty_page() -> None:
    assert place([], INK, CELL, A3, "dorp") == Placing()


def test_all_wishes_on_one_spot_fan_out() -> None:
    wishes = [Wish(f"asset-{i}", (210, 150), ((30, 14),)) for i in range(25)]
    placing = place(wishes, INK, CELL, A3, "dorp")
    assert overlapping(placing.boxes, A3.gap) == []
    assert len(placing.boxes) >= 24
    icons = numpy.array(list(placing.icons.values()))
    apart = numpy.hypot(*numpy.moveaxis(icons[:, None] - icons[None], -1, 0)) + numpy.eye(25) * 99
    assert apart.min() > 2 * A3.radius - 0.01
    assert numpy.hypot(*(icons - (210, 150)).T).max() < 6 * A3.radius * 2


def test_what_has_no_room_is_told_and_never_overlapped() -> None:
    small = Page(150, 100, 9.5)
    wishes = wishes_in_town(40, small, edge=20)
    placing = place(wishes, town(small, 20), CELL, small, "dorp")
    assert overlapping(placing.boxes, small.gap) == []
    assert 0 < len(placing.boxes) < 40
    assert set(placing.left_out.values()) == {"no-room"}
    assert set(placing.boxes) | set(placing.left_out) == {wish.key for wish in wishes}
    assert len(placing.icons) == 40


def test_who_weighs_more_gets_the_room() -> None:
    small = Page(120, 80, 9.5, radius=1.0)
    wishes = [replace(wish, boxes=((40.0, 22.0),), weight=900.0 if i in (5, 9) else 1.0)
              for i, wish in enumerate(wishes_in_town(10, small, edge=20))]
    placing = place(wishes, numpy.zeros((40, 60)), CELL, small, "dorp")
    assert {"asset-5", "asset-9"} <= set(placing.boxes)
    assert placing.left_out and overlapping(placing.boxes, small.gap) == []


def test_a_note_larger_than_the_page_is_left_out_with_that_reason() -> None:
    placing = place([Wish("book", (200, 150), ((500, 20),))], INK, CELL, A3, "dorp")
    assert placing.left_out == {"book": "too-large"}


def test_what_lies_nowhere_is_left_out_with_that_reason() -> None:
    placing = place([Wish("dream", (float("nan"), 3), ((30, 12),))], INK, CELL, A3, "dorp")
    assert placing.left_out == {"dream": "nowhere"} and placing.icons == {}


def test_what_lies_outside_the_page_has_its_icon_at_the_edge() -> None:
    placing = place([Wish("sea", (2000, 150), ((30, 12),))], INK, CELL, A3, "dorp")
    assert placing.icons["sea"] == (A3.width - A3.margin - A3.radius, 150)
    assert placing.remarks == {"sea": "outside"} and "sea" in placing.boxes


def test_two_thousand_wishes_are_placed_or_told() -> None:
    wishes = wishes_in_town(2000)
    placing = place(wishes, INK, CELL, A3, "dorp", steps=2000)
    assert overlapping(placing.boxes, A3.gap) == []
    assert set(placing.boxes) | set(placing.left_out) == {wish.key for wish in wishes}
    assert len(placing.icons) == 2000


def test_an_icon_moves_aside_from_the_title() -> None:
    placing = place([Wish("clock", (60, 30))], INK, CELL, A3, "dorp")
    assert Point(placing.icons["clock"]).distance(A3.blocked[0]) >= A3.radius - 0.01


def test_leaders_rather_lead_along_a_street_than_across_houses() -> None:
    ink = numpy.zeros_like(INK)
    ink[60:90, 90:110] = 1.0
    placing = place([Wish("well", (200, 130), ((30, 12),), pinned=(240, 110))], ink, CELL, A3, "dorp")
    way = numpy.array(placing.boxes["well"].leader)
    under = ink[(way[:, 1] / CELL).astype(int), (way[:, 0] / CELL).astype(int)]
    assert len(way) and under.mean() < 0.6


def test_every_reason_is_a_sentence() -> None:
    assert all(sentence.endswith(".") for sentence in REASONS.values())
