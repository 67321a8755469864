"""Photos: checked, turned upright, stripped of all but the picture, and kept in three sizes under one hash.

The original is not kept: it knows where and when it was taken, with which device, and often more.
"""

import hashlib
import os
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pillow_heif
from PIL import Image, features

from ..domain.medium import MediaFile, Medium
from ..domain.problems import Problem
from .filing import put
from .limits import LIMITS, Limits
from .naming import mega, spoken
from .picture import fresh, smaller
from .recognising import Nature, recognise
from .refusing import refusal
from .sizes import MASTER, SIZES, file_path
from .wholeness import says_so, stops_early

# A thumbnail inside the file may show what was cut off the photo, so it is never taken for the photo.
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

# Pillow's own alarm stands just above ours, for everything that this process opens.
Image.MAX_IMAGE_PIXELS = LIMITS.pixels_by_line

# Their decoders hold the picture more than once while they unpack it.
_SEVERAL_COPIES = ("WEBP", "AVIF")

_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError)
# What Pillow, libheif and zlib raise for bytes that are no whole picture.
_UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, RuntimeError,
               struct.error, zlib.error)


@dataclass(frozen=True, slots=True)
class Sized:
    """A photo as it will be kept: width and height of its master in pixels, and the file of each size by its name."""

    width: int
    height: int
    files: dict[str, bytes]

    @property
    def hash(self) -> str:
        """SHA-256 of the master, hex: the same photo has the same one, whatever its metadata said."""
        return hashlib.sha256(self.files[MASTER]).hexdigest()


def keep_photo(data: bytes, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """Keeps a photo in the media folder in every size of `sizes.SIZES` and returns what is known of it.

    `hash`, `mime`, `bytes`, `width` and `height` are those of the master (the print size). Keeping a photo twice
    gives the same hash and writes nothing. `name` serves only to name the file in a sentence. Raises Problem.
    """
    return keep_photo_from(BytesIO(data), name, folder, limits)


def keep_photo_from(source: BinaryIO, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """The same for an open binary file that can be read at any place; it stays open."""
    photo = sized(source, name, limits)
    hash = photo.hash
    put({file_path(folder, hash, size): content for size, content in photo.files.items()})
    return MediaFile(
        hash, Medium.PHOTO, SIZES[MASTER].mime, len(photo.files[MASTER]), width=photo.width, height=photo.height)


def sized(source: BinaryIO, name: str, limits: Limits = LIMITS) -> Sized:
    """The photo in its three sizes, touching nothing but `source`. Raises Problem for what is no whole photo."""
    name = spoken(name)
    format = _format(source, name, limits)
    try:
        with Image.open(source, formats=[format]) as image:
            _measure(image, name, limits)
            canvas = fresh(image, SIZES[MASTER].longest)
    except _BOMB as error:
        raise _too_many_pixels(name, limits.pixels) from error
    except _UNREADABLE as error:
        raise Problem("photo-incomplete" if says_so(error) else "photo-unreadable", name=name) from error
    return Sized(*canvas.size, {size: _encoded(canvas, size) for size in SIZES})


def _format(source: BinaryIO, name: str, limits: Limits) -> str:
    length = source.seek(0, os.SEEK_END)
    if length > limits.photo_bytes:
        raise Problem("photo-too-big", name=name, megabytes=mega(length), most=mega(limits.photo_bytes))
    found = recognise(source)
    if length == 0 or found is None or found.nature is not Nature.PHOTO:
        raise refusal(name, length, found, Nature.PHOTO)
    if found.format == "AVIF" and not features.check("avif"):
        raise Problem("photo-format-unread", name=name, format=found.format)
    if stops_early(source, found.format):
        raise Problem("photo-incomplete", name=name)
    return found.format


def _measure(image: Image.Image, name: str, limits: Limits) -> None:
    """Looks at the header alone, before anything is unpacked."""
    most = limits.pixels
    if image.format in ("JPEG", "MPO") and "progressive" not in image.info:
        most = limits.pixels_by_line
    elif image.format in _SEVERAL_COPIES:
        most //= 2
    if image.width * image.height > most:
        raise _too_many_pixels(name, most)


def _too_many_pixels(name: str, most: int) -> Problem:
    return Problem("photo-too-many-pixels", name=name, most=mega(most))


def _encoded(canvas: Image.Image, size: str) -> bytes:
    """The same bytes each time for the same picture, as long as the encoder is the same."""
    facts = SIZES[size]
    buffer = BytesIO()
    if facts.mime == "image/jpeg":
        canvas.save(buffer, "JPEG", quality=88, optimize=True)
    else:
        smaller(canvas, facts.longest).save(buffer, "WEBP", quality=80)
    return buffer.getvalue()
