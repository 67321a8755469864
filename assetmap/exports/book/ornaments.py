"""The small drawings of each kind: the shape around its number, its icon, the blot of paint behind a chapter."""

import re
from pathlib import Path

import numpy

from ...domain.kind import KINDS, Kind
from .pen import INK, PAPER, edge, inked, path, seed_of, wobbled

DROP: dict[str, float] = {"house": 0.1, "bubble": -0.06, "diamond": 0.0}
"""How far down, in parts of its height, the number stands in a shape."""

ROOM: dict[str, float] = {"diamond": 0.82, "house": 0.92}
"""How large the number may be in a shape, where it is not 1."""


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
    ring = _OUTLINES[KINDS[kind].shape](ratio)
    ink = colours(kind)["ink"]
    closed = numpy.concatenate((ring, ring[:1]))
    wavy, _ = wobbled(closed * 10, seed_of("shape", kind), 0.12, step=1.2)
    fill = path(closed * 10, closed=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {round(1000 * ratio)} 1000">'
        + inked(fill, fill=mixed(KINDS[kind].colour, PAPER, 0.9))
        + inked(path(wavy, closed=True), fill="none", stroke=ink, stroke_width=62, stroke_linejoin="round")
        + "</svg>"
    )


def icon_svg(kind: Kind, folder: Path) -> str:
    """Our icon of the kind in its ink; the plain shape where there is none."""
    drawn = folder / f"kind-{kind}.svg"
    if not drawn.is_file():
        return shape_svg(kind, 1.0)
    return re.sub(r"var\(--[^)]*\)|currentColor", colours(kind)["ink"], drawn.read_text("utf-8"))


def blot_svg(kind: Kind) -> str:
    """A blot of watercolour in the kind's colour, 100 x 90."""
    parts = []
    for layer in range(5):
        seed = seed_of("blot", kind, layer)
        dice = numpy.random.default_rng(seed)
        turn = numpy.linspace(0, 2 * numpy.pi, 42)
        radius = 34 + 3.2 * numpy.sin(turn * 3 + dice.uniform(0, 6)) + 2.2 * numpy.sin(turn * 5 + dice.uniform(0, 6))
        radius *= dice.uniform(0.8, 1.05)
        ring = numpy.column_stack((50 + radius * 1.15 * numpy.cos(turn), 45 + radius * 0.98 * numpy.sin(turn)))
        parts.append(f'<path d="{edge(ring, seed, 1.6, 2.5)}" fill="{KINDS[kind].colour}" fill-opacity="0.075"/>')
    for splash in range(5):
        dice = numpy.random.default_rng(seed_of("splash", kind, splash))
        turn = numpy.linspace(0, 2 * numpy.pi, 14)
        angle, far, size = dice.uniform(0, 6.28), dice.uniform(36, 46), dice.uniform(0.5, 1.7)
        ring = numpy.column_stack(
            (
                50 + far * 1.05 * numpy.cos(angle) + size * numpy.cos(turn),
                45 + far * 0.9 * numpy.sin(angle) + size * numpy.sin(turn),
            )
        )
        parts.append(f'<path d="{path(ring, closed=True)}" fill="{KINDS[kind].colour}" fill-opacity="0.2"/>')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 9000">{"".join(parts)}</svg>'


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _circle(ratio: float) -> numpy.ndarray:
    turn = numpy.linspace(0, 2 * numpy.pi, 40, endpoint=False)
    return numpy.column_stack((ratio / 2 + (ratio / 2 - 0.05) * numpy.cos(turn), 0.5 + 0.45 * numpy.sin(turn)))


def _square(ratio: float) -> numpy.ndarray:
    return numpy.array(((0.09, 0.1), (ratio - 0.09, 0.1), (ratio - 0.09, 0.9), (0.09, 0.9)))


def _hexagon(ratio: float) -> numpy.ndarray:
    return numpy.array(
        ((0.26, 0.07), (ratio - 0.26, 0.07), (ratio - 0.03, 0.5), (ratio - 0.26, 0.93), (0.26, 0.93), (0.03, 0.5))
    )


def _house(ratio: float) -> numpy.ndarray:
    return numpy.array(
        (
            (ratio / 2, 0.03),
            (ratio - 0.04, 0.4),
            (ratio - 0.12, 0.4),
            (ratio - 0.12, 0.94),
            (0.12, 0.94),
            (0.12, 0.4),
            (0.04, 0.4),
        )
    )


def _diamond(ratio: float) -> numpy.ndarray:
    return numpy.array(((ratio / 2, 0.0), (ratio, 0.5), (ratio / 2, 1.0), (0.0, 0.5)))


def _bubble(ratio: float) -> numpy.ndarray:
    turn = numpy.linspace(0.72 * numpy.pi, 2.58 * numpy.pi, 36)
    oval = numpy.column_stack((ratio / 2 + (ratio / 2 - 0.04) * numpy.cos(turn), 0.44 + 0.39 * numpy.sin(turn)))
    return numpy.concatenate((oval, numpy.array(((ratio * 0.2, 0.97),))))


def _frame(ratio: float) -> numpy.ndarray:
    return numpy.array(((0.03, 0.14), (ratio - 0.03, 0.14), (ratio - 0.03, 0.86), (0.03, 0.86)))


_OUTLINES = {
    "circle": _circle,
    "square": _square,
    "hexagon": _hexagon,
    "house": _house,
    "diamond": _diamond,
    "bubble": _bubble,
    "frame": _frame,
}
