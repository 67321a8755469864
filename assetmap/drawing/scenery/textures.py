"""What pen lines say where there is no colour: lines along the shore, stripes on a pitch, dots on sand and stone."""

import numpy

from ..pen.frame import areas_of
from ..pen.hand import seed_of
from ..pen.hatching import hatch
from ..pen.marks import Mark
from ..pen.scatter import scattered
from ..pen.strokes import hairline
from .ground import Land
from .lie import Lie
from .sheet import Sheet, points, polygons

PAINT = "texture"
"""Only styles that paint this one have textures."""
SHORE_LINES = (0.55, 1.05, 1.7, 2.5)
"""Millimetres from the shore, as engravers of maps drew water."""


def textures(sheet: Sheet, lie: Lie, land: Land) -> list[Mark]:
    """All of them; [] in a style with colour."""
    if not sheet.style.colour(PAINT):
        return []
    thin = sheet.pen("hatch", 0.09)
    stripes = [
        numpy.array(segment) for area in areas_of(land.of("pitch")) if area.area > 2
        for segment in hatch(area.buffer(-0.2) - sheet.clear, 62, 1.5, sheet.seed, "mown", skip=0.05)]
    dotted = polygons((land.of("parking", "square", "bare", "sand", "playground") | land.yards) & sheet.core, 0.4)
    dots = [numpy.array(((x, y), (x + 0.04, y))) for x, y in
            sheet.free(scattered(dotted, 1.05, sheet.seed, "stipple", skip=0.35))]
    return [mark for mark in (
        Mark(tuple(stripes), line=PAINT, width=thin, closed=False),
        Mark(tuple(dots), line=PAINT, width=thin * 2.2, closed=False),
    ) if mark.rings] + _shore_lines(sheet, lie)


def _shore_lines(sheet: Sheet, lie: Lie) -> list[Mark]:
    marks = []
    coast = sheet.island.boundary.buffer(2.8)
    for k, far in enumerate(SHORE_LINES):
        for i, area in enumerate(areas_of(lie.water.buffer(-far, quad_segs=3))):
            for j, ring in enumerate((area.exterior, *area.interiors)):
                for bare in sheet.uncovered(ring.difference(coast)):
                    marks += hairline(points(bare), seed_of(sheet.seed, "lining", k, i, j),
                                      sheet.pen("hatch", 0.09) * (1.3 - 0.15 * k), amount=0.1, ink=PAINT,
                                      dashes=(9 - 2 * k, 0.6 + 0.5 * k))
    return marks
