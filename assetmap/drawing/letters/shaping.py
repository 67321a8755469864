"""From the characters of a word to glyphs in their places, by HarfBuzz: which letters join, and how."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz

from .clusters import clusters
from .faces import ROLES, Face, face_that_has, invisible

DOT = 0.3
"""How wide a sign is that no face has, drawn as a dot, as a part of the size."""

_MOVED_WHOLE = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "MANDAIC", "THAANA", "TIBETAN",
    "GUJARATI", "KANNADA", "TELUGU", "MALAYALAM", "TAMIL", "SINHALA", "KHMER", "MYANMAR", "ORIYA")
"""Scripts whose letters hold on to each other: a hand that lifts between them would tear them."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph at its place within its unit, for size 1, y down. `face` None is the dot for what no face has."""

    face: Face | None
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Unit:
    """What the hand writes without lifting: one letter with its accents, or a whole joined word."""

    glyphs: tuple[Glyph, ...]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Shaped text that runs one way, for size 1. `top` and `bottom`: how far its ink reaches from the baseline."""

    units: tuple[Unit, ...]
    width: float
    top: float
    bottom: float
    missing: str = ""


@lru_cache(maxsize=20_000)
def shaped(text: str, role: str, rtl: bool = False, language: str = "") -> Piece:
    """A word (or part of one, or a space) as glyphs from left to right."""
    if ROLES[role].capitals:
        text = capitals(text, language)
    units: list[Unit] = []
    x = top = bottom = 0.0
    missing = ""
    runs = _by_face(text, role, language)
    for face, run in reversed(runs) if rtl else runs:
        if face is None:
            missing += run
            units.append(Unit((Glyph(None, 0, 0.0, 0.0),), x, DOT))
            x += DOT
            continue
        found, width, high, low = _shaped_by(face, run, rtl, language, ROLES[role].tracking)
        units += [Unit(unit.glyphs, unit.x + x, unit.width) for unit in found]
        x, top, bottom = x + width, max(top, high), max(bottom, low)
    return Piece(tuple(units), x, top, bottom, missing)


def capitals(text: str, language: str = "") -> str:
    """Large letters, as the language has them: in Turkish i becomes İ."""
    if language[:2] in ("tr", "az"):
        text = text.replace("i", "İ")
    return text.upper()


def moved_whole(text: str) -> bool:
    """Whether the letters hold on to each other."""
    return any(unicodedata.name(one, "").startswith(_MOVED_WHOLE) for one in text if ord(one) > 0x590)


def _by_face(word: str, role: str, language: str) -> list[tuple[Face | None, str]]:
    """A word in runs of one face: whole where one face has it all, else letter by letter."""
    whole = face_that_has(word, role, language)
    if whole is not None and not word.isspace():
        return [(whole, "".join(clusters(word)))]
    runs: list[tuple[Face | None, str]] = []
    for one in clusters(word):
        face = face_that_has(one, role, language)
        if face is None and len(one) > 1:
            face = face_that_has(one[0], role, language)
            one = "".join(part for part in one if face is not None and face.has(part)) or one
        if face is None and all(invisible(part) or unicodedata.category(part) in ("Mn", "Me") for part in one):
            continue
        if runs and face is not None and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + one)
        else:
            runs.append((face, one))
    return runs


def _shaped_by(face: Face, text: str, rtl: bool, language: str,
               tracking: float) -> tuple[list[Unit], float, float, float]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    if language:
        buffer.language = language
    uharfbuzz.shape(face.font, buffer, {"liga": True} if not tracking else {"liga": False, "clig": False})
    whole = moved_whole(text)
    units: list[tuple[list[Glyph], float, float]] = []
    x = top = bottom = 0.0
    last = -1
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.cluster != last and not (whole and units):
            units.append(([], x, 0.0))
        last = info.cluster
        glyphs, start, _ = units[-1]
        if info.codepoint:
            glyphs.append(Glyph(
                face, info.codepoint, x - start + place.x_offset * face.scale, -place.y_offset * face.scale))
            if extents := face.font.get_glyph_extents(info.codepoint):
                high = (place.y_offset + extents.y_bearing) * face.scale
                top, bottom = max(top, high), max(bottom, -high - extents.height * face.scale)
        x += place.x_advance * face.scale
        units[-1] = (glyphs, start, x - start)
        if tracking and not whole:
            x += tracking
    return [Unit(tuple(glyphs), start, width) for glyphs, start, width in units], x, top, bottom
