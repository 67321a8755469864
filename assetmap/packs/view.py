"""One view of the map: its assets where they are few, crowds where they are many; as cheap at a million as at 100."""

import json

import numpy
from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import KINDS
from ..domain.words import search_words
from ..geo.cells import BITS
from ..store import positions, search
from .asked import Asked
from .crowds import CROWD, FINER, crowds_in
from .squares import finest_zoom, ranges_of

MOST = 1_200
"""Assets in one answer; a view with more gets crowds."""

MOST_FOUND = 10_000
"""Assets that a search may find within a view."""


def view(db: Database, audience: Audience, asked: Asked) -> bytes:
    """JSON of what this audience may see in the view.

    {"points": [[number, what, lon, lat], …], "crowds": []} where they are few, `what` as in the pack; otherwise
    {"points": […], "crowds": [[lon, lat, [count per kind, in the order of their codes]], …]}, where points are crowds
    of one. No window is more than 64 tiles wide: a larger box is answered as if from farther away.
    """
    wanted = asked.selection
    box = asked.box or (-180.0, -85.0, 180.0, 85.0)
    ranges, zoom = ranges_of(box), min(asked.zoom, finest_zoom(box))
    filters = {"kinds": tuple(map(str, wanted.kinds)), "tags": wanted.tags, "states": tuple(map(str, wanted.states)),
               "among": _found(db, audience, wanted.words)}
    only_kinds = not (wanted.tags or wanted.states or filters["among"] is not None)
    kept = crowds_in(db, audience, zoom, ranges) if only_kinds else None
    if kept is not None:
        codes = [KINDS[kind].code - 1 for kind in wanted.kinds]
        crowds = _inside(_of_kinds(kept, codes), box)
        if int(crowds["kinds"].sum()) > MOST:
            return _crowded(crowds)
    points, count = positions.in_view(db, audience.level, ranges, box, most=MOST + 1, **filters)
    if count <= MOST:
        return f'{{"points":{points},"crowds":[]}}'.encode()
    rows = positions.crowds_in_view(db, audience.level, ranges, 2 * (BITS - zoom - FINER), **filters)
    return _crowded(_inside(_gathered(rows), box))


def _found(db: Database, audience: Audience, words: str) -> list[int] | None:
    if not words.strip():
        return None
    return search.find(db, search_words(words), audience.level, MOST_FOUND)


def _of_kinds(crowds: numpy.ndarray, codes: list[int]) -> numpy.ndarray:
    """The crowds with only these kinds counted; a crowd of one is left as it is or out."""
    if not codes:
        return crowds
    chosen = crowds.copy()
    others = [code for code in range(7) if code not in codes]
    chosen["kinds"][:, others] = 0
    return chosen[chosen["kinds"].sum(1) > 0]


def _inside(crowds: numpy.ndarray, box: tuple[float, float, float, float]) -> numpy.ndarray:
    west, south, east, north = box
    across, up = crowds["lon"], crowds["lat"]
    return crowds[(across >= west) & (across <= east) & (up >= south) & (up <= north)]


def _crowded(crowds: numpy.ndarray) -> bytes:
    alone = crowds["kinds"].sum(1) == 1
    # Where one is left of a crowd whose other kinds are filtered out, the asset that was noted may be another one.
    known = crowds["kinds"][numpy.arange(len(crowds)), numpy.maximum(crowds["what"] & 7, 1) - 1] == 1
    single, many = crowds[alone & known], crowds[~(alone & known)]
    points = [[number, what, round(lon, 6), round(lat, 6)]
              for number, what, lon, lat in single[["number", "what", "lon", "lat"]].tolist()]
    rows = [[round(lon, 6), round(lat, 6), kinds.tolist()]
            for lon, lat, kinds in many[["lon", "lat", "kinds"]].tolist()]
    return json.dumps({"points": points, "crowds": rows}, separators=(",", ":")).encode()


def _gathered(rows: list[tuple]) -> numpy.ndarray:
    """Crowds from rows per square and kind (see store.positions.crowds_in_view)."""
    squares: dict[int, list[tuple]] = {}
    for row in rows:
        squares.setdefault(row[0], []).append(row)
    crowds = numpy.zeros(len(squares), CROWD)
    for place, (square, parts) in enumerate(squares.items()):
        whole = sum(part[2] for part in parts)
        crowds[place]["square"] = square
        crowds[place]["lon"] = sum(part[3] * part[2] for part in parts) / whole
        crowds[place]["lat"] = sum(part[4] * part[2] for part in parts) / whole
        crowds[place]["number"], crowds[place]["what"] = parts[0][5], parts[0][6]
        for part in parts:
            crowds[place]["kinds"][part[1] - 1] = part[2]
    return crowds
