"""A small drawing of one spot: what stands around an asset, in a round that fades into the paper, with its sign on it.

Where a place is only roughly known, the rough area is shown and nothing in it that could be taken for the spot itself.
"""

import math
from dataclasses import dataclass, replace

import numpy
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...geo.metres import grid_for
from ..figures.icons import icon
from ..pen.frame import Frame, areas_of, lines_of
from ..pen.hand import resampled, seed_of
from ..pen.marks import Layer, Mark
from ..pen.strokes import circle, hairline, stroke
from ..pen.styles import Style
from ..pen.svg import path_data, svg_document, svg_of
from ..pen.washes import wash, wet_edge
from ..street_data import StreetData
from .scene import scene
from .sheet import points

LEAST, MOST = 62.0, 260.0
"""Metres from the middle to the edge of what is shown: at least around a spot, at most around an area."""
AROUND = 1.35
"""How much more than the shape itself is shown."""
SIDE = 100.0
"""Metres further of which streets and houses are looked up: they may reach into the round."""
SHOWN, ROOM = 0.4, 1.16
"""How far it is from the middle to the edge of what is shown, and how wide the sheet is on which it is drawn before it
is cut out, both by the width of the drawing."""
FADING = ((0.42, 0.4), (0.44, 0.5), (0.46, 0.6), (0.48, 1.0))
"""How far from the middle paper begins, by the width of the drawing, and how much it hides. The last is the end."""
ICON = 0.15
"""How wide the sign is, by the width of the drawing."""
LISTS = {"streets": "line", "buildings": "area", "waters": "area", "streams": "line", "grounds": "area",
         "rails": "line", "trees": "point", "tree_rows": "line"}
"""What is drawn of a neighbourhood's ground -> which of its fields is its shape."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The layers of a small drawing from back to front, the last one with what it is about.

    It is `size` millimetres wide and high, from (`start`, `start`) on; what lies beyond is not looked at.
    """

    layers: list[Layer]
    start: float
    size: float

    def svg(self, style: Style) -> str:
        """The drawing as SVG, with nothing behind it and nothing around it."""
        middle = self.start + self.size / 2
        ring = circle(middle, middle, FADING[-1][0] * self.size, seed_of("round"), 48)
        edge = path_data(Mark((ring,), smooth=True))
        whole = svg_document(self.layers[:-1], style, self.size, self.size, left=self.start, top=self.start)
        head, drawn = whole.removesuffix("</svg>").split(">", 1)
        return (f'{head}><clipPath id="cut-out"><path d="{edge}" fill="#000"/></clipPath>'
                f'<g clip-path="url(#cut-out)">{drawn}</g>{svg_of(self.layers[-1], style)}</svg>')


def crop(ground: StreetData | None, shape: BaseGeometry, kind: str, style: Style, seed: str, *, masked: bool = False,
         size: float = 45.0) -> Crop | None:
    """What lies around a shape in degrees, `size` x `size` millimetres, with the sign of a kind of asset on it.

    `masked` says that the shape was chosen to hide the true place: it is tinted, and has no sign. None where the shape
    is too large to be shown from near by, or nothing is known of what is there.
    """
    if ground is None or not can_be_shown(shape):
        return None
    grid = grid_for(shape)
    middle, reach = _round_of(grid.to_metres(shape))
    near = _near(ground, grid.to_degrees(middle.buffer(reach + SIDE)))
    if near is None:
        return None
    scale, page = size * SHOWN / reach, size * ROOM
    frame = Frame(grid, scale, page / 2 - middle.x * scale, page / 2 + middle.y * scale)
    looked_at = grid.to_degrees(middle.buffer(reach, quad_segs=12))
    view = scene(near, looked_at, frame, page, page, replace(style, without=style.without | {"border"}), seed)
    here = Layer("here", _here(frame.shape(shape), kind, size, masked, seed))
    start = (page - size) / 2
    seen = [Layer(layer.name, _seen(layer.marks, start, start + size)) for layer in view.layers]
    return Crop([*seen, Layer("round", _round(page / 2, size, seed)), here], start, size)


def can_be_shown(shape: BaseGeometry) -> bool:
    """Whether a shape in degrees is small enough to be shown from near by."""
    return not shape.is_empty and shapely.is_valid(shape) and _round_of(grid_for(shape).to_metres(shape))[1] <= MOST


def _round_of(shape: BaseGeometry) -> tuple[Point, float]:
    """The middle of what is shown around a shape in metres, and how far it is from there to the edge."""
    west, south, east, north = shape.bounds
    middle = Point((west + east) / 2, (south + north) / 2)
    return middle, max(LEAST, shapely.hausdorff_distance(middle, shape) * AROUND)


def _near(ground: StreetData, around: BaseGeometry) -> StreetData | None:
    """The part of the ground that touches an area; None where there is nothing."""
    parts = {}
    for name, field in LISTS.items():
        things = getattr(ground, name)
        shapes = numpy.array([getattr(thing, field) for thing in things], dtype=object)
        touched = numpy.flatnonzero(shapely.intersects(shapes, around)) if len(shapes) else ()
        parts[name] = tuple(things[place] for place in touched)
    return replace(ground, names=(), addresses={}, **parts) if any(parts.values()) else None


def _seen(marks: list[Mark], start: float, end: float) -> list[Mark]:
    """The marks without what lies beyond the drawing."""
    found = []
    for mark in marks:
        rings = tuple(ring for ring in mark.rings
                      if (numpy.max(ring, axis=0) > start).all() and (numpy.min(ring, axis=0) < end).all())
        if rings or mark.d:
            found.append(mark if len(rings) == len(mark.rings) else replace(mark, rings=rings))
    return found


def _round(middle: float, size: float, seed: str) -> list[Mark]:
    """Paper over everything but a round in the middle, thicker outwards."""
    turn = numpy.linspace(0, 2 * math.pi, 60)
    sheet = numpy.array(((-1, -1), (1, -1), (1, 1), (-1, 1))) * size + middle
    outside, _ = resampled(numpy.concatenate((sheet, sheet[:1])), 6.0)
    marks = []
    for number, (far, strength) in enumerate(FADING[:-1]):
        ring = middle + far * size * numpy.column_stack((numpy.cos(turn), numpy.sin(turn)))
        hole = wet_edge(ring, seed_of(seed, "round", number), size * 0.007)
        marks.append(Mark((outside[:-1], hole), fill="paper", smooth=True, strength=strength))
    return marks


def _here(shape: BaseGeometry, kind: str, size: float, masked: bool, seed: str) -> list[Mark]:
    """The shape in the colour of its kind, with its sign where that says no more than is known."""
    paint, marks = f"kind-{kind}", []
    areas = [area for area in areas_of(shape) if area.area > 0.5]
    if areas:
        marks += wash(areas, (seed, "here"), paint, layers=2, strength=0.15, amount=0.4, shift=0.3)
        for i, area in enumerate(areas):
            marks += hairline(points(area), seed_of(seed, "here", i), 0.35, ink=paint, dashes=(0.3, 1.3))
    for i, line in enumerate(() if areas else lines_of(shape)):
        wide = 3.2 if masked else 1.6
        marks += stroke(points(line), seed_of(seed, "here", i), wide, taper=0.8, ink=paint, strength=0.35)
    if masked:
        return marks
    spot = shapely.point_on_surface(shape)
    if not areas:
        spot = shape.interpolate(0.5, normalized=True) if shape.geom_type == "LineString" else spot
    wide = size * ICON
    foot = numpy.array(((spot.x, spot.y), (spot.x, spot.y - wide * 0.5)))
    return [*marks, *stroke(foot, seed_of(seed, "pin"), size * 0.007, amount=0.01, taper=0.9),
            *icon(kind, spot.x, spot.y - wide * 1.02, wide, seed)]
