"""The base map as one compact file: all that is drawn under the assets, for the screen, the tablet and the pen.

Format, version 1. The file is gzipped; inside are the bytes "ABM" and the version, then numbers (whole_numbers.py):

    origin x, origin y     position of (0, 0) as column and row of the web-mercator square, 2**28 a side
    margin                 metres kept around the boundary
    words                  how many, then for each its length in bytes and its UTF-8; word 0 is the attribution
    boundary               how many areas, then the areas
    layers                 in the order of base_layers.py: how many features, each column for all features, the shapes
    addresses              how many streets, the word of each, the count of each

Shapes are the counts of the whole layer (of a line its points; of an area its rings, then the points of each ring, the
last not repeated), then x and y of every point as a signed step from the point before, the first from the origin.
Features follow one another over the ground, so that most steps fit one byte.
"""

import contextlib
import errno
import gzip
import json
import os
import zlib
from pathlib import Path

from ..domain.problems import Problem
from .base_reader import read
from .base_writer import written
from .street_data import StreetData
from .street_index import street_index

FILE = "streets.bin.gz"
INDEX = "streets.json"


def pack(data: StreetData) -> bytes:
    """The compact file, gzipped. The same data gives the same bytes."""
    return gzip.compress(written(data), compresslevel=9, mtime=0)


def unpack(packed: bytes) -> StreetData:
    """The street data again, positions within 10 cm; gzipped or already unpacked.

    Raises Problem base-file-damaged for anything that `pack` of this version did not make.
    """
    try:
        return read(gzip.decompress(packed) if packed.startswith(b"\x1f\x8b") else packed)
    except (OSError, EOFError, zlib.error, ValueError, IndexError) as error:
        raise Problem("base-file-damaged") from error


def keep_base(data: StreetData, base_folder: Path) -> None:
    """Writes the compact file and the index of streets into the folder, both whole or neither.

    Raises Problem: disk-full, folder-not-writable; what was there before is then still there.
    """
    index = json.dumps(street_index(data), ensure_ascii=False, separators=(",", ":"))
    write_whole({base_folder / FILE: pack(data), base_folder / INDEX: index.encode()})


def read_base(base_folder: Path) -> StreetData | None:
    """What `keep_base` wrote; None where no streets were loaded yet. Raises Problem base-file-damaged."""
    try:
        return unpack((base_folder / FILE).read_bytes())
    except FileNotFoundError:
        return None


def read_index(base_folder: Path) -> dict | None:
    """The index of streets as `street_index` made it; None where no streets were loaded yet."""
    try:
        return json.loads((base_folder / INDEX).read_text("utf-8"))
    except FileNotFoundError:
        return None


def write_whole(files: dict[Path, bytes]) -> None:
    """Writes all files of one folder, or none. Raises Problem: disk-full, folder-not-writable."""
    folder = next(iter(files)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(files)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Problem("disk-full") from error
        raise Problem("folder-not-writable", path=str(folder)) from error


def _replace(files: dict[Path, bytes]) -> None:
    """Writes all under other names first, then puts all into their place."""
    waiting = {place: place.with_name(f".{place.name}.new") for place in files}
    try:
        for place, content in files.items():
            with open(waiting[place], "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for place, new in waiting.items():
            os.replace(new, place)
    finally:
        for new in waiting.values():
            new.unlink(missing_ok=True)
    for folder in {place.parent for place in files}:
        _keep_names(folder)


def _keep_names(folder: Path) -> None:
    """The new names survive a power cut too. Windows can't open a folder, and does without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
