"""May they? Asked once at the head of every verb."""

from ..domain.problems import Problem
from ..domain.role import Actor, Right


def require(actor: Actor, right: Right) -> None:
    """Raises Problem("not-allowed") where this actor lacks the right."""
    if not actor.may(right):
        raise Problem("not-allowed")
