"""What an import brings: drafts to record, and what somebody should know first. Values; nothing is written."""

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from enum import StrEnum

from ..domain.audience import Audience
from ..domain.draft import Draft, DraftTie
from ..domain.kind import Kind
from ..domain.problems import Problem
from ..domain.round import Round

Progress = Callable[[float, str], None]
"""Told how far the work is (0.0 to 1.0) and what is being done, a sentence in the language of the import."""


class Severity(StrEnum):
    """How much a finding matters to whoever imports."""

    NOTE = "note"
    DOUBT = "doubt"
    LEFT_OUT = "left_out"


SEVERITIES: dict[Severity, str] = {
    Severity.NOTE: "Good to know",
    Severity.DOUBT: "Have a look at these",
    Severity.LEFT_OUT: "Left out",
}
"""Severity -> English message id of its heading."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one row or feature, or about the whole file.

    `row` is the row as a spreadsheet numbers it (the heading is row 1), or which feature it is, counted from 1;
    0 for the whole file. `name` is what a person would recognise it by: its title, or "node/123".
    """

    severity: Severity
    problem: Problem
    row: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one sort. `example` is the first of them, `rows` at most MOST_ROWS of their rows, in order."""

    severity: Severity
    code: str
    count: int
    example: Finding
    rows: tuple[int, ...]


MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """What a look beforehand tells. `kinds` counts the drafts in the order of the kinds."""

    seen: int
    taken: int
    skipped: int
    placed: int
    kinds: dict[Kind, int]
    findings: tuple[FindingGroup, ...]
    attribution: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """The drafts and the findings, in the order of the file.

    `seen` counts the rows or features that were looked at, `skipped` those that did not become a draft. `form` is
    "osm", "geojson" or "csv". `ties` and `rounds` come only from a file that Assetmap wrote itself.
    """

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...] = ()
    seen: int = 0
    skipped: int = 0
    attribution: str = ""
    form: str = ""
    ties: tuple[DraftTie, ...] = ()
    rounds: tuple[Round, ...] = ()

    def summary(self) -> Summary:
        """Counts per kind, and the findings gathered by sort, what was left out first."""
        counted = Counter(draft.kind for draft in self.drafts)
        return Summary(
            self.seen, len(self.drafts), self.skipped, sum(draft.geometry is not None for draft in self.drafts),
            {kind: counted[kind] for kind in Kind if counted[kind]}, _grouped(self.findings), self.attribution)


def _grouped(findings: tuple[Finding, ...]) -> tuple[FindingGroup, ...]:
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.problem.code), []).append(finding)
    order = [Severity.LEFT_OUT, Severity.DOUBT, Severity.NOTE]
    return tuple(
        FindingGroup(severity, code, len(group), group[0], tuple(each.row for each in group if each.row)[:MOST_ROWS])
        for (severity, code), group in sorted(groups.items(), key=lambda item: order.index(item[0][0])))


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody may decide about an import; empty means: find out by looking.

    `columns` maps a heading to a field of fields.FIELDS, or to "" to leave it out. `crs` is a coordinate system as
    "EPSG:28992". `encoding` and `separator` are for tables. `audience` is for what comes without one: the team alone,
    unless somebody who knows the file says otherwise. `kind` is for what does not say its kind. `keep_far` keeps also
    what lies farther from the neighbourhood than positions.NEAR. `kept_media` knows the hashes of files that are here.
    """

    columns: dict[str, str] = field(default_factory=dict)
    crs: str = ""
    encoding: str = ""
    separator: str = ""
    audience: Audience = Audience.TEAM
    kind: Kind = Kind.PLACE
    keep_far: bool = False
    kept_media: Container[str] = frozenset()
