"""An asset: anything good here."""

from dataclasses import dataclass, field

from .audience import Audience
from .kind import Kind
from .medium import Attachment
from .person import Involved
from .precision import Precision
from .rhythm import Rhythm
from .state import KeyHolder, Review, State

LONGEST: dict[str, int] = {"title": 200, "why": 1_000, "description": 20_000, "story": 20_000, "street": 200}
"""The most characters a text may have."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The same texts in another language (BCP 47). Empty texts fall back to the teller's own words."""

    language: str
    title: str = ""
    why: str = ""
    description: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """All that the store keeps about an asset.

    `geometry` is WKB in (longitude, latitude) as recorded; `shown` is WKB as others see it, chosen once.
    `source` names where imported data came from ("osm:node/123"), so that a second import finds it again.
    Times are ISO 8601 in UTC. `revision` grows by one with each change to this asset.
    """

    id: str
    kind: Kind
    title: str
    why: str
    number: int = 0
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
    geometry: bytes | None = None
    shown: bytes | None = None
    street: str = ""
    attachments: tuple[Attachment, ...] = ()
    involved: tuple[Involved, ...] = ()
    review: Review = Review.PUBLISHED
    round: int | None = None
    source: str = ""
    attribution: str = ""
    invented: bool = False
    created: str = ""
    created_by: str = ""
    updated: str = ""
    confirmed: str = ""
    revision: int = 0
