"""WebM with Opus: what is needed to play stays in place, everything else becomes empty room (RFC 8794, RFC 9559)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .stripping import NotSound, Stripped, UnknownCodec

_EBML, _SEGMENT, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1F43B675
_SEEK_HEAD, _SEEK, _SEEK_ID = 0x114D9B74, 0x4DBB, 0x53AB
_INFO, _SCALE, _DURATION, _MUXER, _WRITER = 0x1549A966, 0x2AD7B1, 0x4489, 0x4D80, 0x5741
_TRACKS, _TRACK, _NUMBER, _TYPE, _CODEC, _AUDIO = 0x1654AE6B, 0xAE, 0xD7, 0x83, 0x86, 0xE1
_CUES = 0x1C53BB6B
_TIMESTAMP, _SIMPLE_BLOCK, _BLOCK_GROUP, _BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
_VOID = 0xEC

KEPT: dict[int, frozenset[int]] = {
    # Version numbers and the kind of document.
    _EBML: frozenset({0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285}),
    _SEGMENT: frozenset({_SEEK_HEAD, _INFO, _TRACKS, _CLUSTER, _CUES}),
    _SEEK_HEAD: frozenset({_SEEK}),
    _SEEK: frozenset({_SEEK_ID, 0x53AC}),
    # The two programs that wrote it must be there, so they stay without their names.
    _INFO: frozenset({_SCALE, _DURATION, _MUXER, _WRITER}),
    _TRACKS: frozenset({_TRACK}),
    # Number, id, type, enabled, default, lacing, default duration, language, codec, its head, its delays, audio.
    _TRACK: frozenset({_NUMBER, 0x73C5, _TYPE, 0xB9, 0x88, 0x9C, 0x23E383, 0x22B59C, _CODEC, 0x63A2, 0x56AA, 0x56BB,
                       _AUDIO}),
    _AUDIO: frozenset({0xB5, 0x78B5, 0x9F, 0x6264}),
    _CLUSTER: frozenset({_TIMESTAMP, 0xA7, 0xAB, _SIMPLE_BLOCK, _BLOCK_GROUP}),
    # Block, its duration, what it refers to, what to leave out at its end.
    _BLOCK_GROUP: frozenset({_BLOCK, 0x9B, 0xFB, 0x75A2}),
}
"""Element -> the elements in it that stay. An element without a row stays as it is."""

# An hour of speech has some two hundred thousand; millions are there to keep the program busy.
MOST_ELEMENTS = 1_000_000

_AUDIO_TRACK, _VIDEO_TRACK = 2, 1


@dataclass(frozen=True, slots=True)
class _Element:
    id: int
    start: int
    body: int
    end: int


@dataclass(slots=True)
class _Found:
    """What was met on the way: ticks are `scale` nanoseconds long."""

    scale: int = 1_000_000
    duration: float = 0.0
    cluster: int = 0
    last: int = 0
    blocks: int = 0
    voices: frozenset[int] = frozenset()
    elements: int = 0

    def count(self) -> None:
        """One element more. Raises ValueError where there are too many."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise ValueError("more elements than any recording needs")


def stripped(data: bytes) -> Stripped:
    """The same file without titles, dates, names and tags, as long as before.

    Raises ValueError for a broken file, UnknownCodec, NotSound.
    The length is the one written in the file; where a browser recorded without going back to write it, the time of the
    last packet (a few hundredths of a second too short).
    """
    kept, found = bytearray(data), _Found()
    end = 0
    for element in _elements(kept, 0, len(kept), found):
        if element.id not in (_EBML, _SEGMENT):
            raise ValueError("not a WebM file")
        _clean(kept, element, found)
        end = element.end
        if element.id == _SEGMENT:
            break
    if not found.blocks:
        raise ValueError("no sound in it")
    return Stripped(bytes(kept[:end]), (found.duration or found.last) * found.scale / 1e9)


def _clean(kept: bytearray, parent: _Element, found: _Found) -> None:
    for element in _elements(kept, parent.body, parent.end, found):
        if element.id not in KEPT[parent.id] or _unwanted(kept, element, found):
            _empty(kept, element)
            continue
        _note(kept, element, found)
        if element.id in KEPT:
            _clean(kept, element, found)


def _unwanted(kept: bytearray, element: _Element, found: _Found) -> bool:
    """Elements that stay or go by what is in them."""
    if element.id == _SEEK:
        return not any(each.id == _SEEK_ID and _number(kept, each) in KEPT[_SEGMENT]
                       for each in _elements(kept, element.body, element.end, found))
    if element.id == _TRACK:
        return not _is_voice(kept, element, found)
    if element.id == _SIMPLE_BLOCK:
        return not _sounds(kept, element, found)
    if element.id == _BLOCK_GROUP:
        blocks = [each for each in _elements(kept, element.body, element.end, found) if each.id == _BLOCK]
        return not (blocks and all([_sounds(kept, each, found) for each in blocks]))
    return False


def _is_voice(kept: bytearray, track: _Element, found: _Found) -> bool:
    facts = {each.id: each for each in _elements(kept, track.body, track.end, found)}
    kind = _number(kept, facts[_TYPE]) if _TYPE in facts else 0
    if kind == _VIDEO_TRACK:
        raise NotSound
    if kind != _AUDIO_TRACK or _CODEC not in facts or _NUMBER not in facts:
        return False
    codec = kept[facts[_CODEC].body:facts[_CODEC].end].decode("ascii", "replace").rstrip("\0")
    if codec != "A_OPUS":
        raise UnknownCodec(codec.removeprefix("A_"))
    found.voices |= {_number(kept, facts[_NUMBER])}
    return True


def _sounds(kept: bytearray, block: _Element, found: _Found) -> bool:
    """Whether the block belongs to a voice; then its time counts."""
    track, position = _vint(kept, block.body)
    if track not in found.voices:
        return False
    found.blocks += 1
    found.last = max(found.last, found.cluster + struct.unpack_from(">h", kept, position)[0])
    return True


def _note(kept: bytearray, element: _Element, found: _Found) -> None:
    if element.id == _SCALE:
        found.scale = _number(kept, element)
    elif element.id == _DURATION:
        found.duration = struct.unpack_from(">d" if element.end - element.body == 8 else ">f", kept, element.body)[0]
    elif element.id == _TIMESTAMP:
        found.cluster = _number(kept, element)
    elif element.id in (_MUXER, _WRITER):
        kept[element.body:element.end] = bytes(element.end - element.body)


def _elements(data: bytearray, start: int, end: int, found: _Found) -> Iterator[_Element]:
    """The elements between two positions. Raises ValueError where one is larger than the room there is."""
    while start < end:
        found.count()
        identity, position = _vint(data, start, marked=True)
        size, body = _vint(data, position)
        if size is None:
            stop = _open_end(data, identity, body, end, found)
        else:
            stop = body + size
        if stop > end:
            raise ValueError("an element that ends outside")
        yield _Element(identity, start, body, stop)
        start = stop


def _open_end(data: bytearray, identity: int, body: int, end: int, found: _Found) -> int:
    """Where an element ends that was begun before its length was known: the segment with the file, a cluster where
    something begins that can't be in it."""
    if identity == _SEGMENT:
        return end
    if identity != _CLUSTER:
        raise ValueError("an element without a length")
    while body < end:
        found.count()
        child, position = _vint(data, body, marked=True)
        if child in KEPT[_SEGMENT] or child.bit_length() > 24:
            break
        size, position = _vint(data, position)
        if size is None:
            raise ValueError("an element without a length")
        body = position + size
    return body


def _vint(data: bytearray, position: int, marked: bool = False) -> tuple[int | None, int]:
    """A number of one to eight bytes and the position behind it; None where all bits are set ("not known").

    With `marked` the bit that tells the length stays on, as in the names of elements.
    """
    first = data[position]
    length = 9 - first.bit_length()
    if length > 8:
        raise ValueError("a number without a length")
    end = position + length
    if end > len(data):
        raise ValueError("a number that is cut short")
    value = int.from_bytes(data[position:end], "big")
    if marked:
        return value, end
    value &= (1 << 7 * length) - 1
    return (None if value == (1 << 7 * length) - 1 else value), end


def _number(data: bytearray, element: _Element) -> int:
    return int.from_bytes(data[element.body:element.end], "big")


def _empty(kept: bytearray, element: _Element) -> None:
    """Makes the element a void one of the same length, so that all positions stay right."""
    length = element.end - element.start
    if length < 10:
        head = bytes((_VOID, 0x80 | length - 2))
    else:
        head = bytes((_VOID, 0x01)) + (length - 9).to_bytes(7, "big")
    kept[element.start:element.end] = head + bytes(length - len(head))
