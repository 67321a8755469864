"""What a sheet shows of which nobody has told anything yet: empty notes to write on, and a word to begin with."""

import numpy
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ...domain.kind import Kind
from ...drawing.letters.written import paragraph
from ...drawing.pen.hand import seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import hairline
from ..book.invitations import INVITATIONS
from ..form import Order
from . import signs
from .blocks import Piece
from .sheet import Sheet

WIDE, HIGH, LINES = 62.0, 40.0, 3
"""Of an empty note, millimetres of grain 1."""


def invitation(order: Order, sheet: Sheet) -> Piece:
    """That nobody has told yet, and a word to begin with."""
    grain = sheet.grain
    name = " ".join(order.inventory.name.split()) or order.inventory.slug
    said = paragraph(
        order.words("Nobody has told about {name} yet.").format(name=name), "title", 9 * grain, 120 * grain,
        most_lines=3, seed="invitation", language=order.language)
    ask = paragraph(order.words(
        "Who lives here, who can do what, where do you like to be? Write it on a note and stick it here."),
        "note", 5.2 * grain, 110 * grain, seed="ask", language=order.language)

    def draw(x: float, y: float) -> list[Mark]:
        return said.at(x, y) + ask.at(x, y + said.height + 3 * grain)

    return Piece(max(said.width, ask.width), said.height + ask.height + 3 * grain, draw)


def empty_notes(order: Order, sheet: Sheet, island: BaseGeometry, blocked: list[BaseGeometry]) -> list[Mark]:
    """A note to write on for each kind, on paper that is free of the drawing where there is any."""
    grain = sheet.grain
    wide, high = WIDE * grain, HIGH * grain
    across = numpy.arange(sheet.border + 4 * grain, sheet.width - sheet.border - wide - 4 * grain, 11 * grain)
    down = numpy.arange(sheet.border + 4 * grain, sheet.height - sheet.border - high - 4 * grain, 9 * grain)
    left, top = (each.ravel() for each in numpy.meshgrid(across, down))
    boxes = shapely.box(left, top, left + wide, top + high)
    hidden = shapely.area(shapely.intersection(boxes, island))
    # Near the neighbourhood rather than in a far corner.
    far = shapely.distance(shapely.centroid(boxes), island)
    taken = [area.buffer(3 * grain) for area in blocked]
    marks: list[Mark] = []
    kinds = list(Kind)
    for i in numpy.argsort(hidden / (wide * high) * 400 + far, kind="stable"):
        if not kinds:
            break
        if any(area.intersects(boxes[i]) for area in taken):
            continue
        marks += _note(order, kinds.pop(0), float(left[i]), float(top[i]), sheet)
        taken.append(box(*boxes[i].bounds).buffer(7 * grain))
    return marks


def _note(order: Order, kind: Kind, x: float, y: float, sheet: Sheet) -> list[Mark]:
    grain = sheet.grain
    wide, high = WIDE * grain, HIGH * grain
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
    marks = [Mark((corners[:-1],), fill="paper")]
    marks += hairline(corners, seed_of("empty", kind), 0.4 * grain, amount=0.5 * grain,
                      dashes=(2.6 * grain, 1.8 * grain))
    marks += signs.icon(kind, x + 6.5 * grain, y + 6.5 * grain, sheet.radius, kind)
    question = paragraph(order.words(INVITATIONS[kind][1]), "note", 3.9 * grain, wide - 16 * grain, seed=kind,
                         most_lines=3, language=order.language)
    marks += question.at(x + 12.5 * grain, y + 2.6 * grain)
    for row in range(LINES):
        base = y + (22 + row * 7) * grain
        marks += hairline(((x + 4 * grain, base), (x + wide - 4 * grain, base)), seed_of("line", kind, row),
                          0.3 * grain, ink="pencil", dashes=(0.01, 1.4 * grain))
    return marks
