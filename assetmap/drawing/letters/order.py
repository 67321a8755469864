"""In which order text is written: left to right, right to left, and both in one line (Unicode bidi, by python-bidi)."""

import re
import unicodedata
from collections.abc import Sequence

from bidi.wrapper import get_display

RTL_LANGUAGES = frozenset({"ar", "fa", "ur", "he", "yi", "ps", "ckb", "sd", "ug", "dv", "syr", "arc"})
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRO", "FSI"})
_LEVEL = re.compile(r"Level\(\s*(\d+)")


def runs_right_to_left(text: str, language: str = "") -> bool:
    """The direction of a paragraph: that of its first letter, else that of its language."""
    for one in text:
        way = unicodedata.bidirectional(one)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return language.partition("-")[0] in RTL_LANGUAGES


def levels(text: str, rtl: bool) -> list[int]:
    """The level of each character: even runs to the right, odd to the left."""
    if not rtl and not any(unicodedata.bidirectional(one) in _TURNING for one in text):
        return [0] * len(text)
    # What python-bidi tells when asked to explain itself: one level for each byte.
    told = get_display(text, base_dir="R" if rtl else "L", debug=True).rpartition("levels: [")[2]
    of_bytes = [int(level) for level in _LEVEL.findall(told)]
    if len(of_bytes) < len(text.encode()):
        raise RuntimeError("This python-bidi does not tell its levels in the way that this room reads them")
    found, place = [], 0
    for one in text:
        found.append(of_bytes[place])
        place += len(one.encode())
    return found


def visual_order(of_pieces: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, given their levels in reading order (rule L2)."""
    order = list(range(len(of_pieces)))
    odd = [level for level in of_pieces if level % 2]
    if not odd:
        return order
    for level in range(max(of_pieces), min(odd) - 1, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and of_pieces[order[place]] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = order[start:place][::-1]
                start = None
    return order
