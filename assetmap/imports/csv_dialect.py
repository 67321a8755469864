"""How a table was written down: which separator, and its rows with the numbers that a spreadsheet shows."""

import csv
import io

from ..domain.problems import Problem
from .fields import columns_of
from .incoming import Finding, Severity

SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 4_000_000
_LOOKED_AT = 60
"""So many rows tell which separator it is."""

# The limit is one for all of Python's csv; the 131,072 it starts with is less than a story with its translations.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))


def separator_in(text: str) -> str:
    """The separator that gives the most even table: by the headings known to us, then by rows of the same length."""
    sample = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def rows_in(text: str, separator: str, name: str) -> tuple[list[tuple[int, list[str]]], list[Finding]]:
    """(row number as a spreadsheet shows it, cells) of every row that is not blank, and what is doubtful.

    A cell with line ends in quotes stays one cell, and its row one row. Raises Problem: import-cell-too-long.
    """
    said = text.split("\n", 1)[0].strip().strip('"').lower()
    if said.startswith("sep=") and len(said) <= 5:
        # A line for Excel, which Excel does not show or count.
        text = text.split("\n", 1)[1] if "\n" in text else ""
    findings = []
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [(number, row) for number, row in enumerate(lines, start=1) if any(cell.strip() for cell in row)]
    except csv.Error:
        raise Problem("import-cell-too-long", path=name, most=LONGEST_CELL) from None
    if rows and _unclosed(text, separator):
        findings.append(Finding(Severity.DOUBT, Problem("import-open-quote", row=rows[-1][0]), rows[-1][0]))
    return rows, findings


def chosen_separator(said: str) -> str:
    """The separator somebody asked for: the sign itself, or its name. "" where none was asked for."""
    return _NAMES.get(said.lower(), said[:1])


_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "komma": ",", "puntkomma": ";"}


def _evenness(sample: str, separator: str) -> tuple[int, float, int]:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return 0, 0.0, 0
    if not rows or len(rows[0]) < 2:
        return 0, 0.0, 0
    wide = len(rows[0])
    even = sum(len(row) == wide for row in rows) / len(rows)
    return len(columns_of(rows[0])), even, wide


def _unclosed(text: str, separator: str) -> bool:
    """Whether a quotation mark was opened in the last row and never closed."""
    tail = text.rstrip()
    if tail.endswith('"') or '"' not in tail:
        return False
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
