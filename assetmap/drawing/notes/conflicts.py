"""What every two places cost each other: boxes that overlap or nearly touch, leaders that cross or run under a box."""

import numpy

from .cost import AIR, LEADER_UNDER_BOX, LEADERS_CROSS, OVERLAP, TOO_NEAR, leader_starts
from .wishes import Page


def between(boxes: numpy.ndarray, icons: numpy.ndarray, others: numpy.ndarray, other_icons: numpy.ndarray,
            page: Page) -> numpy.ndarray:
    """What boxes (a, 4) with icons (a, 2) and others (b, 4) with (b, 2) cost each other: (a, b). nan costs nothing."""
    boxes, icons, others, other_icons = (
        numpy.ascontiguousarray(part, numpy.float32) for part in (boxes, icons, others, other_icons))
    ends, other_ends = leader_starts(boxes, icons), leader_starts(others, other_icons)
    # A leader along the edge of a note is as bad as one under it.
    air = numpy.array((-1, -1, 1, 1), numpy.float32) * page.gap
    with numpy.errstate(invalid="ignore"):
        costs = _nearness(boxes, others, page)
        costs += LEADERS_CROSS * _crossing(icons, ends, other_icons, other_ends)
        costs += LEADER_UNDER_BOX * _under(icons, ends, others + air)
        costs += LEADER_UNDER_BOX * _under(other_icons, other_ends, boxes + air).T
    return costs


def _nearness(boxes: numpy.ndarray, others: numpy.ndarray, page: Page) -> numpy.ndarray:
    apart = others[None, :, 0] - boxes[:, 2, None]
    numpy.maximum(apart, boxes[:, 0, None] - others[None, :, 2], out=apart)
    numpy.maximum(apart, others[None, :, 1] - boxes[:, 3, None], out=apart)
    numpy.maximum(apart, boxes[:, 1, None] - others[None, :, 3], out=apart)
    costs = (apart < AIR * page.gap) * numpy.float32(TOO_NEAR)
    costs[apart < page.gap - 1e-4] = OVERLAP
    return costs


def _crossing(icons, ends, other_icons, other_ends) -> numpy.ndarray:
    """Which leaders cross: the ends of each lie on both sides of the other."""
    ours, theirs = ends - icons, other_ends - other_icons
    between_x, between_y = (other_icons[None, :, axis] - icons[:, axis, None] for axis in (0, 1))
    start_side = ours[:, 0, None] * between_y - ours[:, 1, None] * between_x
    our_start = theirs[None, :, 1] * between_x - theirs[None, :, 0] * between_y
    turn = ours[:, 0, None] * theirs[None, :, 1] - ours[:, 1, None] * theirs[None, :, 0]
    crossing = start_side * (start_side + turn) < 0
    # From their line our start lies at theirs x (icon - other icon), our end by the turn of the two further.
    crossing &= our_start * (our_start - turn) < 0
    return crossing


def _under(icons: numpy.ndarray, ends: numpy.ndarray, boxes: numpy.ndarray) -> numpy.ndarray:
    """Which leaders (n) run through which boxes (m): (n, m). Liang and Barsky's way of cutting a line at a box."""
    enters = leaves = None
    for axis in (0, 1):
        way = ends[:, axis] - icons[:, axis]
        way = (1 / numpy.where(numpy.abs(way) < 1e-6, numpy.float32(1e-6), way))[:, None]
        one = (boxes[None, :, axis] - icons[:, axis, None]) * way
        two = (boxes[None, :, axis + 2] - icons[:, axis, None]) * way
        near, far = numpy.minimum(one, two), numpy.maximum(one, two)
        enters = near if enters is None else numpy.maximum(enters, near)
        leaves = far if leaves is None else numpy.minimum(leaves, far)
    return (enters < leaves) & (enters < 1) & (leaves > 0)
