"""The recipe of a poster: from an order to everything that lies on the sheet, each thing in its place.

What is told first gets a note; then come numbers with a register beside the drawing, then icons alone; what finds no
place is listed with the reason. Nothing ever lies on anything else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy
import shapely
from shapely.geometry import MultiPoint, Point, box
from shapely.geometry.base import BaseGeometry

from ...domain.kind import Kind
from ...domain.note_place import NotePlace
from ...drawing.base_file import read_base
from ...drawing.letters.sheet import StreetNames
from ...drawing.letters.street_names import street_names
from ...drawing.notes.cost import Ink
from ...drawing.notes.fitting import free_paper
from ...drawing.notes.place import STEPS, place
from ...drawing.notes.wishes import Page, Placed, Placing, Wish
from ...drawing.pen.frame import Frame
from ...drawing.pen.marks import Mark
from ...drawing.pen.styles import Style
from ...drawing.scenery.density import density
from ...drawing.scenery.edge import edge_of
from ...drawing.scenery.scene import Scene, scene
from ...drawing.street_data import StreetData
from ...inventory import Inventory
from ..book.teller import Teller
from ..form import Order
from . import blocks
from .blocks import Piece
from .composition import Block, composed
from .invitations import empty_notes, invitation
from .outside import Way, lettered
from .photos import Photo, photos
from .sheet import MOST_ICONS, MOST_NOTES, MOST_NUMBERS, MOST_PHOTOS, Sheet
from .signs import seen
from .slips import Slip, slips
from .telling import Told, told

CELL = 2.0
FOR_NOTES = 0.3
"""What part of the sheet notes may cover."""
CROWDED = 0.7
"""What part of the paper that is free of drawing notes may take."""
FATES: dict[str, str] = {
    "note": "On the drawing, with a note",
    "number": "On the drawing, with a number",
    "icon": "On the drawing, as an icon",
    "everywhere": "Everywhere in the neighbourhood",
    "no-room": "Not on the drawing: there was no room left",
}
"""What became of an asset -> English message id of the heading it stands under on the next page."""
CLEARLY = 1.08
"""How much larger a drawing has to become for its sheet to stand."""
SPARE = 4
"""Lines of the register that are kept at least for notes of which it turns out that they find no place; one for every
six notes on a poster of many.
"""
NOWHERE = 0.004
"""Degrees around the middle of nothing: a neighbourhood of which no boundary is known."""


@dataclass(slots=True)
class Poster:
    """Everything on the sheet. `slips` are the notes by key in the shape that was chosen; `fates` say what became of
    each asset (see FATES).
    """

    sheet: Sheet
    style: Style
    told: list[Told]
    frame: Frame
    scene: Scene
    names: StreetNames
    placing: Placing
    page: Page
    slips: dict[str, Slip] = field(default_factory=dict)
    photos: dict[str, Photo] = field(default_factory=dict)
    fates: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, tuple[Piece, float, float]] = field(default_factory=dict)
    pinned: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    """Assets that lie off the sheet: an arrow at the edge points to them."""
    ways_out: list[Way] = field(default_factory=list)
    invitations: list[Mark] = field(default_factory=list)
    """Empty notes, where nobody has told anything yet."""
    unread: list[str] = field(default_factory=list)
    """Hashes of photos that could not be read."""

    @property
    def by_key(self) -> dict[str, Told]:
        return {one.key: one for one in self.told}


def drawn(order: Order, sheets: Sequence[Sheet], style: Style, say: Teller,
          progress: Callable[[float], None] = lambda share: None) -> Poster:
    """The poster of this order on that of the sheets (one paper, lying or standing) on which the drawing is largest.

    The same order gives the same poster.
    """
    inventory, sheet = order.inventory, sheets[0]
    area = area_of(inventory)
    ground = _ground(inventory)
    here = told(inventory, roomy=sheet.paper in ("a1", "a0"))
    last = _last(order, sheet)
    shots, unread = photos(order, here[: MOST_NOTES[sheet.paper]], style, MOST_PHOTOS[sheet.paper], sheet)
    offered, numbered, bare, everywhere = _shares(here, sheet, shots, last)
    progress(0.1)

    night = _lightness(style.colour("paper")) < _lightness(style.colour("ink"))
    laid = [_laid_out(order, one, area, say, here, offered, numbered, everywhere, night) for one in sheets]
    # Standing only where that is clearly larger: most walls have more room beside a poster than above it.
    best = max(range(len(sheets)), key=lambda i: laid[i][1].scale * (CLEARLY if sheets[i].landscape else 1))
    sheet, (pieces, frame, page) = sheets[best], laid[best]
    last = _last(order, sheet)
    for turn in range(2):
        ink = density(ground, area, frame, sheet.width, sheet.height, CELL)
        if turn or not _put_off(here, offered, numbered, bare, sheet, page, ink, last):
            break
        pieces, frame, page = _laid_out(order, sheet, area, say, here, offered, numbered, everywhere, night)
    progress(0.15)
    edge = edge_of(area, frame, sheet.width, sheet.height, inventory.slug)
    ways = lettered(ground, frame, edge, sheet, style, inventory.slug, list(page.blocked), order.words,
                    inventory.language) if ground else []
    blocked = [*page.blocked, *(way.box for way in ways)]
    around = shapely.union_all([*blocked, _outside(sheet)])
    names = street_names(ground, frame, edge.island, size=2.7 * sheet.grain, clear=around,
                         seed=inventory.slug) if ground else StreetNames()
    progress(0.25)

    page = Page(page.width, page.height, page.margin, blocked, names.boxes, page.radius, page.gap)
    wishes = _wishes(here, offered, bare, numbered, frame, sheet, last)
    placing = _placed(wishes, offered, ink, page, inventory.slug, last, lambda share: progress(0.25 + 0.3 * share))
    _listed_late(order, sheet, placing, pieces, here, offered, numbered, everywhere)
    chosen = {key: offered[key][placed.box] for key, placed in placing.boxes.items()}
    names = _without_covered(names, placing)
    view = scene(
        ground, area, frame, sheet.width, sheet.height, style, inventory.slug, clear=_clear(placing, page),
        names=shapely.union_all([name.box.buffer(0.15) for name in names.names]),
        progress=lambda share: progress(0.55 + 0.4 * share))
    poster = Poster(
        sheet, style, here, frame, view, names, placing, page, chosen,
        {key: shot for key, shot in shots.items() if key in chosen and chosen[key].picture}, blocks=pieces,
        pinned=frozenset(key for key, one in last.items() if one.pinned and key in chosen), ways_out=ways,
        unread=unread, outside=frozenset(
            one.key for one in here if one.spot is not None and not _is_on(frame.point(one.spot), sheet)))
    if not here:
        poster.invitations = empty_notes(order, sheet, view.island, [*page.blocked])
    poster.fates = {one.key: _fate(one, placing, numbered, everywhere) for one in here}
    return poster


def area_of(inventory: Inventory) -> BaseGeometry:
    """What is drawn, in degrees: within the boundary; without one around what was told; else a piece of bare paper."""
    if inventory.boundary is not None and not inventory.boundary.is_empty and inventory.boundary.area > 0:
        return inventory.boundary
    spots = [item.point for item in inventory.items if item.point is not None]
    return MultiPoint(spots or [(0, 0)]).convex_hull.buffer(NOWHERE if not spots else NOWHERE / 2)


def _lightness(colour: str) -> int:
    """0 to 765; a paint without a colour is the white of the sheet."""
    return sum(int(colour[at:at + 2], 16) for at in (1, 3, 5)) if len(colour) == 7 else 765


def _last(order: Order, sheet: Sheet) -> dict[str, NotePlace]:
    return {str(one.asset): one for one in order.places.get(sheet.name, ())}


def _ground(inventory: Inventory) -> StreetData | None:
    return read_base(inventory.base_folder)


def _shares(here: list[Told], sheet: Sheet, shots: Mapping[str, Photo], last: Mapping[str, NotePlace]):
    """Who is offered a note (key -> its shapes), who a number, who an icon alone, and who belongs everywhere."""
    room = FOR_NOTES * sheet.width * sheet.height
    offered: dict[str, tuple[Slip, ...]] = {}
    rest, everywhere = [], []
    pinned = {key for key, one in last.items() if one.pinned}
    for one in sorted(here, key=lambda one: one.key not in pinned):
        if one.spot is None:
            everywhere.append(one)
        elif len(offered) < MOST_NOTES[sheet.paper] and room > 0:
            shot = shots.get(one.key)
            offered[one.key] = slips(one, sheet, shot.ratio if shot else None)
            room -= offered[one.key][0].width * offered[one.key][0].height + 60 * sheet.grain**2
        else:
            rest.append(one)
    rest.sort(key=lambda one: (-one.weight, one.number))
    many = MOST_NUMBERS[sheet.paper]
    # A number that is not in the register says nothing: whoever comes after it is an icon.
    numbered = {one.key: one for one in rest[:many]}
    bare = {one.key: one for one in rest[many: max(many, MOST_ICONS[sheet.paper] - len(offered))]}
    return offered, numbered, bare, everywhere


def _put_off(here: list[Told], offered: dict, numbered: dict, bare: dict, sheet: Sheet, page: Page,
             ink: numpy.ndarray, last: Mapping[str, NotePlace]) -> bool:
    """Takes the offer back from those for whom there is no free paper: a number in the register says more than an icon
    without words. Returns whether there were any.
    """
    room = CROWDED * free_paper(page, Ink(ink, CELL), len(offered) + len(numbered) + len(bare))
    away = []
    for one in here:
        if one.key not in offered:
            continue
        room -= min((slip.width + page.gap) * (slip.height + page.gap) for slip in offered[one.key]
                    if slip.stage == offered[one.key][0].stage)
        if room < 0 and not (one.key in last and last[one.key].pinned):
            away.append(one)
    for one in away:
        del offered[one.key]
    listed = sorted([*away, *numbered.values(), *bare.values()], key=lambda one: (-one.weight, one.number))
    many = MOST_NUMBERS[sheet.paper]
    numbered.clear()
    bare.clear()
    numbered.update({one.key: one for one in listed[:many]})
    bare.update({one.key: one for one in listed[many:]})
    return bool(away)


def _laid_out(order: Order, sheet: Sheet, area: BaseGeometry, say: Teller, here: list[Told], offered: dict,
              numbered: dict, everywhere: list[Told], night: bool):
    """Blocks, frame and page: the large things of the sheet."""
    kinds = seen([one.kind for one in here]) or list(Kind)
    others = _other_signs(order.inventory, here, offered, numbered)
    heads = {"title": [blocks.title(order, sheet)],
             "legend": [blocks.legend(order, sheet, kinds, others, columns) for columns in (2, 1)]}
    corners = {"title": ("top left",), "legend": ("bottom right", "bottom left", "top right")}
    listed = [*numbered.values()]
    spare = min(len(offered), max(SPARE, len(offered) // 6))
    if listed or everywhere or spare:
        columns = (1, 2, 3, 4) if len(listed) > 10 else (1, 2)
        heads["register"] = [
            blocks.register(order, sheet, listed, everywhere, many, spare=spare) for many in columns]
        tall = sheet.height * 0.62
        heads["register"] = [one for one in heads["register"] if one.height < tall] or heads["register"][-1:]
        corners["register"] = ("bottom left", "top right", "bottom right")
    if not here:
        heads["invitation"] = [invitation(order, sheet)]
        corners["invitation"] = ("bottom left", "top right")
    foot = blocks.foot(order, sheet, say, 0.3, night)
    gap = 3 * sheet.grain
    wanted = [Block(name, tuple((one.width + gap, one.height + gap) for one in pieces), corners[name])
              for name, pieces in heads.items()]
    notes = sum((one[0].width + 3) * (one[0].height + 3) for one in offered.values())
    composition = composed(sheet, area, wanted, foot.height, notes)
    foot = blocks.foot(order, sheet, say, composition.frame.scale, night)
    laid = {"foot": (foot, sheet.border, sheet.height - sheet.border - foot.height)}
    for name, (x, y, which) in composition.blocks.items():
        piece = heads[name][which]
        if x > sheet.border:
            x += gap
        if y > sheet.border:
            y += gap
        laid[name] = (piece, x, y)
    blocked = [box(x - gap, y - gap, x + piece.width + gap, y + piece.height + gap) for piece, x, y in laid.values()]
    page = Page(sheet.width, sheet.height, sheet.border, blocked, (), sheet.radius, 1.5 * sheet.grain)
    return laid, composition.frame, page


def _listed_late(order: Order, sheet: Sheet, placing: Placing, pieces: dict, here: list[Told], offered: dict,
                 numbered: dict, everywhere: list[Told]) -> None:
    """Those whose note found no place near enough take the lines that the register kept for them."""
    if "register" not in pieces:
        return
    piece, x, y = pieces["register"]
    late = [one for one in here if one.key in offered and one.key in placing.left_out][:piece.spare]
    numbered.update({one.key: one for one in late})
    again = blocks.register(order, sheet, [*numbered.values()], everywhere, piece.columns, widest=piece.width)
    pieces["register"] = again, x, y if y < sheet.height / 3 else y + piece.height - again.height


def _other_signs(inventory: Inventory, here: list[Told], offered: dict, numbered: dict) -> list[tuple[str, str]]:
    """What else the legend has to tell."""
    found = []
    if any(one.quote and one.key in offered for one in here):
        found.append(("bubble", "told by a neighbour"))
    if any(one.kind is Kind.NETWORK and one.key in offered for one in here) and inventory.ties:
        found.append(("thread", "who belongs together"))
    if numbered:
        found.append(("number", "see the list"))
    return found


def _wishes(here: list[Told], offered: dict, bare: dict, numbered: dict, frame: Frame, sheet: Sheet,
            last: Mapping[str, NotePlace]) -> list[Wish]:
    wishes = []
    for one in here:
        if one.spot is None:
            continue
        shapes = offered.get(one.key, ())
        if not shapes and one.key not in bare and one.key not in numbered:
            continue
        was = last.get(one.key)
        wishes.append(Wish(
            one.key, _on_sheet(frame.point(one.spot), sheet), tuple((slip.width, slip.height) for slip in shapes),
            one.weight, (was.x, was.y) if was and was.pinned else None, "bubble" if one.quote else "note"))
    return wishes


def _is_on(spot: tuple[float, float], sheet: Sheet) -> bool:
    edge = sheet.border + sheet.radius
    return edge <= spot[0] <= sheet.width - edge and edge <= spot[1] <= sheet.height - edge


def _on_sheet(spot: tuple[float, float], sheet: Sheet) -> tuple[float, float]:
    """The spot, or the nearest one on the sheet where there is room for an arrow that points out of it."""
    edge = sheet.border + sheet.radius + 5 * sheet.grain
    return min(max(spot[0], edge), sheet.width - edge), min(max(spot[1], edge), sheet.height - edge)


def _placed(wishes: list[Wish], offered: Mapping[str, tuple[Slip, ...]], ink: numpy.ndarray, page: Page, seed: str,
            last: Mapping[str, NotePlace], progress: Callable[[float], None]) -> Placing:
    """First all with everything on them; those that found no room try again on the paper that is left with their words
    alone, then with their title.
    """
    was = {key: (one.x, one.y, one.form) for key, one in last.items()}
    found: Placing | None = None
    remarks: dict[str, str] = {}
    for stage, share in enumerate((0.7, 0.85, 1.0)):
        fixed = found.boxes if found else {}
        if found and all(wish.key in fixed for wish in wishes if wish.boxes):
            break
        known = was | (found.last if found else {})
        tried, shapes = [], {}
        for wish in wishes:
            if wish.boxes:
                shapes[wish.key] = _shapes_for(wish, offered[wish.key], stage, fixed, known)
                pinned = (fixed[wish.key].x, fixed[wish.key].y) if wish.key in fixed else wish.pinned
                wish = replace(wish, boxes=tuple(wish.boxes[i] for i in shapes[wish.key]), pinned=pinned)
            tried.append(wish)
        placing = place(
            tried, ink, CELL, page, seed, steps=STEPS if not found else STEPS // 3, share=CROWDED, last={
                key: (x, y, shapes[key].index(which)) for key, (x, y, which) in known.items()
                if which in shapes.get(key, ())})
        remarks = remarks if found else placing.remarks
        boxes = {key: replace(placed, box=shapes[key][placed.box]) for key, placed in placing.boxes.items()}
        found = replace(placing, boxes=boxes, remarks=remarks)
        progress(share)
    return found


def _shapes_for(wish: Wish, slips: tuple[Slip, ...], stage: int, fixed: Mapping[str, Placed],
                known: Mapping[str, tuple[float, float, int]]) -> list[int]:
    """Which of its shapes a note tries at this stage: the one it has or was pinned with, else what it may show."""
    held = fixed[wish.key].box if wish.key in fixed else known[wish.key][2] if wish.pinned and wish.key in known else -1
    if 0 <= held < len(slips):
        return [held]
    best = max(stage, min(slip.stage for slip in slips))
    return [i for i, slip in enumerate(slips) if slip.stage == best] or [len(slips) - 1]


def _without_covered(names: StreetNames, placing: Placing) -> StreetNames:
    """The names that no note lies on and no icon covers."""
    taken = shapely.STRtree([box(*placed.bounds) for placed in placing.boxes.values()])
    kept = [name for name in names.names if not len(taken.query(name.box, predicate="intersects"))]
    return StreetNames(kept, names.left_out)


def _clear(placing: Placing, page: Page) -> BaseGeometry:
    """Where notes and signs come: the pen stays away from there."""
    grain = page.grain
    notes = [box(*placed.bounds).buffer(1.2 * grain, quad_segs=3) for placed in placing.boxes.values()]
    icons = [Point(spot).buffer(page.radius * 0.9, quad_segs=4) for spot in placing.icons.values()]
    return shapely.union_all([*notes, *icons, *page.blocked])


def _outside(sheet: Sheet) -> BaseGeometry:
    """The border of the paper, where nothing is lettered."""
    whole = box(-50, -50, sheet.width + 50, sheet.height + 50)
    return whole.difference(box(sheet.border, sheet.border, sheet.width - sheet.border, sheet.height - sheet.border))


def _fate(one: Told, placing: Placing, numbered: dict, everywhere: list[Told]) -> str:
    if one.key in placing.boxes:
        return "note"
    if one in everywhere:
        return "everywhere"
    if one.key in numbered and one.key in placing.icons:
        return "number"
    return "icon" if one.key in placing.icons else "no-room"
