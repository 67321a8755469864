"""In which order text is written: left to right, right to left, and both in one line (Unicode bidi, by python-bidi)."""

import unicodedata
from collections.abc import Sequence

from bidi import algorithm

RTL_LANGUAGES = frozenset({"ar", "fa", "ur", "he", "yi", "ps", "ckb", "sd", "ug", "dv", "syr", "arc"})
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRO", "FSI"})
_ISOLATES = {"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a", "\u2069": "\u202c"}
"""Isolates, which python-bidi does not know, as the embeddings that come nearest."""


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
    base = int(rtl)
    if not rtl and not any(unicodedata.bidirectional(one) in _TURNING for one in text):
        return [0] * len(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(_ISOLATES.get(one, one) for one in text), storage)
    for place, told in enumerate(storage["chars"]):
        told["at"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [-1] * len(text)
    for told in storage["chars"]:
        found[told["at"]] = told["level"]
    # Signs that only steer (the algorithm drops them) go with what stands before them.
    for place, level in enumerate(found):
        if level < 0:
            found[place] = found[place - 1] if place else base
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
