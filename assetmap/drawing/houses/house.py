"""One house of an ordinary size: walls, a pitched roof, door, windows, chimney."""

from ..pen.hand import Dice
from ..pen.marks import Mark
from .look import Look
from .rectangles import Quad, size
from .roofs import COLOURS, chimney, dormer, light, panels, point_at, profile, rise_of, seams, tiles
from .solids import Face, edges, gable, hipped, inked, ridged
from .walls import WALLS, arched_windows, hatched, house_front, plain_windows, shop_front


def house(quad: Quad, kind: str, levels: float, roof: str, tall: float, joined: list[bool], row: int, look: Look,
          dice: Dice) -> list[Mark]:
    """The marks of a house whose ridge runs with the first and third side of its quad, from back to front.

    `joined` says which sides are party walls, `row` which row it stands in.
    """
    along, across = size(quad)
    rise = rise_of(across, look.scale) if kind != "worship" else min(0.42 * across, 7 * look.scale)
    if not roof and kind != "worship" and not any(joined) and along < 1.5 * across and dice.happens(0.5):
        roof = "hipped"
    party: list[set] = []
    if roof in ("hipped", "pyramidal", "dome"):
        inset = 0.5 if roof != "hipped" else min(0.5, 0.45 * across / max(along, 1e-6))
        faces = hipped(quad, tall, rise, inset)
    else:
        run = profile(roof, tall, rise)
        faces = ridged(quad, run)
        party = [gable(quad, run, side) for side in (1, 3) if joined[side]]
    colour = Dice("row", row).one_of(COLOURS)[int(dice.between(0, 4))]
    wall = Dice("wall", row).one_of(WALLS) if dice.happens(0.8) else dice.one_of(WALLS)
    marks = painted(faces, colour, look, dice, wall)
    for face in faces:
        if face.part != "roof" and not joined[face.side] and look.windows:
            marks += _wall_life(face, quad, kind, levels, tall, look, dice)
    outline, inner = edges(faces)
    # Where the next house stands against this one, a thin line will do: a row has one outline.
    shared = [line for line in outline if any(line[0] in side and line[1] in side for side in party)]
    outline, inner = [line for line in outline if line not in shared], inner + shared
    marks += inked(outline, dice, look.outline, look.over) + inked(inner, dice, look.inner, look.over * 0.5)
    return marks if kind == "worship" else marks + _roof_life(faces, quad, roof, rise, look, dice)


def painted(faces: list[Face], colour: str, look: Look, dice: Dice, wall: str = "wall",
            plain: bool = False) -> list[Mark]:
    """The fills and the hatching of a body's faces: walls and roof, in the light and in the shade. `plain`: a flat
    roof, without tiles.
    """
    fills: dict[str, list] = {}
    lines = []
    for face in faces:
        if face.part == "roof":
            fills.setdefault(f"{colour}-shade" if face.shaded and not plain else colour, []).append(face.ring)
            if not look.apart:
                lines += seams(face, look)
            if not plain and (look.apart or (face.shaded and look.bare)):
                lines += tiles(face, look, dice, look.hatched if face.shaded else look.hatched * 0.22)
        else:
            fills.setdefault(f"{wall}-shade" if face.shaded else wall, []).append(face.ring)
            if face.shaded and look.bare:
                start, end = face.ring[:2]
                lines += hatched(start, end, start[1] - face.ring[-1][1], look, dice)
    marks = [Mark(tuple(rings), fill=paint) for paint, rings in fills.items()]
    if lines:
        marks.append(Mark(tuple(lines), line="tile", width=look.fine, closed=False, detail=1))
    return marks


def _wall_life(face: Face, quad: Quad, kind: str, levels: float, tall: float, look: Look, dice: Dice) -> list[Mark]:
    start, end = face.ring[:2]
    if face.side == 0 and kind == "shop" and look.trifles:
        return shop_front(start, end, tall, levels, look, dice)
    if kind == "worship":
        return arched_windows(start, end, tall, look)
    if face.part == "wall":
        return house_front(start, end, tall, levels, look, dice)
    if face.shaded and look.bare:
        return []
    return plain_windows(start, end, tall, levels, look, dice, 4.2)


def _roof_life(faces: list[Face], quad: Quad, roof: str, rise: float, look: Look, dice: Dice) -> list[Mark]:
    if roof not in ("", "gabled") or look.scale < 0.14:
        return []
    found = []
    slopes = [face for face in faces if face.part == "roof"]
    front = next((face for face in slopes if _broad(face) and face.ring[0][1] > face.ring[3][1]), None)
    if front and look.trifles:
        chance = dice.between()
        if chance < 0.16:
            found += dormer(front, quad, rise, look, dice)
        elif chance < 0.26:
            found += panels(front, look, dice)
        elif chance < 0.4:
            found += light(front, look, dice)
    if slopes and dice.happens(0.42):
        _, _, end, start = slopes[0].ring
        found += chimney(point_at(start, end, 0.1 if dice.happens(0.5) else 0.86), look, dice)
    return found


def _broad(face: Face) -> bool:
    a, b = face.ring[:2]
    return abs(b[0] - a[0]) > 0.75 * abs(b[1] - a[1])
