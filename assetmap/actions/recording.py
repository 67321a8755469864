"""Recording an asset and changing it, from a draft that a form, a tablet or an import brings."""

import uuid
from collections.abc import Collection
from dataclasses import replace

from shapely import from_wkb, to_wkb
from shapely.geometry.base import BaseGeometry
from sqlite_utils import Database

from ..domain.asset import Asset
from ..domain.audience import Audience
from ..domain.draft import Draft, DraftPerson
from ..domain.kind import KINDS
from ..domain.medium import Attachment, Medium
from ..domain.person import Consent, Involved, Person
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..domain.state import State
from ..store import assets, journal, media_files, members, neighbourhoods, snapshot
from ..store.opening import writing
from .allowing import require
from .checking import check, tidy
from .drafting import draft_of
from .keeping import keep
from .merging import Collision, merge


def record(
    db: Database, actor: Actor, now: str, draft: Draft, *, street_line: BaseGeometry | None = None,
    sequence: int | None = None, verb: str = "recorded",
) -> Asset:
    """Keeps a new asset and returns it. The same draft id twice gives the one asset, not two.

    Raises Problem("not-allowed") and Problems with all that is wrong with the draft.
    """
    require(actor, Right.RECORD)
    draft = tidy(draft)
    with writing(db):
        shape = _checked(db, draft)
        if draft.id and (known := assets.number_of(db, draft.id)):
            return assets.read(db, known)  # type: ignore[return-value]
        asset = Asset(
            id=draft.id or str(uuid.uuid4()), kind=draft.kind, title=draft.title, why=draft.why, created=now,
            created_by=actor.id)
        return keep(db, _filled(db, asset, draft, shape, now), actor, now, verb,
                    street_line=street_line, sequence=sequence)


def change(
    db: Database, actor: Actor, now: str, number: int, draft: Draft, base: int, *,
    street_line: BaseGeometry | None = None, people_then: Collection[tuple[str, str]] | None = None,
) -> Asset:
    """Changes an asset from what it was at revision `base`, which the form was opened with.

    What somebody else changed meanwhile is kept too, field by field. Where both changed the same field differently,
    raises Collision with both versions; nothing is written then. `people_then` are the (name, part) that the form was
    opened with: who was added since stays, and who was left out since does not come back.
    """
    require(actor, Right.CHANGE)
    draft = tidy(draft)
    with writing(db):
        before = _known(db, number)
        if people_then is not None:
            draft = replace(draft, people=_with_newcomers(draft.people, before, people_then))
        if base != before.revision and (former := journal.revision(db, number, base)) is not None:
            draft, clashes = merge(draft_of(snapshot.from_json(former)), draft, draft_of(before))
            draft = replace(draft, people=_no_wider(draft.people, before.involved))
            if clashes:
                raise Collision(clashes, draft, before, _last_writer(db, number))
        shape = _checked(db, draft)
        after = _filled(db, before, draft, shape, now)
        if replace(after, updated=before.updated) == before:
            return before
        return keep(db, after, actor, now, "changed", before=before, street_line=street_line)


def retire(db: Database, actor: Actor, now: str, number: int) -> Asset:
    """The asset is no longer there, and its memory is kept."""
    return _set_state(db, actor, now, number, State.RETIRED, "retired")


def bring_back(db: Database, actor: Actor, now: str, number: int) -> Asset:
    """A retired asset is in use again."""
    return _set_state(db, actor, now, number, State.IN_USE, "brought back")


def confirm(db: Database, actor: Actor, now: str, number: int) -> Asset:
    """Somebody says: still right."""
    require(actor, Right.CHANGE)
    with writing(db):
        before = _known(db, number)
        return keep(db, replace(before, confirmed=now), actor, now, "confirmed", before=before)


def _set_state(db: Database, actor: Actor, now: str, number: int, state: State, verb: str) -> Asset:
    require(actor, Right.RETIRE)
    with writing(db):
        before = _known(db, number)
        if before.state is state:
            return before
        return keep(db, replace(before, state=state), actor, now, verb, before=before)


def _known(db: Database, number: int) -> Asset:
    asset = assets.read(db, number)
    if asset is None:
        raise Problem("unknown-asset")
    return asset


def _last_writer(db: Database, number: int) -> tuple[str, str]:
    """Name and moment of the newest revision."""
    newest = journal.revisions(db, number)[0]
    return members.names(db).get(newest["actor"], newest["actor"] or "?"), newest["at"]


def _checked(db: Database, draft: Draft) -> BaseGeometry | None:
    neighbourhood = neighbourhoods.read(db)
    return check(draft, from_wkb(neighbourhood.boundary), neighbourhood.name)


def _filled(db: Database, asset: Asset, draft: Draft, shape: BaseGeometry | None, now: str) -> Asset:
    """The asset with everything the draft says. What a draft does not speak of stays."""
    geometry = None if shape is None else to_wkb(shape)
    return replace(
        asset, kind=draft.kind, facet=draft.facet if draft.facet in KINDS[draft.kind].facets else "",
        title=draft.title, why=draft.why, description=draft.description, story=draft.story, language=draft.language,
        translations=tuple(sorted(
            (each for each in draft.translations if each.title or each.why or each.description or each.story),
            key=lambda each: each.language)),
        tags=draft.tags, state=draft.state, key_holder=draft.key_holder, rhythm=draft.rhythm,
        audience=draft.audience, precision=draft.precision, geometry=geometry, street=draft.street,
        attachments=_attachments(db, draft), involved=_involved(asset.involved, draft.people, now), round=draft.round,
        source=draft.source or asset.source, attribution=draft.attribution or asset.attribution,
        invented=draft.invented or asset.invented)


def _attachments(db: Database, draft: Draft) -> tuple[Attachment, ...]:
    found = []
    for each in {each.hash: each for each in draft.attachments}.values():
        file = media_files.read(db, each.hash)
        if file is None:
            raise Problem("unknown-media", field="photos")
        found.append(Attachment(file, each.alt.strip(), each.credit.strip(), each.audience))
    return tuple(found)


def _involved(before: tuple[Involved, ...], people: tuple[DraftPerson, ...], now: str) -> tuple[Involved, ...]:
    """Who is on it now, by name and part; a person who was there before keeps their id and what they agreed to."""
    known = {(each.person.name, each.part): each for each in before}
    by_name = {each.person.name: each.person.id for each in before}
    after = []
    for person in {(person.name, person.part): person for person in people}.values():
        former = known.get((person.name, person.part))
        id = by_name.setdefault(person.name, str(uuid.uuid4()))
        consents = former.consents if former else ()
        after.append(Involved(
            Person(id, person.name, person.child), person.part, _consents(id, consents, person, now)))
    return tuple(after)


def _with_newcomers(
    people: tuple[DraftPerson, ...], now: Asset, then: Collection[tuple[str, str]],
) -> tuple[DraftPerson, ...]:
    """The people of an older form with those who came since, and without those who went since."""
    standing = {(person.name, str(person.part)): person for person in draft_of(now).people}
    mine = {(person.name, str(person.part)): person for person in people}
    gone = set(then) - standing.keys()
    return (
        *(person for key, person in mine.items() if key not in gone),
        *(person for key, person in standing.items() if key not in mine and key not in then))


def _no_wider(people: tuple[DraftPerson, ...], now: tuple[Involved, ...]) -> tuple[DraftPerson, ...]:
    """What an old form says people agreed to, no wider than what stands by now: taken back meanwhile is taken back."""
    standing = {
        (each.person.name, each.part): {
            str(consent.medium): consent.audience for consent in each.consents if not consent.withdrawn}
        for each in now}
    return tuple(
        replace(person, agreed=tuple(
            (medium, str(min(Audience(audience), stands[medium], key=lambda a: a.level)))
            for medium, audience in person.agreed if medium in stands))
        if (stands := standing.get((person.name, person.part))) is not None else person
        for person in people)


def _consents(id: str, before: tuple[Consent, ...], person: DraftPerson, now: str) -> tuple[Consent, ...]:
    """What was agreed before, with what changed: another audience is a new word, no word any more is a withdrawal."""
    agreed = {Medium(medium): Audience(audience) for medium, audience in person.agreed}
    consents = []
    for consent in before:
        same = agreed.get(consent.medium) == consent.audience and consent.guardian == person.guardian
        if not consent.withdrawn and same:
            agreed.pop(consent.medium)
            consents.append(consent)
        else:
            consents.append(consent if consent.withdrawn else replace(consent, withdrawn=now))
    return (*consents, *(
        Consent(id, medium, audience, now, guardian=person.guardian) for medium, audience in agreed.items()))
