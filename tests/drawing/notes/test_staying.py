"""What hangs on the wall stays put: one more asset moves few notes, and a pinned note never moves."""

from dataclasses import replace

import pytest

from assetmap.drawing.notes.place import place
from assetmap.drawing.notes.wishes import Wish

from .pages import A3, CELL, overlapping, town, wishes_in_town

INK = town()


@pytest.fixture(scope="module")
def before():
    return place(wishes_in_town(30), INK, CELL, A3, "dorp")


def _moved(before, after) -> list[str]:
    return [key for key, placed in before.boxes.items() if key not in after.boxes
            or abs(after.boxes[key].x - placed.x) + abs(after.boxes[key].y - placed.y) > 0.1]


def test_nothing_moves_when_nothing_was_added(before) -> None:
    after = place(wishes_in_town(30), INK, CELL, A3, "dorp", last=before.last)
    assert _moved(before, after) == []


def test_one_more_asset_moves_a_handful_at_most(before) -> None:
    after = place(wishes_in_town(31), INK, CELL, A3, "dorp", last=before.last)
    assert "asset-30" in after.boxes
    assert len(_moved(before, after)) <= 4
    assert overlapping(after.boxes, A3.gap) == []


def test_one_asset_less_leaves_the_others_where_they_are(before) -> None:
    after = place(wishes_in_town(30)[1:], INK, CELL, A3, "dorp", last=before.last)
    assert len(_moved(before, after)) <= 3 and "asset-0" not in after.boxes


def test_a_note_that_grew_into_its_neighbour_does_not_lie_on_it(before) -> None:
    wishes = wishes_in_town(30)
    wishes[4] = replace(wishes[4], boxes=((60.0, 40.0), (60.0, 40.0)))
    after = place(wishes, INK, CELL, A3, "dorp", last=before.last)
    assert overlapping(after.boxes, A3.gap) == []


def test_last_places_of_boxes_that_are_no_more_are_forgotten(before) -> None:
    last = {key: (x, y, 7) for key, (x, y, _) in before.last.items()} | {"gone": (50.0, 50.0, 0)}
    after = place(wishes_in_town(30), INK, CELL, A3, "dorp", last=last)
    assert overlapping(after.boxes, A3.gap) == [] and "gone" not in after.boxes


def test_a_pinned_note_lies_where_it_was_laid() -> None:
    wishes = wishes_in_town(30)
    wishes[3] = replace(wishes[3], pinned=(300.0, 200.0))
    placing = place(wishes, INK, CELL, A3, "dorp")
    assert (placing.boxes["asset-3"].x, placing.boxes["asset-3"].y) == (300.0, 200.0)
    assert overlapping(placing.boxes, A3.gap) == []


def test_of_two_pinned_on_one_place_the_later_moves_and_says_so() -> None:
    wishes = [Wish("first", (150, 150), ((30, 12),), pinned=(300, 200)),
              Wish("second", (160, 190), ((30, 12),), pinned=(305, 204))]
    placing = place(wishes, INK, CELL, A3, "dorp")
    assert (placing.boxes["first"].x, placing.boxes["first"].y) == (300, 200)
    assert placing.remarks == {"second": "pin-taken"}
    assert overlapping(placing.boxes, A3.gap) == []


def test_a_note_pinned_over_the_title_moves_and_says_so() -> None:
    placing = place([Wish("first", (150, 150), ((30, 12),), pinned=(20, 20))], INK, CELL, A3, "dorp")
    assert placing.remarks == {"first": "pin-blocked"} and "first" in placing.boxes


def test_a_note_pinned_over_the_edge_is_moved_back_onto_the_page() -> None:
    placing = place([Wish("first", (150, 150), ((30, 12),), pinned=(-50, 999))], INK, CELL, A3, "dorp")
    assert (placing.boxes["first"].x, placing.boxes["first"].y) == (A3.margin, A3.height - A3.margin - 12)


def test_an_icon_moves_aside_from_a_pinned_note() -> None:
    placing = place([Wish("first", (150, 150), ((30, 12),), pinned=(140, 145))], INK, CELL, A3, "dorp")
    x, y = placing.icons["first"]
    assert not (140 < x < 170 and 145 < y < 157)
