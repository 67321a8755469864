"""Files that appear whole or not at all: written beside their place, made durable, then renamed."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.problems import Problem


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """An empty file beside `target` that takes its place when the block ends well, and disappears when it does not.

    Raises Problem("disk-full") and Problem("folder-not-writable").
    """
    part = _beside(target)
    try:
        yield part
        part.chmod(0o666 & ~_mask())
        _make_durable(part)
        os.replace(part, target)
        _make_durable(target.parent)
    except OSError as error:
        # Anything else that goes wrong while the file is filled is not about the file.
        if error.errno in _FULL or error.filename == str(part):
            raise _as_problem(error, target) from error
        raise
    finally:
        part.unlink(missing_ok=True)


_FULL = (errno.ENOSPC, errno.EDQUOT)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST)


def _beside(target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".assetmap-", suffix=".part", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _as_problem(error, target) from error
    return Path(name)


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _make_durable(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder, and keeps renames by itself.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _as_problem(error: OSError, target: Path) -> Exception:
    if error.errno in _FULL:
        return Problem("disk-full")
    return Problem("folder-not-writable", path=str(target.parent)) if error.errno in _CLOSED else error
