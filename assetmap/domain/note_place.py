"""Where a note lies on a poster: kept, so that it lies there again next time, or pinned there by somebody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotePlace:
    """The note of one asset on one sheet ("a2-landscape"): its upper left corner in millimetres.

    `form` is which of its shapes it took (0 the one it likes best); `pinned` says that somebody put it there.
    """

    asset: int
    x: float
    y: float
    form: int = 0
    pinned: bool = False


Places = dict[str, tuple[NotePlace, ...]]
"""Sheet -> its notes."""
