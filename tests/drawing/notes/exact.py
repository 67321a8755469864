"""The cheapest choice of places there is, proven by HiGHS: what the annealing is measured by."""

import time
from dataclasses import dataclass

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from assetmap.drawing.notes.cost import OVERLAP
from assetmap.drawing.notes.options import Options


@dataclass(frozen=True, slots=True)
class Optimum:
    """`choice` (n,) as the annealing gives it, None where no time was left; `bound`: nothing can cost less."""

    choice: numpy.ndarray | None
    bound: float
    proven: bool


def optimum(options: Options, table: numpy.ndarray, gap: float, seconds: float = 60.0) -> Optimum:
    """Solves the choice without conflicts, adds the rows of the pairs that are in conflict, and solves it again, until
    no pair of the solution is: then it is the optimum. At first parts of places may be chosen, which goes fast; then
    only whole ones. Each solution before the last is a lower bound.

    Of all places that cover one point (each half a `gap` larger all around) one can be chosen at most: with a row for
    each point of a lattice the bound is near the optimum from the start. A pair of notes i, j has one variable for what
    it costs: at least W[c, c'] where c and c' are chosen.
    """
    places, notes = len(options.cost), len(options.icons)
    number = {(i, j): places + k for k, (i, j) in enumerate((i, j) for i in range(notes) for j in range(i))}
    table = table.astype(float)
    rows, most, known = [], [], set()
    for i in range(notes):
        rows.append({at: 1.0 for at in range(options.starts[i], options.starts[i + 1])})
        most.append(1.0)
    for crowd in _crowds(options, gap):
        rows.append({int(at): 1.0 for at in crowd})
        most.append(1.0)
    bound, ends = 0.0, time.monotonic() + seconds
    size = places + len(number)
    cost = numpy.concatenate((options.cost, numpy.ones(len(number))))
    whole = numpy.concatenate((numpy.ones(places), numpy.zeros(len(number))))
    upper = numpy.concatenate((numpy.ones(places), numpy.full(len(number), numpy.inf)))
    loose = True
    while (left := ends - time.monotonic()) > 0:
        matrix = coo_array(
            ([value for row in rows for value in row.values()],
             ([i for i, row in enumerate(rows) for _ in row], [at for row in rows for at in row])),
            shape=(len(rows), size)).tocsr()
        least = numpy.concatenate((numpy.ones(notes), numpy.full(len(rows) - notes, -numpy.inf)))
        found = milp(cost, constraints=LinearConstraint(matrix, least, most), bounds=Bounds(0, upper),
                     integrality=whole * (not loose), options={"time_limit": left, "mip_rel_gap": 1e-6})
        if found.mip_dual_bound is not None:
            bound = max(bound, found.mip_dual_bound)
        if found.status != 0:
            break
        parts = [found.x[low:high] for low, high in zip(options.starts, options.starts[1:], strict=False)]
        fresh = [(i, j) for (i, j), at in number.items() if (i, j) not in known and parts[i] @ table[
            options.starts[i]:options.starts[i + 1], options.starts[j]:options.starts[j + 1]] @ parts[j]
            > found.x[at] + (0.05 if loose else 1e-6)]
        if not fresh and not loose:
            return Optimum(options.starts[:-1] + [int(part.argmax()) for part in parts], bound, True)
        loose = loose and bool(fresh)
        for pair in fresh:
            known.add(pair)
            for row, top in _rows(options, table, *pair, number[pair]):
                rows.append(row)
                most.append(top)
    return Optimum(None, bound, False)


def _crowds(options: Options, gap: float, step: float = 5.0) -> list[numpy.ndarray]:
    """The places that cover each point of a lattice, where they are of several notes."""
    boxes = options.boxes + numpy.array((-1, -1, 1, 1)) * (gap / 2 - 1e-3)
    low, high = numpy.nanmin(boxes, axis=0)[:2], numpy.nanmax(boxes, axis=0)[2:]
    owner, found = options.owner, set()
    for x in numpy.arange(low[0], high[0], step):
        column = numpy.flatnonzero((boxes[:, 0] < x) & (boxes[:, 2] > x))
        for y in numpy.arange(low[1], high[1], step):
            crowd = column[(boxes[column, 1] < y) & (boxes[column, 3] > y)]
            if len(set(owner[crowd].tolist())) > 1:
                found.add(tuple(crowd.tolist()))
    return [numpy.array(crowd) for crowd in sorted(found)]


def _rows(options: Options, table: numpy.ndarray, one: int, other: int, pair: int):
    """(row, most) for what the places of two notes cost each other.

    Where all of some places of the one are in conflict with all of some of the other (a biclique), one row says so for
    all of them, which bounds far better than a row for each two.
    """
    a, b = (numpy.arange(options.starts[i], options.starts[i + 1]) for i in (one, other))
    block = table[numpy.ix_(a, b)]
    seen = set()
    for ours in range(len(a)):
        for level in numpy.unique(block[ours][block[ours] > 0]):
            level = min(level, OVERLAP)
            theirs = numpy.flatnonzero(block[ours] >= level)
            alike = numpy.flatnonzero((block[:, theirs] >= level).all(axis=1))
            if (key := (alike.tobytes(), theirs.tobytes(), level)) in seen:
                continue
            seen.add(key)
            places = [int(place) for place in (*a[alike], *b[theirs])]
            if level >= OVERLAP:
                yield dict.fromkeys(places, 1.0), 1.0
            else:
                yield dict.fromkeys(places, float(level)) | {pair: -1.0}, float(level)
