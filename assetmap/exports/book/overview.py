"""The neighbourhood on a page: streets, houses, water and green in ink and wash, and where the numbers stand.

Receives shapes in degrees and a room in millimetres; answers with an SVG whose units are millimetres and with the
place of everything on it. Without street data the boundary alone is drawn, softly.
"""

import math
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from ...drawing.street_data import GREEN as GREEN_GROUNDS
from ...drawing.street_data import Building, StreetData
from ...geo.metres import Grid, grid_for
from .pen import edge, hairline, path, seed_of, stroke

PAPER, INK = "#fffdf6", "#1d1a24"
REACH = 9.0
"""How many millimetres beyond the boundary are drawn at most."""
GREEN, WATER, WALL, SAND = "#8fae6b", "#6fa3b8", "#efe3cd", "#e9d9b6"
ROOFS = ("#fffdf6", "#fffdf6", "#f7e3d2", "#f3d3c2", "#eec6b4", "#f6ead2", "#fffdf6", "#e9dcd2")


@dataclass(frozen=True, slots=True)
class Frame:
    """From degrees to millimetres on the page: x to the right, y down."""

    grid: Grid
    scale: float
    """Millimetres on paper per metre outside."""
    left: float
    top: float

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        return shapely.transform(
            self.grid.to_metres(shape), lambda at: at * (self.scale, -self.scale) + (self.left, self.top))

    def point(self, lonlat: tuple[float, float]) -> tuple[float, float]:
        x, y = self.grid.xy(*lonlat)
        return x * self.scale + self.left, -y * self.scale + self.top


@dataclass(frozen=True, slots=True)
class Spot:
    """An asset on the map: `x`, `y` is where its number stands, `at` where it is, both in millimetres."""

    key: str
    x: float
    y: float
    at: tuple[float, float]


def frame_for(area: BaseGeometry, width: float, height: float, margin: float = 9.5) -> Frame:
    """The largest frame in which the area fits the room, in its middle."""
    grid = grid_for(area)
    west, south, east, north = grid.to_metres(area).bounds
    scale = min((width - 2 * margin) / max(east - west, 1.0), (height - 2 * margin) / max(north - south, 1.0))
    return Frame(grid, scale, width / 2 - (west + east) / 2 * scale, height / 2 + (south + north) / 2 * scale)


def drawn(streets: StreetData | None, boundary: BaseGeometry, frame: Frame, width: float, height: float, *, seed: str,
          extra: str = "", names: bool = True, quiet: bool = False) -> str:
    """The map as SVG, `width` x `height` mm. `quiet` draws it lighter, to put numbers on. `extra` is SVG on top."""
    room = box(0, 0, width, height)
    edge_of_map = frame.shape(boundary)
    # What lies a little outside is drawn as well: a neighbourhood does not end at a line.
    island = edge_of_map.buffer(min(REACH, 70 * frame.scale)).intersection(room)
    shapely.prepare(island)
    parts = [_boundary(edge_of_map, seed, quiet, alone=streets is None)]
    if streets is not None:
        parts += _ground(streets, frame, island, seed, quiet)
        parts.append(_roads(streets, frame, island, seed, quiet))
        parts.append(_rails(streets, frame, island, seed))
        parts.append(_standing(streets, frame, island, seed, quiet))
        if names:
            parts.append(_names(streets, frame, island, width))
    content = "".join(part for part in parts if part) + extra
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
            f'viewBox="0 0 {round(width * 100)} {round(height * 100)}">{content}</svg>')


def spots_for(places: list[tuple[str, tuple[float, float]]], frame: Frame, width: float, height: float,
              size: float, ratio: float) -> list[Spot]:
    """Where numbers of `size` mm stand so that they do not lie on each other, each as near to its place as it can."""
    if not places:
        return []
    at = numpy.array([frame.point(lonlat) for _, lonlat in places])
    reach = numpy.array((size * ratio, size)) * 1.04
    spot = at + _apart(len(at)) * size * 0.05
    for turn in range(240):
        pushed = _pushes(spot, reach)
        if pushed is None:
            break
        spot += pushed
        if turn < 160:
            spot += (at - spot) * 0.03
        spot = numpy.clip(spot, reach / 2, (width, height) - reach / 2)
    return [Spot(key, float(x), float(y), (float(a), float(b)))
            for (key, _), (x, y), (a, b) in zip(places, spot, at, strict=True)]


def leaders(spots: list[Spot], size: float, masked: set[str], inks: dict[str, str], seed: str) -> str:
    """Thin lines from a number that moved to its place; a soft ring where the place is only roughly known. SVG."""
    parts = []
    for one in spots:
        ink = inks[one.key]
        if one.key in masked:
            turn = numpy.linspace(0, 2 * math.pi, 30)
            ring = numpy.column_stack((one.at[0] + size * 0.95 * numpy.cos(turn), one.at[1] + size * 0.95 * numpy.sin(turn)))
            parts.append(f'<path d="{path(ring, closed=True)}" fill="{ink}" fill-opacity="0.1" stroke="{ink}" stroke-width="16" stroke-dasharray="40 45"/>')
        far = math.hypot(one.x - one.at[0], one.y - one.at[1])
        if far > size * 0.55:
            line = numpy.array(((one.x, one.y), one.at))
            parts.append(f'<path d="{stroke(line, seed_of(seed, one.key), 0.3, 0.15)}" fill="{ink}"/>')
            parts.append(f'<circle cx="{round(one.at[0] * 100)}" cy="{round(one.at[1] * 100)}" r="55" fill="{ink}"/>')
    return "".join(parts)


def _boundary(area: BaseGeometry, seed: str, quiet: bool, alone: bool) -> str:
    parts = []
    for i, part in enumerate(_polygons(area)):
        ring = numpy.asarray(part.exterior.coords)
        for layer in range(2 if quiet else 3):
            d = edge(ring, seed_of(seed, "ground", i, layer), 1.0, 0.8, step=4.0)
            parts.append(f'<path d="{d}" fill="{SAND}" fill-opacity="{0.13 if quiet else 0.16}"/>')
        if alone:
            parts.append(f'<path d="{stroke(ring, seed_of(seed, "line", i), 0.7, 0.35)}" fill="{INK}" fill-opacity="0.75"/>')
    return "".join(parts)


def _ground(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[str]:
    """Green and water, as washes with a shore."""
    green = _within([ground.area for ground in streets.grounds if ground.kind in GREEN_GROUNDS], frame, island)
    bare = _within([ground.area for ground in streets.grounds if ground.kind in ("sand", "square", "school")], frame, island)
    wet = frame.shape(numpy.array([water.area for water in streets.waters])) if streets.waters else []
    streams = [(frame.shape(stream.line), stream.width * frame.scale / 2) for stream in streets.streams if stream.width > 0]
    flowing = shapely.buffer([line for line, _ in streams], [max(wide, 0.25) for _, wide in streams], quad_segs=3)
    water = _polygons(shapely.union_all([*shapely.make_valid(numpy.array(wet)), *flowing]).intersection(island))
    water = [part for part in water if part.area > 0.4]
    return [
        *_washes(bare, SAND, 0.12 if quiet else 0.16, (seed, "bare"), 0.4),
        *_washes(green, GREEN, 0.13 if quiet else 0.19, (seed, "green"), 0.45),
        *_washes(water, WATER, 0.2 if quiet else 0.3, (seed, "water"), 0.3),
        _waves(water, seed),
    ]


def _within(shapes: list[BaseGeometry], frame: Frame, island: BaseGeometry) -> list[Polygon]:
    """The polygons of these shapes on the island, cut at its edge, in millimetres."""
    if not shapes:
        return []
    placed = shapely.make_valid(frame.shape(numpy.array(shapes)))
    near = placed[shapely.intersects(island, placed)]
    return [part for shape in shapely.intersection(near, island) for part in _polygons(shape) if part.area > 0.3]


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for inner in getattr(shape, "geoms", ()) for part in _polygons(inner)]


def _rings(part: Polygon) -> list[numpy.ndarray]:
    return [numpy.asarray(ring.coords) for ring in (part.exterior, *part.interiors)]


def _washes(parts: list[Polygon], colour: str, strength: float, seed: tuple, amount: float) -> list[str]:
    found = []
    for layer in range(3):
        d = "".join(edge(ring, seed_of(*seed, i, j, layer), amount, amount * 0.7)
                    for i, part in enumerate(parts) for j, ring in enumerate(_rings(part)))
        if d:
            found.append(f'<path d="{d}" fill="{colour}" fill-opacity="{strength}" fill-rule="evenodd"/>')
    return found


def _waves(water: list[Polygon], seed: str) -> str:
    ripples, shores = [], []
    for i, part in enumerate(water):
        for j, ring in enumerate(_rings(part)):
            shores.append(stroke(ring, seed_of(seed, "shore", i, j), 0.24, 0.15))
        dice = numpy.random.default_rng(seed_of(seed, "waves", i))
        inner = part.buffer(-0.9)
        if inner.is_empty:
            continue
        west, north, east, south = inner.bounds
        count = int(min(160, inner.area / 7))
        for x, y in dice.uniform((west, north), (east, south), (count, 2)):
            if shapely.contains_xy(inner, x, y) and shapely.contains_xy(inner, x + 1.9, y):
                steps = numpy.linspace(0, 1, 7)
                wave = numpy.column_stack((x + steps * dice.uniform(1.4, 2.3), y - 0.18 * numpy.sin(steps * 2 * math.pi)))
                ripples.append(path(wave))
    return (f'<path d="{"".join(ripples)}" fill="none" stroke="{WATER}" stroke-width="17" stroke-linecap="round"/>'
            f'<path d="{"".join(shores)}" fill="{INK}" fill-opacity="0.72"/>')


def _roads(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> str:
    """Streets as one paper surface between kerbs, walks as dashes."""
    wide = [street for street in streets.streets if street.level >= 0 and street.kind not in ("path", "cycle", "steps", "drive")]
    thin = [street.line for street in streets.streets if street.level >= 0 and street.kind in ("path", "cycle", "steps")]
    walks = "".join(hairline(numpy.asarray(piece.coords), seed_of(seed, "path", i), 0.12)
                    for i, piece in enumerate(_line_parts_within(thin, frame, island)))
    parts = [f'<path d="{walks}" fill="none" stroke="{INK}" stroke-opacity="0.42" stroke-width="14" stroke-dasharray="70 60"/>']
    if wide:
        lines = frame.shape(numpy.array([street.line for street in wide]))
        halves = numpy.array([max(street.width * frame.scale, 0.75) / 2 for street in wide])
        surface = shapely.union_all(shapely.buffer(lines, halves, quad_segs=3)).intersection(island).simplify(0.05)
        # No kerb where the drawing simply stops.
        coast = island.boundary.buffer(0.05)
        fills, kerbs = [], []
        for i, part in enumerate(_polygons(surface)):
            for j, ring in enumerate(_rings(part)):
                fills.append(path(ring, closed=True))
                for k, piece in enumerate(_line_parts(LineString(ring).difference(coast))):
                    kerbs.append(stroke(numpy.asarray(piece.coords), seed_of(seed, "kerb", i, j, k), 0.19, 0.1))
        parts.append(f'<path d="{"".join(fills)}" fill="{PAPER}" fill-rule="evenodd"/>')
        parts.append(f'<path d="{"".join(kerbs)}" fill="{INK}" fill-opacity="{0.5 if quiet else 0.62}"/>')
    return "".join(parts)


def _rails(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str) -> str:
    rails, sleepers = [], []
    lines = [rail.line for rail in streets.rails if rail.level >= 0]
    for i, piece in enumerate(_line_parts_within(lines, frame, island)):
        rails.append(hairline(numpy.asarray(piece.coords), seed_of(seed, "rail", i), 0.08))
        for far in numpy.arange(0.8, piece.length, 1.7):
            at, ahead = piece.interpolate(far), piece.interpolate(far + 0.2)
            dx, dy = ahead.x - at.x, ahead.y - at.y
            size = math.hypot(dx, dy) or 1
            nx, ny = -dy / size * 0.5, dx / size * 0.5
            sleepers.append(path(numpy.array(((at.x - nx, at.y - ny), (at.x + nx, at.y + ny)))))
    return (f'<path d="{"".join(rails)}" fill="none" stroke="{INK}" stroke-opacity="0.6" stroke-width="15"/>'
            f'<path d="{"".join(sleepers)}" fill="none" stroke="{INK}" stroke-opacity="0.45" stroke-width="15"/>') if rails else ""


def _line_parts_within(shapes: list[BaseGeometry], frame: Frame, island: BaseGeometry) -> list[LineString]:
    if not shapes:
        return []
    return [part for shape in shapely.intersection(frame.shape(numpy.array(shapes)), island) for part in _line_parts(shape)]


def _line_parts(shape: BaseGeometry) -> list[LineString]:
    if shape.geom_type == "LineString":
        return [shape] if shape.length > 0.2 else []
    return [part for inner in getattr(shape, "geoms", ()) for part in _line_parts(inner)]


def _standing(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> str:
    """Houses as a hand raises them, and trees: from the back to the front, so that the near stand before the far."""
    things = _houses(streets.buildings, frame, island, seed) + _trees(streets, frame, island, seed, quiet)
    things.sort(key=lambda thing: thing[:2])
    return (f'<g stroke="{INK}" stroke-opacity="{0.6 if quiet else 0.8}" stroke-width="{11 if quiet else 13}" stroke-linejoin="round">'
            f'{"".join(svg for _, _, svg in things)}</g>')


def _houses(buildings: tuple[Building, ...], frame: Frame, island: BaseGeometry, seed: str) -> list[tuple[float, float, str]]:
    if not buildings:
        return []
    areas = shapely.make_valid(frame.shape(numpy.array([building.area for building in buildings])))
    here = shapely.covers(island, shapely.centroid(areas))
    parts = [(part, building) for shape, building, inside in zip(areas, buildings, here, strict=True) if inside
             for part in _polygons(shape) if part.area > 0.08]
    tree = shapely.STRtree([part for part, _ in parts])
    found = []
    for part, building in parts:
        middle = part.centroid
        dice = numpy.random.default_rng(seed_of(seed, "house", round(middle.x, 1), round(middle.y, 1)))
        square_metres = part.area / frame.scale**2
        levels = min(max(building.levels, 0.7 if square_metres < 22 else 1.0), 9.0)
        tall = max(0.3, min(3.2, levels * 2.7 * frame.scale * 1.15))
        roof = ROOFS[int(dice.integers(len(ROOFS)))]
        flat = building.roof == "flat" or building.kind in ("flats", "roof", "work") or square_metres > 320 or square_metres < 22
        svg = _flat(part, tall, roof, dice) if flat else _pitched(part, tall, roof, dice, tree)
        found.append((round(part.bounds[3], 2), round(middle.x, 2), svg))
    return found


def _pitched(house: Polygon, tall: float, roof: str, dice: numpy.random.Generator, others: shapely.STRtree) -> str:
    """Walls and a pitched roof over the house's smallest rectangle. In a row the ridge runs along the row."""
    corners = numpy.asarray(house.minimum_rotated_rectangle.exterior.coords)[:4]
    if len(corners) < 4:
        return ""
    if numpy.hypot(*(corners[1] - corners[0])) < numpy.hypot(*(corners[2] - corners[1])):
        corners = numpy.roll(corners, -1, axis=0)
    across = corners[2] - corners[1]
    wide = float(numpy.hypot(*across)) or 1.0
    middle = corners.mean(axis=0)
    probes = shapely.points([middle + across / wide * (wide / 2 + 0.25) * side for side in (-1, 1)])
    beside = {int(i) for i in others.query(probes, predicate="within")[0]}
    if beside:
        corners = numpy.roll(corners, -1, axis=0)
    a, b, c, d = corners + dice.uniform(-0.05, 0.05, (4, 2))  # The ridge runs as a-b and c-d do.
    up = numpy.array((0, -tall))
    rise = numpy.array((0, -tall - min(1.0, 0.28 * float(numpy.hypot(*(b - c))) + 0.1)))
    one, other = (a + d) / 2 + rise, (b + c) / 2 + rise
    faces = sorted(((a, b, other, one), (c, d, one, other)), key=lambda face: (face[0] + face[1])[1])
    walls = sorted(((a, b, None), (b, c, other), (c, d, None), (d, a, one)), key=lambda wall: (wall[0] + wall[1])[1])
    back, front = (numpy.array((left + up, right + up, far, near)) for left, right, far, near in faces)
    inked = "".join(
        f'<path d="{path(numpy.array([start, end, end + up, *([top] if top is not None else []), start + up]), closed=True)}" fill="{WALL}"/>'
        for start, end, top in walls[2:])
    return (f'<path d="{path(back, closed=True)}" fill="{roof}"/>{inked}'
            f'<path d="{path(front, closed=True)}" fill="{roof}"/>')


def _flat(house: Polygon, tall: float, roof: str, dice: numpy.random.Generator) -> str:
    up = numpy.array((0, -tall))
    rings = _rings(shapely.orient_polygons(house.simplify(0.1), exterior_cw=True))
    ring = rings[0]
    # Clockwise with y down the page: walls that run to the left face the reader.
    walls = sorted(((start + end)[1], path(numpy.array((start, end, end + up, start + up)), closed=True))
                   for start, end in zip(ring[:-1], ring[1:], strict=True) if _faces(start, end))
    top = "".join(path(one + up + dice.uniform(-0.03, 0.03, 2), closed=True) for one in rings)
    return "".join(f'<path d="{d}" fill="{WALL}"/>' for _, d in walls) + f'<path d="{top}" fill="{roof}" fill-rule="evenodd"/>'


def _faces(start: numpy.ndarray, end: numpy.ndarray) -> bool:
    return bool(end[0] > start[0])


def _trees(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[tuple[float, float, str]]:
    spots = [(*frame.point((tree.point.x, tree.point.y)), tree.radius) for tree in streets.trees]
    for row in streets.tree_rows:
        if not row.hedge:
            line = frame.shape(row.line)
            gap = max(8 * frame.scale, 1.3)
            spots += [(at.x, at.y, 2.5) for at in line.interpolate(numpy.arange(gap / 2, line.length, gap))]
    if not spots:
        return []
    at = numpy.array(spots)
    inside = shapely.contains_xy(island, at[:, 0], at[:, 1])
    found = []
    for i, (x, y, radius) in enumerate(at[inside].tolist()):
        dice = numpy.random.default_rng(seed_of(seed, "tree", i))
        size = max(0.5, min(1.5, radius * 1.5 * frame.scale)) * dice.uniform(0.85, 1.15)
        turn = numpy.linspace(0, 2 * math.pi, 11)[:-1]
        crown = size * (1 + 0.15 * numpy.sin(turn * 3 + dice.uniform(0, 6)))
        d = path(numpy.column_stack((x + crown * numpy.cos(turn), y - size * 1.25 + crown * numpy.sin(turn))), closed=True)
        green = ("#b7cc97", "#a4bf84", "#c2d3a0")[int(dice.integers(3))]
        found.append((round(y, 2), round(x, 2), f'<path d="M{round(x * 100)} {round(y * 100)}v{-round(size * 45)}"/><path d="{d}" fill="{green}" '
                                                f'fill-opacity="{0.75 if quiet else 0.9}" stroke-opacity="0.55"/>'))
    return found


def _names(streets: StreetData, frame: Frame, island: BaseGeometry, width: float) -> str:
    """Each street's name once, along its longest straight stretch, where the stretch is long enough for it."""
    size = max(1.55, min(2.5, width / 72))
    best: dict[str, tuple[float, tuple]] = {}
    for street in streets.streets:
        name = street.name
        if not name or street.level < 0:
            continue
        for piece in _line_parts_within([street.line], frame, island):
            line = numpy.asarray(piece.simplify(0.7).coords)
            for start, end in zip(line[:-1], line[1:], strict=True):
                long = float(numpy.hypot(*(end - start)))
                if long > best.get(name, (0.0, ()))[0]:
                    best[name] = (long, (start, end))
    parts, taken = [], []
    for name, (long, (start, end)) in sorted(best.items(), key=lambda one: (-one[1][0], one[0])):
        needs = len(name) * size * 0.66
        if needs > long * 0.96:
            continue
        if end[0] < start[0]:
            start, end = end, start
        middle = (start + end) / 2
        angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        here = LineString((middle - (end - start) / long * needs / 2, middle + (end - start) / long * needs / 2)).buffer(size * 0.55)
        if any(here.intersects(other) for other in taken):
            continue
        taken.append(here)
        parts.append(
            f'<text x="0" y="{round(size * 34)}" transform="translate({round(middle[0] * 100)} {round(middle[1] * 100)}) rotate({angle:.1f})" '
            f'text-anchor="middle">{_escaped(name.upper())}</text>')
    return (f'<g font-family="Architects Daughter, Pangolin, Noto Sans" font-size="{round(size * 100)}" letter-spacing="{round(size * 5)}" '
            f'fill="{INK}" fill-opacity="0.8" stroke="none">{"".join(parts)}</g>')


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _apart(count: int) -> numpy.ndarray:
    """Small steps in different directions, so that assets at one place know which way to go."""
    turn = numpy.arange(count) * 2.399963
    return numpy.column_stack((numpy.cos(turn), numpy.sin(turn)))


def _pushes(spot: numpy.ndarray, reach: numpy.ndarray) -> numpy.ndarray | None:
    """How far each must move so that boxes of `reach` around them part a little more; None when none touch."""
    dx = spot[:, None, 0] - spot[None, :, 0]
    dy = spot[:, None, 1] - spot[None, :, 1]
    deep_x = reach[0] - numpy.abs(dx)
    deep_y = reach[1] - numpy.abs(dy)
    touch = (deep_x > 1e-6) & (deep_y > 1e-6)
    numpy.fill_diagonal(touch, False)
    if not touch.any():
        return None
    far = numpy.hypot(dx, dy) + 1e-9
    deep = numpy.where(touch, numpy.minimum(deep_x, deep_y), 0) * 0.27
    return numpy.column_stack(((deep * dx / far).sum(axis=1), (deep * dy / far).sum(axis=1)))


def dots(places: list[tuple[str, tuple[float, float]]], frame: Frame) -> str:
    """A small dot of a colour at each place, for what there is no room to number. SVG."""
    found = []
    for ink, lonlat in places:
        x, y = frame.point(lonlat)
        found.append(f'<circle cx="{round(x * 100)}" cy="{round(y * 100)}" r="62" fill="{ink}" stroke="{PAPER}" stroke-width="18"/>')
    return "".join(found)
