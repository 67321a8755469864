"""What stands in the form of an asset: every box as text, as it was typed or as the asset has it."""

import json
from dataclasses import dataclass, field

from ..domain.draft import Draft, DraftAttachment, DraftPerson
from ..domain.medium import MediaFile, Medium
from ..domain.tag import SURPLUS_TAGS


@dataclass(frozen=True, slots=True)
class FilledFile:
    """A photo or recording that is kept already, with its words; `audience` is its own widest circle."""

    hash: str
    alt: str = ""
    credit: str = ""
    audience: str = "public"
    file: MediaFile | None = None


@dataclass(frozen=True, slots=True)
class FilledPerson:
    """Somebody on the asset; `agreed` maps a medium to an audience, "" where nothing is agreed."""

    name: str = ""
    part: str = "tells"
    child: bool = False
    guardian: str = ""
    agreed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilledTranslation:
    """The texts in one other language."""

    language: str = ""
    title: str = ""
    why: str = ""
    description: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The whole form. `base` is the revision it was opened with, 0 for something new.

    `where` says which of the ways to tell the place counts: map (`geometry`, GeoJSON as text), position (longitude and
    latitude), street, none, or "" where nobody said. `own_tags` are words outside the starting set.
    """

    id: str = ""
    base: int = 0
    kind: str = ""
    facet: str = ""
    title: str = ""
    why: str = ""
    description: str = ""
    story: str = ""
    language: str = "nl"
    translations: tuple[FilledTranslation, ...] = ()
    tags: tuple[str, ...] = ()
    state: str = "in_use"
    key_holder: str = ""
    seasons: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    time: str = ""
    audience: str = "team"
    where: str = ""
    geometry: str = ""
    longitude: str = ""
    latitude: str = ""
    street: str = ""
    precision: str = ""
    keep_outside: bool = False
    use_mended: bool = False
    photos: tuple[FilledFile, ...] = ()
    sounds: tuple[FilledFile, ...] = ()
    people: tuple[FilledPerson, ...] = ()
    people_then: tuple[tuple[str, str], ...] | None = None
    round: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    """After a collision: field -> "mine" or "theirs"."""

    @property
    def own_tags(self) -> tuple[str, ...]:
        """The tags in the neighbourhood's own words."""
        return tuple(tag for tag in self.tags if tag not in SURPLUS_TAGS)

    @property
    def people_then_text(self) -> str:
        """Who was on the asset when the form was opened, as it travels in the form."""
        return json.dumps(self.people_then or [], ensure_ascii=False)


def filled_from(draft: Draft, base: int, files: dict[str, MediaFile]) -> Filled:
    """The form as a draft fills it; `files` are the kept files that it names, by hash."""
    attached = [_file(each, files) for each in draft.attachments]
    people = tuple(_person(each) for each in draft.people)
    return Filled(
        id=draft.id, base=base, kind=draft.kind, facet=draft.facet, title=draft.title, why=draft.why,
        description=draft.description, story=draft.story, language=draft.language,
        translations=tuple(
            FilledTranslation(each.language, each.title, each.why, each.description, each.story)
            for each in draft.translations),
        tags=draft.tags, state=draft.state, key_holder=draft.key_holder or "", seasons=draft.rhythm.seasons,
        weekdays=draft.rhythm.weekdays, time=draft.rhythm.time, audience=draft.audience,
        where="none" if draft.geometry is None else "map",
        geometry="" if draft.geometry is None else json.dumps(draft.geometry), street=draft.street,
        precision=draft.precision,
        photos=tuple(each for each in attached if not _is_sound(each)),
        sounds=tuple(each for each in attached if _is_sound(each)),
        people=people, people_then=tuple((each.name, each.part) for each in people),
        round="" if draft.round is None else str(draft.round))


def _file(attachment: DraftAttachment, files: dict[str, MediaFile]) -> FilledFile:
    return FilledFile(
        attachment.hash, attachment.alt, attachment.credit, attachment.audience, files.get(attachment.hash))


def _is_sound(each: FilledFile) -> bool:
    return each.file is not None and each.file.medium is Medium.VOICE


def _person(person: DraftPerson) -> FilledPerson:
    return FilledPerson(person.name, person.part, person.child, person.guardian, dict(person.agreed))
