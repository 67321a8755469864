"""The blocks of a sheet: title and purpose, legend, register of numbers, and the foot with all that must be said."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import segno

from ...domain.audience import AUDIENCES
from ...domain.kind import KINDS, Kind
from ...drawing.letters.written import Written, line, paragraph
from ...drawing.pen.hand import seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import stroke
from ..book.small_print import safe_address
from ..book.teller import Teller
from ..form import Order
from .sheet import Sheet
from .telling import Told

Draw = Callable[[float, float], list[Mark]]


@dataclass(slots=True)
class Piece:
    """Something drawn, so large, at any (x, y). `spots` are drawn by somebody else: (what, x, y) from its corner."""

    width: float
    height: float
    draw: Draw
    spots: list[tuple[str, float, float]] = field(default_factory=list)
    cut: bool = False
    columns: int = 1
    spare: int = 0
    """Of a register: its columns, and how many lines are still free in it."""


def title(order: Order, sheet: Sheet) -> Piece:
    """Name of the neighbourhood in tall capitals, a line under it, and why this map is there."""
    inventory, grain = order.inventory, sheet.grain
    most = (0.42 if sheet.landscape else 0.62) * sheet.width
    name = _fitting(" ".join(inventory.name.split()) or inventory.slug, most, 44 * grain, inventory.language)
    said = " ".join(inventory.purpose.split()) or order.words("what is here, and who can")
    size = 5.6 * grain
    purpose = paragraph(said, "note", size, max(min(name.width, most), 110 * grain), most_lines=4, seed="purpose",
                        language=inventory.language)
    width = max(name.width, purpose.width) + 4 * grain
    rule = name.height + 1.5 * grain
    height = rule + 4 * grain + purpose.height + 2 * grain

    def draw(x: float, y: float) -> list[Mark]:
        left = x + width - name.width if name.rtl else x
        words = x + width - purpose.width if purpose.rtl else x
        return [
            *name.at(left, y),
            *_rule(left - grain, y + rule, left + name.width + 3 * grain, 0.75 * grain, "title"),
            *_rule(left + grain, y + rule + 1.1 * grain, left + name.width * 0.72, 0.4 * grain, "title again"),
            *purpose.at(words, y + rule + 4 * grain)]

    return Piece(width, height, draw, cut=name.cut or purpose.cut)


def legend(order: Order, sheet: Sheet, kinds: list[Kind], others: list[tuple[str, str]], columns: int) -> Piece:
    """Icon and word for each kind, then for the other signs: (what, English words)."""
    grain, words = sheet.grain, order.words
    step, size = 8.2 * grain, 4.2 * grain
    entries = [(f"kind {kind}", line(words(KINDS[kind].plural), "note", size)) for kind in kinds]
    entries += [(what, line(words(said), "note", size)) for what, said in others]
    rows = -(-len(entries) // columns)
    grid = [entries[start: start + rows] for start in range(0, len(entries), rows)] if rows else []
    wide = [11 * grain + max(text.width for _, text in column) + 5 * grain for column in grid]
    spots, texts = [], []
    left = 0.0
    for column, width in zip(grid, wide, strict=True):
        for i, (what, text) in enumerate(column):
            middle = (i + 0.5) * step
            spots.append((what, left + 4.5 * grain, middle))
            texts.append((text, left + 11 * grain, middle - text.baseline + 0.35 * size))
        left += width

    def draw(x: float, y: float) -> list[Mark]:
        return [mark for text, across, down in texts for mark in text.at(x + across, y + down)]

    return Piece(max(left - 5 * grain, 1.0), rows * step, draw, spots)


def register(order: Order, sheet: Sheet, numbered: list[Told], everywhere: list[Told], columns: int, *,
             spare: int = 0, widest: float = math.inf) -> Piece:
    """The assets that are a number on the drawing, by number, in columns; then those that belong everywhere. `spare`
    lines stay free; no line reaches beyond `widest`.
    """
    grain = sheet.grain
    size, step, wide = 3.6 * grain, 5.0 * grain, (64 if columns > 1 else 84) * grain
    digits = max((len(one.key) for one in numbered), default=1)
    room = (2.6 + 1.9 * digits) * grain
    most = min(wide - 3 * grain, widest - (columns - 1) * wide + 0.01) - room
    rows: list[tuple[str, list[tuple[Written, float]]]] = []
    for heading, told in (("Also here", sorted(numbered, key=lambda one: one.number)),
                          ("Everywhere in the neighbourhood", everywhere)):
        if told:
            rows.append(("heading", [(line(order.words(heading), "title", 5.8 * grain), 0.0)]))
        for one in told:
            number = line(one.key if heading == "Also here" else "•", "title", size)
            name = paragraph(one.title, "note", size, most, most_lines=1, seed=one.number, language=one.language)
            rows.append(("entry", [(number, room - 1.4 * grain - number.width), (name, room)]))
    rows += [("entry", [])] * spare
    each = -(-len(rows) // columns)
    texts: list[tuple[str, Written, float, float]] = []
    tallest = 0.0
    for start in range(0, len(rows), each or 1):
        left, down = start // each * wide, 0.0
        for sort, parts in rows[start: start + each]:
            down += 9.2 * grain if sort == "heading" else step
            texts += [(sort, text, left + across, down - text.height - (1.6 * grain if sort == "heading" else 0))
                      for text, across in parts]
        tallest = max(tallest, down)
    width = max((across + text.width for _, text, across, _ in texts), default=wide)

    def draw(x: float, y: float) -> list[Mark]:
        marks = []
        for sort, text, across, down in texts:
            marks += text.at(x + across, y + down)
            if sort == "heading":
                under = y + down + text.height
                marks += _rule(x + across, under, x + across + text.width + 2 * grain, 0.5 * grain, "register")
        return marks

    return Piece(width, tallest, draw, columns=columns, spare=spare)


def foot(order: Order, sheet: Sheet, say: Teller, scale: float, night: bool = False) -> Piece:
    """The strip at the bottom: the way to the living map, who decides, what was agreed, sources, and the scale."""
    grain = sheet.grain
    width = sheet.width - 2 * sheet.border
    code = _code(order, night)
    side = 25 * grain if code else 0.0
    size = 3.15 * grain
    parts = _parts(order, say)
    measure = scale_bar(order, sheet, scale)
    gap = 7 * grain
    left = side + (4.5 * grain if code else 0)
    room = width - left - measure.width - gap * 2
    columns = max(1, min(len(parts), round((room + gap) / (78 * grain))))
    wide = (room + gap) / columns - gap
    blocks = [(line(heading, "title", 4.4 * grain),
               paragraph(text, "small", size, wide, seed=heading, language=language))
              for heading, text, language in parts]
    stacks = _stacked(blocks, columns, 2.2 * grain, 0.8 * grain)
    top = 4.5 * grain
    tall = max([side, measure.height, *(height for _, height in stacks)])

    def draw(x: float, y: float) -> list[Mark]:
        # Paper over what the brush left beyond the line.
        beyond = ((x - 4 * grain, y + grain), (x + width + 4 * grain, y + grain), (x + width + 4 * grain,
                  sheet.height), (x - 4 * grain, sheet.height))
        marks = [Mark((beyond,), fill="paper"), *_rule(x, y + grain, x + width, 0.4 * grain, "foot")]
        if code:
            marks += code(x, y + top, side)
        for i, (stack, _) in enumerate(stacks):
            for down, heading, text in stack:
                across = x + left + i * (wide + gap)
                marks += heading.at(across, y + top + down)
                marks += text.at(across + (wide - text.width if text.rtl else 0),
                                 y + top + down + heading.height + 0.8 * grain)
        return marks + measure.draw(x + width - measure.width, y + top + tall - measure.height)

    return Piece(width, top + tall, draw)


def scale_bar(order: Order, sheet: Sheet, scale: float) -> Piece:
    """So many metres as a bar, in steps of feet and of talk; and where the north is."""
    grain = sheet.grain
    metres = next((one for one in (1000, 500, 400, 200, 100, 50, 20, 10) if one * scale <= 82 * grain), 10)
    long = min(metres * scale, 90 * grain)
    walk, chat = metres / 80, metres / 20
    said = order.words("{metres} m = {walk} min walking, {chat} with a chat").format(
        metres=metres, walk=halves(walk), chat=halves(chat))
    text = line(said, "note", 4.0 * grain)
    north = line(order.words("N"), "title", 5.0 * grain)
    width = max(long, text.width) + 15 * grain
    height = text.height + 6 * grain

    def draw(x: float, y: float) -> list[Mark]:
        base = y + text.height + 3 * grain
        marks = text.at(x, y) + _rule(x, base, x + long, 0.5 * grain, "scale")
        for part in (0, 0.5, 1):
            at = x + long * part
            marks += stroke(((at, base - 1.3 * grain), (at, base + 1.3 * grain)), seed_of("tick", part), 0.4 * grain,
                            amount=0.05)
        tip, foot_ = y - 1 * grain + north.height * 0.72, base + 1.5 * grain
        at = x + width - 4 * grain
        marks += stroke(((at, foot_), (at + 0.2 * grain, tip)), seed_of("north"), 0.55 * grain, amount=0.1)
        for side in (-1, 1):
            marks += stroke(((at + 0.2 * grain, tip - 0.2 * grain), (at + side * 1.8 * grain, tip + 3.2 * grain)),
                            seed_of("north", side), 0.5 * grain, amount=0.08)
        return marks + north.at(at - north.width / 2, tip - north.height)

    return Piece(width, height, draw)


def halves(number: float) -> str:
    """A number as one says it aloud: 2½."""
    whole, part = divmod(round(number * 4) / 4, 1)
    sign = {0.25: "¼", 0.5: "½", 0.75: "¾"}.get(part, "")
    return f"{int(whole) or ''}{sign}" or "0"


def frame(sheet: Sheet) -> list[Mark]:
    """The double frame around the whole sheet."""
    grain = sheet.grain
    marks = []
    for edge, width in ((6.0, 0.75), (7.9, 0.32)):
        a, b, c, d = edge * grain, edge * grain, sheet.width - edge * grain, sheet.height - edge * grain
        for i, side in enumerate((((a, b), (c, b)), ((c, b), (c, d)), ((c, d), (a, d)), ((a, d), (a, b)))):
            marks += stroke(side, seed_of("frame", edge, i), width * grain, amount=0.35 * grain, over=2.2 * grain)
    return marks


def _fitting(name: str, most: float, largest: float, language: str) -> Written:
    """The name as large as fits: on one line, else on more, smaller lines."""
    size = largest
    while True:
        for lines in (1, 2, 3):
            written = paragraph(name, "cover", size, most, most_lines=lines, seed="cover", language=language)
            if not written.cut and written.height <= largest * (1.25 + 0.2 * lines):
                return written
        if size < largest * 0.24:
            return written
        size *= 0.88


def _rule(left: float, y: float, right: float, width: float, name: str) -> list[Mark]:
    return stroke(((left, y), ((left + right) / 2, y - width * 0.4), (right, y + width * 0.3)), seed_of("rule", name),
                  width, amount=width * 0.55)


def _parts(order: Order, say: Teller) -> list[tuple[str, str, str]]:
    """(heading, text, language) of what the foot says."""
    inventory, words = order.inventory, order.words
    agreed = words(
        "Everything here was agreed for this circle: {audience}. Who changes their mind takes it back: it leaves the "
        "living map at once and the next poster too.").format(audience=words(AUDIENCES[inventory.audience][1]))
    living = words("The living map goes on. Scan the square, or go to {address}").format(
        address=say.line(safe_address(order.address).split("://")[-1].rstrip("/")))
    found = [
        (words("Come and look"), living if safe_address(order.address) else "", order.language),
        (words("Who decides"), inventory.mandate, inventory.language),
        (words("What people agreed to"), agreed, order.language),
        (words("Know this"), inventory.notice, inventory.language),
        (say.edition(inventory), inventory.attribution, inventory.language)]
    return [(heading, " ".join(text.split()), language) for heading, text, language in found
            if text.strip() or heading == say.edition(inventory)]


def _stacked(blocks: list[tuple[Written, Written]], columns: int, gap: float,
             under: float) -> list[tuple[list[tuple[float, Written, Written]], float]]:
    """Headings with their texts in columns in their order, as evenly high as can be: (down, heading, text), height."""
    heights = [heading.height + under + text.height + gap for heading, text in blocks]
    low, high = max(heights, default=0.0), sum(heights)
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= columns else (middle, high)
    found = []
    for group in _filled(heights, high):
        down, stack = 0.0, []
        for i in group:
            stack.append((down, *blocks[i]))
            down += heights[i]
        found.append((stack, down - gap))
    return found


def _filled(heights: list[float], most: float) -> list[list[int]]:
    groups: list[list[int]] = []
    room = -1.0
    for i, height in enumerate(heights):
        if height > room + 1e-6:
            groups.append([])
            room = most
        groups[-1].append(i)
        room -= height
    return groups


def _code(order: Order, night: bool) -> Callable[[float, float, float], list[Mark]] | None:
    """The QR code to the living map, None where there is no address. On the dark paper of the night it lies on a light
    square: many telephones read it dark on light only.
    """
    address = safe_address(order.address)
    if not address:
        return None
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]

    def draw(x: float, y: float, side: float) -> list[Mark]:
        quiet = 2 if night else 0
        step = side / (len(rows) + 2 * quiet)
        light = [Mark((((x, y), (x + side, y), (x + side, y + side), (x, y + side)),), fill="ink")] if night else []
        x, y = x + quiet * step, y + quiet * step
        steps = []
        for i, row in enumerate(rows):
            start = None
            for j, dark in enumerate([*row, 0]):
                if dark and start is None:
                    start = j
                elif not dark and start is not None:
                    left, top = round((x + start * step) * 100), round((y + i * step) * 100)
                    wide, tall = round((x + j * step) * 100) - left, round((y + (i + 1) * step) * 100) - top
                    steps.append(f"M{left} {top}h{wide}v{tall}h-{wide}z")
                    start = None
        return [*light, Mark(fill="paper" if night else "ink", d="".join(steps))]

    return draw
