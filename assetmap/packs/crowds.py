"""Crowds: how many assets of each kind lie in each small square of the map, for views too wide to name them one by one.

A crowd is a square of 32 screen pixels at its zoom, the same that static/js/map/crowding.js counts in when it has all
points: a map looks the same whether its browser counted or the server. Crowds are counted once per version, for every
zoom that has views with many of them, and kept as the very text of an answer, in pieces of 512 by 512 pixels: whatever
the size of the neighbourhood, a view reads a dozen rows and puts them one after the other. Crowds of some kinds only
are counted piece by piece when somebody first asks for them, and kept beside the others.
"""

import hashlib
import json

import numpy
from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import KINDS, Kind
from ..geo.cells import BITS, cell_of_tile
from ..store import kept, neighbourhoods, pieces, positions
from .pieces import written
from .ready import keep, one_look

FINER = 3
"""A crowd's square is a map tile of 256 pixels, halved this often."""

COARSER = 1
"""A piece is a tile of 256 pixels, doubled this often."""

DEEPEST, FARTHEST = 20, 3
"""Zooms that crowds are kept for."""

LONELY = 2
"""Where squares hold fewer assets than this on average, views are small enough to name each asset."""

CODES = {kind: str(facts.code) for kind, facts in KINDS.items()}

_SPREAD = [cell_of_tile(BITS, column, 0)[0] for column in range(1024)]
"""Numbers of ten bits with a gap after each bit: two of them are the columns of any zoom that crowds are kept for."""

Box = tuple[float, float, float, float]


def pieces_in(
    db: Database, audience: Audience, zoom: int, edges: Box, kinds: tuple[Kind, ...] = ()
) -> list[bytes] | None:
    """The pieces (packs.pieces) that hold the box with these edges (squares.edges_of) and some ground beside it; None
    where none are kept at this zoom. `kinds` are the only ones counted, where any are given."""
    if zoom > DEEPEST:
        return None
    names = _names(audience, zoom, edges)
    found = _read(db, audience, names, kinds)
    if found:
        return found
    made = kept.read(db, f"crowds/{audience}/zooms", neighbourhoods.sequence(db))
    zooms = json.loads(made[1]) if made else _make(db, audience)
    if zoom not in zooms:
        return None
    return _read(db, audience, names, kinds)


def counted(cells: numpy.ndarray, numbers: numpy.ndarray, what: numpy.ndarray, lons: numpy.ndarray,
            lats: numpy.ndarray, zoom: int) -> dict[int, bytes]:
    """Piece by piece the crowds at a zoom, of assets given in the order of their cells."""
    squares, first, counts = numpy.unique(cells >> shift_of(zoom), return_index=True, return_counts=True)
    if not len(squares):
        return {}
    across = numpy.round(numpy.add.reduceat(lons, first) / counts, 6).tolist()
    up = numpy.round(numpy.add.reduceat(lats, first) / counts, 6).tolist()
    kinds = numpy.stack([numpy.add.reduceat((what & 7 == code).astype(int), first) for code in range(1, 8)], 1).tolist()
    alone, who, whats = (counts == 1).tolist(), numbers[first].tolist(), what[first].tolist()
    tiles, starts = numpy.unique(squares >> (2 * (FINER + COARSER)), return_index=True)
    ends = [*starts[1:].tolist(), len(squares)]
    found = {}
    for tile, start, end in zip(tiles.tolist(), starts.tolist(), ends, strict=True):
        points = [[who[i], whats[i], across[i], up[i]] for i in range(start, end) if alone[i]]
        crowds = [[across[i], up[i], kinds[i]] for i in range(start, end) if not alone[i]]
        found[tile] = written(int(counts[start:end].sum()), points, crowds)
    return found


def shift_of(zoom: int) -> int:
    """By how many bits a cell is shifted to become the square of a crowd at this zoom."""
    return 2 * (BITS - zoom - FINER)


def _read(db: Database, audience: Audience, names: list[str], kinds: tuple[Kind, ...]) -> list[bytes]:
    if not kinds:
        return pieces.all_kinds(db, names)
    ending = "/" + "".join(sorted([CODES[kind] for kind in kinds]))
    found = pieces.some_kinds(db, names, ending)
    if None not in found:
        return found
    made = _make_some(db, audience, pieces.lacking(db, names, ending), kinds, ending)
    found = pieces.some_kinds(db, names, ending)
    return found if None not in found else [body for body in found if body is not None] + list(made.values())


def _make_some(
    db: Database, audience: Audience, names: list[str], kinds: tuple[Kind, ...], ending: str
) -> dict[str, bytes]:
    """Counts and keeps the pieces of these names for some kinds only; gives them by name, kept or not."""
    made = {}
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        for name in names:
            zoom, tile = map(int, name.split("/")[2:])
            shift = 2 * (BITS - zoom + COARSER)
            rows = positions.cells_between(
                db, audience.level, tile << shift, (tile + 1 << shift) - 1, tuple(map(str, kinds)))
            made[name] = counted(*_columns(rows), zoom=zoom).get(tile) or written(0, [], [])
    keep(db, {name + ending: ("", body) for name, body in made.items()}, sequence)
    return made


def _make(db: Database, audience: Audience) -> list[int]:
    """Counts and keeps the crowds of every zoom that needs them; gives those zooms."""
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        rows = positions.all_cells(db, audience.level)
    columns = _columns(rows)
    zooms: list[int] = []
    answers: dict[str, tuple[str, bytes]] = {}
    for zoom in range(FARTHEST, DEEPEST + 1):
        if zooms and len(numpy.unique(columns[0] >> shift_of(zoom))) * LONELY > len(rows):
            break
        zooms.append(zoom)
        for tile, body in counted(*columns, zoom=zoom).items():
            answers[f"crowds/{audience}/{zoom}/{tile}"] = ("", body)
    body = json.dumps(zooms).encode()
    answers[f"crowds/{audience}/zooms"] = (hashlib.sha256(body).hexdigest()[:20], body)
    keep(db, answers, sequence, instead_of=f"crowds/{audience}/*")
    return zooms


def _columns(rows: list[tuple]) -> list[numpy.ndarray]:
    """Rows of store.positions as the columns of `counted`."""
    return [numpy.array(column) for column in zip(*rows, strict=True)] if rows else [numpy.empty(0, int)] * 5


def _names(audience: Audience, zoom: int, edges: Box) -> list[str]:
    """What the pieces at a zoom are kept under that a box with these edges touches."""
    left, top, right, bottom = edges
    side = 1 << zoom - COARSER
    last = side - 1
    west, east, north, south = int(left * side), int(right * side), int(top * side), int(bottom * side)
    columns = [_SPREAD[x & 1023] | _SPREAD[x >> 10] << 20 for x in range(min(west, last), min(east, last) + 1)]
    rows = [(_SPREAD[y & 1023] | _SPREAD[y >> 10] << 20) << 1 for y in range(min(north, last), min(south, last) + 1)]
    before = f"crowds/{audience}/{zoom}/"
    return [f"{before}{column | row}" for column in columns for row in rows]
