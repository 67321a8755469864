"""Whole numbers in few bytes: varints (seven bits a byte, lowest first), signed numbers folded into unsigned ones."""

from collections.abc import Iterable

import numpy


def varints(numbers: Iterable[int]) -> bytes:
    """The numbers, each 0 or more, one after another."""
    numbers = numpy.asarray(numbers if isinstance(numbers, numpy.ndarray) else list(numbers), numpy.int64)
    if not len(numbers):
        return b""
    lengths = numpy.ones(len(numbers), int)
    for bits in range(7, int(numbers.max()).bit_length(), 7):
        lengths += numbers >= 1 << bits
    ends = numpy.cumsum(lengths)
    out = numpy.zeros(ends[-1], numpy.uint8)
    for place in range(lengths.max()):
        longer = lengths > place
        more = numpy.where(lengths[longer] > place + 1, 0x80, 0)
        out[(ends - lengths)[longer] + place] = numbers[longer] >> 7 * place & 0x7F | more
    return out.tobytes()


def folded(numbers: numpy.ndarray) -> numpy.ndarray:
    """0, -1, 1, -2, 2 become 0, 1, 2, 3, 4."""
    return numpy.where(numbers >= 0, 2 * numbers, -2 * numbers - 1)


def unfolded(numbers: numpy.ndarray) -> numpy.ndarray:
    """The opposite of `folded`."""
    return numpy.where(numbers % 2, -(numbers + 1) // 2, numbers // 2)


class Numbers:
    """Reads varints from bytes, from a place on. Raises IndexError at the end, ValueError where more are announced
    than there can be."""

    def __init__(self, data: bytes, start: int = 0):
        self._data = data
        self._at = start

    def one(self) -> int:
        return self.many(1)[0]

    def many(self, count: int) -> list[int]:
        data, at, numbers = self._data, self._at, []
        if count > len(data) - at:
            raise ValueError("more numbers announced than there are bytes")
        for _ in range(count):
            byte = data[at]
            at += 1
            number, shift = byte & 0x7F, 7
            while byte >= 0x80:
                byte = data[at]
                at += 1
                number |= (byte & 0x7F) << shift
                shift += 7
            numbers.append(number)
        self._at = at
        return numbers

    def text(self) -> str:
        """A length, then as many bytes of UTF-8."""
        length = self.one()
        self._at += length
        if self._at > len(self._data):
            raise ValueError("a text longer than the data")
        return self._data[self._at - length:self._at].decode()
