"""Who may do what, as a table."""

from dataclasses import dataclass
from enum import StrEnum

from .audience import Audience


class Role(StrEnum):
    """What somebody is to this neighbourhood."""

    VISITOR = "visitor"
    GUEST = "guest"
    BUILDER = "builder"
    STEWARD = "steward"


class Right(StrEnum):
    """One thing somebody may do."""

    RECORD = "record"
    CHANGE = "change"
    CONNECT = "connect"
    RETIRE = "retire"
    UNDO = "undo"
    EXPORT = "export"
    INVITE = "invite"
    SET = "set"


ROLES: dict[Role, tuple[str, Audience, frozenset[Right]]] = {
    # A visitor came in from the street: reads what is public, and may take the public book home.
    Role.VISITOR: ("Visitor", Audience.PUBLIC, frozenset({Right.EXPORT})),
    # An organisation reads with the neighbours and exports for its work, but the map is not its to change.
    Role.GUEST: ("Guest organisation", Audience.NEIGHBOURHOOD, frozenset({Right.EXPORT})),
    Role.BUILDER: ("Community builder", Audience.TEAM, frozenset(
        {Right.RECORD, Right.CHANGE, Right.CONNECT, Right.RETIRE, Right.UNDO, Right.EXPORT})),
    # Stewards are residents, and decide.
    Role.STEWARD: ("Steward", Audience.TEAM, frozenset(Right)),
}
"""Role -> label (English message id), the innermost audience it may read, its rights."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: a member by id with a role, or the command line ("command", steward)."""

    id: str
    role: Role
    name: str = ""

    def may(self, right: Right) -> bool:
        return right in ROLES[self.role][2]

    @property
    def audience(self) -> Audience:
        """The innermost audience this actor reads."""
        return ROLES[self.role][1]


VISITOR = Actor("", Role.VISITOR)
COMMAND = Actor("command", Role.STEWARD, "assetmap")
