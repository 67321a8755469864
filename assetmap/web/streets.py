"""The streets of a neighbourhood by name, for saying where something is without a map."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from shapely.geometry import MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from ..domain.words import folded
from ..geo.metres import grid_for

REACH = 120.0
"""Metres: farther away than this nobody would say "in that street"."""


@dataclass(frozen=True, slots=True)
class Street:
    """A street or square with a (longitude, latitude) on it, and its line where it has one."""

    name: str
    at: tuple[float, float]
    line: MultiLineString | None = None

    @property
    def shape(self) -> BaseGeometry:
        """Its line, or the one point that is known of a square."""
        return self.line or Point(self.at)


@dataclass(frozen=True, slots=True)
class Streets:
    """All named streets, those of the neighbourhood first; empty where no street data has been taken in."""

    all: tuple[Street, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def names(self) -> list[str]:
        """For a list to choose from."""
        return [street.name for street in self.all]

    def named(self, typed: str) -> Street | None:
        """The street of this name; capitals, accents and double spaces make no difference."""
        wanted = folded(" ".join(typed.split()))
        return next((street for street in self.all if folded(street.name) == wanted), None)

    def nearest(self, shape: BaseGeometry) -> Street | None:
        """The street that a shape lies at, None where none lies within REACH."""
        if not self.all:
            return None
        grid = grid_for(shape)
        here = grid.to_metres(shape)
        away, street = min(
            ((here.distance(grid.to_metres(street.shape)), street) for street in self.all), key=lambda each: each[0])
        return street if away <= REACH else None


def read_streets(folder: Path) -> Streets:
    """The streets in the neighbourhood's folder (base/streets.json, see drawing/street_index.py), none without it."""
    path = folder / "base" / "streets.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return Streets()


@lru_cache(maxsize=50)
def _read(path: Path, _changed: int) -> Streets:
    index = json.loads(path.read_text("utf-8"))
    return Streets(tuple(
        Street(street["name"], tuple(street["at"]), MultiLineString(street["lines"]) if street["lines"] else None)
        for street in index["streets"]))
