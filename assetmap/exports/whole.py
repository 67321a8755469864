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
    part: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".assetmap-", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        yield part
        part.chmod(0o666 & ~_mask())
        _make_durable(part)
        os.replace(part, target)
        part = None
        _make_durable(target.parent)
    except OSError as error:
        raise _as_problem(error, target) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


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
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem("disk-full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR):
        return Problem("folder-not-writable", path=str(target.parent))
    return error
