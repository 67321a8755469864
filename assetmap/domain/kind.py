"""The seven kinds of asset, each with its own colour, icon and shape."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of good thing an asset is."""

    SKILL = "skill"
    PLACE = "place"
    NETWORK = "network"
    INSTITUTION = "institution"
    EXCHANGE = "exchange"
    STORY = "story"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What every screen and print knows about a kind.

    `code` is the small number that stands for the kind in map packs and never changes.
    `label` and `plural` are English message ids. `colour` is the CSS token `--kind-<name>`;
    `shape` is the outline of its marker, so that colour is never the only sign.
    """

    code: int
    label: str
    plural: str
    hint: str
    shape: str
    colour: str
    facets: tuple[str, ...] = ()


KINDS: dict[Kind, KindFacts] = {
    Kind.SKILL: KindFacts(
        1, "Gift", "Gifts", "What somebody knows, loves or makes: head, heart, hands", "circle", "#d63645",
        ("head", "heart", "hands")),
    Kind.PLACE: KindFacts(
        2, "Place", "Places", "Where people meet, play, sit or come to rest", "square", "#0c8450"),
    Kind.NETWORK: KindFacts(
        3, "Network", "Networks", "A club, an app group, a street that looks out for each other", "hexagon", "#46258f",
        ("club", "informal")),
    Kind.INSTITUTION: KindFacts(
        4, "Institution", "Institutions", "School, library, church, mosque, practice: open to the neighbourhood",
        "house", "#0d63b2"),
    Kind.EXCHANGE: KindFacts(
        5, "Neighbourhood economy", "Neighbourhood economy", "Shops, swapping, lending, making and mending", "diamond",
        "#876008", ("shop", "swap", "lend")),
    Kind.STORY: KindFacts(
        6, "Story", "Stories", "What happened here, told by who was there", "bubble", "#a0346c"),
    Kind.PHOTO: KindFacts(
        7, "Picture", "Pictures", "An image that shows what this neighbourhood is", "frame", "#1a3b40"),
}

KIND_BY_CODE: dict[int, Kind] = {facts.code: kind for kind, facts in KINDS.items()}

FACETS: dict[str, str] = {
    "head": "Head: what I know",
    "heart": "Heart: what I care about",
    "hands": "Hands: what I can do",
    "club": "Club or association",
    "informal": "Informal tie",
    "shop": "Shop or business",
    "swap": "Swapping and giving",
    "lend": "Lending and sharing",
}
