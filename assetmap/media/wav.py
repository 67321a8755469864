"""WAV: the chunks that hold sound are copied, every other chunk stays behind (titles, places, what editors leave)."""

import struct

from .stripping import Stripped, UnknownCodec

# Plain numbers, numbers with a point, telephone sound (A-law, mu-law), and "see the longer head".
_PCM, _FLOAT, _ALAW, _MULAW, _EXTENSIBLE = 1, 3, 6, 7, 0xFFFE
_HEAD_LENGTHS: dict[int, int] = {_PCM: 16, _FLOAT: 18, _ALAW: 18, _MULAW: 18, _EXTENSIBLE: 40}

_NEVER_FILLED_IN = 0x7FFFF000


def stripped(data: bytes) -> Stripped:
    """Head and samples in a file of our own making. Raises ValueError for a broken file, UnknownCodec."""
    if data[:4] != b"RIFF":
        raise UnknownCodec("RF64")
    head = sound = None
    position = 12
    while position + 8 <= len(data) and (head is None or sound is None):
        kind, size = struct.unpack_from("<4sI", data, position)
        start = position + 8
        if kind == b"fmt ":
            head = _head(data[start:start + size])
        elif kind == b"data":
            sound = memoryview(data)[start:start + _length(data, size, start)]
        position = start + size + size % 2
    if head is None or not sound:
        raise ValueError("no sound in it")
    byte_rate, block = struct.unpack_from("<IH", head, 8)
    if byte_rate == 0 or block == 0:
        raise ValueError("no speed in it")
    sound = sound[:len(sound) // block * block]
    return Stripped(_file(head, sound), len(sound) / byte_rate)


def _length(data: bytes, size: int, start: int) -> int:
    """Bytes of sound. A recorder that was cut off never went back to fill in the length: then all that is there."""
    unfinished = int.from_bytes(data[4:8], "little") + 8 != len(data)
    if unfinished and (size == 0 or size >= _NEVER_FILLED_IN):
        return len(data) - start
    if start + size > len(data):
        raise ValueError("the sound is cut short")
    return size


def _head(body: bytes) -> bytes:
    """The format chunk, no longer than its format needs."""
    code = int.from_bytes(body[:2], "little")
    if code not in _HEAD_LENGTHS:
        raise UnknownCodec(f"WAV {code:#06x}")
    length = _HEAD_LENGTHS[code]
    if len(body) < (16 if length < 40 else 40):
        raise ValueError("the format is cut short")
    # Between the sixteen bytes that all formats have and those of the longest one stands only a count of nothing.
    return body[:40] if length == 40 else body[:16] + bytes(length - 16)


def _file(head: bytes, sound: memoryview) -> bytes:
    padding = b"\0" * (len(sound) % 2)
    length = 4 + 8 + len(head) + 8 + len(sound) + len(padding)
    return b"".join((
        struct.pack("<4sI4s", b"RIFF", length, b"WAVE"), struct.pack("<4sI", b"fmt ", len(head)), head,
        struct.pack("<4sI", b"data", len(sound)), sound, padding))
