"""The way of each leader from its note to its icon: a slight bow, along streets and gaps rather than over houses."""

from collections.abc import Mapping

import numpy

from .cost import Ink
from .wishes import Page, Placed, Spot

NEEDED = 2.4
"""A note nearer than so many mm (of grain 1) to its icon needs no leader."""
BOWS = (-0.26, -0.17, -0.09, 0.0, 0.09, 0.17, 0.26)
"""How far the bow swings out, as part of the leader's length."""
TURNS = (0.32, 0.5, 0.68)
"""Where along the way it swings out most."""
ALONG = (0.0, -0.25, 0.25, -0.5, 0.5)
"""Where on the edge of the box it may begin: how far from the point nearest to the icon, as part of that edge."""
SAMPLES = 24
INK, OVER_ICON, OVER_BOX, OVER_LEADER, BENT, LONGER, STRAIGHT = 0.1, 7.0, 30.0, 12.0, 0.7, 0.1, 0.12
ROUGHLY = numpy.linspace(0, SAMPLES - 1, 9).astype(int)
CLEAR = 0.7
"""mm of air between a leader's end and the icon."""


def leader_paths(boxes: Mapping[str, Placed], icons: Mapping[str, Spot], kinds: Mapping[str, str], page: Page,
                 ink: Ink) -> dict[str, tuple[Spot, ...]]:
    """Key -> points from the edge of the box to the edge of the icon. The shortest leaders choose their way first."""
    ends = {key: _ends(placed, icons[key]) for key, placed in boxes.items()}
    found: dict[str, tuple[Spot, ...]] = {key: () for key in boxes}
    others = numpy.array([placed.bounds for placed in boxes.values()]).reshape(-1, 4)
    all_icons = numpy.array(list(icons.values())).reshape(-1, 2)
    drawn: list[numpy.ndarray] = []
    for i, key in sorted(enumerate(boxes), key=lambda pair: (_length(ends[pair[1]]), pair[0])):
        if _length(ends[key]) - page.radius < NEEDED * page.grain:
            continue
        icon = numpy.array(icons[key])
        ways = _straight(ends[key]) if kinds.get(key) == "bubble" else _ways(_starts(boxes[key], ends[key][0]), icon)
        own = numpy.hypot(*(all_icons - icon).T) < 1e-6
        costs = _costs(ways, numpy.delete(others, i, axis=0), all_icons[~own], drawn, page, ink)
        way = _until(ways[int(costs.argmin())], icon, page.radius + CLEAR * page.grain)
        drawn.append(way)
        found[key] = tuple((float(x), float(y)) for x, y in way.round(3))
    return found


def _ends(placed: Placed, icon: Spot) -> numpy.ndarray:
    left, top, right, bottom = placed.bounds
    return numpy.array(((min(max(icon[0], left), right), min(max(icon[1], top), bottom)), icon), float)


def _length(ends: numpy.ndarray) -> float:
    return float(numpy.hypot(*(ends[1] - ends[0])))


def _straight(ends: numpy.ndarray) -> numpy.ndarray:
    return numpy.linspace(ends[0], ends[1], SAMPLES)[None]


def _starts(placed: Placed, nearest: numpy.ndarray) -> numpy.ndarray:
    """Points (n, 2) on the edge of the box on which the nearest one lies, that one first."""
    left, top, right, bottom = placed.bounds
    level = nearest[1] <= top + 1e-6 or nearest[1] >= bottom - 1e-6
    edge = numpy.array((right - left, 0.0) if level else (0.0, bottom - top))
    starts = numpy.clip(nearest + numpy.array(ALONG)[:, None] * edge, (left, top), (right, bottom))
    return starts[numpy.sort(numpy.unique(starts.round(6), axis=0, return_index=True)[1])]


def _ways(starts: numpy.ndarray, end: numpy.ndarray) -> numpy.ndarray:
    """Curves (ways, SAMPLES, 2) of one bow each, from the box to the icon's middle."""
    part = numpy.linspace(0, 1, SAMPLES)[:, None]
    way = end - starts
    across = numpy.column_stack((-way[:, 1], way[:, 0]))
    bows = numpy.array([(turn, bow * 2) for bow in BOWS for turn in TURNS])
    pulls = (starts[:, None] + way[:, None] * bows[None, :, :1] + across[:, None] * bows[None, :, 1:])[:, :, None]
    curves = (1 - part) ** 2 * starts[:, None, None] + 2 * part * (1 - part) * pulls + part**2 * end
    return curves.reshape(-1, SAMPLES, 2)


def _costs(ways: numpy.ndarray, boxes, icons, drawn, page: Page, ink: Ink) -> numpy.ndarray:
    steps = numpy.diff(ways, axis=1)
    lengths = numpy.hypot(steps[..., 0], steps[..., 1]).sum(axis=1)
    chords = numpy.maximum(numpy.hypot(*(ways[:, -1] - ways[:, 0]).T), 1e-9)
    bent = lengths / chords - 1
    cost = ((ink.at(ways).mean(axis=1) * INK + LONGER + bent * BENT) * lengths / page.grain
            + numpy.where(bent < 1e-3, STRAIGHT, 0))
    low, high = ways.min(axis=(0, 1)), ways.max(axis=(0, 1))
    icons = icons[((icons > low - 2 * page.radius) & (icons < high + 2 * page.radius)).all(axis=1)]
    if len(icons):
        far = numpy.hypot(*numpy.moveaxis(ways[:, :, None] - icons, -1, 0))
        cost += OVER_ICON * (far.min(axis=1) < page.radius * 1.15).sum(axis=1)
    boxes = boxes[((boxes[:, :2] < high) & (boxes[:, 2:] > low)).all(axis=1)]
    if len(boxes):
        at = ways[:, :, None]
        inside = ((at > boxes[:, :2] - page.gap / 2) & (at < boxes[:, 2:] + page.gap / 2)).all(axis=-1)
        cost += OVER_BOX * inside.any(axis=1).sum(axis=1)
    for other in drawn:
        cost += OVER_LEADER * _cross(ways, other)
    outside = (ways < page.margin * 0.6) | (ways > (page.width - page.margin * 0.6, page.height - page.margin * 0.6))
    return cost + OVER_BOX * outside.any(axis=(1, 2))


def _cross(ways: numpy.ndarray, other: numpy.ndarray) -> numpy.ndarray:
    """Which ways cross a line that is drawn already."""
    low, high = other.min(axis=0), other.max(axis=0)
    if (ways.max(axis=(0, 1)) < low).any() or (ways.min(axis=(0, 1)) > high).any():
        return numpy.zeros(len(ways), bool)
    # A bow this slight is as good as a third of its points.
    ways, other = ways[:, ROUGHLY], other[numpy.linspace(0, len(other) - 1, min(len(other), 9)).astype(int)]
    a, b = ways[:, :-1, None], ways[:, 1:, None]
    c, d = other[None, None, :-1], other[None, None, 1:]
    ours = _side(a, b, c) * _side(a, b, d) < 0
    return (ours & (_side(c, d, a) * _side(c, d, b) < 0)).any(axis=(1, 2))


def _side(start, end, point):
    along, across = end - start, point - start
    return along[..., 0] * across[..., 1] - along[..., 1] * across[..., 0]


def _until(way: numpy.ndarray, icon: numpy.ndarray, radius: float) -> numpy.ndarray:
    """The way as far as the icon's edge."""
    far = numpy.hypot(*(way - icon).T)
    last = int(numpy.flatnonzero(far > radius).max(initial=0))
    if last + 1 >= len(way):
        return way
    part = (far[last] - radius) / max(far[last] - far[last + 1], 1e-9)
    return numpy.concatenate((way[:last + 1], [way[last] + (way[last + 1] - way[last]) * min(part, 1.0)]))
