"""A round: a time of walking and asking with one purpose, told to everyone who is asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Round:
    """Dates are ISO ("2026-09-12") or "" while open."""

    number: int
    title: str
    purpose: str
    starts: str = ""
    ends: str = ""
