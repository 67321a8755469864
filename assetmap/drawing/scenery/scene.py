"""A neighbourhood drawn: the recipe, from bare paper to the veil over what lies around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from ..houses.houses import houses
from ..pen.frame import Frame, lines_of
from ..pen.marks import Layer
from ..pen.styles import Style
from ..street_data import StreetData
from .bridges import bridges
from .edge import border, edge_of, veil
from .fences import fences
from .fields import fields
from .ground import Land, washes
from .lie import lie_of
from .life import life
from .meadow import meadow
from .playthings import playthings
from .rails import rails
from .sheet import NOTHING, Sheet
from .streets import paths, streets
from .textures import textures
from .trees import hedges, trees
from .water import water
from .ways_out import WayOut, ways_out


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing without its words.

    `layers` from back to front; `island` is the drawn area and `core` the neighbourhood in it, in millimetres;
    `left_out` is how many houses stood under writing; `streets` are (name, kind, line in millimetres) for names along
    them; `ways_out` are the arrows to letter at the edge.
    """

    layers: list[Layer]
    island: BaseGeometry
    core: BaseGeometry
    left_out: int = 0
    streets: list[tuple[str, str, LineString]] = field(default_factory=list)
    ways_out: tuple[WayOut, ...] = ()


def scene(ground: StreetData | None, boundary: BaseGeometry, frame: Frame, width: float, height: float, style: Style,
          seed: str, *, clear: BaseGeometry | None = None, names: BaseGeometry | None = None, lively: bool = True,
          progress: Callable[[float], None] = lambda share: None) -> Scene:
    """The neighbourhood on a page of `width` x `height` millimetres.

    Without street data the boundary alone is drawn, as a sheet that invites to fill it. `clear` is the union of areas
    (millimetres) where writing comes: the pen stays away from there; from `names` all but houses do. `lively` adds
    people, boats and ducks. `progress` is told which share is done, 0 to 1.
    """
    ground = ground or StreetData(boundary)
    edge = edge_of(boundary, frame, width, height, seed)
    clear = shapely.make_valid(clear) if clear is not None else NOTHING
    written = clear if names is None else clear | shapely.make_valid(names)
    for area in (edge.island, edge.core, clear, written):
        shapely.prepare(area)
    sheet = Sheet(ground, frame, edge.core, edge.island, written, style, seed)
    lie = lie_of(sheet)
    land = Land(sheet, lie)
    progress(0.15)
    layers = [
        Layer("ground", washes(sheet, lie, land)),
        Layer("meadow", [*meadow(sheet, land), *fences(sheet, lie, land)]),
        Layer("water", [*water(sheet, lie), *textures(sheet, lie, land)]),
        Layer("paths", [*paths(sheet, lie), *hedges(sheet)]),
        Layer("streets", streets(sheet, lie)),
        Layer("fields", fields(sheet, lie, land)),
        Layer("rails", rails(sheet)),
        Layer("bridges", bridges(sheet, lie)),
        Layer("border", border(sheet, lie.water | lie.carriageway)),
    ]
    progress(0.4)
    raised = houses(ground, frame, edge.island, seed, style, clear if not clear.is_empty else None)
    progress(0.75)
    grown = [*trees(sheet, lie, land), *playthings(sheet, lie, land), *(life(sheet, lie, land) if lively else ())]
    standing = sorted([*raised.things, *grown], key=itemgetter(0, 1))
    layers.append(Layer("standing", [mark for *_, marks in standing for mark in marks]))
    layers.append(Layer("veil", veil(sheet, edge.reach)))
    for layer in layers:
        layer.marks = [mark for mark in layer.marks if mark.rings or mark.d]
    progress(1.0)
    return Scene(layers, edge.island, edge.core, raised.left_out, _named(sheet), ways_out(sheet))


def _named(sheet: Sheet) -> list[tuple[str, str, LineString]]:
    """The pieces of street that have a name, cut at the edge."""
    named = [street for street in sheet.ground.streets if street.name and street.level >= 0]
    return [
        (street.name, street.kind, piece)
        for street, pieces in zip(named, sheet.lines(street.line for street in named), strict=True)
        for part in pieces for piece in lines_of(part)]
