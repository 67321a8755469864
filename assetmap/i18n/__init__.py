"""The words on screen and paper in each language, from the catalogues in this folder.

Message ids are English sentences. A language is a folder of .po files, one per room; they are read as they are,
so that a translator's change needs no building step.
"""

import gettext
import io
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: dict[str, str] = {"nl": "Nederlands", "en": "English"}
"""Language -> its name in itself. The first is the one shown to somebody of whom nothing is known."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "ug", "yi", "sd", "dv"})
"""Languages written from right to left, by the first part of their tag."""

_FOLDER = Path(__file__).parent


@cache
def words(language: str) -> gettext.NullTranslations:
    """The translations of a language, with `gettext` and `ngettext`. A language without catalogues speaks English."""
    files = sorted((_FOLDER / language).glob("*.po"))
    if not files:
        return gettext.NullTranslations()
    whole = Catalog(locale=language)
    for path in files:
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string and not message.fuzzy:
                    whole.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def direction(language: str) -> str:
    """"rtl" or "ltr", for the dir attribute beside a text in this language."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def best_language(wanted: list[str]) -> str:
    """The first of the wanted tags (BCP 47, best first) that there is a catalogue for; Dutch where there is none."""
    for tag in wanted:
        if (short := tag.split("-")[0].lower()) in LANGUAGES:
            return short
    return "nl"
