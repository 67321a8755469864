"""Taking in what others have: one file per format, each producing drafts and findings. Nothing is written here.

    incoming = read(path, boundary=…, language="nl")
    incoming.drafts      to record, all in one transaction or not at all
    incoming.findings    what somebody should know first
    incoming.summary()   the same, counted: what a look beforehand shows
"""

from collections.abc import Callable
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from ..domain.problems import Problem
from . import csv_table, geojson
from .incoming import (
    SEVERITIES,
    Finding,
    FindingGroup,
    Incoming,
    Options,
    Progress,
    Severity,
    Summary,
)
from .osm import openstreetmap
from .osm.reader import file_form, first_bytes

__all__ = [
    "READERS", "SEVERITIES", "Finding", "FindingGroup", "Incoming", "Options", "Progress", "Severity",
    "Summary", "read", "reader_for",
]

READERS: dict[str, Callable[..., Incoming]] = {
    ".osm.pbf": openstreetmap.read,
    ".pbf": openstreetmap.read,
    ".osm": openstreetmap.read,
    ".osm.gz": openstreetmap.read,
    ".osm.bz2": openstreetmap.read,
    ".geojson": geojson.read,
    ".json": geojson.read,
    ".geojsonl": geojson.read,
    ".csv": csv_table.read,
    ".tsv": csv_table.read,
    ".txt": csv_table.read,
}
"""End of a file's name -> what reads it. What stands in the file goes before its name."""

OTHERS = (b"PK\x03\x04", b"\x89PNG", b"\xff\xd8", b"%PDF", b"<", b"\xd0\xcf\x11\xe0", b"SQLite")
"""How files begin that are no table, whatever their name says: archives, pictures, PDF, XML, old office files."""


def read(
    path: Path,
    *,
    boundary: BaseGeometry | None = None,
    language: str = "nl",
    progress: Progress = lambda share, sentence: None,
    options: Options = Options(),
) -> Incoming:
    """What a file brings, in any form that is understood.

    `boundary` is the neighbourhood in (longitude, latitude); without it nothing is outside and fewer mistakes in
    positions are recognised. `language` is for texts that do not say theirs and for what the import adds itself.
    Raises Problem: file-missing, file-unreadable, file-empty, import-unknown-form, and those of the reader.
    """
    path = Path(path)
    return reader_for(path)(path, boundary=boundary, language=language, progress=progress, options=options)


def reader_for(path: Path) -> Callable[..., Incoming]:
    """The reader of READERS that fits what stands in the file, or else its name.

    Raises Problem: file-missing, file-unreadable, file-empty, import-unknown-form.
    """
    start = first_bytes(path)
    try:
        file_form(path)
        return openstreetmap.read
    except Problem:
        pass
    text = start.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe\x1e \t\r\n")
    suffix = next((suffix for suffix in READERS if path.name.lower().endswith(suffix)), "")
    if text.startswith((b"{", b"[")) and suffix not in (".csv", ".tsv"):
        return geojson.read
    if not suffix or text.startswith(OTHERS):
        raise Problem("import-unknown-form", path=path.name)
    return READERS[suffix]
