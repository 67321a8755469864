"""From what a browser sends to the filled form, and from that to a draft. Nothing that was typed gets lost."""

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from shapely.geometry.base import BaseGeometry
from werkzeug.datastructures import MultiDict

from ..domain.asset import Translation
from ..domain.audience import Audience
from ..domain.draft import Draft, DraftAttachment, DraftPerson
from ..domain.kind import Kind
from ..domain.medium import Medium
from ..domain.person import Part
from ..domain.precision import Precision
from ..domain.problems import Problem
from ..domain.rhythm import SEASONS, WEEKDAYS, Rhythm
from ..domain.state import KeyHolder, State
from ..geo import shapes
from .form_filled import Filled, FilledFile, FilledPerson, FilledTranslation
from .streets import Street, Streets

_ROW = re.compile(r"(photo|sound|person|translation)-(\d{1,4})-([a-z-]+)")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ANY_KIND = Kind.PLACE


def read_form(form: MultiDict) -> Filled:
    """Everything that was typed and chosen, untouched."""
    rows = _rows(form)
    given = {name: form.get(name, "") for name in (
        "kind", "facet", "title", "why", "description", "story", "state", "key_holder", "time",
        "where", "geometry", "longitude", "latitude", "street", "precision", "round")}
    return Filled(
        **given,
        id=form.get("id", ""),
        base=int(form.get("base", "")) if form.get("base", "").isdecimal() else 0,
        language=form.get("language") or "nl",
        audience=form.get("audience") or Audience.TEAM,
        tags=tuple(dict.fromkeys(tag for tag in form.getlist("tag") if tag.strip())),
        seasons=tuple(form.getlist("season")),
        weekdays=tuple(form.getlist("weekday")),
        keep_outside=bool(form.get("keep_outside")),
        use_mended=bool(form.get("use_mended")),
        photos=_files(rows["photo"]),
        sounds=_files(rows["sound"]),
        people=tuple(_person(row) for row in rows["person"] if any(_told(row, ("name", "guardian")))),
        people_then=_people_then(form),
        translations=tuple(
            FilledTranslation(**{name: row.get(name, "") for name in FilledTranslation.__dataclass_fields__})
            for row in rows["translation"] if any(_told(row, ("title", "why", "description", "story")))),
        choices={name.removeprefix("choose-"): form[name] for name in form if name.startswith("choose-")},
    )


def draft_of_form(filled: Filled, streets: Streets, near: BaseGeometry, name: str) -> tuple[Draft, list[Problem]]:
    """The draft that the form asks for, and what is wrong that only the form can know.

    `near` is the boundary of the neighbourhood called `name`. Where something is wrong, the draft holds the nearest
    thing that is right, so that its other faults can be found in the same go.
    """
    problems: list[Problem] = []
    kind = _choice(Kind, filled.kind, _ANY_KIND, "kind", problems) if filled.kind else _ANY_KIND
    if not filled.kind:
        problems.append(Problem("kind-missing", field="kind"))
    geometry, street = _place(filled, streets, near, name, problems)
    return Draft(
        kind=kind, title=filled.title, why=filled.why, id=filled.id if _UUID.fullmatch(filled.id) else "",
        facet=filled.facet, description=filled.description, story=filled.story, language=filled.language,
        translations=_translations(filled, problems),
        tags=filled.tags,
        state=_choice(State, filled.state or "in_use", State.IN_USE, "state", problems),
        key_holder=_choice(KeyHolder, filled.key_holder, None, "key_holder", problems) if filled.key_holder else None,
        rhythm=Rhythm(
            tuple(each for each in SEASONS if each in filled.seasons),
            tuple(each for each in WEEKDAYS if each in filled.weekdays), filled.time),
        audience=_choice(Audience, filled.audience, Audience.TEAM, "audience", problems),
        precision=_precision(filled, kind, problems), geometry=geometry, keep_outside=filled.keep_outside,
        street=street,
        attachments=tuple(_attachment(each, problems) for each in (*filled.photos, *filled.sounds)),
        people=tuple(_draft_person(each, problems) for each in filled.people),
        round=int(filled.round) if filled.round.isdecimal() else None,
    ), problems


def _rows(form: MultiDict) -> dict[str, list[dict[str, str]]]:
    """The numbered boxes put together by number, in the order in which they stand in the form."""
    found: dict[str, dict[str, dict[str, str]]] = {"photo": {}, "sound": {}, "person": {}, "translation": {}}
    for key in form:
        if match := _ROW.fullmatch(key):
            group, number, name = match.groups()
            found[group].setdefault(number, {})[name] = form[key]
    return {group: list(rows.values()) for group, rows in found.items()}


def _told(row: dict[str, str], names: Iterable[str]) -> list[str]:
    return [row[name] for name in names if row.get(name, "").strip()]


def _files(rows: list[dict[str, str]]) -> tuple[FilledFile, ...]:
    """In the order they stand in, or by the numbers in "place" where there was no script to move them."""
    kept = [row for row in rows if row.get("hash") and not row.get("leave")]
    if kept and all(row.get("place", "").strip().isdecimal() for row in kept):
        kept.sort(key=lambda row: int(row["place"]))
    return tuple(
        FilledFile(row["hash"], row.get("alt", ""), row.get("credit", ""), row.get("audience") or Audience.PUBLIC)
        for row in kept)


def _person(row: dict[str, str]) -> FilledPerson:
    return FilledPerson(
        row.get("name", ""), row.get("part") or Part.TELLS, bool(row.get("child")), row.get("guardian", ""),
        {medium: row.get(f"agreed-{medium}", "") for medium in Medium})


def _people_then(form: MultiDict) -> tuple[tuple[str, str], ...] | None:
    try:
        return tuple((str(name), str(part)) for name, part in json.loads(form["people_then"]))
    except (KeyError, ValueError, TypeError):
        return None


def _choice(table: type[StrEnum], value: str, otherwise: Any, field: str, problems: list[Problem]) -> Any:
    try:
        return table(value)
    except ValueError:
        problems.append(Problem("unknown-choice", field=field, value=value[:60], choices=", ".join(table)))
        return otherwise


def _precision(filled: Filled, kind: Kind, problems: list[Problem]) -> Precision:
    """As chosen. Where nobody chose, a street is a street, and a gift is not traced to somebody's door."""
    if filled.precision:
        return _choice(Precision, filled.precision, Precision.STREET, "precision", problems)
    return Precision.STREET if filled.where == "street" or kind is Kind.SKILL else Precision.EXACT


def _place(
    filled: Filled, streets: Streets, near: BaseGeometry, name: str, problems: list[Problem],
) -> tuple[dict | None, str]:
    """The geometry as GeoJSON and the street's name, by the way of telling that was chosen."""
    where = filled.where or next(
        (way for way, told in (
            ("position", filled.longitude.strip() or filled.latitude.strip()), ("map", filled.geometry.strip()),
            ("street", filled.street.strip())) if told), "none")
    try:
        if where == "map":
            return _drawn(filled, near), filled.street
        if where == "position":
            return _written(filled), filled.street
        if where == "street" and filled.street.strip():
            return _on_street(filled.street, streets, name)
    except Problem as problem:
        problem.field = problem.field or "geometry"
        problems.append(problem)
        return None, filled.street
    return None, "" if where == "none" else filled.street


def _drawn(filled: Filled, near: BaseGeometry) -> dict | None:
    if not filled.geometry.strip():
        return None
    try:
        geometry = json.loads(filled.geometry)
    except ValueError as error:
        raise Problem("bad-geometry", field="geometry", reason=shapes.REASONS["no-shape"]) from error
    return shapes.to_geojson(shapes.mended(geometry, near)) if filled.use_mended else geometry


def _written(filled: Filled) -> dict | None:
    """A point from two boxes, with the decimal comma that people here write."""
    texts = [filled.longitude.strip(), filled.latitude.strip()]
    if not any(texts):
        return None
    if not all(texts):
        raise Problem("position-half", field="longitude")
    try:
        longitude, latitude = (float(text.replace(",", ".")) for text in texts)
    except ValueError as error:
        raise Problem("bad-position", field="longitude", value=" / ".join(texts)[:80]) from error
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _on_street(typed: str, streets: Streets, name: str) -> tuple[dict | None, str]:
    """A point on the street's line. A neighbourhood without street data takes the name alone."""
    if not streets:
        return None, typed
    street: Street | None = streets.named(typed)
    if street is None:
        raise Problem("unknown-street", field="street", value=typed[:80], name=name)
    return {"type": "Point", "coordinates": list(street.at)}, street.name


def _translations(filled: Filled, problems: list[Problem]) -> tuple[Translation, ...]:
    found: dict[str, Translation] = {}
    for each in filled.translations:
        if not each.language:
            problems.append(Problem("translation-without-language", field="translations"))
        elif each.language in found:
            problems.append(Problem("language-twice", field="translations", language=each.language))
        else:
            found[each.language] = Translation(each.language, each.title, each.why, each.description, each.story)
    return tuple(found.values())


def _attachment(each: FilledFile, problems: list[Problem]) -> DraftAttachment:
    audience = _choice(Audience, each.audience, Audience.TEAM, "photos", problems)
    return DraftAttachment(each.hash, each.alt, each.credit, audience)


def _draft_person(person: FilledPerson, problems: list[Problem]) -> DraftPerson:
    agreed = tuple(
        (medium, str(_choice(Audience, audience, Audience.TEAM, "people", problems)))
        for medium, audience in person.agreed.items() if audience)
    if person.child and agreed and not person.guardian.strip():
        problems.append(Problem("guardian-missing", field="people", name=person.name))
    return DraftPerson(
        person.name, _choice(Part, person.part, Part.TELLS, "people", problems), person.child,
        person.guardian if person.child else "", agreed)
