"""May they? Asked once at the head of every verb."""

from ..domain.problems import Problem
from ..domain.role import VISITOR, Actor, Right


def require(actor: Actor, right: Right) -> None:
    """Raises Problem("not-allowed") where this actor lacks the right."""
    if not actor.may(right):
        raise refusal(actor)


def refusal(actor: Actor) -> Problem:
    """What to say to somebody who may not: whoever is signed in already need not be told to sign in."""
    return Problem("not-allowed" if actor.role is VISITOR.role else "not-for-role")
