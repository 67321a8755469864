"""Connecting two assets."""

import pytest

from assetmap import inventory
from assetmap.actions import connecting
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.problems import Problem
from tests.neighbourhood import LATER, Tuinwijk


def connect(tuinwijk: Tuinwijk, first: str, second: str, **more: str):
    return connecting.connect(
        tuinwijk.db, tuinwijk.members["Bas"], LATER, tuinwijk.numbers[first], Verb.HELPS, tuinwijk.numbers[second],
        **more)


def test_a_connection_is_seen_from_both_ends(tuinwijk: Tuinwijk) -> None:
    made = connect(tuinwijk, "arabic", "soup", since="2024-05", note="Na de wedstrijd.")
    for key, other in (("arabic", "Soep op vrijdag"), ("soup", "باب مفتوح")):
        ties = inventory.ties_of(tuinwijk.db, Audience.PUBLIC, tuinwijk.numbers[key])
        assert (made.id, other) in [(tie.id, there.title) for tie, there in ties]


def test_who_may_not_see_one_end_does_not_see_the_connection(tuinwijk: Tuinwijk) -> None:
    connect(tuinwijk, "woodwork", "soup")
    number = tuinwijk.numbers["soup"]
    assert len(inventory.ties_of(tuinwijk.db, Audience.NEIGHBOURHOOD, number)) == 2
    assert len(inventory.ties_of(tuinwijk.db, Audience.PUBLIC, number)) == 1


@pytest.mark.parametrize(("first", "second", "more", "code"), [
    ("soup", "soup", {}, "connection-to-itself"),
    ("soup", "bench", {"since": "gisteren"}, "unknown-date"),
    ("soup", "bench", {"note": "x" * 501}, "text-too-long"),
])
def test_what_can_not_be_connected_is_told(tuinwijk: Tuinwijk, first: str, second: str, more: dict, code: str) -> None:
    with pytest.raises(Problem) as trouble:
        connect(tuinwijk, first, second, **more)
    assert trouble.value.code == code


def test_the_same_is_not_said_twice(tuinwijk: Tuinwijk) -> None:
    connect(tuinwijk, "soup", "arabic")
    with pytest.raises(Problem, match="already"):
        connect(tuinwijk, "soup", "arabic")


def test_a_connection_can_be_taken_away(tuinwijk: Tuinwijk) -> None:
    made = connect(tuinwijk, "soup", "arabic")
    connecting.disconnect(tuinwijk.db, tuinwijk.members["Bas"], LATER, made.id)
    ties = inventory.ties_of(tuinwijk.db, Audience.PUBLIC, tuinwijk.numbers["arabic"])
    assert ties == ()
