"""Where the large things of a sheet lie: the neighbourhood as large as notes leave room for, blocks in free corners.

Worked out on a raster: the neighbourhood's outline is slid over the paper that title, legend, register and foot leave
free, at every scale, for each way to lay those blocks; a correlation tells where it fits.
"""

import math
from dataclasses import dataclass, field
from itertools import product

import numpy
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ...drawing.pen.frame import Frame
from ...geo.metres import grid_for
from .sheet import Sheet

CELL = 5.0
"""Width of a raster cell, millimetres of grain 1."""
AIR = 5.0
"""Between blocks and the neighbourhood, millimetres of grain 1."""
ON_MAP = 0.34
"""What part of the neighbourhood's own area notes may lie on: water, squares, courtyards."""
LEAST_MAP, MOST_MAP = 0.3, 0.78
"""Limits to the part of the free paper that the neighbourhood takes, whatever the notes need."""
STEPS, NEAR_ENOUGH = 7, 0.008
"""Halvings until the scale is known to this part of it."""
CORNERS = ("top left", "top right", "bottom right", "bottom left")


@dataclass(frozen=True, slots=True)
class Block:
    """A block that lies in a corner: its sizes in order of liking (mm) and the corners it may lie in."""

    name: str
    sizes: tuple[tuple[float, float], ...]
    corners: tuple[str, ...] = CORNERS


@dataclass(slots=True)
class Composition:
    """`frame` from degrees to the sheet; `blocks` by name: (x, y, which of its sizes)."""

    frame: Frame
    blocks: dict[str, tuple[float, float, int]] = field(default_factory=dict)


def composed(sheet: Sheet, area: BaseGeometry, blocks: list[Block], foot: float, notes: float) -> Composition:
    """The sheet with this area (degrees) on it. `foot` is the height of the strip at the bottom, `notes` the mm² that
    all notes together take.
    """
    grid = grid_for(area)
    metres = grid.to_metres(area)
    west, south, east, north = metres.bounds
    metres = shapely.simplify(metres, max(east - west, north - south) / 200)
    wanted = _wanted_scale(sheet, metres, blocks, foot, notes)
    best = None
    for ways in _ways(sheet, blocks, foot):
        free = _free(sheet, ways, blocks, foot)
        # Liked sizes and corners first: another way has to be clearly larger.
        liked = 1 - 0.012 * sum(which + rank for *_, which, rank in ways.values())
        scale, x, y = _largest(free, metres, wanted, sheet, best[0] / liked if best else 0.0)
        worth = scale * liked
        if best is None or worth > best[0]:
            best = worth, scale, x, y, ways
    _, scale, x, y, ways = best
    frame = Frame(grid, scale, x - (west + east) / 2 * scale, y + (south + north) / 2 * scale)
    return Composition(frame, {name: (left, top, which) for name, (left, top, which, _) in ways.items()})


def _wanted_scale(sheet: Sheet, metres: BaseGeometry, blocks: list[Block], foot: float, notes: float) -> float:
    inner = (sheet.width - 2 * sheet.border) * (sheet.height - 2 * sheet.border - foot)
    free = inner - sum(width * height for block in blocks for width, height in block.sizes[:1])
    area = (free - 1.35 * notes) / (1 - ON_MAP)
    area = min(max(area, LEAST_MAP * free), MOST_MAP * free)
    return math.sqrt(area / max(metres.area, 1.0))


def _ways(sheet: Sheet, blocks: list[Block], foot: float):
    """Every way to lay the blocks in corners of their own: name -> (left, top, which size, rank of the corner)."""
    choices = [
        [(corner, which, rank) for which in range(len(block.sizes)) for rank, corner in enumerate(block.corners)]
        for block in blocks]
    for chosen in product(*choices):
        if len({corner for corner, _, _ in chosen}) < len(chosen):
            continue
        ways = {}
        for block, (corner, which, rank) in zip(blocks, chosen, strict=True):
            width, height = block.sizes[which]
            left = sheet.border if "left" in corner else sheet.width - sheet.border - width
            top = sheet.border if "top" in corner else sheet.height - sheet.border - foot - height
            ways[block.name] = (left, top, which, rank)
        boxes = [box(left, top, left + block.sizes[which][0], top + block.sizes[which][1])
                 for block, (left, top, which, _) in zip(blocks, ways.values(), strict=True)]
        if all(one.disjoint(other) for i, one in enumerate(boxes) for other in boxes[:i]):
            yield ways


def _free(sheet: Sheet, ways: dict, blocks: list[Block], foot: float) -> numpy.ndarray:
    """The raster of what is free (rows, columns), True where nothing lies."""
    cell, air = CELL * sheet.grain, AIR * sheet.grain
    rows, columns = math.ceil(sheet.height / cell), math.ceil(sheet.width / cell)
    free = numpy.zeros((rows, columns), bool)
    edge = sheet.border + air
    free[round(edge / cell): round((sheet.height - edge - foot) / cell),
         round(edge / cell): round((sheet.width - edge) / cell)] = True
    for block in blocks:
        left, top, which, _ = ways[block.name]
        width, height = block.sizes[which]
        free[max(0, int((top - air) / cell)): math.ceil((top + height + air) / cell),
             max(0, int((left - air) / cell)): math.ceil((left + width + air) / cell)] = False
    return free


def _largest(free: numpy.ndarray, metres: BaseGeometry, wanted: float, sheet: Sheet,
             beat: float) -> tuple[float, float, float]:
    """(scale, x, y): how large the outline fits, up to `wanted`, and where its middle then lies; 0 where that is no
    larger than `beat`.
    """
    spectrum = numpy.fft.rfft2(~free)
    west, south, east, north = metres.bounds
    most = min(wanted, sheet.width / max(east - west, 1), sheet.height / max(north - south, 1))
    found = sheet.width / 2, sheet.height / 2
    if beat and (beat >= most or (found := _fits(spectrum, free, metres, beat, sheet)) is None):
        return 0.0, 0.0, 0.0
    if (spot := _fits(spectrum, free, metres, most, sheet)) is not None:
        return most, *spot
    low, high = beat, most
    for _ in range(STEPS):
        if high - low < NEAR_ENOUGH * high:
            break
        middle = (low + high) / 2
        spot = _fits(spectrum, free, metres, middle, sheet)
        low, high, found = (middle, high, spot) if spot is not None else (low, middle, found)
    return max(low, most / 2**STEPS), *found


def _fits(spectrum: numpy.ndarray, free: numpy.ndarray, metres: BaseGeometry, scale: float, sheet: Sheet):
    """Where the middle of the outline may lie at this scale, as near to the middle of the paper as can be, or None."""
    cell = CELL * sheet.grain
    west, south, east, north = metres.bounds
    wide, high = math.ceil((east - west) * scale / cell) + 1, math.ceil((north - south) * scale / cell) + 1
    rows, columns = free.shape
    if wide > columns or high > rows:
        return None
    x = west + (numpy.arange(wide) + 0.5) * cell / scale
    y = north - (numpy.arange(high) + 0.5) * cell / scale
    across, down = numpy.meshgrid(x, y)
    mask = numpy.zeros(free.shape)
    mask[:high, :wide] = shapely.contains_xy(metres, across, down)
    hits = numpy.fft.irfft2(spectrum * numpy.conj(numpy.fft.rfft2(mask)), free.shape)
    top, left = numpy.nonzero(hits[: rows - high + 1, : columns - wide + 1] < 0.5)
    if not len(top):
        return None
    middle_x, middle_y = left * cell + (east - west) * scale / 2, top * cell + (north - south) * scale / 2
    down_free, across_free = numpy.nonzero(free)
    to_x, to_y = (across_free.mean() + 0.5) * cell, (down_free.mean() + 0.5) * cell
    best = numpy.argmin((middle_x - to_x) ** 2 + (middle_y - to_y) ** 2)
    return float(middle_x[best]), float(middle_y[best])
