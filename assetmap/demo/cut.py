"""Cuts the demo's street data out of a larger OpenStreetMap extract: less around it, nobody's telephone number in it.

Run once, by hand, whenever newer street data is wanted: `python -m assetmap.demo.cut EXTRACT BOUNDARY RESULT`.
"""

import math
import sys
from pathlib import Path

import osmium
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

MARGIN = 400.0
"""Metres of surroundings that stay around the boundary."""

_CONTACT = ("phone", "email", "fax", "mobile", "contact", "website", "url", "facebook", "instagram", "twitter")
_UPKEEP = (
    "source", "check_date", "survey", "note", "fixme", "ref:bag", "lastcheck", "mapillary", "image", "wikipedia",
    "created_by")


def keeps(tag: str) -> bool:
    """Whether a tag stays: not how to reach people, and not what only mappers need."""
    parts = tag.split(":")
    return not any(part in _CONTACT for part in parts) and not tag.startswith(_UPKEEP)


def cut(extract: Path, boundary: BaseGeometry, result: Path, margin: float = MARGIN) -> None:
    """Write what of `extract` lies within `margin` metres of `boundary` (degrees), ways and areas whole.

    Bare addresses, contact tags and the names of mappers stay behind. Overwrites `result`.
    """
    near = _widened(boundary, margin)
    shapely.prepare(near)
    nodes, ways, relations = _wanted(extract, near)
    header = osmium.io.Header()
    header.set("generator", "assetmap.demo.cut")
    target = osmium.io.File(str(result), "pbf,add_metadata=false")
    with osmium.SimpleWriter(target, header=header, overwrite=True) as writer:
        for thing in osmium.FileProcessor(str(extract)):
            chosen = nodes if thing.is_node() else ways if thing.is_way() else relations
            if thing.id in chosen:
                writer.add(thing.replace(tags={tag.k: tag.v for tag in thing.tags if keeps(tag.k)}))


def _widened(boundary: BaseGeometry, metres: float) -> BaseGeometry:
    """The boundary with a margin; degrees of longitude are shorter here, so it is stretched, widened and let go."""
    shrink = math.cos(math.radians(boundary.centroid.y))
    flat = shapely.transform(boundary, lambda xy: xy * [shrink, 1.0])
    return shapely.transform(flat.buffer(metres / 111_320), lambda xy: xy / [shrink, 1.0])


def _wanted(extract: Path, near: BaseGeometry) -> tuple[set[int], set[int], set[int]]:
    """The numbers of the nodes, ways and relations that stay."""
    inside: set[int] = set()
    nodes: set[int] = set()
    members: dict[int, list[int]] = {}
    ways: set[int] = set()
    relations: set[int] = set()
    for thing in osmium.FileProcessor(str(extract)):
        if thing.is_node():
            if near.contains(shapely.Point(thing.location.lon, thing.location.lat)):
                inside.add(thing.id)
                if any(keeps(tag.k) and not tag.k.startswith("addr:") for tag in thing.tags):
                    nodes.add(thing.id)
        elif thing.is_way():
            members[thing.id] = [node.ref for node in thing.nodes]
            if not inside.isdisjoint(members[thing.id]):
                ways.add(thing.id)
        elif thing.tags.get("type") == "multipolygon":
            parts = {member.ref for member in thing.members if member.type == "w"}
            # An area of which a piece is missing can't be drawn.
            if parts <= members.keys() and not parts.isdisjoint(ways):
                relations.add(thing.id)
                ways |= parts
    for way in ways:
        nodes.update(members[way])
    return nodes, ways, relations


if __name__ == "__main__":
    import json

    source, outline, target = (Path(word) for word in sys.argv[1:4])
    cut(source, shape(json.loads(outline.read_text(encoding="utf-8"))["features"][0]["geometry"]), target)
