"""Where along a line a name can stand: stretches straight enough to read, the best of them first."""

import math
from collections.abc import Iterable

import numpy
import shapely
from shapely.geometry import LineString, Polygon

from ..pen.hand import resampled

STEP = 0.8
MOST_BEND = math.radians(75)
MOST_KINK = math.radians(24)
"""How much a name may turn altogether, and how much from one letter to the next but one."""
MOST_TRIES = 14
"""So many stretches of a line are looked at, unless more are asked for."""


def stretches(line: LineString, length: float, size: float, beyond: float = 0.0,
              times: int = 1, most: int = MOST_TRIES) -> list[tuple[float, numpy.ndarray]]:
    """(cost, points) of stretches of that length along a line, in millimetres; those in its middle cost least, or those
    in the middles of so many equal parts.

    The line may be up to `beyond` millimetres too short at either end: the name then runs straight on. [] where it is
    shorter or bends too much.
    """
    points = _smooth(numpy.asarray(line.coords), size)
    if points is None:
        return []
    points = _longer(points, beyond)
    whole = STEP * (len(points) - 1)
    if whole < length:
        return []
    steps = math.ceil(length / STEP)
    way = numpy.unwrap(numpy.arctan2(*numpy.diff(points, axis=0).T[::-1]))
    windows = numpy.lib.stride_tricks.sliding_window_view(way, min(steps, len(way)))
    bend = windows.max(axis=1) - windows.min(axis=1)
    near = max(1, round(1.3 * size / STEP))
    kink = numpy.zeros(len(way))
    kink[: len(way) - near] = numpy.abs(way[near:] - way[:-near])
    kinks = numpy.lib.stride_tricks.sliding_window_view(kink, max(1, min(steps, len(way)) - near)).max(axis=1)
    kinks = kinks[: len(bend)]
    starts = numpy.arange(len(bend))
    middles = (numpy.arange(times) + 0.5) / times * len(way)
    middle = numpy.abs(starts[:, None] + steps / 2 - middles).min(axis=1) / len(way)
    cost = 0.8 * middle + 0.5 * bend / MOST_BEND + 0.5 * kinks / MOST_KINK
    good = starts[(bend < MOST_BEND) & (kinks < MOST_KINK)]
    good = good[numpy.argsort(cost[good], kind="stable")]
    # Not all of them around the middle: spread over the whole line.
    apart = max(2, steps // 6, len(good) // most) if most == MOST_TRIES else 2
    return [(float(cost[one]), points[one:one + steps + 1]) for one in _apart(good, apart, most)]


def lettered_boxes(lines: list[numpy.ndarray], sizes: list[float], air: float = 0.12) -> list[Polygon]:
    """The room that letters of these sizes take up along each of the lines."""
    if not lines:
        return []
    sparse = [numpy.concatenate((points[:-1:3], points[-1:])) for points in lines]
    of = numpy.repeat(numpy.arange(len(sparse)), [len(points) for points in sparse])
    drawn = shapely.linestrings(numpy.concatenate(sparse), indices=of)
    far = numpy.array(sizes) * (0.35 + air)
    return list(shapely.buffer(drawn, far, cap_style="flat", join_style="mitre", quad_segs=2))


def _apart(places: Iterable[int], least: int, most: int) -> list[int]:
    """Of many neighbouring places only those so far from better ones."""
    kept: list[int] = []
    for place in places:
        if all(abs(place - other) >= least for other in kept):
            kept.append(int(place))
            if len(kept) == most:
                break
    return kept


def _smooth(points: numpy.ndarray, size: float) -> numpy.ndarray | None:
    """The line in steps of STEP, without the small kinks that a letter would stumble over."""
    line, far = resampled(points, STEP, corners=False)
    if line is None or len(line) < 4 or far[-1] < 2 * STEP:
        return None
    # Weighed over twice `reach` to either side; no further than the line is long.
    reach = min(max(1, round(0.9 * size / STEP)), (len(line) - 1) // 2)
    weights = numpy.exp(-0.5 * (numpy.arange(-2 * reach, 2 * reach + 1) / reach) ** 2)
    weights /= weights.sum()
    # Straight on beyond both ends, so that they stay where they are.
    padded = numpy.concatenate(
        (2 * line[0] - line[1:2 * reach + 1][::-1], line, 2 * line[-1] - line[-2 * reach - 1:-1][::-1]))
    smooth = numpy.column_stack([numpy.convolve(padded[:, axis], weights, "valid") for axis in (0, 1)])
    line, _ = resampled(smooth, STEP, corners=False)
    return line


def _longer(points: numpy.ndarray, beyond: float) -> numpy.ndarray:
    count = int(beyond / STEP)
    if not count:
        return points
    ends = []
    for end, inner in ((points[0], points[min(3, len(points) - 1)]), (points[-1], points[max(-4, -len(points))])):
        way = (end - inner) / (math.hypot(*(end - inner)) or 1)
        ends.append(end + way * STEP * numpy.arange(1, count + 1)[:, None])
    return numpy.concatenate((ends[0][::-1], points, ends[1]))
