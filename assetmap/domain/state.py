"""How an asset is doing, and whether a steward has looked at it."""

from enum import StrEnum


class State(StrEnum):
    """How much an asset lives today. A dreamt-of place is an asset too."""

    IN_USE = "in_use"
    UNDER_USED = "under_used"
    DREAMT_OF = "dreamt_of"
    RETIRED = "retired"


STATES: dict[State, tuple[int, str]] = {
    State.IN_USE: (1, "In use"),
    State.UNDER_USED: (2, "Room for more"),
    State.DREAMT_OF: (3, "Dreamt of"),
    State.RETIRED: (4, "Was here once"),
}


class Review(StrEnum):
    """Whether a steward has decided that others may see it."""

    WAITING = "waiting"
    PUBLISHED = "published"
    DECLINED = "declined"


class KeyHolder(StrEnum):
    """Who holds the key: who can decide that this asset is used tomorrow."""

    RESIDENTS = "residents"
    LOCAL_ORGANISATION = "local_organisation"
    OUTSIDE = "outside"


KEY_HOLDERS: dict[KeyHolder, str] = {
    KeyHolder.RESIDENTS: "Neighbours themselves",
    KeyHolder.LOCAL_ORGANISATION: "An organisation in the neighbourhood",
    KeyHolder.OUTSIDE: "Somebody outside the neighbourhood",
}
