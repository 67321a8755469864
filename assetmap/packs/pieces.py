"""A piece of crowds as it is kept: how many assets, then rows of JSON that an answer only needs to string together."""

import json

END = b"\n"


def written(count: int, points: list[list], crowds: list[list]) -> bytes:
    """The piece for `count` assets: rows [number, what, lon, lat] of those alone in their square, and of the others
    [lon, lat, [count per kind, in the order of their codes]]."""
    return END.join((str(count).encode(), _rows(points), _rows(crowds)))


def strung(pieces: list[bytes]) -> tuple[int, bytes]:
    """How many assets are in all pieces, and the answer {"points": […], "crowds": […]} that holds their rows.

    Every row is copied once, from what SQLite gave into the answer: this runs for every step on the map.
    """
    count, points, crowds = 0, [b'{"points":['], [b'],"crowds":[']
    for piece in pieces:
        first = piece.index(END)
        second = piece.index(END, first + 1)
        count += int(piece[:first])
        whole = memoryview(piece)
        if second > first + 1:
            points += (whole[first + 1:second], b",")
        if len(piece) > second + 1:
            crowds += (whole[second + 1:], b",")
    if len(points) > 1:
        del points[-1]
    if len(crowds) > 1:
        del crowds[-1]
    return count, b"".join((*points, *crowds, b"]}"))


def _rows(rows: list[list]) -> bytes:
    """Rows as JSON without the brackets around them all."""
    return json.dumps(rows, separators=(",", ":"))[1:-1].encode()
