"""Lines as lists of points: bending, dividing, loosening and measuring them. Pixels of the finished picture."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

Point = tuple[float, float]


def smooth(points: Sequence[Point], spacing: float = 5.0, closed: bool = False) -> list[Point]:
    """A Catmull-Rom curve through all points, with a point about every `spacing` pixels."""
    if len(points) < 3:
        return divide(points, spacing)
    known = list(points)
    before, after = (known[-1:], known[:2]) if closed else (known[:1], known[-1:])
    known = [*before, *known, *after]
    curve: list[Point] = []
    for a, b, c, d in zip(known, known[1:], known[2:], known[3:], strict=False):
        steps = max(2, int(math.dist(b, c) / spacing))
        for step in range(steps):
            t = step / steps
            curve.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    curve.append(curve[0] if closed else points[-1])
    return curve


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)


def divide(points: Sequence[Point], spacing: float = 5.0) -> list[Point]:
    """The same straight pieces, with a point about every `spacing` pixels; corners stay."""
    path: list[Point] = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(1, int(math.hypot(bx - ax, by - ay) / spacing))
        path += [(ax + (bx - ax) * s / steps, ay + (by - ay) * s / steps) for s in range(1, steps + 1)]
    return path


def loosen(points: Sequence[Point], by: float, random: Random, spacing: float = 14.0) -> list[Point]:
    """A closed outline, let go by a slow hand: each point moved by at most about `by` pixels."""
    path = divide([*points, points[0]], spacing)[:-1]
    wander = Wander(random, by, max(190.0, by * 24))
    length, moved = 0.0, []
    for index, (x, y) in enumerate(path):
        length += math.dist(path[index - 1], (x, y))
        moved.append((x + wander.at(length), y + wander.at(length + 977.0)))
    return moved


class Wander:
    """A smooth number along a line: three waves that never quite meet. Between about -by and +by."""

    def __init__(self, random: Random, by: float, longest: float = 190.0):
        (a, b, self._heights), (c, d, _), (e, f, _) = [
            (
                math.tau / (longest * share * random.uniform(0.75, 1.3)),
                random.uniform(0, math.tau),
                (0.5 * by, 0.32 * by, 0.18 * by),
            )
            for share in (1.0, 0.42, 0.16)
        ]
        self._paces, self._starts = (a, c, e), (b, d, f)

    def at(self, length: float) -> float:
        # Asked for every few pixels of every line: written out, because a loop takes three times as long.
        (a, b, c), (start_a, start_b, start_c), (high_a, high_b, high_c) = self._paces, self._starts, self._heights
        sin = math.sin
        return (
            high_a * sin(length * a + start_a) + high_b * sin(length * b + start_b) + high_c * sin(length * c + start_c)
        )


def ellipse(
    x: float, y: float, wide: float, high: float, start: float = 0, end: float = 360, turn: float = 0
) -> list[Point]:
    """Points on an ellipse with half axes `wide` and `high`, from angle to angle in degrees (0 right, 90 down)."""
    steps = max(8, int(abs(end - start) / 360 * (12 + (wide + high) / 4)))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(steps + 1):
        angle = math.radians(start + (end - start) * step / steps)
        across, down = wide * math.cos(angle), high * math.sin(angle)
        points.append((x + across * cos - down * sin, y + across * sin + down * cos))
    return points


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The four corners, clockwise from the top left."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def blob(
    x: float, y: float, wide: float, high: float, random: Random, bumps: int = 9, rough: float = 0.16
) -> list[Point]:
    """A closed cloud-like outline around a point: leaves of a tree, a bush, a puddle."""
    knots = []
    for bump in range(bumps):
        angle = math.tau * (bump + random.uniform(-0.25, 0.25)) / bumps
        far = 1 + random.uniform(-rough, rough)
        knots.append((x + wide * far * math.cos(angle), y + high * far * math.sin(angle)))
    return smooth(knots, 8, closed=True)


def tube(joints: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """The outline of a limb: a bent line with a width at each joint, round at the far end."""
    left, right = [], []
    for index, (x, y) in enumerate(joints):
        before, after = joints[max(0, index - 1)], joints[min(len(joints) - 1, index + 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0])
        across, down = -math.sin(angle) * widths[index] / 2, math.cos(angle) * widths[index] / 2
        left.append((x + across, y + down))
        right.append((x - across, y - down))
    return smooth([*left, *reversed(right)], 5, closed=True)


def moved(
    points: Sequence[Point], right: float = 0, down: float = 0, scale: float = 1, mirror: bool = False
) -> list[Point]:
    """The same shape elsewhere: scaled, mirrored if asked, then shifted."""
    side = -scale if mirror else scale
    return [(x * side + right, y * scale + down) for x, y in points]


def bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def crossings(outline: Sequence[Point], y: float) -> list[float]:
    """Where a level line at `y` crosses a closed outline, from left to right."""
    found = []
    for (ax, ay), (bx, by) in pairwise([*outline, outline[0]]):
        if (ay <= y) != (by <= y):
            found.append(ax + (y - ay) * (bx - ax) / (by - ay))
    return sorted(found)


def turned(points: Sequence[Point], degrees: float, around: Point = (0, 0)) -> list[Point]:
    """The same shape, turned clockwise around a point."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = around
    return [(x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos) for x, y in points]
