"""A text in the language it is in: what a reader gets where something was said in one language or in several."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
"""What a language is called by (BCP 47): "nl", "pt-BR", "zh-Hant"."""


@dataclass(frozen=True, slots=True)
class Said:
    """False where there is nothing to read."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


def said_in(language: str, own: Said, others: Iterable[Said]) -> Said:
    """What was said in this language, where it was; otherwise as it was first said. A name that is the same in both
    stays in its own."""
    if same_language(own.language, language):
        return own
    return next((each for each in others if each.text not in ("", own.text) and same_language(each.language, language)),
                own)


def same_language(one: str, other: str) -> bool:
    """Whether two tags are one language, wherever it is spoken: "pt" and "pt-BR"."""
    return one.split("-")[0].lower() == other.split("-")[0].lower()
