"""From somebody else's rows and features to drafts: what each column means, what is missing, what must stay inside.

Nothing that a person wrote is lost: what has no field of its own becomes a line "heading: value" at the end of the
description. What is missing is asked for, not refused.
"""

import hashlib
import re
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from ..domain.audience import Audience
from ..domain.draft import Draft
from ..domain.kind import KINDS, Kind
from ..domain.problems import Problem
from ..domain.words import folded
from ..i18n import words
from . import cells, choices, texts
from .fields import Column, columns_of, unread
from .incoming import Finding, Incoming, Options, Progress, Severity
from .place_words import point_of, shape_in
from .positions import place
from .record import Record

AT_ONCE = 1_000
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_SOURCE = re.compile(r"(?:osm|geojson|csv):\S")
"""What a source looks like that an import of ours gave."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole file. `form` and `name` make the source: "csv:bankjes.csv#12"."""

    form: str
    name: str
    boundary: BaseGeometry | None
    language: str
    options: Options
    progress: Progress
    attribution: str = ""


def drafted(records: list[Record], setting: Setting) -> Incoming:
    """Every record as a draft, or a finding that says why not."""
    headings = list(dict.fromkeys(heading for record in records for heading in record.values))
    options, say = setting.options, words(setting.language).gettext
    columns = columns_of(headings, options.columns)
    dropped = {heading for heading in unread(headings) if columns.get(heading, Column("")).field != "id"}
    dropped |= {heading for heading, field in options.columns.items() if not field}
    if setting.boundary is not None:
        shapely.prepare(setting.boundary)
    drafts: list[Draft] = []
    findings: list[Finding] = []
    sources, seen = _Sources(setting), {}
    for count, record in enumerate(records):
        if count % AT_ONCE == 0:
            setting.progress(count / max(1, len(records)), say("Reading what is in the file"))
        double = seen.setdefault(_fingerprint(record), record.row)
        if double != record.row:
            findings.append(Finding(Severity.LEFT_OUT, Problem("import-double", row=double), record.row))
            continue
        draft, found = _drafted(record, columns, dropped, setting, sources)
        findings += found
        if draft:
            drafts.append(draft)
    findings = _about_columns(columns, dropped & set(headings), headings) + _about_places(drafts) + findings
    return Incoming(tuple(drafts), tuple(findings), len(records), len(records) - len(drafts), setting.attribution,
                    setting.form)


def _drafted(
    record: Record, columns: dict[str, Column], dropped: set[str], setting: Setting, sources: "_Sources"
) -> tuple[Draft | None, list[Finding]]:
    options, language = setting.options, setting.language
    geometry, crs = located(record, columns)
    where, remarks = place(geometry, setting.boundary, crs, options.keep_far)
    row = cells.Row(record, columns, dropped, language, placed=where.geometry is not None)
    name = texts.one_line(row.text("title"))

    def found(severity: Severity, code: str, **facts: object) -> Finding:
        return Finding(severity, Problem(code, **facts), record.row, name)

    findings: list[Finding] = []
    kind, said = _kind(row, options.kind)
    if not name:
        name = row.likeliest_title() or said
        if not name and geometry is None and row.empty:
            return None, [found(Severity.LEFT_OUT, "import-empty-row")]
        nameless = not name
        name = name or words(language).gettext("(no name yet)")
        findings.append(found(Severity.DOUBT, "import-nameless" if nameless else "import-title-taken", title=name[:80]))
    if where.far:
        return None, [Finding(severity, problem, record.row, name) for severity, problem in remarks]
    findings += [Finding(severity, problem, record.row, name) for severity, problem in remarks]
    audience = row.choice("audience", Audience) or options.audience
    why = row.text("why")
    if not why:
        why, audience = words(language).gettext("(still to be told)"), Audience.TEAM
        findings.append(found(Severity.DOUBT, "import-why-missing"))
    if row.contacts:
        audience = Audience.TEAM
        findings.append(found(Severity.DOUBT, "import-contact", columns=", ".join(row.contacts)))
    source, twice = sources.of(row.text("id") or record.id, name)
    if twice:
        findings.append(found(Severity.DOUBT, "import-id-twice", id=twice))
    id = row.text("id") if _UUID.fullmatch(row.text("id")) and not twice else ""
    if _SOURCE.match(row.text("source")):
        source = row.use("source")
    fields = row.fields()
    fitted, moved = texts.fitted({
        "title": name, "why": why, "description": texts.joined(row.text("description"), row.lines()),
        "story": row.text("story"), "street": row.text("street")})
    findings += [found(severity, code, **facts) for severity, code, facts in [*row.remarks, *moved]]
    return Draft(
        kind=kind, id=id, geometry=where.geometry, keep_outside=bool(where.outside), audience=audience,
        source=source, attribution=row.text("attribution") or setting.attribution, **fitted, **fields), findings


def located(record: Record, columns: dict[str, Column]) -> tuple[dict | None, str]:
    """(geometry, coordinate system) of a record: its own, or what its columns say of a position."""
    if record.geometry is not None:
        return record.geometry, record.crs
    at = {column.field: record.values.get(heading) for heading, column in columns.items()
          if column.field in cells.POSITION}
    if isinstance(at.get("position"), str):
        shape, crs = shape_in(at["position"])
        if shape is not None:
            return shape, crs or record.crs
    return point_of(at.get("longitude"), at.get("latitude")), record.crs


def _kind(row: cells.Row, otherwise: Kind) -> tuple[Kind, str]:
    """The kind, and the word that stood there."""
    said = texts.one_line(row.text("kind"))
    kind = choices.kind_in(said) if said else None
    if said and not choices.is_own_name(said):
        row.add_tag(said)
    if said and kind is None:
        row.remarks.append((Severity.NOTE, "import-kind-guessed", {"value": said[:60], "kind": KINDS[otherwise].label}))
    return kind or otherwise, said


class _Sources:
    """Where each draft came from, so that the same file read again finds the same assets."""

    def __init__(self, setting: Setting):
        self._start = f"{setting.form}:{setting.name}#"
        self._given: dict[str, int] = {}

    def of(self, id: object, title: str) -> tuple[str, str]:
        """The source by the file's own id, else by the title, which stays as long as nobody changes it; a second of the
        same gets a number. And the id if it came before, else ""."""
        known = str(id).strip() if isinstance(id, str | int | float) and not isinstance(id, bool) else ""
        if isinstance(id, float) and id.is_integer():
            known = str(int(id))
        by_id = 0 < len(known) <= 100
        if not by_id:
            known = "~" + hashlib.sha256(folded(title).encode("utf-8", "replace")).hexdigest()[:12]
        count = self._given[known] = self._given.get(known, 0) + 1
        return f"{self._start}{known}" + (f"~{count}" if count > 1 else ""), known if by_id and count > 1 else ""


def _fingerprint(record: Record) -> str:
    """The same for two records that say exactly the same of the same place."""
    return hashlib.sha256(repr((record.values, record.geometry, record.id)).encode("utf-8", "replace")).hexdigest()


def _about_columns(columns: dict[str, Column], dropped: set[str], headings: list[str]) -> list[Finding]:
    findings = []
    if dropped:
        named = ", ".join(heading for heading in headings if heading in dropped)
        findings.append(Finding(Severity.NOTE, Problem("import-columns-dropped", columns=named[:300])))
    rest = [heading for heading in headings if heading not in columns and heading not in dropped]
    if rest:
        findings.append(Finding(Severity.NOTE, Problem("import-columns-kept", columns=", ".join(rest)[:300])))
    return findings


def _about_places(drafts: list[Draft]) -> list[Finding]:
    without = sum(draft.geometry is None for draft in drafts)
    return [Finding(Severity.NOTE, Problem("import-no-place", count=without))] if without else []
