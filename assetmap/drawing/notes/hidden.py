"""Notes that are better a number in a list: no eye follows a leader that runs on under somebody else's note."""

from collections.abc import Collection, Mapping, Sequence

import numpy
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

from .wishes import Placed

ROOM = 0.3
"""mm that a leader may run into a box before that counts."""


def hidden(boxes: Mapping[str, Placed], weights: Mapping[str, float], held: Collection[str],
           blocked: Sequence[BaseGeometry] = ()) -> list[str]:
    """Keys of notes to take away so that no leader runs under a note or over what is `blocked`: as few as can be, the
    lighter first, none of the `held` ones (they were pinned).
    """
    keys = list(boxes)
    leaders = {i: shapely.linestrings(boxes[key].leader) for i, key in enumerate(keys) if len(boxes[key].leader) > 1}
    if not leaders:
        return []
    lines, owners = list(leaders.values()), list(leaders)
    areas = shapely.box(*numpy.array([placed.bounds for placed in boxes.values()]).T)
    line, area = STRtree([*shapely.buffer(areas, -ROOM), *blocked]).query(lines, predicate="intersects")
    pairs = {(owners[i], j if j < len(keys) else owners[i])
             for i, j in zip(line.tolist(), area.tolist(), strict=True) if owners[i] != j}
    away: list[int] = []
    while True:
        count: dict[int, int] = {}
        for pair in pairs:
            for i in set(pair):
                if keys[i] not in held:
                    count[i] = count.get(i, 0) + 1
        if not count:
            return [keys[i] for i in away]
        worst = max(count, key=lambda i: (count[i], -weights[keys[i]], i))
        away.append(worst)
        pairs = {pair for pair in pairs if worst not in pair}
