"""What consent is given for: words, a name, a photo, a voice, a place. And the kept files themselves."""

from dataclasses import dataclass
from enum import StrEnum

from .audience import Audience


class Medium(StrEnum):
    """Each can be agreed to, and taken back, on its own."""

    TEXT = "text"
    NAME = "name"
    PHOTO = "photo"
    VOICE = "voice"
    PLACE = "place"


MEDIA: dict[Medium, str] = {
    Medium.TEXT: "The words",
    Medium.NAME: "The name",
    Medium.PHOTO: "The photo",
    Medium.VOICE: "The voice",
    Medium.PLACE: "The place",
}


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A photo or sound as kept by its content hash (SHA-256, hex). Width and height in pixels, seconds for sound."""

    hash: str
    medium: Medium
    mime: str
    bytes: int
    width: int = 0
    height: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A media file on an asset, with the words that go with it and its own widest audience."""

    file: MediaFile
    alt: str = ""
    credit: str = ""
    audience: Audience = Audience.PUBLIC
