"""Sound: checked, stripped of everything but the sound, and kept under its hash.

The sound itself is not encoded anew: what browsers and phones record, browsers and phones play.
"""

import hashlib
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ..domain.medium import MediaFile, Medium
from ..domain.problems import Problem
from . import mp3, mp4, ogg, wav, webm
from .filing import put
from .limits import LIMITS, Limits
from .naming import mega, spoken
from .recognising import Nature, recognise
from .refusing import refusal
from .sizes import sound_path
from .stripping import NotSound, Stripped, UnknownCodec

CONTAINERS: dict[str, Callable[[bytes], Stripped]] = {
    "audio/webm": webm.stripped,
    "audio/mp4": mp4.stripped,
    "audio/ogg": ogg.stripped,
    "audio/mpeg": mp3.stripped,
    "audio/wav": wav.stripped,
}
"""Mime type -> what strips this container."""

# A longer one is a length that was written down wrong: nothing of that length fits into a file.
_A_DAY = 86_400.0

_BROKEN = (ValueError, IndexError, OverflowError, struct.error)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as it will be kept: its mime type, its length in seconds and its bytes."""

    mime: str
    seconds: float
    content: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of the kept bytes, hex."""
        return hashlib.sha256(self.content).hexdigest()


def keep_sound(data: bytes, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """Keeps a recording in the media folder and returns what is known of it.

    `hash` and `bytes` are those of the kept file. Keeping a recording twice gives the same hash and writes nothing.
    `name` serves only to name the file in a sentence. Raises Problem.
    """
    return keep_sound_from(BytesIO(data), name, folder, limits)


def keep_sound_from(source: BinaryIO, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """The same for an open binary file that can be read at any place; it stays open."""
    recording = cleaned(source, name, limits)
    hash = recording.hash
    put({sound_path(folder, hash, recording.mime): recording.content})
    return MediaFile(hash, Medium.VOICE, recording.mime, len(recording.content), seconds=recording.seconds)


def cleaned(source: BinaryIO, name: str, limits: Limits = LIMITS) -> Recording:
    """The recording without its metadata, touching nothing but `source`. Raises Problem for what is no whole sound."""
    name = spoken(name)
    mime = _mime(source, name, limits)
    try:
        stripped = CONTAINERS[mime](source.read())
    except NotSound as error:
        raise Problem("media-film", name=name) from error
    except UnknownCodec as error:
        raise Problem("sound-codec", name=name, codec=spoken(str(error))) from error
    except _BROKEN as error:
        raise Problem("sound-broken", name=name) from error
    seconds = stripped.seconds if 0 <= stripped.seconds < _A_DAY else 0.0
    return Recording(mime, round(seconds, 2), stripped.content)


def _mime(source: BinaryIO, name: str, limits: Limits) -> str:
    length = source.seek(0, os.SEEK_END)
    if length > limits.sound_bytes:
        raise Problem("sound-too-big", name=name, megabytes=mega(length), most=mega(limits.sound_bytes))
    found = recognise(source)
    if length == 0 or found is None or found.nature is not Nature.SOUND:
        raise refusal(name, length, found, Nature.SOUND)
    return found.format
