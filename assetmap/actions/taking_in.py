"""Taking in many drafts at once, whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from ..domain.draft import Draft
from ..domain.problems import Problem, Problems
from ..domain.role import Actor, Right
from ..store import assets, journal, neighbourhoods
from ..store.opening import writing
from .allowing import require
from .recording import record


@dataclass(frozen=True, slots=True)
class Taken:
    """`added` are the new assets' numbers in the order of the drafts; `known` counts what was here already."""

    added: tuple[int, ...]
    known: int
    refused: tuple[tuple[int, str, Problem], ...] = ()
    """What could not be kept: (place in the drafts, title, why)."""


def take_in(
    db: Database, actor: Actor, now: str, drafts: Sequence[Draft], *,
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> Taken:
    """Records every draft that is new, by its id and source, in one transaction.

    A draft that can't be kept is told in `refused` and the others go on; an error or an interruption leaves nothing behind.
    """
    require(actor, Right.RECORD)
    added: list[int] = []
    refused: list[tuple[int, str, Problem]] = []
    with writing(db):
        sequence = neighbourhoods.next_sequence(db)
        known_sources = assets.numbers_by_source(db, (draft.source for draft in drafts))
        known = 0
        for place, draft in enumerate(drafts):
            if draft.source in known_sources or (draft.id and assets.number_of(db, draft.id)):
                known += 1
                continue
            try:
                # Whoever brings a file has looked at where its things lie.
                asset = record(
                    db, actor, now, replace(draft, keep_outside=True), sequence=sequence, verb="taken in")
            except Problems as problems:
                refused += [(place, draft.title, problem) for problem in problems.problems]
                continue
            added.append(asset.number)
            if draft.source:
                known_sources[draft.source] = asset.number
            if place % 50 == 0:
                progress(place / len(drafts), draft.title)
        journal.note(db, now, actor.id, "import", added=len(added), known=known, refused=len(refused))
    progress(1.0, "")
    return Taken(tuple(added), known, tuple(refused))
