"""Photos and sound: what they are, what is taken off them, and where they are kept under the hash of their content.

Everything is pure up to the writing: `photo.sized` and `sound.cleaned` take a file and give bytes, so that they can
run in a process of their own; `filing.put` writes.
"""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ..domain.medium import MediaFile
from .checking import Finding, check
from .filing import forget
from .limits import LIMITS, Limits
from .naming import spoken
from .photo import keep_photo_from
from .recognising import Nature, recognise
from .refusing import refusal
from .sizes import SIZES, SOUNDS, file_path, mime_type
from .sound import keep_sound_from

__all__ = [
    "LIMITS", "SIZES", "SOUNDS", "Finding", "Limits", "check", "file_path", "forget", "keep", "keep_from", "mime_type"]


def keep(data: bytes, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """Keeps a photo or recording in the media folder, told apart by content. Raises Problem for anything else."""
    return keep_from(BytesIO(data), name, folder, limits)


def keep_from(source: Path | BinaryIO, name: str, folder: Path, limits: Limits = LIMITS) -> MediaFile:
    """The same for a file on the disk or an open one that can be read at any place (an upload's stream)."""
    if isinstance(source, Path):
        with open(source, "rb") as file:
            return keep_from(file, name, folder, limits)
    found = recognise(source)
    if found and found.nature is Nature.PHOTO:
        return keep_photo_from(source, name, folder, limits)
    if found and found.nature is Nature.SOUND:
        return keep_sound_from(source, name, folder, limits)
    raise refusal(spoken(name), source.seek(0, 2), found)
