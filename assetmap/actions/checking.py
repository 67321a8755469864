"""Whether a draft can be kept: everything that is wrong with it, told at once."""

from collections.abc import Callable
from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from ..domain.asset import LONGEST
from ..domain.draft import Draft
from ..domain.kind import KINDS
from ..domain.problems import Problem, Problems
from ..domain.tag import LONGEST_TAG, MOST_TAGS
from ..geo import near, shapes

MOST_ATTACHMENTS = 20


def tidy(draft: Draft) -> Draft:
    """The draft with the blanks around its texts gone, empty tags left out and tags said once."""
    tags = dict.fromkeys(word for tag in draft.tags if (word := " ".join(tag.split())))
    return replace(
        draft,
        title=" ".join(_printable(draft.title).split()),
        why=_printable(draft.why).strip(),
        description=_printable(draft.description).strip(),
        story=_printable(draft.story).strip(),
        street=" ".join(_printable(draft.street).split()),
        tags=tuple(tags),
        people=tuple(
            replace(person, name=" ".join(person.name.split())) for person in draft.people if person.name.strip()),
    )


def check(draft: Draft, boundary: BaseGeometry, name: str) -> BaseGeometry | None:
    """The draft's geometry as a valid Shapely shape (None without a place).

    Raises Problems with everything that is wrong. A place outside the boundary is a question, not a refusal:
    the draft's `keep_outside` answers it.
    """
    problems: list[Problem] = []
    if not draft.title:
        problems.append(Problem("title-missing", field="title"))
    if not draft.why:
        problems.append(Problem("why-missing", field="why"))
    for field, most in LONGEST.items():
        if len(text := getattr(draft, field)) > most:
            problems.append(Problem("text-too-long", field=field, length=len(text), most=most))
    if draft.facet and draft.facet not in KINDS[draft.kind].facets:
        draft = replace(draft, facet="")
    if len(draft.tags) > MOST_TAGS:
        problems.append(Problem("too-many", field="tags", count=len(draft.tags), what="tags", most=MOST_TAGS))
    problems += [
        Problem("text-too-long", field="tags", length=len(tag), most=LONGEST_TAG)
        for tag in draft.tags if len(tag) > LONGEST_TAG]
    if len(draft.attachments) > MOST_ATTACHMENTS:
        problems.append(Problem(
            "too-many", field="photos", count=len(draft.attachments), what="photos", most=MOST_ATTACHMENTS))
    shape = _collect(problems, lambda: shapes.clean(draft.geometry) if draft.geometry else None)
    if shape is not None and not draft.keep_outside and (metres := near.metres_outside(boundary, shape)) > 0:
        problems.append(Problem("outside-boundary", field="geometry", name=name, metres=max(1, round(metres))))
    if problems:
        raise Problems(problems)
    return shape


def _collect(problems: list[Problem], work: Callable[[], BaseGeometry | None]) -> BaseGeometry | None:
    try:
        return work()
    except Problem as problem:
        problem.field = problem.field or "geometry"
        problems.append(problem)
        return None


def _printable(text: str) -> str:
    # NUL can't be kept as text by SQLite's tools, and line ends come in three kinds. All else stays as it was typed.
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
