"""The folder with the book's fonts, and which characters they can show between them."""

import struct
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

from ...domain.problems import Problem
from ...folders import VENDOR

Ranges = tuple[tuple[int, int], ...]
"""Code points as (first, last), sorted, without overlap."""


def font_folder() -> Path:
    """Where the fonts lie. Raises Problem("book-fonts-missing")."""
    folder = VENDOR / "fonts" / "ttf"
    if not (folder / "NotoSans_400Regular.ttf").is_file():
        raise Problem("book-fonts-missing")
    return folder


@lru_cache(maxsize=4)
def shown_by(folder: Path) -> "Shown":
    """Which characters the fonts of this folder have between them."""
    ranges: list[tuple[int, int]] = []
    for path in sorted(folder.glob("*.ttf")):
        ranges.extend(_ranges_of(path))
    return Shown(_merged(ranges))


class Shown:
    """Answers `character in shown`."""

    def __init__(self, ranges: Ranges):
        self._starts = [first for first, _ in ranges]
        self._ends = [last for _, last in ranges]

    def __contains__(self, character: str) -> bool:
        place = bisect_right(self._starts, ord(character)) - 1
        return place >= 0 and ord(character) <= self._ends[place]


def _ranges_of(path: Path) -> list[tuple[int, int]]:
    """The code points of a TrueType or OpenType file, from its `cmap` table (formats 4 and 12).

    https://learn.microsoft.com/typography/opentype/spec/cmap
    """
    with path.open("rb") as file:
        count = struct.unpack(">4xH6x", file.read(12))[0]
        tables = {entry[0]: entry[2:] for entry in struct.iter_unpack(">4sIII", file.read(16 * count))}
        if b"cmap" not in tables:
            return []
        offset, length = tables[b"cmap"]
        file.seek(offset)
        data = file.read(length)
    subtables = struct.iter_unpack(">HHI", data[4 : 4 + 8 * struct.unpack(">2xH", data[:4])[0]])
    by_format = {struct.unpack_from(">H", data, start)[0]: start for _, _, start in subtables}
    if 12 in by_format:
        start = by_format[12]
        groups = struct.unpack_from(">I", data, start + 12)[0]
        return [
            (first, last) for first, last, _ in struct.iter_unpack(">III", data[start + 16 : start + 16 + 12 * groups])
        ]
    if 4 in by_format:
        return _format_4(data, by_format[4])
    return []


def _format_4(data: bytes, start: int) -> list[tuple[int, int]]:
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    column = f">{segments}H"
    at = start + 14
    lasts = struct.unpack_from(column, data, at)
    firsts = struct.unpack_from(column, data, at + 2 * segments + 2)
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if first <= last and first != 0xFFFF]


def _merged(ranges: list[tuple[int, int]]) -> Ranges:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)
