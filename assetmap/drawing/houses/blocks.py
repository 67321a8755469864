"""Large buildings with flat roofs, of any outline: cut into strips so that what stands in a corner of them, in their
courtyard or before their slanting front is painted before or after the right part.
"""

from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import Polygon

from ..pen.frame import areas_of, lines_of
from ..pen.hand import Dice, seed_of, wander
from ..pen.marks import Mark
from .footprints import Footprint
from .look import Look
from .roof_life import band_lines, roof_bands, roof_things, roof_wash
from .solids import inked
from .walls import WALLS, arched_windows, floor_lines, hatched, plain_windows, shop_front, window_bands

STRIP = 7.0
"""Millimetres, about, that a strip is wide."""
SEAM = 0.04
"""Millimetres by which a strip runs on under the next, so that no paper shines through; what is on it runs further."""


@dataclass(frozen=True, slots=True)
class Side:
    """A straight piece of a wall on the ground, its outside to the right of the way from start to end. `ends`: those
    of both ends that are corners of the building, and not where it was cut.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    ends: tuple[tuple[float, float], ...] = ()


def block(print_: Footprint, look: Look, dice: Dice) -> list[tuple[float, float, list[Mark]]]:
    """The strips of a building, each (down the page, across, marks)."""
    tall = print_.tall
    wall = dice.one_of(WALLS)
    paint, washed = roof_wash(print_, look, dice)
    bands = roof_bands(print_, look, dice)
    teeth = band_lines(bands, look)
    edge = shapely.boundary(print_.area)
    parapet = _parapet(print_, look)
    corners = {(round(x, 3), round(y, 3)) for x, y in shapely.get_coordinates(print_.area).tolist()}
    strips = _strips(print_.area)
    things = _shared_out(roof_things(print_, look, dice), strips) if not len(bands) else {}
    found = []
    for i, strip in enumerate(strips):
        sides, outline = _sides(strip, edge, corners)
        wider = strip.buffer(SEAM * 6, join_style="mitre")
        marks = _walls(sides, print_, wall, look, dice)
        marks.append(Mark(_raised(strip, tall), fill="roof-flat"))
        marks += [Mark(_raised(part, tall), fill=paint) for part in areas_of(washed.intersection(wider))]
        dark = [ring for band in bands for part in areas_of(wider.intersection(band)) for ring in _raised(part, tall)]
        marks += [Mark(tuple(dark), "roof-band", detail=1)] if dark else []
        marks += _drawn(_within(teeth, wider), tall, "ink", look.fine)
        marks += _drawn(_within(parapet, wider), tall, "ink", look.fine)
        marks += things.get(i, [])
        marks += _edges(outline, tall, look, dice)
        found.append((strip.bounds[3], (strip.bounds[0] + strip.bounds[2]) / 2, marks))
    return found


def _shared_out(things: list[tuple[Polygon, list[Mark]]], strips: list[Polygon]) -> dict[int, list[Mark]]:
    """The marks of things on the roof for each strip: with the last to be painted of those that a thing lies on."""
    found: dict[int, list[Mark]] = {}
    tree = shapely.STRtree(strips)
    for ground, marks in things:
        under = tree.query(ground, predicate="intersects").tolist()
        if under:
            found.setdefault(max(under, key=lambda i: (strips[i].bounds[3], i)), []).extend(marks)
    return found


def _strips(area: Polygon) -> list[Polygon]:
    west, north, east, south = area.bounds
    if east - west < STRIP * 0.9 or (area.area > 0.9 * (east - west) * (south - north) and not area.interiors):
        return [area]
    even = numpy.linspace(west, east, max(2, round((east - west) / STRIP)) + 1)
    # At a corner where one is near: there a wing begins or ends.
    corners = shapely.get_coordinates(area)[:, 0]
    nearest = corners[numpy.argmin(numpy.abs(corners[None] - even[:, None]), axis=1)]
    cuts = numpy.unique(numpy.where(numpy.abs(nearest - even) < 0.4 * (even[1] - even[0]), nearest, even))
    pieces = shapely.intersection(shapely.box(cuts[:-1], north - 1, cuts[1:], south + 1), area)
    parts = [part for piece in pieces for part in areas_of(piece) if part.area > 0.02]
    wider = shapely.intersection(shapely.buffer(parts, SEAM, join_style="mitre"), area)
    return [shapely.orient_polygons(max(areas_of(shape), key=lambda part: part.area), exterior_cw=True)
            for shape in wider]


def _raised(area: Polygon, tall: float) -> tuple[numpy.ndarray, ...]:
    return tuple(numpy.asarray(ring.coords)[:-1] - numpy.array((0, tall)) for ring in (area.exterior, *area.interiors))


def _sides(strip: Polygon, edge, corners: set) -> tuple[list[Side], list[Side]]:
    """(walls that look at the reader from back to front, all sides that are the building's own and not of a cut)."""
    sides = []
    for ring in (strip.exterior, *strip.interiors):
        points = [tuple(point) for point in numpy.asarray(ring.coords).tolist()]
        sides += [
            Side(start, end, tuple(at for at in (start, end) if (round(at[0], 3), round(at[1], 3)) in corners))
            for start, end in zip(points, points[1:], strict=False)]
    middles = shapely.points([((s.start[0] + s.end[0]) / 2, (s.start[1] + s.end[1]) / 2) for s in sides])
    own = [side for side, far in zip(sides, shapely.distance(middles, edge).tolist(), strict=True) if far < 0.01]
    walls = [side for side in own if side.end[0] - side.start[0] > 1e-3]
    return sorted(walls, key=lambda side: side.start[1] + side.end[1]), own


def _walls(sides: list[Side], print_: Footprint, wall: str, look: Look, dice: Dice) -> list[Mark]:
    marks = []
    tall = print_.tall
    longest = max((_length(side) for side in sides), default=0)
    for side in sides:
        (ax, ay), (bx, by) = start, end = side.start, side.end
        shaded = ay - by > 0.42 * (bx - ax)
        marks.append(Mark(([start, end, (bx, by - tall), (ax, ay - tall)],), f"{wall}-shade" if shaded else wall))
        if look.windows and not (shaded and look.bare):
            if print_.kind == "shop" and look.trifles and _length(side) > 0.6 * longest:
                marks += shop_front(start, end, tall, print_.levels, look, dice)
            elif print_.kind == "worship":
                marks += arched_windows(start, end, tall, look)
            elif print_.kind not in ("roof", "glasshouse"):
                marks += plain_windows(start, end, tall, print_.levels, look, dice,
                                       5.5 if print_.kind == "work" else 3.4)
                if print_.kind == "flats":
                    marks += floor_lines(start, end, tall, print_.levels, look)
        elif look.scale > 0.1 and not (shaded and look.bare) and print_.kind != "roof":
            marks += window_bands(start, end, tall, print_.levels, look)
        if shaded and look.bare and (lines := hatched(start, end, tall, look, dice)):
            marks.append(Mark(tuple(lines), line="tile", width=look.fine, closed=False, detail=1))
        lines = [(start, end), *((at, (at[0], at[1] - tall)) for at in side.ends)]
        marks += inked(lines, dice, look.inner, look.over * 0.5)
    return marks


def _edges(sides: list[Side], tall: float, look: Look, dice: Dice) -> list[Mark]:
    """The edge of the roof, in the heavy pen; long sides waver a little."""
    rings = []
    for side in sides:
        (ax, ay), (bx, by) = side.start, side.end
        length = _length(side)
        if length < 3:
            rings.append([(ax, ay - tall), (bx, by - tall)])
            continue
        way = numpy.linspace(0, 1, round(length / 1.5) + 1)
        off = 0.07 * wander(seed_of(round(ax, 1), round(ay, 1)), way * length, 8.0) * numpy.sin(way * numpy.pi)
        rings.append(numpy.column_stack((
            ax + (bx - ax) * way - (by - ay) / length * off, ay + (by - ay) * way + (bx - ax) / length * off - tall)))
    return [Mark(tuple(rings), line="ink", width=look.outline * 1.1, closed=False)] if rings else []


def _parapet(print_: Footprint, look: Look) -> numpy.ndarray:
    inset = min(0.9 * look.scale, 0.5)
    if inset < 0.12 or print_.kind in ("roof", "glasshouse") or print_.area.area < 6:
        return numpy.array([], dtype=object)
    return shapely.get_parts(shapely.boundary(print_.area.buffer(-inset, join_style="mitre")))


def _within(lines: numpy.ndarray, strip: Polygon) -> list[numpy.ndarray]:
    if not len(lines):
        return []
    shapely.prepare(strip)
    near = lines[shapely.intersects(strip, lines)]
    return [numpy.asarray(part.coords) for line in shapely.intersection(near, strip) for part in lines_of(line)]


def _drawn(lines: list[numpy.ndarray], tall: float, paint: str, width: float) -> list[Mark]:
    if not lines:
        return []
    raised = tuple(line - numpy.array((0, tall)) for line in lines)
    return [Mark(raised, line=paint, width=width, closed=False, detail=1)]


def _length(side: Side) -> float:
    return float(numpy.hypot(side.end[0] - side.start[0], side.end[1] - side.start[1]))
