"""Two people changed the same asset: what each changed is kept, and what both changed differently is asked."""

from dataclasses import fields, replace

from ..domain.asset import Asset
from ..domain.draft import Draft
from ..domain.moment import when
from ..domain.problems import Problem

# These say how a draft came here, not what it says.
_NOT_COMPARED = frozenset({"id", "keep_outside", "people"})


class Collision(Problem):
    """Both changed the same fields. `mine` is the draft with everything else merged, `theirs` the asset as it stands."""

    def __init__(self, clashes: tuple[str, ...], mine: Draft, theirs: Asset, who_and_when: tuple[str, str]):
        name, moment = who_and_when
        super().__init__("changed-meanwhile", name=name, time=when(moment).strftime("%H:%M"))
        self.clashes = clashes
        self.mine = mine
        self.theirs = theirs


def merge(base: Draft, mine: Draft, theirs: Draft) -> tuple[Draft, tuple[str, ...]]:
    """My draft with their changes in every field that I left alone, and the names of the fields both changed differently."""
    taken, clashes = {}, []
    for field in fields(Draft):
        was, my, their = (getattr(draft, field.name) for draft in (base, mine, theirs))
        if field.name in _NOT_COMPARED or their in (was, my):
            continue
        if my == was:
            taken[field.name] = their
        else:
            clashes.append(field.name)
    return replace(mine, **taken), tuple(clashes)
