"""What lies in an OpenStreetMap extract (.osm.pbf, .osm): features with their tags and shapes.

Shared by the base map (streets.py) and by the import of assets (openstreetmap.py).
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import osmium
import shapely
from osmium.filter import KeyFilter
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ...domain.problems import Problem
from . import pbf_frames

ATTRIBUTION = "© OpenStreetMap contributors"

Box = tuple[float, float, float, float]
Progress = Callable[[float], None]
"""Told how far the work is, 0.0 to 1.0."""

LINE_KEYS = ("highway", "railway", "waterway", "barrier", "aeroway", "power", "route")
"""A closed way with one of these goes round and comes back; with any other key it encloses an area."""
AREA_VALUES = {"waterway": {"riverbank", "dock", "boatyard", "dam"}, "railway": {"platform", "station", "roundhouse"},
               "highway": {"rest_area", "services"}, "aeroway": {"terminal", "apron", "hangar", "helipad"}}
LINE_VALUES = {"natural": {"tree_row", "cliff", "coastline", "ridge"}, "leisure": {"track", "slipway"},
               "man_made": {"embankment", "pipeline", "cutline"}}

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on the ground. `source` is "node/123", "way/123" or "relation/123".

    `shape` is a Point, LineString, Polygon or MultiPolygon in (longitude, latitude), whole (not clipped) and valid.
    """

    source: str
    tags: dict[str, str]
    shape: BaseGeometry


def read_features(
    path: Path, box: Box, keys: Iterable[str], progress: Progress | None = None
) -> Iterator[Feature]:
    """Every feature that has one of these tag keys and whose bounds touch the box (west, south, east, north).

    Each node, way and relation comes at most once; a closed way is an area or a line by its tags. Areas that the
    extract holds only in part (a canal that runs on) are closed where it ends.
    Raises Problem: file-missing, file-empty, not-openstreetmap, osm-cut-off, osm-damaged.
    """
    tell = progress or (lambda share: None)
    form = file_form(path)
    wanted = KeyFilter(*keys)
    try:
        yield from _near(_features(path, form, wanted, tell), box)
    except (RuntimeError, ValueError, OSError) as error:
        raise _problem(path, str(error)) from error
    tell(1.0)


def file_form(path: Path) -> str:
    """"pbf" or "osm" (XML, also packed: "osm.gz", "osm.bz2") by what stands in the file, whatever its name.

    Raises Problem: file-missing, file-unreadable, file-empty, not-openstreetmap.
    """
    start = first_bytes(path)
    if start[4:].startswith(b"\x0a\x09OSMHeader"):
        return "pbf"
    if start.startswith(b"\x1f\x8b"):
        return "osm.gz"
    if start.startswith(b"BZh"):
        return "osm.bz2"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<") and b"<osm" in text and b"<osmChange" not in text:
        return "osm"
    raise Problem("not-openstreetmap", path=path.name)


def first_bytes(path: Path) -> bytes:
    """The first 1,024 bytes. Raises Problem: file-missing, file-unreadable, file-empty."""
    try:
        with open(path, "rb") as file:
            start = file.read(1024)
    except FileNotFoundError:
        raise Problem("file-missing", path=str(path)) from None
    except OSError as error:
        raise Problem("file-unreadable", path=str(path), reason=(error.strerror or str(error)).lower()) from error
    if not start:
        raise Problem("file-empty", path=path.name)
    return start


def encloses(tags: dict[str, str]) -> bool:
    """Whether a closed way with these tags is an area rather than a line that comes back to its start."""
    if "area" in tags:
        return tags["area"] != "no"
    if any(tags.get(key) in values for key, values in AREA_VALUES.items()):
        return True
    if any(tags.get(key) in values for key, values in LINE_VALUES.items()):
        return False
    areas = tags.keys() & {"building", "landuse", "natural", "leisure", "amenity", "place", "area:highway", "tourism"}
    return bool(areas) or not any(key in tags for key in LINE_KEYS)


def _features(path: Path, form: str, wanted: KeyFilter, tell: Progress) -> Iterator[tuple[str, dict, bytes]]:
    """(source, tags, WKB) of everything wanted in the file, near or far."""
    partial = _Partial(path, form, wanted)
    factory = osmium.geom.WKBFactory()
    for each in _objects(path, form, wanted, partial, tell):
        if each.is_node():
            yield f"node/{each.id}", dict(each.tags), bytes.fromhex(factory.create_point(each))
        elif each.is_way():
            if len(each.nodes) < 2:
                continue
            try:
                line = bytes.fromhex(factory.create_linestring(each))
            except (RuntimeError, osmium.InvalidLocationError):
                continue  # Its points lie outside the extract, or it has only one.
            tags = dict(each.tags)
            area = len(each.nodes) > 3 and each.is_closed() and encloses(tags)
            yield f"way/{each.id}", tags, _area(line) if area else line
        elif each.is_area() and not each.from_way():
            partial.found(each.orig_id())
            yield f"relation/{each.orig_id()}", dict(each.tags), bytes.fromhex(factory.create_multipolygon(each))
    for source, tags, shape in partial.closed():
        yield source, tags, shape.wkb


def _objects(path: Path, form: str, wanted: KeyFilter, partial: "_Partial", tell: Progress) -> Iterator:
    """The osmium objects, with the ways' positions, and the areas of relations. A PBF is read frame by frame,
    so that it can tell how far it is and a file that was cut off is known before any work is done."""
    areas = osmium.area.AreaManager()
    if form == "pbf":
        frames = pbf_frames.frames(path)
    with osmium.io.Reader(osmium.io.File(path, form), osmium.osm.RELATION) as reader:
        osmium.apply(reader, wanted, areas.first_pass_handler())
    places = osmium.NodeLocationsForWays(osmium.index.create_map("flex_mem"))
    places.ignore_errors()
    finished = osmium.BufferIterator(wanted)
    handlers = (places, areas.second_pass_to_buffer(finished), partial, wanted)
    if form == "pbf":
        sources = (osmium.io.FileBuffer(data, "pbf") for data in pbf_frames.read(path, frames, tell))
    else:
        sources = iter([osmium.io.File(path, form)])
    for source in sources:
        with osmium.io.Reader(source) as reader:
            for each in osmium.OsmFileIterator(reader, *handlers):
                yield each
                if finished:
                    yield from finished
    if finished:
        yield from finished


class _Partial:
    """Areas whose relation reaches beyond the extract: the part of their outline that is there, closed by hand."""

    def __init__(self, path: Path, form: str, wanted: KeyFilter):
        self._tags: dict[int, dict[str, str]] = {}
        self._members: dict[int, list[int]] = {}
        self._lines: dict[int, LineString | None] = {}
        self._factory = osmium.geom.WKBFactory()
        relations = osmium.FileProcessor(osmium.io.File(path, form), osmium.osm.RELATION).with_filter(wanted)
        for relation in relations:
            tags = dict(relation.tags)
            if tags.get("type") == "multipolygon":
                self._tags[relation.id] = tags
                self._members[relation.id] = [m.ref for m in relation.members if m.type == "w" and m.role != "inner"]
                self._lines.update(dict.fromkeys(self._members[relation.id]))

    def way(self, way: "osmium.osm.Way") -> bool:
        """Called for every way of the file. Returns False: let it pass to the next filter."""
        if way.id in self._lines:
            with contextlib.suppress(RuntimeError, osmium.InvalidLocationError):
                self._lines[way.id] = shapely.from_wkb(self._factory.create_linestring(way))
        return False

    def found(self, relation: int) -> None:
        """This relation was whole."""
        self._tags.pop(relation, None)

    def closed(self) -> Iterator[tuple[str, dict[str, str], BaseGeometry]]:
        for relation, tags in self._tags.items():
            lines = [self._lines[way] for way in self._members[relation] if self._lines.get(way) is not None]
            if lines:
                shape = closed_by_hand(lines)
                if not shape.is_empty:
                    yield f"relation/{relation}", tags, shape


def closed_by_hand(lines: list[LineString]) -> BaseGeometry:
    """The area of an outline with gaps: loose ends are joined to the nearest loose end, shortest gap first.

    Two banks of a canal become the canal. What does not enclose anything is left out.
    """
    merged = shapely.line_merge(shapely.MultiLineString(lines))
    chains = [list(line.coords) for line in getattr(merged, "geoms", [merged])]
    rings = [chain for chain in chains if chain[0] == chain[-1]]
    open_chains = [chain for chain in chains if chain[0] != chain[-1]]
    while open_chains:
        first, second, turned = _nearest_ends(open_chains)
        if first == second:
            rings.append(open_chains.pop(first))
            continue
        head, tail = turned
        one, other = open_chains[first], open_chains[second]
        joined = (one[::-1] if head else one) + (other[::-1] if tail else other)
        open_chains = [chain for place, chain in enumerate(open_chains) if place not in (first, second)] + [joined]
    areas = [shapely.make_valid(Polygon(ring)) for ring in rings if len(ring) > 3]
    return _only_areas(shapely.union_all(areas)) if areas else Polygon()


def _nearest_ends(chains: list[list]) -> tuple[int, int, tuple[bool, bool]]:
    """Which two ends lie closest: the places of both chains, and whether to turn each so that end meets start.

    The two ends of one chain count too, but only when no other chain is left for it or they are nearer still.
    """
    best = None
    for i, one in enumerate(chains):
        for j in range(i, len(chains)):
            other = chains[j]
            pairs = [(one[0], other[-1], (False, False))] if i == j else [
                (one[-1], other[0], (False, False)), (one[-1], other[-1], (False, True)),
                (one[0], other[0], (True, False)), (one[0], other[-1], (True, True))]
            for a, b, turned in pairs:
                gap = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
                if best is None or gap < best[0]:
                    best = (gap, i, j, turned)
    return best[1], best[2], best[3]


def _near(features: Iterator[tuple[str, dict, bytes]], box: Box) -> Iterator[Feature]:
    """Those that touch the box, looked at in batches: most of a large extract lies elsewhere."""
    west, south, east, north = box
    batch: list[tuple[str, dict, bytes]] = []

    def looked_at() -> Iterator[Feature]:
        shapes = shapely.from_wkb([each[2] for each in batch])
        left, low, right, high = shapely.bounds(shapes).T
        touching = (left <= east) & (right >= west) & (low <= north) & (high >= south)
        for place in touching.nonzero()[0]:
            source, tags, _ = batch[place]
            shape = _valid(shapes[place])
            if not shape.is_empty:
                yield Feature(source, tags, shape)

    for feature in features:
        batch.append(feature)
        if len(batch) == _BATCH:
            yield from looked_at()
            batch.clear()
    if batch:
        yield from looked_at()


def _valid(shape: BaseGeometry) -> BaseGeometry:
    """Areas mended where their outline crosses itself; one polygon is a Polygon."""
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        if not shape.is_valid:
            shape = _only_areas(shapely.make_valid(shape))
        if shape.geom_type == "MultiPolygon" and len(shape.geoms) == 1:
            return shape.geoms[0]
    return shape


def _only_areas(shape: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    polygons = [polygon for part in parts for polygon in getattr(part, "geoms", [part])]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _area(line: bytes) -> bytes:
    return Polygon(shapely.from_wkb(line).coords).wkb


def _problem(path: Path, said: str) -> Problem:
    """The sentence for what libosmium said."""
    if any(word in said for word in ("EOF", "truncated", "no element found", "unclosed token", "unexpected end")):
        return Problem("osm-cut-off", path=path.name)
    return Problem("osm-damaged", path=path.name, reason=said)
