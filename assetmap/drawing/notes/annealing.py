"""Chooses one place for each note so that all together cost little: hot at first, then colder and colder.

Each step takes one note and lets it choose among all its places, the cheap ones likelier (heat-bath sampling by
Gumbel's noise), so that no step is lost to a refusal. What is best is then bettered note by note and pair by pair until
nothing betters it. Everything falls by the seed: the same input gives the same choice.
"""

import numpy

from .options import Options

HOT, COLD = 6.0, 0.12
MOST_ROUNDS = 1500
"""More are of no use, however few the notes."""


def anneal(options: Options, table: numpy.ndarray, seed: int, steps: int, start: numpy.ndarray | None = None,
           hot: float = HOT) -> numpy.ndarray:
    """The chosen place of each note (n,), as a number into the rows of the options. `start` is a choice to begin with,
    and to keep where nothing better is found.
    """
    if not len(options.icons):
        return numpy.zeros(0, int)
    state = _State(options, table, start)
    if start is None:
        state.settle()
    best, least = state.choice.copy(), state.total()
    for choice in _cooled(state, seed, steps, hot):
        if (total := state.total()) < least - 1e-6:
            best, least = choice.copy(), total
    state = _State(options, table, best)
    while state.settle() or state.settle_pairs():
        pass
    return state.choice


def total_cost(options: Options, table: numpy.ndarray, choice: numpy.ndarray) -> float:
    """What a choice costs: every place for itself, and every two for each other."""
    return float(options.cost[choice].sum() + table[numpy.ix_(choice, choice)].sum() / 2)


class _State:
    """A choice, and what every place would cost beside it."""

    def __init__(self, options: Options, table: numpy.ndarray, choice: numpy.ndarray | None):
        self.table, self.starts = table, options.starts.tolist()
        self.alone = options.cost.astype(numpy.float32)
        self.choice = options.starts[1:] - 1 if choice is None else numpy.array(choice)
        self.cost = self.alone + table[self.choice].sum(axis=0)
        self.options = options

    def total(self) -> float:
        return float((self.cost[self.choice] + self.alone[self.choice]).sum()) / 2

    def put(self, note: int, place: int) -> bool:
        """Move a note; True where it was elsewhere."""
        if (before := self.choice[note]) == place:
            return False
        self.cost += self.table[place]
        self.cost -= self.table[before]
        self.choice[note] = place
        return True

    def settle(self) -> bool:
        """Each note to its cheapest place, until none wants to move. True where one did."""
        moved, again = False, True
        while again:
            again = False
            for note in range(len(self.choice)):
                low, high = self.starts[note], self.starts[note + 1]
                place = low + int(self.cost[low:high].argmin())
                if self.cost[place] < self.cost[self.choice[note]] - 1e-4:
                    moved = again = self.put(note, place)
        return moved

    def settle_pairs(self) -> bool:
        """Every two notes that are in each other's way to their cheapest two places. True where some moved."""
        moved = False
        for one, other in _neighbours(self.options, self.table):
            a, b = slice(*self.starts[one:one + 2]), slice(*self.starts[other:other + 2])
            block = self.table[a, b]
            i, j = self.choice[one] - a.start, self.choice[other] - b.start
            together = (self.cost[a] - block[:, j])[:, None] + (self.cost[b] - block[i])[None] + block
            least = int(together.argmin())
            if together.flat[least] < together[i, j] - 1e-4:
                self.put(one, a.start + least // together.shape[1])
                self.put(other, b.start + least % together.shape[1])
                moved = True
        return moved


def _cooled(state: _State, seed: int, steps: int, hot: float):
    """The choices met while cooling, one after each round of all notes."""
    dice = numpy.random.default_rng(seed)
    notes = len(state.choice)
    rounds = max(1, min(MOST_ROUNDS, steps // notes))
    noise = dice.gumbel(size=1 << 15).astype(numpy.float32)
    longest = max(numpy.diff(state.starts))
    for turn in range(rounds):
        warm = hot * (COLD / hot) ** (turn / max(1, rounds - 1))
        cut = dice.integers(0, len(noise) - longest, notes).tolist()
        warmth = noise * warm
        for note, at in zip(dice.permutation(notes).tolist(), cut, strict=True):
            low, high = state.starts[note], state.starts[note + 1]
            state.put(note, low + int((state.cost[low:high] - warmth[at:at + high - low]).argmin()))
        yield state.choice


def _neighbours(options: Options, table: numpy.ndarray) -> list[tuple[int, int]]:
    """The pairs of notes of which some places cost each other anything."""
    first = options.starts[:-1]
    found = []
    for i, (low, high) in enumerate(zip(first, options.starts[1:], strict=True)):
        costly = numpy.logical_or.reduceat(table[low:high].any(axis=0), first)
        found += [(i, int(j)) for j in numpy.flatnonzero(costly) if j > i]
    return found
