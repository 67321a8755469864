"""Two people changed the same asset: what each changed is kept, and what both changed differently is asked."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from ..domain.asset import Asset
from ..domain.draft import Draft
from ..domain.moment import when
from ..domain.problems import Problem

# These say how a draft came here, not what it says.
_NOT_COMPARED = frozenset({"id", "keep_outside", "people"})

# Lists that two people may both add to: what makes two entries the same one.
_LISTS: dict[str, Callable[[Any], object]] = {
    "tags": lambda tag: tag,
    "attachments": lambda attachment: attachment.hash,
    "translations": lambda translation: translation.language,
}


class Collision(Problem):
    """Both changed the same fields. `mine` is the draft with all else merged, `theirs` the asset as it stands."""

    def __init__(self, clashes: tuple[str, ...], mine: Draft, theirs: Asset, who_and_when: tuple[str, str]):
        name, moment = who_and_when
        super().__init__("changed-meanwhile", name=name, time=when(moment).strftime("%H:%M"))
        self.clashes = clashes
        self.mine = mine
        self.theirs = theirs


def merge(base: Draft, mine: Draft, theirs: Draft) -> tuple[Draft, tuple[str, ...]]:
    """My draft with their changes in every field that I left alone, and the fields that both changed differently."""
    taken, clashes = {}, []
    for field in fields(Draft):
        was, my, their = (getattr(draft, field.name) for draft in (base, mine, theirs))
        if field.name in _NOT_COMPARED or their in (was, my):
            continue
        if my == was:
            taken[field.name] = their
        elif field.name in _LISTS and (both := _both(was, my, their, _LISTS[field.name])) is not None:
            taken[field.name] = both
        else:
            clashes.append(field.name)
    return replace(mine, **taken), tuple(clashes)


def _both(was: tuple, my: tuple, their: tuple, key: Callable[[Any], object]) -> tuple | None:
    """A list with what each of two people added, changed and left out; None where both changed the same entry."""
    old, mine, theirs = ({key(each): each for each in entries} for entries in (was, my, their))
    kept = []
    for each in dict.fromkeys((*mine, *theirs)):
        before, my_entry, their_entry = old.get(each), mine.get(each), theirs.get(each)
        if my_entry == their_entry or their_entry == before:
            kept.append(my_entry)
        elif my_entry == before:
            kept.append(their_entry)
        else:
            return None
    return tuple(each for each in kept if each is not None)
