"""People's words made safe to print: every character shown as it is, or visibly by its number.

A text for the template is {"p": [[line, …], …], "l": language, "d": "ltr" or "rtl"}: paragraphs of lines, the
language in BCP 47 for screen readers, the direction of its first letter. It goes there as data, never as markup.
"""

import re
import unicodedata

from .fonts import Shown

Text = dict[str, object]

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\u2029")
_LINES = re.compile(r"\n|\u2028|\x0b|\x0c|\x85")
_LONG_RUN = re.compile(r"[^\s\u200b\u00ad-]{28,}")
_SIGNS = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩|.", re.DOTALL)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")

# Marks that shape their neighbours and have no picture of their own. Overrides of the writing direction are not among
# them: they would turn around what somebody wrote.
_UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
_PICTURES = {code: 0x2400 + code for code in range(32)} | {127: 0x2421}
ZERO_WIDTH_SPACE = "\u200b"


def text_of(raw: str, language: str, shown: Shown) -> Text | None:
    """The text for the template, or None where there is nothing to read."""
    if not raw.strip():
        return None
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    paragraphs = [
        [line_of(line, shown) for line in _LINES.split(paragraph)]
        for paragraph in _PARAGRAPHS.split(raw)
        if paragraph.strip()
    ]
    return {"p": paragraphs, "l": plain_language(language), "d": direction_of(raw)}


def line_of(raw: str, shown: Shown) -> str:
    """One line, printable: spaces kept single, controls as their pictures, what no font has as ⟨U+…⟩."""
    cleaned = "".join(_printable(character, shown) for character in _LINES.sub(" ", raw).replace("\t", " "))
    return _LONG_RUN.sub(_breakable, cleaned)


def plain_language(tag: str) -> str:
    """The language part of a BCP 47 tag, "und" where it is none."""
    return tag.split("-")[0].lower() if _LANGUAGE.fullmatch(tag) else "und"


def direction_of(raw: str) -> str:
    """The direction of the first letter that has one: "rtl" or "ltr"."""
    for character in raw:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _printable(character: str, shown: Shown) -> str:
    if " " <= character <= "~":
        return character
    code = ord(character)
    if code in _PICTURES:
        picture = chr(_PICTURES[code])
        return picture if picture in shown else f"⟨U+{code:04X}⟩"
    if character in _UNSEEN:
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return "\u00a0" if character in "\u00a0\u202f\u2007" else " "
    if category in ("Cc", "Cf", "Cn", "Co", "Cs") or character not in shown:
        return f"⟨U+{code:04X}⟩"
    return character


def _breakable(run: re.Match[str]) -> str:
    """A run without a place to break gets one every dozen characters: not before a mark that belongs to a letter, and
    not within a number that stands for a character."""
    pieces, piece = [], ""
    for sign in _SIGNS.findall(run.group()):
        if len(piece) + len(sign) > 12 and piece and not unicodedata.combining(sign[0]) and sign[0] not in _UNSEEN:
            pieces.append(piece)
            piece = ""
        piece += sign
    return ZERO_WIDTH_SPACE.join((*pieces, piece))
