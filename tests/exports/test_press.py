"""The press runs in a process of its own; whatever befalls it comes back as a sentence and leaves nothing."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from assetmap.domain.problems import Problem
from assetmap.exports.book import press

from .conftest import make


@pytest.fixture
def stub(monkeypatch):
    """Puts a small Python program in the place of the press."""

    def put(program: str) -> None:
        def start(folder: Path, megabytes: int, child: str) -> subprocess.Popen:
            with (folder / press.ERRORS).open("wb") as errors:
                return subprocess.Popen(
                    [sys.executable, "-c", program],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    cwd=folder,
                )

        monkeypatch.setattr(press, "_start", start)

    return put


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    """So that what is left behind is seen, and no other book on this machine is."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


def asked(street, tmp_path: Path, **how) -> pytest.ExceptionInfo:
    """The problem that asking for a book ends in; nothing may be left, neither half a book nor a working folder."""
    target = tmp_path / "out" / "book.pdf"
    with pytest.raises((Problem, press.BookFault)) as told:
        make(street, "pdf", target, **how)
    assert list(target.parent.iterdir()) == []
    assert [path.name for path in (tmp_path / "temporary").iterdir() if path.suffix != ".lock"] == []
    return told


def test_a_press_that_is_killed_is_said_in_a_sentence(stub, street, tmp_path):
    stub(f"import os; os.kill(os.getpid(), {signal.SIGKILL.value})")
    told = asked(street, tmp_path)
    assert told.value.code == "book-too-large" and "memory" in str(told.value)


def test_a_press_that_takes_too_long_is_stopped(stub, street, tmp_path):
    stub("import time; time.sleep(60)")
    started = time.monotonic()
    told = asked(street, tmp_path, seconds=0.6)
    assert told.value.code == "book-too-slow" and time.monotonic() - started < 20


def test_too_little_memory_is_said_in_a_sentence(street, tmp_path):
    assert asked(street, tmp_path, megabytes=180).value.code == "book-too-large"


def test_a_full_disk_in_there_is_a_full_disk_out_here(stub, street, tmp_path):
    stub(f"raise SystemExit({press.DISK_FULL})")
    assert asked(street, tmp_path).value.code == "disk-full"


def test_a_fault_of_ours_is_no_problem_of_theirs(stub, street, tmp_path):
    stub('print(\'{"fault": "expected comma"}\', flush=True)')
    assert isinstance(asked(street, tmp_path).value, press.BookFault)


def test_a_press_that_says_nothing_at_all_is_a_fault(stub, street, tmp_path):
    stub("pass")
    assert isinstance(asked(street, tmp_path).value, press.BookFault)


def test_whoever_stops_while_it_sets_stops_the_press_too(stub, street, tmp_path):
    stub(
        "import os, sys, time; open('pid', 'w').write(str(os.getpid())); print('{\"done\": 0.5, \"step\": \"set\"}', "
        "flush=True); time.sleep(60)"
    )
    seen: list[int] = []

    def progress(done: float, sentence: str) -> None:
        if done > 0.3:
            pid = next(Path(tempfile.gettempdir()).glob("assetmap-book-*/pid"))
            seen.append(int(pid.read_text()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(street, "pdf", tmp_path / "book.pdf", progress=progress)
    with pytest.raises(ProcessLookupError):
        os.kill(seen[0], 0)
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]


@pytest.mark.skipif(press.fcntl is None, reason="one at a time needs file locks")
def test_a_second_book_waits_for_the_first_and_says_so():
    told: list[str] = []
    free = threading.Event()
    with press._one_at_a_time(time.monotonic() + 5, lambda: None):

        def second() -> None:
            with press._one_at_a_time(time.monotonic() + 20, lambda: told.append("waiting")):
                free.set()

        other = threading.Thread(target=second)
        other.start()
        while not told and other.is_alive():
            time.sleep(0.01)
        assert not free.is_set()
    other.join(20)
    assert free.is_set() and told


@pytest.mark.skipif(press.fcntl is None, reason="one at a time needs file locks")
def test_whoever_waits_too_long_is_told_to_come_back():
    with (
        press._one_at_a_time(time.monotonic() + 5, lambda: None),
        pytest.raises(Problem) as told,
        press._one_at_a_time(time.monotonic() + 0.1, lambda: None),
    ):
        pass
    assert told.value.code == "book-busy"


def test_the_press_ends_when_whoever_asked_is_gone(tmp_path):
    (tmp_path / "job.json").write_text("{}")
    program = (
        "import sys, time; from assetmap.exports.book import child; child._made = lambda *_: time.sleep(60); "
        "child.main(__import__('pathlib').Path('.'))"
    )
    gone = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, cwd=tmp_path)
    gone.stdin.close()
    assert gone.wait(20) == 1


def test_without_fonts_it_says_how_to_get_them(street, tmp_path, monkeypatch):
    from assetmap.exports.book import fonts

    monkeypatch.setattr(fonts, "VENDOR", tmp_path)
    with pytest.raises(Problem) as told:
        make(street, "pdf", tmp_path / "book.pdf")
    assert told.value.code == "book-fonts-missing" and "make setup" in str(told.value)
