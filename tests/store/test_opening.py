"""Opening a database the safe way."""

import threading
from pathlib import Path

import pytest

from assetmap.domain.problems import Problem
from assetmap.store import assets
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


def test_an_older_neighbourhood_learns_each_origin_of_what_was_taken_together(tuinwijk: Tuinwijk) -> None:
    number = tuinwijk.numbers["bench"]
    tuinwijk.db.execute("UPDATE assets SET source = 'osm:way/1 osm:node/2' WHERE number = ?", [number])
    tuinwijk.db.execute("DROP TABLE asset_sources")
    tuinwijk.db.execute("CREATE INDEX assets_by_source ON assets (source) WHERE source <> ''")
    tuinwijk.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0007_every_source'")
    tuinwijk.db.close()
    later = open_database(tuinwijk.folder / "assetmap.db")
    assert assets.numbers_by_source(later, ["osm:node/2", "osm:way/1", "osm:way/9"]) == {
        "osm:node/2": number, "osm:way/1": number}
    later.close()


def test_a_second_writer_waits_for_the_first(tuinwijk: Tuinwijk) -> None:
    other = open_database(tuinwijk.folder / "assetmap.db")
    holding, written = threading.Event(), []

    def hold() -> None:
        with writing(other):
            holding.set()
            threading.Event().wait(0.3)
            other.execute("INSERT INTO people VALUES ('first', 'A', 0, '')")

    thread = threading.Thread(target=hold)
    thread.start()
    holding.wait(5)
    with writing(tuinwijk.db):
        written = [row[0] for row in tuinwijk.db.execute("SELECT id FROM people WHERE id = 'first'")]
    thread.join()
    other.close()
    assert written == ["first"]


def test_what_fails_half_way_is_as_if_it_never_began(tuinwijk: Tuinwijk) -> None:
    with pytest.raises(RuntimeError), writing(tuinwijk.db):
        tuinwijk.db.execute("INSERT INTO people VALUES ('half', 'A', 0, '')")
        with writing(tuinwijk.db):
            tuinwijk.db.execute("INSERT INTO people VALUES ('inner', 'A', 0, '')")
        raise RuntimeError
    assert tuinwijk.db.execute("SELECT count(*) FROM people WHERE id IN ('half', 'inner')").fetchone() == (0,)


def test_a_full_disk_is_told_and_changes_nothing(tuinwijk: Tuinwijk) -> None:
    pages = tuinwijk.db.execute("PRAGMA page_count").fetchone()[0]
    tuinwijk.db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(Problem, match="disk is full"), writing(tuinwijk.db):
        for n in range(2_000):
            tuinwijk.db.execute("INSERT INTO people VALUES (?, ?, 0, '')", [f"many{n}", "x" * 500])
    assert tuinwijk.db.execute("SELECT count(*) FROM people WHERE id LIKE 'many%'").fetchone() == (0,)


def test_a_neighbourhood_of_a_newer_program_is_left_alone(tuinwijk: Tuinwijk) -> None:
    tuinwijk.db.execute(
        """INSERT INTO _sqlite_migrations (migration_set, name, applied_at)
           VALUES ('assetmap', 'm9999_from_the_future', '2030-01-01')""")
    with pytest.raises(Problem, match="newer Assetmap"):
        open_database(tuinwijk.folder / "assetmap.db")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "assetmap.db").write_bytes(b"this is not a database, whatever its name says" * 50)
    with pytest.raises(Problem, match="can't be read"):
        open_database(tmp_path / "assetmap.db")
