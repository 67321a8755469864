"""Words that people write in tables for our choices: kinds, states, audiences, in Dutch, English and German."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from ..domain.audience import AUDIENCES, Audience
from ..domain.kind import FACETS, KINDS, Kind
from ..domain.precision import PRECISIONS, Precision
from ..domain.state import KEY_HOLDERS, STATES, KeyHolder, State
from ..domain.tag import SURPLUS_TAGS
from ..domain.words import folded, search_words
from ..i18n import LANGUAGES, words

_KIND_WORDS: dict[Kind, str] = {
    Kind.SKILL: "gave gaven gift gifts talent talenten talents skill skills vaardigheid vaardigheden kennis kunde"
                " knowledge"
                " fahigkeit fahigkeiten begabung",
    Kind.STORY: "verhaal verhalen story stories geschichte geschichten herinnering herinneringen memory memories"
                " anekdote",
    Kind.PHOTO: "foto fotos photo photos beeld beelden picture pictures bild bilder afbeelding",
    Kind.NETWORK: "netwerk netwerken network networks verband verbanden club clubs vereniging verenigingen association"
                  " associations verein vereine groep groepen koor choir team bewonersgroep huiskamer appgroep",
    Kind.EXCHANGE: "winkel winkels shop shops store stores laden geschaft business businesses bedrijf bedrijven"
                   " buurteconomie"
                   " economie economy wirtschaft markt market restaurant restaurants cafe horeca ruilen ruil uitleen"
                   " lenen"
                   " boekenkast boekenkastje minibieb bookcase repaircafe weggeefkast weggeefwinkel kringloop"
                   " kringloopwinkel",
    Kind.INSTITUTION: "instelling instellingen institution institutions einrichtung einrichtungen organisatie"
                      " organisaties"
                      " organisation organisations organization organizations school schools schule scholen kerk"
                      " kerken church"
                      " churches kirche moskee mosque moschee tempel temple bibliotheek library libraries bibliothek"
                      " zorg"
                      " health gezondheid gesundheit religion religious religie univ university universiteit museum"
                      " kita"
                      " kindergarten kinderopvang education onderwijs bildung",
    Kind.PLACE: "plek plekken plaats plaatsen place places ort orte platz locatie locaties location park parks"
                " speeltuin"
                " speelplek speelplaats playground playgrounds bank bankje bankjes bench benches tuin tuinen garden"
                " gardens"
                " garten plein square buurthuis buurtcentrum wijkcentrum ontmoetingsplek center centre gebouw"
                " building space"
                " kunstwerk artwork groen",
}

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (State.IN_USE, "in gebruik, actief, active, open, in use, aktiv, geopend"),
    (State.UNDER_USED, "ruimte over, onderbenut, under used, underused, room for more, weinig gebruikt"),
    (State.DREAMT_OF, "droom, gedroomd, dream, dreamt of, wens, idee, gewenst, planned, gepland, geplant"),
    (State.RETIRED, "voorbij, gestopt, closed, gesloten, retired, was here once, vervallen, geschlossen, inactive,"
                    " inactief"),
    (KeyHolder.RESIDENTS, "bewoners, buren, residents, neighbours, bewohner"),
    (KeyHolder.LOCAL_ORGANISATION, "organisatie, lokale organisatie, local organisation, local organization,"
                                   " organisation"),
    (KeyHolder.OUTSIDE, "buiten, gemeente, outside, municipality, gemeinde, stad, city"),
    (Audience.TEAM, "team, alleen het team, prive, private, intern, internal, geheim"),
    (Audience.NEIGHBOURHOOD, "buurt, de buurt, neighbourhood, neighborhood, neighbours, buren, nachbarschaft"),
    (Audience.PUBLIC, "iedereen, openbaar, publiek, public, everyone, offentlich, open"),
    (Precision.EXACT, "exact, precies, genau, exactly"),
    (Precision.STREET, "straat, street, strasse"),
    (Precision.NEIGHBOURHOOD, "buurt, neighbourhood, neighborhood, wijk"),
    (Precision.HIDDEN, "verborgen, hidden, niet, geheim, versteckt"),
)
"""Choice and what people write for it, beside its own name and its label in every language of the catalogues.

Not a table by choice: Audience.NEIGHBOURHOOD and Precision.NEIGHBOURHOOD are equal strings."""

_SHORT = {
    "spring": "lente voorjaar fruhling", "summer": "zomer sommer", "autumn": "herfst najaar fall herbst",
    "winter": "winter",
    "mon": "ma mo monday maandag montag", "tue": "di tu dienstag tuesday dinsdag",
    "wed": "wo we mi mittwoch wednesday woensdag",
    "thu": "do th donnerstag thursday donderdag", "fri": "vr fr freitag friday vrijdag",
    "sat": "za sa samstag saturday zaterdag", "sun": "zo su so sonntag sunday zondag",
}

_TONGUES = {
    "nl": "nederlands dutch niederlandisch", "en": "engels english englisch", "de": "duits german deutsch",
    "fr": "frans french francais franzosisch", "tr": "turks turkish turkce turkisch", "ar": "arabisch arabic العربيه",
    "uk": "oekraiens ukrainian українська", "pl": "pools polish polski polnisch", "es": "spaans spanish espanol",
    "so": "somalisch somali", "ti": "tigrinya", "fa": "perzisch farsi persian", "zh": "chinees chinese",
}

_Choice = TypeVar("_Choice", bound=StrEnum)


@lru_cache(4096)
def kind_in(text: str) -> Kind | None:
    """The kind that a word for a sort of thing belongs to ("Sportvereniging", "School (basis)"); None if unknown."""
    known = _kinds()
    whole = folded(text).strip()
    if whole in known:
        return known[whole]
    parts = search_words(text)
    for part in parts:
        if part in known:
            return known[part]
    # Dutch and German join words: the last part says what it is.
    for part in parts:
        for word, kind in known.items():
            if len(word) > 3 and part.endswith(word):
                return kind
    return None


@lru_cache(4096)
def is_own_name(text: str) -> bool:
    """Whether a word is the very name or label of one of our kinds, so that it says nothing more than that."""
    return folded(text).strip() in _labels()


@lru_cache(4096)
def choice_in(choices: type[_Choice], text: str) -> _Choice | None:
    """The member of an enum that somebody means; None if unknown."""
    return _choices().get((choices, folded(text).strip().replace("_", " ")))


def facet_in(text: str) -> str | None:
    """The facet with this name or label."""
    return _facets().get(folded(text).strip())


@lru_cache(4096)
def tag_in(text: str) -> str:
    """A tag of the field's stock by its name or label; any other word stays as it is."""
    return _tags().get(folded(text).strip(), text)


def tongue_in(text: str) -> str:
    """The language tag (BCP 47) that somebody means: "nl", "pt-BR", "Engels", "Türkçe"; "" if unknown."""
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", text.strip()):
        return text.strip()
    known = {folded(name): tongue for tongue, names in _TONGUES.items() for name in names.split()}
    return known.get(folded(text).strip(), "")


def keys_in(table: dict[str, str], text: str) -> tuple[tuple[str, ...], bool]:
    """The keys of SEASONS or WEEKDAYS named in a text, in the order of the table, and whether nothing else is in it."""
    known = {word: key for key in table for word in [key, folded(table[key]), *_SHORT[key].split()]}
    parts = search_words(text, most=30)
    found = {known[part] for part in parts if part in known}
    return tuple(key for key in table if key in found), all(part in known for part in parts)


def yes(text: str) -> bool:
    """Whether a word means yes."""
    return folded(text).strip() in {"1", "true", "yes", "y", "ja", "j", "waar", "wahr", "x"}


def _in_every_language(label: str) -> list[str]:
    return [folded(label), *(folded(words(language).gettext(label)) for language in LANGUAGES)]


@cache
def _labels() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for kind, facts in KINDS.items():
        for name in [str(kind), *_in_every_language(facts.label), *_in_every_language(facts.plural)]:
            found.setdefault(name, kind)
    return found


@cache
def _kinds() -> dict[str, Kind]:
    found = dict(_labels())
    for kind, listed in _KIND_WORDS.items():
        for word in listed.split():
            found.setdefault(word, kind)
    return found


@cache
def _choices() -> dict[tuple[type, str], StrEnum]:
    found: dict[tuple[type, str], StrEnum] = {}
    for choice, listed in _WORDS:
        own = [str(choice).replace("_", " "), *_in_every_language(_label(choice))]
        for word in own + [part.strip() for part in listed.split(",")]:
            found.setdefault((type(choice), word), choice)
    return found


def _label(choice: StrEnum) -> str:
    tables = {State: STATES, KeyHolder: KEY_HOLDERS, Audience: AUDIENCES, Precision: PRECISIONS}
    said = tables[type(choice)][choice]
    return said if isinstance(said, str) else said[1]


@cache
def _facets() -> dict[str, str]:
    return {name: facet for facet, label in FACETS.items() for name in [facet, *_in_every_language(label)]}


@cache
def _tags() -> dict[str, str]:
    return {name: tag for tag, label in SURPLUS_TAGS.items() for name in [tag, *_in_every_language(label)]}
