"""Small drawings of where an asset is, for those that have room on the page and no photo."""

from dataclasses import replace

from ...domain.kind import Kind
from ...drawing.pen.lighter import lighter
from ...drawing.pen.styles import style_named
from ...drawing.scenery.crop import crop
from ...drawing.street_data import StreetData
from ...inventory import Inventory, Item
from .teller import Teller

STYLE = "ink-and-wash"
SIZES = {"a4": 44.0, "a5": 36.0}
"""How wide one is, in millimetres."""
MOST = 12
"""In one book: each takes a moment to draw."""
FEWEST_CHARACTERS = 150
"""In a description beside it; next to less it would stand there alone."""


def crops_for(say: Teller, inventory: Inventory, streets: StreetData | None, assets: dict[str, dict],
              paper: str) -> dict[str, str]:
    """SVG by file name; tells the asset data (by key) which is theirs. Kind by kind in turn, until there are enough."""
    found: dict[str, str] = {}
    style = style_named(STYLE)
    for item in _in_turn([item for item in inventory.items if _has_room(item, assets.get(str(item.number)))]):
        if streets is None or len(found) == MOST:
            break
        drawn = crop(streets, item.shape, str(item.kind), style, inventory.slug, masked=item.masked, size=SIZES[paper])
        if drawn is None:
            continue
        name = f"crop-{item.number}.svg"
        found[name] = replace(drawn, layers=lighter(drawn.layers, detail=1)).svg(style)
        alt = say.words("Drawing of somewhere near here") if item.masked else say.words("Drawing of the place")
        assets[str(item.number)]["crop"] = {"file": name, "width": SIZES[paper], "alt": alt}
    return found


def _has_room(item: Item, asset: dict | None) -> bool:
    """Whether it stands there in full, with words enough and no photo; a slip has no room."""
    if asset is None or item.shape is None or item.pictures or "slip" in asset["columns"]:
        return False
    return sum(map(len, (item.description, item.why))) >= FEWEST_CHARACTERS


def _in_turn(items: list[Item]) -> list[Item]:
    """The first of every kind, then the second of every kind, and so on."""
    queues = [[item for item in items if item.kind is kind] for kind in Kind]
    return [queue[place] for place in range(max(map(len, queues))) for queue in queues if place < len(queue)]
