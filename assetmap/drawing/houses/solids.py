"""Bodies as the page shows them: which faces look at the reader, which lie in the shade, and the ink of their edges.

A spot on the ground is where it is on the page; so many millimetres above it is so many millimetres up the page. All
bodies here are convex, so that no face hides a part of another.
"""

from dataclasses import dataclass

from ..pen.hand import Dice
from ..pen.marks import Mark
from .rectangles import Point, Quad

Line = tuple[Point, Point]
LEANING = 0.13
"""Millimetres from which a pen is heavy enough to show how the hand leans."""
Profile = tuple[tuple[float, float], ...]
"""How a roof runs from the first side of its house to the third: (part of the way, millimetres above the ground)."""


@dataclass(frozen=True, slots=True)
class Face:
    """`part`: "wall", "gable" or "roof". `side`: which side of the house it is on, 0 to 3. `shaded`: turned away from
    the light, which comes from the upper left.
    """

    ring: tuple[Point, ...]
    part: str
    side: int
    shaded: bool


def ridged(quad: Quad, profile: Profile) -> list[Face]:
    """The faces to be seen of a house whose roof runs with its first side, of any profile; gables on the others."""
    a, b, c, d = quad
    left = [_up(_at(a, d, way), height) for way, height in profile]
    right = [_up(_at(b, c, way), height) for way, height in profile]
    faces = [
        *_strips(left, right, quad),
        Face((a, b, right[0], left[0]), "wall", 0, _wall_shaded(a, b)),
        Face((b, c, *reversed(right)), "gable", 1, _wall_shaded(b, c)),
        Face((c, d, left[-1], right[-1]), "wall", 2, _wall_shaded(c, d)),
        Face((d, a, *left), "gable", 3, _wall_shaded(d, a)),
    ]
    return [face for face in faces if seen(face.ring)]


def gable(quad: Quad, profile: Profile, side: int) -> set[Point]:
    """The corners of the gable on the second or the fourth side, as `ridged` has them."""
    a, b, c, d = quad
    near, far = (b, c) if side == 1 else (a, d)
    return {near, far, *(_up(_at(near, far, way), height) for way, height in profile)}


def hipped(quad: Quad, tall: float, rise: float, inset: float) -> list[Face]:
    """The faces to be seen of a house whose roof slopes to all sides. `inset` is how far, as a part of the first side,
    the ridge begins from each end; 0.5 makes a pyramid.
    """
    a, b, c, d = quad
    near, far = _at(a, d, 0.5), _at(b, c, 0.5)
    one, other = _up(_at(near, far, inset), tall + rise), _up(_at(far, near, inset), tall + rise)
    ends = ((one, other), (other,), (other, one), (one,))
    faces = []
    for side, (start, end) in enumerate(((a, b), (b, c), (c, d), (d, a))):
        high = _up(start, tall), _up(end, tall)
        faces.append(Face((start, end, high[1], high[0]), "wall", side, _wall_shaded(start, end)))
        faces.append(Face((*high, *reversed(ends[side])), "roof", side, _roof_shaded(start, end)))
    return [face for face in faces if seen(face.ring)]


def seen(ring: tuple[Point, ...]) -> bool:
    """Whether a face looks at the reader: it runs anticlockwise."""
    area = 0.0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        area += x1 * y2 - x2 * y1
        x1, y1 = x2, y2
    return area < -0.01


def edges(faces: list[Face]) -> tuple[list[Line], list[Line]]:
    """(the outline of a body, the edges between two faces of it)."""
    found: dict[tuple, list] = {}
    for face in faces:
        start = face.ring[-1]
        for end in face.ring:
            key = (start, end) if start < end else (end, start)
            found.setdefault(key, []).append((start, end))
            start = end
    return [line for (line, *more) in found.values() if not more], [line for (line, *more) in found.values() if more]


def inked(lines: list[Line], dice: Dice, width: float, over: float, ink: str = "ink", detail: int = 0) -> list[Mark]:
    """Lines as a quick hand draws them: each a little beyond or short of its ends, long ones a little bowed. A heavy
    pen leans: it leaves more ink on the way than at its ends.
    """
    if not lines:
        return []
    if width >= LEANING and over:
        return [Mark(tuple(_leaning(*line, dice, over, width) for line in lines), ink, ink, width * 0.6, detail=detail)]
    return [Mark(tuple(_by_hand(*line, dice, over) for line in lines), line=ink, width=width, closed=False,
                 detail=detail)]


def _leaning(start: Point, end: Point, dice: Dice, over: float, width: float) -> list[Point]:
    """The outline of one stroke: pointed at both ends, so that strokes may meet without cutting holes in each other."""
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5 or 1e-9
    dx, dy = dx / length, dy / length
    first, last = dice.between(-0.35, 1) * over, dice.between(-0.35, 1) * over
    ax, ay, bx, by = ax - dx * first, ay - dy * first, bx + dx * last, by + dy * last
    bow = dice.between(-1, 1) * min(0.016 * length, 0.11)
    half = width * dice.between(0.12, 0.42)
    way = length * dice.between(0.3, 0.7)
    mx, my = ax + dx * way, ay + dy * way
    one, other = bow + half, bow - half
    return [(ax, ay), (mx - dy * one, my + dx * one), (bx, by), (mx - dy * other, my + dx * other)]


def _by_hand(start: Point, end: Point, dice: Dice, over: float) -> list[Point]:
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5 or 1e-9
    first, last = dice.between(-0.3, 1) * over / length, dice.between(-0.3, 1) * over / length
    ax, ay, bx, by = ax - dx * first, ay - dy * first, bx + dx * last, by + dy * last
    if length < 2.2:
        return [(ax, ay), (bx, by)]
    bow = dice.between(-1, 1) * min(0.012 * length, 0.09) / length
    way = dice.between(0.35, 0.65)
    return [(ax, ay), (ax + dx * way - dy * bow, ay + dy * way + dx * bow), (bx, by)]


def _strips(left: list[Point], right: list[Point], quad: Quad) -> list[Face]:
    a, b, c, d = quad
    found = []
    for i in range(len(left) - 1):
        front = i + 1 <= (len(left) - 1) / 2
        side, start, end = (0, a, b) if front else (2, c, d)
        ring = left[i], right[i], right[i + 1], left[i + 1]
        # The lower edge first, whichever side the slope is on.
        found.append(Face(ring if front else ring[2:] + ring[:2], "roof", side, _roof_shaded(start, end)))
    return found


def _wall_shaded(start: Point, end: Point) -> bool:
    """A wall from `start` to `end` looks to (-dy, dx)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return -dy > 0.42 * abs(dx)


def _roof_shaded(start: Point, end: Point) -> bool:
    dx, dy = end[0] - start[0], end[1] - start[1]
    return -dy * 0.6 + dx * 0.8 > 0


def _at(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _up(point: Point, height: float) -> Point:
    return point[0], point[1] - height
