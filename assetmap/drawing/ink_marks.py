"""Marks as whole numbers: rings on the grid of the screen, ways to paint them as brushes, in blocks of ground."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy
import shapely

from .base_layers import WORLD
from .pen.frame import Frame
from .pen.marks import Layer, Mark

WASH, CURVE, STRAIGHT = 0.5, 0.1, 0.05
"""How far (millimetres on the page) a line may stray from what was drawn, on a screen: the edge of thin paint, a
curve, and a line of straight pieces."""


@dataclass(frozen=True, slots=True)
class Brush:
    """How marks are painted, see pen/marks.py; `width` and `dashes` in thousandths of a millimetre on the page,
    `strength` in hundredths. `holes`: rings lie in rings, and are filled even-odd."""

    fill: str
    line: str
    width: int
    closed: bool
    smooth: bool
    holes: bool
    strength: int
    detail: int
    dashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The marks that lie in one square of ground, or (`wide`) those that are larger than that.

    `turns` is when each mark is painted (those of one turn at once, they lie apart), `brushes` with which; `rings`
    counts the rings of each mark, `sizes` the points of each ring; `points` (n, 2) are whole steps of the drawing's
    grid from the origin.
    """

    turns: numpy.ndarray
    brushes: numpy.ndarray
    rings: numpy.ndarray
    sizes: numpy.ndarray
    points: numpy.ndarray

    @property
    def box(self) -> tuple[int, int, int, int]:
        return *self.points.min(axis=0).tolist(), *self.points.max(axis=0).tolist()


@dataclass(frozen=True, slots=True)
class Ink:
    """One drawing in whole numbers. `fine`: 2**fine steps in a column of the web-mercator square of 2**28 a side;
    `millimetre`: columns in a millimetre of the page; `start`: from which zoom on it is shown."""

    fine: int
    millimetre: float
    start: int
    brushes: tuple[Brush, ...]
    blocks: tuple[Block, ...]


def ink_of(layers: Iterable[Layer], frame: Frame, origin: tuple[int, int], *, start: int, fine: int, side: int,
           finest: int = 2) -> Ink:
    """The layers of a scene drawn in `frame`, in blocks of `side` columns.

    `origin` is the column and row that points are counted from. Marks with more `detail` than `finest` are left out,
    letters (marks with `d`) too: screens write.
    """
    places: dict[tuple, int] = {}
    brushes: dict[Brush, int] = {}
    marks: list[tuple[int, int, list]] = []
    drawn = (mark for layer in layers for mark in layer.marks if mark.detail <= finest)
    for turn, mark in enumerate(drawn):
        for rings in _apart(mark):
            look = (mark.fill, mark.line, mark.width, mark.closed, mark.smooth, len(rings) > 1, mark.strength,
                    mark.detail, mark.dashes)
            if look not in places:
                places[look] = brushes.setdefault(_brush(mark, len(rings)), len(brushes))
            marks.append((turn, places[look], rings))
    millimetre = _columns_in_a_millimetre(frame)
    known = tuple(brushes)
    if not marks:
        return Ink(fine, millimetre, start, known, ())
    return Ink(fine, millimetre, start, known, _blocks(marks, known, frame, origin, fine, side))


def columns_rows(frame: Frame, points: numpy.ndarray) -> numpy.ndarray:
    """Millimetres on the page (n, 2) as columns and rows of the web-mercator square of 2**28 a side, not rounded."""
    grid = frame.grid
    longitude = grid.longitude + (points[:, 0] - frame.left) / frame.scale / grid.east
    latitude = numpy.radians(grid.latitude - (points[:, 1] - frame.top) / frame.scale / grid.north)
    return numpy.column_stack((
        (longitude + 180) / 360, 0.5 - numpy.arctanh(numpy.sin(latitude)) / (2 * numpy.pi))) * WORLD


def _columns_in_a_millimetre(frame: Frame) -> float:
    here, there = columns_rows(frame, numpy.array(((0.0, 0.0), (1.0, 0.0))))
    return float(there[0] - here[0])


def _brush(mark: Mark, rings: int) -> Brush:
    thousandths = tuple(round(dash * 1000) for dash in mark.dashes)
    return Brush(
        mark.fill, mark.line, round(mark.width * 100) * 10 if mark.line else 0, mark.closed or not mark.line,
        mark.smooth, bool(mark.fill) and rings > 1, round(mark.strength * 100), mark.detail, thousandths)


def _apart(mark: Mark) -> list[list[numpy.ndarray]]:
    """The rings of a mark, apart where they have nothing to do with each other: a screen paints what is in view."""
    rings = [ring for each in mark.rings if (ring := numpy.asarray(each, float)).ndim == 2 and len(ring) > 1]
    if len(rings) < 2 or not mark.fill:
        return [[ring] for ring in rings]
    areas = [ring for ring in rings if len(ring) > 2]
    if len(areas) == 1:
        return [areas]
    sizes = numpy.array([len(ring) for ring in areas])
    shapes = shapely.make_valid(shapely.polygons(shapely.linearrings(
        numpy.concatenate([numpy.vstack((ring, ring[:1])) for ring in areas]),
        indices=numpy.repeat(numpy.arange(len(areas)), sizes + 1))))
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    return [[areas[i] for i in group] for group in _together(len(areas), one, other)]


def _together(count: int, one: numpy.ndarray, other: numpy.ndarray) -> list[list[int]]:
    """What hangs together, in the order of the first of each."""
    heads = list(range(count))

    def head(i: int) -> int:
        while heads[i] != i:
            heads[i] = heads[heads[i]]
            i = heads[i]
        return i

    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        a, b = head(a), head(b)
        heads[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(head(i), []).append(i)
    return list(groups.values())


def _blocks(marks: list, brushes: tuple[Brush, ...], frame: Frame, origin: tuple[int, int], fine: int,
            side: int) -> tuple[Block, ...]:
    """Marks in squares of ground: first those that are too large for one, then square by square."""
    turns, with_brush, rings = numpy.array([(turn, brush, len(rings)) for turn, brush, rings in marks]).T
    sizes = numpy.array([len(ring) for *_, rings in marks for ring in rings])
    points = numpy.concatenate([ring for *_, rings in marks for ring in rings])
    points, sizes = _one_way_round(*_simpler(points, sizes, numpy.repeat(with_brush, rings), brushes))
    points = numpy.rint((columns_rows(frame, points) - origin) * 2.0**fine).astype(numpy.int64)
    points, sizes = _without_repeats(points, sizes)
    least, most = _extents(points, sizes, rings)
    side = round(side * 2.0**fine)
    cells = (least + most) // 2 // side
    cells[(most - least).max(axis=1) > side] = -(1 << 20)
    first_ring = numpy.concatenate(((0,), numpy.cumsum(rings)))
    first_point = numpy.concatenate(((0,), numpy.cumsum(sizes)))
    _, block_of = numpy.unique(cells, axis=0, return_inverse=True)
    order = numpy.lexsort((turns, block_of.ravel()))
    found = []
    for chosen in numpy.split(order, numpy.flatnonzero(numpy.diff(block_of.ravel()[order])) + 1):
        of_rings = _ranges(first_ring[chosen], rings[chosen])
        found.append(Block(
            turns[chosen], with_brush[chosen], rings[chosen], sizes[of_rings],
            points[_ranges(first_point[of_rings], sizes[of_rings])]))
    return tuple(found)


def _simpler(points: numpy.ndarray, sizes: numpy.ndarray, with_brush: numpy.ndarray,
             brushes: tuple[Brush, ...]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Without points that a screen does not show. Douglas and Peucker, with a reach in millimetres for each look."""
    reach = numpy.array([WASH if brush.fill and brush.strength < 100 else CURVE if brush.smooth else STRAIGHT
                         for brush in brushes])[with_brush]
    lines = shapely.linestrings(points, indices=numpy.repeat(numpy.arange(len(sizes)), sizes))
    lines = shapely.simplify(lines, numpy.where(sizes > 4, reach, 0.0), preserve_topology=False)
    return shapely.get_coordinates(lines), shapely.get_num_coordinates(lines)


def _one_way_round(points: numpy.ndarray, sizes: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """All rings the same way round: then two that overlap can be filled in one go."""
    ends = numpy.cumsum(sizes)
    starts = ends - sizes
    place = numpy.arange(len(points))
    after = place + 1
    after[ends - 1] = starts
    x, y = points.T
    left = numpy.add.reduceat(x * y[after] - x[after] * y, starts) < 0
    return points[numpy.where(numpy.repeat(left, sizes), numpy.repeat(starts + ends - 1, sizes) - place, place)], sizes


def _ranges(starts: numpy.ndarray, counts: numpy.ndarray) -> numpy.ndarray:
    """start, start + 1 … of each, one after another."""
    ends = numpy.cumsum(counts)
    return numpy.arange(ends[-1]) - numpy.repeat(ends - counts - starts, counts)


def _without_repeats(points: numpy.ndarray, sizes: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Without points that fall on the one before in their ring; each ring keeps two at least."""
    ring = numpy.repeat(numpy.arange(len(sizes)), sizes)
    keep = numpy.ones(len(points), bool)
    keep[1:] = (numpy.diff(points, axis=0) != 0).any(axis=1) | (numpy.diff(ring) != 0)
    # A ring of one spot is a dot: a line to itself.
    starts = numpy.concatenate(((0,), numpy.cumsum(sizes)[:-1]))
    keep[starts + 1] = True
    return points[keep], numpy.bincount(ring[keep], minlength=len(sizes))


def _extents(points: numpy.ndarray, sizes: numpy.ndarray, rings: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The least and the most x and y of each mark."""
    of_marks = numpy.add.reduceat(sizes, numpy.cumsum(rings) - rings)
    starts = numpy.cumsum(of_marks) - of_marks
    return numpy.minimum.reduceat(points, starts, axis=0), numpy.maximum.reduceat(points, starts, axis=0)
