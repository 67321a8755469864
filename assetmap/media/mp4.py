"""MP4 (m4a): what is needed to play stays in place, everything else becomes empty room (ISO/IEC 14496-12).

Phones write the place of a recording into `udta` and `meta` boxes, or into a track of its own beside the sound. Boxes
that are not known to be harmless become `free` boxes of the same length, and bytes that belong to no sound become zero.
"""

import itertools
import struct
from collections import deque
from collections.abc import Iterator, Sequence

from .boxes import Box, boxes
from .stripping import NotSound, Stripped, UnknownCodec

KEPT: dict[bytes, frozenset[bytes]] = {
    b"": frozenset({b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx"}),
    b"moov": frozenset({b"mvhd", b"trak", b"mvex"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia"}),
    b"edts": frozenset({b"elst"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
    b"minf": frozenset({b"smhd", b"dinf", b"stbl"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset({b"stsd", b"stts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp"}),
    b"mvex": frozenset({b"mehd", b"trex"}),
    b"moof": frozenset({b"mfhd", b"traf"}),
    b"traf": frozenset({b"tfhd", b"tfdt", b"trun", b"sgpd", b"sbgp"}),
    # What describes the codec.
    b"mp4a": frozenset({b"esds", b"wave", b"chan", b"btrt", b"srat"}),
    b"Opus": frozenset({b"dOps", b"btrt", b"srat"}),
}
"""Box -> the boxes in it that stay. A box without a row stays as it is."""

CODECS = (b"mp4a", b"Opus")
MOST_BOXES = 500_000
_DATED = (b"mvhd", b"tkhd", b"mdhd")


def stripped(data: bytes) -> Stripped:
    """The same file without titles, places, dates and pictures, as long as before.

    Raises ValueError for a broken file, UnknownCodec, NotSound.
    """
    kept = bytearray(data)
    _clean(kept, Box(b"", 0, 0, len(kept)), itertools.count())
    moov = _child(kept, Box(b"", 0, 0, len(kept)), b"moov")
    tracks = {_track_number(kept, track): track for track in _children(kept, moov, b"trak")}
    if not tracks:
        raise ValueError("no sound in it")
    ranges: list[tuple[int, int]] = []
    for track in tracks.values():
        ranges += _samples(kept, track)
    pieces = list(_pieces(kept, moov, set(tracks)))
    ranges += [(start, stop) for start, stop, _ticks in pieces]
    if not any(stop > start for start, stop in ranges):
        raise ValueError("no sound in it")
    _silence_the_rest(kept, ranges)
    scale, ticks = _clock(kept, next(iter(tracks.values())))
    # Recorders that write fragments put nothing into the head, or the length of the first one.
    ticks = max(ticks, sum(ticks for _start, _stop, ticks in pieces))
    return Stripped(bytes(kept), ticks / scale if scale else 0.0)


def _clean(kept: bytearray, parent: Box, counter: Iterator[int]) -> None:
    for box in boxes(kept, parent.body, parent.end):
        if next(counter) > MOST_BOXES:
            raise ValueError("more boxes than any recording needs")
        if box.kind not in KEPT[parent.kind] or (box.kind == b"trak" and not _is_voice(kept, box)):
            _empty(kept, box)
            continue
        if box.kind in _DATED:
            _undate(kept, box)
        elif box.kind == b"hdlr":
            # Behind the kind of track stands who made it, in words.
            kept[box.body + 12:box.end] = bytes(box.end - box.body - 12)
        elif box.kind == b"dref":
            _require_here(kept, box)
        elif box.kind == b"stsd":
            _clean_codecs(kept, box, counter)
        if box.kind in KEPT:
            _clean(kept, box, counter)


def _is_voice(kept: bytearray, track: Box) -> bool:
    handler = _child(kept, _child(kept, track, b"mdia"), b"hdlr")
    kind = kept[handler.body + 8:handler.body + 12]
    if kind == b"vide":
        raise NotSound
    return kind == b"soun"


def _undate(kept: bytearray, box: Box) -> None:
    """When it was made and changed: two numbers behind version and flags."""
    length = 16 if kept[box.body] == 1 else 8
    if box.body + 4 + length > box.end:
        raise ValueError("a head that is cut short")
    kept[box.body + 4:box.body + 4 + length] = bytes(length)


def _require_here(kept: bytearray, box: Box) -> None:
    """The sound must lie in this file; where it does, nothing needs to be told about the place."""
    for entry in boxes(kept, box.body + 8, box.end):
        if not kept[entry.body + 3] & 1:
            raise ValueError("the sound lies in another file")
        kept[entry.body + 4:entry.end] = bytes(entry.end - entry.body - 4)


def _clean_codecs(kept: bytearray, box: Box, counter: Iterator[int]) -> None:
    for entry in boxes(kept, box.body + 8, box.end):
        if entry.kind not in CODECS:
            raise UnknownCodec(entry.kind.decode("latin-1"))
        # QuickTime has two longer forms of this head.
        version = int.from_bytes(kept[entry.body + 8:entry.body + 10], "big")
        head = entry.body + 28 + {1: 16, 2: 36}.get(version, 0)
        _clean(kept, Box(entry.kind, entry.start, min(head, entry.end), entry.end), counter)


def _samples(kept: bytearray, track: Box) -> Iterator[tuple[int, int]]:
    """From where to where the sound of a track lies, chunk by chunk. Nothing for a file in fragments."""
    table = track
    for kind in (b"mdia", b"minf", b"stbl"):
        table = _child(kept, table, kind)
    long = any(True for _box in _children(kept, table, b"co64"))
    places = _numbers(kept, _child(kept, table, b"co64" if long else b"stco"), 4, "Q" if long else "I")
    runs = _numbers(kept, _child(kept, table, b"stsc"), 4, "III")
    ends = _sample_ends(kept, _child(kept, table, b"stsz"))
    sample, run = 0, 0
    for chunk, place in enumerate(places, 1):
        while run + 1 < len(runs) // 3 and runs[3 * (run + 1)] <= chunk:
            run += 1
        following = sample + runs[3 * run + 1]
        yield place, place + ends[min(following, len(ends) - 1)] - ends[min(sample, len(ends) - 1)]
        sample = following


def _sample_ends(kept: bytearray, box: Box) -> Sequence[int]:
    """How many bytes there are up to and including each sample, from 0 on; sample n is ends[n] to ends[n + 1]."""
    size, count = struct.unpack_from(">II", kept, box.body + 4)
    if size:
        return range(0, size * count + 1, size)
    return list(itertools.accumulate(_numbers(kept, box, 8, "I"), initial=0))


def _numbers(kept: bytearray, box: Box, offset: int, row: str) -> tuple[int, ...]:
    """The numbers of a table whose count stands at `offset`, row after row."""
    count = int.from_bytes(kept[box.body + offset:box.body + offset + 4], "big")
    start = box.body + offset + 4
    if start + count * struct.calcsize(">" + row) > box.end:
        raise ValueError("a table that is cut short")
    return struct.unpack_from(f">{count * len(row)}{row[0]}", kept, start)


def _pieces(kept: bytearray, moov: Box, tracks: set[int]) -> Iterator[tuple[int, int, int]]:
    """From where to where the sound lies in a file in fragments, and how many ticks each piece lasts."""
    defaults: dict[int, tuple[int, int]] = {}
    for extends in _children(kept, moov, b"mvex"):
        for box in _children(kept, extends, b"trex"):
            number, _description, ticks, size = struct.unpack_from(">IIII", kept, box.body + 4)
            defaults[number] = ticks, size
    for moof in _children(kept, Box(b"", 0, 0, len(kept)), b"moof"):
        for traf in _children(kept, moof, b"traf"):
            number, base, ticks, size = _fragment_head(kept, traf, moof, defaults)
            if number not in tracks:
                _empty(kept, traf)
                continue
            position = base
            for run in _children(kept, traf, b"trun"):
                start, stop, duration = _run(kept, run, base, position, ticks, size)
                yield start, stop, duration
                position = stop


def _fragment_head(
    kept: bytearray, traf: Box, moof: Box, defaults: dict[int, tuple[int, int]],
) -> tuple[int, int, int, int]:
    """Track, where its positions count from, ticks and bytes of a sample that does not tell its own."""
    box = _child(kept, traf, b"tfhd")
    flags, number = struct.unpack_from(">II", kept, box.body)
    position, base = box.body + 8, moof.start
    ticks, size = defaults.get(number, (0, 0))
    if flags & 0x1:
        base, position = struct.unpack_from(">Q", kept, position)[0], position + 8
    if flags & 0x2:
        position += 4
    if flags & 0x8:
        ticks, position = struct.unpack_from(">I", kept, position)[0], position + 4
    if flags & 0x10:
        size = struct.unpack_from(">I", kept, position)[0]
    return number, base, ticks, size


def _run(kept: bytearray, box: Box, base: int, position: int, ticks: int, size: int) -> tuple[int, int, int]:
    """From where to where one run of samples lies, and how many ticks it lasts."""
    flags, count = struct.unpack_from(">II", kept, box.body)
    cursor = box.body + 8
    if flags & 0x1:
        position, cursor = base + struct.unpack_from(">i", kept, cursor)[0], cursor + 4
    if flags & 0x4:
        cursor += 4
    told = [flag for flag in (0x100, 0x200, 0x400, 0x800) if flags & flag]
    if cursor + 4 * count * len(told) > box.end:
        raise ValueError("a run that is cut short")
    columns = struct.unpack_from(f">{count * len(told)}I", kept, cursor)
    durations = sum(columns[told.index(0x100)::len(told)]) if 0x100 in told else ticks * count
    length = sum(columns[told.index(0x200)::len(told)]) if 0x200 in told else size * count
    return position, position + length, durations


def _silence_the_rest(kept: bytearray, ranges: list[tuple[int, int]]) -> None:
    """Sets to zero what lies between the sounds in the boxes of samples: chapters, places told second by second."""
    waiting = deque(sorted(ranges))
    for box in _children(kept, Box(b"", 0, 0, len(kept)), b"mdat"):
        cursor = box.body
        while waiting and waiting[0][0] < box.end:
            start, stop = waiting.popleft()
            if start > cursor:
                kept[cursor:start] = bytes(start - cursor)
            cursor = max(cursor, min(stop, box.end))
        kept[cursor:box.end] = bytes(box.end - cursor)


def _clock(kept: bytearray, track: Box) -> tuple[int, int]:
    """Ticks a second and length in ticks; 0 ticks where it was not known."""
    box = _child(kept, _child(kept, track, b"mdia"), b"mdhd")
    if kept[box.body] == 1:
        scale, ticks = struct.unpack_from(">IQ", kept, box.body + 20)
        return scale, 0 if ticks == 2**64 - 1 else ticks
    scale, ticks = struct.unpack_from(">II", kept, box.body + 12)
    return scale, 0 if ticks == 2**32 - 1 else ticks


def _track_number(kept: bytearray, track: Box) -> int:
    box = _child(kept, track, b"tkhd")
    return struct.unpack_from(">I", kept, box.body + (20 if kept[box.body] == 1 else 12))[0]


def _children(kept: bytearray, parent: Box, kind: bytes) -> Iterator[Box]:
    return (box for box in boxes(kept, parent.body, parent.end) if box.kind == kind)


def _child(kept: bytearray, parent: Box, kind: bytes) -> Box:
    found = next(_children(kept, parent, kind), None)
    if found is None:
        raise ValueError(f"no {kind!r} in it")
    return found


def _empty(kept: bytearray, box: Box) -> None:
    kept[box.start + 4:box.start + 8] = b"free"
    kept[box.body:box.end] = bytes(box.end - box.body)
