"""What small figures are made of: a few curves on a grid one person high, and how the pen goes over them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy

from ..pen.hand import Dice, seed_of, wander
from ..pen.marks import Mark
from ..pen.strokes import stroke

LARGE = 7.0
"""From this height in millimetres on the strokes swell and thin; smaller ones are even lines."""

CLOTHES = ("shirt-1", "shirt-2", "shirt-3", "shirt-4", "shirt-5", "shirt-6")
CHOICES: dict[str, tuple[str, ...]] = {
    "shirt": CLOTHES, "other-shirt": CLOTHES, "third-shirt": CLOTHES,
    "skin": ("skin", "skin-2", "skin-3", "skin-4"), "other-skin": ("skin", "skin-2", "skin-3", "skin-4"),
    "hair": ("hair-1", "hair-2", "hair-3", "hair-4"), "young-hair": ("hair-1", "hair-2", "hair-4"),
    "other-hair": ("hair-1", "hair-2", "hair-4", "hair-1"),
    "trousers": ("cloth-1", "cloth-2", "cloth-3"), "fur": ("hair-2", "hair-4", "fur"),
}
"""What a part is painted with -> the paints that chance chooses from, once for a figure."""


@dataclass(frozen=True, slots=True)
class Part:
    """A curve through the middles between its points (heights of a person, y down, feet at 0).

    `paint` fills it, "" for none; `pen` is how heavy its line is, 0 for none. `curved` False keeps the corners;
    `fine` parts show in large figures only.
    """

    points: tuple[tuple[float, float], ...]
    paint: str = ""
    pen: float = 1.0
    closed: bool = False
    curved: bool = True
    ink: str = "ink"
    fine: bool = False


def line(*points: tuple[float, float], pen: float = 1.0, ink: str = "ink") -> Part:
    """A bent stroke."""
    return Part(points, pen=pen, ink=ink)


def straight(*points: tuple[float, float], pen: float = 1.0, ink: str = "ink") -> Part:
    """A stroke with corners."""
    return Part(points, pen=pen, curved=False, ink=ink)


def shape(paint: str, *points: tuple[float, float], pen: float = 1.0) -> Part:
    """A round thing, painted."""
    return Part(points, paint, pen, closed=True)


def board(paint: str, *points: tuple[float, float], pen: float = 1.0) -> Part:
    """A thing with corners, painted."""
    return Part(points, paint, pen, closed=True, curved=False)


def ring(x: float, y: float, radius: float, paint: str = "", pen: float = 1.0, flat: float = 1.0) -> Part:
    """A wheel, a head, a ball."""
    turn = numpy.linspace(0, 2 * numpy.pi, 8, endpoint=False) + 0.3
    # The curve cuts the corners of its eight points; this brings it back to the radius.
    far = radius * 1.08
    return Part(tuple(zip((x + far * numpy.cos(turn)).tolist(), (y + far * flat * numpy.sin(turn)).tolist(),
                          strict=True)), paint, pen, closed=True)


def moved(parts: Iterable[Part], x: float, y: float = 0.0, tall: float = 1.0, turned: bool = False) -> list[Part]:
    """The same parts elsewhere, smaller or larger, or facing the other way."""
    way = -tall if turned else tall
    return [
        Part(tuple((x + way * right, y + tall * down) for right, down in part.points), part.paint, part.pen,
             part.closed, part.curved, part.ink, part.fine)
        for part in parts]


def inked(parts: Iterable[Part], x: float, y: float, size: float, *names: object, turned: bool = False,
          detail: int = 0) -> list[Mark]:
    """The parts as marks, a person of so many millimetres, feet at (x, y); by the hand that these names make."""
    dice = Dice("figure", *names)
    paints = {part: dice.one_of(choices) for part, choices in CHOICES.items()}
    width = 0.055 + 0.024 * size
    marks: list[Mark] = []
    for number, part in enumerate(parts):
        if part.fine and size < LARGE:
            continue
        points = _placed(part, x, y, size, turned, seed_of(*names, number))
        if part.paint:
            beside = numpy.array((dice.between(-0.014, 0.014), dice.between(-0.014, 0.014))) * size
            marks.append(Mark((points + beside,), fill=paints.get(part.paint, part.paint), smooth=part.curved,
                              detail=detail))
        if not part.pen:
            continue
        if size < LARGE:
            marks.append(Mark((points,), line=part.ink, width=round(width * part.pen, 3), closed=part.closed,
                              smooth=part.curved, detail=detail))
        else:
            drawn = curved(points, part.closed) if part.curved else numpy.concatenate(
                (points, points[:1])) if part.closed else points
            marks += stroke(drawn, seed_of(*names, number), width * part.pen, amount=0.006 * size, ink=part.ink,
                            taper=0.6, detail=detail)
    return marks


def curved(points: numpy.ndarray, closed: bool, steps: int = 6) -> numpy.ndarray:
    """Points of the curve that runs through the middles between these and is pulled by each."""
    if len(points) < 3:
        return points
    if closed:
        middles = (points + numpy.roll(points, -1, axis=0)) / 2
        starts, ends, pulls = numpy.roll(middles, 1, axis=0), middles, points
    else:
        middles = (points[1:-2] + points[2:-1]) / 2
        starts = numpy.concatenate((points[:1], middles))
        ends = numpy.concatenate((middles, points[-1:]))
        pulls = points[1:-1]
    share = numpy.linspace(0, 1, steps, endpoint=False)[:, None, None]
    told = (1 - share) ** 2 * starts + 2 * share * (1 - share) * pulls + share ** 2 * ends
    return numpy.concatenate((told.transpose(1, 0, 2).reshape(-1, 2), ends[-1:]))


def _placed(part: Part, x: float, y: float, size: float, turned: bool, seed: int) -> numpy.ndarray:
    points = numpy.array(part.points) * ((-size if turned else size), size)
    along = numpy.arange(len(points)) * 0.7
    stray = 0.011 * size
    return points + (x, y) + stray * numpy.column_stack((wander(seed, along, 1.0), wander(seed + 31, along, 1.0)))
