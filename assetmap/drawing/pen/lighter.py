"""A drawing made lighter for small print: without what is seen only from near by, and without points nobody misses."""

from dataclasses import replace

import numpy
import shapely

from .marks import Layer, Mark, Ring

FEWEST = 24
"""Points from which on an edge may have too many."""


def lighter(layers: list[Layer], *, detail: int = 2, grain: float = 0.06) -> list[Layer]:
    """The layers without marks finer than `detail`. Edges of thin paint stray up to `grain` millimetres from where
    they were, and curves become short straight steps: a PDF writes a curve as six long numbers, a step as two.
    """
    return [
        Layer(layer.name, [_lighter(mark, grain) for mark in layer.marks if mark.detail <= detail]) for layer in layers]


def _lighter(mark: Mark, grain: float) -> Mark:
    if not (mark.smooth and mark.fill and mark.closed):
        return mark
    # The outline of a pen stroke is as fine as the stroke.
    thin = mark.strength < 1 and not mark.line
    rings = (_thinned(ring, grain) if thin else ring for ring in mark.rings)
    return replace(mark, smooth=False, rings=tuple(map(_cut, rings)))


def _thinned(ring: Ring, grain: float) -> Ring:
    if len(ring) < FEWEST:
        return ring
    line = shapely.linestrings(numpy.asarray(ring, float))
    thinned = shapely.get_coordinates(shapely.simplify(line, grain, preserve_topology=False))
    return thinned if len(thinned) > 5 else ring


def _cut(ring: Ring) -> Ring:
    """Every corner cut once (Chaikin, 1974): nearly the curve that has its control points there."""
    points = numpy.asarray(ring, float)
    after = numpy.roll(points, -1, axis=0)
    return numpy.stack((0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after), axis=1).reshape(-1, 2)
