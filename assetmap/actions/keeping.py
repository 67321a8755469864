"""The last step of every change to an asset: mask, levels, row, search words, revision and journal in one go."""

from dataclasses import replace

from shapely import from_wkb, to_wkb
from shapely.geometry.base import BaseGeometry
from sqlite_utils import Database

from ..domain.asset import Asset
from ..domain.audience import Audience
from ..domain.consent import NOBODY, medium_level, person_level
from ..domain.medium import Medium
from ..domain.precision import Precision
from ..domain.role import Actor
from ..domain.state import Review
from ..domain.tag import SURPLUS_TAGS
from ..domain.words import index_words
from ..geo import cells, masking
from ..geo.shapes import point_of
from ..i18n import LANGUAGES, words
from ..store import assets, journal, neighbourhoods, search, snapshot


def keep(
    db: Database, asset: Asset, actor: Actor, now: str, verb: str, *, before: Asset | None = None,
    street_line: BaseGeometry | None = None, sequence: int | None = None, **facts: object,
) -> Asset:
    """Writes the asset as its next revision and returns it with its number.

    The caller holds the transaction. `before` is the asset as it was; its mask stays where it still hides the place.
    `street_line` is the street's geometry, for a mask along it. `sequence` is handed in where many are kept at once.
    """
    shown = _shown(asset, before, street_line, neighbourhoods.secret(db))
    asset = replace(asset, shown=shown, updated=now, revision=asset.revision + 1)
    sequence = neighbourhoods.next_sequence(db) if sequence is None else sequence
    asset = assets.write(db, asset, _whereabouts(asset), reach(asset), place_reach(asset), sequence)
    index(db, asset)
    journal.keep_revision(db, asset.number, asset.revision, now, actor.id, verb, snapshot.to_json(asset))
    journal.note(db, now, actor.id, verb, asset.number, **facts)
    return asset


def reach(asset: Asset) -> int:
    """The widest audience level that may see this asset at all."""
    if asset.review is not Review.PUBLISHED:
        return NOBODY
    return medium_level(asset.audience, asset.involved, Medium.TEXT)


def place_reach(asset: Asset) -> int:
    """The widest audience level that may see where it is."""
    if asset.shown is None:
        return NOBODY
    return min(reach(asset), medium_level(asset.audience, asset.involved, Medium.PLACE))


def index(db: Database, asset: Asset) -> None:
    """Puts the asset's words into the search index, each for whom it may be found by."""
    texts = [asset.title, asset.why, asset.description, asset.story, *asset.tags]
    for translation in asset.translations:
        texts += [translation.title, translation.why, translation.description, translation.story]
    for language in LANGUAGES:
        texts += [words(language).gettext(SURPLUS_TAGS[tag]) for tag in asset.tags if tag in SURPLUS_TAGS]
    by_level: dict[int, list[str]] = {audience.level: [] for audience in Audience}
    if asset.street and asset.precision in (Precision.EXACT, Precision.STREET):
        level = min(reach(asset), medium_level(asset.audience, asset.involved, Medium.PLACE))
        by_level.get(level, []).append(asset.street)
    for each in asset.involved:
        by_level.get(min(asset.audience.level, person_level(each, Medium.NAME)), []).append(each.person.name)
    search.index(
        db, asset.number, index_words(asset.title), index_words(" \n".join(texts)),
        {level: index_words(" ".join(found)) for level, found in by_level.items()})


def _shown(asset: Asset, before: Asset | None, street_line: BaseGeometry | None, secret: str) -> bytes | None:
    """What others see of the place. A mask is chosen once: a second one would halve what the first hides."""
    if asset.geometry is None or asset.precision is Precision.HIDDEN:
        return None
    if asset.precision is Precision.EXACT:
        return asset.geometry
    shape = from_wkb(asset.geometry)
    if before is not None and before.shown is not None and before.precision is asset.precision \
            and from_wkb(before.shown).covers(shape):
        return before.shown
    return to_wkb(masking.masked(shape, asset.precision, masking.chance_for(secret, shape), street_line))


def _whereabouts(asset: Asset) -> assets.Whereabouts:
    if asset.shown is None:
        return assets.Whereabouts()
    shape = from_wkb(asset.shown)
    lon, lat = (round(degrees, 7) for degrees in point_of(shape))
    return assets.Whereabouts(shape.geom_type, lon, lat, cells.cell_of(lon, lat))
