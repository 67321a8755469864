"""Folding words for search, so that "cafe" finds "café" and "istanbul" finds "İstanbul"; and numbers in their order."""

import re
import unicodedata

# Letters that have no decomposition of their own but that people type as their plain neighbour.
_PLAIN = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ŀ": "l",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ی": "ي", "ـ": "",
    "ґ": "г", "ё": "е", "’": "", "ʼ": "", "'": "", "`": "",
})
_DIGITS = re.compile("[0-9]+")
_WIDEST = 12  # Longer runs than this are no numbers that anybody counts by.
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile("[\u0648\u0628\u0641\u0643]?\u0627\u0644(?=\\w{3})|\u0644\u0644(?=\\w{3})")


def folded(text: str) -> str:
    """The text in lower case without accents, points and vowel signs. Same input, same output, in any language."""
    # Mapped before and after the accents go: some letters (й, آ) are letters of their own or pairs that fall apart.
    low = unicodedata.normalize("NFC", text.casefold().replace("i̇", "i")).translate(_PLAIN)
    apart = unicodedata.normalize("NFKD", low)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c))).translate(_PLAIN)


def index_words(text: str) -> str:
    """The folded text as a search index keeps it: Arabic words also without what is written onto them."""
    low = folded(text)
    bare = [stem for word in _WORD.findall(low) if (stem := _without_article(word)) != word]
    return " ".join([low, *bare])


def search_words(text: str, most: int = 12) -> list[str]:
    """The folded words of a search, at most `most`; empty where nothing can be searched."""
    return [_without_article(word) for word in _WORD.findall(folded(text))[:most]]


def natural_key(text: str) -> str:
    """The text with each run of digits as wide as the widest, so that "Bankje 108" sorts before "Bankje 1043"."""
    return _DIGITS.sub(lambda run: run[0].zfill(_WIDEST), text)


def _without_article(word: str) -> str:
    """An Arabic word without its article ("the", and "and the", "in the", "for the"), which is written onto it."""
    match = _ARTICLE.match(word)
    return word[match.end():] if match else word
