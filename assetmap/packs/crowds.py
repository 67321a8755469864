"""Crowds: how many assets of each kind lie in each small square of the map, for views too wide to name them one by one.

A crowd is a square of 32 screen pixels at its zoom, the same that static/js/map/crowding.js counts in when it has all
points: a map looks the same whether its browser counted or the server. Crowds are counted once per version, for every
zoom that has views with many of them, and kept as the very text of an answer, in pieces of 512 by 512 pixels: whatever
the size of the neighbourhood, a view reads a dozen rows and puts them one after the other.
"""

import hashlib
import json
import math
from dataclasses import dataclass

import numpy
from sqlite_utils import Database

from ..domain.audience import Audience
from ..geo.cells import BITS, cell_of_tile
from ..store import kept, neighbourhoods, positions
from .ready import keep, one_look

FINER = 3
"""A crowd's square is a map tile of 256 pixels, halved this often."""

COARSER = 1
"""A piece is a tile of 256 pixels, doubled this often."""

DEEPEST, FARTHEST = 20, 3
"""Zooms that crowds are kept for."""

LONELY = 2
"""Where squares hold fewer assets than this on average, views are small enough to name each asset."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """The crowds of 512 by 512 pixels: `count` assets, JSON rows of those alone in their square and of the others.

    `points` are rows [number, what, lon, lat] and `crowds` rows [lon, lat, [count per kind]], without brackets around
    them all.
    """

    count: int
    points: bytes
    crowds: bytes


def pieces_in(db: Database, audience: Audience, zoom: int, box: Box) -> list[Piece] | None:
    """The pieces that hold the box (west, south, east, north) and some ground beside it; None where none are kept."""
    index = f"crowds/{audience}"
    names = [index, *(_name(zoom, tile, audience) for tile in _tiles(zoom - COARSER, box))]
    found = kept.read_several(db, names)
    if index not in found:
        zooms = _make(db, audience)
        found = {index: json.dumps(zooms).encode()} | kept.read_several(db, names[1:])
    if zoom not in json.loads(found.pop(index)):
        return None
    return [_read(body) for body in found.values()]


def counted(cells: numpy.ndarray, numbers: numpy.ndarray, what: numpy.ndarray, lons: numpy.ndarray,
            lats: numpy.ndarray, zoom: int) -> dict[int, Piece]:
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
    pieces = {}
    for tile, start, end in zip(tiles.tolist(), starts.tolist(), ends, strict=True):
        points = [[who[i], whats[i], across[i], up[i]] for i in range(start, end) if alone[i]]
        crowds = [[across[i], up[i], kinds[i]] for i in range(start, end) if not alone[i]]
        pieces[tile] = Piece(int(counts[start:end].sum()), rows_text(points), rows_text(crowds))
    return pieces


def rows_text(rows: list) -> bytes:
    """Rows as JSON without the brackets around them all."""
    return json.dumps(rows, separators=(",", ":"))[1:-1].encode()


def shift_of(zoom: int) -> int:
    """By how many bits a cell is shifted to become the square of a crowd at this zoom."""
    return 2 * (BITS - zoom - FINER)


def _make(db: Database, audience: Audience) -> list[int]:
    """Counts and keeps the crowds of every zoom that needs them; gives those zooms."""
    with one_look(db):
        sequence = neighbourhoods.sequence(db)
        rows = positions.all_cells(db, audience.level)
    columns = [numpy.array(column) for column in zip(*rows, strict=True)] if rows else [numpy.empty(0, int)] * 5
    zooms: list[int] = []
    answers: dict[str, tuple[str, bytes]] = {}
    for zoom in range(FARTHEST, DEEPEST + 1):
        if zooms and len(numpy.unique(columns[0] >> shift_of(zoom))) * LONELY > len(rows):
            break
        zooms.append(zoom)
        for tile, piece in counted(*columns, zoom=zoom).items():
            body = b"\n".join((str(piece.count).encode(), piece.points, piece.crowds))
            answers[_name(zoom, tile, audience)] = ("", body)
    body = json.dumps(zooms).encode()
    answers[f"crowds/{audience}"] = (hashlib.sha256(body).hexdigest()[:20], body)
    keep(db, answers, sequence, instead_of=f"crowds/*/{audience}")
    return zooms


def _read(body: bytes) -> Piece:
    count, points, crowds = body.split(b"\n")
    return Piece(int(count), points, crowds)


def _name(zoom: int, tile: int, audience: Audience) -> str:
    return f"crowds/{zoom}/{tile}/{audience}"


def _tiles(zoom: int, box: Box) -> list[int]:
    """The tiles at a zoom that the box touches, as their cells' common beginning."""
    west, south, east, north = box
    side = 1 << zoom
    left, right = (min(max(math.floor((lon + 180) / 360 * side), 0), side - 1) for lon in (west, east))
    top, bottom = (min(max(math.floor(_down(lat) * side), 0), side - 1) for lat in (north, south))
    shift = 2 * (BITS - zoom)
    return [cell_of_tile(zoom, x, y)[0] >> shift for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _down(latitude: float) -> float:
    """Web-mercator from the top (0) to the bottom (1) of the world."""
    sine = math.sin(math.radians(max(-85.0511, min(85.0511, latitude))))
    return 0.5 - math.atanh(sine) / (2 * math.pi)
