"""What is on a pitched roof: its profile, tiles, chimney, dormer, light and sun panels."""

from ..pen.hand import Dice
from ..pen.marks import Mark
from .look import HOUSE_WIDE, Look
from .rectangles import Point, Quad, size
from .solids import Face, Line, Profile

COLOURS: tuple[tuple[str, ...], ...] = (
    ("roof-3", "roof-3", "roof-4", "roof-2"), ("roof-4", "roof-4", "roof-3", "roof-3"),
    ("roof-1", "roof-2", "roof-3", "roof-2"), ("roof-6", "roof-6", "roof-1", "roof-6"),
    ("roof-5", "roof-2", "roof-1", "roof-3"), ("roof-3", "roof-4", "roof-6", "roof-2"),
)
"""What a row's roofs are painted with. Houses of a row are of one family, and each is itself."""


def rise_of(across: float, scale: float) -> float:
    """How high a roof rises above its walls over a house `across` millimetres deep."""
    return min(0.26 * across, 2.9 * scale) + 0.05


def profile(shape: str, tall: float, rise: float) -> Profile:
    """A roof of a shape of street_data.ROOFS, from the eave at the first side to that at the third."""
    if shape == "flat":
        return (0.0, tall), (1.0, tall)
    if shape == "skillion":
        return (0.0, tall), (1.0, tall + rise)
    if shape == "mansard":
        return (0.0, tall), (0.14, tall + rise * 0.75), (0.5, tall + rise), (0.86, tall + rise * 0.75), (1.0, tall)
    if shape == "round":
        return ((0.0, tall), (0.1, tall + rise * 0.5), (0.28, tall + rise * 0.85), (0.5, tall + rise),
                (0.72, tall + rise * 0.85), (0.9, tall + rise * 0.5), (1.0, tall))
    return (0.0, tall), (0.5, tall + rise), (1.0, tall)


def tiles(face: Face, look: Look, dice: Dice, likely: float) -> list[Line]:
    """Lines down a slope or along it, or none."""
    if len(face.ring) != 4 or not dice.happens(likely):
        return []
    a, b, c, d = face.ring
    down = dice.happens(0.72)
    if not down:
        a, b, c, d = b, c, d, a
    long = min(_far(a, b), _far(c, d)) if down else max(_far(a, b), _far(c, d))
    # Lines closer on the page than a pen is wide are ink, not tiles.
    steep = abs((b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0])) / ((_far(a, d) or 1) * (long or 1))
    count = int(long * min(1, steep + 0.1) / (look.gap * dice.between(0.85, 1.25)))
    if count < 2 or _far(a, d) < 0.35:
        return []
    first, last = dice.between(0.0, 0.12), 1 - dice.between(0.0, 0.15)
    if dice.happens(0.25):
        last = dice.between(0.45, 0.7)
    found = []
    for i in range(1, count):
        if dice.happens(0.07):
            continue
        way = (i + dice.between(-0.18, 0.18)) / count
        low, high = point_at(a, b, way), point_at(d, c, way)
        found.append((point_at(low, high, first + dice.between(0, 0.1)), point_at(low, high, last)))
    return found


def seams(face: Face, look: Look) -> list[Line]:
    """Where one house of a row ends and the next begins, over a slope that covers the whole row."""
    if len(face.ring) != 4:
        return []
    a, b, c, d = face.ring
    count = round(_far(a, b) / (HOUSE_WIDE * look.scale))
    return [(point_at(a, b, i / count), point_at(d, c, i / count)) for i in range(1, count)]


def chimney(at: Point, look: Look, dice: Dice) -> list[Mark]:
    """A stack on the ridge."""
    wide, high = max(0.26, 0.75 * look.scale), max(0.35, 1.25 * look.scale) * dice.between(0.8, 1.15)
    x, y = at[0] - wide / 2, at[1] + 0.3 * wide
    deep, back = wide * 0.45, wide * 0.28
    front = [(x, y), (x + wide, y), (x + wide, y - high), (x, y - high)]
    side = [(x + wide, y), (x + wide + deep, y - back), (x + wide + deep, y - high - back), (x + wide, y - high)]
    top = [(x, y - high), (x + wide, y - high), (x + wide + deep, y - high - back), (x + deep, y - high - back)]
    return [Mark((front,), "chimney", "ink", look.inner, detail=1),
            Mark((side,), "ink" if look.bare else "chimney-shade", "ink", look.inner, detail=1),
            Mark((top,), "wall", "ink", look.inner, detail=1)]


def dormer(slope: Face, quad: Quad, rise: float, look: Look, dice: Dice) -> list[Mark]:
    """A little house of its own in the slope on the street, with a window."""
    wide, _ = size(quad)
    half = min(0.32, dice.between(0.75, 1.1) * look.scale / wide)
    middle = dice.between(0.42, 0.58)
    low, more = 0.28, 0.42
    left, right = (_on(slope, middle - half, low), _on(slope, middle + half, low))
    high = rise * more * 1.25
    left_up, right_up = (left[0], left[1] - high), (right[0], right[1] - high)
    back = _on(slope, middle + half, low + more), _on(slope, middle - half, low + more)
    pane = [_inside((left, right, right_up, left_up), *spot)
            for spot in ((0.16, 0.3), (0.84, 0.3), (0.84, 0.82), (0.16, 0.82))]
    return [
        Mark(((left_up, right_up, *back),), "roof-flat", "ink", look.inner, detail=1),
        Mark(((left, right, right_up, left_up),), "wall", "ink", look.inner, detail=1),
        Mark((pane,), "glass", "ink", look.fine, detail=2)]


def panels(slope: Face, look: Look, dice: Dice) -> list[Mark]:
    """Sun panels, two rows of them."""
    left, right, low, high = dice.between(0.14, 0.25), dice.between(0.72, 0.88), 0.25, 0.82
    corners = [_on(slope, *spot) for spot in ((left, low), (right, low), (right, high), (left, high))]
    middle = [_on(slope, left, (low + high) / 2), _on(slope, right, (low + high) / 2)]
    seams = [[_on(slope, left + (right - left) * i / 4, low), _on(slope, left + (right - left) * i / 4, high)]
             for i in (1, 2, 3)]
    return [Mark((corners,), "panel", "ink", look.fine, detail=1),
            Mark((middle, *seams), line="panel-line", width=look.fine, closed=False, detail=2)]


def light(slope: Face, look: Look, dice: Dice) -> list[Mark]:
    """A small window in the roof."""
    left, low = dice.between(0.2, 0.6), dice.between(0.3, 0.5)
    corners = [_on(slope, left + along, low + up) for along, up in ((0, 0), (0.2, 0), (0.2, 0.3), (0, 0.3))]
    return [Mark((corners,), "glass", "ink", look.fine, detail=2)]


def point_at(start: Point, end: Point, part: float) -> Point:
    """The spot so far along from start to end."""
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _on(slope: Face, along: float, up: float) -> Point:
    return _inside(slope.ring, along, up)


def _inside(ring: tuple[Point, ...], along: float, up: float) -> Point:
    a, b, c, d = ring
    return point_at(point_at(a, b, along), point_at(d, c, along), up)


def _far(start: Point, end: Point) -> float:
    return ((start[0] - end[0]) ** 2 + (start[1] - end[1]) ** 2) ** 0.5
