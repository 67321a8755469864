"""Ogg with Opus: pages are copied, the comments in the second packet are overwritten (RFC 3533, RFC 7845)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .stripping import NotSound, Stripped, UnknownCodec

# No maker, no comments. What is left of the old packet becomes padding, which RFC 7845 allows; no page changes length.
_NO_TAGS = b"OpusTags" + b"\0" * 8

_FIRST_PAGE = 0x02
_SAMPLES_A_SECOND = 48_000


@dataclass(slots=True)
class _Stream:
    """One voice in the file: how far its packets were read, and from which sample to which it sounds."""

    packet: int = 0
    written: int = 0
    skipped: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    flags: int
    granule: int
    serial: int
    start: int
    body: int
    end: int
    lacing: bytes


def stripped(data: bytes) -> Stripped:
    """The same pages without comments. Raises ValueError for a broken file, UnknownCodec, NotSound."""
    kept: list[bytearray] = []
    streams: dict[int, _Stream] = {}
    seconds = 0.0
    for page in _pages(data):
        if page.flags & _FIRST_PAGE:
            _require_opus(data[page.body:page.body + 8])
            seconds += _seconds(streams.get(page.serial))
            streams[page.serial] = _Stream(skipped=int.from_bytes(data[page.body + 10:page.body + 12], "little"))
        stream = streams.get(page.serial)
        if stream is None:
            raise ValueError("a page of a voice that never began")
        kept.append(_without_tags(data, page, stream))
        if page.granule >= 0:
            stream.last = page.granule
    # One packet to open, one with the comments, at least one that sounds.
    if not streams or any(stream.packet < 3 or stream.written < len(_NO_TAGS) for stream in streams.values()):
        raise ValueError("no sound in it")
    return Stripped(b"".join(kept), seconds + sum(_seconds(stream) for stream in streams.values()))


def _pages(data: bytes) -> Iterator[_Page]:
    """The pages in order; what lies between and behind them belongs to none and is passed over."""
    position = data.find(b"OggS")
    while position >= 0:
        flags, granule, serial, _number, _sum, count = struct.unpack_from("<BqIIIB", data, position + 5)
        body = position + 27 + count
        lacing = data[position + 27:body]
        end = body + sum(lacing)
        if end > len(data):
            raise ValueError("the last page is cut short")
        yield _Page(flags, granule, serial, position, body, end, lacing)
        position = data.find(b"OggS", end)


def _require_opus(mark: bytes) -> None:
    if mark == b"OpusHead":
        return
    if mark[1:7] == b"theora":
        raise NotSound
    raise UnknownCodec("Vorbis" if mark[1:7] == b"vorbis" else "Ogg")


def _without_tags(data: bytes, page: _Page, stream: _Stream) -> bytearray:
    """The page, with what belongs to the second packet of its stream overwritten. Counts the packets."""
    copy = bytearray(data[page.start:page.end])
    position, changed = page.body - page.start, False
    for length in page.lacing:
        if stream.packet == 1 and length:
            fresh = _NO_TAGS[stream.written:stream.written + length]
            copy[position:position + length] = fresh + bytes(length - len(fresh))
            stream.written += length
            changed = True
        position += length
        # A packet goes on as long as its pieces are full.
        if length < 255:
            stream.packet += 1
    if changed:
        copy[22:26] = bytes(4)
        copy[22:26] = _checksum(copy).to_bytes(4, "little")
    return copy


def _seconds(stream: _Stream | None) -> float:
    return max(stream.last - stream.skipped, 0) / _SAMPLES_A_SECOND if stream else 0.0


def _checksum(page: bytearray) -> int:
    """The page's CRC-32 as Ogg wants it: polynomial 0x04c11db7, from zero, high bit first (RFC 3533, section 6)."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    return value


def _table_row(value: int) -> int:
    value <<= 24
    for _ in range(8):
        value = value << 1 ^ (0x104C11DB7 if value & 0x80000000 else 0)
    return value


_TABLE = tuple(_table_row(value) for value in range(256))
