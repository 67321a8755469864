"""What belongs together when text is cleaned, cut and measured: letters and accents, emoji, words."""

import re
import unicodedata

MOST_MARKS = 5
"""More accents than this on one letter are left out: they would run over the lines above and below."""

_UNSEEN = ("Cc", "Cs", "Cn", "Co", "Cf")
_STEERING = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that are not seen but say how others join, turn or break; of the other such signs none is kept."""
_JOINER = "\u200d"
_SPACES = re.compile(r"[ \t\r\f\v\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NEW_LINES = re.compile(r"\r\n?|\n|\u2028|\u2029|\x0b|\x0c|\x85")
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3130-\u318f\u31f0-\u9fff\ua000-\ua4cf"
    "\uf900-\ufaff\uff00-\uff60\uff66-\uff9f\U00020000-\U0003ffff]")
_NEVER_FIRST = set("!),.:;?]}¢°·'\"†‡›℃、。〃〆〕〗〞﹚﹜！＂％＇），．：；？］｝～》」』】〙〟ーぁぃぅぇぉっゃゅょ々…")
_NEVER_LAST = set("([{£¥'\"‵〈《「『〔〖（［｛￡￥")


def cleaned(text: str) -> str:
    """Text without what cannot be drawn; one way of writing each letter; lines ended by \\n."""
    text = _NEW_LINES.sub("\n", text)
    kept = "".join(
        " " if one == "\t" else one
        for one in text
        if one in "\n\t" or one in _STEERING or unicodedata.category(one) not in _UNSEEN)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept))


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be torn apart."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    marks = 0
    for one in text:
        last = found[-1] if found else ""
        if last and _stays(one, last):
            mark = unicodedata.category(one) in ("Mn", "Me")
            marks += mark
            if not mark or marks <= MOST_MARKS:
                found[-1] += one
        else:
            found.append(one)
            marks = 0
    return found


def breakable(word: str) -> list[str]:
    """The parts of a word between which a line may end without a hyphen."""
    if word.isascii() and not any(one in "-/\u00ad" for one in word):
        return [word]
    parts: list[str] = []
    for one in clusters(word):
        if parts and not _may_end(parts[-1][-1], one[0]):
            parts[-1] += one
        else:
            parts.append(one)
    return parts


def _may_end(before: str, after: str) -> bool:
    if before in "\u00ad\u200b":
        return True
    if before in "-‐–—/" and after.isalpha():
        return True
    if not (_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after)):
        return False
    return after not in _NEVER_FIRST and before not in _NEVER_LAST and not (
        before.isascii() and after.isascii())


def _stays(one: str, last: str) -> bool:
    code = ord(one)
    return (
        unicodedata.category(one) in ("Mn", "Me", "Mc")
        or one in "\u200c\u200d"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
        or (last[-1] == _JOINER and code >= 0x2190)
        or (0x1F1E6 <= code <= 0x1F1FF and len(last) == 1 and 0x1F1E6 <= ord(last) <= 0x1F1FF)
        or unicodedata.combining(last[-1]) == 9)
