"""What the tests of the demo look at: the invented part, the boundary and the street data, each read once."""

import json
from functools import cache

import osmium
from shapely import union_all
from shapely.geometry import Polygon, shape
from shapely.geometry.base import BaseGeometry

from assetmap.demo import DATA

FOLDER = DATA / "aan_de_schie"
EXTRACT = FOLDER / "delft-area.osm.pbf"


@cache
def invented() -> dict:
    return json.loads((FOLDER / "invented.json").read_text(encoding="utf-8"))


@cache
def boundary() -> BaseGeometry:
    return shape(json.loads((FOLDER / "boundary.geojson").read_text(encoding="utf-8"))["features"][0]["geometry"])


@cache
def named_streets() -> frozenset[str]:
    return frozenset(
        way.tags["name"] for way in osmium.FileProcessor(str(EXTRACT), osmium.osm.WAY)
        if "highway" in way.tags and "name" in way.tags)


@cache
def names() -> frozenset[str]:
    return frozenset(thing.tags["name"] for thing in osmium.FileProcessor(str(EXTRACT)) if "name" in thing.tags)


@cache
def buildings() -> BaseGeometry:
    """All buildings as one shape, in degrees."""
    outlines = []
    for thing in osmium.FileProcessor(str(EXTRACT)).with_areas(osmium.filter.KeyFilter("building")):
        if thing.is_area() and "building" in thing.tags:
            rings = [[(node.lon, node.lat) for node in ring] for ring in thing.outer_rings()]
            outlines += [Polygon(ring).buffer(0) for ring in rings if len(ring) > 3]
    return union_all(outlines)
