"""In which street something lies: the nearest one with a name."""

from collections.abc import Iterable

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ...geo.metres import Grid

REACH = 120.0
"""Metres: farther away than this nobody would say "in that street"."""


class Streets:
    """Named streets as lines in metres of a local grid. `named` are (name, line in degrees)."""

    def __init__(self, named: Iterable[tuple[str, BaseGeometry]], grid: Grid):
        kept = list(named)
        self._names = [name for name, _ in kept]
        self._grid = grid
        self._tree = shapely.STRtree([grid.to_metres(line) for _, line in kept])

    def nearest(self, shapes: list[BaseGeometry]) -> list[str]:
        """For each shape (in degrees) the name of the nearest street, "" where none lies within REACH."""
        found = [""] * len(shapes)
        if not self._names or not shapes:
            return found
        flat = self._grid.to_metres(numpy.array(shapes, dtype=object))
        places, streets = self._tree.query_nearest(flat, max_distance=REACH)
        # Two streets may be equally near, at a corner: the first by name, so that every import says the same.
        for place, street in sorted(zip(places, streets, strict=True), key=lambda each: self._names[each[1]]):
            found[place] = found[place] or self._names[street]
        return found
