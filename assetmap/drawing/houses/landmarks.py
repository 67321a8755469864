"""What tells a church, a school or a hall from the houses around it: a tower, a flag, a sign, pennants."""

import math

from ..pen.hand import Dice
from ..pen.marks import Mark
from .footprints import Footprint
from .house import painted
from .look import Look
from .rectangles import Quad, size
from .solids import edges, hipped, inked

Standing = tuple[float, float, list[Mark]]


def landmark(print_: Footprint, quads: list[Quad], look: Look, dice: Dice) -> list[Standing]:
    """What is put up beside or on a building, to be painted just after it; [] for ordinary ones."""
    if print_.metres < 60:
        return []
    if print_.kind == "worship":
        return [_dome(print_, look, dice) if print_.roof in ("dome", "round") else _tower(print_, quads, look, dice)]
    drawn = {"learning": _flag, "culture": _pennants, "care": _sign}.get(print_.kind)
    if not drawn or print_.metres < 120:
        return []
    spot = print_.area.representative_point()
    x, y = spot.x, spot.y - print_.tall
    return [(print_.area.bounds[3] + 0.02, x, drawn(x, y, look, dice))]


def _tower(print_: Footprint, quads: list[Quad], look: Look, dice: Dice) -> Standing:
    """A square tower with a spire at one end of the longest part, and a clock in it."""
    spot = print_.area.representative_point()
    x, y, half = spot.x, spot.y, 2.4 * look.scale
    if quads:
        along, across = size(quads[0])
        a, b, c, d = quads[0] if along > across else quads[0][1:] + quads[0][:1]
        half = max(1.7 * look.scale, min(3.4 * look.scale, 0.2 * min(along, across)))
        ends = [((a[0] + d[0]) / 2, (a[1] + d[1]) / 2), ((b[0] + c[0]) / 2, (b[1] + c[1]) / 2)]
        x, y = max(ends, key=lambda end: end[1])
        dx, dy = spot.x - x, spot.y - y
        far = math.hypot(dx, dy) or 1
        x, y = x + dx / far * half, y + dy / far * half
    half = max(half, 0.5)
    tall, spire = print_.tall + 7.5 * half, 5.2 * half
    deep = half * 0.8
    quad = (x - half, y + deep), (x + half, y + deep), (x + half, y - deep), (x - half, y - deep)
    faces = hipped(quad, tall, spire, 0.5)
    outline, inner = edges(faces)
    top = y - tall - spire
    front = y + deep
    slots = [[(x - half * 0.3, front - tall * part), (x - half * 0.3, front - tall * part - half * 0.9),
              (x, front - tall * part - half * 1.25), (x + half * 0.3, front - tall * part - half * 0.9),
              (x + half * 0.3, front - tall * part)] for part in (0.12, 0.5)]
    clock = _circle(x, front - tall + half * 0.95, half * 0.48)
    marks = [
        *painted(faces, "roof-6", look, dice),
        Mark(tuple(slots), "glass", "ink", look.fine, detail=1),
        Mark((clock,), "paper", "ink", look.inner, detail=1),
        *inked(outline, dice, look.outline, look.over), *inked(inner, dice, look.inner, look.over * 0.5),
        Mark(([(x, top - half * 1.3), (x + half * 0.8, top - half * 1.05), (x, top - half * 0.8)],), "door-4", "ink",
             look.fine, detail=1),
        Mark(([(x, top + 0.05), (x, top - half * 1.4)],), line="ink", width=look.inner, closed=False, detail=1)]
    lowest = max((point[1] for quad in quads for point in quad), default=print_.area.bounds[3])
    return max(front, lowest) + 0.02, x, marks


def _dome(print_: Footprint, look: Look, dice: Dice) -> Standing:
    """A dome over the middle and a slender tower beside it."""
    west, _, east, south = print_.area.bounds
    spot = print_.area.representative_point()
    x, y = spot.x, spot.y - print_.tall
    radius = min(7 * look.scale, 0.3 * min(east - west, math.sqrt(print_.area.area)))
    arc = [(x + radius * math.cos(math.pi * i / 12), y - radius * 1.05 * math.sin(math.pi * i / 12)) for i in range(13)]
    shade = [*arc[:5], (x + radius * 0.35, y)]
    slim, foot = max(0.32, 0.11 * radius), south - 0.1
    high = print_.tall + radius * 2.6
    tower = [(east - slim, foot), (east + slim, foot), (east + slim * 0.8, foot - high),
             (east, foot - high - slim * 4), (east - slim * 0.8, foot - high)]
    ring = [(east - slim * 1.7, foot - high * 0.8), (east + slim * 1.7, foot - high * 0.8)]
    return south + 0.02, x, [
        Mark((arc,), "leaf-2", "ink", look.outline), Mark((shade,), "leaf-1", strength=0.7),
        Mark(([(x, y - radius * 1.05), (x, y - radius * 1.5)],), line="ink", width=look.inner, closed=False),
        Mark((tower,), "wall", "ink", look.outline), Mark((ring,), line="ink", width=look.outline, closed=False)]


def _flag(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    high = max(2.0, 8.0 * look.scale)
    wide, deep = high * 0.42, high * 0.27
    top = y - high
    cloth = [(x + wide * out, top + deep * down) for out, down in (
        (0, 0), (0.3, -0.18), (0.65, 0.12), (1, -0.1), (1, 0.9), (0.65, 1.12), (0.3, 0.82), (0, 1))]
    return [Mark((cloth,), f"shirt-{dice.one_of((1, 2, 3, 4))}", "ink", look.inner),
            Mark(([(x, y), (x, top - 0.1)],), line="ink", width=look.outline, closed=False)]


def _pennants(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    found = []
    high = max(1.6, 6.0 * look.scale)
    for i, paint in enumerate(("shirt-1", "shirt-3", "shirt-2")):
        at, top = x + (i - 1) * high * 0.55, y - high * (1 - 0.08 * i)
        found.append(Mark(([(at, top), (at + high * 0.42, top + high * 0.12), (at, top + high * 0.26)],), paint, "ink",
                          look.inner))
        found.append(Mark(([(at, y), (at, top)],), line="ink", width=look.inner, closed=False))
    return found


def _sign(x: float, y: float, look: Look, dice: Dice) -> list[Mark]:
    """A plus on a board: help is to be had here."""
    half = max(0.75, 1.9 * look.scale)
    middle = y - half * 1.6
    thin = half * 0.24
    arm = half * 0.66
    plus = [(x - thin, middle - arm), (x + thin, middle - arm), (x + thin, middle - thin), (x + arm, middle - thin),
            (x + arm, middle + thin), (x + thin, middle + thin), (x + thin, middle + arm), (x - thin, middle + arm),
            (x - thin, middle + thin), (x - arm, middle + thin), (x - arm, middle - thin), (x - thin, middle - thin)]
    legs = [[(at, y), (at, middle + half)] for at in (x - half * 0.6, x + half * 0.6)]
    return [Mark(tuple(legs), line="ink", width=look.inner, closed=False),
            Mark((_circle(x, middle, half),), "paper", "ink", look.outline), Mark((plus,), "door-3", "ink", look.fine)]


def _circle(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return [(x + radius * math.cos(i * math.tau / 14), y + radius * math.sin(i * math.tau / 14)) for i in range(14)]
