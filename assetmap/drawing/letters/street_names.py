"""The names on the map: each street's once, in its own bend, and those of water, parks and squares where they fit."""

from collections import defaultdict

import numpy
import shapely
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from ..pen.frame import Frame, areas_within, lines_of, on_page
from ..street_data import STREETS, PlaceName, StreetData
from .along import along, upright
from .sheet import Lettered, Sheet, StreetNames
from .shorter import shorter
from .stretches import MOST_TRIES, lettered_boxes, stretches
from .written import paragraph, width_of

SMALLER = (1.0, 0.9, 0.8)
WORTH = 0.3
"""Pieces of a street shorter than this part of the longest are not looked at."""
AGAIN = 130.0
"""A street twice so many millimetres long is named twice, and so on."""


def street_names(ground: StreetData, frame: Frame, island: BaseGeometry, *, size: float = 2.6,
                 clear: BaseGeometry | None = None, seed: object = "", areas: bool = True) -> StreetNames:
    """All names that find a place on the island (millimetres) and off what must stay `clear`. Never one over another.

    `size` is that of a street's capitals divided by 0.7; other names follow it. `areas`: water, parks and squares too.
    """
    sheet = Sheet(island, clear, seed, _raised(ground, frame))
    if areas:
        _name_waters(ground, frame, sheet, size)
    _name_streets(ground, frame, sheet, size)
    if areas:
        _name_places(ground, frame, sheet, size)
    return sheet.found


def _raised(ground: StreetData, frame: Frame) -> numpy.ndarray:
    """What houses cover on the page, with their walls and roofs raised."""
    if not ground.buildings:
        return numpy.zeros(0, dtype=object)
    areas = frame.shape(shapely.convex_hull([building.area for building in ground.buildings]))
    above = numpy.array([2.1 * min(max(building.levels, 0.8), 4) + 4.0 for building in ground.buildings]) * frame.scale
    corners, of = shapely.get_coordinates(areas, return_index=True)
    raised = corners - numpy.column_stack((numpy.zeros(len(of)), above[of]))
    both = numpy.concatenate((corners, raised))
    order = numpy.argsort(numpy.concatenate((of, of)), kind="stable")
    return shapely.convex_hull(shapely.multipoints(both[order], indices=numpy.concatenate((of, of))[order]))


def _name_streets(ground: StreetData, frame: Frame, sheet: Sheet, size: float) -> None:
    ranks = {kind: rank for rank, kind in enumerate(STREETS)}
    of_name: dict[str, list] = defaultdict(list)
    for street in ground.streets:
        if street.name and street.level >= 0:
            of_name[street.name].append(street)
    todo = []
    for name, streets in of_name.items():
        lines = _joined([street.line for street in streets], frame, sheet.island)
        length = sum(one.length for one in lines)
        # A street of the next neighbourhood that only just touches this one is not missed.
        whole = sum(float(shapely.length(frame.shape(street.line))) for street in streets)
        if length > 3 * size and (length > 12 * size or length > 0.5 * whole):
            todo.append((min(ranks[street.kind] for street in streets), -length, name, lines))
    todo.sort(key=lambda told: told[:3])
    left = [told for told in todo if not _named_along(told[2], "street", told[3], sheet, size)]
    for _, _, name, lines in left:
        # Once more, looking into every corner.
        if not _named_along(name, "street", lines, sheet, size, most=120):
            sheet.leave_out(name)


def _name_waters(ground: StreetData, frame: Frame, sheet: Sheet, size: float) -> None:
    of_name: dict[str, list] = defaultdict(list)
    for stream in ground.streams:
        if stream.name:
            of_name[stream.name].append(stream.line)
    if not of_name:
        return
    water = shapely.union_all(areas_within([one.area for one in ground.waters], frame, sheet.island))
    for name in sorted(of_name):
        lines = _joined(of_name[name], frame, sheet.island)
        if lines and not _named_along(name, "water", lines, sheet, size * _wide_enough(lines, water, size)):
            sheet.leave_out(name)


def _wide_enough(lines: list[LineString], water: BaseGeometry, size: float) -> float:
    """How much larger than streets a river may be lettered: its capitals fill less than half of it."""
    places = [line.interpolate(share, normalized=True) for line in lines for share in (0.2, 0.35, 0.5, 0.65, 0.8)]
    inside = [place for place in places if water.intersects(place)]
    if not inside:
        return 1.3
    width = 2 * float(numpy.median(shapely.distance(inside, water.boundary)))
    return min(2.6, max(1.2, 0.6 * width / size))


def _named_along(name: str, role: str, lines: list[LineString], sheet: Sheet, size: float,
                 most: int = MOST_TRIES) -> int:
    """Letters a name along the best of its lines, more than once along a long one; returns how often."""
    wished = max(1, int(sum(line.length for line in lines) / AGAIN))
    done: list[Polygon] = []
    for text in shorter(name) if role == "street" else (name,):
        for points, sized, room in _tries(text, role, lines, sheet, size, most):
            if any(room.distance(other) < AGAIN / 2 for other in done) or not sheet.free(room):
                continue
            marks = along(text, points, role, sized, ink=_INKS[role], seed=(sheet.seed, name, len(done)),
                          tracking=_AIR[role] * sized)
            sheet.add(Lettered(text, role, sized, room, marks, tuple(map(tuple, points.tolist()))))
            done.append(room)
            if len(done) == wished:
                return wished
        if done:
            break
    return len(done)


def _tries(text: str, role: str, lines: list[LineString], sheet: Sheet, size: float,
           most: int) -> list[tuple[numpy.ndarray, float, Polygon]]:
    """(line, size, room) of the places where a text could stand, the best first: straight, in the middle of its street,
    as large as can be, and with few houses raised over it.
    """
    found = []
    longest = max((line.length for line in lines), default=0.0)
    lines = [line for line in lines if line.length > WORTH * longest]
    for smaller in SMALLER:
        sized = size * smaller
        length = width_of(text, role, sized) + _AIR[role] * sized * len(text) + 0.4 * sized
        for line in lines:
            times = max(1, int(line.length / AGAIN))
            for cost, points in stretches(line, length, sized, 0.5 * sized, times, most):
                cost += 1.5 * (1 - smaller) - min(line.length, 120.0) / 120.0
                found += [
                    (cost + 0.4 * lift, upright(points - (0, lift * sized)), sized) for lift in _LIFTS[role]]
    rooms = lettered_boxes([points for _, points, _ in found], [sized for *_, sized in found])
    built = sheet.built_over(rooms)
    best = sorted(range(len(found)), key=lambda place: found[place][0] + _HOUSE * built[place])
    return [(*found[place][1:], rooms[place]) for place in best]


def _name_places(ground: StreetData, frame: Frame, sheet: Sheet, size: float) -> None:
    for place in sorted(ground.names, key=lambda place: (-place.room, place.name)):
        if place.kind in _PLACES and sheet.island.intersects(frame.shape(place.point)) and not any(
                name.text == place.name for name in sheet.found.names) and not _named_in_the_open(
                    place, frame, sheet, size):
            sheet.leave_out(place.name)


def _named_in_the_open(place: PlaceName, frame: Frame, sheet: Sheet, size: float) -> bool:
    role, ink, larger = _PLACES[place.kind]
    x, y = frame.point((place.point.x, place.point.y))
    room = max(place.room * frame.scale, 4 * size)
    for smaller in SMALLER:
        sized = size * larger * smaller
        written = paragraph(place.name, role, sized, room, ink=ink, seed=(sheet.seed, place.name), middle=True)
        if len(written.lines) > 3 or any("-" in one and "-" not in place.name for one in written.lines):
            continue
        for beside, below in ((0, 0), (0, -1.2), (0, 1.2), (-2.5, 0), (2.5, 0), (0, -2.6), (0, 2.6)):
            left, top = x + beside * sized - written.width / 2, y + below * sized - written.height / 2
            taken = box(left, top + 0.1 * sized, left + written.width, top + written.height)
            if sheet.free(taken):
                sheet.add(Lettered(place.name, place.kind, sized, taken, written.at(left, top)))
                return True
    return False


_LIFTS = {"street": (0.0, 0.3), "water": (0.0,)}
"""How far above the middle of its line a name may stand, as parts of its size: houses in front hide the lower half."""
_HOUSE = 3.0
"""What it costs to stand wholly over houses, where 1 is to stand at the very end of a street."""
_INKS = {"street": "ink", "water": "water-line"}
_AIR = {"street": 0.0, "water": 0.22}
_PLACES = {
    "water": ("water", "water-line", 1.35), "green": ("note", "green-line", 1.15), "square": ("note", "ink", 1.1)}


def _joined(lines: list[LineString], frame: Frame, island: BaseGeometry) -> list[LineString]:
    """Pieces in degrees as lines on the page, as long as they go."""
    merged = shapely.line_merge(shapely.union_all(on_page(lines, frame)))
    return [
        part for line in lines_of(shapely.intersection(merged, island)) for part in [LineString(line)]
        if numpy.isfinite(part.length)]
