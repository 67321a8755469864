"""Folding words for search, so that "cafe" finds "café" and "istanbul" finds "İstanbul"."""

import re
import unicodedata

# Letters that have no decomposition of their own but that people type as their plain neighbour.
_PLAIN = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ŀ": "l",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ی": "ي", "ـ": "",
    "ґ": "г", "ё": "е", "’": "", "ʼ": "", "'": "", "`": "",
})
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The text in lower case without accents, points and vowel signs. Same input, same output, in any language."""
    # Mapped before and after the accents go: some letters (й, آ) are letters of their own or pairs that fall apart.
    low = unicodedata.normalize("NFC", text.casefold().replace("i̇", "i")).translate(_PLAIN)
    apart = unicodedata.normalize("NFKD", low)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c))).translate(_PLAIN)


def search_words(text: str, most: int = 12) -> list[str]:
    """The folded words of a search, at most `most`; empty where nothing can be searched."""
    return _WORD.findall(folded(text))[:most]
