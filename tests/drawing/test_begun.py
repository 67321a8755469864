"""A base map is drawn once at a time, and what broke off or failed does not stand in the way for ever."""

import os
import subprocess
import sys

import pytest
from shapely.geometry import box

from assetmap.drawing import begun
from assetmap.drawing.base_drawing import draw_base
from assetmap.drawing.base_file import FILE as STREETS

HOUR = 3_600


@pytest.fixture
def gone() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def age(folder, seconds: float) -> None:
    then = (folder / begun.MARK).stat().st_mtime - seconds
    os.utime(folder / begun.MARK, (then, then))


def test_while_one_draws_no_other_begins(tmp_path):
    assert begun.begin(tmp_path)
    assert not begun.begin(tmp_path), "its process is being started"
    begun.sign(tmp_path, os.getpid())
    age(tmp_path, begun.AT_ONCE * 2)
    assert not begun.begin(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="there the mark grows old by itself")
def test_what_broke_off_is_begun_again_at_once(tmp_path, gone):
    begun.begin(tmp_path)
    begun.sign(tmp_path, gone)
    assert begun.begin(tmp_path)
    assert (tmp_path / begun.MARK).read_text() == ""


def test_a_mark_without_a_process_holds_for_seconds(tmp_path):
    begun.begin(tmp_path)
    age(tmp_path, begun.AT_ONCE + 1)
    assert begun.begin(tmp_path)


def test_what_failed_rests_a_while_or_until_there_are_other_streets(tmp_path):
    begun.begin(tmp_path)
    begun.fail(tmp_path)
    assert not begun.begin(tmp_path)
    age(tmp_path, begun.PATIENCE + 1)
    assert begun.begin(tmp_path)
    begun.fail(tmp_path)
    age(tmp_path, 60)
    (tmp_path / STREETS).write_bytes(b"others")
    assert begun.begin(tmp_path)


def test_one_that_never_ends_is_given_up(tmp_path):
    begun.begin(tmp_path)
    begun.sign(tmp_path, os.getpid())
    age(tmp_path, HOUR)
    assert begun.begin(tmp_path)


def test_a_drawing_made_by_whomever_takes_the_mark_away(tmp_path):
    begun.begin(tmp_path)
    begun.fail(tmp_path)
    draw_base(tmp_path, box(4.36, 51.996, 4.361, 51.997), "town")
    assert not (tmp_path / begun.MARK).exists()
    begun.fail(tmp_path)
    assert not (tmp_path / begun.MARK).exists(), "who tells too late makes no new mark"


def test_a_folder_that_can_not_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("")
    assert not begun.begin(tmp_path / "file")
    begun.forget(tmp_path / "file")
