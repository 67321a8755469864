"""The connections as a picture: networks on one side, the rest on the other, a stitched thread for every tie."""

from dataclasses import dataclass

from ...domain.kind import Kind
from ...drawing.pen.hand import Dice
from ...drawing.pen.marks import Layer, Mark
from ...drawing.pen.styles import style_named
from ...drawing.pen.svg import svg_document
from ...inventory import Item, Tie
from .ornaments import colours

ROOMS: dict[str, dict[str, float]] = {
    # Millimetres: the width of the page, of the names at either side, the height there is, the room a name needs.
    "a4": {"width": 168, "names": 54, "height": 196, "step": 7.4},
    "a5": {"width": 118, "names": 39, "height": 128, "step": 6.2},
}
FEWEST_TIES = 3


@dataclass(frozen=True, slots=True)
class Threads:
    """The SVG of the threads, its height in mm, and each name: (asset number, "left" or "right", y in mm)."""

    svg: str
    height: float
    names: tuple[tuple[int, str, float], ...]


def threads(ties: list[Tie], items: dict[int, Item], paper: str, seed: str) -> Threads | None:
    """The picture of these ties, of the best connected ones where not all names fit; None for a handful of ties."""
    if len(ties) < FEWEST_TIES:
        return None
    room = ROOMS[paper]
    left, right = _sides(ties, items, int(room["height"] // room["step"]))
    here = {*left, *right}
    drawn = [tie for tie in ties if tie.first in here and tie.second in here]
    # A name whose only thread leads to one that did not fit would hang there loose.
    tied = {end for tie in drawn for end in (tie.first, tie.second)}
    left, right = [one for one in left if one in tied], [one for one in right if one in tied]
    left, right = _untangled(left, right, drawn)
    height = min(room["height"], max(len(left), len(right)) * room["step"] * 1.35)
    places = _places(left, height, room["names"]) | _places(right, height, room["width"] - room["names"])
    marks = [mark for tie in drawn for mark in _thread(tie, places, items, seed, room["width"] / 2)]
    svg = svg_document([Layer("threads", marks)], style_named("ink-and-wash"), room["width"], height)
    names = tuple(
        (number, side, round(places[number][1], 2))
        for side, column in (("left", left), ("right", right))
        for number in column
    )
    return Threads(svg, round(height, 2), names)


def _sides(ties: list[Tie], items: dict[int, Item], most: int) -> tuple[list[int], list[int]]:
    """Networks left, the rest right; the best connected first, and no more than fit."""
    ends: dict[int, int] = {}
    for tie in ties:
        for end in (tie.first, tie.second):
            ends[end] = ends.get(end, 0) + 1
    order = sorted(ends, key=lambda number: (-ends[number], number))
    left = [number for number in order if items[number].kind is Kind.NETWORK][:most]
    right = [number for number in order if items[number].kind is not Kind.NETWORK][:most]
    # With hardly any network the sides are filled evenly.
    while len(right) > 2 * len(left) + 2:
        left.append(right.pop())
    return left, right


def _untangled(left: list[int], right: list[int], ties: list[Tie]) -> tuple[list[int], list[int]]:
    """Each side in the order of what it is tied to, turn by turn: fewer threads cross."""
    tied: dict[int, list[int]] = {}
    for tie in ties:
        tied.setdefault(tie.first, []).append(tie.second)
        tied.setdefault(tie.second, []).append(tie.first)
    for _ in range(12):
        for side in (right, left):
            place = {number: i / max(1, len(column) - 1) for column in (left, right) for i, number in enumerate(column)}
            side.sort(
                key=lambda number: (
                    sum(place[other] for other in tied[number]) / len(tied[number]) if number in tied else 0.5,
                    number,
                )
            )
    return left, right


def _places(column: list[int], height: float, x: float) -> dict[int, tuple[float, float]]:
    step = height / len(column) if column else 0
    return {number: (x, step * (i + 0.5)) for i, number in enumerate(column)}


def _thread(tie: Tie, places: dict[int, tuple[float, float]], items: dict[int, Item], seed: str,
            middle: float) -> list[Mark]:
    (x1, y1), (x2, y2) = places[tie.first], places[tie.second]
    slack = Dice(seed, tie.id).between(-3.5, 3.5)
    if x1 == x2:
        # Both on one side: a loop into the middle and back, wider the further apart they are.
        out = (14 + abs(y2 - y1) * 0.32) * (1 if x1 < middle else -1)
        curve = (x1 + out, y1 + slack), (x2 + out, y2 - slack)
    else:
        curve = (x1 + (x2 - x1) * 0.45, y1 + slack), (x1 + (x2 - x1) * 0.55, y2 - slack)
    d = " ".join(f"{round(x * 100)} {round(y * 100)}" for x, y in (*curve, (x2, y2)))
    ink, whole = colours(items[tie.first].kind)["ink"], f"M{round(x1 * 100)} {round(y1 * 100)}C{d}"
    dashes = (1.5, 0.9) if tie.verb != "could_help" else (0.25, 1.1)
    return [Mark(line=ink, width=0.7, strength=0.18, d=whole), Mark(line=ink, width=0.34, dashes=dashes, d=whole)]
