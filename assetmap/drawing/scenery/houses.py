"""Houses raised from the ground as a hand raises them, each a standing thing to be painted from back to front."""

from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_of, on_page, rings_of
from ..pen.hand import Dice
from ..pen.marks import Mark
from ..pen.styles import Style
from ..street_data import StreetData

Standing = tuple[float, float, list[Mark]]
"""How far down the page something stands, how far to the right (millimetres), and its marks from back to front."""

SHED, HALL = 22.0, 320.0
FLAT_KINDS = ("flats", "roof", "work")
LEVEL_METRES = 2.0


@dataclass(frozen=True, slots=True)
class Houses:
    """`things` sorted from the back to the front; `left_out` is how many houses stood under writing."""

    things: list[Standing]
    left_out: int


def houses(ground: StreetData, frame: Frame, island: BaseGeometry, seed: str, style: Style,
           clear: BaseGeometry | None = None) -> Houses:
    """Every building on the island, raised. `island` and `clear` (where writing will lie) are in millimetres."""
    if not ground.buildings:
        return Houses([], 0)
    areas = on_page((building.area for building in ground.buildings), frame)
    inside = shapely.covers(island, shapely.centroid(areas))
    left_out, found = 0, []
    for shape, building, here in zip(areas, ground.buildings, inside, strict=True):
        for part in areas_of(shape) if here else ():
            if part.area < 0.08:
                continue
            if clear is not None and clear.intersects(part):
                left_out += 1
                continue
            middle = part.centroid
            dice = Dice(seed, "house", round(middle.x, 1), round(middle.y, 1))
            metres = part.area / frame.scale**2
            tall = max(0.3, min(6, min(building.levels, 9) * LEVEL_METRES * frame.scale))
            flat = building.roof == "flat" or building.kind in FLAT_KINDS or not SHED < metres < HALL
            marks = (_flat if flat else _pitched)(part, tall, dice, style.pens.get("house", 0.13))
            if marks:
                found.append((round(part.bounds[3], 2), round(middle.x, 2), marks))
    return Houses(sorted(found, key=lambda thing: thing[:2]), left_out)


def _pitched(house: Polygon, tall: float, dice: Dice, pen: float) -> list[Mark]:
    corners = numpy.asarray(house.minimum_rotated_rectangle.exterior.coords)[:4]
    if len(corners) < 4:
        return []
    if numpy.hypot(*(corners[1] - corners[0])) < numpy.hypot(*(corners[2] - corners[1])):
        corners = numpy.roll(corners, -1, axis=0)
    a, b, c, d = corners
    up = numpy.array((0, -tall))
    peak = numpy.array((0, -tall - min(1.0, 0.28 * float(numpy.hypot(*(b - c))) + 0.1)))
    one, other = (a + d) / 2 + peak, (b + c) / 2 + peak
    roof = f"roof-{dice.one_of(range(1, 7))}"
    slopes = sorted(((a, b, other, one), (c, d, one, other)), key=lambda slope: (slope[0] + slope[1])[1])
    walls = sorted(((a, b, ()), (b, c, (other,)), (c, d, ()), (d, a, (one,))), key=lambda wall: (wall[0] + wall[1])[1])
    back, front = (Mark((numpy.array((x + up, y + up, far, near)),), roof, "ink", pen) for x, y, far, near in slopes)
    sides = [Mark((numpy.array((x, y, y + up, *top, x + up)),), "wall", "ink", pen) for x, y, top in walls[2:]]
    return [back, *sides, front]


def _flat(house: Polygon, tall: float, dice: Dice, pen: float) -> list[Mark]:
    up = numpy.array((0, -tall))
    rings = rings_of(shapely.orient_polygons(house.simplify(0.1), exterior_cw=True))
    walls = sorted(
        ((start, end) for ring in rings for start, end in zip(ring[:-1], ring[1:], strict=True) if end[0] > start[0]),
        key=lambda wall: (wall[0] + wall[1])[1])
    marks = [Mark((numpy.array((x, y, y + up, x + up)),), "wall", "ink", pen) for x, y in walls]
    return [*marks, Mark(tuple(ring[:-1] + up for ring in rings), "roof-flat", "ink", pen)]
