"""One view of the map: its assets where they are few, crowds where they are many; as cheap at a million as at 100."""

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.words import search_words
from ..store import positions, search
from .asked import Asked
from .crowds import FARTHEST, pieces_in, shift_of
from .pieces import strung, written
from .squares import edges_of, finest_zoom, ranges_of

MOST = 1_200
"""Assets in one answer; a view with more gets crowds."""

MOST_FOUND = 10_000
"""Assets that a search may find within a view."""

WORLD = (-180.0, -85.0, 180.0, 85.0)


def view(db: Database, audience: Audience, asked: Asked) -> bytes:
    """JSON of what this audience may see in the view.

    {"points": [[number, what, lon, lat], …], "crowds": []} where they are few, `what` as in the pack; otherwise
    {"points": […], "crowds": [[lon, lat, [count per kind, in the order of their codes]], …]}, where points are crowds
    of one, and some lie just outside the view. No window is more than 64 tiles wide: a larger box is answered as if
    from farther away.
    """
    wanted = asked.selection
    box = asked.box or WORLD
    edges = edges_of(box)
    zoom = max(FARTHEST, min(asked.zoom, finest_zoom(edges)))
    found = _found(db, audience, wanted.words)
    if not (wanted.tags or wanted.states or found is not None):
        count, answer = strung(pieces_in(db, audience, zoom, edges, wanted.kinds) or [])
        if count > MOST:
            return answer
    ranges = ranges_of(box)
    filters = {"kinds": tuple(map(str, wanted.kinds)), "tags": wanted.tags, "states": tuple(map(str, wanted.states)),
               "among": found}
    points, count = positions.in_view(db, audience.level, ranges, box, most=MOST + 1, **filters)
    if count <= MOST:
        return f'{{"points":{points},"crowds":[]}}'.encode()
    crowds = _counted(positions.crowds_in_view(db, audience.level, ranges, shift_of(zoom), **filters))
    return strung([crowds])[1]


def _found(db: Database, audience: Audience, words: str) -> list[int] | None:
    if not words.strip():
        return None
    return search.find(db, search_words(words), audience.level, MOST_FOUND)


def _counted(rows: list[tuple]) -> bytes:
    """A piece from rows per square and kind (store.positions.crowds_in_view)."""
    squares: dict[int, list[tuple]] = {}
    for row in rows:
        squares.setdefault(row[0], []).append(row)
    points, crowds = [], []
    for parts in squares.values():
        whole = sum(part[2] for part in parts)
        lon = round(sum(part[3] * part[2] for part in parts) / whole, 6)
        lat = round(sum(part[4] * part[2] for part in parts) / whole, 6)
        if whole == 1:
            points.append([parts[0][5], parts[0][6], lon, lat])
            continue
        counts = [0] * 7
        for part in parts:
            counts[part[1] - 1] = part[2]
        crowds.append([lon, lat, counts])
    return written(sum(row[2] for row in rows), points, crowds)
