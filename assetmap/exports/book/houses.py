"""Houses and trees on the drawn map, raised from the ground as a hand raises them."""

import math

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ...drawing.pen.frame import Frame, areas_of, on_page, rings_of
from ...drawing.street_data import Building, StreetData
from .pen import INK, inked, path, seed_of

WALL = "#efe3cd"
ROOFS = ("#fffdf6", "#fffdf6", "#f7e3d2", "#f3d3c2", "#eec6b4", "#f6ead2", "#fffdf6", "#e9dcd2")
LEAVES = ("#b7cc97", "#a4bf84", "#c2d3a0")

SHED, HALL = 22.0, 320.0
"""Square metres under which a building is a shed, and over which its roof is drawn flat."""
FLAT_KINDS = ("flats", "roof", "work")
LEVEL_METRES = 3.1

Thing = tuple[float, float, str]
"""How far down the page something stands, how far to the right, and its SVG."""


def standing(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[str]:
    """Houses and trees from the back to the front, so that the near stand before the far."""
    things = sorted(_houses(streets.buildings, frame, island, seed) + _trees(streets, frame, island, seed, quiet))
    pen = f'stroke="{INK}" stroke-opacity="{0.6 if quiet else 0.8}" stroke-width="{11 if quiet else 13}"'
    return [f'<g {pen} stroke-linejoin="round">{"".join(svg for _, _, svg in things)}</g>']


def _houses(buildings: tuple[Building, ...], frame: Frame, island: BaseGeometry, seed: str) -> list[Thing]:
    areas = on_page((building.area for building in buildings), frame)
    inside = shapely.covers(island, shapely.centroid(areas))
    parts = [
        (part, building)
        for shape, building, here in zip(areas, buildings, inside, strict=True)
        for part in (areas_of(shape) if here else ())
        if part.area > 0.08
    ]
    neighbours = shapely.STRtree([part for part, _ in parts])
    found = []
    for part, building in parts:
        middle = part.centroid
        dice = numpy.random.default_rng(seed_of(seed, "house", round(middle.x, 1), round(middle.y, 1)))
        metres = part.area / frame.scale**2
        levels = min(max(building.levels, 0.7 if metres < SHED else 1.0), 9.0)
        tall = max(0.3, min(3.2, levels * LEVEL_METRES * frame.scale))
        flat = building.roof == "flat" or building.kind in FLAT_KINDS or not SHED < metres < HALL
        svg = _flat(part, tall, dice) if flat else _pitched(part, tall, dice, neighbours)
        found.append((round(part.bounds[3], 2), round(middle.x, 2), svg))
    return found


def _pitched(house: Polygon, tall: float, dice: numpy.random.Generator, neighbours: shapely.STRtree) -> str:
    """Walls and a pitched roof over the house's smallest rectangle. In a row the ridge runs along the row."""
    corners = numpy.asarray(house.minimum_rotated_rectangle.exterior.coords)[:4]
    if len(corners) < 4:
        return ""
    if numpy.hypot(*(corners[1] - corners[0])) < numpy.hypot(*(corners[2] - corners[1])):
        corners = numpy.roll(corners, -1, axis=0)
    if _has_neighbour_along(corners, neighbours):
        corners = numpy.roll(corners, -1, axis=0)
    a, b, c, d = corners + dice.uniform(-0.05, 0.05, (4, 2))  # The ridge runs as a-b and c-d do.
    up = numpy.array((0, -tall))
    peak = numpy.array((0, -tall - min(1.0, 0.28 * float(numpy.hypot(*(b - c))) + 0.1)))
    one, other = (a + d) / 2 + peak, (b + c) / 2 + peak
    roof = ROOFS[int(dice.integers(len(ROOFS)))]
    slopes = sorted(((a, b, other, one), (c, d, one, other)), key=lambda slope: (slope[0] + slope[1])[1])
    walls = sorted(((a, b, ()), (b, c, (other,)), (c, d, ()), (d, a, (one,))), key=lambda wall: (wall[0] + wall[1])[1])
    back, front = (_face((left + up, right + up, far, near), roof) for left, right, far, near in slopes)
    # The two walls to the front; a gable reaches up to the ridge.
    return (
        back + "".join(_face((start, end, end + up, *top, start + up), WALL) for start, end, top in walls[2:]) + front
    )


def _has_neighbour_along(corners: numpy.ndarray, neighbours: shapely.STRtree) -> bool:
    """Whether another house stands against a long side: then this one is part of a row."""
    across = corners[2] - corners[1]
    wide = float(numpy.hypot(*across)) or 1.0
    beside = [corners.mean(axis=0) + across / wide * (wide / 2 + 0.25) * side for side in (-1, 1)]
    return neighbours.query(shapely.points(beside), predicate="within").size > 0


def _flat(house: Polygon, tall: float, dice: numpy.random.Generator) -> str:
    up = numpy.array((0, -tall))
    rings = rings_of(shapely.orient_polygons(house.simplify(0.1), exterior_cw=True))
    pairs = zip(rings[0][:-1], rings[0][1:], strict=True)
    # Clockwise outside is anticlockwise with y down the page: walls that run to the right face the reader.
    walls = sorted(((start, end) for start, end in pairs if end[0] > start[0]), key=lambda wall: (wall[0] + wall[1])[1])
    roof = "".join(path(ring + up + dice.uniform(-0.03, 0.03, 2), closed=True) for ring in rings)
    return "".join(_face((start, end, end + up, start + up), WALL) for start, end in walls) + inked(
        roof, fill=ROOFS[int(dice.integers(len(ROOFS)))], fill_rule="evenodd"
    )


def _face(corners: tuple, colour: str) -> str:
    return inked(path(numpy.array(corners), closed=True), fill=colour)


def _trees(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[Thing]:
    spots = [(*frame.point((tree.point.x, tree.point.y)), tree.radius) for tree in streets.trees]
    for row in streets.tree_rows:
        if not row.hedge:
            line, apart = frame.shape(row.line), max(8 * frame.scale, 1.3)
            spots += [(at.x, at.y, 2.5) for at in line.interpolate(numpy.arange(apart / 2, line.length, apart))]
    at = numpy.array(spots).reshape(-1, 3)
    found = []
    for i, (x, y, radius) in enumerate(at[shapely.contains_xy(island, at[:, 0], at[:, 1])].tolist()):
        dice = numpy.random.default_rng(seed_of(seed, "tree", i))
        size = max(0.5, min(1.5, radius * 1.5 * frame.scale)) * dice.uniform(0.85, 1.15)
        turn = numpy.linspace(0, 2 * math.pi, 11)[:-1]
        crown = size * (1 + 0.15 * numpy.sin(turn * 3 + dice.uniform(0, 6)))
        ring = numpy.column_stack((x + crown * numpy.cos(turn), y - size * 1.25 + crown * numpy.sin(turn)))
        leaves = LEAVES[int(dice.integers(len(LEAVES)))]
        trunk = inked(f"M{round(x * 100)} {round(y * 100)}v{-round(size * 45)}")
        top = inked(path(ring, closed=True), fill=leaves, fill_opacity=0.75 if quiet else 0.9, stroke_opacity=0.55)
        found.append((round(y, 2), round(x, 2), trunk + top))
    return found
