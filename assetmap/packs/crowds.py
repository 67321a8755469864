"""Crowds: how many assets of each kind lie in each small square of the map, for views too wide to name them one by one.

A crowd is a square of 64 screen pixels at its zoom. Crowds are counted once per version for every zoom that has views
with many of them, and kept in runs of at most 2,000 in the order of their cells, so that a view reads one or two runs
whatever the size of the neighbourhood.
"""

import bisect
import hashlib
import json

import numpy
from sqlite_utils import Database

from ..domain.audience import Audience
from ..geo.cells import BITS
from ..store import kept, neighbourhoods, positions
from .ready import keep, one_look

FINER = 2
"""A crowd's square is a map tile of 256 pixels, halved this often."""

DEEPEST, FARTHEST = 20, 3
"""Zooms that crowds are kept for."""

RUN = 2_000
LONELY = 3
"""Where squares hold fewer assets than this on average, views are small enough to name each asset."""

CROWD = numpy.dtype([("square", "<i8"), ("lon", "<f4"), ("lat", "<f4"), ("number", "<u4"), ("what", "u1"),
                     ("kinds", "<u4", 7)])

Ranges = list[tuple[int, int]]


def crowds_in(db: Database, audience: Audience, zoom: int, ranges: Ranges) -> numpy.ndarray | None:
    """The crowds whose square lies in the cell ranges, as CROWD rows; None where none are kept for this zoom.

    `kinds` counts per kind's code less one; `number` and `what` belong to one of the assets in the square.
    """
    sequence = neighbourhoods.sequence(db)
    index = _index(db, audience, sequence)
    starts = index.get(str(zoom))
    if starts is None:
        return None
    shift = _shift(zoom)
    squares = [(low >> shift, high >> shift) for low, high in ranges]
    found = []
    for run in _runs(starts, squares):
        answer = kept.read(db, f"crowds/{zoom}/{run}/{audience}", sequence)
        if answer is None:
            return None
        rows = numpy.frombuffer(answer[1], CROWD)
        inside = numpy.zeros(len(rows), bool)
        for low, high in squares:
            first, last = numpy.searchsorted(rows["square"], (low, high + 1))
            inside[first:last] = True
        found.append(rows[inside])
    return numpy.concatenate(found) if found else numpy.empty(0, CROWD)


def counted(cells: numpy.ndarray, numbers: numpy.ndarray, what: numpy.ndarray, lons: numpy.ndarray,
            lats: numpy.ndarray, zoom: int) -> numpy.ndarray:
    """The crowds at a zoom of assets given in the order of their cells, as CROWD rows in that order."""
    squares, first, counts = numpy.unique(cells >> _shift(zoom), return_index=True, return_counts=True)
    crowds = numpy.zeros(len(squares), CROWD)
    crowds["square"], crowds["number"], crowds["what"] = squares, numbers[first], what[first]
    if len(squares):
        crowds["lon"] = numpy.add.reduceat(lons, first) / counts
        crowds["lat"] = numpy.add.reduceat(lats, first) / counts
        for code in range(7):
            crowds["kinds"][:, code] = numpy.add.reduceat((what & 7 == code + 1).astype(numpy.uint32), first)
    return crowds


def _index(db: Database, audience: Audience, sequence: int) -> dict[str, list[int]]:
    """Zoom -> the first square of each run."""
    answer = kept.read(db, f"crowds/{audience}", sequence)
    return json.loads(answer[1]) if answer else _make(db, audience)


def _make(db: Database, audience: Audience) -> dict[str, list[int]]:
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        rows = positions.all_cells(db, audience.level)
    columns = [numpy.array(column) for column in zip(*rows, strict=True)] if rows else [numpy.empty(0, int)] * 5
    cells, numbers, what, lons, lats = columns
    index: dict[str, list[int]] = {}
    answers: dict[str, tuple[str, bytes]] = {}
    for zoom in range(FARTHEST, DEEPEST + 1):
        crowds = counted(cells, numbers, what, lons, lats, zoom)
        if len(crowds) * LONELY > len(cells) and index:
            break
        runs = [crowds[start:start + RUN] for start in range(0, len(crowds), RUN)]
        index[str(zoom)] = [int(run["square"][0]) for run in runs]
        answers |= {f"crowds/{zoom}/{n}/{audience}": ("", run.tobytes()) for n, run in enumerate(runs)}
    body = json.dumps(index).encode()
    answers[f"crowds/{audience}"] = (hashlib.sha256(body).hexdigest()[:20], body)
    keep(db, answers, sequence)
    return index


def _runs(starts: list[int], squares: Ranges) -> list[int]:
    """Which runs, known by their first square, hold any of the squares."""
    wanted: set[int] = set()
    for low, high in squares:
        first = max(bisect.bisect_right(starts, low) - 1, 0)
        wanted |= set(range(first, bisect.bisect_right(starts, high)))
    return sorted(wanted)


def _shift(zoom: int) -> int:
    return 2 * (BITS - zoom - FINER)
