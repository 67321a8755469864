"""Whether the media folder holds what the neighbourhood knows of: no more, no less, undamaged."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ..domain.medium import MediaFile
from ..domain.problems import Problem
from .filing import UNFINISHED
from .sizes import MASTER, file_paths

AN_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: what is wrong with it ("missing", "damaged", "orphan", "unfinished"), the
    file and, where it is one of ours, its hash."""

    fault: str
    path: Path
    hash: str = ""

    @property
    def problem(self) -> Problem:
        """The same as a sentence to a person."""
        return Problem(f"check-{self.fault}", path=self.path)

    def __str__(self) -> str:
        return str(self.problem)


def check(folder: Path, known: Iterable[MediaFile]) -> list[Finding]:
    """Compares the media folder with the files the database knows, reading every byte of them.

    Masters and sound are compared with their hash, the smaller sizes are opened. Files that are being written at this
    moment are passed over.
    """
    findings: list[Finding] = []
    expected: set[Path] = set()
    for file in known:
        paths = file_paths(folder, file)
        expected |= set(paths.values())
        findings += _faults_of(file, paths)
    return findings + list(_strays(folder, expected))


def _faults_of(file: MediaFile, paths: dict[str, Path]) -> Iterator[Finding]:
    for size, path in paths.items():
        if not path.is_file():
            yield Finding("missing", path, file.hash)
        elif not (_has_hash(path, file.hash) if size in (MASTER, "sound") else _opens(path)):
            yield Finding("damaged", path, file.hash)


def _strays(folder: Path, expected: set[Path]) -> Iterator[Finding]:
    for path in sorted(folder.rglob("*")):
        if path in expected or path.is_dir():
            continue
        if path.name.endswith(UNFINISHED):
            if time.time() - path.stat().st_mtime > AN_HOUR:
                yield Finding("unfinished", path)
            continue
        yield Finding("orphan", path, path.name.split(".")[0])


def _has_hash(path: Path, hash: str) -> bool:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == hash


def _opens(path: Path) -> bool:
    try:
        with Image.open(path, formats=["WEBP"]) as image:
            image.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return True
