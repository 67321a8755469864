"""The mark that a base map is being drawn: who began, whether that went wrong, and when it may be tried again."""

import os
import time
from contextlib import suppress
from pathlib import Path

from .base_file import FILE as STREETS

MARK = ".drawing"
PATIENCE = 900.0
"""Seconds after which a drawing that was begun and never came is tried again."""
FAILED = "failed"
AT_ONCE = 10.0
"""Seconds in which a mark may be without its process: that is being started."""


def begin(base_folder: Path) -> bool:
    """Puts the mark; False where a drawing is under way, went wrong lately, or the folder can't be written."""
    mark = base_folder / MARK
    try:
        base_folder.mkdir(exist_ok=True)
        if mark.exists() and not _holds(mark):
            mark.unlink(missing_ok=True)
        mark.open("x").close()
    except OSError:
        return False
    return True


def sign(base_folder: Path, process: int) -> None:
    """Says which process draws."""
    _write(base_folder / MARK, str(process))


def fail(base_folder: Path) -> None:
    """Says that it went wrong: not every visitor has to try the same again."""
    _write(base_folder / MARK, FAILED)


def forget(base_folder: Path) -> None:
    """Takes the mark away."""
    with suppress(OSError):  # It grows old by itself.
        (base_folder / MARK).unlink(missing_ok=True)


def _write(mark: Path, word: str) -> None:
    # Never made anew: it may have been taken away because the drawing is there.
    with suppress(OSError), mark.open("r+") as file:
        file.write(word)
        file.truncate()


def _holds(mark: Path) -> bool:
    """Whether a drawing is under way, or went wrong and nothing has changed since."""
    since, word = mark.stat().st_mtime, mark.read_text("ascii", "replace")
    age = time.time() - since
    if age > PATIENCE:
        return False
    if word == FAILED:
        streets = mark.with_name(STREETS)
        return not (streets.exists() and streets.stat().st_mtime > since)
    return _lives(int(word)) if word.isdecimal() else age < AT_ONCE


def _lives(process: int) -> bool:
    if os.name == "nt":
        return True  # There is no asking there without harm; it grows old.
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
