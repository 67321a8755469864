"""The installation a command works on: its settings, and a neighbourhood's folder and database by slug."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from ..config import Settings, load_settings
from ..domain.moment import iso
from ..folders import default_exports, default_instance
from ..store.shelf import Shelf


@dataclass(frozen=True)
class Home:
    """One neighbourhood, opened."""

    folder: Path
    db: Database


def settings() -> Settings:
    """The settings of this installation, from the environment and instance/config.py."""
    instance = Path(os.environ.get("ASSETMAP_INSTANCE") or default_instance()).resolve()
    return load_settings(instance, default_exports(instance))


def home(slug: str) -> Home:
    """The neighbourhood with this slug; raises Problem("unknown-neighbourhood")."""
    shelf = Shelf(settings().neighbourhoods)
    return Home(shelf.path(slug), shelf.open(slug))


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return iso(datetime.now(UTC))
