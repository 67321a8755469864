"""The small drawings of each kind: the shape around its number, its icon, the blot of paint behind a chapter."""

import numpy
from shapely.geometry import Polygon

from ...domain.kind import KINDS, Kind
from ...drawing.figures.frame import frame
from ...drawing.figures.icons import outline, sign
from ...drawing.pen.hand import Dice, seed_of, wobbled
from ...drawing.pen.marks import Layer, Mark
from ...drawing.pen.strokes import circle
from ...drawing.pen.styles import style_named
from ...drawing.pen.svg import svg_document
from ...drawing.pen.washes import wash

_STYLE = style_named("ink-and-wash")
PAPER, INK = _STYLE.colour("paper"), _STYLE.colour("ink")

DROP: dict[str, float] = {"house": 0.1, "bubble": -0.06, "diamond": 0.0}
"""How far down, in parts of its height, the number stands in a shape."""

ROOM: dict[str, float] = {"diamond": 0.82, "house": 0.92}
"""How large the number may be in a shape, where it is not 1."""

FRAME_BEYOND = 4.0
"""How far the tape on a frame may reach beyond the photo, in millimetres."""

RIM = 0.05
"""How much room the pen needs around a shape, by its height."""


def colours(kind: Kind) -> dict[str, str]:
    """The ink of a kind, its wash and its palest wash, as hex colours on paper."""
    ink = KINDS[kind].colour
    return {"ink": mixed(ink, INK, 0.12), "wash": mixed(ink, PAPER, 0.55), "pale": mixed(ink, PAPER, 0.86)}


def mixed(one: str, other: str, part: float) -> str:
    """`one` with so much of `other` in it, 0 to 1."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def shape_svg(kind: Kind, ratio: float) -> str:
    """The outline in which the number of an asset stands, `ratio` times as wide as it is high."""
    edge = outline(KINDS[kind].shape)
    (west, north), (east, south) = edge.min(axis=0), edge.max(axis=0)
    inside = 1 - 2 * RIM
    edge = (edge - (west, north)) / (east - west, south - north) * (10 * (ratio - 2 * RIM), 10 * inside) + 10 * RIM
    closed, _ = wobbled(numpy.concatenate((edge, edge[:1])), seed_of("shape", kind), 0.12, step=1.2)
    marks = [Mark((edge,), fill=mixed(KINDS[kind].colour, PAPER, 0.9)),
             Mark((closed[:-1],), line=colours(kind)["ink"], width=0.62)]
    return svg_document([Layer("shape", marks)], _STYLE, 10 * ratio, 10)


def icon_svg(kind: Kind) -> str:
    """The sign of the kind as the pen draws it, in its own ink."""
    ink = colours(kind)["ink"]
    marks = sign(str(kind), 12, 12, 21, "book", 1.5, ink)
    return svg_document([Layer("icon", marks)], _STYLE, 24, 24)


def blot_svg(kind: Kind) -> str:
    """A blot of watercolour in the kind's colour with some splashes beside it, 100 x 90."""
    paint, dice = KINDS[kind].colour, Dice("blot", kind)
    turn = numpy.linspace(0, 2 * numpy.pi, 42, endpoint=False)
    marks = []
    for layer in range(5):
        bulge = [dice.between(0, 6) for _ in range(2)]
        radius = 34 + 3.2 * numpy.sin(turn * 3 + bulge[0]) + 2.2 * numpy.sin(turn * 5 + bulge[1])
        radius *= dice.between(0.8, 1.05)
        ring = numpy.column_stack((50 + radius * 1.15 * numpy.cos(turn), 45 + radius * 0.98 * numpy.sin(turn)))
        # Each a little stronger than the last: paint of one strength would run together.
        marks += wash([Polygon(ring)], ("blot", kind, layer), paint, layers=1, strength=0.07 + 0.004 * layer,
                      amount=1.6, shift=2.5)
    for splash in range(5):
        angle, far = dice.between(0, 6.28), dice.between(36, 46)
        at = 50 + far * 1.05 * numpy.cos(angle), 45 + far * 0.9 * numpy.sin(angle)
        drop = circle(*at, dice.between(0.5, 1.7), seed_of("splash", kind, splash), 14)
        marks.append(Mark((drop,), fill=paint, smooth=True, strength=0.2))
    return svg_document([Layer("blot", marks)], _STYLE, 100, 90)


def portrait_frame(width: float, height: float, seed: str, *, tape: bool = True) -> str:
    """A frame to lay over a photo of so many millimetres; the SVG reaches FRAME_BEYOND further to all sides.

    Without `tape` its corners are bare, for what has words close by.
    """
    around = 2 * FRAME_BEYOND
    layer = Layer("frame", frame(width, height, seed, tape=tape))
    return svg_document([layer], _STYLE, width + around, height + around, left=-FRAME_BEYOND, top=-FRAME_BEYOND)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
