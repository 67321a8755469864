"""The arrows to what lies outside, lettered: where a street leads, and what one finds there."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely import STRtree
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from ...drawing.letters.written import line
from ...drawing.notes.leaders import leader
from ...drawing.pen.frame import Frame
from ...drawing.pen.marks import Mark
from ...drawing.pen.styles import Style
from ...drawing.scenery.edge import Edge
from ...drawing.scenery.sheet import NOTHING
from ...drawing.scenery.sheet import Sheet as Scenery
from ...drawing.scenery.ways_out import ways_out
from ...drawing.street_data import StreetData
from .sheet import Sheet

SIZE, LONG = 3.7, 10.0
"""Of the letters and of the arrow, millimetres of grain 1."""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow with its words, and the room it takes."""

    marks: list[Mark]
    box: Polygon


def lettered(ground: StreetData, frame: Frame, edge: Edge, sheet: Sheet, style: Style, seed: str,
             blocked: list[BaseGeometry], words: Callable[[str], str], language: str) -> list[Way]:
    """The ways out for which there is room between the drawing and the border."""
    scenery = Scenery(ground, frame, edge.core, edge.island, NOTHING, style, seed)
    grain = sheet.grain
    inner = box(sheet.border, sheet.border, sheet.width - sheet.border, sheet.height - sheet.border)
    found: list[Way] = []
    for way in ways_out(scenery):
        across, down = math.cos(way.angle), math.sin(way.angle)
        x, y = way.spot
        start = (x + across * 1.5 * grain, y + down * 1.5 * grain)
        end = (start[0] + across * LONG * grain, start[1] + down * LONG * grain)
        text = line(words("to {name}").format(name=way.name), "note", SIZE * grain, seed=way.name, language=language)
        middle = (end[0] + across * (text.width / 2 + 1.5 * grain), end[1] + down * (text.height / 2 + 0.5 * grain))
        left, top = middle[0] - text.width / 2, middle[1] - text.height / 2
        room = box(left, top, left + text.width, top + text.height).union(LineString((start, end)).buffer(grain))
        room = room.envelope if room.geom_type != "Polygon" else room.convex_hull
        taken = STRtree([*blocked, *(other.box for other in found)])
        if not inner.contains(room) or len(taken.query(room, predicate="intersects")):
            continue
        bent = ((start[0] + end[0]) / 2 + down * 0.8 * grain, (start[1] + end[1]) / 2 - across * 0.8 * grain)
        marks = leader((start, bent, end), way.name, size=grain, halo="") + text.at(left, top)
        found.append(Way(marks, room))
    return found
