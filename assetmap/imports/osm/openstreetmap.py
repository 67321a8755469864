"""Meeting places and other assets from an OpenStreetMap extract, for any neighbourhood in the world.

What is taken in stands in kinds.py; what is said about it in words.py; what counts as the same in
doubles.py. Telephone numbers, mail addresses and websites are not taken.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from ...domain.asset import Translation
from ...domain.audience import Audience
from ...domain.draft import Draft
from ...domain.problems import Problem
from ...domain.rhythm import Rhythm
from ...domain.state import State
from ...domain.words import folded
from ...geo.metres import Grid, grid_for
from ...geo.shapes import to_geojson
from ...i18n import words
from ..incoming import Finding, Incoming, Options, Progress, Severity
from .doubles import Found, without_doubles
from .kind import LANGUAGES, THEMES, word
from .kinds import KEYS, kind_of
from .nearest_street import Streets
from .reader import ATTRIBUTION, Feature, read_features
from .words import beside_street, description_of, many, open_when, title_of

SMALL = 30.0
"""Square metres: an area smaller than this is a point."""
COARSE = 0.3
"""Metres by which an outline may be simplified."""
TINY, SHORT, LONG = 12.0, 30.0, 200.0
"""Metres: a line shorter than this is a point (a bench drawn as a line), a line of which less than this lies inside is
left out, and one longer than this belongs to no single street."""


def read(
    path: Path, *, boundary: BaseGeometry | None, language: str, progress: Progress, options: Options
) -> Incoming:
    """The assets inside the boundary; without a boundary, all that the extract holds.

    Raises Problem: file-missing, file-empty, not-openstreetmap, osm-cut-off, osm-damaged.
    """
    say = words(language).gettext

    def reading(share: float) -> None:
        progress(share * 0.9, say("Reading the street data"))

    box = boundary.bounds if boundary is not None else (-180.0, -90.0, 180.0, 90.0)
    features = list(read_features(path, box, KEYS | {"highway"}, reading))
    progress(0.9, say("Looking for places"))
    return taken_in(features, boundary, language, progress, path.name)


def taken_in(
    features: Iterable[Feature], boundary: BaseGeometry | None, language: str, progress: Progress, name: str = ""
) -> Incoming:
    """The drafts that these features make. `seen` counts the features that are an asset somewhere on earth."""
    features = list(features)
    speaking = language if language in LANGUAGES else LANGUAGES[-1]
    grid = grid_for(boundary) if boundary is not None else _grid(features)
    inside = _Inside(boundary, grid)
    candidates = [(row, feature) for feature in features if (row := kind_of(feature.tags))]
    found = [
        Found(row, feature.tags, shape, (feature.source,))
        for row, feature in candidates if (shape := inside.part(feature.shape)) is not None]
    once = without_doubles(found)
    streets = Streets(((f.tags["name"], f.shape) for f in features if _is_street(f)), grid)
    shapes = [grid.to_degrees(each.shape) for each in once]
    nearest = streets.nearest(shapes)
    turn: Counter[str] = Counter()
    drafts = []
    for each, shape, street in zip(once, shapes, nearest, strict=True):
        # A canal runs past many streets.
        street = "" if each.shape.length > LONG and not each.is_area else each.tags.get("addr:street") or street
        drafts.append(_draft(each, shape, street, speaking, turn[each.row.match]))
        turn[each.row.match] += 1
    drafts = _told_apart(drafts, speaking)
    progress(1.0, words(language).gettext("Ready"))
    return Incoming(tuple(drafts), tuple(_findings(once, drafts, speaking, name)), len(candidates),
                    len(candidates) - len(drafts), ATTRIBUTION, "osm")


def _draft(found: Found, shape: BaseGeometry, street: str, language: str, number: int) -> Draft:
    """`number` is how many of its sort came before: they take turns in what is said about them."""
    row, tags = found.row, found.tags
    why = row.why[number % len(row.why)]
    said = {tongue: _texts(found, street, tongue) | {"why": word(why, tongue)} for tongue in LANGUAGES}
    mine = said.pop(language)
    hours = tags.get("opening_hours", "")
    return Draft(
        kind=row.kind, facet=row.facet, language=language, **mine,
        translations=tuple(Translation(tongue, **texts) for tongue, texts in said.items()),
        tags=(*row.surplus, word(THEMES[row.theme], language)), state=State.IN_USE, audience=Audience.PUBLIC,
        rhythm=Rhythm(time=open_when(hours, language)) if hours else Rhythm(), geometry=to_geojson(shape),
        keep_outside=True, street=street, source=" ".join(f"osm:{source}" for source in found.sources),
        attribution=ATTRIBUTION)


def _texts(found: Found, street: str, language: str) -> dict[str, str]:
    title = title_of(found.row, found.tags, street, language)
    if found.count > 1:
        title = beside_street(many(found.row, found.count, language), street, language)
    return {"title": title, "description": description_of(found.row, found.tags, language)}


def _told_apart(drafts: list[Draft], language: str) -> list[Draft]:
    """Two of the same title get their street behind it, so that neighbours know which is meant."""
    count = Counter(folded(draft.title) for draft in drafts)
    return [
        replace(draft, title=beside_street(draft.title, draft.street, language))
        if count[folded(draft.title)] > 1 and draft.street and draft.street not in draft.title else draft
        for draft in drafts]


def _findings(once: list[Found], drafts: list[Draft], language: str, name: str) -> list[Finding]:
    findings = []
    if not drafts:
        findings.append(Finding(Severity.DOUBT, Problem("import-nothing-inside", path=name)))
    for each in once:
        if len(each.sources) > 1:
            called = each.tags.get("name") or word(each.row.title, language)
            problem = Problem("import-taken-together", title=called, count=len(each.sources))
            findings.append(Finding(Severity.NOTE, problem, 0, each.sources[0]))
    return findings


class _Inside:
    """The part of a shape that belongs to the neighbourhood, in metres."""

    def __init__(self, boundary: BaseGeometry | None, grid: Grid):
        self._grid = grid
        self._boundary = grid.to_metres(boundary) if boundary is not None else None
        if self._boundary is not None:
            shapely.prepare(self._boundary)

    def part(self, shape: BaseGeometry) -> BaseGeometry | None:
        """A point inside; an area of which the middle or half lies inside, whole; what a line has inside. Else None."""
        shape = self._grid.to_metres(shape)
        if shape.geom_type in ("Polygon", "MultiPolygon"):
            return self._area(shape)
        if shape.geom_type == "LineString" and shape.length < TINY:
            shape = shape.interpolate(0.5, normalized=True)
        if self._boundary is None or self._boundary.covers(shape):
            return shape
        if shape.geom_type == "Point":
            return None
        line = shapely.intersection(self._boundary, shape)
        return line if line.length >= SHORT and line.geom_type in ("LineString", "MultiLineString") else None

    def _area(self, shape: BaseGeometry) -> BaseGeometry | None:
        middle = shape.representative_point()
        if self._boundary is not None and not self._boundary.covers(middle) \
                and self._boundary.intersection(shape).area < shape.area / 2:
            return None
        if shape.area < SMALL:
            return middle
        simple = shape.simplify(COARSE)
        return simple if simple.is_valid and not simple.is_empty else shape


def _is_street(feature: Feature) -> bool:
    tags = feature.tags
    return ("name" in tags and tags.get("highway") not in (None, "bus_stop", "platform", "crossing", "traffic_signals")
            and feature.shape.geom_type != "Point")


def _grid(features: list[Feature]) -> Grid:
    if not features:
        return grid_for(shapely.Point(0, 0))
    return grid_for(shapely.box(*shapely.total_bounds([feature.shape for feature in features])))
