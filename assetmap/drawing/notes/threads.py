"""An informal network as a stitched thread from member to member, with room for its name along it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring, unary_union

from ..pen.frame import lines_of
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.strokes import dash
from .wishes import Spot

STITCH, SKIP, WIDTH = 2.6, 1.3, 0.62
"""mm of thread on the cloth, under it, and how thick it is."""
SWING = 0.16
"""How far a thread swings out between two members, as part of their distance."""
TRIES = 60


@dataclass(frozen=True, slots=True)
class Thread:
    """`marks` from back to front; `name_line` (n, 2) for letters from left to right, None where the name has no room.
    `order` is the way round: numbers of the members.
    """

    marks: list[Mark]
    name_line: numpy.ndarray | None
    order: tuple[int, ...]


def thread(members: Sequence[Spot], seed: object, *, paint: str = "ink", keep_off: Sequence[BaseGeometry] = (),
           name_width: float = 0.0, name_height: float = 3.6, size: float = 1.0, halo: str = "paper") -> Thread:
    """A thread through the icons of all members in a short order, left out under `keep_off` (note boxes, icons).

    `name_width` is how much room the name along it takes (mm), 0 for none. `size` 1 is for an A2 poster.
    """
    order = short_order(members)
    if len(order) < 2:
        return Thread([], None, order)
    line = LineString(_swung(numpy.array([members[i] for i in order], float), seed))
    boxes = unary_union(list(keep_off))
    name = _name_place(line, boxes, name_width, name_height) if name_width else None
    left = line.difference(boxes)
    if name is not None:
        left = left.difference(name.buffer(name_height * 0.15, cap_style="flat"))
    stitches = [stitch for i, part in enumerate(lines_of(left)) for stitch in _stitches(part, (seed, i), size)]
    marks = [Mark((numpy.asarray(part.coords),), line=halo, width=1.5 * size, closed=False) for part in lines_of(left)
             ] if halo else []
    if stitches:
        marks.append(Mark(tuple(stitches), fill=paint, smooth=True))
    return Thread(marks, None if name is None else _left_to_right(name), order)


def short_order(members: Sequence[Spot]) -> tuple[int, ...]:
    """Numbers of the members so that the way through them is short: the nearest next, then turned round where that is
    shorter (2-opt on an open way).
    """
    at = numpy.array(members, float).reshape(-1, 2)
    if len(at) < 3:
        return tuple(range(len(at)))
    apart = numpy.hypot(*numpy.moveaxis(at[:, None] - at[None], -1, 0))
    ways = [_shortened(_nearest_next(apart, start), apart) for start in _outermost(at)]
    return tuple(min(ways, key=lambda way: (round(float(apart[way[:-1], way[1:]].sum()), 6), way)))


def _outermost(at: numpy.ndarray) -> list[int]:
    return sorted({int(at[:, 0].argmin()), int(at[:, 0].argmax()), int(at[:, 1].argmin()), int(at[:, 1].argmax())})


def _nearest_next(apart: numpy.ndarray, start: int) -> list[int]:
    way, rest = [start], [i for i in range(len(apart)) if i != start]
    while rest:
        nearest = min(rest, key=lambda i: (apart[way[-1], i], i))
        rest.remove(nearest)
        way.append(nearest)
    return way


def _shortened(way: list[int], apart: numpy.ndarray) -> list[int]:
    better = True
    while better:
        better = False
        for i in range(len(way) - 1):
            for j in range(i + 1, len(way)):
                before, after = way[i - 1] if i else None, way[j + 1] if j + 1 < len(way) else None
                now = _step(apart, before, way[i]) + _step(apart, way[j], after)
                if _step(apart, before, way[j]) + _step(apart, way[i], after) < now - 1e-9:
                    way[i:j + 1] = way[i:j + 1][::-1]
                    better = True
    return way


def _step(apart: numpy.ndarray, one: int | None, other: int | None) -> float:
    return 0.0 if one is None or other is None else float(apart[one, other])


def _swung(at: numpy.ndarray, seed: object) -> numpy.ndarray:
    """A curve through all points (Hermite), swinging to one side and then to the other."""
    side = 1 if Dice(seed, "swing").happens(0.5) else -1
    part = numpy.linspace(0, 1, 24, endpoint=False)[:, None]
    curves = []
    for i, (start, end) in enumerate(zip(at, at[1:], strict=False)):
        way = end - start
        swing = numpy.array((-way[1], way[0])) * SWING * 3 * (side if i % 2 else -side)
        curves.append((2 * part**3 - 3 * part**2 + 1) * start + (part**3 - 2 * part**2 + part) * (way + swing)
                      + (3 * part**2 - 2 * part**3) * end + (part**3 - part**2) * (way - swing))
    return numpy.concatenate((*curves, at[-1:]))


def _name_place(line: LineString, boxes: BaseGeometry, width: float, height: float) -> LineString | None:
    """The straightest stretch of the thread that is long enough and lies off the boxes."""
    if line.length < width:
        return None
    shapely.prepare(boxes)
    best, least = None, float("inf")
    for start in numpy.linspace(0, line.length - width, TRIES):
        piece = substring(line, start, start + width)
        if boxes.intersects(piece.buffer(height * 0.6, cap_style="flat")):
            continue
        first, last = numpy.array(piece.coords[0]), numpy.array(piece.coords[-1])
        way = last - first
        bent = width - numpy.hypot(*way)
        steep = abs(way[1]) / max(width, 1e-9)
        if (cost := 2 * bent + 0.15 * width * steep) < least:
            best, least = piece, cost
    return best


def _left_to_right(line: LineString) -> numpy.ndarray:
    points = numpy.asarray(line.coords)
    return points if points[-1, 0] >= points[0, 0] else points[::-1]


def _stitches(part: LineString, seed: object, size: float) -> list[numpy.ndarray]:
    """The thread where it lies on the cloth, each stitch the outline of a short stroke."""
    found, at, step = [], SKIP * size / 2, (STITCH + SKIP) * size
    while at + 0.8 * size < part.length:
        stitch = substring(part, at, min(part.length, at + STITCH * size)).coords
        found.append(dash(stitch[0], stitch[-1], seed, len(found), width=WIDTH * size))
        at += step
    return found
