"""Taking in many drafts at once."""

import uuid
from dataclasses import replace

import pytest

from assetmap.actions import recording, taking_in, undoing
from assetmap.actions.drafting import draft_of
from assetmap.domain.connection import Verb
from assetmap.domain.draft import Draft, DraftTie
from assetmap.domain.kind import Kind
from assetmap.domain.role import COMMAND
from assetmap.domain.round import Round
from assetmap.store import assets, connections, rounds, search
from tests.neighbourhood import LATER, NOW, Tuinwijk, point

DRAFTS = [Draft(Kind.PLACE, f"Bankje {n}", "Zitten.", source=f"osm:node/{n}", geometry=point(4.36, 51.995))
          for n in range(60)]


def test_what_is_new_is_added_and_what_is_known_is_counted(tuinwijk: Tuinwijk) -> None:
    assert len(taking_in.take_in(tuinwijk.db, COMMAND, NOW, DRAFTS[:40]).added) == 40
    again = taking_in.take_in(tuinwijk.db, COMMAND, LATER, DRAFTS)
    assert (len(again.added), again.known) == (20, 40)


def place(title: str, source: str) -> Draft:
    return Draft(Kind.PLACE, title, "Zitten.", source=source, geometry=point(4.36, 51.995))


def counts(tuinwijk: Tuinwijk, *sources: str) -> tuple[int, int]:
    taken = taking_in.take_in(tuinwijk.db, COMMAND, LATER, [place(f"Plek {n}", each) for n, each in enumerate(sources)])
    return len(taken.added), taken.known


def test_what_was_taken_together_is_known_by_any_part_of_it(tuinwijk: Tuinwijk) -> None:
    assert counts(tuinwijk, "osm:way/1 osm:node/2") == (1, 0)
    assert counts(tuinwijk, "osm:node/2", "osm:way/1", "osm:node/3") == (1, 2)


def test_what_is_taken_together_later_is_not_new(tuinwijk: Tuinwijk) -> None:
    assert counts(tuinwijk, "osm:node/2") == (1, 0)
    assert counts(tuinwijk, "osm:way/1 osm:node/2") == (0, 1)
    assert counts(tuinwijk, "osm:way/1") == (0, 1)  # The point is gone from the map; its area stays what it was.


def test_an_earlier_version_brought_back_still_stands_for_all_of_it(tuinwijk: Tuinwijk) -> None:
    number, = taking_in.take_in(tuinwijk.db, COMMAND, NOW, [place("Boekenkast", "osm:node/2")]).added
    asset = assets.read(tuinwijk.db, number)
    draft = replace(draft_of(asset), title="Boekenkastje")
    recording.change(tuinwijk.db, COMMAND, LATER, number, draft, asset.revision)
    assert counts(tuinwijk, "osm:way/1 osm:node/2") == (0, 1)
    undoing.undo(tuinwijk.db, COMMAND, LATER, number)
    assert counts(tuinwijk, "osm:way/1") == (0, 1)


def test_a_file_name_with_a_blank_in_it_is_one_source(tuinwijk: Tuinwijk) -> None:
    assert counts(tuinwijk, "csv:mijn bankjes.csv#1", "csv:mijn bankjes.csv#2") == (2, 0)


def test_an_interruption_leaves_nothing_behind(tuinwijk: Tuinwijk) -> None:
    before = assets.count(tuinwijk.db)

    def interrupted(share: float, text: str) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taking_in.take_in(tuinwijk.db, COMMAND, NOW, DRAFTS, progress=interrupted)
    assert assets.count(tuinwijk.db) == before
    assert search.find(tuinwijk.db, ["bankje", "12"], 1) == []


def test_one_that_can_not_be_kept_is_told_and_the_others_go_on(tuinwijk: Tuinwijk) -> None:
    taken = taking_in.take_in(
        tuinwijk.db, COMMAND, NOW, [DRAFTS[0], Draft(Kind.PLACE, "", "Zonder naam."), DRAFTS[1]])
    assert len(taken.added) == 2
    assert [(place, problem.code) for place, _, problem in taken.refused] == [(1, "title-missing")]


def test_connections_and_rounds_come_along_once(tuinwijk: Tuinwijk) -> None:
    ids = [str(uuid.uuid4()) for _ in range(2)]
    drafts = [Draft(Kind.PLACE, id, "Daarom.", id=id, round=7) for id in ids]
    tie = DraftTie(str(uuid.uuid4()), ids[0], Verb.HELPS, ids[1])
    held = [Round(7, "Najaar", "Kennismaken", "2026-09-01")]
    for _ in range(2):
        taking_in.take_in(tuinwijk.db, COMMAND, NOW, drafts, ties=[tie], held=held)
    first = assets.read(tuinwijk.db, assets.number_of(tuinwijk.db, ids[0]))
    assert len(connections.of_asset(tuinwijk.db, first.number)) == 1
    assert [each.title for each in rounds.read_all(tuinwijk.db)] == ["Najaar"]
    assert first.round == rounds.read_all(tuinwijk.db)[0].number
