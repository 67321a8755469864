"""The languages that neighbours write and tell in, each by its own name and by what it is called here."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

SPOKEN = (
    "nl", "en", "tr", "ar", "pl", "uk", "fy", "pap", "srn", "de", "fr", "es", "pt", "it", "ru", "ro", "bg", "hu", "el",
    "bs", "hr", "sr", "sq", "hy", "ka", "fa", "prs", "ps", "ku", "ckb", "ur", "hi", "pa", "bn", "ta", "ti", "am", "om",
    "so", "sw", "ha", "yo", "ig", "tw", "ln", "rif", "zgh", "kab", "id", "jv", "ms", "vi", "th", "tl", "zh", "yue",
    "ja", "ko", "he", "lt", "lv", "et", "cs", "sk", "sl", "sv", "da", "nb", "fi", "rom",
)
"""What is offered, by BCP 47; the screen's own language comes first, the rest by name."""

_OWN_NAMES = {"prs": "دری", "pap": "Papiamentu", "srn": "Sranan Tongo", "rif": "Tarifit", "rom": "Romani", "tw": "Twi",
              "ti": "ትግርኛ", "ckb": "کوردیی سۆرانی", "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ", "kab": "Taqbaylit", "ku": "Kurdî"}
_DUTCH_NAMES = {"prs": "Dari", "pap": "Papiaments", "srn": "Sranantongo", "rif": "Riffijns", "rom": "Romani",
                "zgh": "Tamazight", "ckb": "Soranî (Koerdisch)", "ku": "Koerdisch"}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")


@lru_cache(maxsize=20)
def offered(screen: str) -> tuple[tuple[str, str], ...]:
    """(tag, name) of every language to choose from, named for readers of the screen's language."""
    named = sorted(((tag, name_of(tag, screen)) for tag in SPOKEN), key=lambda each: each[1].casefold())
    return tuple(sorted(named, key=lambda each: each[0] != screen))


@lru_cache(maxsize=2_000)
def name_of(tag: str, screen: str) -> str:
    """What a language is called here, with its own name behind it: "Turks (Türkçe)". A strange tag is its own name."""
    here = (screen == "nl" and _DUTCH_NAMES.get(tag)) or _named(tag, screen) or tag
    own = _OWN_NAMES.get(tag) or _named(tag, tag)
    return f"{here} ({own})" if own and own.casefold() != here.casefold() else here


def plain_name(tag: str, screen: str) -> str:
    """What a language is called here, alone: "Turks"."""
    return (screen == "nl" and _DUTCH_NAMES.get(tag)) or _named(tag, screen) or tag


def _named(tag: str, screen: str) -> str:
    """By the tables that Babel has; "" where it has none. "ar-MA" is "Arabisch (Marokko)"."""
    if not _TAG.fullmatch(tag) or not _TAG.fullmatch(screen):
        return ""
    try:
        if "-" in tag:
            return Locale.parse(tag, sep="-").get_display_name(screen) or ""
        return Locale.parse(screen, sep="-").languages.get(tag.lower(), "")
    except (UnknownLocaleError, ValueError):
        return ""
