"""What a note in some place costs: the ink it hides, the length of its leader and what that runs over.

Costs have no unit; only their relation matters, and that is the table below. Lengths count in grains (see Page), so
that a poster twice as large is laid out the same.
"""

import numpy
import shapely
from shapely.strtree import STRtree

from .wishes import Page, Wish

HIDDEN_INK = 1 / 32
"""For each mm² of full ink that the box hides."""
FAR, FARTHER = 0.075, 1.12
"""For a leader of so many mm: FAR * mm ** FARTHER."""
LONG, TOO_LONG = 55.0, 0.012
"""An eye loses a leader longer than LONG mm: TOO_LONG for the square of what is more."""
MOST_LEADER = 110.0
"""No note lies further from its icon: a number in a list is found sooner."""
TAIL = 2.0
"""A bubble has a tail, and a long tail is ugly: its length counts so much more."""
LEADER_INK = 0.03
"""For each mm of leader over full ink: a leader along a street or a gap is cheaper than one across houses."""
LEADER_OVER_ICON, MORE_ICONS = 5.0, 0.75
"""For n icons under a leader: LEADER_OVER_ICON * n ** MORE_ICONS."""
LEADER_OVER_NAME = 1.0
LEADER_OVER_BLOCKED = 30.0
BOX_ON_NAME = 12.0
SECOND_CHOICE = 0.25
"""For each step down the list of boxes."""
LEFT_OUT = 80.0
"""For a note of weight 1 that gets no place at all."""
OVERLAP = 1e4
"""Two boxes on each other: more than leaving out anything, so that it never pays."""
LEADERS_CROSS = 12.0
LEADER_UNDER_BOX = 45.0
TOO_NEAR = 0.4
"""For two boxes with less air between them than AIR gaps."""
AIR = 2.5


class Ink:
    """How much ink lies where: asked for many boxes at once through a summed-area table, and along lines."""

    def __init__(self, density: numpy.ndarray, cell: float):
        self.cell = cell
        self.density = numpy.nan_to_num(numpy.asarray(density, float))
        self.rows, self.columns = self.density.shape
        self._sums = numpy.zeros((self.rows + 1, self.columns + 1))
        self._sums[1:, 1:] = self.density.cumsum(0).cumsum(1)

    def under(self, boxes: numpy.ndarray) -> numpy.ndarray:
        """mm² of full ink under boxes (n, 4) of left, top, right, bottom. Outside the table there is none."""
        left, top, right, bottom = boxes.T
        return (self._upto(right, bottom) - self._upto(left, bottom) - self._upto(right, top)
                + self._upto(left, top)) * self.cell**2

    def free(self, across: numpy.ndarray, down: numpy.ndarray, width: float, height: float, most: float):
        """Boxes (n, 4) of that size with left edges `across` and tops `down`, those with a mean ink below `most`."""
        left, right = (self._column(at) for at in (across, across + width))
        top, bottom = (self._row(at) for at in (down, down + height))
        sums = self._sums
        under = (sums[bottom[:, None], right] - sums[top[:, None], right] - sums[bottom[:, None], left]
                 + sums[top[:, None], left]) * self.cell**2
        row, column = numpy.nonzero(under < most * width * height)
        left, top = across[column], down[row]
        return numpy.column_stack((left, top, left + width, top + height))

    def along(self, starts: numpy.ndarray, ends: numpy.ndarray, samples: int = 16) -> numpy.ndarray:
        """mm of full ink along straight lines (n, 2) to (n, 2)."""
        part = (numpy.arange(samples) + 0.5) / samples
        at = starts[:, None] + (ends - starts)[:, None] * part[:, None]
        return self.at(at).mean(axis=1) * numpy.hypot(*(ends - starts).T)

    def at(self, points: numpy.ndarray) -> numpy.ndarray:
        """Ink, 0 to 1, at points (..., 2)."""
        column = (points[..., 0] / self.cell).astype(int)
        row = (points[..., 1] / self.cell).astype(int)
        on = (column >= 0) & (row >= 0) & (column < self.columns) & (row < self.rows)
        return numpy.where(
            on, self.density[row.clip(0, self.rows - 1), column.clip(0, self.columns - 1)], 0.0)

    def _column(self, x: numpy.ndarray) -> numpy.ndarray:
        return (x / self.cell).round().astype(int).clip(0, self.columns)

    def _row(self, y: numpy.ndarray) -> numpy.ndarray:
        return (y / self.cell).round().astype(int).clip(0, self.rows)

    def _upto(self, x: numpy.ndarray, y: numpy.ndarray) -> numpy.ndarray:
        """The sum left of and above a point, cells at the edge by their part."""
        column, row = (x / self.cell).clip(0, self.columns), (y / self.cell).clip(0, self.rows)
        j, i = numpy.minimum(column.astype(int), self.columns - 1), numpy.minimum(row.astype(int), self.rows - 1)
        right, down = column - j, row - i
        sums = self._sums
        above = sums[i, j] * (1 - right) + sums[i, j + 1] * right
        below = sums[i + 1, j] * (1 - right) + sums[i + 1, j + 1] * right
        return above * (1 - down) + below * down


class Ground:
    """The page as notes find it: its ink, its icons, what is blocked, and what they rather keep off."""

    def __init__(self, page: Page, ink: Ink, icons: numpy.ndarray):
        self.page, self.ink, self.icons = page, ink, icons
        self.blocked = STRtree(list(page.blocked))
        self.names = STRtree(list(page.soft))
        self._icon_tree = STRtree(shapely.points(icons))
        self._discs = _discs(page, icons)

    def allows(self, boxes: numpy.ndarray) -> numpy.ndarray:
        """Which of the boxes (n, 4) lie on the page, off what is blocked and off every icon."""
        page = self.page
        on = ((boxes[:, 0] >= page.margin - 1e-6) & (boxes[:, 1] >= page.margin - 1e-6)
              & (boxes[:, 2] <= page.width - page.margin + 1e-6) & (boxes[:, 3] <= page.height - page.margin + 1e-6))
        on[on] = self._discs.under(boxes[on]) < 1e-6
        if len(page.blocked):
            blocked = self.blocked.query(shapely.box(*boxes[on].T), predicate="intersects")[0]
            on[numpy.flatnonzero(on)[blocked]] = False
        return on

    def rough_cost(self, boxes: numpy.ndarray, icon: numpy.ndarray, second: numpy.ndarray, tail: float = 1.0,
                   ) -> numpy.ndarray:
        """What `cost` would say, without what the leader runs over."""
        grain = self.page.grain
        far = numpy.hypot(*(leader_starts(boxes, icon) - icon).T)
        far = numpy.maximum(far - self.page.radius, 0) / grain
        return (self.ink.under(boxes) * HIDDEN_INK / grain**2 + SECOND_CHOICE * second
                + tail * (FAR * far**FARTHER + TOO_LONG * numpy.maximum(far - LONG, 0) ** 2))

    def cost(self, boxes: numpy.ndarray, icon: numpy.ndarray, second: numpy.ndarray, own: int, tail: float = 1.0,
             ) -> numpy.ndarray:
        """Of boxes (n, 4) for the icon at (2,), the `own`-th; `second` is each box's place in the list of liking and
        `tail` how dear length is (`tail_of`).
        """
        starts = leader_starts(boxes, icon)
        ends = numpy.broadcast_to(icon, starts.shape)
        cost = self.rough_cost(boxes, icon, second, tail)
        cost += self.ink.along(starts, ends) * LEADER_INK / self.page.grain
        lines = shapely.linestrings(numpy.stack((starts, ends), axis=1))
        if len(self.page.blocked):
            cost += LEADER_OVER_BLOCKED * _hits(self.blocked, lines)
        if len(self.page.soft):
            cost += LEADER_OVER_NAME * _hits(self.names, lines) + BOX_ON_NAME * _hits(self.names, shapely.box(*boxes.T))
        line, other = self._icon_tree.query(lines, predicate="dwithin", distance=self.page.radius)
        return cost + LEADER_OVER_ICON * numpy.bincount(line[other != own], minlength=len(boxes)) ** MORE_ICONS


def _discs(page: Page, icons: numpy.ndarray) -> Ink:
    """Ink on every icon: where there is any under a box, the box lies on an icon."""
    cell = page.radius / 6
    table = numpy.zeros((int(page.height / cell) + 2, int(page.width / cell) + 2))
    reach = numpy.arange(-7, 8)
    for x, y in icons:
        column, row = int(x / cell) + reach, int(y / cell) + reach
        on = numpy.hypot((column + 0.5) * cell - x, ((row + 0.5) * cell - y)[:, None]) < page.radius + cell / 2
        table[numpy.ix_(row.clip(0, len(table) - 1), column.clip(0, table.shape[1] - 1))] += on
    return Ink(table, cell)


def tail_of(wish: Wish) -> float:
    """How dear the length of its leader is."""
    return TAIL if wish.kind == "bubble" else 1.0


def leader_starts(boxes: numpy.ndarray, icon: numpy.ndarray) -> numpy.ndarray:
    """Where the leader of each box (n, 4) leaves it: the point of its edge nearest to the icon."""
    return numpy.clip(icon, boxes[:, :2], boxes[:, 2:])


def within_reach(boxes: numpy.ndarray, icon: numpy.ndarray, page: Page) -> numpy.ndarray:
    """Which boxes (n, 4) lie so near to the icon that a leader leads somewhere."""
    far = numpy.hypot(*(leader_starts(boxes, icon) - icon).T)
    return far - page.radius <= MOST_LEADER * page.grain


def _hits(tree: STRtree, shapes: numpy.ndarray) -> numpy.ndarray:
    return numpy.bincount(tree.query(shapes, predicate="intersects")[0], minlength=len(shapes))
