"""What somebody wants to record, before it is recorded: forms, tablets and imports all bring drafts."""

from dataclasses import dataclass, field

from .asset import Translation
from .audience import Audience
from .connection import Verb
from .kind import Kind
from .person import Part
from .precision import Precision
from .rhythm import Rhythm
from .state import KeyHolder, State


@dataclass(frozen=True, slots=True)
class DraftAttachment:
    """A file already kept by the media room, by its hash, with the words that go with it."""

    hash: str
    alt: str = ""
    credit: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """Somebody on the asset. `agreed` pairs a medium's name with an audience's: (("text", "public"), …)."""

    name: str
    part: Part = Part.TELLS
    child: bool = False
    guardian: str = ""
    agreed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an asset as they were given.

    `geometry` is GeoJSON-like: {"type": "Point", "coordinates": [lon, lat]}, or None. `keep_outside` is the answer
    "yes, keep it" to the question about a position outside the boundary. `id` is a UUID where the sender chose one.
    """

    kind: Kind
    title: str
    why: str
    id: str = ""
    facet: str = ""
    description: str = ""
    story: str = ""
    language: str = "nl"
    translations: tuple[Translation, ...] = ()
    tags: tuple[str, ...] = ()
    state: State = State.IN_USE
    key_holder: KeyHolder | None = None
    rhythm: Rhythm = field(default_factory=Rhythm)
    audience: Audience = Audience.TEAM
    precision: Precision = Precision.EXACT
    geometry: dict | None = None
    keep_outside: bool = False
    street: str = ""
    attachments: tuple[DraftAttachment, ...] = ()
    people: tuple[DraftPerson, ...] = ()
    round: int | None = None
    source: str = ""
    attribution: str = ""
    invented: bool = False


@dataclass(frozen=True, slots=True)
class DraftTie:
    """A connection as it was given, between two assets by the ids (UUIDs) they have in what brings them."""

    id: str
    first: str
    verb: Verb
    second: str
    since: str = ""
    note: str = ""
