"""The open databases of an installation: the last fifty a thread asked for stay open."""

import threading
from collections import OrderedDict
from pathlib import Path

from sqlite_utils import Database

from ..domain.neighbourhood import SLUG
from ..domain.problems import Problem
from .opening import open_database

MOST_OPEN = 50


class Shelf:
    """Gives each thread its own connection to a neighbourhood's database, by slug."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._mine = threading.local()

    def slugs(self) -> list[str]:
        """The neighbourhoods of this installation, by name of their folder."""
        if not self.folder.is_dir():
            return []
        names = (path.parent.name for path in self.folder.glob("*/assetmap.db"))
        return sorted(name for name in names if SLUG.fullmatch(name))

    def path(self, slug: str) -> Path:
        """The neighbourhood's folder; raises Problem("unknown-neighbourhood") for anything that is no slug of ours."""
        if not SLUG.fullmatch(slug) or not (self.folder / slug / "assetmap.db").exists():
            raise Problem("unknown-neighbourhood", slug=slug[:60])
        return self.folder / slug

    def open(self, slug: str) -> Database:
        """The neighbourhood's database for this thread."""
        file = self.path(slug) / "assetmap.db"
        stat = file.stat()
        # A restored or moved folder is another file under the same name.
        key = (slug, stat.st_dev, stat.st_ino)
        opened: OrderedDict = self._mine.__dict__.setdefault("opened", OrderedDict())
        if key in opened:
            opened.move_to_end(key)
            return opened[key]
        for old in [old for old in opened if old[0] == slug]:
            opened.pop(old).close()
        opened[key] = open_database(file)
        if len(opened) > MOST_OPEN:
            opened.popitem(last=False)[1].close()
        return opened[key]

    def close(self) -> None:
        """Closes what this thread has open."""
        opened: OrderedDict = self._mine.__dict__.pop("opened", OrderedDict())
        for db in opened.values():
            db.close()
