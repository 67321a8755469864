"""Whether a draft can be kept: everything that is wrong with it, told at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from ..domain.asset import LONGEST, Translation
from ..domain.draft import Draft
from ..domain.kind import KINDS
from ..domain.problems import Problem, Problems
from ..domain.said import LANGUAGE
from ..domain.tag import LONGEST_TAG, MOST_TAGS
from ..geo import near, shapes

MOST_ATTACHMENTS = 20
LONGEST_TIME = 200
LONGEST_ALT = 1_000
LONGEST_CREDIT = 200
LONGEST_NAME = 100


def tidy(draft: Draft) -> Draft:
    """The draft with the blanks around its texts gone, empty tags left out and tags said once."""
    tags = dict.fromkeys(word for tag in draft.tags if (word := " ".join(_printable(tag).split())))
    return replace(
        draft,
        title=" ".join(_printable(draft.title).split()),
        why=_printable(draft.why).strip(),
        description=_printable(draft.description).strip(),
        story=_printable(draft.story).strip(),
        street=" ".join(_printable(draft.street).split()),
        tags=tuple(tags),
        translations=tuple(_tidy_translation(each) for each in draft.translations),
        rhythm=replace(draft.rhythm, time=_printable(draft.rhythm.time).strip()),
        attachments=tuple(
            replace(each, alt=_printable(each.alt).strip(), credit=_printable(each.credit).strip())
            for each in draft.attachments),
        people=tuple(
            replace(
                person, name=" ".join(_printable(person.name).split()), guardian=_printable(person.guardian).strip())
            for person in draft.people if person.name.strip()),
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
    problems += [
        Problem("text-too-long", field=field, length=len(text), most=most)
        for field, text, most in _texts(draft) if len(text) > most]
    problems += [
        Problem("unknown-language", field="language", value=language)
        for language in (draft.language, *(each.language for each in draft.translations))
        if not LANGUAGE.fullmatch(language)]
    if draft.facet and draft.facet not in KINDS[draft.kind].facets:
        draft = replace(draft, facet="")
    if len(draft.tags) > MOST_TAGS:
        problems.append(Problem("too-many", field="tags", count=len(draft.tags), what="tags", most=MOST_TAGS))
    if len(draft.attachments) > MOST_ATTACHMENTS:
        problems.append(Problem(
            "too-many", field="photos", count=len(draft.attachments), what="photos", most=MOST_ATTACHMENTS))
    shape = _collect(problems, lambda: shapes.clean(draft.geometry, boundary) if draft.geometry else None)
    if shape is not None and not draft.keep_outside and (metres := near.metres_outside(boundary, shape)) > 0:
        problems.append(Problem("outside-boundary", field="geometry", name=name, metres=max(1, round(metres))))
    if problems:
        raise Problems(problems)
    return shape


def _texts(draft: Draft) -> Iterator[tuple[str, str, int]]:
    """Every text of a draft: (name of its field, the text, the most characters it may have)."""
    for field, most in LONGEST.items():
        yield field, getattr(draft, field), most
    for translation in draft.translations:
        for field in ("title", "why", "description", "story"):
            yield "translations", getattr(translation, field), LONGEST[field]
    for tag in draft.tags:
        yield "tags", tag, LONGEST_TAG
    yield "time", draft.rhythm.time, LONGEST_TIME
    for attachment in draft.attachments:
        yield "photos", attachment.alt, LONGEST_ALT
        yield "photos", attachment.credit, LONGEST_CREDIT
    for person in draft.people:
        yield "people", person.name, LONGEST_NAME
        yield "people", person.guardian, LONGEST_NAME


def _collect(problems: list[Problem], work: Callable[[], BaseGeometry | None]) -> BaseGeometry | None:
    try:
        return work()
    except Problem as problem:
        problem.field = problem.field or "geometry"
        problems.append(problem)
        return None


def _tidy_translation(translation: Translation) -> Translation:
    texts = {name: _printable(getattr(translation, name)).strip() for name in ("why", "description", "story")}
    return replace(translation, title=" ".join(_printable(translation.title).split()), **texts)


def _printable(text: str) -> str:
    # NUL can't be kept as text by SQLite's tools, and line ends come in three kinds. All else stays as it was typed.
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
