"""Whether a photo's file stops too early: part of it did not come across, and sending it again will help."""

import os
import struct
from typing import BinaryIO


def stops_early(source: BinaryIO, format: str) -> bool:
    """Whether the lengths written in the file promise more than there is. JPEG, PNG and GIF make no such promise."""
    length = source.seek(0, os.SEEK_END)
    source.seek(0)
    if format == "WEBP":
        return int.from_bytes(source.read(8)[4:], "little") + 8 > length
    if format in ("HEIF", "AVIF"):
        return _boxes_end(source, length) > length
    return False


def says_so(error: Exception) -> bool:
    """Whether a decoder met the end of the file where there should have been more."""
    words = str(error).lower()
    return isinstance(error, EOFError) or "truncated" in words or "end of file" in words


def _boxes_end(source: BinaryIO, length: int) -> int:
    """Where the last box of the picture ends. Cameras put notes of their own behind it, which need not be boxes."""
    position = end = 0
    while position + 8 <= length:
        source.seek(position)
        size, kind, long = struct.unpack(">I4sQ", source.read(16).ljust(16, b"\0"))
        size = long if size == 1 else size
        if size < 8:
            break
        position += size
        if kind in (b"ftyp", b"meta", b"mdat"):
            end = position
    source.seek(0)
    return end
