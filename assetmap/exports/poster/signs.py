"""The signs on the drawing: the icon of each kind, a number in its place, a dot where there is no room for either."""

import numpy

from ...domain.kind import KINDS, Kind
from ...drawing.figures import icons
from ...drawing.figures.icons import outline
from ...drawing.letters.written import line
from ...drawing.notes.bubbles import bubble
from ...drawing.notes.threads import thread
from ...drawing.notes.wishes import Placed
from ...drawing.pen.hand import seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import stroke


def number(text: str, kind: Kind, x: float, y: float, radius: float, seed: object) -> list[Mark]:
    """A number in the drawn shape of its kind."""
    edge = outline(KINDS[kind].shape) * radius + (x, y)
    size = radius * {1: 1.45, 2: 1.3, 3: 1.02, 4: 0.8}.get(len(text), 0.66)
    written = line(text, "title", size, seed=seed)
    return [
        Mark((edge,), fill="paper"),
        Mark((edge,), fill=f"kind-{kind}", strength=0.3),
        *stroke(numpy.concatenate((edge, edge[:2])), seed_of(seed), radius * 0.1, amount=0.05, taper=1),
        *written.at(x - written.width / 2, y - written.baseline + size * 0.33)]


def seen(kinds: list[Kind]) -> list[Kind]:
    """The kinds that occur, in the order of the table."""
    return [kind for kind in KINDS if kind in kinds]


def icon(kind: Kind, x: float, y: float, radius: float, seed: object) -> list[Mark]:
    """The icon of a kind."""
    return icons.icon(kind, x, y, 2 * radius, seed)


def explained(what: str, x: float, y: float, radius: float) -> list[Mark]:
    """A sign as the legend shows it: "kind story", "bubble", "thread", "number"."""
    sort, _, name = what.partition(" ")
    if sort == "kind":
        return icon(Kind(name), x, y, radius, what)
    if sort == "number":
        return number("7", Kind.PLACE, x, y, radius, what)
    if sort == "thread":
        return thread([(x - radius, y + radius * 0.4), (x + radius, y - radius * 0.4)], what, paint="thread-1",
                      size=radius / 3.4, halo="").marks
    placed = Placed(x - radius, y - radius * 0.75, radius * 2, radius * 1.1)
    return bubble(placed, (x - radius * 0.3, y + radius * 1.9), radius * 0.5, what, tint="kind-story", strength=0.12)
