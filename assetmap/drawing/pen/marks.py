"""What pen and brush leave on paper, before it is known whether that paper is a poster, a book or a screen.

A drawing is a list of layers from back to front, a layer a list of marks from back to front. Marks name their paint;
which colour that is, the style says (styles.py). So one drawing can be written as SVG (svg.py), or as the compact file
that the browser paints in the colours of the day or of the night.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy

Ring = numpy.ndarray | Sequence[tuple[float, float]]
"""Points (n, 2) in millimetres on the page, x to the right, y down. The last point does not repeat the first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that pen or brush did: a filled shape, an even line, or both (first the fill, then the line).

    `fill` and `line` are names of paints in the style, "" for none. `closed` closes every ring; `smooth` draws the
    points as a curve (each a control point, through the middles between them) instead of straight steps. Several rings
    are filled even-odd: the second is a hole in the first. `width` and `dashes` are in millimetres, `strength` is
    opacity, 0 to 1.

    `detail` is how near one must be to see it on a screen: 0 always, 1 from a street away, 2 at the front door. Paper
    shows all.

    `d` is path data in hundredths of a millimetre, for shapes with curves of their own (letters), without `rings`.
    """

    rings: tuple[Ring, ...] = ()
    fill: str = ""
    line: str = ""
    width: float = 0.0
    closed: bool = True
    smooth: bool = False
    dashes: tuple[float, ...] = ()
    strength: float = 1.0
    detail: int = 0
    d: str = ""


@dataclass(slots=True)
class Layer:
    """Marks that belong together, from back to front. `name` is told to screens and shows in the SVG."""

    name: str
    marks: list[Mark] = field(default_factory=list)
