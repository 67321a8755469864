"""What every sound container answers: the sound alone and how long it lasts, or why not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stripped:
    """A whole file with nothing but sound and what is needed to play it, and its length in seconds (0.0: not told)."""

    content: bytes
    seconds: float


class NotSound(Exception):
    """There is a moving picture in it."""


class UnknownCodec(Exception):
    """The sound is written in a way that many browsers can't play; the message is its name."""
