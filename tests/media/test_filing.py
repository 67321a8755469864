"""Kept files are whole or not there, whoever else is writing and however full the disk is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assetmap import media
from assetmap.domain.problems import Problem
from assetmap.media import filing

from .pictures import arrow, encoded
from .recordings import wav

KEEP = (
    "import sys; from pathlib import Path; from assetmap import media; from assetmap.domain.problems import Problem\n"
    "try:\n    print(media.keep_from(Path(sys.argv[1]), 'a', Path(sys.argv[2])).hash)\n"
    "except Problem as problem:\n    print(problem.code)")

FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))\n"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("data", [encoded(arrow(1600, 1200), "JPEG"), wav(3.0)], ids=["photo", "sound"])
def test_a_full_disk_leaves_nothing_behind_and_says_so(tmp_path: Path, data: bytes) -> None:
    """A process that may not write more than nine kilobytes into a file stands for a disk without room."""
    source, folder = tmp_path / "source", tmp_path / "media"
    source.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL + KEEP, str(source), str(folder)], capture_output=True, text=True)
    assert done.stdout.strip() == "disk-full", done.stderr
    assert files(folder) == []


def test_room_that_runs_out_at_the_last_of_three_files_leaves_none_of_them(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = [2]

    def fsync(handle: int, real=os.fsync) -> None:
        room[0] -= 1
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Problem) as caught:
        media.keep(encoded(arrow(), "JPEG"), "a.jpg", tmp_path)
    assert caught.value.code == "disk-full"
    assert files(tmp_path) == []


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", forbidden)
    with pytest.raises(Problem) as caught:
        media.keep(encoded(arrow(), "JPEG"), "a.jpg", tmp_path)
    assert caught.value.code == "folder-not-writable"
    assert str(tmp_path) in str(caught.value)
    assert files(tmp_path) == []


def test_two_who_keep_the_same_photo_at_once_both_succeed(tmp_path: Path) -> None:
    source, folder = tmp_path / "a.jpg", tmp_path / "media"
    source.write_bytes(encoded(arrow(1600, 1200), "JPEG"))
    both = [
        subprocess.Popen([sys.executable, "-c", KEEP, str(source), str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)]
    hashes = {each.communicate()[0].strip() for each in both}
    assert len(hashes) == 1
    kept = media.keep_from(source, "a.jpg", folder)
    assert {kept.hash} == hashes
    assert len(files(folder)) == 3
    assert media.check(folder, [kept]) == []


def test_a_file_has_its_name_only_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def replace(source: Path, target: Path, real=os.replace) -> None:
        seen.extend(path.name for path in files(tmp_path) if not path.name.endswith(filing.UNFINISHED))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    path = tmp_path / "ab" / "whole.bin"
    filing.put({path: b"all of it"})
    assert seen == []
    assert path.read_bytes() == b"all of it"


def test_forgetting_removes_every_size_and_what_was_left_half_written(tmp_path: Path) -> None:
    photo = media.keep(encoded(arrow(), "JPEG"), "a.jpg", tmp_path)
    other = media.keep(encoded(arrow(200, 100), "JPEG"), "b.jpg", tmp_path)
    parent = media.file_path(tmp_path, photo.hash, "small").parent
    (parent / f".{photo.hash}.small.webp.1234{filing.UNFINISHED}").write_bytes(b"half")
    assert media.forget(tmp_path, photo.hash) == 4
    assert [path for path in files(tmp_path) if photo.hash in path.name] == []
    assert media.check(tmp_path, [other]) == []
    assert media.forget(tmp_path, photo.hash) == 0


def test_forgetting_a_recording_removes_it(tmp_path: Path) -> None:
    kept = media.keep(wav(), "a.wav", tmp_path)
    assert media.forget(tmp_path, kept.hash) == 1
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("hash", "size"), [("../../../etc/passwd", "small"), ("a" * 63, "small"), ("A" * 64, "print"), ("a" * 64, "huge"),
                       ("a" * 64 + "\n", "small"), ("", "small"), ("a" * 64, "../small"), ("*" * 64, "sound")])
def test_an_address_that_names_no_kept_file_leads_nowhere(tmp_path: Path, hash: str, size: str) -> None:
    with pytest.raises(Problem) as caught:
        media.file_path(tmp_path, hash, size)
    assert caught.value.status == 404


def test_forgetting_needs_a_hash_and_no_pattern(tmp_path: Path) -> None:
    media.keep(wav(), "a.wav", tmp_path)
    with pytest.raises(Problem):
        media.forget(tmp_path, "*")
    assert len(files(tmp_path)) == 1
