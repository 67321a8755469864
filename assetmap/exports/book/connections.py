"""The connections as the template receives them: in sentences, and as names around the picture of the threads."""

from ...domain.connection import VERBS
from ...domain.kind import Kind
from ...domain.words import folded
from ...inventory import Inventory, Item, Tie
from .teller import Teller
from .threads import ROOMS, threads

LONGEST_NAME = 44


def ties_within(inventory: Inventory) -> list[Tie]:
    """The ties of which both ends are in this inventory, those of networks first: they connect the rest."""
    items = {item.number: item for item in inventory.items}

    def order(tie: Tie) -> tuple:
        first, second = items[tie.first], items[tie.second]
        without = Kind.NETWORK not in (first.kind, second.kind)
        return without, folded(first.title), tie.first, folded(second.title), tie.id

    return sorted((tie for tie in inventory.ties if tie.first in items and tie.second in items), key=order)


def by_end(ties: list[Tie]) -> dict[int, list[tuple[Tie, bool]]]:
    """Ties by the asset at either end; True where they are read from it."""
    found: dict[int, list[tuple[Tie, bool]]] = {}
    for tie in ties:
        found.setdefault(tie.first, []).append((tie, True))
        found.setdefault(tie.second, []).append((tie, False))
    return found


def sentence(say: Teller, tie: Tie, items: dict[int, Item]) -> dict:
    """A tie from its first end to its second, with when it began and what there is to say about it."""
    since = say.words("since {date}").format(date=say.line(tie.since)) if tie.since else ""
    return {
        "first": say.entry(items[tie.first]),
        "verb": say.words(VERBS[tie.verb][0]),
        "second": say.entry(items[tie.second]),
        "more": say.text(" · ".join(filter(None, (since, tie.note)))),
    }


def picture(
    say: Teller, ties: list[Tie], items: dict[int, Item], paper: str, seed: str
) -> tuple[dict | None, str | None]:
    """The names around the picture of the threads, and the picture as SVG; (None, None) where there is too little."""
    drawn = threads(ties, items, paper, seed)
    if drawn is None:
        return None, None
    names = []
    for number, side, y in drawn.names:
        item = items[number]
        short = say.text(_shortened(item.title), item.language) or say.text("?")
        names.append({**say.entry(item), "title": short, "side": side, "y": y})
    alt = say.words("Drawing of the connections as threads between names; the same follows in sentences")
    return {"height": drawn.height, "names": ROOMS[paper]["names"], "alt": alt, "marks": names}, drawn.svg


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_NAME else title[: LONGEST_NAME - 1].rstrip() + "…"
