"""Taking in many drafts at once, whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from ..domain.connection import Connection
from ..domain.draft import Draft, DraftTie
from ..domain.problems import Problem, Problems
from ..domain.role import Actor, Right
from ..domain.round import Round
from ..domain.source import sources_of
from ..store import assets, connections, journal, neighbourhoods, rounds
from ..store.opening import writing
from .allowing import require
from .recording import record


@dataclass(frozen=True, slots=True)
class Taken:
    """`added` are the new assets' numbers in the order of the drafts; `known` counts what was here already,
    `tied` the connections that are new."""

    added: tuple[int, ...]
    known: int
    tied: int = 0
    refused: tuple[tuple[int, str, Problem], ...] = ()
    """What could not be kept: (place in the drafts, title, why)."""


def take_in(
    db: Database, actor: Actor, now: str, drafts: Sequence[Draft], *, ties: Sequence[DraftTie] = (),
    held: Sequence[Round] = (), progress: Callable[[float, str], None] = lambda share, text: None,
) -> Taken:
    """Records every draft that is new, by id and sources, with connections and rounds beside them, in one transaction.

    A draft's `round` is a number among `held`; a round of the same title and start that is here is taken for it.

    A draft that can't be kept is told in `refused` and the others go on; an interruption leaves nothing behind.
    """
    require(actor, Right.RECORD)
    added: list[int] = []
    refused: list[tuple[int, str, Problem]] = []
    with writing(db):
        sequence = neighbourhoods.next_sequence(db)
        known_sources = assets.numbers_by_source(
            db, (source for draft in drafts for source in sources_of(draft.source)))
        numbers = _rounds(db, now, held)
        known = 0
        for place, draft in enumerate(drafts):
            sources = sources_of(draft.source)
            number = next((known_sources[each] for each in sources if each in known_sources), None)
            if number is not None or (draft.id and assets.number_of(db, draft.id)):
                known += 1
                _learn(db, number, sources, known_sources)
                continue
            try:
                # Whoever brings a file has looked at where its things lie.
                asset = record(
                    db, actor, now, replace(draft, keep_outside=True, round=numbers.get(draft.round)),
                    sequence=sequence, verb="taken in")
            except Problems as problems:
                refused += [(place, draft.title, problem) for problem in problems.problems]
                continue
            added.append(asset.number)
            known_sources |= dict.fromkeys(sources, asset.number)
            if place % 50 == 0:
                progress(place / len(drafts), draft.title)
        tied = sum(_tie(db, now, actor, tie) for tie in ties)
        journal.note(db, now, actor.id, "import", added=len(added), known=known, tied=tied, refused=len(refused))
    progress(1.0, "")
    return Taken(tuple(added), known, tied, tuple(refused))


def _learn(db: Database, number: int | None, sources: tuple[str, ...], known: dict[str, int]) -> None:
    """What was taken together with something known becomes part of it, so that it is not new by itself later."""
    new = [source for source in sources if source not in known]
    if number is not None and new:
        assets.add_sources(db, number, new)
        known |= dict.fromkeys(new, number)


def _rounds(db: Database, now: str, held: Sequence[Round]) -> dict[int | None, int]:
    """The number each round of the file has here."""
    here = {(each.title, each.starts): each.number for each in rounds.read_all(db)}
    numbers: dict[int | None, int] = {}
    for each in held:
        if (each.title, each.starts) not in here:
            here[each.title, each.starts] = rounds.write(
                db, each.title, each.purpose, each.starts, each.ends, now).number
        numbers[each.number] = here[each.title, each.starts]
    return numbers


def _tie(db: Database, now: str, actor: Actor, tie: DraftTie) -> bool:
    first, second = assets.number_of(db, tie.first), assets.number_of(db, tie.second)
    if first is None or second is None or first == second:
        return False
    return connections.write(db, Connection(tie.id, first, tie.verb, second, tie.since, tie.note), now, actor.id)
