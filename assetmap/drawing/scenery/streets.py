"""Streets as one surface between kerbs, and the ways on foot, by bicycle and up the steps."""

import numpy
import shapely
from shapely.geometry import LineString

from ..pen.frame import areas_of, lines_of, rings_of
from ..pen.hand import seed_of
from ..pen.marks import Mark
from ..pen.strokes import hairline, stroke
from .lie import ON_FOOT, Lie, drawn_streets
from .sheet import Sheet, points


def streets(sheet: Sheet, lie: Lie) -> list[Mark]:
    """The carriageways, without a kerb where the drawing ends, where it lies on a bridge or where writing comes."""
    areas = areas_of(lie.carriageway)
    if not areas:
        return []
    marks = [Mark(tuple(rings_of(area)), fill="street") for area in areas]
    open_ends = shapely.union_all([sheet.island.boundary.buffer(0.08), lie.water.buffer(-0.15)])
    pressed = sheet.scale > 0.16
    for i, area in enumerate(areas):
        for j, ring in enumerate(rings_of(area)):
            kerb = LineString(ring).difference(open_ends)
            for k, piece in enumerate(sheet.uncovered(shapely.line_merge(kerb) if kerb.geom_type[0] == "M" else kerb)):
                seed = seed_of(sheet.seed, "kerb", i, j, k)
                width = sheet.pen("kerb", 0.2)
                marks += (
                    stroke(points(piece), seed, width, amount=0.11, over=0.35) if pressed
                    else hairline(points(piece), seed, width * 0.8, amount=0.08))
    return marks + _lanes(sheet) + (_paving(sheet, lie) if sheet.scale > 0.5 else [])


def _paving(sheet: Sheet, lie: Lie) -> list[Mark]:
    """Near by: the inner edge of the pavement, and the seams between its stones."""
    ends = shapely.union_all([sheet.island.boundary.buffer(0.1), lie.water.buffer(0.3), lie.carriageway.buffer(0.2)])
    inner = lie.pavement.boundary - ends
    marks, seams = [], []
    for i, line in enumerate(lines_of(shapely.line_merge(inner) if inner.geom_type[0] == "M" else inner)):
        for k, bare in enumerate(sheet.uncovered(line)):
            marks += hairline(points(bare), seed_of(sheet.seed, "paving", i, k), sheet.pen("hatch", 0.09), ink="pencil",
                              amount=0.08, strength=0.8, detail=2)
            far = numpy.arange(0.4, bare.length, max(1.1, sheet.metres(1.5)))
            here = shapely.points(shapely.get_coordinates(shapely.line_interpolate_point(bare, far)))
            for seam in shapely.shortest_line(here, lie.carriageway):
                if seam is not None and 0.15 < seam.length < sheet.metres(4):
                    seams.append(points(seam))
    thin = sheet.pen("hatch", 0.09) * 0.9
    return [*marks, Mark(sheet.beside_writing(seams), line="pencil", width=thin, closed=False, strength=0.6, detail=2)]


def _lanes(sheet: Sheet) -> list[Mark]:
    """A broken line along the middle of roads that are wide enough for one."""
    wide = [street for street in drawn_streets(sheet) if street.kind == "main" and street.width * sheet.scale > 2.2]
    marks = []
    for i, pieces in enumerate(sheet.lines(street.line for street in wide)):
        for j, piece in enumerate(pieces):
            for k, bare in enumerate(sheet.uncovered(piece)):
                marks += hairline(points(bare), seed_of(sheet.seed, "lane", i, j, k), sheet.pen("path", 0.14),
                                  amount=0.06, ink="pencil", dashes=(1.6, 1.7), strength=0.6, detail=1)
    return marks


def paths(sheet: Sheet, lie: Lie) -> list[Mark]:
    """Ways without cars, where they do not merely run along a street."""
    found = [street for street in sheet.ground.streets if street.level >= 0 and street.kind in ON_FOOT]
    if sheet.scale < 0.12:
        found = [street for street in found if street.kind == "cycle"]
    beside = lie.pavement.buffer(sheet.metres(2.2, 0.3), quad_segs=2)
    ground, over, stairs = [], [], []
    for street, pieces in zip(found, sheet.lines(street.line for street in found), strict=True):
        for piece in pieces:
            for part in lines_of(piece.difference(beside)):
                if part.length < max(1.6, sheet.metres(4)):
                    continue
                width = max(0.5, min(sheet.metres(street.width), 1.6))
                paint = "cycle" if street.kind == "cycle" else "path"
                ground.append(Mark((points(part),), line=paint, width=width, closed=False, strength=0.9))
                for k, bare in enumerate(sheet.uncovered(part)):
                    seed = seed_of(sheet.seed, street.kind, round(part.coords[0][0], 1), round(part.coords[0][1], 1), k)
                    if street.kind == "steps":
                        stairs += _steps(bare, width)
                    elif street.kind == "cycle":
                        over += hairline(points(bare), seed, sheet.pen("hatch", 0.09), ink="pencil",
                                         dashes=(0.9, 1.3), amount=0.08)
                    else:
                        over += hairline(points(bare), seed, sheet.pen("path", 0.14), ink="pencil", dashes=(0.55, 0.6),
                                         amount=0.08)
    if stairs:
        thin = sheet.pen("hatch", 0.09)
        over.append(Mark(sheet.beside_writing(stairs), line="ink", width=thin, closed=False, strength=0.8))
    return ground + over


def _steps(line: LineString, width: float) -> list[numpy.ndarray]:
    far = numpy.arange(0.25, line.length, 0.42)
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, far))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, far + 0.05)) - here
    long = numpy.maximum(numpy.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    across = numpy.column_stack((-ahead[:, 1], ahead[:, 0])) / long * max(width, 0.7) * 0.6
    return [numpy.array((a, b)) for a, b in zip(here - across, here + across, strict=True)]
