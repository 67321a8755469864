"""Tables as text (CSV): somebody's spreadsheet, a form's answers, or our own file coming back."""

from pathlib import Path

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from ..domain.audience import Audience
from ..domain.problems import Problem
from ..i18n import LANGUAGES, words
from .csv_dialect import chosen_separator, rows_in, separator_in
from .drafting import Setting, drafted
from .fields import columns_of
from .incoming import Finding, Incoming, Options, Progress, Severity
from .own_record import MARKS, from_cells, own_drafts
from .positions import known_system
from .record import Record
from .text_file import decoded, read_bytes

SPREADSHEET_MARKS = ("Why it matters", "Who holds the key", "Position is approximate", "Invented for the demo")
"""Headings (English message ids) that together only our export for spreadsheets has."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What stands behind the apostrophe that keeps a spreadsheet from running a text."""


def read(
    path: Path, *, boundary: BaseGeometry | None, language: str, progress: Progress, options: Options
) -> Incoming:
    """One draft per row, with or without a position.

    Raises Problem: file-…, import-too-large, import-encoding, import-no-table, import-cell-too-long,
    import-unknown-crs.
    """
    progress(0.0, words(language).gettext("Opening the file"))
    text, findings = decoded(read_bytes(path), path.name, options.encoding)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise Problem("file-empty", path=path.name)
    separator = chosen_separator(options.separator) or separator_in(text)
    rows, doubts = rows_in(text, separator, path.name)
    headings, rows = _headings(rows[0][1], len(rows)), rows[1:]
    ours = set(headings) >= MARKS
    if not ours and not columns_of(headings, options.columns) and len(headings) < 2:
        raise Problem("import-no-table", path=path.name)
    findings += doubts
    if not rows:
        findings.append(Finding(Severity.DOUBT, Problem("import-only-headings", path=path.name)))
    setting = Setting("csv", path.name, boundary, language, options, progress)
    if ours:
        records = [_own_record(row, dict(zip(headings, cells, strict=False))) for row, cells in rows]
        incoming = own_drafts(records, setting, _made_for(records))
    else:
        records, ragged = _records(headings, rows, known_system(options.crs))
        findings += ragged
        incoming = drafted(records, setting)
    return Incoming(incoming.drafts, (*findings, *incoming.findings), incoming.seen, incoming.skipped,
                    incoming.attribution, "csv", incoming.ties)


def _headings(cells: list[str], rows: int) -> list[str]:
    """Every heading once: one without words is called by its letter, a second of the same name gets a number."""
    named: dict[str, int] = {}
    headings = []
    for place, cell in enumerate(cells):
        heading = " ".join(cell.replace("\0", "").strip("\ufeff ").split()) or _letters(place)
        count = named[heading] = named.get(heading, 0) + 1
        headings.append(heading if count == 1 else f"{heading} ({count})")
    return headings


def _letters(place: int) -> str:
    """The letters over a spreadsheet's column: A, B, … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _records(
    headings: list[str], rows: list[tuple[int, list[str]]], crs: str
) -> tuple[list[Record], list[Finding]]:
    """A record per row. A row with more cells than headings keeps them under the letters of their columns."""
    records, findings = [], []
    written = _unguarded if _from_our_spreadsheet(headings) else str
    for row, cells in rows:
        extra = {_letters(place): cell for place, cell in enumerate(cells) if place >= len(headings) and cell.strip()}
        if extra:
            ragged = Problem("import-ragged", cells=len(cells), columns=len(headings))
            findings.append(Finding(Severity.DOUBT, ragged, row))
        values = {heading: written(cell) for heading, cell in zip(headings, cells, strict=False) if cell.strip()}
        records.append(Record(row, values | extra, None, crs))
    return records, findings


def _from_our_spreadsheet(headings: list[str]) -> bool:
    """Whether this is the dialect that our export makes for spreadsheets, in any language."""
    return any(
        {words(language).gettext(heading) for heading in SPREADSHEET_MARKS} <= set(headings) for language in LANGUAGES)


def _unguarded(cell: str) -> str:
    """Without the apostrophe that was put before what looks like a formula; nobody typed it."""
    if cell.startswith("'") and cell[1:].lstrip(" \u00a0\ufeff\u200b").startswith(FORMULA_STARTS):
        return cell[1:]
    return cell


def _made_for(records: list[Record]) -> Audience | None:
    """The audience that our own file was made for: the smallest circle where several were put together, None where a
    row does not say."""
    named = {str(record.values.get("made_for", "")) for record in records}
    if not named or not named <= set(Audience):
        return None
    return min((Audience(name) for name in named), key=lambda each: each.level)


def _own_record(row: int, values: dict[str, str]) -> Record:
    """A row of our own exchange dialect: lists from JSON, the place from WKT with all its digits."""
    shape = None
    if values.get("geometry"):
        try:
            shape = mapping(shapely.force_2d(shapely.from_wkt(values["geometry"])))
        except (shapely.errors.ShapelyError, ValueError):
            shape = {"type": values["geometry"][:20]}
    return Record(row, from_cells(values), shape)
