"""Opening a database the safe way."""

import pytest
from sqlite_utils import Database

from assetmap.domain.problems import Problem
from assetmap.store.opening import open_database, writing
from tests.neighbourhood import Tuinwijk


def test_foreign_keys_durability_and_erasure_are_on(tuinwijk: Tuinwijk) -> None:
    def pragma(name: str) -> object:
        return tuinwijk.db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("foreign_keys") == 1
    assert pragma("synchronous") == 2
    assert pragma("secure_delete") == 1
    assert pragma("journal_mode") in ("wal", "delete")


def test_every_table_is_strict(tuinwijk: Tuinwijk) -> None:
    loose = tuinwijk.db.execute(
        """SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'
           AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'""").fetchall()
    assert loose == []
