"""Which squares of the world a view covers, as cell ranges: quickly, and with some ground too much."""

import math

from ..geo.cells import cell_of, cell_of_tile

ACROSS = 4
"""A view is laid over squares so large that it covers some four of them, in its longer direction."""

_LEVELS = 31


def ranges_of(box: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """Ranges (low, high) of cells, in order, that hold every position in the box (west, south, east, north).

    They hold ground beside it too, up to a square on each side: compare positions with the box afterwards.
    """
    west, south, east, north = box
    if west > east or south > north:
        return []
    low, high = cell_of(west, north), cell_of(east, south)
    level = _level((east - west) / 360, _down(south) - _down(north))
    shift = 2 * (_LEVELS - level)
    left, top = _apart(low >> shift)
    right, bottom = _apart(high >> shift)
    ranges: list[tuple[int, int]] = []
    squares = (cell_of_tile(level, x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
    for first, last in sorted(squares):
        if ranges and first == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
    return ranges


def edges_of(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the box in web-mercator, the world being 1 wide and high."""
    west, south, east, north = box
    return (west + 180) / 360, _down(north), (east + 180) / 360, _down(south)


def finest_zoom(edges: tuple[float, float, float, float]) -> int:
    """The zoom at which a box with these edges is some 64 map tiles of 256 pixels wide or high."""
    left, top, right, bottom = edges
    return _level(right - left, bottom - top) + 4


def _level(wide: float, high: float) -> int:
    """How often the world is halved so that the longer side of a box is some ACROSS squares long."""
    return max(0, min(_LEVELS, math.floor(math.log2(ACROSS / max(wide, high, 1e-9)))))


def _down(latitude: float) -> float:
    """Web-mercator from the top (0) to the bottom (1) of the world."""
    sine = math.sin(math.radians(max(-85.0511, min(85.0511, latitude))))
    return 0.5 - math.atanh(sine) / (2 * math.pi)


def _apart(square: int) -> tuple[int, int]:
    """Column and row of a square whose bits take turns."""
    column = row = 0
    for bit in range(_LEVELS):
        column |= (square >> (2 * bit) & 1) << bit
        row |= (square >> (2 * bit + 1) & 1) << bit
    return column, row
