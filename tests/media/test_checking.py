"""`assetmap check` finds what is missing, damaged or left over in the media folder."""

import os
from pathlib import Path

import pytest

from assetmap import media
from assetmap.domain.medium import MediaFile

from .pictures import arrow, encoded
from .recordings import mp3, wav


@pytest.fixture
def known(tmp_path: Path) -> list[MediaFile]:
    return [
        media.keep(encoded(arrow(), "JPEG"), "a.jpg", tmp_path), media.keep(wav(), "a.wav", tmp_path),
        media.keep(mp3(), "a.mp3", tmp_path)]


def found(folder: Path, known: list[MediaFile]) -> list[tuple[str, str]]:
    return [(finding.fault, finding.path.name) for finding in media.check(folder, known)]


def test_a_folder_as_it_should_be_has_no_findings(tmp_path: Path, known: list[MediaFile]) -> None:
    assert media.check(tmp_path, iter(known)) == []


def test_a_neighbourhood_without_any_media_has_no_findings(tmp_path: Path) -> None:
    assert media.check(tmp_path / "nothing yet", []) == []


@pytest.mark.parametrize("size", ["small", "screen", "print"])
def test_a_missing_size_is_found(tmp_path: Path, known: list[MediaFile], size: str) -> None:
    path = media.file_path(tmp_path, known[0].hash, size)
    path.unlink()
    assert found(tmp_path, known) == [("missing", path.name)]


@pytest.mark.parametrize("size", ["small", "screen", "print"])
def test_a_damaged_photo_is_found(tmp_path: Path, known: list[MediaFile], size: str) -> None:
    path = media.file_path(tmp_path, known[0].hash, size)
    path.write_bytes(path.read_bytes()[:-200])
    assert found(tmp_path, known) == [("damaged", path.name)]


def test_a_recording_with_one_other_bit_is_found(tmp_path: Path, known: list[MediaFile]) -> None:
    path = media.file_path(tmp_path, known[1].hash, "sound")
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    assert found(tmp_path, known) == [("damaged", path.name)]


def test_files_that_belong_to_nothing_are_found(tmp_path: Path, known: list[MediaFile]) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"?")
    findings = media.check(tmp_path, known[1:])
    assert {finding.fault for finding in findings} == {"orphan"}
    assert {finding.hash for finding in findings} == {known[0].hash, "Thumbs"}
    assert len(findings) == 4


def test_what_broke_off_long_ago_is_found_and_what_is_being_written_is_not(
        tmp_path: Path, known: list[MediaFile]) -> None:
    old, new = tmp_path / "ab" / ".old.part", tmp_path / "ab" / ".new.part"
    old.parent.mkdir(exist_ok=True)
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert found(tmp_path, known) == [("unfinished", ".old.part")]


def test_a_finding_is_a_sentence_with_the_file(tmp_path: Path, known: list[MediaFile]) -> None:
    path = media.file_path(tmp_path, known[0].hash, "small")
    path.unlink()
    assert str(media.check(tmp_path, known)[0]).startswith(f"{path} is missing.")
