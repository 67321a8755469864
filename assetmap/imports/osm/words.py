"""What is said about an OpenStreetMap thing: a title where it has no name, a few plain sentences, when it is open.

Telephone numbers, addresses of mail and of websites are never read.
"""

import re

from ..texts import shortened
from .kind import OsmKind, Words, word
from .vocabulary import CUISINES, PLAIN_FACTS, RELIGIONS, SPORTS, TRADES

LONGEST_TIME = 120
LONGEST_TEXT = 600

# In Dutch a street takes "de" or "het", or brings its own article or none.
_HET = re.compile(r"(plein|hof|pad|park|plantsoen|veld|erf|bos|eiland|dorp|spoor|je|kwartier|einde?|water)$", re.I)
_DE = re.compile(
    r"^(laan|kade|oude|nieuwe|korte|lange|grote|kleine|eerste|tweede|derde|hoge|lage|brede)\b|"
    r"(straat|weg|laan|kade|singel|gracht|dijk|dreef|steeg|markt|brug|wal|haven|vest|baan|allee|boulevard|plaats|ring|sloot|"
    r"vliet|wetering|akker|hoek|hage|gaarde|werf|poort|rij|tuinen|passage|route)$", re.I)
_OWN_ARTICLE = re.compile(r"(de|het|'t|’t|den|plein|achter|op|aan|bij|onder)\b", re.I)

# Enough to tell whether a mapper wrote in English or in Dutch; words that are both ("in", "was") tell nothing.
_TELLTALE = (frozenset("de het een van en met voor aan bij naar waar deze die op uit je".split()),
             frozenset("the for and with this at from left right entrance to are where by which on".split()))


def title_of(row: OsmKind, tags: dict[str, str], street: str, language: str) -> str:
    """Its name in this language, or what it is and in which street: "Bankje aan de Hooikade", "Bench on Hooikade"."""
    name = tags.get(f"name:{language}") or tags.get("name") or ""
    return shortened(name, 200) if name else beside_street(_what(row, tags, language), street, language)


def beside_street(what: str, street: str, language: str) -> str:
    """The words with the street behind them, where there is one."""
    if not street:
        return what
    if language != "nl":
        return f"{what} on {street}"
    if _OWN_ARTICLE.match(street) or not (_HET.search(street) or _DE.search(street)):
        return f"{what} aan {street}"
    return f"{what} aan {'het' if _HET.search(street) else 'de'} {street}"


def many(row: OsmKind, count: int, language: str) -> str:
    """"4 bankjes"."""
    return f"{count} {word(row.plural, language)}"


def description_of(row: OsmKind, tags: dict[str, str], language: str) -> str:
    """What the tags tell about it, in a few sentences; "" where they tell nothing."""
    said = [
        _house(tags, language), _trade(row, tags, language), _by(tags, language), _built(tags, language),
        _own_words(tags, language),
        _listed("sport", SPORTS, ("Sport", "Sport"), tags, language) if not row.asks("sport") else "",
        _listed("cuisine", CUISINES, ("Eten", "Food"), tags, language),
        _quoted("inscription", ("Er staat", "It says"), tags, language), _where(tags, language), _also(tags, language),
        *(word(sentence, language) for (key, value), sentence in PLAIN_FACTS.items()
          if tags.get(key) == value and not row.asks(key)),
    ]
    return " ".join(dict.fromkeys(sentence for sentence in said if sentence))


def open_when(opening_hours: str, language: str) -> str:
    """Opening hours in plain words: "Mo-Fr 09:00-17:30; Sa off" becomes "ma-vr 09:00-17:30, za dicht"."""
    if opening_hours == "24/7":
        return word(("altijd", "always"), language)
    said = opening_hours
    for short, words in _DAYS.items():
        said = re.sub(rf"\b{short}\b", word(words, language), said)
    said = re.sub(r"\s*;\s*", ", ", said.replace('"', ""))
    return shortened(re.sub(r",(?=\S)", ", ", said), LONGEST_TIME)


_DAYS: dict[str, Words] = {
    "Mo": ("ma", "Mon"), "Tu": ("di", "Tue"), "We": ("wo", "Wed"), "Th": ("do", "Thu"), "Fr": ("vr", "Fri"),
    "Sa": ("za", "Sat"), "Su": ("zo", "Sun"), "PH": ("feestdagen", "holidays"),
    "SH": ("schoolvakanties", "school holidays"),
    "off": ("dicht", "closed"), "sunrise": ("zonsopgang", "sunrise"), "sunset": ("zonsondergang", "sunset"),
}


def _what(row: OsmKind, tags: dict[str, str], language: str) -> str:
    if row.theme == "faith" and _faith(tags):
        return word(_faith(tags), language)
    return word(row.title, language)


def _faith(tags: dict[str, str]) -> Words | None:
    return RELIGIONS.get(tags.get("denomination", "")) or RELIGIONS.get(tags.get("religion", ""))


def _house(tags: dict[str, str], language: str) -> str:
    faith = _faith(tags) if tags.get("amenity") == "place_of_worship" else None
    return f"{word(faith, language)}." if faith else ""


def _trade(row: OsmKind, tags: dict[str, str], language: str) -> str:
    for key in ("shop", "craft", "healthcare", "amenity"):
        if not row.asks(key):
            continue
        for value in tags.get(key, "").split(";"):
            if value.strip() in TRADES:
                return f"{word(TRADES[value.strip()], language)}."
    return ""


def _by(tags: dict[str, str], language: str) -> str:
    artist, year = tags.get("artist_name", ""), re.match(r"\d{4}", tags.get("start_date", ""))
    if not artist:
        return ""
    said = f"{word(('Gemaakt door', 'Made by'), language)} {shortened(artist.replace(';', ', '), 120)}"
    return said + (f" ({year[0]})." if year and "artwork" in tags.get("tourism", "") else ".")


def _built(tags: dict[str, str], language: str) -> str:
    """Since when a house stands, and whether it is listed: it belongs to the neighbourhood's story."""
    year = re.match(r"\d{4}", tags.get("start_date", "")) if "building" in tags else None
    said = [f"{word(('Gebouwd in', 'Built in'), language)} {year[0]}."] if year else []
    return " ".join([*said, word(("Een monument.", "A listed monument."), language)] if "heritage" in tags else said)


def _listed(key: str, table: dict[str, Words], before: Words, tags: dict[str, str], language: str) -> str:
    known = [word(table[value.strip()], language) for value in tags.get(key, "").split(";") if value.strip() in table]
    return f"{word(before, language)}: {', '.join(known)}." if known else ""


def _quoted(key: str, before: Words, tags: dict[str, str], language: str) -> str:
    said = tags.get(key, "")
    return f"{word(before, language)}: “{shortened(said, LONGEST_TEXT)}”." if said else ""


def _where(tags: dict[str, str], language: str) -> str:
    said = _spoken("defibrillator:location", tags, language)
    return f"{word(('Te vinden', 'To be found'), language)}: {said}." if said else ""


def _also(tags: dict[str, str], language: str) -> str:
    other = tags.get("alt_name") or tags.get("loc_name") or tags.get("old_name")
    if not other or other == tags.get("name"):
        return ""
    return f"{word(('Ook wel', 'Also called'), language)} {shortened(other.replace(';', ', '), 120)}."


def _own_words(tags: dict[str, str], language: str) -> str:
    """What a mapper wrote about it."""
    said = _spoken("description", tags, language)
    return said if not said or said.endswith((".", "!", "?", "…")) else f"{said}."


def _spoken(key: str, tags: dict[str, str], language: str) -> str:
    """The text of a tag in this language where there is a choice; nothing where it is clearly in the other one."""
    said = tags.get(f"{key}:{language}", "")
    if not said:
        said = tags.get(key, "")
        dutch, english = (len(known & set(re.findall(r"[a-z]+", said.lower()))) for known in _TELLTALE)
        if (english > dutch) if language == "nl" else (dutch > english):
            return ""
    return shortened(said, LONGEST_TEXT).rstrip(".") + ("." if said.endswith(".") and key == "description" else "")
