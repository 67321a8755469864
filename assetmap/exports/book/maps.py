"""The two maps of the book: the drawing on the cover, and the one with the numbers."""

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...domain.problems import Problem
from ...drawing import base_file
from ...drawing.figures.company import company
from ...drawing.letters.sheet import StreetNames
from ...drawing.letters.street_names import street_names
from ...drawing.pen.frame import Frame, frame_for
from ...drawing.pen.lighter import lighter
from ...drawing.pen.marks import Layer, Mark
from ...drawing.pen.styles import style_named
from ...drawing.pen.svg import svg_document
from ...drawing.scenery.edge import edge_of
from ...drawing.scenery.scene import scene
from ...drawing.street_data import StreetData
from ...inventory import Inventory, Item
from ..form import Order
from .numbers import Spot, dots, leaders, spots_for
from .ornaments import colours
from .teller import Teller

ROOMS: dict[str, dict[str, tuple[float, float]]] = {
    # Width and height in millimetres; the cover's drawing is shrunk or grown a little to the room its words leave.
    "a4": {"cover": (186, 178), "overview": (168, 192)},
    "a5": {"cover": (132, 124), "overview": (118, 128)},
}

SIZES: tuple[tuple[int, float], ...] = ((40, 6.4), (90, 5.6), (180, 4.8), (10_000, 4.2))
"""Up to so many numbers, so large (mm) on A4."""
SMALLER_ON_A5 = 0.86

MOST_NUMBERS = {"a4": 260, "a5": 120}

LENGTHS = (1_000, 500, 200, 100, 50)
"""Metres that the scale may stand for: the longest that fits `LONGEST_SCALE` millimetres."""
LONGEST_SCALE = 55
WALKED_A_MINUTE = 80
CHATTING = 4
"""How many times longer a walk takes when one stops to talk."""

COVER, QUIET = "ink-and-wash", "quiet"
"""The styles of both drawings."""
NAMES = {"a4": 2.15, "a5": 1.75}
"""How large the names of streets are lettered, in millimetres."""

FURTHEST = 0.01
"""Degrees outside the boundary beyond which an asset has no number on the map."""


def maps_for(order: Order, say: Teller, in_full: list[int], ratio: float) -> tuple[dict, dict[str, str]]:
    """What the template needs to know about both maps, and their SVG by file name.

    `in_full` are the numbers of the assets that come first when not all numbers fit; `ratio` is the width of the shape
    around a number by its height.
    """
    inventory, paper = order.inventory, order.options["paper"]
    area = area_of(inventory)
    if area is None:
        return {"cover": None, "overview": None}, {}
    streets, seed, name = streets_of(inventory), inventory.slug, say.line(inventory.name)
    width, height = ROOMS[paper]["overview"]
    frame = frame_for(area, width, height)
    numbered, further = _on_the_map(inventory, area, in_full, MOST_NUMBERS[paper])
    size = next(size for most, size in SIZES if len(numbered) <= most) * (SMALLER_ON_A5 if paper == "a5" else 1.0)
    spots = spots_for([(str(item.number), item.point) for item in numbered], frame, width, height, size, ratio)
    inks = {str(item.number): colours(item.kind)["ink"] for item in numbered}
    masked = {str(item.number) for item in numbered if item.masked}
    signs = dots([(colours(item.kind)["ink"], item.point) for item in further], frame)
    signs += leaders(spots, size, masked, inks, seed)
    taken = [Point(one.x, one.y).buffer(size * 0.5, quad_segs=3) for one in spots]
    overview = quiet(streets, area, frame, width, height, seed, signs, shapely.union_all(taken), NAMES[paper])
    alt = order.words("Map of {name} with {count} numbered places; the list of numbers follows")
    data = {
        "cover": {"alt": order.words("Drawing of {name}: its streets, houses and water").format(name=name)},
        "overview": {
            "width": width,
            "height": height,
            "bubble": size,
            "alt": alt.format(name=name, count=len(numbered)),
            "marks": _marks(spots, numbered),
            "scale": _scale(say, frame),
            "note": say.text(" ".join(_notes(order, len(numbered) + len(further), bool(masked), bool(further)))),
            "source": say.text(inventory.attribution or (streets.attribution if streets else ""), say.home),
        },
    }
    return data, {
        "cover.svg": lively(streets, area, *ROOMS[paper]["cover"], seed), "overview.svg": overview}


def lively(streets: StreetData | None, area: BaseGeometry, width: float, height: float, seed: str) -> str:
    """The drawing on the cover as SVG, `width` x `height` millimetres: everything in ink and wash, people about."""
    style = style_named(COVER)
    view = scene(streets, area, frame_for(area, width, height, 5.0), width, height, style, seed)
    people = Layer("neighbours", company(view.island, width, height, seed, tall=width * 0.09))
    return svg_document([*lighter(view.layers, detail=1), people], style, width, height)


def quiet(streets: StreetData | None, area: BaseGeometry, frame: Frame, width: float, height: float, seed: str,
          signs: list[Mark], taken: BaseGeometry, names: float) -> str:
    """The map under the numbers as SVG: pale, with street names `names` millimetres large where no number has `taken`
    the room, and `signs` on top.
    """
    style = style_named(QUIET)
    island = edge_of(area, frame, width, height, seed).island
    named = street_names(streets, frame, island, size=names, clear=taken, seed=seed) if streets else StreetNames()
    view = scene(streets, area, frame, width, height, style, seed, lively=False, clear=shapely.union_all(named.cores))
    layers = [*lighter(view.layers, detail=0, grain=0.1), Layer("names", named.marks), Layer("signs", signs)]
    return svg_document(layers, style, width, height)


def area_of(inventory: Inventory) -> BaseGeometry | None:
    """The boundary, or where that is unknown the surroundings of what has a place; None for a book without places."""
    if inventory.boundary is not None and not inventory.boundary.is_empty:
        return inventory.boundary
    points = [item.point for item in inventory.items if item.point]
    return shapely.MultiPoint(points).envelope.buffer(0.002, join_style="mitre") if points else None


def streets_of(inventory: Inventory) -> StreetData | None:
    """The neighbourhood's street data, None where there is none or it cannot be read: the book does without."""
    try:
        return base_file.unpack((inventory.base_folder / base_file.FILE).read_bytes())
    except (OSError, Problem):
        return None


def _on_the_map(
    inventory: Inventory, area: BaseGeometry, in_full: list[int], most: int
) -> tuple[list[Item], list[Item]]:
    """The assets whose numbers stand on the map, and those that are dots."""
    first = {number: place for place, number in enumerate(in_full)}
    placed = [item for item in inventory.items if item.point and area.distance(shapely.Point(item.point)) < FURTHEST]
    placed.sort(key=lambda item: (first.get(item.number, len(first)), item.number))
    return placed[:most], placed[most:]


def _marks(spots: list[Spot], items: list[Item]) -> list[dict]:
    kinds = {str(item.number): str(item.kind) for item in items}
    return [
        {"id": one.key, "kind": kinds[one.key], "n": 0, "x": round(one.x, 2), "y": round(one.y, 2)} for one in spots
    ]


def _scale(say: Teller, frame: Frame) -> dict:
    """A length on the map in millimetres, and what it means on foot."""
    metres = next((length for length in LENGTHS if length * frame.scale <= LONGEST_SCALE), LENGTHS[-1])
    minutes = metres / WALKED_A_MINUTE
    sentence = say.words("{metres} metres: {minutes} minutes’ walk, {more} with a chat")
    told = sentence.format(metres=metres, minutes=say.number(minutes), more=say.number(round(minutes * CHATTING)))
    return {"width": round(metres * frame.scale, 2), "text": told}


def _notes(order: Order, placed: int, masked: bool, further: bool) -> list[str]:
    words, notes = order.words, []
    without = len(order.inventory.items) - placed
    if without:
        sentence = order.ngettext("{count} has no place on the map.", "{count} have no place on the map.", without)
        notes.append(sentence.format(count=without))
    if masked:
        notes.append(words("A dotted ring says: somewhere near here. Not everyone wants their front door on a map."))
    if further:
        notes.append(words("Not all numbers fit; the small dots are in this book too."))
    return notes
