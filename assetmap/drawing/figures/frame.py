"""A frame drawn round a photo: paint that leaves the edge of the paper free, two lines by hand, tape at the corners."""

import math

import numpy

from ..pen.hand import Dice, resampled, seed_of
from ..pen.marks import Mark
from ..pen.strokes import stroke
from ..pen.washes import wet_edge

_FADE = (0.97, 0.6, 0.4)
"""How much each layer of paper hides at the edge of the photo, from the outermost."""


def frame(width: float, height: float, seed: object = "", *, oval: bool = False, tape: bool = True) -> list[Mark]:
    """Marks to lay over a photo of so many millimetres, its top left corner at (0, 0).

    They reach up to 3 mm beyond it. The photo is hidden in the corners of an oval frame.
    """
    dice = Dice("frame", seed)
    inset = min(1.2 + 0.009 * (width + height), 0.08 * min(width, height))
    marks = _faded(width, height, inset, oval, seed)
    pen = 0.22 + 0.0016 * (width + height)
    for number, (inside, share) in enumerate(((0.62, 1.0), (0.05, 0.55))):
        edge = _edge(width, height, inset * inside, oval)
        start = int(dice.between(0, len(edge))) if oval else 0
        round_ = numpy.concatenate((numpy.roll(edge, -start, axis=0), edge[start:start + 2] if oval else edge[:1]))
        if oval:
            marks += stroke(round_, seed_of("frame", seed, number), pen * share, amount=0.22)
            continue
        for side in range(4):
            marks += stroke(round_[side:side + 2], seed_of("frame", seed, number, side), pen * share, amount=0.2,
                            over=0.9 * share)
    if tape and not oval:
        marks += _tape(width, height, dice)
    return marks


def _faded(width: float, height: float, inset: float, oval: bool, seed: object) -> list[Mark]:
    """Paper over the edge of the photo, each layer with an edge of its own."""
    beyond = 0.4
    sheet = numpy.array(((-beyond, -beyond), (width + beyond, -beyond), (width + beyond, height + beyond),
                         (-beyond, height + beyond)))
    marks = []
    for number, strength in enumerate(_FADE):
        inner = _edge(width, height, inset * (1.0 + 0.3 * number), oval, rounded=2.5)
        hole = wet_edge(numpy.concatenate((inner, inner[:1])), seed_of("fade", seed, number), 0.22 * inset, 1.6)
        if hole is not None:
            corners, _ = resampled(numpy.concatenate((sheet, sheet[:1])), 4.0)
            marks.append(Mark((corners[:-1], hole), fill="paper", strength=strength))
    return marks


def _edge(width: float, height: float, inset: float, oval: bool, rounded: float = 0.0) -> numpy.ndarray:
    """A ring inside the photo. With `rounded` its corners are cut, for paint."""
    if oval:
        turn = numpy.linspace(0, 2 * math.pi, 72, endpoint=False)
        return numpy.column_stack((
            width / 2 + (width / 2 - inset) * numpy.cos(turn), height / 2 + (height / 2 - inset) * numpy.sin(turn)))
    left, top, right, bottom = inset, inset, width - inset, height - inset
    if not rounded:
        return numpy.array(((left, top), (right, top), (right, bottom), (left, bottom)))
    cut = min(rounded, (right - left) / 4, (bottom - top) / 4)
    return numpy.array((
        (left + cut, top), (right - cut, top), (right - cut / 4, top + cut / 4), (right, top + cut),
        (right, bottom - cut), (right - cut / 4, bottom - cut / 4), (right - cut, bottom), (left + cut, bottom),
        (left + cut / 4, bottom - cut / 4), (left, bottom - cut), (left, top + cut), (left + cut / 4, top + cut / 4)))


def _tape(width: float, height: float, dice: Dice) -> list[Mark]:
    """A strip of tape over two or four corners, torn at its ends."""
    corners = [(0.0, 0.0, -45.0), (width, 0.0, 45.0), (width, height, -45.0), (0.0, height, 45.0)]
    long, wide = min(15.0, 0.32 * min(width, height)), min(4.6, 0.1 * min(width, height))
    marks = []
    for x, y, turn in corners if dice.happens(0.6) else corners[:2]:
        way = math.radians(turn + dice.between(-7, 7))
        teeth = 5
        ends = [
            [(side * (long / 2 + dice.between(-0.06, 0.06) * wide), (place / teeth - 0.5) * wide)
             for place in range(teeth + 1)] for side in (-1, 1)]
        strip = numpy.array(ends[0] + ends[1][::-1])
        turned = strip @ numpy.array(((math.cos(way), math.sin(way)), (-math.sin(way), math.cos(way))))
        # Half of it on the photo: moved a little towards the middle.
        corner = x + math.copysign(0.1 * wide, width / 2 - x), y + math.copysign(0.1 * wide, height / 2 - y)
        placed = numpy.add(turned, corner)
        marks += [Mark((placed,), fill="tape", strength=0.72),
                  Mark((placed[[0, -1]],), line="pencil", width=0.08, closed=False, strength=0.5),
                  Mark((placed[[teeth, teeth + 1]],), line="pencil", width=0.08, closed=False, strength=0.5)]
    return marks
