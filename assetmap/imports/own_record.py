"""A record that Assetmap wrote itself, read back word for word.

What does not come back: names of people, because their agreement does not travel in a file, and photos whose files are
not here. Both are told.
"""

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from ..domain.asset import Translation
from ..domain.audience import AUDIENCES, Audience
from ..domain.connection import Verb
from ..domain.draft import Draft, DraftAttachment, DraftTie
from ..domain.kind import Kind
from ..domain.precision import Precision
from ..domain.problems import Problem
from ..domain.rhythm import Rhythm
from ..domain.state import KeyHolder, State
from ..i18n import words
from . import texts
from .drafting import AT_ONCE, Setting
from .fields import TEXTS
from .incoming import Finding, Incoming, Severity
from .positions import place
from .record import Record

_Choice = TypeVar("_Choice", bound=StrEnum)

STRUCTURED = ("translations", "tags", "rhythm", "people", "pictures", "sounds", "connections")
"""Fields that a table holds as JSON in a cell."""
MARKS = frozenset({"id", "kind", "title", "why", "translations", "rhythm", "precision", "revision"})
"""Headings that together no table but ours has."""


def own_drafts(records: list[Record], setting: Setting, audience: Audience | None) -> Incoming:
    """Every record as the draft it once was. `audience` is whom the file was made for, None where it does not say."""
    drafts: list[Draft] = []
    findings: list[Finding] = []
    ties: list[DraftTie] = []
    seen: dict[str, int] = {}
    reading = words(setting.language).gettext("Reading what is in the file")
    for count, record in enumerate(records):
        if count % AT_ONCE == 0:
            setting.progress(count / max(1, len(records)), reading)
        reader = _Own(record, setting, audience)
        draft = reader.draft()
        first = seen.setdefault(draft.id or f"#{record.row}", record.row)
        if first != record.row:
            findings.append(Finding(Severity.LEFT_OUT, Problem("import-double", row=first), record.row, draft.title))
            continue
        drafts.append(draft)
        findings += reader.findings
        ties += reader.ties(draft.id)
    known = {draft.id for draft in drafts}
    return Incoming(tuple(drafts), tuple(findings), len(records), len(records) - len(drafts), setting.attribution,
                    setting.form, tuple(tie for tie in ties if tie.second in known))


def from_cells(values: dict[str, object]) -> dict[str, object]:
    """The values of a table's row as they were before they were written in cells."""
    whole = dict(values)
    for name in STRUCTURED:
        try:
            whole[name] = json.loads(whole[name]) if whole.get(name) else None
        except (ValueError, RecursionError, TypeError):
            whole[name] = None
    for name in ("invented", "masked"):
        whole[name] = str(whole.get(name, "")).lower() == "true"
    return whole


@dataclass
class _Own:
    record: Record
    setting: Setting
    audience: Audience | None

    def __post_init__(self):
        self.findings: list[Finding] = []
        self._values = self.record.values
        self._name = texts.one_line(self._text("title"))[:80]

    def draft(self) -> Draft:
        where, remarks = place(self.record.geometry, self.setting.boundary, self.record.crs, keep_far=True)
        for severity, problem in remarks:
            self.findings.append(Finding(severity, problem, self.record.row, self._name))
        people = self._listed("people")
        if people:
            self._tell(Severity.DOUBT, "import-people-left-out", count=len(people))
        audience = self._narrowed(self._choice("audience", Audience, self.setting.options.audience), bool(people))
        if self._values.get("masked") is True:
            self._tell(Severity.NOTE, "import-masked")
        texts_given, moved = texts.fitted({field: self._text(field) for field in (*TEXTS, "street")})
        if not texts_given["why"].strip():
            texts_given["why"], audience = self._say("(still to be told)"), Audience.TEAM
            self._tell(Severity.DOUBT, "import-why-missing")
        if not texts_given["title"].strip():
            texts_given["title"] = self._say("(no name yet)")
            self._tell(Severity.DOUBT, "import-nameless", title=texts_given["title"])
        for severity, code, facts in moved:
            self._tell(severity, code, **facts)
        holder = self._choice("key_holder", KeyHolder, None)
        return Draft(
            **texts_given, id=self._id(), kind=self._choice("kind", Kind, self.setting.options.kind),
            facet=self._text("facet"), language=self._text("language") or self.setting.language,
            translations=self._translations(), tags=tuple(filter(None, map(_clean, self._listed("tags")))),
            state=self._choice("state", State, State.IN_USE), key_holder=holder, rhythm=self._rhythm(),
            audience=audience, precision=self._choice("precision", Precision, Precision.EXACT), geometry=where.geometry,
            keep_outside=bool(where.outside), attachments=self._attachments(), round=self._number("round"),
            source=self._text("source"), attribution=self._text("attribution"),
            invented=self._values.get("invented") is True)

    def ties(self, first: str) -> Iterable[DraftTie]:
        """The connections that start here and say where they end."""
        for tie in self._listed("connections"):
            verb = tie.get("verb") if isinstance(tie, dict) else None
            if verb in set(Verb) and first:
                said = {name: _clean(tie.get(name)) for name in ("id", "to", "since", "note")}
                yield DraftTie(said["id"], first, Verb(verb), said["to"], said["since"], said["note"])

    def _narrowed(self, audience: Audience, people: bool) -> Audience:
        """No wider than is known to be agreed. Somebody named may have agreed for this circle alone; and in a file for
        neighbours everyone who was asked may have agreed for neighbours alone."""
        made_for = self.audience or (Audience.TEAM if people else Audience.PUBLIC)
        if not (people or made_for is Audience.NEIGHBOURHOOD) or audience.level <= made_for.level:
            return audience
        self._tell(Severity.NOTE, "import-audience-narrowed", audience=AUDIENCES[made_for][1])
        return made_for

    def _attachments(self) -> tuple[DraftAttachment, ...]:
        listed = [each for name in ("pictures", "sounds") for each in self._listed(name) if isinstance(each, dict)]
        here = [each for each in listed if each.get("hash") in self.setting.options.kept_media]
        if len(here) < len(listed):
            self._tell(Severity.DOUBT, "import-media-left-out", count=len(listed) - len(here))
        seen_by = self.audience or Audience.TEAM
        said = ((each["hash"], _clean(each.get("alt")), _clean(each.get("credit"))) for each in here)
        return tuple(DraftAttachment(hash, alt, credit, seen_by) for hash, alt, credit in said)

    def _translations(self) -> tuple[Translation, ...]:
        return tuple(
            Translation(_clean(each["language"]), **{field: _clean(each.get(field)) for field in TEXTS})
            for each in self._listed("translations") if isinstance(each, dict) and each.get("language"))

    def _rhythm(self) -> Rhythm:
        given = self._values.get("rhythm")
        if not isinstance(given, dict):
            return Rhythm()
        return Rhythm(*(tuple(map(_clean, given.get(name) or ())) for name in ("seasons", "weekdays")),
                      _clean(given.get("time")))

    def _id(self) -> str:
        said = self._text("id") or _clean(self.record.id)
        try:
            return said if said and uuid.UUID(said) else ""
        except ValueError:
            return ""

    def _choice(self, field: str, choices: type[_Choice], otherwise: _Choice | None) -> _Choice | None:
        said = self._text(field)
        if said in set(choices):
            return choices(said)
        if said:
            self._tell(Severity.DOUBT, "import-unknown-value", field=texts.LABELS[field], value=said[:60],
                       choices=", ".join(choices))
        return otherwise

    def _number(self, field: str) -> int | None:
        said = str(self._values.get(field) if self._values.get(field) is not None else "")
        return int(said) if re.fullmatch(r"\d{1,9}", said) else None

    def _text(self, field: str) -> str:
        return _clean(self._values.get(field))

    def _listed(self, field: str) -> list:
        value = self._values.get(field)
        return value if isinstance(value, list) else []

    def _say(self, sentence: str) -> str:
        return words(self.setting.language).gettext(sentence)

    def _tell(self, severity: Severity, code: str, **facts: object) -> None:
        self.findings.append(Finding(severity, Problem(code, **facts), self.record.row, self._name))


def _clean(value: object) -> str:
    """A text exactly as it is, but for halves of letters that no file and no database can hold."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value
