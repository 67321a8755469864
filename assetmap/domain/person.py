"""People who tell, hold a gift or help. Never listed, never required."""

from dataclasses import dataclass
from enum import StrEnum

from .audience import Audience
from .medium import Medium


class Part(StrEnum):
    """What a person is to an asset."""

    TELLS = "tells"
    HOLDS = "holds"
    HELPS = "helps"
    IN_PICTURE = "in_picture"


PARTS: dict[Part, str] = {
    Part.TELLS: "tells it",
    Part.HOLDS: "holds this gift",
    Part.HELPS: "helps",
    Part.IN_PICTURE: "is in the picture",
}


@dataclass(frozen=True, slots=True)
class Person:
    """`name` is what neighbours may call them, a first name as a rule; `child` asks a guardian to agree."""

    id: str
    name: str
    child: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """What one person agreed to for one medium of one asset. ISO 8601 in UTC; withdrawn is "" while it stands."""

    person: str
    medium: Medium
    audience: Audience
    given: str
    withdrawn: str = ""
    guardian: str = ""


@dataclass(frozen=True, slots=True)
class Involved:
    """A person on an asset, in a part, with what they agreed to for it."""

    person: Person
    part: Part
    consents: tuple[Consent, ...] = ()
