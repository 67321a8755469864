"""Things that OpenStreetMap has twice: a point and an area of the same name, pieces of one canal, a row of benches.

The rules, in this order:
1. Pieces of a line with the same name and sort become one line.
2. A thing inside an area of the same name, or an unnamed one inside an area of the same sort, becomes that area.
3. The same name and sort within SAME metres is one thing: the area wins, else the one that was there first.
4. More than FEW unnamed things of one sort, each within TOGETHER metres of the next, become one, and say how many
   they are. Up to FEW stay apart: two benches that look at each other are two places to sit.
What was taken together keeps every source.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from ...domain.words import folded
from .kind import OsmKind

SAME = 60.0
TOGETHER = 20.0
FEW = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is an asset. `shape` is in metres, `sources` as in Feature, `count` how many it stands for."""

    row: OsmKind
    tags: dict[str, str]
    shape: BaseGeometry
    sources: tuple[str, ...]
    count: int = 1

    @property
    def name(self) -> str:
        return " ".join(folded(self.tags.get("name", "")).split())

    @property
    def is_area(self) -> bool:
        return self.shape.geom_type in ("Polygon", "MultiPolygon")


def without_doubles(found: list[Found]) -> list[Found]:
    """Each thing once, in the order of the first of its sources."""
    whole = _lines_joined(found)
    # The areas and the longest known first, so that the others join them.
    whole.sort(key=lambda each: (not each.is_area, -each.shape.area, _age(each)))
    whole = _joined(whole, _one_inside_the_other, within=0.0)
    whole = _joined(whole, _same_name, within=SAME)
    return sorted(_gathered(whole), key=_age)


def _lines_joined(found: list[Found]) -> list[Found]:
    pieces: dict[tuple[str, str], list[Found]] = {}
    rest = []
    for each in found:
        if each.shape.geom_type in ("LineString", "MultiLineString") and each.name:
            pieces.setdefault((each.row.match, each.name), []).append(each)
        else:
            rest.append(each)
    for group in pieces.values():
        line = shapely.line_merge(shapely.union_all([each.shape for each in group]))
        rest.append(replace(group[0], shape=line, sources=tuple(source for each in group for source in each.sources)))
    return rest


def _joined(found: list[Found], same: Callable[[Found, Found], bool], within: float) -> list[Found]:
    """Each thing that is the `same` as an earlier one within so many metres becomes part of it."""
    if not found:
        return found
    tree = shapely.STRtree([each.shape for each in found])
    into: dict[int, int] = {}
    for place, each in enumerate(found):
        for other in sorted(tree.query(each.shape, predicate="dwithin", distance=max(within, 0.01))):
            if other < place and other not in into and same(found[other], each):
                into[place] = int(other)
                break
    kept = {place: each for place, each in enumerate(found) if place not in into}
    for place, first in into.items():
        one, other = kept[first], found[place]
        kept[first] = replace(one, tags=other.tags | one.tags, sources=one.sources + other.sources)
    return list(kept.values())


def _one_inside_the_other(area: Found, each: Found) -> bool:
    if not area.is_area or not area.shape.buffer(1.0).covers(each.shape):
        return False
    if area.name or each.name:
        return area.name == each.name and bool(area.name)
    return area.row.match == each.row.match


def _same_name(one: Found, other: Found) -> bool:
    return bool(one.name) and one.name == other.name and one.row.match == other.row.match


def _gathered(found: list[Found]) -> list[Found]:
    """Crowds of unnamed points of one sort as one point, that of their middlemost."""
    sorts: dict[str, list[Found]] = {}
    for each in found:
        if each.row.plural[0] and not each.name and each.shape.geom_type == "Point":
            sorts.setdefault(each.row.match, []).append(each)
    gone: set[int] = set()
    crowds = []
    for group in sorts.values():
        for crowd in _crowds(group):
            if len(crowd) > FEW:
                gone.update(map(id, crowd))
                crowds.append(_one_for_all(crowd))
    return [each for each in found if id(each) not in gone] + crowds


def _crowds(group: list[Found]) -> list[list[Found]]:
    """The things in crowds, in which each is within TOGETHER of another."""
    tree = shapely.STRtree([each.shape for each in group])
    left, crowds = set(range(len(group))), []
    while left:
        waiting, crowd = [left.pop()], []
        while waiting:
            place = waiting.pop()
            crowd.append(place)
            beside = left & set(tree.query(group[place].shape, predicate="dwithin", distance=TOGETHER).tolist())
            left -= beside
            waiting += beside
        crowds.append([group[place] for place in sorted(crowd)])
    return crowds


def _one_for_all(crowd: list[Found]) -> Found:
    middle = shapely.union_all([each.shape for each in crowd]).centroid
    nearest = min(crowd, key=lambda each: (each.shape.distance(middle), _age(each)))
    tags = {key: value for key, value in nearest.tags.items() if all(each.tags.get(key) == value for each in crowd)}
    sources = tuple(source for each in sorted(crowd, key=_age) for source in each.sources)
    return replace(nearest, tags=tags, sources=sources, count=len(crowd))


def _age(found: Found) -> tuple[str, int]:
    kind, number = found.sources[0].split("/")
    return kind, int(number)
