"""What is on a flat roof, laid out along the building: teeth of a hall, skylights, sun panels, lift houses, gardens."""

import math
from collections.abc import Callable

import numpy
import shapely
from shapely.geometry import Polygon

from ..pen.hand import Dice, seed_of
from ..pen.marks import Mark
from ..pen.washes import wet_edge
from .footprints import Footprint
from .house import painted
from .look import Look
from .rectangles import Point
from .solids import edges, inked, ridged
from .walls import plain_windows

FLAT_ROOFS: dict[str, tuple[str, ...]] = {
    "": ("flat-1", "flat-2", "flat-4"),
    "house": ("roof-2", "flat-1", "roof-3"),
    "flats": ("flat-3", "flat-2", "flat-1", "flat-4"),
    "work": ("flat-3", "flat-1", "flat-4"),
    "shop": ("flat-2", "roof-2", "flat-1"),
    "learning": ("flat-2", "flat-5", "flat-1", "roof-2"),
    "care": ("flat-5", "flat-2"),
    "culture": ("roof-3", "roof-2"),
}
"""What is washed over flat roofs, by the kind of building."""

TEETH = 1500.0
"""Square metres from which a workshop has a saw-tooth roof."""
CELL = 12.0
"""Metres, about, along the building for one thing on its roof."""

THEMES: tuple[tuple[str, ...], ...] = (
    ("skylights", "skylights", "vents", "box"), ("panels", "panels", "skylights", "box"),
    ("gravel", "vents", "duct", "box"), ("garden", "garden", "skylights", "box"),
    ("skylights", "duct", "storey", "gravel"), ("panels", "gravel", "garden", "storey"),
)
GREEN_KINDS = ("flats", "learning", "care", "culture", "other", "house")

Spot = Callable[..., Point]
"""(part of the way along a cell, part of the way across, millimetres up) -> a spot on the page."""
Thing = tuple[Polygon, list[Mark]]
"""The piece of roof, as it lies on the ground, that a thing covers, and its marks."""


def roof_wash(print_: Footprint, look: Look, dice: Dice) -> tuple[str, shapely.Geometry]:
    """(paint, where it lies on the ground): a wash that stops short of the edge here and there."""
    paint = dice.one_of(FLAT_ROOFS.get(print_.kind, FLAT_ROOFS[""]))
    if look.scale < 0.2:
        return paint, print_.area
    inner = print_.area.buffer(-min(0.45, 0.8 * look.scale), join_style="mitre")
    found = []
    for i, part in enumerate(shapely.get_parts(inner)):
        edge = wet_edge(numpy.asarray(part.exterior.coords), seed_of(paint, i, round(part.area, 1)), 0.28, 1.8)
        if edge is not None:
            found.append(shapely.make_valid(Polygon(edge)))
    return paint, shapely.intersection(shapely.union_all(found), print_.area) if found else print_.area


def roof_bands(print_: Footprint, look: Look, dice: Dice) -> numpy.ndarray:
    """The dark sides of a hall's saw teeth, right across its roof, on the ground; none for other buildings."""
    (ox, oy), u, v, along, across = _lie(print_.area)
    straight = print_.area.area > 0.7 * along * across
    if print_.metres < TEETH or print_.kind not in ("work", "other") or not straight:
        return numpy.array([], dtype=object)
    gap = max(2.0, 10.0 * look.scale)
    count = max(2, int(along / gap))
    inner = print_.area.buffer(-max(0.4, 1.2 * look.scale), join_style="mitre")
    bands = []
    for i in range(count):
        first, last = (i + 0.1) / count * along, (i + 0.42) / count * along
        bands.append(Polygon([(ox + u[0] * s + v[0] * t, oy + u[1] * s + v[1] * t)
                              for s, t in ((first, 0), (last, 0), (last, across), (first, across))]))
    return shapely.get_parts(shapely.intersection(numpy.array(bands, dtype=object), inner))


def band_lines(bands: numpy.ndarray, look: Look) -> numpy.ndarray:
    """The edges of the teeth, and where the style has no shade of its own, lines along their dark sides."""
    if not len(bands):
        return bands
    lines = [shapely.boundary(bands)]
    if look.bare:
        lines += [shapely.boundary(shapely.buffer(bands, -look.gap * i, join_style="mitre")) for i in (1, 2, 3)]
    parts = shapely.get_parts(numpy.concatenate(lines))
    return parts[~shapely.is_empty(parts)]


def roof_things(print_: Footprint, look: Look, dice: Dice) -> list[Thing]:
    """The small things on a roof, from the back to the front, already as high on the page as the roof is."""
    if print_.area.area < (8 if look.scale > 0.14 else 60) or print_.kind in ("roof", "small", "worship"):
        return []
    theme = [name for name in dice.one_of(THEMES) if name != "garden" or print_.kind in GREEN_KINDS] or ["gravel"]
    inner = print_.area.buffer(-max(0.9 * look.scale, 0.4))
    shapely.prepare(inner)
    (ox, oy), u, v, along, across = _lie(print_.area)
    wide = max(CELL * look.scale, 4.6)
    columns, lines = max(1, round(along / wide)), max(1, int(across / (wide * 0.8)))
    dw, dh = along / columns, across / lines
    corners = [(ox + u[0] * i * dw + v[0] * j * dh, oy + u[1] * i * dw + v[1] * j * dh)
               for i in range(columns) for j in range(lines) if dice.happens(0.7)]
    found = [thing for at in corners if (thing := _thing(at, u, v, dw, dh, inner, print_.tall, theme, look, dice))]
    if len(found) < 0.3 * print_.area.area / (dw * dh):
        found += _scattered(inner, u, v, 0.62 * min(dw, dh, wide), print_.tall, theme, look, dice)
    return sorted(found, key=lambda thing: thing[0].bounds[3])


def _scattered(inner: shapely.Geometry, u: Point, v: Point, size: float, tall: float, theme: list[str], look: Look,
               dice: Dice) -> list[Thing]:
    """Things anywhere, for roofs of narrow wings, on which no pattern fits."""
    if inner.is_empty:
        return []
    west, north, east, south = inner.bounds
    found: list[Thing] = []
    for _ in range(min(60, 6 + int(inner.area / size**2))):
        at = dice.between(west, east), dice.between(north, south)
        thing = _thing(at, u, v, size, size * 0.8, inner, tall, theme, look, dice)
        if thing and not any(thing[0].intersects(other) for other, _ in found):
            found.append(thing)
    return found


def _thing(at: Point, u: Point, v: Point, wide: float, deep: float, inner: shapely.Geometry, tall: float,
           theme: list[str], look: Look, dice: Dice) -> Thing | None:
    """One thing in the cell that begins at a spot on the ground, None where the cell is not all roof."""

    def spot(s: float, t: float, up: float = 0.0) -> Point:
        s, t = wide * s, deep * t
        return at[0] + u[0] * s + v[0] * t, at[1] + u[1] * s + v[1] * t - tall - up

    if not inner.covers(_ground(spot, min(0.2, 0.9 / deep), tall)):
        return None
    name = dice.one_of(theme) if dice.happens(0.75) else dice.one_of(("gravel", "vents", "skylights"))
    return _ground(spot, 0.0, tall), _THINGS[name](spot, wide, deep, look, dice)


def _ground(spot: Spot, margin: float, tall: float) -> Polygon:
    """The piece of ground under a cell, without a margin around it."""
    far = 1 - margin
    return Polygon([(x, y + tall) for x, y in (
        spot(margin, margin), spot(far, margin), spot(far, far), spot(margin, far))])


def _lie(area: Polygon) -> tuple[Point, Point, Point, float, float]:
    """(corner, direction along, direction across, length, breadth) of how an area lies; the corner is such that
    walking along and then across turns to the left, as seen on the page.
    """
    corners = numpy.asarray(shapely.oriented_envelope(area).exterior.coords)[:4]
    if math.dist(corners[0], corners[1]) < math.dist(corners[1], corners[2]):
        corners = numpy.roll(corners, -1, axis=0)
    a, b, d = corners[0].tolist(), corners[1].tolist(), corners[3].tolist()
    along, across = math.dist(a, b) or 1e-6, math.dist(a, d) or 1e-6
    u, v = ((b[0] - a[0]) / along, (b[1] - a[1]) / along), ((d[0] - a[0]) / across, (d[1] - a[1]) / across)
    if u[0] * v[1] - u[1] * v[0] > 0:
        a, v = d, (-v[0], -v[1])
    return (a[0], a[1]), u, v, along, across


def _skylights(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    columns, lines = max(2, min(4, int(wide / 1.7))), 2 if deep > 3.6 and dice.happens(0.6) else 1
    half, tall = min(0.09, 0.34 / wide + 0.03), min(0.13, 0.3 / deep + 0.03)
    rings = []
    for i in range(columns):
        for j in range(lines):
            s, t = (i + 0.8) / (columns + 0.6), 0.5 if lines == 1 else 0.3 + 0.4 * j
            rings.append([spot(s - half, t - tall), spot(s + half, t - tall), spot(s + half, t + tall),
                          spot(s - half, t + tall)])
    return [Mark(tuple(rings), "glass", "ink", look.fine, detail=1)]


def _panels(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    columns = max(3, min(6, int(wide / 1.1)))
    rings = []
    for low in (0.24, 0.58) if deep > 2.6 else (0.36,):
        rings += [[spot(0.14 + 0.72 * i / columns, low), spot(0.14 + 0.72 * (i + 0.82) / columns, low),
                   spot(0.14 + 0.72 * (i + 0.82) / columns, low + 0.2), spot(0.14 + 0.72 * i / columns, low + 0.2)]
                  for i in range(columns)]
    return [Mark(tuple(rings), "panel", "ink", look.fine, detail=1)]


def _box(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    half, tall = min(0.24, 1.1 / wide), min(0.24, 0.8 / deep)
    return _storey(spot, wide, deep, look, dice, (0.5 - half, 0.5 + half, 0.5 - tall, 0.5 + tall), 0)


def _storey(spot: Spot, wide: float, deep: float, look: Look, dice: Dice,
            at: tuple[float, float, float, float] = (0.12, 0.88, 0.2, 0.8), floors: int = 1) -> list[Mark]:
    """A smaller storey on the roof, set back from its edge."""
    left, right, low, high = at
    quad = spot(left, low), spot(right, low), spot(right, high), spot(left, high)
    tall = max(0.55, (2.6 if floors else 1.9) * look.scale)
    faces = ridged(quad, ((0.0, tall), (1.0, tall)))
    outline, inner = edges(faces)
    marks = painted(faces, "roof-1", look, dice, plain=True)
    if floors and look.windows:
        marks += [mark for face in faces if face.part != "roof" and not (face.shaded and look.bare)
                  for mark in plain_windows(*face.ring[:2], tall, 1, look, dice)]
    return marks + inked(outline, dice, look.inner, look.over * 0.6) + inked(inner, dice, look.inner, 0.0)


def _garden(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    """A bed of green with bushes on it."""
    bed = [spot(0.5 + 0.38 * dice.between(0.88, 1.1) * math.cos(i * math.tau / 10),
                0.5 + 0.36 * dice.between(0.88, 1.1) * math.sin(i * math.tau / 10)) for i in range(10)]
    bushes = sorted((spot(dice.between(0.22, 0.78), dice.between(0.25, 0.75)) for _ in range(3 + int(wide > 5))),
                    key=lambda at: at[1])
    size = min(0.55, 0.24 + 0.45 * look.scale)
    return [Mark((bed,), "leaf-3", smooth=True, detail=1), *(
        Mark((_ball(x, y, size * dice.between(0.75, 1.1), dice),), f"leaf-{dice.one_of((1, 2))}", "ink", look.fine,
             smooth=True, detail=1) for x, y in bushes)]


def _gravel(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    dots = []
    for _ in range(max(5, min(14, int(wide * deep * 0.45)))):
        x, y = spot(dice.between(0.02, 0.98), dice.between(0.02, 0.98))
        dots.append([(x, y), (x + 0.06, y + 0.02)])
    return [Mark(tuple(dots), line="roof-line", width=look.fine * 1.7, closed=False, detail=2)]


def _vents(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    radius = max(0.2, min(0.5, 0.55 * look.scale))
    rings = []
    for way in (0.3, 0.52, 0.74)[: 2 + dice.happens(0.5)]:
        x, y = spot(way, 0.5)
        rings.append([(x + radius * math.cos(i * math.tau / 8), y + 0.7 * radius * math.sin(i * math.tau / 8))
                      for i in range(8)])
    return [Mark(tuple(rings), "paper", "ink", look.fine, detail=1)]


def _duct(spot: Spot, wide: float, deep: float, look: Look, dice: Dice) -> list[Mark]:
    """A pipe from one box to another."""
    thin = min(0.06, 0.25 / deep)
    pipe = [spot(0.2, 0.5 - thin), spot(0.85, 0.5 - thin), spot(0.85, 0.5 + thin), spot(0.2, 0.5 + thin)]
    half, tall = min(0.12, 0.6 / wide), min(0.2, 0.55 / deep)
    return [Mark((pipe,), "paper", "ink", look.fine, detail=1),
            *_storey(spot, wide, deep, look, dice, (0.16, 0.16 + 2 * half, 0.5 - tall, 0.5 + tall), 0)]


_THINGS = {"skylights": _skylights, "panels": _panels, "box": _box, "storey": _storey, "garden": _garden,
           "gravel": _gravel, "vents": _vents, "duct": _duct}


def _ball(x: float, y: float, radius: float, dice: Dice) -> list[Point]:
    return [(x + radius * math.cos(i * math.tau / 7) * dice.between(0.85, 1.15),
             y - radius * 0.5 + radius * math.sin(i * math.tau / 7) * dice.between(0.85, 1.15)) for i in range(7)]
