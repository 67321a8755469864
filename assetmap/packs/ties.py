"""All connections of the map, as short rows."""

import json

from sqlite_utils import Database

from ..domain.audience import Audience
from ..store import connections
from .ready import Ready, ready


def ties(db: Database, audience: Audience) -> Ready:
    """{"connections": [[first number, verb, second number, since], …]} where this audience may see both ends."""
    return ready(db, "ties", audience, lambda: json.dumps(
        {"connections": [[tie.first, tie.verb, tie.second, tie.since]
                         for tie in connections.shown_to(db, audience.level)]},
        ensure_ascii=False, separators=(",", ":")).encode())
