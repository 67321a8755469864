"""A poster laid out for the screen, where somebody moves its notes: the drawing without them, and each by itself."""

import json
from pathlib import Path

from ...domain.note_place import Places
from ...drawing.notes.bubbles import bubble
from ...drawing.notes.wishes import Placed
from ...drawing.pen.marks import Layer
from ...drawing.pen.svg import svg_document, svg_of
from ..book.fonts import font_folder, shown_by
from ..book.teller import Teller
from ..form import Order
from . import places, poster_of
from .blocks import frame
from .drawing import Poster
from .picture import ground, photo_at

GROUND, NOTES = "ground.svg", "notes.json"
"""What `lay_out` writes into its folder."""


def lay_out(order: Order, folder: Path) -> Places:
    """Writes the drawing without notes, and the notes as they lie, for the page where they are moved; returns where
    they lie.

    notes.json: {"sheet", "width", "height", "border", "gap", "blocks": [[left, top, right, bottom], …], "notes":
    [{"asset", "title", "language", "x", "y", "width", "height", "pinned", "spot": [x, y], "svg"}, …]}, all lengths
    in millimetres.
    """
    say = Teller(order, shown_by(font_folder()))
    poster = poster_of(order, say)
    order.progress(0.75, order.words("Inking it"))
    layers = [layer for layer in ground(poster, order.inventory) if layer.name != "leaders"]
    layers.append(Layer("frame", frame(poster.sheet)))
    sheet = poster.sheet
    (folder / GROUND).write_text(svg_document(layers, poster.style, sheet.width, sheet.height, "", "paper"), "utf-8")
    notes = [_note(poster, key) for key in poster.slips]
    told = {"sheet": sheet.name, "width": sheet.width, "height": sheet.height, "gap": poster.page.gap,
            "border": sheet.border, "blocks": [list(area.bounds) for area in poster.page.blocked], "notes": notes}
    (folder / NOTES).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return {sheet.name: places(poster)}


def _note(poster: Poster, key: str) -> dict:
    slip, placed = poster.slips[key], poster.placing.boxes[key]
    marks = slip.marks(0, 0)
    svg = ""
    if slip.bubble:
        body = bubble(Placed(0, 0, slip.width, slip.height), (slip.width / 2, slip.height / 2), poster.page.radius, key,
                      tint=f"kind-{slip.told.kind}", strength=0.1)
        svg += svg_of(Layer(f"around-{key}", body), poster.style)
    svg += svg_of(Layer(f"words-{key}", marks), poster.style)
    if key in poster.photos:
        svg += photo_at(poster, key, 0, 0)
    return {
        "asset": slip.told.number, "title": slip.told.title, "language": slip.told.language,
        "x": round(placed.x, 2), "y": round(placed.y, 2), "width": round(slip.width, 2),
        "height": round(slip.height, 2), "pinned": key in poster.pinned,
        "spot": [round(value, 2) for value in poster.placing.icons[key]], "svg": svg}
