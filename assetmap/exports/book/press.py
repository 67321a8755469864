"""Runs the press: one book at a time, in a process of its own with limits on memory and time.

Whatever happens in there, a killed process or a full disk, comes back as a Problem and leaves nothing behind.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ...domain.problems import Problem

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

POLL_SECONDS = 0.2
TOO_MUCH_MEMORY = 86
"""What the child ends with when the memory it may have does not do."""
DISK_FULL = 87
JOB, BOOK, ERRORS = "job.json", "book.pdf", "errors.txt"
"""Files in the folder of the press."""
BOOK_CHILD = "assetmap.exports.book.child"


class BookFault(RuntimeError):
    """The book could not be set: a fault of ours, not of whoever asked for it."""


def printed(
    folder: Path,
    *,
    seconds: float,
    megabytes: int,
    photos: int,
    waiting: Callable[[], None],
    progress: Callable[[float, str], None],
    child: str = BOOK_CHILD,
) -> dict:
    """Make folder/book.pdf from folder/job.json; returns what the child tells about it. Another `child` is the module
    of a press that makes something else.

    `progress(done, step)` and `waiting()` are called often; what they raise stops the press. Raises
    Problem("book-busy"), ("book-too-slow"), ("book-too-large"), ("disk-full") and BookFault.
    """
    ends = time.monotonic() + seconds
    with _one_at_a_time(ends, waiting):
        running = _start(folder, megabytes, child)
        try:
            return _followed(running, folder, ends, seconds, photos, progress)
        finally:
            if running.poll() is None:
                running.kill()
            running.wait()
            for stream in (running.stdin, running.stdout):
                stream.close()


def _start(folder: Path, megabytes: int, child: str) -> subprocess.Popen:
    code = str(Path(__file__).resolve().parents[3])
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH", "")))),
        # Address space is what is limited: many arenas and threads would take it without using it.
        "MALLOC_ARENA_MAX": "2",
        "RAYON_NUM_THREADS": str(min(4, os.cpu_count() or 1)),
        "ASSETMAP_BOOK_MEGABYTES": str(megabytes),
    }
    with (folder / ERRORS).open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", child, str(folder)],
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )


def _followed(
    child: subprocess.Popen,
    folder: Path,
    ends: float,
    seconds: float,
    photos: int,
    progress: Callable[[float, str], None],
) -> dict:
    lines: queue.Queue[bytes | None] = queue.Queue()

    def read() -> None:
        for line in child.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    result: dict = {}
    done, step = 0.0, "start"
    while True:
        if time.monotonic() > ends:
            raise Problem("book-too-slow", seconds=round(seconds))
        try:
            line = lines.get(timeout=POLL_SECONDS)
        except queue.Empty:
            progress(done, step)
            continue
        if line is None:
            break
        told = json.loads(line)
        if "result" in told:
            result = told["result"]
        elif "fault" in told:
            raise BookFault(told["fault"])
        else:
            done, step = told["done"], told["step"]
            progress(done, step)
    code = child.wait()
    if code == DISK_FULL:
        raise Problem("disk-full")
    if code == TOO_MUCH_MEMORY or code < 0:
        # Ended by a signal: the system took it down for want of memory, or Typst itself gave up.
        raise Problem("book-too-large", photos=photos)
    if code or not result:
        raise BookFault(
            f"The press stopped with code {code}: {(folder / ERRORS).read_text('utf-8', 'replace')[-1000:]}"
        )
    return result


@contextlib.contextmanager
def _one_at_a_time(ends: float, waiting: Callable[[], None]) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    path = Path(tempfile.gettempdir()) / f"assetmap-book-{os.getuid()}.lock"
    with open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600), "r+b") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > ends:
                    raise Problem("book-busy") from None
                waiting()
                time.sleep(POLL_SECONDS)
        yield
