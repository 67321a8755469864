"""An asset as the draft that would record it: what a form is filled with, and what two versions are compared by."""

from shapely import from_wkb
from sqlite_utils import Database

from ..domain.asset import Asset
from ..domain.draft import Draft, DraftAttachment, DraftPerson
from ..domain.person import Involved
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..domain.state import Review
from ..geo import shapes
from ..store import assets
from .allowing import require
from .keeping import reach


def open_for_change(db: Database, actor: Actor, number: int) -> Asset:
    """The whole asset, for the form of somebody who may change it.

    What was taken back, or what this actor may not see, can't be opened: Problem("unknown-asset").
    """
    require(actor, Right.CHANGE)
    asset = assets.read(db, number)
    if asset is None or reach(asset) < actor.audience.level:
        raise Problem("unknown-asset")
    return asset


def open_taken_away(db: Database, actor: Actor, number: int) -> Asset:
    """An asset whose recording this actor has just undone, so that what they wrote can be recorded again."""
    require(actor, Right.RECORD)
    asset = assets.read(db, number)
    if asset is None or asset.review is not Review.DECLINED or asset.created_by != actor.id:
        raise Problem("unknown-asset")
    return asset


def draft_of(asset: Asset) -> Draft:
    """The draft with the asset's present values and its standing consents."""
    return Draft(
        id=asset.id, kind=asset.kind, title=asset.title, why=asset.why, facet=asset.facet,
        description=asset.description, story=asset.story, language=asset.language, translations=asset.translations,
        tags=asset.tags, state=asset.state, key_holder=asset.key_holder, rhythm=asset.rhythm, audience=asset.audience,
        precision=asset.precision,
        geometry=None if asset.geometry is None else shapes.to_geojson(from_wkb(asset.geometry)),
        keep_outside=True, street=asset.street,
        attachments=tuple(
            DraftAttachment(each.file.hash, each.alt, each.credit, each.audience) for each in asset.attachments),
        people=tuple(_person(each) for each in asset.involved), round=asset.round, source=asset.source,
        attribution=asset.attribution, invented=asset.invented)


def _person(involved: Involved) -> DraftPerson:
    standing = [consent for consent in involved.consents if not consent.withdrawn]
    return DraftPerson(
        involved.person.name, involved.part, involved.person.child,
        next((consent.guardian for consent in standing if consent.guardian), ""),
        tuple((str(consent.medium), str(consent.audience)) for consent in standing))
