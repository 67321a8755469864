"""Street data from a file (.osm.pbf, .osm, .geojson), made ready to be the neighbourhood's base map."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy
import shapely
from shapely.geometry import MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..domain.problems import Problem
from ..drawing.street_data import (
    GREEN,
    Building,
    Ground,
    PlaceName,
    Rail,
    Stream,
    Street,
    StreetData,
    Tree,
    TreeRow,
    Water,
)
from ..geo import metres
from ..geo.metres import Grid
from ..geo.shapes import areas_of, flat_parts, lines_of, point_of
from . import coastline, street_geojson
from . import street_tags as meaning
from .osm.reader import ATTRIBUTION, Feature, first_bytes, read_features

MARGIN = 250.0
"""How many metres around the boundary are kept as well: what lies outside is part of how people find their way."""

Progress = Callable[[float], None]

_SMALLEST_AREA = 2.0  # Square metres: smaller bits are the crumbs that clipping leaves.
_SHORTEST_LINE = 1.0


def read_streets(
    path: Path, boundary: BaseGeometry, margin: float = MARGIN, progress: Progress | None = None
) -> StreetData:
    """The streets, houses, water, green, rails, trees and names inside the boundary and `margin` metres around it.

    `progress` is told how far the work is, 0.0 to 1.0.
    Raises Problem: file-missing, file-unreadable, file-empty, not-street-data, osm-cut-off, osm-damaged,
    geojson-damaged, swapped-position, metres-position, nothing-in-boundary.
    """
    tell = progress or (lambda share: None)
    boundary = areas_of(boundary)
    box = metres.box_around(boundary, margin)
    if _is_json(path):
        features = list(street_geojson.read_features(path, box, boundary, lambda share: tell(share * 0.7)))
        attribution = ""
    else:
        features = _from_openstreetmap(path, box, lambda share: tell(share * 0.7))
        attribution = ATTRIBUTION
    data = _Sorting(boundary, margin).sorted(features, attribution, lambda share: tell(0.7 + share * 0.3))
    if not (data.streets or data.buildings or data.waters or data.grounds):
        raise Problem("nothing-in-boundary", path=path.name)
    tell(1.0)
    return data


def _is_json(path: Path) -> bool:
    start = first_bytes(path).removeprefix(b"\xef\xbb\xbf").lstrip(b"\x1e \t\r\n")
    return start.startswith((b"{", b"["))


def _from_openstreetmap(path: Path, box: tuple, tell: Progress) -> list[Feature]:
    try:
        return list(read_features(path, box, meaning.KEYS, tell))
    except Problem as problem:
        if problem.code == "not-openstreetmap":
            raise Problem("not-street-data", path=path.name) from None
        raise


class _Sorting:
    """Features into layers, clipped and joined."""

    def __init__(self, boundary: Polygon | MultiPolygon, margin: float):
        self._boundary = boundary
        self._margin = margin
        self._region = metres.buffer(boundary, margin)
        self._grid: Grid = metres.grid_for(boundary)

    def sorted(self, features: list[Feature], attribution: str, tell: Progress) -> StreetData:
        near = self._touching(features)
        tell(0.2)
        waters = self._waters(near)
        tell(0.5)
        data = StreetData(
            boundary=self._boundary,
            margin=self._margin,
            attribution=attribution,
            streets=tuple(self._streets(near)),
            buildings=tuple(self._buildings(near)),
            waters=tuple(waters),
            streams=tuple(self._streams(near, waters)),
            grounds=tuple(self._grounds(near)),
            rails=tuple(self._rails(near)),
            trees=tuple(self._trees(near)),
            tree_rows=tuple(self._tree_rows(near)),
            names=tuple(self._names(near)),
            addresses=dict(sorted(_addresses(near).items())),
        )
        tell(1.0)
        return data

    def _touching(self, features: list[Feature]) -> list[Feature]:
        shapely.prepare(self._region)
        touches = shapely.intersects(self._region, [feature.shape for feature in features])
        return [feature for feature, does in zip(features, touches, strict=True) if does]

    def _streets(self, features: list[Feature]) -> Iterator[Street]:
        """One line for each unbroken stretch with the same name, kind, width and level: fewer pieces, better names."""
        stretches: dict[tuple, list] = defaultdict(list)
        for feature in _lines(features):
            known = meaning.street_kind(feature.tags)
            if known:
                kind, width = known
                key = (kind, _street_name(feature.tags), width, meaning.level_of(feature.tags))
                stretches[key] += lines_of(feature.shape)
        for (kind, name, width, level), lines in stretches.items():
            for line in self._clipped_lines(_joined(lines), 0.3):
                yield Street(line, kind, name, width, level)

    def _buildings(self, features: list[Feature]) -> Iterator[Building]:
        for feature in _areas(features):
            known = meaning.building_kind(feature.tags)
            if known:
                for area in flat_parts(self._simpler(feature.shape, 0.15)):
                    if self._square_metres(area) > _SMALLEST_AREA:
                        yield Building(area, *known)

    def _waters(self, features: list[Feature]) -> list[Water]:
        """Areas of water made one, so that no seam shows where two meet."""
        areas = [feature.shape for feature in _areas(features) if meaning.is_water_area(feature.tags)]
        shores = [feature.shape for feature in _lines(features) if feature.tags.get("natural") == "coastline"]
        areas += coastline.seas(shores, self._region)
        if not areas:
            return []
        return [Water(area) for area in self._clipped_areas(shapely.union_all(areas), 0.4)]

    def _streams(self, features: list[Feature], waters: list[Water]) -> Iterator[Stream]:
        """Where a stream runs through an area of water, only its name is kept."""
        lake = shapely.union_all([water.area for water in waters]) if waters else Polygon()
        stretches: dict[tuple, list] = defaultdict(list)
        for feature in _lines(features):
            width = meaning.stream_width(feature.tags)
            if width is not None:
                stretches[(feature.tags.get("name", ""), width)] += lines_of(feature.shape)
        for (name, width), lines in stretches.items():
            whole = _joined(lines)
            for line in self._clipped_lines(shapely.difference(whole, lake), 0.4):
                yield Stream(line, name, width)
            if name:
                for line in self._clipped_lines(shapely.intersection(whole, lake), 0.4):
                    yield Stream(line, name, 0)

    def _grounds(self, features: list[Feature]) -> Iterator[Ground]:
        """Largest first: that is the order to draw them in."""
        grounds = []
        for feature in _areas(features):
            kind = meaning.ground_kind(feature.tags)
            if kind is None or meaning.building_kind(feature.tags) or meaning.is_water_area(feature.tags):
                continue
            grounds += [Ground(area, kind) for area in self._clipped_areas(feature.shape, 0.4)]
        yield from sorted(grounds, key=lambda ground: -ground.area.area)

    def _rails(self, features: list[Feature]) -> Iterator[Rail]:
        stretches: dict[tuple, list] = defaultdict(list)
        for feature in _lines(features):
            kind = meaning.rail_kind(feature.tags)
            if kind:
                stretches[(kind, meaning.level_of(feature.tags))] += lines_of(feature.shape)
        for (kind, level), lines in stretches.items():
            for line in self._clipped_lines(_joined(lines), 0.3):
                yield Rail(line, kind, level)

    def _trees(self, features: list[Feature]) -> Iterator[Tree]:
        for feature in features:
            if feature.tags.get("natural") == "tree" and feature.shape.geom_type == "Point":
                yield Tree(feature.shape, meaning.tree_radius(feature.tags))

    def _tree_rows(self, features: list[Feature]) -> Iterator[TreeRow]:
        for feature in _lines(features):
            hedge = feature.tags.get("barrier") == "hedge"
            if hedge or feature.tags.get("natural") == "tree_row":
                for line in self._clipped_lines(feature.shape, 0.4):
                    yield TreeRow(line, hedge)

    def _names(self, features: list[Feature]) -> Iterator[PlaceName]:
        """Each name once for each kind, on the largest of those that carry it."""
        best: dict[tuple[str, str], PlaceName] = {}
        for feature in features:
            name, kind = feature.tags.get("name", "").strip(), _name_kind(feature)
            if not name or not kind:
                continue
            shape = self._region.intersection(feature.shape)
            if shape.is_empty:
                continue
            room = self._square_metres(shape) ** 0.5
            if (kind, name) not in best or best[kind, name].room < room:
                best[kind, name] = PlaceName(shapely.Point(point_of(_widest(shape))), name, kind, round(room, 1))
        yield from sorted(best.values(), key=lambda place: (-place.room, place.name))

    def _clipped_lines(self, shape: BaseGeometry, tolerance: float) -> Iterator:
        for line in lines_of(shapely.intersection(self._simpler(shape, tolerance), self._region)):
            if line.length * self._grid.north > _SHORTEST_LINE:
                yield line

    def _clipped_areas(self, shape: BaseGeometry, tolerance: float) -> Iterator[Polygon]:
        inside = shape if self._region.contains(shape) else shapely.intersection(shape, self._region)
        simple = self._simpler(areas_of(inside), tolerance)
        for area in flat_parts(areas_of(simple)):
            if self._square_metres(area) > _SMALLEST_AREA:
                yield area

    def _simpler(self, shape: BaseGeometry, tolerance: float) -> BaseGeometry:
        """Without the points that move its outline by less than so many metres; areas stay valid."""
        return self._grid.to_degrees(self._grid.to_metres(shape).simplify(tolerance, preserve_topology=True))

    def _square_metres(self, shape: BaseGeometry) -> float:
        return shape.area * self._grid.east * self._grid.north


def _lines(features: Iterable[Feature]) -> Iterator[Feature]:
    return (feature for feature in features if feature.shape.geom_type in ("LineString", "MultiLineString"))


def _areas(features: Iterable[Feature]) -> Iterator[Feature]:
    return (feature for feature in features if feature.shape.geom_type in ("Polygon", "MultiPolygon"))


def _joined(lines: list) -> BaseGeometry:
    return shapely.line_merge(MultiLineString(lines)) if len(lines) > 1 else lines[0]


def _street_name(tags: dict[str, str]) -> str:
    return " ".join(tags.get("name", "").split())


def _name_kind(feature: Feature) -> str:
    """What a named spot or area is; "" where its name does not go on the map, or goes along a line."""
    tags, shape = feature.tags, feature.shape
    if tags.get("place") in meaning.PLACES:
        return "neighbourhood" if shape.geom_type == "Point" else ""
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        return ""
    if meaning.building_kind(tags):
        return "building"
    if meaning.is_water_area(tags):
        return "water"
    kind = meaning.ground_kind(tags)
    if kind == "square":
        return "square"
    if kind in GREEN:
        return "green"
    return "place" if kind in ("school", "care", "business") else ""


def _widest(shape: BaseGeometry) -> BaseGeometry:
    parts = flat_parts(shape)
    return parts[int(numpy.argmax([part.area for part in parts]))]


def _addresses(features: list[Feature]) -> Counter[str]:
    """Street name -> how many different house numbers."""
    doors = {(" ".join(feature.tags["addr:street"].split()), feature.tags["addr:housenumber"]) for feature in features
             if feature.tags.get("addr:street") and feature.tags.get("addr:housenumber")}
    return Counter(street for street, _ in doors)
