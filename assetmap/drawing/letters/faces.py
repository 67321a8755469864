"""The faces that letter for us: one for each role, and another for each script that the first has no letters for."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import uharfbuzz

from ...domain.problems import Problem
from ...folders import VENDOR

CAPITAL = 0.7
"""How high a capital stands, as a part of the size. Faces differ; they are brought to this height."""


@dataclass(frozen=True, slots=True)
class Role:
    """How one sort of text is lettered.

    `faces` in order of liking. `capitals`: all letters large. `slant` leans them over, `tracking` is air between them,
    as a part of the size; `leading` is from line to line. `unrest` is how much the hand turns and lifts each letter.
    """

    faces: tuple[str, ...]
    capitals: bool = False
    slant: float = 0.0
    tracking: float = 0.0
    leading: float = 1.2
    unrest: float = 1.0
    heavy: bool = False


ROLES: dict[str, Role] = {
    "cover": Role(("AmaticSC_700Bold",), leading=1.12, unrest=0.6),
    "title": Role(("CaveatBrush_400Regular", "Caveat_700Bold"), leading=1.06, heavy=True),
    "note": Role(("PatrickHand_400Regular",), leading=1.2),
    "street": Role(("ArchitectsDaughter_400Regular",), capitals=True, tracking=0.07, unrest=1.2),
    "small": Role(("PatrickHand_400Regular",), leading=1.22, unrest=0.8),
    "water": Role(("Caveat_700Bold",), slant=0.12, tracking=0.1, unrest=0.8),
    "area": Role(("PatrickHand_400Regular",), capitals=True, tracking=0.22, leading=1.25),
}

_OTHER_SCRIPTS = (
    "Pangolin_400Regular", "Vazirmatn_400Regular", "NotoSansHebrew_400Regular", "NotoSansEthiopic_400Regular",
    "NotoSansArmenian_400Regular", "NotoSansBengali_400Regular", "NotoSansDevanagari_400Regular",
    "NotoSansGeorgian_400Regular", "NotoSansGujarati_400Regular", "NotoSansGurmukhi_400Regular",
    "NotoSansKannada_400Regular", "NotoSansKhmer_400Regular", "NotoSansLao_400Regular",
    "NotoSansMalayalam_400Regular", "NotoSansMyanmar_400Regular", "NotoSansSinhala_400Regular",
    "NotoSansSyriac_400Regular", "NotoSansTamil_400Regular", "NotoSansTelugu_400Regular", "NotoSansThai_400Regular",
    "NotoSansTifinagh_400Regular", "NotoSerifTibetan_400Regular", "NotoNaskhArabic_400Regular",
    "ZCOOLXiaoWei_400Regular", "KosugiMaru_400Regular", "NanumGothic_400Regular", "NotoSans_400Regular",
    "NotoEmoji_400Regular", "NotoSansSymbols2_400Regular", "NotoSansSymbols_400Regular", "NotoSansMath_400Regular",
    "NotoSansMono_400Regular", "NotoSansDeseret_400Regular",
)
_BOLD = {
    name: name.replace("400Regular", "700Bold")
    for name in ("Vazirmatn_400Regular", "NotoSansEthiopic_400Regular", "NotoNaskhArabic_400Regular",
                 "NotoSans_400Regular")
}
_SCALES = {
    "Vazirmatn": 1.02, "NotoNaskhArabic": 1.0, "NotoEmoji": 0.82, "NotoSansSymbols2": 0.85, "KosugiMaru": 0.93,
    "ZCOOLXiaoWei": 0.98, "NanumGothic": 0.95, "NotoSansDevanagari": 1.0, "NotoSansBengali": 1.0,
    "NotoSansGujarati": 1.0, "NotoSansGurmukhi": 1.0, "NotoSansSinhala": 0.95, "NotoSansTelugu": 0.95,
    "NotoSerifTibetan": 0.85, "NotoSansMyanmar": 0.9, "NotoSansKhmer": 0.9,
}
"""Faces whose capitals, if they have any, do not say how large their letters look."""
_MISDRAWN = {"Pangolin_400Regular": frozenset(map(ord, "«»"))}
"""Signs that a face draws as others: its double angle quotes are single ones."""


class Face:
    """One font. `scale` brings its units (of `em` to the size) to the height that all faces share."""

    def __init__(self, name: str, heavy: bool = False):
        blob = uharfbuzz.Blob.from_file_path(str(font_folder() / f"{name}.ttf"))
        self.name = name
        self.heavy = heavy
        self._face = uharfbuzz.Face(blob)
        self.font = uharfbuzz.Font(self._face)
        if heavy:
            self.font.synthetic_bold = (0.035, 0.035, False)
        self.scale = self._scale() / self._face.upem

    def has(self, characters: str) -> bool:
        """Whether it can draw all of these, as they are or taken apart into letter and accents."""
        covered = self._covered
        return all(
            ord(one) in covered or invisible(one) or _apart(one, covered) for one in characters)

    @cached_property
    def _covered(self) -> frozenset[int]:
        return frozenset(self._face.unicodes) - _MISDRAWN.get(self.name, frozenset())

    def _scale(self) -> float:
        family = self.name.partition("_")[0]
        if family in _SCALES:
            return _SCALES[family]
        height = self.font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT) or CAPITAL * self._face.upem
        return CAPITAL * self._face.upem / height


def font_folder():
    """Where the fonts lie. Raises Problem("book-fonts-missing")."""
    folder = VENDOR / "fonts" / "ttf"
    if not (folder / "NotoSans_400Regular.ttf").is_file():
        raise Problem("book-fonts-missing")
    return folder


@lru_cache(maxsize=64)
def faces_for(role: str, language: str = "") -> tuple[tuple[str, bool], ...]:
    """The faces of a role in order of liking, as (name, made heavier by us). Raises KeyError for an unknown role."""
    told = ROLES[role]
    names = [(name, False) for name in told.faces]
    for name in _in_order(_OTHER_SCRIPTS, language):
        bold = _BOLD.get(name) if told.heavy else None
        names.append((bold, False) if bold else (name, told.heavy))
    there = {path.stem for path in font_folder().glob("*.ttf")}
    return tuple(pair for pair in names if pair[0] in there)


@lru_cache(maxsize=128)
def face(name: str, heavy: bool = False) -> Face:
    """The face of that name, read once."""
    return Face(name, heavy)


def face_that_has(characters: str, role: str, language: str = "") -> Face | None:
    """The first face of the role that can draw all these characters; None where there is none."""
    return next(
        (found for found in (face(*pair) for pair in faces_for(role, language)) if found.has(characters)), None)


def invisible(one: str) -> bool:
    """Whether a character only says something about its neighbours and is never drawn itself."""
    return unicodedata.category(one) == "Cf" or 0xFE00 <= ord(one) <= 0xFE0F or 0xE0100 <= ord(one) <= 0xE01EF or (
        one in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


@lru_cache(maxsize=4096)
def _parts(one: str) -> str:
    return unicodedata.normalize("NFD", one)


def _apart(one: str, covered: frozenset[int]) -> bool:
    parts = _parts(one)
    return len(parts) > 1 and all(ord(part) in covered for part in parts)


def _in_order(names: Iterable[str], language: str) -> list[str]:
    """Japanese readers expect other forms of the same signs than Chinese readers."""
    first = {"ja": "KosugiMaru_400Regular", "ko": "NanumGothic_400Regular"}.get(language[:2], "")
    return sorted(names, key=lambda name: name != first)
