"""Where notes lie: kept, pinned by stewards alone, loosened, and never a pin lost to a new poster."""

import math

import pytest

from assetmap.actions import placing_notes
from assetmap.domain.note_place import NotePlace
from assetmap.domain.problems import Problem
from assetmap.domain.role import VISITOR
from assetmap.store import assets, journal, note_places
from tests.neighbourhood import NOW, Tuinwijk

SHEET = "a2-landscape"


def pin(tuinwijk: Tuinwijk, name: str = "Mila", key: str = "soup", x: float = 100, y: float = 80):
    return placing_notes.pin(tuinwijk.db, tuinwijk.members[name], NOW, SHEET, tuinwijk.numbers[key], x, y)


def test_a_steward_pins_a_note_and_the_journal_knows(tuinwijk: Tuinwijk) -> None:
    assert pin(tuinwijk) is None
    soup = tuinwijk.numbers["soup"]
    assert note_places.read_all(tuinwijk.db) == {SHEET: (NotePlace(soup, 100, 80, 0, True),)}
    assert journal.lines(tuinwijk.db, soup)[0]["verb"] == "note pinned"


@pytest.mark.parametrize("name", ["Bas", "De Welzijnshoek"])
def test_nobody_else_pins_or_loosens(tuinwijk: Tuinwijk, name: str) -> None:
    with pytest.raises(Problem) as told:
        pin(tuinwijk, name)
    assert told.value.code == "not-for-role"
    with pytest.raises(Problem):
        placing_notes.loosen(tuinwijk.db, VISITOR, NOW, SHEET, tuinwijk.numbers["soup"])
    assert note_places.read_all(tuinwijk.db) == {}


def test_a_pin_tells_where_the_note_lay_and_loosening_brings_it_back(tuinwijk: Tuinwijk) -> None:
    soup, mila = tuinwijk.numbers["soup"], tuinwijk.members["Mila"]
    placing_notes.keep_places(tuinwijk.db, mila, {SHEET: (NotePlace(soup, 20, 30, 2),)})
    before = pin(tuinwijk)
    assert before == NotePlace(soup, 20, 30, 2) and note_places.read(tuinwijk.db, SHEET, soup).form == 2
    placing_notes.loosen(tuinwijk.db, mila, NOW, SHEET, soup, (before.x, before.y))
    assert note_places.read(tuinwijk.db, SHEET, soup) == before


def test_a_new_poster_moves_no_pin_and_keeps_each_sheet_apart(tuinwijk: Tuinwijk) -> None:
    pin(tuinwijk)
    soup, bench = tuinwijk.numbers["soup"], tuinwijk.numbers["bench"]
    placing_notes.keep_places(tuinwijk.db, VISITOR, {
        SHEET: (NotePlace(soup, 1, 1), NotePlace(bench, 2, 2), NotePlace(9999, 3, 3)),
        "a3-portrait": (NotePlace(soup, 5, 5),)})
    assert note_places.read_all(tuinwijk.db) == {
        SHEET: (NotePlace(soup, 100, 80, 0, True), NotePlace(bench, 2, 2)), "a3-portrait": (NotePlace(soup, 5, 5),)}


@pytest.mark.parametrize(("x", "y"), [(-1, 5), (5, 1e9), (math.nan, 5), (5, math.inf)])
def test_a_note_lies_on_paper(tuinwijk: Tuinwijk, x: float, y: float) -> None:
    with pytest.raises(Problem) as told:
        pin(tuinwijk, x=x, y=y)
    assert told.value.code == "note-off-paper"


def test_a_note_goes_with_its_asset(tuinwijk: Tuinwijk) -> None:
    pin(tuinwijk)
    with pytest.raises(Problem):
        placing_notes.pin(tuinwijk.db, tuinwijk.members["Mila"], NOW, SHEET, 9999, 5, 5)
    tuinwijk.db.execute("DELETE FROM assets WHERE number = ?", [tuinwijk.numbers["soup"]])
    assert note_places.read_all(tuinwijk.db) == {} and assets.read(tuinwijk.db, tuinwijk.numbers["soup"]) is None


def test_pinning_makes_finished_posters_old(tuinwijk: Tuinwijk) -> None:
    first = note_places.latest_pin(tuinwijk.db)
    pin(tuinwijk)
    assert note_places.latest_pin(tuinwijk.db) > first
