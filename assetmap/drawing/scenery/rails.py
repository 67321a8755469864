"""Tracks of trains and trams with their sleepers."""

import numpy
import shapely
from shapely.geometry import LineString

from ..pen.frame import lines_of
from ..pen.hand import seed_of
from ..pen.marks import Mark
from ..pen.strokes import hairline
from .sheet import Sheet, points

GAUGE = 2.4
"""Metres between two rails: wider than they are, so that they can be seen."""


def rails(sheet: Sheet) -> list[Mark]:
    """All tracks above the ground: two rails each; a tram in the street has no sleepers."""
    tracks = [rail for rail in sheet.ground.rails if rail.level >= 0 and rail.kind != "metro"]
    marks, sleepers = [], []
    half = max(0.3, sheet.metres(GAUGE / 2))
    for i, (rail, pieces) in enumerate(zip(tracks, sheet.lines(rail.line for rail in tracks), strict=True)):
        for j, piece in enumerate(pieces):
            seed = seed_of(sheet.seed, "track", i, j)
            if rail.kind != "tram":
                sleepers += _sleepers(piece, half * 1.7, sheet)
            for side in (-half, half) if sheet.scale > 0.12 else (0.0,):
                moved = shapely.offset_curve(piece, side) if side else piece
                for part in lines_of(moved):
                    for bare in sheet.uncovered(part):
                        marks += hairline(points(bare), seed, sheet.pen("rail", 0.16), amount=0.07, ink="rail",
                                          strength=0.75)
    ties = [Mark(tuple(sleepers), line="rail", width=sheet.pen("rail", 0.16) * 1.3, closed=False, strength=0.55)]
    return (ties if sleepers else []) + marks


def _sleepers(line: LineString, half: float, sheet: Sheet) -> list[numpy.ndarray]:
    far = numpy.arange(0.4, line.length, max(1.0, sheet.metres(2.6)))
    if not len(far):
        return []
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, far))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, far + 0.05)) - here
    long = numpy.maximum(numpy.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    across = numpy.column_stack((-ahead[:, 1], ahead[:, 0])) / long * half
    return [
        numpy.array((at - side, at + side)) for at, side in zip(here, across, strict=True)
        if sheet.clear.is_empty or not shapely.contains_xy(sheet.clear, *at)]
