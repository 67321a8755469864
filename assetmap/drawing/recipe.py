"""The recipe that a base map was drawn by: a fingerprint of all code that has a hand in it.

Nobody counts versions: after an upgrade that draws otherwise the fingerprint differs, and what is kept is drawn anew.
"""

import ast
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOM = Path(__file__).parent
FIRST = ROOM / "base_drawing.py"
ROOMS = (ROOM, ROOM.with_name("geo"))
"""What is imported from elsewhere (sentences, folders) draws nothing."""


def recipe(first: Path = FIRST, rooms: tuple[Path, ...] = ROOMS) -> str:
    """A fingerprint of this file's code and of all that it imports from these rooms, as they lie on the disk.

    Words about the code are no part of it.
    """
    whole = hashlib.sha256()
    waiting, found = [first], {first}
    while waiting:
        file = waiting.pop()
        code, imported = _read(file, rooms, _changed(file))
        whole.update(code)
        new = [each for each in imported if each not in found]
        found.update(new)
        waiting += new
    return whole.hexdigest()[:16]


def _changed(file: Path) -> tuple[int, int]:
    told = file.stat()
    return told.st_mtime_ns, told.st_size


@lru_cache(maxsize=1_000)
def _read(file: Path, rooms: tuple[Path, ...], _changed: tuple[int, int]) -> tuple[bytes, tuple[Path, ...]]:
    """The fingerprint of one file, and the files that it imports."""
    tree = ast.parse(file.read_bytes())
    imported = tuple(dict.fromkeys(_imports(tree, file, rooms)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            node.body = [each for each in node.body if not _words(each)] or [ast.Pass()]
    return hashlib.sha256(f"{file.parent.name}/{file.name}\n{ast.dump(tree)}".encode()).digest(), imported


def _imports(tree: ast.Module, file: Path, rooms: tuple[Path, ...]) -> Iterator[Path]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            room = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for place in (room, *(room / name.name for name in node.names)):
                for found in (place.with_suffix(".py"), place / "__init__.py"):
                    if found.is_file() and any(found.is_relative_to(each) for each in rooms):
                        yield found


def _words(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
