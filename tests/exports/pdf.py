"""Reading a finished book back: its words, pictures and tags."""

import hashlib
import re
import unicodedata
from pathlib import Path

from pypdf import PdfReader

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2010\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f-]")


def words_of(path: Path, *pages: int) -> str:
    """All words (of these pages, counted from 1) without spaces, hyphens and unseen marks, in one normal form."""
    reader = PdfReader(path)
    chosen = [reader.pages[page - 1] for page in pages] or reader.pages
    return plain("".join(page.extract_text() for page in chosen))


def plain(text: str) -> str:
    """A text as `words_of` gives it."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def photos_of(path: Path) -> dict[str, bytes]:
    """The JPEG files inside, by their hash."""
    found = {}
    for page in PdfReader(path).pages:
        stack = [page.get("/Resources", {})]
        while stack:
            resources = stack.pop()
            for name in resources.get("/XObject") or {}:
                inside = resources["/XObject"][name]
                if inside.get("/Subtype") == "/Image" and inside.get("/Filter") == "/DCTDecode":
                    data = inside._data
                    found[hashlib.sha256(data).hexdigest()] = data
                elif inside.get("/Subtype") == "/Form" and "/Resources" in inside:
                    stack.append(inside["/Resources"])
    return found


def tags_of(path: Path) -> list[tuple[str, str]]:
    """Every tag of the structure in reading order, with its alternative text or ""."""
    root = PdfReader(path).trailer["/Root"]["/StructTreeRoot"]
    found: list[tuple[str, str]] = []

    def walk(node) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((node["/S"], str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node["/K"])

    walk(root["/K"])
    return found


def bookmarks_of(path: Path) -> list[str]:
    """The titles in the outline, chapters and assets."""
    found: list[str] = []

    def walk(entries) -> None:
        for entry in entries:
            walk(entry) if isinstance(entry, list) else found.append(entry.title)

    walk(PdfReader(path).outline)
    return found
