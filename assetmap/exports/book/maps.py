"""The two maps of the book: the drawing on the cover, and the one with the numbers."""

import zlib
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from ...drawing import base_file
from ...drawing.street_data import StreetData
from ...inventory import Inventory
from ..form import Order
from . import overview
from .content import Teller
from .ornaments import colours

ROOMS: dict[str, dict[str, tuple[float, float]]] = {
    # Width and height in millimetres; the cover's drawing is shrunk or grown a little to the room its words leave.
    "a4": {"cover": (186, 178), "overview": (168, 196)},
    "a5": {"cover": (132, 124), "overview": (118, 132)},
}

SIZES: tuple[tuple[int, float], ...] = ((40, 6.4), (90, 5.6), (180, 4.8), (10_000, 4.2))
"""Up to so many numbers, so large (mm) on A4."""

MOST_NUMBERS = {"a4": 260, "a5": 120}


@dataclass(frozen=True, slots=True)
class Maps:
    """SVG files by name, and what the template needs to know about them."""

    files: dict[str, str]
    data: dict


def maps_for(order: Order, teller: Teller, in_full: list[int], ratio: float) -> Maps:
    """Draws both maps. `in_full` are the numbers of the assets that come first when not all numbers fit."""
    inventory, paper = order.inventory, order.options["paper"]
    rooms = ROOMS[paper]
    area = area_of(inventory)
    if area is None:
        return Maps({}, {"cover": None, "overview": None})
    streets = streets_of(inventory)
    files, words = {}, order.words
    name = teller.line(inventory.name)
    width, height = rooms["cover"]
    files["cover.svg"] = overview.drawn(
        streets, area, overview.frame_for(area, width, height), width, height, seed=inventory.slug, names=False)
    data: dict = {"cover": {"alt": words("Drawing of {name}: its streets, houses and water").format(name=name)}}
    width, height = rooms["overview"]
    frame = overview.frame_for(area, width, height)
    placed = [item for item in inventory.items if item.point and area.distance(shapely.Point(item.point)) < 0.01]
    order_of = {number: i for i, number in enumerate(in_full)}
    placed.sort(key=lambda item: order_of.get(item.number, len(order_of) + item.number))
    shown, dots = placed[: MOST_NUMBERS[paper]], placed[MOST_NUMBERS[paper] :]
    size = next(size for most, size in SIZES if len(shown) <= most) * (0.86 if paper == "a5" else 1.0)
    spots = overview.spots_for([(str(item.number), item.point) for item in shown], frame, width, height, size, ratio)
    inks = {str(item.number): colours(item.kind)["ink"] for item in placed}
    masked = {str(item.number) for item in shown if item.masked}
    extra = overview.dots([(inks[str(item.number)], item.point) for item in dots], frame)
    extra += overview.leaders(spots, size, masked, inks, inventory.slug)
    files["overview.svg"] = overview.drawn(
        streets, area, frame, width, height, seed=inventory.slug, quiet=True, extra=extra)
    kinds = {str(item.number): str(item.kind) for item in shown}
    data["overview"] = {
        "width": width, "height": height, "bubble": size,
        "alt": words("Map of {name} with {count} numbered places; the list of numbers follows").format(name=name, count=len(shown)),
        "marks": [{"id": one.key, "kind": kinds[one.key], "n": 0, "x": round(one.x, 2), "y": round(one.y, 2)} for one in spots],
        "note": teller.text(" ".join(_notes(order, inventory, len(placed), bool(masked), len(dots)))),
    }
    return Maps(files, data)


def area_of(inventory: Inventory) -> BaseGeometry | None:
    """The boundary, or where that is unknown the surroundings of what has a place; None for a book without places."""
    if inventory.boundary is not None and not inventory.boundary.is_empty:
        return inventory.boundary
    points = [item.point for item in inventory.items if item.point]
    if not points:
        return None
    return shapely.MultiPoint(points).envelope.buffer(0.002, join_style="mitre")


def streets_of(inventory: Inventory) -> StreetData | None:
    """The neighbourhood's street data, None where there is none or it cannot be read: the book does without."""
    path = inventory.base_folder / "streets.bin.gz"
    try:
        return base_file.unpack(path.read_bytes())
    except (OSError, ValueError, EOFError, zlib.error):
        return None


def _notes(order: Order, inventory: Inventory, placed: int, masked: bool, dots: int) -> list[str]:
    words, notes = order.words, []
    if placed < len(inventory.items):
        notes.append(order.ngettext(
            "{count} has no place on the map.", "{count} have no place on the map.", len(inventory.items) - placed,
        ).format(count=len(inventory.items) - placed))
    if masked:
        notes.append(words("A dotted ring says: somewhere near here. Not everyone wants their front door on a map."))
    if dots:
        notes.append(words("Not all numbers fit; the small dots are in this book too."))
    return notes
