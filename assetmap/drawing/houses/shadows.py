"""The shadows that buildings cast on the ground, with the light from the upper left."""

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ..pen.frame import areas_of, rings_of
from ..pen.marks import Mark
from ..pen.styles import Style
from .footprints import Footprint

CAST = (0.42, 0.16)
"""How far a shadow reaches to the right and down the page, for each millimetre that a wall rises."""
STRENGTH = 0.14


def shadows(prints: list[Footprint], style: Style, island: BaseGeometry, clear: BaseGeometry | None) -> list[Mark]:
    """One mark for each piece of shade; the shadows of houses that stand together are one."""
    if not prints or not style.colour("shade"):
        return []
    areas = numpy.array([print_.area for print_ in prints], dtype=object)
    far = numpy.array([print_.tall for print_ in prints])[:, None] * numpy.array(CAST)
    hulls = shapely.convex_hull(areas)
    plain = shapely.area(areas) > 0.85 * shapely.area(hulls)
    swept = [_swept_hulls(hulls[plain], far[plain])]
    swept += [_swept(area, reach) for area, reach in zip(areas[~plain], far[~plain], strict=True)]
    shade = shapely.union_all(numpy.concatenate(swept))
    if any(print_.cut for print_ in prints):
        shade = shade.intersection(island)
    if clear is not None and not clear.is_empty:
        shade = shade.difference(clear)
    strength = style.amounts.get("shadow", STRENGTH)
    return [Mark(tuple(ring[:-1] for ring in rings_of(part)), fill="shade", strength=strength)
            for part in areas_of(shapely.simplify(shade, 0.03)) if part.area > 0.05]


def _swept_hulls(hulls: numpy.ndarray, far: numpy.ndarray) -> numpy.ndarray:
    points, of = shapely.get_coordinates(hulls, return_index=True)
    both, index = numpy.concatenate((points, points + far[of])), numpy.concatenate((of, of))
    order = numpy.argsort(index, kind="stable")
    return shapely.convex_hull(shapely.multipoints(both[order], indices=index[order]))


def _swept(area, reach: numpy.ndarray) -> numpy.ndarray:
    """The area and what each of its sides sweeps over."""
    sides = []
    for ring in rings_of(area):
        start, end = ring[:-1], ring[1:]
        sides.append(numpy.stack((start, end, end + reach, start + reach), axis=1))
    return numpy.append(shapely.make_valid(shapely.polygons(numpy.concatenate(sides))), area)
