"""A file's bytes as text, whatever encoding it was saved in."""

from pathlib import Path

from ..domain.problems import Problem
from .incoming import Finding, Severity

MOST_BYTES = 256 * 1024 * 1024
"""More than a million assets; what is larger is a whole country, or not what it says it is."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
          (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises Problem: file-missing, file-unreadable, file-empty, import-too-large."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Problem("import-too-large", path=path.name, size=size // 1_000_000, most=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except FileNotFoundError:
        raise Problem("file-missing", path=str(path)) from None
    except OSError as error:
        raise Problem("file-unreadable", path=str(path), reason=(error.strerror or str(error)).lower()) from error
    if not data:
        raise Problem("file-empty", path=path.name)
    return data


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, list[Finding]]:
    """The text and what is doubtful about it. Tried in turn: the encoding asked for, a byte order mark, UTF-16 by its
    many zero bytes, UTF-8, and Windows-1252 (which holds Latin-1), in which old spreadsheets save.

    Raises Problem: import-encoding for an encoding nobody knows or that does not fit.
    """
    if encoding:
        try:
            return data.decode(encoding), []
        except (LookupError, UnicodeError):
            raise Problem("import-encoding", path=name, encoding=encoding) from None
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace").removeprefix("\ufeff"), []
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) // 4:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.end >= len(data) - 3:
            return data.decode("utf-8", errors="replace"), []
    # Windows-1252 has five empty places; Latin-1 fills them with control characters.
    text = data.decode("cp1252", errors="replace")
    return text, [Finding(Severity.NOTE, Problem("import-guessed-encoding", path=name, encoding="Windows-1252"))]
