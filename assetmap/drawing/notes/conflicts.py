"""What every two places cost each other: boxes that overlap or nearly touch, leaders that cross or run under a box."""

import numpy

from .candidates import Options
from .cost import AIR, LEADER_UNDER_BOX, LEADERS_CROSS, OVERLAP, TOO_NEAR, leader_starts
from .wishes import Page


def conflicts(options: Options, page: Page) -> numpy.ndarray:
    """A symmetric table (m, m) of what each place costs each other; nothing between places of one note."""
    owner = options.owner
    boxes = options.boxes.astype(numpy.float32)
    icons = options.icons[owner].astype(numpy.float32)
    ends = leader_starts(boxes, icons)
    table = numpy.zeros((len(boxes), len(boxes)), numpy.float32)
    with numpy.errstate(invalid="ignore"):
        for i in range(len(options.icons)):
            here, there = slice(options.starts[i], options.starts[i + 1]), slice(options.starts[i + 1], None)
            part = table[here, there]
            _add_boxes(part, boxes[here], boxes[there], page)
            _add_crossings(part, icons[options.starts[i]], ends[here], icons[there], ends[there])
            part += LEADER_UNDER_BOX * _under(icons[here], ends[here], boxes[there])
            part += LEADER_UNDER_BOX * _under(icons[there], ends[there], boxes[here]).T
            table[there, here] = part.T
    return table


def _add_boxes(part: numpy.ndarray, some: numpy.ndarray, others: numpy.ndarray, page: Page) -> None:
    apart = numpy.full(part.shape, -numpy.inf, numpy.float32)
    for low, high in ((0, 2), (1, 3)):
        numpy.fmax(apart, others[None, :, low] - some[:, high, None], out=apart)
        numpy.fmax(apart, some[:, low, None] - others[None, :, high], out=apart)
    part[apart < AIR * page.gap] = TOO_NEAR
    part[apart < page.gap - 1e-4] = OVERLAP
    part[numpy.isnan(some[:, 0]), :] = 0
    part[:, numpy.isnan(others[:, 0])] = 0


def _add_crossings(part, icon, ends, icons, other_ends) -> None:
    """Two leaders cross where the ends of each lie on both sides of the other."""
    sides_of_others = _side(icon, ends[:, None], icons[None]) * _side(icon, ends[:, None], other_ends[None])
    sides_of_ours = (_side(icons, other_ends, icon)[None] * _side(icons[None], other_ends[None], ends[:, None]))
    part[(sides_of_others < 0) & (sides_of_ours < 0)] += LEADERS_CROSS


def _side(start, end, point) -> numpy.ndarray:
    """On which side of the line from start to end a point lies: its sign."""
    along, across = end - start, point - start
    return along[..., 0] * across[..., 1] - along[..., 1] * across[..., 0]


def _under(icons: numpy.ndarray, ends: numpy.ndarray, boxes: numpy.ndarray) -> numpy.ndarray:
    """Which leaders (n) run through which boxes (m): (n, m). Liang and Barsky's way of cutting a line at a box."""
    enters = numpy.zeros((len(ends), len(boxes)), numpy.float32)
    leaves = numpy.ones_like(enters)
    for axis in (0, 1):
        way = (ends[:, axis] - icons[:, axis])[:, None]
        way = numpy.where(numpy.abs(way) < 1e-6, numpy.float32(1e-6), way)
        one = (boxes[None, :, axis] - icons[:, axis, None]) / way
        two = (boxes[None, :, axis + 2] - icons[:, axis, None]) / way
        enters = numpy.maximum(enters, numpy.minimum(one, two))
        leaves = numpy.minimum(leaves, numpy.maximum(one, two))
    return enters < leaves
