"""What stands where: footprints of buildings on the page, cleaned, cut at the island's edge, kept off writing."""

from dataclasses import dataclass, replace

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of, on_page
from ..street_data import Building

LARGE = 330.0
"""Square metres from which a building is cut where writing lies instead of being left out."""
ROOF = {"small": 0.5, "worship": 8.0, "boat": 3.0, "glasshouse": 3.0}
"""Metres, on the page, that a roof and what is on it rise above the walls; 4.4 for other kinds."""
SHED = 24.0
"""Square metres under which a building is a shed, whatever it was mapped as."""
LEAST_INSIDE = 0.15
"""The part of a large building on the island from which it is drawn, and the part outside up to which it is whole."""
SLIVER = 2.5
"""Square metres under which a footprint is a slip of the pen of whoever mapped it."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """One building on the ground: `area` in millimetres of the page, `metres` how many square metres it covers, `tall`
    how many millimetres its walls rise on the page; `written` says that writing lies over a part of it, `cut` that so
    much of it lies outside the island that it ends at the edge.
    """

    area: Polygon
    kind: str
    levels: float
    roof: str
    metres: float
    tall: float
    written: bool = False
    cut: bool = False


def footprints(buildings: tuple[Building, ...], frame: Frame, island: BaseGeometry,
               clear: BaseGeometry | None = None) -> tuple[list[Footprint], int]:
    """(the footprints to draw, how many were left out for writing). Broken polygons are mended, slivers dropped."""
    if not buildings:
        return [], 0
    shapes, of = _mended(on_page((building.area for building in buildings), frame), frame.scale)
    if not len(shapes):
        return [], 0
    shapely.prepare(island)
    tall = raised(numpy.array([building.levels for building in buildings]), frame.scale)[of]
    above = tall + numpy.array([ROOF.get(building.kind, 4.4) for building in buildings])[of] * frame.scale
    metres = shapely.area(shapes) / frame.scale**2
    large = metres >= LARGE
    inside = shapely.covers(island, shapely.centroid(shapes)).astype(float)
    inside[large] = shapely.area(shapely.intersection(shapes[large], island)) / shapely.area(shapes[large])
    written = _under_writing(shapes, above, clear)
    left_out = numpy.count_nonzero((inside > 0) & written & ~large & (metres > SHED))
    found = []
    for i in numpy.flatnonzero((inside > LEAST_INSIDE) & (large | ~written)).tolist():
        building = buildings[of[i]]
        found.append(Footprint(
            shapes[i], building.kind, building.levels, building.roof, float(metres[i]), float(tall[i]),
            bool(written[i]), bool(large[i]) and inside[i] < 1 - LEAST_INSIDE))
    return found, left_out


def rows_as_one(prints: list[Footprint], scale: float) -> list[Footprint]:
    """The same with small houses that touch as one footprint, for when single ones would be specks; without sheds."""
    single, rest = [], []
    for print_ in prints:
        joins = print_.kind in ("house", "other", "shop", "flats") and print_.metres < LARGE
        if joins or print_.metres > 60:
            (single if joins else rest).append(print_)
    if not single:
        return rest
    joint = 0.5 * scale
    around = shapely.buffer(numpy.array([print_.area for print_ in single]), joint, join_style="mitre")
    # In again by more, and out: what was built on behind is too small to be seen from so far.
    slim = shapely.buffer(shapely.union_all(around), -joint - 1.7 * scale, join_style="mitre")
    rows = shapely.get_parts(shapely.buffer(slim, 1.7 * scale, join_style="mitre"))
    rows = shapely.orient_polygons(shapely.simplify(rows, 1.6 * scale), exterior_cw=True)
    rows = rows[(shapely.area(rows) > 24 * scale**2) & shapely.is_valid(rows)]
    # The first house that stands in a row tells how high it is.
    tree = shapely.STRtree([print_.area.centroid for print_ in single])
    row, which = tree.query(rows, predicate="contains")
    told = {}
    for i, j in zip(row.tolist(), which.tolist(), strict=True):
        told[i] = min(told.get(i, j), j)
    return rest + [
        replace(single[told[i]], area=part, metres=part.area / scale**2, kind="house")
        for i, part in enumerate(rows) if i in told]


def raised(levels: numpy.ndarray, scale: float) -> numpy.ndarray:
    """How many millimetres walls of so many floors rise: low enough that the street behind stays to be seen, and a
    tower still stands out.
    """
    levels = numpy.nan_to_num(levels, nan=2.0)
    metres = 2.1 * numpy.clip(levels, 0.8, 3) + 1.3 * numpy.clip(levels - 3, 0, 5) + 0.8 * numpy.clip(levels - 8, 0, 14)
    return numpy.maximum(metres * scale, 0.3)


def _mended(shapes: numpy.ndarray, scale: float) -> tuple[numpy.ndarray, numpy.ndarray]:
    """(polygons, the number of the building that each belongs to): simple, with reader-facing walls to the right."""
    parts, of = shapely.get_parts(shapes, return_index=True)
    flat = shapely.get_type_id(parts) == 3
    rest = [(part, i) for shape, i in zip(parts[~flat], of[~flat], strict=True) for part in areas_of(shape)]
    parts = numpy.concatenate((parts[flat], numpy.array([part for part, _ in rest], dtype=object)))
    of = numpy.concatenate((of[flat], numpy.array([i for _, i in rest], dtype=int)))
    calm = shapely.simplify(parts, 0.35 * scale)
    good = (shapely.get_type_id(calm) == 3) & (shapely.area(calm) > SLIVER * scale**2) & shapely.is_valid(calm)
    # Clockwise where y runs up is anticlockwise where it runs down: walls that run to the right face the reader.
    return shapely.orient_polygons(calm[good], exterior_cw=True), of[good].astype(int)


def _under_writing(shapes: numpy.ndarray, above: numpy.ndarray, clear: BaseGeometry | None) -> numpy.ndarray:
    if clear is None or clear.is_empty:
        return numpy.zeros(len(shapes), dtype=bool)
    west, north, east, south = shapely.bounds(shapes).T
    under = shapely.intersects(clear, shapely.box(west, north - above, east, south))
    under[under] = shapely.intersects(clear, outlines(shapes[under], above[under]))
    return under


def outlines(shapes: numpy.ndarray, above: numpy.ndarray) -> numpy.ndarray:
    """What shapes (n,) cover that rise `above` (n,) millimetres: a slanting row covers less than the box around it."""
    if not len(shapes):
        return shapes
    points, of = shapely.get_coordinates(shapes, return_index=True)
    lifted = points - numpy.column_stack((numpy.zeros(len(of)), above[of]))
    both, index = numpy.concatenate((points, lifted)), numpy.concatenate((of, of))
    order = numpy.argsort(index, kind="stable")
    return shapely.convex_hull(shapely.multipoints(both[order], indices=index[order]))
