"""Tuinwijk: the small neighbourhood that the tests live in, with named neighbours of known rights and consents.

Fatma shares everything with everyone. Joop shares only with neighbours. Wim agreed once and took it back.
Noor is a child whose mother agreed; Sem is a child nobody asked about yet. Ans was named by somebody else, not asked.
Members: Mila is a steward, Bas a builder, De Welzijnshoek a guest organisation.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from shapely.geometry import box
from sqlite_utils import Database

from assetmap.actions import connecting, founding, recording, signing_in
from assetmap.actions.drafting import draft_of
from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.draft import Draft, DraftPerson
from assetmap.domain.kind import Kind
from assetmap.domain.neighbourhood import Neighbourhood
from assetmap.domain.person import Part
from assetmap.domain.precision import Precision
from assetmap.domain.role import COMMAND, Actor, Role
from assetmap.domain.state import KeyHolder, State
from assetmap.store import assets
from assetmap.store.opening import open_database

SLUG = "tuinwijk"
NOW = "2026-09-12T10:00:00Z"
LATER = "2026-09-13T10:00:00Z"
BOUNDARY = box(4.350, 51.990, 4.370, 52.004)
PASSPHRASE = "vier gewone woorden samen"
ALL = ("text", "name", "photo", "voice", "place")


@dataclass(frozen=True)
class Tuinwijk:
    """The folder, its open database, the members by name and the assets' numbers by key."""

    instance: Path
    folder: Path
    db: Database
    members: dict[str, Actor]
    numbers: dict[str, int]


def agreed(audience: str, *media: str) -> tuple[tuple[str, str], ...]:
    """Consent for these media (all where none is named) for one audience."""
    return tuple((medium, audience) for medium in media or ALL)


def translate(tuinwijk: Tuinwijk, key: str, language: str, title: str, why: str = "", description: str = "") -> None:
    """Puts the words of an asset in another language, as Bas does on the next day."""
    asset = assets.read(tuinwijk.db, tuinwijk.numbers[key])
    draft = replace(draft_of(asset), translations=(Translation(language, title, why, description),))
    recording.change(tuinwijk.db, tuinwijk.members["Bas"], LATER, asset.number, draft, asset.revision)


def point(lon: float, lat: float) -> dict:
    return {"type": "Point", "coordinates": [lon, lat]}


DRAFTS: dict[str, Draft] = {
    "soup": Draft(
        Kind.NETWORK, "Soep op vrijdag", "Wie komt, eet mee en kent daarna drie mensen.", audience=Audience.PUBLIC,
        facet="informal", tags=("helpfulness", "koken"), geometry=point(4.3601, 51.9971), street="Populierstraat",
        story="Ik neem altijd één pan te veel mee.", key_holder=KeyHolder.RESIDENTS,
        people=(DraftPerson("Fatma", Part.TELLS, agreed=agreed("public")),)),
    "bench": Draft(
        Kind.PLACE, "Praatbankje", "Hier blijft iedereen even zitten.", audience=Audience.PUBLIC,
        geometry=point(4.3622, 51.9985), street="Kade", state=State.UNDER_USED),
    "woodwork": Draft(
        Kind.SKILL, "Joop timmert", "Hij heeft elke maat schroef.", audience=Audience.PUBLIC, facet="hands",
        precision=Precision.STREET, geometry=point(4.3580, 51.9960), street="Esdoornstraat", tags=("skills",),
        people=(DraftPerson("Joop", Part.HOLDS, agreed=agreed("neighbourhood")),)),
    "accordion": Draft(
        Kind.SKILL, "Accordeon op de stoep", "Muziek brengt de straat naar buiten.", audience=Audience.PUBLIC,
        precision=Precision.NEIGHBOURHOOD, geometry=point(4.3611, 51.9949), street="Lindestraat",
        people=(DraftPerson("Wim", Part.HOLDS, agreed=agreed("public")),)),
    "drawing": Draft(
        Kind.SKILL, "Noor tekent", "Op elk raam een dier.", audience=Audience.PUBLIC, precision=Precision.STREET,
        geometry=point(4.3560, 51.9930), street="Beukstraat",
        people=(DraftPerson("Noor", Part.HOLDS, child=True, guardian="haar moeder", agreed=agreed("public")),)),
    "football": Draft(
        Kind.NETWORK, "Elke dag voetbal", "Wie er is, doet mee.", audience=Audience.PUBLIC,
        geometry=point(4.3640, 51.9950), street="Vijverweg",
        people=(DraftPerson("Sem", Part.HELPS, child=True, agreed=agreed("public")),)),
    "calls": Draft(
        Kind.SKILL, "Belrondje in de ochtend", "Zes mensen horen elke dag een stem.", audience=Audience.PUBLIC,
        people=(DraftPerson("Ans", Part.HOLDS),)),
    "garden": Draft(
        Kind.PLACE, "Binnentuin", "Courgettes voor wie langsloopt.", audience=Audience.NEIGHBOURHOOD,
        geometry={"type": "Polygon", "coordinates": [[
            [4.3530, 51.9990], [4.3540, 51.9990], [4.3540, 51.9996], [4.3530, 51.9996], [4.3530, 51.9990]]]}),
    "keys": Draft(
        Kind.PLACE, "Wie de sleutel heeft", "Alleen voor wie dit bijhoudt.", audience=Audience.TEAM,
        geometry=point(4.3650, 51.9920)),
    "arabic": Draft(
        Kind.STORY, "باب مفتوح", "كل من يأتي يشرب الشاي.", language="ar", audience=Audience.PUBLIC,
        story="جئنا إلى هنا في الشتاء، وفتحت لنا الجارة بابها.", geometry=point(4.3666, 51.9990)),
}


def build(instance: Path) -> Tuinwijk:
    """Founds Tuinwijk in an instance folder with its members, assets and two connections."""
    folder = founding.found(
        instance / "neighbourhoods", COMMAND, NOW,
        Neighbourhood(SLUG, "Tuinwijk", purpose="Weten wat er al is.", mandate="De buurtraad beslist."), BOUNDARY)
    db = open_database(folder / "assetmap.db")
    members = {
        name: _member(db, name, role)
        for name, role in (("Mila", Role.STEWARD), ("Bas", Role.BUILDER), ("De Welzijnshoek", Role.GUEST))}
    numbers = {key: recording.record(db, members["Bas"], NOW, draft).number for key, draft in DRAFTS.items()}
    connecting.connect(db, members["Bas"], NOW, numbers["soup"], Verb.MEETS_AT, numbers["bench"], since="2019")
    connecting.connect(db, members["Bas"], NOW, numbers["woodwork"], Verb.MADE, numbers["bench"], since="2021-05")
    wim = Draft(**{name: getattr(DRAFTS["accordion"], name) for name in Draft.__dataclass_fields__} | {
        "people": (DraftPerson("Wim", Part.HOLDS),)})
    recording.change(db, members["Bas"], LATER, numbers["accordion"], wim, 1)
    return Tuinwijk(instance, folder, db, members, numbers)


def _member(db: Database, name: str, role: Role) -> Actor:
    token = signing_in.invite(db, COMMAND, NOW, role, 14)
    member = signing_in.accept(db, NOW, token, name, PASSPHRASE)
    return Actor(member.id, member.role, member.name)
