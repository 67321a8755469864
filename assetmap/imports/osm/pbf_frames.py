"""Where the frames of an .osm.pbf lie: the file's own table of contents, without unpacking anything.

A PBF is a row of frames: four bytes (big-endian) with the length of a small header, the header with the length of the
block, the block. Source of the layout: https://wiki.openstreetmap.org/wiki/PBF_Format
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from ...domain.problems import Problem

_LONGEST_HEADER = 64 * 1024
_LONGEST_BLOCK = 32 * 1024 * 1024
_AT_ONCE = 4 * 1024 * 1024


def frames(path: Path) -> list[tuple[int, int]]:
    """(start, length) of each frame in bytes; the first is the file's header.

    Raises Problem: osm-cut-off where the last frame is not whole, osm-damaged where a length can't be.
    """
    size = path.stat().st_size
    found, place = [], 0
    with open(path, "rb") as file:
        while place < size:
            file.seek(place)
            head_length = int.from_bytes(file.read(4), "big")
            if place + 4 + head_length > size:
                raise Problem("osm-cut-off", path=path.name)
            if head_length > _LONGEST_HEADER:
                raise Problem("osm-damaged", path=path.name, reason=f"frame {len(found) + 1} has an impossible length")
            block_length = _block_length(file.read(head_length))
            if block_length is None or block_length > _LONGEST_BLOCK:
                raise Problem("osm-damaged", path=path.name, reason=f"frame {len(found) + 1} has an impossible length")
            length = 4 + head_length + block_length
            if place + length > size:
                raise Problem("osm-cut-off", path=path.name)
            found.append((place, length))
            place += length
    return found


def read(path: Path, found: list[tuple[int, int]], tell: Callable[[float], None]) -> Iterator[bytes]:
    """The frames in pieces of about 4 MB, each a readable PBF of its own because the file's header goes first."""
    last = found[-1][0] + found[-1][1]
    with open(path, "rb") as file:
        header = file.read(found[0][1])
        start = found[0][1]
        for place, length in found[1:]:
            end = place + length
            if end - start >= _AT_ONCE or end == last:
                file.seek(start)
                yield header + file.read(end - start)
                tell(end / last)
                start = end


def _block_length(header: bytes) -> int | None:
    """Field 3 of the frame's protocol-buffer header: how many bytes the block has. None where it is not there."""
    place = 0
    while place < len(header):
        field, kind = header[place] >> 3, header[place] & 7
        number, place = _varint(header, place + 1)
        if kind == 2:
            place += number
        elif kind != 0:
            return None
        elif field == 3:
            return number
    return None


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and the place after it."""
    number = shift = 0
    while place < len(data):
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
        shift += 7
    return number, place
