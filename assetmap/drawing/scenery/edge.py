"""Where the drawing ends: a soft edge that follows the neighbourhood, with surroundings that fade into the paper."""

from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of
from ..pen.hand import seed_of
from ..pen.hatching import hatch
from ..pen.marks import Mark
from ..pen.strokes import hairline
from ..pen.washes import wet_edge
from .sheet import NOTHING, Sheet, points, polygons

SURROUNDINGS = 75.0
"""How many metres of what lies around are drawn, where the page has room."""
MOST, LEAST = 24.0, 5.0
"""The same in millimetres on paper, at most and at least."""
VEIL = (0.8, 0.8, 1.0, 1.0, 1.2, 1.6, 2.2, 3.4)
"""How thick the veil is at each step outwards, in times the style's amount."""
RUBBED = 4
"""In how many steps an eraser does the same."""
PAGE_EDGE = 3.0
"""Millimetres at the edge of the page where nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`core` is the neighbourhood, `island` all that is drawn; `reach` is how many millimetres lie between them."""

    core: BaseGeometry
    island: BaseGeometry
    reach: float


def edge_of(boundary: BaseGeometry | None, frame: Frame, width: float, height: float, seed: str) -> Edge:
    """The drawn area on a page of so many millimetres; where the neighbourhood lies elsewhere, the page."""
    page = box(0, 0, width, height).buffer(-min(PAGE_EDGE, width / 12, height / 12))
    whole = shapely.make_valid(frame.shape(shapely.make_valid(boundary))) if boundary is not None else NOTHING
    inside = polygons(whole)
    here = inside & page
    if here.is_empty:
        here = inside = page.buffer(-min(LEAST * 2, width / 6, height / 6))
    reach = max(LEAST, min(MOST, SURROUNDINGS * frame.scale))
    # As much room as the page leaves, so that the edge stays the neighbourhood's and not the page's.
    west, north, east, south = inside.bounds
    room = sorted((west, north, width - east, height - south))
    if room[0] > 0:
        reach = max(min(LEAST, room[0] * 0.7), min(reach, (room[0] + room[1]) / 2 - 1))
    soft = _soft(here.buffer(reach * 1.8, quad_segs=6).buffer(-reach * 0.8, quad_segs=6), reach, (seed, "island"))
    round_page = _soft(page.buffer(-reach).buffer(reach * 0.9, quad_segs=6), reach / 2, (seed, "page"))
    island = polygons((soft | here.buffer(reach * 0.4, quad_segs=4)) & round_page)
    core = polygons(here & island.buffer(-reach * 0.5, quad_segs=4))
    return Edge(core if not core.is_empty else island, island, reach)


def veil(sheet: Sheet, reach: float) -> list[Mark]:
    """Paper over the surroundings: thin at the neighbourhood's edge, thicker outwards, until nothing is left."""
    steps = len(VEIL)
    beyond = sheet.island.buffer(reach)
    marks = []
    thick = sheet.amount("veil", 0.2)
    for step in range(steps if thick else 0):
        far = reach * (0.1 + 0.9 * step / (steps - 1))
        nearer = sheet.island.buffer(-reach * 0.35 * (1 - step / (steps - 1)) - 0.01)
        inner = sheet.core.buffer(far, quad_segs=4) & nearer
        marks += _all_but(inner, beyond, sheet, step, reach, thick * VEIL[step])
    return marks if thick else _rubbed_out(sheet, reach)


def border(sheet: Sheet, beside: BaseGeometry = NOTHING) -> list[Mark]:
    """The neighbourhood's own edge as a broken line, kept out of `beside`; firm where nothing else is known."""
    if not sheet.draws("border"):
        return []
    bare = sheet.is_bare
    marks = []
    near = sheet.island.buffer(-0.5) - beside.buffer(0.8, quad_segs=2)
    for i, area in enumerate(areas_of(sheet.core)):
        rounded = area.buffer(1.2, quad_segs=4).buffer(-1.2, quad_segs=4)
        for j, part in enumerate(areas_of(rounded)):
            for piece in sheet.uncovered(part.exterior & near):
                marks += hairline(
                    points(piece), seed_of(sheet.seed, "border", i, j),
                    sheet.pen("border", 0.2) * (2.9 if bare else 1),
                    amount=0.5 if bare else 0.25, ink="border", dashes=(2.6, 2.0) if bare else (1.3, 1.2),
                    strength=1.0 if bare else 0.55)
    return marks


def _all_but(inner: BaseGeometry, beyond: BaseGeometry, sheet: Sheet, step: int, reach: float,
             thick: float) -> list[Mark]:
    rings = [points(area) for area in areas_of(beyond)]
    for i, area in enumerate(areas_of(inner)):
        wet = wet_edge(points(area), seed_of(sheet.seed, "veil", i, step), min(0.8, reach * 0.07), 2.0)
        if wet is not None:
            rings.append(wet)
    return [Mark(tuple(rings), fill="paper", smooth=True, strength=round(min(thick, 1.0), 3))]


def _rubbed_out(sheet: Sheet, reach: float) -> list[Mark]:
    """The same without grey, for photocopiers: strokes of an eraser, wider and closer outwards."""
    marks = []
    for step in range(RUBBED):
        near, far = (reach * (0.5 + 0.5 * (step + more) / RUBBED) for more in (0, 1))
        band = sheet.core.buffer(far, quad_segs=3) - sheet.core.buffer(near, quad_segs=3)
        rim = sheet.island - sheet.island.buffer(-reach * 0.35 * (1 - step / RUBBED))
        lines = hatch((band | rim) & sheet.island.buffer(reach * 0.6), 24, 0.95, sheet.seed, "rubbed", step, skip=0.02)
        wide = 0.14 + 0.8 * ((step + 1) / RUBBED) ** 1.3
        if lines:
            marks.append(Mark(tuple(numpy.array(line) for line in lines), line="paper", width=wide, closed=False))
    beyond = sheet.island.buffer(reach)
    return marks + _all_but(sheet.island.buffer(-0.2), beyond, sheet, 99, reach, 1.0)


def _soft(shape: BaseGeometry, reach: float, names: tuple) -> BaseGeometry:
    """A shape with the edge that a brush leaves."""
    found = []
    for i, area in enumerate(areas_of(shape)):
        wet = wet_edge(points(area), seed_of(*names, i), reach * 0.16, 2.0)
        if wet is not None and len(wet) > 3:
            found.append(shapely.make_valid(Polygon(wet)))
    return polygons(shapely.union_all(found)) if found else shape

