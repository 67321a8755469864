"""Fences between back gardens: they show whose is whose, and that behind each front door somebody lives."""

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ..pen.hand import Dice
from ..pen.marks import Mark
from .ground import Land
from .lie import Lie
from .sheet import Sheet

LENGTH = 9.0
"""Metres of fence at most, from the back wall into the garden."""
SQUARE = 50.0
"""Millimetres: gardens are looked at in squares of this size."""


def fences(sheet: Sheet, lie: Lie, land: Land) -> list[Mark]:
    """One from each back corner of a house, as far as the garden goes. None where houses are only specks."""
    if sheet.scale < 0.18 or not len(lie.footprints) or lie.carriageway.is_empty or land.gardens.is_empty:
        return []
    homes = lie.footprints[numpy.isin(lie.kinds, ("house", "other"))]
    sizes = shapely.area(homes) / sheet.scale**2
    homes = homes[(sizes < 180) & (sizes > 24)]
    if not len(homes):
        return []
    lines = _back_lines(homes, lie, sheet)
    garden = land.gardens - sheet.clear
    found = []
    for line in _within(shapely.linestrings(lines), garden, sheet.metres(LENGTH)):
        if line.geom_type == "LineString" and line.length > max(0.5, sheet.metres(2)):
            found.append(numpy.asarray(line.coords))
    return [Mark(tuple(found), line="ink", width=sheet.pen("hatch", 0.09), closed=False, strength=0.6,
                 detail=1)] if found else []


def _within(lines: numpy.ndarray, garden: BaseGeometry, reach: float) -> list[BaseGeometry]:
    """The pieces of lines, none longer than `reach`, that lie in the garden; piece of ground by piece, for speed."""
    starts = shapely.get_coordinates(lines)[::2]
    squares, of_lines = numpy.unique((starts // SQUARE).astype(int), axis=0, return_inverse=True)
    found = [None] * len(lines)
    for place, (x, y) in enumerate(squares * SQUARE):
        piece = shapely.make_valid(shapely.clip_by_rect(
            garden, x - reach, y - reach, x + SQUARE + reach, y + SQUARE + reach))
        shapely.prepare(piece)
        for line in numpy.flatnonzero(of_lines.ravel() == place):
            found[line] = shapely.intersection(lines[line], piece)
    return list(shapely.get_parts(numpy.array(found, dtype=object)))


def _back_lines(homes: numpy.ndarray, lie: Lie, sheet: Sheet) -> numpy.ndarray:
    """(n, 2, 2): from the two corners farthest from the street, away from it."""
    frames = shapely.oriented_envelope(homes)
    corners = numpy.array([shapely.get_coordinates(frame)[:4] for frame in frames if frame.geom_type == "Polygon"])
    middles = corners.mean(axis=1)
    streets = shapely.get_coordinates(
        shapely.shortest_line(shapely.points(middles), lie.carriageway)).reshape(-1, 2, 2)[:, 1]
    away = middles - streets
    sides = corners - middles[:, None]
    edge = numpy.roll(sides, -1, axis=1) + sides
    # The side whose middle lies most away from the street is the back.
    back = (edge * away[:, None]).sum(axis=2).argmax(axis=1)
    rows = numpy.arange(len(corners))
    one, other = corners[rows, back], corners[rows, (back + 1) % 4]
    out = edge[rows, back] / numpy.maximum(numpy.hypot(*edge[rows, back].T), 1e-6)[:, None]
    starts = numpy.concatenate((one, other))
    # Neighbours share a fence.
    _, first = numpy.unique(numpy.round(starts / 0.45).astype(int), axis=0, return_index=True)
    first.sort()
    far = sheet.metres(LENGTH)
    reach = numpy.array([
        far * Dice(sheet.seed, "fence", round(x, 1), round(y, 1)).between(0.6, 1) for x, y in starts[first]])
    ways = numpy.concatenate((out, out))[first]
    return numpy.stack((starts[first], starts[first] + ways * reach[:, None]), axis=1)
