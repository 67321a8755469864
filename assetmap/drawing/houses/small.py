"""Sheds and what was built on to houses, glasshouses, houseboats."""

from ..pen.hand import Dice
from ..pen.marks import Mark
from .look import Look
from .rectangles import Point, Quad, size
from .roofs import point_at
from .solids import edges, inked, ridged

SHED_ROOFS = ("roof-flat", "roof-flat", "roof-1", "roof-6", "roof-2")


def shed(quad: Quad, tall: float, look: Look, dice: Dice) -> tuple[float, float, list[Mark]]:
    """A low body under a flat roof, with a door when one is near enough."""
    faces = ridged(quad, ((0.0, tall), (1.0, tall)))
    paints = {"roof": dice.one_of(SHED_ROOFS)}
    marks = [Mark((face.ring,), fill=paints.get(face.part, "wall-shade" if face.shaded else "wall")) for face in faces]
    if look.trifles and look.scale * 2 > 0.55:
        marks += [mark for face in faces if face.part != "roof" and not face.shaded
                  for mark in _door(*face.ring[:2], tall, look, dice)][:1]
    outline, inner = edges(faces)
    marks += inked(outline, dice, look.inner, look.over * 0.5) + inked(inner, dice, look.fine, 0.0)
    return (*_foot(quad), marks)


def glasshouse(quad: Quad, look: Look, dice: Dice) -> tuple[float, float, list[Mark]]:
    """Glass on all sides, with its bars."""
    if size(quad)[0] < size(quad)[1]:
        quad = quad[1:] + quad[:1]
    along, across = size(quad)
    tall = 2.2 * look.scale
    faces = ridged(quad, ((0.0, tall), (0.5, tall + min(0.25 * across, 2 * look.scale)), (1.0, tall)))
    bars = []
    for face in faces:
        if len(face.ring) == 4:
            a, b, c, d = face.ring
            count = max(2, min(60, round(along / max(0.5, 2.5 * look.scale))))
            bars += [(point_at(a, b, i / count), point_at(d, c, i / count)) for i in range(1, count)]
    outline, inner = edges(faces)
    marks = [Mark(tuple(face.ring for face in faces), fill="glass")]
    marks += [Mark(tuple(bars), line="window-line", width=look.fine, closed=False, detail=1)] if bars else []
    return (*_foot(quad), marks + inked([*outline, *inner], dice, look.inner, look.over * 0.5))


def houseboat(quad: Quad, look: Look, dice: Dice) -> tuple[float, float, list[Mark]]:
    """A hull with a cabin on it, lying low in the water."""
    if size(quad)[0] < size(quad)[1]:
        quad = quad[1:] + quad[:1]
    a, b, c, d = quad
    bow, stern = point_at(b, c, 0.5), point_at(a, d, 0.5)
    hull = [point_at(a, b, 0.05), point_at(a, b, 0.84), bow, point_at(d, c, 0.84), point_at(d, c, 0.05), stern]
    deck = [(x, y - 0.5 * look.scale) for x, y in hull]
    inner = tuple(point_at(point_at(a, b, along), point_at(d, c, along), across)
                  for along, across in ((0.14, 0.2), (0.76, 0.2), (0.76, 0.8), (0.14, 0.8)))
    cabin = tuple((x, y - 0.5 * look.scale) for x, y in inner)
    faces = ridged(cabin, ((0.0, 2 * look.scale), (1.0, 2 * look.scale)))
    marks = [Mark((hull,), "boat", "ink", look.inner), Mark((deck,), "boat", "ink", look.inner)]
    colour = f"door-{dice.one_of((1, 2, 3, 4))}"
    marks += [Mark((face.ring,), "roof-flat" if face.part == "roof" else colour, "ink", look.inner) for face in faces]
    if look.trifles:
        walls = [face.ring for face in faces if face.part == "wall"]
        panes = [_pane(wall, i / 4 + 0.06, i / 4 + 0.19) for wall in walls for i in range(4)]
        marks += [Mark(tuple(panes), "glass", "ink", look.fine, detail=2)] if panes else []
    return (*_foot(quad), marks)


def _pane(ring: tuple[Point, ...], left: float, right: float) -> list[Point]:
    a, b, c, d = ring
    return [point_at(point_at(a, b, along), point_at(d, c, along), up)
            for along, up in ((left, 0.35), (right, 0.35), (right, 0.78), (left, 0.78))]


def _door(start: Point, end: Point, tall: float, look: Look, dice: Dice) -> list[Mark]:
    if end[0] - start[0] < 0.9:
        return []
    left, right = dice.between(0.15, 0.3), dice.between(0.55, 0.7)
    (ax, ay), (bx, by) = point_at(start, end, left), point_at(start, end, right)
    high = 0.8 * tall
    return [Mark(([(ax, ay), (ax, ay - high), (bx, by - high), (bx, by)],), line="window-line", width=look.fine,
                 closed=False, detail=2)]


def _foot(quad: Quad) -> tuple[float, float]:
    return max(point[1] for point in quad), sum(point[0] for point in quad) / 4
