"""Going back to an earlier version."""

from dataclasses import replace

import pytest

from assetmap import inventory
from assetmap.actions import recording, undoing
from assetmap.actions.drafting import draft_of
from assetmap.domain.audience import Audience
from assetmap.domain.problems import Problem
from assetmap.store import assets, journal
from tests.neighbourhood import LATER, Tuinwijk


def rename(tuinwijk: Tuinwijk, number: int, title: str) -> None:
    asset = assets.read(tuinwijk.db, number)
    recording.change(
        tuinwijk.db, tuinwijk.members["Bas"], LATER, number, replace(draft_of(asset), title=title), asset.revision)


def test_undo_goes_back_step_by_step_and_stops_at_the_first_version(tuinwijk: Tuinwijk) -> None:
    number, bas = tuinwijk.numbers["bench"], tuinwijk.members["Bas"]
    rename(tuinwijk, number, "Twee")
    rename(tuinwijk, number, "Drie")
    assert undoing.undo(tuinwijk.db, bas, LATER, number).title == "Twee"
    assert undoing.undo(tuinwijk.db, bas, LATER, number).title == "Praatbankje"
    with pytest.raises(Problem, match="no earlier version"):
        undoing.undo(tuinwijk.db, bas, LATER, number)


def test_a_change_after_an_undo_can_be_undone_itself(tuinwijk: Tuinwijk) -> None:
    number, bas = tuinwijk.numbers["bench"], tuinwijk.members["Bas"]
    rename(tuinwijk, number, "Twee")
    undoing.undo(tuinwijk.db, bas, LATER, number)
    rename(tuinwijk, number, "Drie")
    assert undoing.undo(tuinwijk.db, bas, LATER, number).title == "Praatbankje"


def test_any_version_can_be_gone_back_to_and_none_is_lost(tuinwijk: Tuinwijk) -> None:
    number, bas = tuinwijk.numbers["bench"], tuinwijk.members["Bas"]
    rename(tuinwijk, number, "Twee")
    rename(tuinwijk, number, "Drie")
    assert undoing.go_back(tuinwijk.db, bas, LATER, number, 2).title == "Twee"
    assert [line["revision"] for line in journal.revisions(tuinwijk.db, number)] == [4, 3, 2, 1]


def test_undo_does_not_bring_back_what_somebody_took_back(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["accordion"]
    undoing.undo(tuinwijk.db, tuinwijk.members["Bas"], LATER, number)
    assert inventory.item(tuinwijk.db, Audience.TEAM, number) is None
