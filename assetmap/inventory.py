"""The one way out: what one audience may see of a neighbourhood, as frozen values.

Maps, pages, the API and every export are made from what stands here, never from the store. Consent, review,
precision and the permission for photos have been applied; whoever receives an Inventory need not ask again.
"""

from dataclasses import dataclass
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from .domain.asset import Translation
from .domain.audience import Audience
from .domain.connection import Verb
from .domain.kind import Kind
from .domain.precision import Precision
from .domain.rhythm import Rhythm
from .domain.round import Round
from .domain.state import KeyHolder, State


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
