"""What is in a wall: windows floor by floor, a door on the street, a shop's window and its awning."""

import math

from ..pen.hand import Dice
from ..pen.marks import Mark
from .look import Look
from .rectangles import Point

Ring = list[Point]

WALLS = ("wall", "wall", "wall-2", "wall-2", "wall-3")
"""Plaster, brick, whitewash."""


def house_front(start: Point, end: Point, tall: float, levels: float, look: Look, dice: Dice) -> list[Mark]:
    """Door and windows of a house in the wall from `start` to `end` on the ground, `tall` millimetres high."""
    if not _looked_at(start, end, tall):
        return []
    wide = math.dist(start, end)
    floors = max(1, min(round(levels), int(tall / 0.6)))
    columns = max(2, min(12, round(wide / look.scale / 2.7)))
    door = 0 if dice.happens(0.5) else columns - 1
    panes = []
    for floor in range(floors):
        for column in range(columns):
            if floor == 0 and column == door:
                continue
            broad = 0.68 if floor == 0 and columns == 2 else 0.52
            middle = (column + 0.5) / columns
            panes.append(_pane(start, end, tall, middle, broad / columns / 2, (floor + 0.34) / floors,
                               (floor + 0.8) / floors))
    high = 0.74 / floors
    entry = _pane(start, end, tall, (door + 0.5) / columns, min(0.42 / columns, 0.55 * look.scale / wide), 0, high)
    bars = [[_half(pane[0], pane[1]), _half(pane[3], pane[2])] for pane in panes] if look.scale > 0.7 else []
    return [Mark(tuple(panes), "glass", "window-line", look.fine, detail=2),
            *([Mark(tuple(bars), line="window-line", width=look.fine, closed=False, detail=2)] if bars else []),
            Mark((entry,), f"door-{dice.one_of((1, 2, 3, 4))}", "ink", look.fine, detail=2)]


def plain_windows(start: Point, end: Point, tall: float, levels: float, look: Look, dice: Dice,
                  every: float = 3.6) -> list[Mark]:
    """Rows of windows, a row for each floor; in a long wall some are lit, where they are small they are a band."""
    if not _looked_at(start, end, tall):
        return []
    wide = math.dist(start, end)
    floors = max(1, min(round(levels), int(tall / 0.62)))
    columns = max(1, round(wide / max(every * look.scale, 0.9)))
    panes, lit = [], []
    for floor in range(floors):
        low, high = (floor + 0.32) / floors, (floor + 0.8) / floors
        for column in range(columns):
            if dice.happens(0.05):
                continue
            pane = _pane(start, end, tall, (column + 0.5) / columns, 0.27 / columns, low, high)
            (lit if dice.happens(0.06) else panes).append(pane)
    # Many windows are a pattern: from afar they are dabs of the brush, without lines around them.
    line = "window-line" if look.bare or look.scale > 0.7 else ""
    return [Mark(tuple(rings), paint, line, look.fine if line else 0.0, detail=2)
            for rings, paint in ((panes, "pane"), (lit, "glass-lit")) if rings]


def arched_windows(start: Point, end: Point, tall: float, look: Look) -> list[Mark]:
    """Tall windows under arches."""
    if not _looked_at(start, end, tall):
        return []
    columns = max(1, round(math.dist(start, end) / max(5.0 * look.scale, 1.1)))
    half = 0.2 / columns
    rings = []
    for column in range(columns):
        middle = (column + 0.5) / columns
        rings.append([_spot(start, end, tall, middle + along * half, up) for along, up in (
            (-1, 0.2), (1, 0.2), (1, 0.62), (0.7, 0.76), (0, 0.84), (-0.7, 0.76), (-1, 0.62))])
    return [Mark(tuple(rings), "glass", "window-line", look.fine, detail=1)]


def window_bands(start: Point, end: Point, tall: float, levels: float, look: Look) -> list[Mark]:
    """From afar: a row of dashes for each floor."""
    flat = end[0] - start[0]
    if tall < 0.5 or flat < 0.8 or flat < 0.35 * math.dist(start, end):
        return []
    floors = max(1, min(round(levels), int(tall / 0.4)))
    lines = tuple([_spot(start, end, tall, along, (floor + 0.55) / floors) for along in (0.06, 0.95)]
                  for floor in range(floors))
    return [Mark(lines, line="window-line", width=max(look.fine * 1.6, 0.12), closed=False, dashes=(0.22, 0.34),
                 detail=1)]


def floor_lines(start: Point, end: Point, tall: float, levels: float, look: Look) -> list[Mark]:
    """The galleries of flats: a line along each floor."""
    floors = max(1, min(round(levels), int(tall / 0.62)))
    if floors < 2 or not _looked_at(start, end, tall):
        return []
    lines = tuple([_spot(start, end, tall, 0, floor / floors), _spot(start, end, tall, 1, floor / floors)]
                  for floor in range(1, floors))
    return [Mark(lines, line="window-line", width=look.fine, closed=False, detail=1)]


def shop_front(start: Point, end: Point, tall: float, levels: float, look: Look, dice: Dice) -> list[Mark]:
    """A wide window with a door beside it under a striped awning, and plain windows on the floors above."""
    if not _looked_at(start, end, tall):
        return []
    wide, floors = math.dist(start, end), max(1, min(round(levels), int(tall / 0.6)))
    shops = max(1, min(10, round(wide / look.scale / 9)))
    glass, doors, found = [], [], []
    for shop in range(shops):
        middle = (shop + 0.42) / shops
        glass.append(_pane(start, end, tall, middle, 0.32 / shops, 0.1 / floors, 0.66 / floors))
        doors.append(_pane(start, end, tall, (shop + 0.86) / shops, 0.07 / shops, 0, 0.66 / floors))
    found += [Mark(tuple(glass), "glass", "window-line", look.fine, detail=2),
              Mark(tuple(doors), f"door-{dice.one_of((1, 2, 3, 4))}", "ink", look.fine, detail=2)]
    if floors > 1:
        lift = tall / floors
        above = (start[0], start[1] - lift), (end[0], end[1] - lift)
        found += plain_windows(*above, tall - lift, floors - 1, look, dice, 2.8)
    colour = f"door-{dice.one_of((1, 2, 3, 4))}"
    for shop in range(shops):
        found += _awning(start, end, tall / floors, (shop + 0.06) / shops, (shop + 0.78) / shops, look, colour)
    return found


def hatched(start: Point, end: Point, tall: float, look: Look, dice: Dice) -> list[tuple[Point, Point]]:
    """Lines for a wall in the shade."""
    flat = abs(end[0] - start[0])
    count = int(flat / (look.gap * 0.8))
    if count < 2:
        return []
    return [(_spot(start, end, tall, i / count, dice.between(0.0, 0.06)),
             _spot(start, end, tall, i / count, 1 - dice.between(0.02, 0.14)))
            for i in range(1, count) if not dice.happens(0.06)]


def _awning(start: Point, end: Point, floor: float, left: float, right: float, look: Look, colour: str) -> list[Mark]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    out = -dy / length * 1.1 * look.scale, dx / length * 1.1 * look.scale
    stripes = max(3, min(9, round((right - left) * length / max(0.8 * look.scale, 0.3)))) | 1
    high, low = floor * 0.98, floor * 0.7

    def strip(first: int, last: int) -> Ring:
        one, other = left + (right - left) * first / stripes, left + (right - left) * last / stripes
        (ax, ay), (bx, by) = (start[0] + dx * one, start[1] + dy * one), (start[0] + dx * other, start[1] + dy * other)
        return [(ax + out[0], ay + out[1] - low), (bx + out[0], by + out[1] - low), (bx, by - high), (ax, ay - high)]

    return [Mark((strip(0, stripes),), "paper", "ink", look.fine, detail=1),
            Mark(tuple(strip(i, i + 1) for i in range(0, stripes, 2)), colour, "ink", look.fine, detail=1)]


def _looked_at(start: Point, end: Point, tall: float) -> bool:
    """Whether a wall looks at the reader enough for what is in it to be seen."""
    flat = end[0] - start[0]
    return tall > 0.5 and flat > 0.9 and flat > 0.35 * math.dist(start, end)


def _pane(start: Point, end: Point, tall: float, middle: float, half: float, low: float, high: float) -> Ring:
    return [_spot(start, end, tall, middle - half, low), _spot(start, end, tall, middle + half, low),
            _spot(start, end, tall, middle + half, high), _spot(start, end, tall, middle - half, high)]


def _half(start: Point, end: Point) -> Point:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _spot(start: Point, end: Point, tall: float, along: float, up: float) -> Point:
    return start[0] + (end[0] - start[0]) * along, start[1] + (end[1] - start[1]) * along - tall * up
