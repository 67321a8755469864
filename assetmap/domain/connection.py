"""Named ties between two assets: what an asset map is really about."""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """How one asset touches another, read from the first to the second."""

    HOSTS = "hosts"
    MEETS_AT = "meets_at"
    HELPS = "helps"
    KNOWS = "knows"
    MADE = "made"
    COULD_HELP = "could_help"


VERBS: dict[Verb, tuple[str, str]] = {
    Verb.HOSTS: ("hosts", "is hosted by"),
    Verb.MEETS_AT: ("meets at", "is the meeting place of"),
    Verb.HELPS: ("helps", "is helped by"),
    Verb.KNOWS: ("knows", "knows"),
    Verb.MADE: ("made", "was made by"),
    Verb.COULD_HELP: ("could help", "could be helped by"),
}
"""Verb -> the words from the first asset to the second, and back (English message ids)."""


@dataclass(frozen=True, slots=True)
class Connection:
    """`first` and `second` are asset numbers; `since` is an ISO date or part of one ("2019", "2024-05")."""

    id: str
    first: int
    verb: Verb
    second: int
    since: str = ""
    note: str = ""
