"""The order of a list that is gathered under headings: by kind or by street."""

from sqlite_utils import Database

from ..domain.audience import Audience
from ..domain.kind import Kind
from ..store import naming


def by_kind(db: Database, audience: Audience, numbers: list[int]) -> list[tuple[int, str]]:
    """(number, kind) of these assets, kind by kind in the order of the domain, otherwise as they were given."""
    order = {str(kind): place for place, kind in enumerate(Kind)}
    return sorted(naming.kinds_of(db, audience.level, numbers), key=lambda row: order[row[1]])


def by_street(db: Database, audience: Audience, numbers: list[int]) -> list[tuple[int, str]]:
    """(number, street) of these assets, street by street; last, as "", those without one to read."""
    return naming.by_street(db, audience.level, numbers)
