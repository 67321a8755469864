"""Cells: one number per position, so that an ordinary index in the database finds what lies in a piece of the map.

The world in web-mercator is halved 31 times east-west and north-south; the bits of both take turns (Morton order),
which makes 62 bits: always a positive SQLite INTEGER. Every map tile is one unbroken range of cells.
"""

import heapq
import math

import numpy

BITS = 31
_SIDE = 1 << BITS
_TOP = 85.0511287798066  # Where the square of web-mercator ends, in degrees of latitude.
_SPREAD = (
    (16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333), (1, 0x5555555555555555),
)

Box = tuple[float, float, float, float]


def cell_of(longitude: float, latitude: float) -> int:
    """The cell (0 to 2**62 - 1) of a position; a cell is about 2 cm wide. Beyond 85° it is the outermost one."""
    return _interleaved(_column(longitude), _row(latitude))


def cells_of(longitudes: numpy.ndarray, latitudes: numpy.ndarray) -> numpy.ndarray:
    """`cell_of` for many positions at once; int64, in the same order."""
    columns = numpy.floor((numpy.asarray(longitudes, float) + 180) / 360 * _SIDE)
    sines = numpy.sin(numpy.radians(numpy.clip(numpy.asarray(latitudes, float), -_TOP, _TOP)))
    rows = numpy.floor((0.5 - numpy.arctanh(sines) / (2 * math.pi)) * _SIDE)
    x = numpy.clip(columns, 0, _SIDE - 1).astype(numpy.uint64)
    y = numpy.clip(rows, 0, _SIDE - 1).astype(numpy.uint64)
    return (_spread_many(x) | (_spread_many(y) << numpy.uint64(1))).astype(numpy.int64)


def position_of(cell: int) -> tuple[float, float]:
    """(longitude, latitude) of the middle of a cell."""
    column, row = _gathered(cell), _gathered(cell >> 1)
    longitude = (column + 0.5) / _SIDE * 360 - 180
    latitude = math.degrees(math.atan(math.sinh((1 - 2 * (row + 0.5) / _SIDE) * math.pi)))
    return longitude, latitude


def cell_of_tile(zoom: int, column: int, row: int) -> tuple[int, int]:
    """(low, high) of all cells in a web map tile (column from the west, row from the north); both ends belong to it."""
    shift = 2 * (BITS - zoom)
    low = _interleaved(column, row) << shift
    return low, low + (1 << shift) - 1


def cell_ranges(box: Box, most: int = 16) -> list[tuple[int, int]]:
    """At most `most` ranges (low, high), both ends included, in order, that together hold every position in the box.

    They hold some ground beside it too (with 16 ranges about a third more), so compare positions with the box
    afterwards. The box is (west, south, east, north) in degrees.
    """
    west, south, east, north = box
    left, right, top, bottom = _column(west), _column(east), _row(north), _row(south)
    if left > right or top > bottom:
        return []
    # The square that waits with the most ground outside the box is cut in four, until there are enough ranges, or so
    # many squares (along the long edge of a box as wide as the world) that cutting on brings nothing.
    done: list[tuple[int, int]] = []
    waiting = [(0, 0, 0, 0)]
    while waiting:
        waste, level, column, row = heapq.heappop(waiting)
        if waste == 0 and level > 0:
            done.append(cell_of_tile(level, column, row))
            continue
        enough = len(done) + len(waiting) > 6 * most
        if level == BITS or enough or len(_joined(done + [cell_of_tile(*each[1:]) for each in waiting])) >= most:
            done.append(cell_of_tile(level, column, row))
            continue
        for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
            square = (level + 1, 2 * column + x, 2 * row + y)
            outside = _outside(square, left, top, right, bottom)
            if outside is not None:
                heapq.heappush(waiting, (-outside, *square))
    return _fewer(_joined(done), most)


def _outside(square: tuple[int, int, int], left: int, top: int, right: int, bottom: int) -> int | None:
    """How many cells of a square lie outside the box; None where they all do."""
    level, column, row = square
    side = 1 << (BITS - level)
    wide = min(right, (column + 1) * side - 1) - max(left, column * side) + 1
    high = min(bottom, (row + 1) * side - 1) - max(top, row * side) + 1
    return None if wide <= 0 or high <= 0 else side * side - wide * high


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, with neighbours made one."""
    joined: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _fewer(ranges: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """The smallest gaps closed until at most `most` ranges are left."""
    ranges = list(ranges)
    while len(ranges) > most:
        place = min(range(len(ranges) - 1), key=lambda i: ranges[i + 1][0] - ranges[i][1])
        ranges[place:place + 2] = [(ranges[place][0], ranges[place + 1][1])]
    return ranges


def _column(longitude: float) -> int:
    return min(max(math.floor((longitude + 180) / 360 * _SIDE), 0), _SIDE - 1)


def _row(latitude: float) -> int:
    sine = math.sin(math.radians(min(max(latitude, -_TOP), _TOP)))
    return min(max(math.floor((0.5 - math.atanh(sine) / (2 * math.pi)) * _SIDE), 0), _SIDE - 1)


def _interleaved(column: int, row: int) -> int:
    return _spread(column) | _spread(row) << 1


def _spread(number: int) -> int:
    """The bits of a number with a gap after each: 0b101 -> 0b10001."""
    for shift, mask in _SPREAD:
        number = (number | number << shift) & mask
    return number


def _spread_many(numbers: numpy.ndarray) -> numpy.ndarray:
    for shift, mask in _SPREAD:
        numbers = (numbers | numbers << numpy.uint64(shift)) & numpy.uint64(mask)
    return numbers


def _gathered(number: int) -> int:
    """Every second bit: the opposite of `_spread`."""
    number &= 0x5555555555555555
    for shift, mask in ((1, 0x3333333333333333), (2, 0x0F0F0F0F0F0F0F0F), (4, 0x00FF00FF00FF00FF),
                        (8, 0x0000FFFF0000FFFF), (16, 0x00000000FFFFFFFF)):
        number = (number | number >> shift) & mask
    return number
