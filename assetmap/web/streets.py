"""The streets of a neighbourhood by name, for saying where something is without a map."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from shapely.geometry import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from ..domain.words import folded
from ..geo.metres import grid_for
from ..geo.shapes import point_of

REACH = 60.0
"""Metres: farther away than this nobody would say "in that street"."""


@dataclass(frozen=True, slots=True)
class Street:
    """A street with all its pieces in (longitude, latitude)."""

    name: str
    line: MultiLineString

    @property
    def middle(self) -> Point:
        """A point halfway along its longest piece."""
        return Point(point_of(self.line))


@dataclass(frozen=True, slots=True)
class Streets:
    """All named streets, by name; empty where no street data has been taken in."""

    all: tuple[Street, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def names(self) -> list[str]:
        """For a list to choose from."""
        return [street.name for street in self.all]

    def named(self, typed: str) -> Street | None:
        """The street of this name, however its accents and capitals were typed."""
        wanted = " ".join(folded(typed).split())
        return next((street for street in self.all if " ".join(folded(street.name).split()) == wanted), None)

    def nearest(self, shape: BaseGeometry) -> Street | None:
        """The street that a shape lies at, None where none lies within REACH."""
        if not self.all:
            return None
        grid = grid_for(shape)
        here = grid.to_metres(shape)
        away, street = min(
            ((here.distance(grid.to_metres(street.line)), street) for street in self.all), key=lambda each: each[0])
        return street if away <= REACH else None


def read_streets(folder: Path) -> Streets:
    """The streets in the neighbourhood's folder (base/streets.json), none where there is no such file."""
    path = folder / "base" / "streets.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return Streets()


@lru_cache(maxsize=50)
def _read(path: Path, _changed: int) -> Streets:
    lines: dict[str, list[LineString]] = {}
    for entry in json.loads(path.read_text("utf-8"))["streets"]:
        lines.setdefault(entry["name"], []).extend(
            LineString(line) for line in entry["lines"] if len(line) > 1)
    return Streets(tuple(
        Street(name, MultiLineString(lines[name])) for name in sorted(lines, key=folded) if name and lines[name]))
