"""What a file is by its first bytes. Its name and what the sender calls it count for nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO


class Nature(Enum):
    """What can be done with a file here."""

    PHOTO = "photo"
    SOUND = "sound"
    FILM = "film"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Recognised:
    """`format` is Pillow's name for a photo, the mime type for sound, and for the rest the name people know it by."""

    nature: Nature
    format: str


MARKS: tuple[tuple[int, bytes, Nature, str], ...] = (
    (0, b"\xff\xd8\xff", Nature.PHOTO, "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", Nature.PHOTO, "PNG"),
    (0, b"GIF87a", Nature.PHOTO, "GIF"),
    (0, b"GIF89a", Nature.PHOTO, "GIF"),
    (8, b"WEBP", Nature.PHOTO, "WEBP"),
    (8, b"WAVE", Nature.SOUND, "audio/wav"),
    (0, b"OggS", Nature.SOUND, "audio/ogg"),
    (0, b"\x1a\x45\xdf\xa3", Nature.SOUND, "audio/webm"),
    (0, b"ID3", Nature.SOUND, "audio/mpeg"),
    (0, b"APETAGEX", Nature.SOUND, "audio/mpeg"),
    (8, b"AVI ", Nature.FILM, "AVI"),
    # Films made by older cameras begin without saying which brand they are.
    (4, b"moov", Nature.FILM, "QuickTime"),
    (4, b"mdat", Nature.FILM, "QuickTime"),
    (4, b"wide", Nature.FILM, "QuickTime"),
    # What people send by mistake; the sentence can then say what it is.
    (0, b"%PDF", Nature.OTHER, "PDF"),
    (0, b"PK\x03\x04", Nature.OTHER, "ZIP / Word / Excel"),
    (0, b"\xd0\xcf\x11\xe0", Nature.OTHER, "Word / Excel"),
    (0, b"II*\x00", Nature.OTHER, "TIFF / RAW"),
    (0, b"MM\x00*", Nature.OTHER, "TIFF / RAW"),
    (0, b"BM", Nature.OTHER, "BMP"),
    (0, b"8BPS", Nature.OTHER, "Photoshop"),
    (0, b"\x00\x00\x00\x0cJXL ", Nature.OTHER, "JPEG XL"),
    (0, b"<svg", Nature.OTHER, "SVG"),
    (0, b"<?xml", Nature.OTHER, "XML / SVG"),
    (0, b"<!DOCTYPE", Nature.OTHER, "HTML"),
    (0, b"<!doctype", Nature.OTHER, "HTML"),
    (0, b"<html", Nature.OTHER, "HTML"),
    (0, b"fLaC", Nature.OTHER, "FLAC"),
    (0, b"#!AMR", Nature.OTHER, "AMR"),
    (0, b"caff", Nature.OTHER, "CAF"),
    (8, b"AIFF", Nature.OTHER, "AIFF"),
    (0, b"\x30\x26\xb2\x75", Nature.OTHER, "Windows Media"),
)
"""Offset, bytes there, nature, format."""

BRANDS: dict[bytes, str] = {
    b"avif": "AVIF", b"avis": "AVIF",
    b"heic": "HEIF", b"heix": "HEIF", b"heim": "HEIF", b"heis": "HEIF",
    b"hevc": "HEIF", b"hevx": "HEIF", b"mif1": "HEIF", b"msf1": "HEIF",
}
"""What an ISO container (ftyp) calls itself when it holds a photo. "mif1" may be either: avif is looked for first."""

_LONGEST_HEAD = 4096


def recognise(source: BinaryIO) -> Recognised | None:
    """What this stream holds, or None for something never met. The stream stands at its beginning afterwards."""
    source.seek(0)
    head = source.read(_LONGEST_HEAD)
    source.seek(0)
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    for offset, mark, nature, format in MARKS:
        if head[offset:offset + len(mark)] == mark:
            return Recognised(nature, format)
    # MPEG audio has no mark, only eleven set bits and the number of the layer, "3".
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:
        return Recognised(Nature.SOUND, "audio/mpeg")
    return None


def _by_brand(head: bytes) -> Recognised:
    brands = list(_brands(head))
    for brand in sorted(BRANDS, key=lambda brand: BRANDS[brand]):
        if brand in brands:
            return Recognised(Nature.PHOTO, BRANDS[brand])
    # Whether there is a picture track beside the sound is seen once the tracks are read.
    return Recognised(Nature.SOUND, "audio/mp4")


def _brands(head: bytes) -> Iterator[bytes]:
    """The major brand and the compatible ones; the four bytes between them are a version."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    yield head[8:12]
    for position in range(16, end - 3, 4):
        yield head[position:position + 4]
