"""Imported texts made to fit: what is too long for one field moves on to the next, so that nothing is lost."""

from ..domain.asset import LONGEST
from .incoming import Severity

LABELS: dict[str, str] = {
    "title": "Title", "why": "Why it matters", "description": "Description", "story": "Story", "street": "Street",
    "kind": "Kind", "state": "State", "key_holder": "Who holds the key", "audience": "For whom",
    "precision": "How exactly",
}
"""Field -> what it is called (English message id)."""

Moved = tuple[Severity, str, dict]


def one_line(text: str) -> str:
    """A text without line ends and double blanks."""
    return " ".join(text.split())


def joined(*parts: str) -> str:
    """The parts that say something, with an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def fitted(given: dict[str, str]) -> tuple[dict[str, str], list[Moved]]:
    """{title, why, description, story and perhaps street} cut to their longest, and what to tell about it.

    The rest moves to the description, and from there to the story. Told: (severity, problem code, facts).
    """
    texts, moved = dict(given), []
    for field in ("street", "why", "title"):
        text = texts.get(field, "")
        if len(text) > LONGEST[field]:
            texts[field] = _shortened(text, LONGEST[field])
            texts["description"] = joined(text, texts["description"])
            moved.append((Severity.DOUBT, "import-text-moved", _facts(field, text, "description")))
    if len(texts["description"]) > LONGEST["description"]:
        text = texts["description"]
        texts["description"], rest = _parted(text, LONGEST["description"])
        texts["story"] = joined(texts["story"], rest)
        moved.append((Severity.DOUBT, "import-text-moved", _facts("description", text, "story")))
    if len(texts["story"]) > LONGEST["story"]:
        text = texts["story"]
        texts["story"] = _shortened(text, LONGEST["story"])
        moved.append((Severity.LEFT_OUT, "import-text-cut", _facts("story", text, "")))
    return texts, moved


def shortened(text: str, most: int) -> str:
    """One line of at most `most` characters, cut at a word, with "…" where something is gone."""
    text = one_line(text)
    return text if len(text) <= most else _shortened(text, most)


def _shortened(text: str, most: int) -> str:
    head, _ = _parted(text, most - 1)
    return head.rstrip(" ,;:-") + "…"


def _parted(text: str, most: int) -> tuple[str, str]:
    """The text in two, at the last line end or blank before `most` where there is one nearby."""
    for mark in ("\n", " "):
        place = text.rfind(mark, most * 3 // 4, most)
        if place > 0:
            return text[:place], text[place + 1:]
    return text[:most], text[most:]


def _facts(field: str, text: str, to: str) -> dict:
    return {"field": LABELS[field], "length": len(text), "most": LONGEST[field], "to": LABELS.get(to, "")}
