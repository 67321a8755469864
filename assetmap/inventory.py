"""The one way out: what one audience may see of a neighbourhood, as frozen values.

Maps, pages, the API and every export are made from what stands here, never from the store. Consent, review,
precision and the permission for photos have been applied; whoever receives an Inventory need not ask again.
"""

from dataclasses import dataclass
from pathlib import Path

from shapely import from_wkb
from shapely.geometry.base import BaseGeometry
from sqlite_utils import Database

from .domain.asset import Asset, Translation
from .domain.audience import Audience
from .domain.connection import Verb
from .domain.consent import medium_level, person_level
from .domain.kind import Kind
from .domain.medium import Medium
from .domain.neighbourhood import Saying
from .domain.precision import Precision
from .domain.rhythm import Rhythm
from .domain.round import Round
from .domain.said import Said, said_in
from .domain.state import KeyHolder, Review, State
from .domain.words import search_words
from .geo.cells import cell_ranges
from .geo.shapes import point_of
from .store import assets, connections, listing, media_files, neighbourhoods, rounds, search


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that this audience may see; files lie in the media folder, one per size (see `media.sizes`)."""

    hash: str
    alt: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording that this audience may hear, `seconds` long."""

    hash: str
    mime: str
    seconds: float
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Item:
    """One asset as this audience sees it.

    `shape` is a Shapely geometry in (longitude, latitude), None where it has no place or the place is not shared;
    `point` is one (longitude, latitude) on it. `masked` says that shape is an area chosen to hide the true place.
    `people` are the names that may be shown, with their part: (("Fatma", "holds"), …).
    """

    number: int
    id: str
    kind: Kind
    title: str
    why: str
    facet: str = ""
    description: str = ""
    story: str = ""
    language: str = "nl"
    translations: tuple[Translation, ...] = ()
    tags: tuple[str, ...] = ()
    state: State = State.IN_USE
    key_holder: KeyHolder | None = None
    rhythm: Rhythm = Rhythm()
    audience: Audience = Audience.PUBLIC
    precision: Precision = Precision.EXACT
    shape: BaseGeometry | None = None
    point: tuple[float, float] | None = None
    masked: bool = False
    street: str = ""
    people: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    sounds: tuple[Sound, ...] = ()
    round: int | None = None
    source: str = ""
    attribution: str = ""
    invented: bool = False
    created: str = ""
    updated: str = ""
    confirmed: str = ""
    revision: int = 0

    def said(self, name: str, language: str) -> Said:
        """Its title, why, description or story for a reader of this language; as it was told where nobody
        translated it."""
        return said_in(language, Said(getattr(self, name), self.language),
                       (Said(getattr(each, name), each.language) for each in self.translations))


@dataclass(frozen=True, slots=True)
class Tie:
    """A connection of which this audience may see both ends, by asset number."""

    id: str
    first: int
    verb: Verb
    second: int
    since: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the inventory is wanted. Empty means: no limit. `states` empty means all but retired.

    `box` is (west, south, east, north) in degrees; `words` is a search as typed.
    """

    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    words: str = ""
    box: tuple[float, float, float, float] | None = None
    numbers: tuple[int, ...] = ()
    most: int | None = None
    after: int = 0


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Inventory:
    """A frozen, audience-filtered snapshot. `boundary` is a Shapely polygon or multipolygon in (longitude, latitude).

    `sequence` is the neighbourhood's version it was taken at; `made` is ISO 8601 in UTC. `edition` is 0 for a look on
    screen and the edition's number for what leaves the house. `total` counts what the selection holds before `most`.
    """

    slug: str
    name: str
    language: str
    audience: Audience
    purpose: str
    mandate: str
    notice: str
    attribution: str
    boundary: BaseGeometry | None
    items: tuple[Item, ...]
    ties: tuple[Tie, ...]
    rounds: tuple[Round, ...]
    media_folder: Path
    base_folder: Path
    sequence: int
    made: str
    edition: int = 0
    total: int = 0
    sayings: tuple[Saying, ...] = ()

    def said(self, name: str, language: str) -> Said:
        """The neighbourhood's purpose, mandate or notice for a reader of this language, or in its own."""
        return said_in(language, Said(getattr(self, name), self.language),
                       (Said(getattr(each, name), each.language) for each in self.sayings))


def take(db: Database, folder: Path, audience: Audience, now: str, selection: Selection = EVERYTHING,
         edition: int = 0) -> Inventory:
    """The inventory of the neighbourhood in `folder` for one audience, in the order of a search or by title.

    `now` is ISO 8601 in UTC. Connections are taken along where both ends are in the inventory.
    """
    neighbourhood = neighbourhoods.read(db)
    numbers, total = find(db, audience, selection)
    items = tuple(item for asset in assets.read_many(db, numbers) if (item := shown(asset, audience)))
    inside = {item.number for item in items}
    ties = tuple(
        Tie(tie.id, tie.first, tie.verb, tie.second, tie.since, tie.note)
        for tie in connections.shown_to(db, audience.level) if tie.first in inside and tie.second in inside)
    return Inventory(
        slug=neighbourhood.slug, name=neighbourhood.name, language=neighbourhood.language, audience=audience,
        purpose=neighbourhood.purpose, mandate=neighbourhood.mandate, notice=neighbourhood.notice,
        attribution=_attribution(neighbourhood.attribution, items), boundary=from_wkb(neighbourhood.boundary),
        items=items, ties=ties, rounds=tuple(rounds.read_all(db)), media_folder=folder / "media",
        base_folder=folder / "base", sequence=neighbourhood.sequence, made=now, edition=edition, total=total,
        sayings=neighbourhood.sayings)


def find(
    db: Database, audience: Audience, selection: Selection = EVERYTHING, language: str = ""
) -> tuple[list[int], int]:
    """The numbers of the assets that this audience may see of a selection, and how many there are in all.

    By title: by that in the reader's `language` where one is given.
    """
    among = list(selection.numbers) if selection.numbers else None
    if selection.words.strip():
        found = search.find(db, search_words(selection.words), audience.level)
        among = found if among is None else [number for number in found if number in set(among)]
    return listing.numbers(
        db, audience.level, kinds=selection.kinds, tags=selection.tags, states=selection.states, among=among,
        ranges=cell_ranges(selection.box) if selection.box else None, box=selection.box, after=selection.after,
        most=selection.most, language=language)


def item(db: Database, audience: Audience, number: int) -> Item | None:
    """One asset as this audience sees it, None where there is nothing it may see."""
    asset = assets.read(db, number)
    return None if asset is None else shown(asset, audience)


def ties_of(db: Database, audience: Audience, number: int) -> tuple[tuple[Tie, Item], ...]:
    """The connections of an asset, each with the asset at the other end, where this audience may see both."""
    found = connections.of_asset(db, number)
    others = {tie.second if tie.first == number else tie.first for tie in found}
    seen = {asset.number: each for asset in assets.read_many(db, [number, *others]) if (each := shown(asset, audience))}
    if number not in seen:
        return ()
    return tuple(
        (Tie(tie.id, tie.first, tie.verb, tie.second, tie.since, tie.note), seen[other])
        for tie in found if (other := tie.second if tie.first == number else tie.first) in seen)


def may_see_media(db: Database, audience: Audience, hash: str) -> bool:
    """Whether some asset shows this photo or sound to this audience."""
    for asset in assets.read_many(db, media_files.assets_of(db, hash)):
        each = shown(asset, audience)
        if each and any(file.hash == hash for file in (*each.pictures, *each.sounds)):
            return True
    return False


def shown(asset: Asset, audience: Audience) -> Item | None:
    """The part of an asset that this audience may see, None where that is nothing."""
    level = audience.level
    if asset.review is not Review.PUBLISHED or medium_level(asset.audience, asset.involved, Medium.TEXT) < level:
        return None
    place_is_shared = medium_level(asset.audience, asset.involved, Medium.PLACE) >= level
    shape = from_wkb(asset.shown) if place_is_shared and asset.shown is not None else None
    street_is_shared = place_is_shared and asset.precision in (Precision.EXACT, Precision.STREET)
    photos_are_shared = medium_level(asset.audience, asset.involved, Medium.PHOTO) >= level
    voices_are_shared = medium_level(asset.audience, asset.involved, Medium.VOICE) >= level
    attached = [each for each in asset.attachments if each.audience.level >= level]
    return Item(
        number=asset.number, id=asset.id, kind=asset.kind, title=asset.title, why=asset.why, facet=asset.facet,
        description=asset.description, story=asset.story, language=asset.language, translations=asset.translations,
        tags=asset.tags, state=asset.state, key_holder=asset.key_holder, rhythm=asset.rhythm, audience=asset.audience,
        precision=asset.precision, shape=shape, point=None if shape is None else point_of(shape),
        masked=shape is not None and asset.precision is not Precision.EXACT,
        street=asset.street if street_is_shared else "",
        people=tuple(
            (each.person.name, str(each.part)) for each in asset.involved
            if min(asset.audience.level, person_level(each, Medium.NAME)) >= level),
        pictures=tuple(
            Picture(each.file.hash, each.alt, each.credit, each.file.width, each.file.height)
            for each in attached if each.file.medium is Medium.PHOTO and photos_are_shared),
        sounds=tuple(
            Sound(each.file.hash, each.file.mime, each.file.seconds, each.alt, each.credit)
            for each in attached if each.file.medium is Medium.VOICE and voices_are_shared),
        round=asset.round, source=asset.source, attribution=asset.attribution, invented=asset.invented,
        created=asset.created, updated=asset.updated, confirmed=asset.confirmed, revision=asset.revision)


def _attribution(own: str, items: tuple[Item, ...]) -> str:
    """The neighbourhood's sources and those of the items that it does not name itself, each said once."""
    others = dict.fromkeys(each.attribution for each in items if each.attribution and each.attribution not in own)
    return " · ".join(filter(None, (own, *others)))
