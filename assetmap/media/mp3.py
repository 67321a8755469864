"""MP3: the frames are copied, whatever lies before, between and after them stays behind (ID3, APE, Lyrics3)."""

import re

from .stripping import Stripped

# By version bits of the frame head: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5 (ISO/IEC 11172-3, 13818-3).
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KILOBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)

_BEGINNING = re.compile(rb"\xff[\xe2-\xff]|ID3|APETAGEX")

# So many frames in a row are no coincidence.
_IN_A_ROW = 3


def stripped(data: bytes) -> Stripped:
    """The frames alone. Raises ValueError where there are none."""
    kept: list[memoryview] = []
    view = memoryview(data)
    seconds, position, in_step = 0.0, 0, False
    while position < len(data):
        length, duration = _frame(data, position)
        if length and (in_step or _leads(data, position)):
            if position + length <= len(data):
                kept.append(view[position:position + length])
                seconds += duration
            position, in_step = position + length, True
            continue
        in_step = False
        # A tag is leapt over by the length it tells, since a picture in it may look like sound.
        tag = _tag(data, position)
        position = position + tag if tag else _next(data, position + 1)
    if not kept:
        raise ValueError("no sound in it")
    return Stripped(b"".join(kept), seconds)


def _frame(data: bytes, position: int) -> tuple[int, float]:
    """Length in bytes and in seconds of the frame that begins here; (0, 0.0) where none does."""
    if position + 4 > len(data) or data[position] != 0xFF or data[position + 1] & 0xE6 != 0xE2:
        return 0, 0.0
    version, bits, speed = data[position + 1] >> 3 & 3, data[position + 2] >> 4, data[position + 2] >> 2 & 3
    if version == 1 or bits in (0, 15) or speed == 3:
        return 0, 0.0
    rate = _RATES[version][speed]
    samples, kilobits = (1152, _KILOBITS_1[bits]) if version == 3 else (576, _KILOBITS_2[bits])
    return samples * kilobits * 125 // rate + (data[position + 2] >> 1 & 1), samples / rate


def _leads(data: bytes, position: int) -> bool:
    """Whether frames follow each other from here on, up to the end of a very short file."""
    for _ in range(_IN_A_ROW):
        length, _seconds = _frame(data, position)
        if not length:
            return False
        position += length
        if position >= len(data) or data[position:position + 3] == b"TAG" or data[position:position + 8] == b"APETAGEX":
            return True
    return True


def _tag(data: bytes, position: int) -> int:
    """Length of the tag that begins here, 0 where none does."""
    if data[position:position + 3] == b"ID3" and position + 10 <= len(data):
        size = 0
        for byte in data[position + 6:position + 10]:
            size = size << 7 | byte & 0x7F
        return 10 + size + (10 if data[position + 5] & 0x10 else 0)
    if data[position:position + 8] == b"APETAGEX":
        return 32 + int.from_bytes(data[position + 12:position + 16], "little")
    return 0


def _next(data: bytes, position: int) -> int:
    """Where a frame or a tag may begin next."""
    found = _BEGINNING.search(data, position)
    return found.start() if found else len(data)
