"""In which sizes a photo is kept, in which containers sound, and where each of these files lies."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..domain.medium import MediaFile, Medium
from ..domain.problems import Problem

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Size:
    """A photo's `longest` side in pixels (smaller photos stay as they are) and the file it is written as."""

    longest: int
    mime: str
    extension: str


SIZES: dict[str, Size] = {
    "small": Size(320, "image/webp", "webp"),
    "screen": Size(1280, "image/webp", "webp"),
    # The largest one is the master: its SHA-256 is the photo's name. JPEG, since books and Word files take it as it is.
    "print": Size(2000, "image/jpeg", "jpg"),
}
MASTER = "print"

SOUNDS: dict[str, str] = {
    "audio/webm": "webm",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
}
"""Mime type -> extension."""


def file_path(folder: Path, hash: str, size: str) -> Path:
    """Where this file lies in the media folder, whether or not it is there. `size` is small, screen, print or sound.

    Raises Problem("unknown-media") for anything that is no hash or no size: both may come from an address.
    """
    if not _HASH.fullmatch(hash) or size not in (*SIZES, "sound"):
        raise Problem("unknown-media")
    if size in SIZES:
        return _path(folder, hash, size, SIZES[size].extension)
    candidates = [_path(folder, hash, size, extension) for extension in SOUNDS.values()]
    return next((path for path in candidates if path.exists()), candidates[0])


def file_paths(folder: Path, file: MediaFile) -> dict[str, Path]:
    """Size -> path of every file that belongs to this photo or recording."""
    if file.medium is Medium.VOICE:
        return {"sound": sound_path(folder, file.hash, file.mime)}
    return {size: file_path(folder, file.hash, size) for size in SIZES}


def sound_path(folder: Path, hash: str, mime: str) -> Path:
    """Where a recording of this mime type lies."""
    return _path(folder, hash, "sound", SOUNDS[mime])


def mime_type(path: Path) -> str:
    """The mime type to serve a kept file with, by its extension."""
    extension = path.suffix.removeprefix(".")
    types = {size.extension: size.mime for size in SIZES.values()}
    types |= {extension: mime for mime, extension in SOUNDS.items()}
    return types[extension]


def _path(folder: Path, hash: str, size: str, extension: str) -> Path:
    return folder / hash[:2] / f"{hash}.{size}.{extension}"
