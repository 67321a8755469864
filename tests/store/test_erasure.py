"""What is deleted is gone from the files on disk, not only from the tables."""

from dataclasses import replace

from assetmap.actions import recording
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.store import assets, search
from assetmap.store.opening import writing
from tests.neighbourhood import LATER, NOW, Tuinwijk

CANARY = "Kwikzilverkanarie"


def bytes_on_disk(tuinwijk: Tuinwijk) -> bytes:
    tuinwijk.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return b"".join(path.read_bytes() for path in tuinwijk.folder.glob("assetmap.db*"))


def test_a_deleted_word_is_in_no_byte_of_the_database_or_its_index(tuinwijk: Tuinwijk) -> None:
    asset = recording.record(
        tuinwijk.db, tuinwijk.members["Bas"], NOW, Draft(Kind.SKILL, f"{CANARY} zingt", "Daarom.", story=CANARY * 50))
    before = bytes_on_disk(tuinwijk).lower()
    assert CANARY.encode() in bytes_on_disk(tuinwijk) and CANARY.lower().encode() in before
    with writing(tuinwijk.db):
        tuinwijk.db.execute("DELETE FROM assets WHERE number = ?", [asset.number])
        search.remove(tuinwijk.db, asset.number)
    assert CANARY.lower().encode() not in bytes_on_disk(tuinwijk).lower()


def test_an_overwritten_word_is_gone_from_the_search_index(tuinwijk: Tuinwijk) -> None:
    asset = recording.record(tuinwijk.db, tuinwijk.members["Bas"], NOW, Draft(Kind.SKILL, CANARY, "Daarom."))
    with writing(tuinwijk.db):
        search.index(tuinwijk.db, asset.number, "iets anders", "", {})
        tuinwijk.db.execute("DELETE FROM revisions WHERE asset = ?", [asset.number])
        assets.write(tuinwijk.db, replace(asset, title="Iets anders", updated=LATER), assets.Whereabouts(), 0, 0, 99)
    assert CANARY.lower().encode() not in bytes_on_disk(tuinwijk).lower()
