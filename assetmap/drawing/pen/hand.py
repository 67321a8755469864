"""The hand that holds the pen: it wanders slowly, leans and lifts, and does so the same way for the same seed.

Points are numpy arrays (n, 2) in millimetres on the page, x to the right, y down.
"""

import hashlib

import numpy

_KNOTS = 4096
_WANDER = numpy.random.default_rng(7).standard_normal(_KNOTS)
_LEAN = numpy.random.default_rng(19).standard_normal(_KNOTS)


def seed_of(*names: object) -> int:
    """A number of 32 bits that is the same for the same names, on every machine."""
    return int.from_bytes(hashlib.blake2b(repr(names).encode(), digest_size=4).digest(), "big")


class Dice:
    """Chance that falls the same way every time for the same names. Cheap: one for every house."""

    __slots__ = ("_state",)

    def __init__(self, *names: object):
        self._state = (seed_of(*names) << 1) | 1

    def between(self, least: float = 0.0, most: float = 1.0) -> float:
        """A number from `least` up to `most`. A linear congruential step, Knuth's MMIX constants."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return least + (most - least) * ((self._state >> 33) / 2147483648.0)

    def one_of(self, choices):
        """One of the choices, each as likely as the next."""
        return choices[int(self.between(0, len(choices)))]

    def happens(self, likely: float) -> bool:
        """True as often as `likely` says, 0 to 1."""
        return self.between() < likely


def wander(seed: int, along: numpy.ndarray, wave: float) -> numpy.ndarray:
    """How far the hand is off at each distance: smooth, of about unit size, turning every `wave` millimetres."""
    return _slow(_WANDER, seed, along, wave)


def lean(seed: int, along: numpy.ndarray, wave: float = 7.0) -> numpy.ndarray:
    """How much the hand leans at each distance, about -1.5 to 1.5."""
    return numpy.clip(_slow(_LEAN, seed // 7, along, wave), -1.5, 1.5)


def resampled(points, step: float, corners: bool = True):
    """(points, distance along) at most `step` apart, with every corner kept where `corners` says so.

    (None, None) for a line without length.
    """
    points = numpy.asarray(points, float)
    if len(points) < 2:
        return None, None
    way = points[1:] - points[:-1]
    lengths = numpy.hypot(way[:, 0], way[:, 1])
    moved = lengths > 1e-6
    if not moved.all():
        points, lengths = points[numpy.concatenate(((True,), moved))], lengths[moved]
        if len(points) < 2:
            return None, None
    along = numpy.zeros(len(points))
    numpy.cumsum(lengths, out=along[1:])
    # What linspace, union1d, gradient and column_stack do, in a third of their time: this is called for every line.
    steps = max(3, round(along[-1] / step) + 1) - 1
    places = numpy.arange(steps + 1) * (along[-1] / steps)
    places[-1] = along[-1]
    if corners:
        places = numpy.concatenate((places, along))
        places.sort()
        places = places[numpy.concatenate(((True,), places[1:] != places[:-1]))]
    line = numpy.empty((len(places), 2))
    line[:, 0], line[:, 1] = numpy.interp(places, along, points[:, 0]), numpy.interp(places, along, points[:, 1])
    return line, places


def normals(line: numpy.ndarray) -> numpy.ndarray:
    """The direction across the line at each of its points, of length 1."""
    tangent = numpy.empty(line.shape)
    tangent[1:-1] = (line[2:] - line[:-2]) / 2
    tangent[0], tangent[-1] = line[1] - line[0], line[-1] - line[-2]
    length = numpy.hypot(tangent[:, 0], tangent[:, 1])
    length[length == 0] = 1
    across = numpy.empty(line.shape)
    across[:, 0], across[:, 1] = -tangent[:, 1] / length, tangent[:, 0] / length
    return across


def wobbled(points, seed: int, amount: float = 0.14, step: float = 1.7, over: float = 0.0):
    """(points, distance along) of a line as a hand draws it: at most about `amount` mm off, in waves of 10 mm.

    `over` lets both ends run on by up to so many millimetres. (None, None) for a line without length.
    """
    points = numpy.asarray(points, float)
    if over and len(points) > 1:
        points = _longer(points, seed, over)
    line, along = resampled(points, step)
    if line is None:
        return None, None
    amount *= min(1.0, along[-1] / 6 + 0.2)
    off = amount * (wander(seed, along, 10.0) + 0.3 * wander(seed + 77, along, 2.7))
    return line + normals(line) * off[:, None], along


def _slow(table: numpy.ndarray, seed: int, along: numpy.ndarray, wave: float) -> numpy.ndarray:
    place = along / wave + seed % _KNOTS
    knot = place.astype(int)
    part = place - knot
    part = part * part * (3 - 2 * part)
    return table[knot % _KNOTS] * (1 - part) + table[(knot + 1) % _KNOTS] * part


def _longer(points: numpy.ndarray, seed: int, over: float) -> numpy.ndarray:
    points = points.copy()
    dice = Dice(seed, "over")
    for end, inner in ((0, 1), (-1, -2)):
        way = points[end] - points[inner]
        length = numpy.hypot(*way)
        if length:
            points[end] += way / length * over * dice.between(-0.2, 1)
    return points
