"""Watercolour: layers of thin paint, each with an edge of its own, put down a little beside the last."""

import numpy
from shapely.geometry import Polygon

from .hand import Dice, normals, resampled, seed_of, wander
from .marks import Mark


def wash(areas: list[Polygon], seed: object, paint: str, *, layers: int = 3, strength: float = 0.16,
         amount: float = 0.6, shift: float = 0.5, step: float = 2.4, detail: int = 0) -> list[Mark]:
    """One mark for each layer of paint over all areas (millimetres). `amount` is how far the edge strays, `shift` how
    far a layer lies beside where it should, both in millimetres; `strength` the opacity of one layer.
    """
    found = []
    for layer in range(layers):
        rings = []
        for i, area in enumerate(areas):
            dice = Dice(seed, i, layer)
            beside = dice.between(-shift, shift), dice.between(-shift, shift)
            for j, ring in enumerate((area.exterior, *area.interiors)):
                edge = wet_edge(numpy.asarray(ring.coords), seed_of(seed, i, j, layer), amount, step)
                if edge is not None:
                    rings.append(edge + beside)
        if rings:
            found.append(Mark(tuple(rings), fill=paint, smooth=True, strength=strength, detail=detail))
    return found


def wet_edge(ring: numpy.ndarray, seed: int, amount: float, step: float = 2.4) -> numpy.ndarray | None:
    """A closed edge as wet paint leaves it, without the closing point; None where it is too short for any."""
    line, along = resampled(ring, step)
    if line is None or len(line) < 5:
        return None
    line, along = line[:-1], along[:-1]
    off = amount * (wander(seed, along, 13.0) + 0.35 * wander(seed + 99, along, 4.0))
    # Back to the start without a step.
    around = along[-1] + step
    off *= numpy.clip(numpy.minimum(along, around - along) / 5.0, 0, 1)
    return line + normals(line) * off[:, None]
