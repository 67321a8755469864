"""Which sentence answers a file that is not what was asked for."""

from ..domain.problems import Problem
from .recognising import Nature, Recognised


def refusal(name: str, length: int, found: Recognised | None, wanted: Nature | None = None) -> Problem:
    """The problem with a file of `length` bytes recognised as `found`, where `wanted` was asked for, or either."""
    if length == 0:
        return Problem("media-empty", name=name)
    if found is None:
        return Problem("media-unknown", name=name)
    if found.nature is Nature.FILM:
        return Problem("media-film", name=name)
    if found.nature is Nature.OTHER:
        return Problem("media-other", name=name, format=found.format)
    return Problem("photo-wanted" if wanted is Nature.PHOTO else "sound-wanted", name=name)
