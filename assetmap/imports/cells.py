"""What stands in one row: the values under the headings, by field, and what is left over."""

import json
import math
import re
from enum import StrEnum
from typing import TypeVar

from ..domain.asset import Translation
from ..domain.precision import Precision
from ..domain.rhythm import SEASONS, WEEKDAYS, Rhythm
from ..domain.state import KeyHolder, State
from ..domain.tag import LONGEST_TAG, MOST_TAGS
from ..i18n import words
from . import choices
from .fields import TEXTS, Column, is_contact
from .incoming import Severity
from .plain_words import plain, printable
from .record import Record
from .texts import fitted, one_line, shortened

_Choice = TypeVar("_Choice", bound=StrEnum)
_UNTITLED = re.compile(
    r"[-+\d\s.,:;/%()€$]*|\d{4}-\d\d-\d\d.*|https?://\S+|[\w.+-]+@[\w.-]+|\{?[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}\}?|"
    r"(?:true|false|yes|no|ja|nee|n/?a|null|none|other)|\S+\.(?:jpe?g|png|heic|mp3|m4a|wav|mp4|pdf)", re.I)
LONGEST_TIME = 200
LONGEST_HEADING = 200
POSITION = frozenset({"longitude", "latitude", "position"})
KEPT_AS_LINES = POSITION | {"", "people"}
_OTHER = Column("")


class Row:
    """One record, read by its columns. Reading a field uses it up; `lines()` are what nobody asked for."""

    def __init__(self, record: Record, columns: dict[str, Column], dropped: set[str], language: str, placed: bool):
        self._language = language
        self._said: dict[str, str] = {}
        self._elsewhere: dict[Column, str] = {}
        self._rest: dict[str, str] = {}
        self._tags: list[str] = []
        self.remarks: list[tuple[Severity, str, dict]] = []
        self.contacts: list[str] = []
        for heading, value in record.values.items():
            column = columns.get(heading, _OTHER)
            text = "" if heading in dropped or (placed and column.field in POSITION) else self._words(value)
            if not text:
                continue
            if column.field == "tags":
                self._add_tags(value, text)
            elif column.field not in KEPT_AS_LINES:
                if column.language:
                    self._elsewhere[column] = text
                else:
                    self._said[column.field] = text
            else:
                self._rest[heading] = text
                if column.field == "people" or is_contact(heading):
                    self.contacts.append(heading)
        for field in TEXTS if self._elsewhere else ():
            # "naam:nl" is the name itself where nothing else is.
            if (field, language) in self._elsewhere and field not in self._said:
                self._said[field] = self._elsewhere.pop(Column(field, language))

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands in this row."""
        return not (self._said or self._elsewhere or self._rest or self._tags)

    def text(self, field: str) -> str:
        """The text of a field in the language of the row, "" where there is none."""
        return self._said.get(field, "")

    def use(self, field: str) -> str:
        """The text of a field, which is used up by it."""
        return self._said.pop(field, "")

    def choice(self, field: str, choices_of: type[_Choice]) -> _Choice | None:
        """The choice somebody made; a word that is no choice becomes a line of the description."""
        said = self.text(field)
        chosen = choices.choice_in(choices_of, said) if said else None
        if said and chosen is None:
            self._rest.setdefault(field, said)
        return chosen

    def add_tag(self, tag: str) -> None:
        self._tags.append(tag)

    def likeliest_title(self) -> str:
        """A name for what has none: the first short text in the row, else the beginning of a long one. Used up."""
        for heading, text in self._rest.items():
            if len(text) <= 120 and "\n" not in text and not _UNTITLED.fullmatch(text) and heading not in self.contacts:
                del self._rest[heading]
                return text
        for field in ("description", "story", "why", "street"):
            if self.text(field):
                return shortened(re.split(r"(?<=[.!?])\s", self.text(field), maxsplit=1)[0], 80)
        return ""

    def fields(self) -> dict[str, object]:
        """The fields of a draft that are choices: facet, language, translations, tags, state, key_holder, rhythm,
        precision, invented."""
        facet = choices.facet_in(self.text("facet")) if self.text("facet") else ""
        if facet is None:
            self._rest.setdefault("facet", self.text("facet"))
        if self.text("source"):
            self._rest.setdefault(words(self._language).gettext("Source"), self.text("source"))
        return {
            "facet": facet or "",
            "language": self._tongue(),
            "translations": self._translations(),
            "state": self.choice("state", State) or State.IN_USE,
            "key_holder": self.choice("key_holder", KeyHolder),
            "precision": self.choice("precision", Precision) or Precision.EXACT,
            "rhythm": self._rhythm(),
            "invented": choices.yes(self.text("invented")),
            "tags": self._own_tags(),
        }

    def lines(self) -> str:
        """What has no field of its own, a line each."""
        for (field, language), text in self._elsewhere.items():
            if language == self._language and text != self.text(field):
                self._rest.setdefault(f"{field} ({language})", text)
        return "\n".join(f"{one_line(heading)[:LONGEST_HEADING]}: {text}" for heading, text in self._rest.items())

    def _tongue(self) -> str:
        said = self.text("language")
        tongue = choices.tongue_in(said) if said else ""
        if said and not tongue:
            self._rest.setdefault("language", said)
        return tongue or self._language

    def _translations(self) -> tuple[Translation, ...]:
        tongues = dict.fromkeys(column.language for column in self._elsewhere if column.language != self._language)
        return tuple(
            Translation(tongue, **fitted({field: self._elsewhere.get(Column(field, tongue), "") for field in TEXTS})[0])
            for tongue in tongues)

    def _rhythm(self) -> Rhythm:
        if not self._said.keys() & {"seasons", "weekdays", "time"}:
            return Rhythm()
        found = {}
        for field, table in (("seasons", SEASONS), ("weekdays", WEEKDAYS)):
            found[field], all_said = choices.keys_in(table, self.text(field)) if self.text(field) else ((), True)
            if not all_said:
                self._rest.setdefault(field, self.text(field))
        return Rhythm(time=shortened(self.text("time"), LONGEST_TIME), **found)

    def _add_tags(self, value: object, text: str) -> None:
        listed = [self._words(each) for each in value] if isinstance(value, list) else re.split(r"[;,|\n]", text)
        self._tags += [choices.tag_in(one_line(tag).lstrip("#")) for tag in listed if tag.strip()]

    def _own_tags(self) -> tuple[str, ...]:
        tags = list(dict.fromkeys(self._tags))
        fitting = [tag for tag in tags if len(tag) <= LONGEST_TAG][:MOST_TAGS]
        if len(fitting) < len(tags):
            self._rest["tags"] = ", ".join(tag for tag in tags if tag not in fitting)
        return tuple(fitting)

    def _words(self, value: object) -> str:
        """Any value as the words a person would write for it."""
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return ""
        if isinstance(value, bool):
            gettext = words(self._language).gettext
            return gettext("yes") if value else gettext("no")
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        if isinstance(value, list) and all(isinstance(each, str | int | float) or each is None for each in value):
            return ", ".join(filter(None, map(self._words, value)))
        if isinstance(value, dict | list):
            return printable(json.dumps(value, ensure_ascii=False)) if value else ""
        return plain(printable(str(value))).strip()
