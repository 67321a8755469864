"""Writing kept files whole or not at all, and removing every trace of one."""

import errno
import os
import uuid
from pathlib import Path

from ..domain.problems import Problem
from .sizes import file_path

UNFINISHED = ".part"
"""How the name of a file ends while it is being written."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def put(files: dict[Path, bytes]) -> None:
    """Writes these files, each complete on the disk before it gets its name. What lies there already stays untouched.

    Two processes may put the same files at once. Raises Problem("disk-full") or Problem("folder-not-writable"),
    leaving no file behind.
    """
    unfinished: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            if not _holds(path, content):
                path.parent.mkdir(parents=True, exist_ok=True)
                unfinished[path] = path.with_name(f".{path.name}.{uuid.uuid4().hex}{UNFINISHED}")
                _write(unfinished[path], content)
        for path, temporary in unfinished.items():
            os.replace(temporary, path)
        for parent in {path.parent for path in unfinished}:
            _settle(parent)
    except OSError as error:
        if error.errno in _FULL:
            raise Problem("disk-full") from error
        if error.errno in _FORBIDDEN:
            raise Problem("folder-not-writable", path=next(iter(files)).parent) from error
        raise
    finally:
        for temporary in unfinished.values():
            temporary.unlink(missing_ok=True)


def forget(folder: Path, hash: str) -> int:
    """Removes every size of this photo or recording, half-written ones too, and returns how many files that were."""
    parent = file_path(folder, hash, "print").parent
    found = [path for pattern in (f"{hash}.*", f".{hash}.*") for path in parent.glob(pattern)]
    for path in found:
        path.unlink(missing_ok=True)
    if found:
        _settle(parent)
    return len(found)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _write(path: Path, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Makes the names in a folder last through a power cut. Windows has no such call and does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
