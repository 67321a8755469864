"""The pack: all points of the map in one small binary file that a browser reads in milliseconds.

Layout, version 1. A varint is a whole number in groups of seven bits, the lowest first; a set eighth bit means that
more follow. A signed one is folded first: 0, -1, 1, -2 … become 0, 1, 2, 3 … (zigzag).

    3 bytes      "AMP"
    1 byte       1, the version of this layout
    varint       sequence: the neighbourhood's version that the pack was made at
    varint       count
    count bytes  what each asset is: bits 0-2 the kind's code (domain.kind), bits 3-4 the state's code less one
                 (domain.state), bits 5-6 the precision (0 exactly, 1 by street, 2 by neighbourhood), bit 7 whether
                 it has a line or area of its own
    varints      longitudes in 0.000001°, each as the signed difference with the one before; the first with 0
    varints      latitudes, likewise
    varints      numbers, likewise

Points stand in the order of their cells (geo.cells): what lies near stands near, so differences are small (some eight
bytes a point when gzipped), and any square of the map that halves the world a number of times is one unbroken run.
"""

from typing import NamedTuple

import numpy
from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.state import STATES, State
from ..store import neighbourhoods, positions
from .ready import Ready, ready

MARK = b"AMP\x01"
STEPS = 1_000_000
"""Steps in a degree."""


class Columns(NamedTuple):
    """Everything with a place, in the order of the cells: one numpy array each, side by side."""

    cells: numpy.ndarray
    numbers: numpy.ndarray
    what: numpy.ndarray
    longitudes: numpy.ndarray
    latitudes: numpy.ndarray

    @property
    def still_here(self) -> "Columns":
        """Without what was here once."""
        kept = (self.what >> 3 & 3) != STATES[State.RETIRED][0] - 1
        return Columns(*(column[kept] for column in self))


def columns(db: Database, audience: Audience) -> Columns:
    """All that this audience may see on the map, read in one go."""
    rows = positions.all_shown(db, audience.level)
    table = numpy.fromiter(rows, "i8,i8,u1,f8,f8", len(rows))
    return Columns(*(table[name] for name in table.dtype.names))


def pack(db: Database, audience: Audience) -> Ready:
    """The pack of everything this audience may see on the map."""
    return ready(db, "pack", audience, lambda: packed(neighbourhoods.sequence(db), columns(db, audience)))


def packed(sequence: int, columns: Columns) -> bytes:
    """The bytes of a pack for these columns."""
    return b"".join((
        MARK, varints(numpy.array([sequence, len(columns.numbers)])), columns.what.astype(numpy.uint8).tobytes(),
        _differences(numpy.rint(columns.longitudes * STEPS)), _differences(numpy.rint(columns.latitudes * STEPS)),
        _differences(columns.numbers),
    ))


def _differences(values: numpy.ndarray) -> bytes:
    steps = numpy.diff(values.astype(numpy.int64), prepend=0)
    return varints((steps << 1) ^ (steps >> 63))


def varints(values: numpy.ndarray) -> bytes:
    """Whole numbers from 0 up to 2**63 as varints, one after the other."""
    left = values.astype(numpy.uint64)
    columns, wanted = [], []
    present = numpy.ones(len(left), bool)
    while present.any():
        group, left = left & numpy.uint64(127), left >> numpy.uint64(7)
        more = left > 0
        columns.append((group | (more.astype(numpy.uint64) << numpy.uint64(7))).astype(numpy.uint8))
        wanted.append(present)
        present = present & more
    if not columns:
        return b""
    return numpy.stack(columns, 1)[numpy.stack(wanted, 1)].tobytes()
