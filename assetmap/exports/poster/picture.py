"""A poster as marks and as SVG, from back to front: the drawing, threads, signs, blocks, notes and frame."""

import math
from dataclasses import replace
from html import escape

import numpy
import shapely
from shapely.geometry import LineString, Point, box

from ...domain.kind import Kind
from ...drawing.figures.frame import frame
from ...drawing.letters.along import along
from ...drawing.letters.sheet import Lettered
from ...drawing.letters.written import width_of
from ...drawing.notes.bubbles import bubble
from ...drawing.notes.leaders import leader, tether
from ...drawing.notes.threads import thread
from ...drawing.notes.wishes import Spot
from ...drawing.pen.frame import lines_of
from ...drawing.pen.marks import Layer, Mark
from ...drawing.pen.strokes import dash
from ...drawing.pen.svg import svg_document, svg_of
from ...inventory import Inventory
from . import blocks, signs
from .drawing import Poster

LONG_TAIL, SHORT_TAIL = 26.0, 9.0
"""Of a bubble, millimetres of grain 1: beyond the first it gets only the second, and a line."""
OVER_HOUSES, HALO = 0.02, 0.9
"""The part of a name over houses from which paper is left around its letters, and how wide: millimetres of grain 1."""
MOST_THREADS, FEWEST_MEMBERS = 5, 3
THREADS = ("thread-1", "thread-2", "thread-3", "thread-4")


def svg(poster: Poster, inventory: Inventory, title: str, description: str) -> str:
    """The whole sheet as SVG, with a title and a description for who does not see it."""
    layers = [*ground(poster, inventory), Layer("notes", [mark for key in poster.slips for mark in note(poster, key)]),
              Layer("frame", blocks.frame(poster.sheet))]
    pictures = "".join(photo(poster, key) for key in poster.photos)
    return told_to_readers(
        svg_document(layers, poster.style, poster.sheet.width, poster.sheet.height, pictures, "paper"),
        title, description)


def ground(poster: Poster, inventory: Inventory) -> list[Layer]:
    """All that lies under the notes: drawing, names, threads, signs and blocks."""
    return [
        *poster.scene.layers,
        Layer("names", [mark for name in poster.names.names for mark in _legible(name, poster.sheet.grain)]),
        Layer("ways-out", [mark for way in poster.ways_out for mark in way.marks]),
        Layer("walks", walks(poster, inventory)),
        Layer("threads", _threads(poster, inventory)),
        Layer("leaders", [mark for key in poster.placing.boxes for mark in leading(poster, key)]),
        Layer("signs", [mark for key in poster.placing.icons for mark in sign(poster, key)]),
        Layer("invitations", poster.invitations),
        Layer("blocks", [mark for placed in poster.blocks.values() for mark in _block(poster, *placed)])]


def _legible(name: Lettered, grain: float) -> list[Mark]:
    """A name's letters; those that lie over houses have paper around them."""
    if name.built < OVER_HOUSES:
        return name.marks
    return [replace(mark, fill="", line="paper", width=HALO * grain) for mark in name.marks] + name.marks


def note(poster: Poster, key: str) -> list[Mark]:
    """A note with its bubble where it lies."""
    slip, placed = poster.slips[key], poster.placing.boxes[key]
    marks = slip.marks(placed.x, placed.y)
    if slip.bubble:
        tip, radius = poster.placing.icons[key], poster.page.radius
        if placed.leader and math.dist(placed.leader[0], tip) > LONG_TAIL * poster.sheet.grain:
            # A tail this long would lie across the drawing like a plank: a short one, and a line from its tip.
            tip = _along(placed.leader[0], tip, SHORT_TAIL * poster.sheet.grain + radius)
        marks = bubble(placed, tip, radius, key, tint=f"kind-{slip.told.kind}", strength=0.1) + marks
    return marks


def leading(poster: Poster, key: str) -> list[Mark]:
    """What leads from a note to its icon, and from that to where it really is."""
    placed, grain = poster.placing.boxes[key], poster.sheet.grain
    if not poster.slips[key].bubble:
        return _under_notes(poster, key, placed.leader)
    if not placed.leader or math.dist(placed.leader[0], poster.placing.icons[key]) <= LONG_TAIL * grain:
        return []
    start = _along(placed.leader[0], placed.leader[-1], SHORT_TAIL * grain)
    return _under_notes(poster, key, (start, _along(start, placed.leader[-1], 6 * grain), placed.leader[-1]), "dot")


def _under_notes(poster: Poster, key: str, points: tuple[Spot, ...], end: str = "arrow") -> list[Mark]:
    """A leader that runs on under the notes of others instead of through their words."""
    if len(points) < 2:
        return []
    line = LineString(points)
    others = [placed.bounds for other, placed in poster.placing.boxes.items() if other != key]
    # Only the few notes on its way get air around them: that is what takes time.
    boxes = shapely.box(*numpy.array(others).T) if others else numpy.array([])
    crossed = [*shapely.buffer(boxes[shapely.dwithin(boxes, line, 0.6)], 0.6),
               *(area for area in poster.page.blocked if area.intersects(line))]
    left = line.difference(shapely.union_all(crossed)) if crossed else line
    parts = [list(part.coords) for part in lines_of(left) if part.length > 1.5]
    return [mark for part in parts for mark in leader(
        part, (key, part[0]), size=poster.sheet.grain, end=end if part[-1] == points[-1] else "")]


def sign(poster: Poster, key: str) -> list[Mark]:
    """The icon or number of an asset."""
    told, spot, radius = poster.by_key[key], poster.placing.icons[key], poster.page.radius
    home = poster.frame.point(told.spot)
    marks = _outwards(home, spot, poster) if key in poster.outside else tether(home, spot, radius, key)
    if poster.fates[key] == "number":
        return marks + signs.number(key, told.kind, *spot, radius, key)
    return marks + signs.icon(told.kind, *spot, radius, key)


def _outwards(home: Spot, spot: Spot, poster: Poster) -> list[Mark]:
    """A short arrow from an icon at the edge towards where it really is, off the sheet."""
    grain = poster.sheet.grain
    start = _along(spot, home, poster.page.radius + 0.8 * grain)
    end = _along(spot, home, poster.page.radius + 5.5 * grain)
    return leader((start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end), home, size=grain, halo="")


def photo(poster: Poster, key: str) -> str:
    """The photo on a note where it lies, as SVG."""
    placed = poster.placing.boxes[key]
    return photo_at(poster, key, placed.x, placed.y)


def photo_at(poster: Poster, key: str, left: float, top: float) -> str:
    """The photo on a note whose upper left corner lies there, with its drawn frame over it; a sketch has none."""
    shot = poster.photos[key]
    x, y, width, height = (round(value * 100) for value in poster.slips[key].picture_box(left, top))
    edge = "" if shot.sketched else svg_of(
        Layer(f"photo-{key}", frame(width / 100, height / 100, key)), poster.style)
    return (f'<g transform="translate({x} {y})"><image width="{width}" height="{height}" '
            f'preserveAspectRatio="xMidYMid slice" href="{shot.address}"><title>{escape(shot.alt)}</title></image>'
            f"{edge}</g>")


def _along(start: Spot, end: Spot, far: float) -> Spot:
    """The point so many millimetres from the start towards the end."""
    part = min(1.0, far / (math.dist(start, end) or 1.0))
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def told_to_readers(document: str, title: str, description: str) -> str:
    """The SVG with words for screen readers."""
    head, rest = document.split(">", 1)
    return (f'{head} role="img" aria-labelledby="poster-title poster-text"><title id="poster-title">{escape(title)}'
            f'</title><desc id="poster-text">{escape(description)}</desc>{rest}')


def _block(poster: Poster, piece: blocks.Piece, x: float, y: float) -> list[Mark]:
    marks = piece.draw(x, y)
    for what, across, down in piece.spots:
        marks += signs.explained(what, x + across, y + down, poster.page.radius * 0.92)
    return marks


def _threads(poster: Poster, inventory: Inventory) -> list[Mark]:
    """A stitched thread through all that an informal network is tied to, with its name along it where it fits."""
    icons = poster.placing.icons
    boxes = [box(*placed.bounds).buffer(0.8) for placed in poster.placing.boxes.values()]
    boxes += [Point(spot).buffer(poster.page.radius * 1.1) for spot in icons.values()] + list(poster.page.blocked)
    boxes += [name.box for name in poster.names.names]
    members: dict[str, set[str]] = {}
    for tie in inventory.ties:
        for end, other in ((str(tie.first), str(tie.second)), (str(tie.second), str(tie.first))):
            if end in icons and other in icons and poster.by_key[end].kind is Kind.NETWORK:
                members.setdefault(end, {end}).add(other)
    marks: list[Mark] = []
    grain = poster.sheet.grain
    order = sorted((key for key in members if len(members[key]) >= FEWEST_MEMBERS),
                   key=lambda key: (-len(members[key]), int(key)))[:MOST_THREADS]
    for i, key in enumerate(order):
        ink, size, title = THREADS[i % len(THREADS)], 3.5 * grain, poster.by_key[key].title
        room = width_of(title, "note", size) + 2 * grain if len(title) < 40 else 0
        sewn = thread([icons[one] for one in sorted(members[key], key=int)], (inventory.slug, key), paint=ink,
                      keep_off=boxes, name_width=room, name_height=size, size=grain)
        marks += sewn.marks
        if sewn.name_line is not None:
            letters = along(title, sewn.name_line, "note", size, ink=ink, seed=key)
            marks += [replace(mark, fill="", line="paper", width=1.3 * grain) for mark in letters] + letters
    return marks


def walks(poster: Poster, inventory: Inventory) -> list[Mark]:
    """The routes of walks as dots, where the inventory has any."""
    marks: list[Mark] = []
    clear = [box(*placed.bounds) for placed in poster.placing.boxes.values()] + list(poster.page.blocked)
    for i, walk in enumerate(getattr(inventory, "walks", ())):
        route = getattr(walk, "route", None)
        if route is None or route.is_empty:
            continue
        line = poster.frame.shape(route) & poster.scene.island
        dots = []
        for part in getattr(line, "geoms", (line,)):
            for far in numpy.arange(0, part.length, 2.2 * poster.sheet.grain):
                spot = part.interpolate(far)
                if not any(area.covers(spot) for area in clear):
                    dots.append(dash((spot.x - 0.3, spot.y), (spot.x + 0.3, spot.y), "walk", i, far, width=0.9))
        if dots:
            marks.append(Mark(tuple(dots), fill="kind-network", smooth=True))
    return marks

