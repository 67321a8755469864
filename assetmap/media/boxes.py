"""The boxes that MP4, HEIC and AVIF files are made of (ISO/IEC 14496-12)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """One box of `kind`, with the positions of its first byte, of its content and just behind it."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    """The boxes between two positions, in order. Raises ValueError where one is larger than the room there is."""
    while start < end:
        if end - start < 8:
            # QuickTime closes a list of boxes with a zero.
            if not any(data[start:end]):
                return
            raise ValueError("a box without room for its head")
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1:
            size, body = struct.unpack_from(">Q", data, body)[0], body + 8
        stop = end if size == 0 else start + size
        if not body <= stop <= end:
            raise ValueError(f"a box {kind!r} that ends outside")
        yield Box(kind, start, body, stop)
        start = stop
