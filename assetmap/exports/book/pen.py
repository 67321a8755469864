"""Pen and brush as SVG paths: strokes with a slow wobble and pressure, edges of wet paint.

Points are numpy arrays (n, 2) in millimetres; paths are written in hundredths of a millimetre. The same seed gives
the same line, so that a book made twice is the same book.
"""

import hashlib

import numpy

PAPER, INK = "#fffdf6", "#1d1a24"

_KNOTS = 4096
_HAND = numpy.random.default_rng(7).standard_normal(_KNOTS)
_PRESSURE = numpy.random.default_rng(19).standard_normal(_KNOTS)


def seed_of(*names: object) -> int:
    """A number that is the same for the same names, on every machine."""
    return int.from_bytes(hashlib.blake2b(repr(names).encode(), digest_size=4).digest(), "big")


def stroke(points: numpy.ndarray, seed: int, width: float = 0.3, amount: float = 0.12, over: float = 0.0) -> str:
    """A pen stroke along a line as the outline of its ink: thicker where the hand leans, thin where it lifts."""
    line, along = wobbled(points, seed, amount, over=over)
    if line is None:
        return ""
    half = 0.5 * width * (1 + 0.3 * numpy.clip(_slow(_PRESSURE, seed // 7, along, 7.0), -1.5, 1.5))
    lift = min(1.8, along[-1] * 0.3) + 1e-6
    half *= 0.45 + 0.55 * numpy.clip(numpy.minimum(along, along[-1] - along) / lift, 0, 1)
    side = _normals(line) * half[:, None]
    return path(numpy.concatenate((line + side, (line - side)[::-1])), closed=True)


def hairline(points: numpy.ndarray, seed: int, amount: float = 0.1) -> str:
    """The middle of a stroke only, to be drawn with an even line. Cheap: for what there is much of."""
    line, _ = wobbled(points, seed, amount)
    return "" if line is None else path(line)


def edge(ring: numpy.ndarray, seed: int, amount: float, shift: float = 0.0, step: float = 2.4) -> str:
    """A closed edge as wet paint leaves it."""
    line, along = _resampled(ring, step)
    if line is None or len(line) < 5:
        return ""
    line, along = line[:-1], along[:-1]
    off = amount * (_slow(_HAND, seed, along, 13.0) + 0.35 * _slow(_HAND, seed + 99, along, 4.0))
    # Back to the start without a step.
    around = along[-1] + step
    off *= numpy.clip(numpy.minimum(along, around - along) / 5.0, 0, 1)
    dice = numpy.random.default_rng(seed)
    return path(line + _normals(line) * off[:, None] + dice.uniform(-shift, shift, 2), closed=True)


def wobbled(points: numpy.ndarray, seed: int, amount: float, step: float = 1.8, over: float = 0.0):
    """(points, distance along) of the line as a hand draws it, or (None, None) for a line without length."""
    points = numpy.asarray(points, float)
    if over and len(points) > 1:
        points = _longer(points, seed, over)
    line, along = _resampled(points, step)
    if line is None:
        return None, None
    amount *= min(1.0, along[-1] / 6 + 0.2)
    off = amount * (_slow(_HAND, seed, along, 10.0) + 0.3 * _slow(_HAND, seed + 77, along, 2.7))
    return line + _normals(line) * off[:, None], along


def path(points: numpy.ndarray, closed: bool = False) -> str:
    """SVG path data through the points, in whole hundredths of a millimetre, relative."""
    at = numpy.rint(numpy.asarray(points) * 100).astype(int)
    if len(at) < 2:
        return ""
    steps = " ".join(f"{x} {y}" for x, y in numpy.diff(at, axis=0).tolist())
    return f"M{at[0][0]} {at[0][1]}l{steps}" + ("z" if closed else "")


def inked(d: str, **paint: object) -> str:
    """Path data as an SVG element with its paint (fill_opacity=0.5), "" where there is nothing to draw."""
    if not d:
        return ""
    return f'<path d="{d}"' + "".join(f' {name.replace("_", "-")}="{value}"' for name, value in paint.items()) + "/>"


def _slow(table: numpy.ndarray, seed: int, along: numpy.ndarray, wave: float) -> numpy.ndarray:
    """Smooth noise of about unit size that turns every `wave` millimetres."""
    place = along / wave + seed % _KNOTS
    knot = place.astype(int)
    part = place - knot
    part = part * part * (3 - 2 * part)
    return table[knot % _KNOTS] * (1 - part) + table[(knot + 1) % _KNOTS] * part


def _resampled(points: numpy.ndarray, step: float):
    points = numpy.asarray(points, float)
    if len(points) < 2:
        return None, None
    lengths = numpy.hypot(*numpy.diff(points, axis=0).T)
    keep = numpy.concatenate(((True,), lengths > 1e-6))
    points, lengths = points[keep], lengths[lengths > 1e-6]
    if len(points) < 2:
        return None, None
    along = numpy.concatenate(((0.0,), numpy.cumsum(lengths)))
    # The corners stay corners: sampled between them, and at them.
    places = numpy.union1d(numpy.linspace(0, along[-1], max(3, round(along[-1] / step) + 1)), along)
    return numpy.column_stack(
        (numpy.interp(places, along, points[:, 0]), numpy.interp(places, along, points[:, 1]))
    ), places


def _normals(line: numpy.ndarray) -> numpy.ndarray:
    tangent = numpy.gradient(line, axis=0)
    length = numpy.hypot(tangent[:, 0], tangent[:, 1])
    length[length == 0] = 1
    return numpy.column_stack((-tangent[:, 1] / length, tangent[:, 0] / length))


def _longer(points: numpy.ndarray, seed: int, over: float) -> numpy.ndarray:
    points = points.copy()
    dice = numpy.random.default_rng(seed)
    for end, inner in ((0, 1), (-1, -2)):
        way = points[end] - points[inner]
        length = numpy.hypot(*way)
        if length:
            points[end] += way / length * over * dice.uniform(-0.2, 1)
    return points
