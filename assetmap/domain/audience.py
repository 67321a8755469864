"""For whom something is: team, neighbourhood or public, each wider than the one before."""

from enum import StrEnum


class Audience(StrEnum):
    """A circle of people. Every view and every export is made for exactly one."""

    TEAM = "team"
    NEIGHBOURHOOD = "neighbourhood"
    PUBLIC = "public"

    @property
    def level(self) -> int:
        """1 for team, 2 for neighbourhood, 3 for public. Level 0 means: for nobody."""
        return AUDIENCES[self][0]

    @property
    def label(self) -> str:
        """English message id."""
        return AUDIENCES[self][1]

    @classmethod
    def of_level(cls, level: int) -> "Audience | None":
        """The audience with this level, or None for level 0 (nobody)."""
        return next((audience for audience in cls if audience.level == level), None)


AUDIENCES: dict[Audience, tuple[int, str, str]] = {
    Audience.TEAM: (1, "Only the team", "The people who look after this map"),
    Audience.NEIGHBOURHOOD: (2, "The neighbourhood", "Neighbours and organisations with a link"),
    Audience.PUBLIC: (3, "Everyone", "Also on the internet and in printed books"),
}
