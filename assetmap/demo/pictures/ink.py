"""The pen: one nib for everything, pressing and wavering as a hand does. Strokes are filled shapes, not even lines."""

import math
from collections.abc import Sequence
from itertools import pairwise

from . import curves
from .curves import Point, Wander
from .palette import Colour
from .paper import FINE, Sheet

NIB = 2.5
"""The usual width of a line in pixels of the finished picture."""


def line(
    sheet: Sheet,
    points: Sequence[Point],
    width: float = NIB,
    colour: Colour | None = None,
    closed: bool = False,
    wobble: float = 1.0,
    taper: float = 0.45,
    bent: bool = True,
) -> None:
    """One stroke through the points: a smooth curve, or with `bent=False` straight from point to point."""
    if closed:
        points = [*points, points[0]]
    path = curves.smooth(points, 5) if bent else curves.divide(points, 6)
    _stroke(sheet, path, width, colour, wobble, taper)


def edges(
    sheet: Sheet,
    points: Sequence[Point],
    width: float = NIB,
    colour: Colour | None = None,
    closed: bool = True,
    over: float = 3.0,
    wobble: float = 1.0,
) -> None:
    """Each side as a stroke of its own, running a little past the corners: boxes, walls, planks."""
    corners = [*points, points[0]] if closed else list(points)
    for a, b in pairwise(corners):
        long = math.dist(a, b)
        if long < 1:
            continue
        past = min(over, long * 0.12) / long * sheet.random.uniform(0.1, 1)
        start = (a[0] - (b[0] - a[0]) * past, a[1] - (b[1] - a[1]) * past)
        end = (b[0] + (b[0] - a[0]) * past, b[1] + (b[1] - a[1]) * past)
        _stroke(sheet, curves.divide([start, end], 7), width, colour, wobble, 0.35)


def outline(
    sheet: Sheet, points: Sequence[Point], width: float = NIB, colour: Colour | None = None, wobble: float = 0.8
) -> None:
    """Round a finished closed path (already smooth) in a few strokes, each begun a little beside the last."""
    path = curves.divide([*points, points[0]], 6)
    count = len(path)
    start = at = sheet.random.randrange(count)
    while at < start + count:
        reach = at + sheet.random.randint(22, 48)
        if reach > start + count - 8:
            reach = start + count
        slip = (sheet.random.uniform(-0.7, 0.7), sheet.random.uniform(-0.7, 0.7))
        piece = [(path[i % count][0] + slip[0], path[i % count][1] + slip[1]) for i in range(at, reach + 1)]
        _stroke(sheet, piece, width, colour, wobble, 0.5)
        at = reach - (1 if sheet.random.random() < 0.7 else -1)


def hatch(
    sheet: Sheet,
    shape: Sequence[Point],
    gap: float = 9,
    slope: float = -35,
    width: float = 1.5,
    colour: Colour | None = None,
    keep: float = 0.9,
) -> None:
    """Parallel strokes inside a closed shape. `slope` in degrees; `keep` is the share of strokes that is made."""
    middle = _middle(shape)
    level = curves.turned(shape, -slope, middle)
    _, top, _, bottom = curves.bounds(level)
    y = top + gap * sheet.random.uniform(0.3, 0.8)
    while y < bottom:
        found = curves.crossings(level, y)
        for left, right in zip(found[::2], found[1::2], strict=False):
            if right - left > gap * 0.8 and sheet.random.random() < keep:
                short = sheet.random.uniform(0, 0.12) * (right - left)
                ends = curves.turned([(left + short + 2, y), (right - short - 2, y)], slope, middle)
                _stroke(sheet, curves.divide(ends, 8), width, colour, 0.8, 0.6)
        y += gap * sheet.random.uniform(0.75, 1.3)


def dot(sheet: Sheet, x: float, y: float, size: float = 3.0, colour: Colour | None = None) -> None:
    """A touch of the nib, about `size` pixels across."""
    wide, high = size / 2 * sheet.random.uniform(0.9, 1.1), size / 2 * sheet.random.uniform(0.9, 1.15)
    sheet.point.ellipse([v * FINE for v in (x - wide, y - high, x + wide, y + high)], fill=sheet.ink(colour))


def _stroke(
    sheet: Sheet, path: Sequence[Point], width: float, colour: Colour | None, wobble: float, taper: float
) -> None:
    """A filled stroke: pressure swings by a quarter, ends thin out over `taper`, the line wavers by `wobble` pixels."""
    lengths = [0.0]
    for a, b in pairwise(path):
        lengths.append(lengths[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
    total = lengths[-1]
    if total < 0.5:
        return
    width *= 1 - 0.35 * sheet.distance
    calm = min(1.0, total / 60)
    waver, press = Wander(sheet.random, wobble * calm), Wander(sheet.random, 0.55, 110)
    thin = min(26.0, total * 0.3)
    left, right, last = [], [], len(path) - 1
    for index, (x, y) in enumerate(path):
        ax, ay = path[index - 1] if index else path[0]
        bx, by = path[index + 1] if index < last else path[last]
        long = math.hypot(bx - ax, by - ay) or 1.0
        across, down = -(by - ay) / long, (bx - ax) / long
        at = lengths[index]
        end = min(at, total - at) / thin
        full = 1.0 if end >= 1 else 1 - taper * (1 - end) ** 1.5
        half = width / 2 * full * (1 + press.at(at))
        off = waver.at(at)
        left.append(((x + across * (off + half)) * FINE, (y + down * (off + half)) * FINE))
        right.append(((x + across * (off - half)) * FINE, (y + down * (off - half)) * FINE))
    _fill(sheet, left, right, sheet.ink(colour))


def _fill(sheet: Sheet, left: list[Point], right: list[Point], colour: Colour, piece: int = 6) -> None:
    """Short pieces one after the other: one long shape that crosses itself would come out with holes."""
    for start in range(0, len(left) - 1, piece):
        end = min(start + piece, len(left) - 1) + 1
        sheet.point.polygon([*left[start:end], *reversed(right[start:end])], fill=colour)
    for index in (0, len(left) - 1):
        (ax, ay), (bx, by) = left[index], right[index]
        half = math.hypot(bx - ax, by - ay) / 2
        x, y = (ax + bx) / 2, (ay + by) / 2
        sheet.point.ellipse([x - half, y - half, x + half, y + half], fill=colour)


def _middle(shape: Sequence[Point]) -> Point:
    left, top, right, bottom = curves.bounds(shape)
    return (left + right) / 2, (top + bottom) / 2
