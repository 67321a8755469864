"""How a file and its size are called in a sentence: by the name it came with, short and harmless, in whole millions."""

import re

_LONGEST = 60


def spoken(name: str) -> str:
    """The last part of a path without unprintable characters, at most 60 long: "C:/fakepath/a.jpg" is "a.jpg"."""
    last = re.split(r"[\\/]", name)[-1]
    plain = "".join(letter for letter in last if letter.isprintable()).strip()
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST - 1] + "…"


def mega(number: int) -> int:
    """Whole millions, rounded up: a file a little over the limit is not told to be as large as the limit."""
    return -(-number // 1_000_000)
