"""What stands where: footprints of buildings on the page, cleaned, cut at the island's edge, kept off writing."""

from dataclasses import dataclass, replace

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of, on_page
from ..pen.hand import seed_of
from ..pen.washes import wet_edge
from ..street_data import Building

LARGE = 330.0
"""Square metres from which a building is cut where writing lies instead of being left out."""
SLIVER = 2.5
"""Square metres under which a footprint is a slip of the pen of whoever mapped it."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """One building on the ground: `area` in millimetres of the page, `whole` the same before anything was cut off,
    `metres` how many square metres it covers, `tall` how many millimetres its walls rise on the page.
    """

    area: Polygon
    whole: Polygon
    kind: str
    levels: float
    roof: str
    metres: float
    tall: float


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
    metres = shapely.area(shapes) / frame.scale**2
    here = numpy.where(
        metres < LARGE, shapely.covers(island, shapely.centroid(shapes)), shapely.intersects(island, shapes))
    written = _under_writing(shapes, tall, clear)
    found, left_out = [], 0
    for i in numpy.flatnonzero(here):
        building, whole, area = buildings[of[i]], shapes[i], metres[i]
        if area < LARGE:
            if written[i]:
                left_out += area > 20
                continue
            parts = (whole,)
        else:
            parts = _kept(whole, island, clear if written[i] else None, float(tall[i]))
            left_out += not parts
        found += [
            Footprint(part, whole, building.kind, building.levels, building.roof, float(area), float(tall[i]))
            for part in parts]
    return found, int(left_out)


def rows_as_one(prints: list[Footprint], scale: float) -> list[Footprint]:
    """The same with small houses that touch as one footprint, for when single ones would be specks; without sheds."""
    joining = ("house", "other", "shop", "flats")
    single = [print_ for print_ in prints if print_.metres < LARGE and print_.kind in joining]
    rest = [print_ for print_ in prints if print_.metres >= LARGE]
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
        replace(single[told[i]], area=part, whole=part, metres=part.area / scale**2, kind="house")
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


def _under_writing(shapes: numpy.ndarray, tall: numpy.ndarray, clear: BaseGeometry | None) -> numpy.ndarray:
    if clear is None or clear.is_empty:
        return numpy.zeros(len(shapes), dtype=bool)
    west, north, east, south = shapely.bounds(shapes).T
    return shapely.intersects(clear, shapely.box(west, north - tall * 1.4, east, south))


def _kept(whole: Polygon, island: BaseGeometry, clear: BaseGeometry | None, tall: float) -> list[Polygon]:
    """What is left of a large building within the island and outside the writing, with torn edges."""
    kept = whole if island.covers(whole) else whole.intersection(island)
    if kept.area > 0.8 * whole.area:
        kept = whole
    if clear is not None:
        # What stands on a spot covers the page up to `tall` above it.
        near = clear.intersection(shapely.box(*(whole.bounds + numpy.array((-9, -9 - tall * 2, 9, 9)))))
        steps = (numpy.array((0, dy)) for dy in numpy.arange(0, tall + 1.0, 1.0))
        under = shapely.union_all([shapely.transform(near, lambda at, step=step: at + step) for step in steps])
        torn = [edge for part in areas_of(under.buffer(0.8))
                if (edge := wet_edge(numpy.asarray(part.exterior.coords), seed_of("torn", part.bounds), 0.5, 1.6))
                is not None]
        if torn:
            kept = kept.difference(shapely.union_all(shapely.make_valid([Polygon(edge) for edge in torn])))
    least = max(min(0.25 * whole.area, 60.0), 2.0) if kept is not whole else 0
    return [shapely.orient_polygons(part, exterior_cw=True) for part in areas_of(kept) if part.area > least]
