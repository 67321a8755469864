"""Text as a hand writes it: on a line or wrapped in a paragraph, ready to be laid anywhere on the page."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy

from ..pen.hand import Dice
from ..pen.marks import Mark
from .clusters import breakable, cleaned, clusters
from .faces import ROLES, Role
from .order import levels, runs_right_to_left, visual_order
from .outlines import Path, path_of
from .shaping import Piece, moved_whole, shaped

ASCENT = 0.86
DESCENT = 0.28

_MOST_TURN = math.radians(1.7)
_MOST_GROWTH = 0.025
_WAYS = tuple((1 - 2 * ((way * 0.618) % 1), 1 - 2 * ((way * 0.382 + 0.3) % 1)) for way in range(14))
"""The ways to set a letter, as parts of the most it may turn and grow: few enough to be drawn once each."""


@dataclass(frozen=True, slots=True)
class Written:
    """Text as marks with its top left corner at (0, 0), all in millimetres.

    `baseline` is that of the first line, `lines` the text line by line, `rtl` says that it is set against the right
    edge, `cut` that not all of it is there, `missing` which characters no face could draw (a dot stands for them).
    """

    width: float
    height: float
    baseline: float
    lines: tuple[str, ...] = ()
    rtl: bool = False
    cut: bool = False
    missing: str = ""
    ink: str = "ink"
    inked: Callable[[], tuple[Path, ...]] = field(default=tuple, repr=False, compare=False)
    """Sets the letters: only what is drawn is inked, of many shapes that a note may take it is one."""

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.inked()

    @property
    def marks(self) -> list[Mark]:
        return self.at(0, 0)

    def at(self, x: float, y: float, ink: str = "") -> list[Mark]:
        """The marks with the top left corner there; in another ink if you like."""
        right, down = round(x * 100), round(y * 100)
        drawn = "".join([f"M{left + right} {top + down}{steps}" for left, top, steps in self.paths])
        return [Mark(fill=ink or self.ink, d=drawn)] if drawn else []


def line(text: str, role: str, size: float, *, ink: str = "ink", seed: object = "", language: str = "") -> Written:
    """Text on one line. `size` in millimetres: a capital stands 0.7 of it high."""
    text = " ".join(cleaned(text).split())
    return _written([text] if text else [], text, role, size, ink, seed, language, cut=False)


def paragraph(text: str, role: str, size: float, width: float, *, ink: str = "ink", seed: object = "",
              most_lines: int | None = None, language: str = "", middle: bool = False) -> Written:
    """Text wrapped to a width in millimetres; words that are wider are broken. Ends with "…" where it was cut.

    `middle` centres the lines, which otherwise start where the writing starts.
    """
    text = cleaned(text).strip()
    room = width / size
    lines = [one for told in text.split("\n") for one in _wrapped(told, role, room, language)]
    cut = most_lines is not None and len(lines) > most_lines
    if cut:
        lines = lines[:most_lines]
        lines[-1:] = [_with_dots(one, role, room, language) for one in lines[-1:]]
    return _written(lines, text, role, size, ink, seed, language, cut, middle)


def width_of(text: str, role: str, size: float, language: str = "") -> float:
    """How wide a line of text would be, in millimetres."""
    return sum(piece.width for piece in pieces(" ".join(cleaned(text).split()), role, language)) * size


def pieces(text: str, role: str, language: str = "", rtl: bool | None = None) -> list[Piece]:
    """One line of text as shaped pieces from left to right."""
    if rtl is None:
        rtl = runs_right_to_left(text, language)
    level_of = levels(text, rtl)
    cuts = [(start, end) for start, end in _words(text) for start, end in _level(start, end, level_of)]
    # Space at the end of the line runs with the paragraph (rule L1).
    told = [int(rtl) if text[start:].isspace() else level_of[start] for start, end in cuts]
    return [
        shaped(text[cuts[place][0]:cuts[place][1]], role, bool(told[place] % 2), language)
        for place in visual_order(told)]


def _words(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for place, one in enumerate(text):
        if one == " ":
            if place > start:
                yield start, place
            yield place, place + 1
            start = place + 1
    if start < len(text):
        yield start, len(text)


def _level(start: int, end: int, level_of: list[int]) -> Iterable[tuple[int, int]]:
    for place in range(start + 1, end):
        if level_of[place] != level_of[place - 1]:
            yield start, place
            start = place
    yield start, end


@lru_cache(maxsize=20_000)
def _width(text: str, role: str, language: str) -> float:
    """For size 1."""
    return sum(piece.width for piece in pieces(text, role, language))


def _wrapped(text: str, role: str, room: float, language: str) -> list[str]:
    """The lines of one paragraph in reading order. [""] for an empty one."""
    lines: list[str] = []
    now, far = "", 0.0
    space = _width(" ", role, language)
    for word in text.split(" "):
        # `now` ends before this word, `begun` is what of the word stands on the line.
        begun = ""
        for part in breakable(word):
            gap = space if now else 0.0
            if (now or begun) and far + gap + _width(_ended(begun + part), role, language) > room:
                lines.append(_ended(f"{now} {begun}" if now and begun else now or begun))
                now, far, begun = "", 0.0, ""
            if not begun and _width(_ended(part), role, language) > room:
                *whole, part = _torn(part, role, room, language)
                lines += whole
            begun += part
        far += (space if now else 0.0) + _width(_ended(begun), role, language)
        now = f"{now} {begun}" if now else begun
    lines.append(_ended(now))
    return lines


def _ended(text: str) -> str:
    """A line as it ends: with a hyphen where the writer allowed one."""
    return (text[:-1] + "-" if text.endswith("\u00ad") else text).replace("\u00ad", "").replace("\u200b", "")


def _torn(word: str, role: str, room: float, language: str) -> list[str]:
    """A word that is wider than the room, in parts that fit, with hyphens where letters allow them."""
    left = clusters(word)
    hyphen = "-" if word.isalpha() and not moved_whole(word) else ""
    parts = []
    while len(left) > 1 and _width("".join(left), role, language) > room:
        wide = numpy.cumsum([_width(one, role, language) for one in left])
        count = max(1, min(int(numpy.searchsorted(wide, room)), len(left) - 1))
        while count > 1 and _width("".join(left[:count]) + hyphen, role, language) > room:
            count -= 1
        parts.append("".join(left[:count]) + hyphen)
        left = left[count:]
    return [*parts, "".join(left)]


def _with_dots(text: str, role: str, room: float, language: str) -> str:
    """The line with "…" at its end, shorter where that does not fit."""
    kept = clusters(text.rstrip(" -"))
    while kept and _width("".join(kept).rstrip() + "…", role, language) > room:
        kept.pop()
    return "".join(kept).rstrip(" ,;:.-") + "…"


def _written(lines: list[str], whole: str, role: str, size: float, ink: str, seed: object, language: str,
             cut: bool, middle: bool = False) -> Written:
    told = ROLES[role]
    rtl = runs_right_to_left(whole, language)
    set_lines = [pieces(one, role, language, rtl) for one in lines]
    widths = [sum(piece.width for piece in one) for one in set_lines]
    width = max(widths, default=0.0)
    missing = ""
    y = low = baseline = 0.0
    starts: list[tuple[list[Piece], float, float]] = []
    for place, (one, wide) in enumerate(zip(set_lines, widths, strict=True)):
        high = max([ASCENT, *(piece.top + 0.08 for piece in one)])
        y = y + max(told.leading, low + high) if place else high
        baseline = baseline or y
        low = max([DESCENT, *(piece.bottom + 0.06 for piece in one)])
        starts.append((one, (width - wide) * (0.5 if middle else rtl), y))
        missing += "".join(piece.missing for piece in one)

    @cache
    def inked() -> tuple[Path, ...]:
        dice = Dice("letters", seed, whole)
        paths: list[Path] = []
        for one, x, y in starts:
            wave = dice.between(0, 2 * math.pi)
            for piece in one:
                paths += _inked(piece, x, y, size, told, dice, wave)
                x += piece.width
        return tuple(paths)

    return Written(width * size, (y + low) * size, baseline * size, tuple(lines), rtl, cut, missing, ink, inked)


def _inked(piece: Piece, x: float, y: float, size: float, role: Role, dice: Dice, wave: float) -> Iterable[Path]:
    """The glyphs of a piece in their places, each unit as the hand happens to set it."""
    for unit in piece.units:
        left = x + unit.x
        lift = role.unrest * (0.02 * math.sin(wave + left / 2.2) + dice.between(-0.012, 0.012))
        turned, grown = _WAYS[int(dice.between(0, len(_WAYS)))]
        much = 0.4 if len(unit.glyphs) > 2 else 1.0
        turn = _MOST_TURN * role.unrest * much * turned
        sized = size * (1 + _MOST_GROWTH * much * grown)
        cosine, sine = math.cos(turn), math.sin(turn)
        for glyph in unit.glyphs:
            right, down, steps = path_of(glyph.face, glyph.number, sized, turn, role.slant)
            if steps:
                yield (
                    right + round(100 * size * (left + glyph.x * cosine - glyph.y * sine)),
                    down + round(100 * size * (y + lift + glyph.x * sine + glyph.y * cosine)),
                    steps)
