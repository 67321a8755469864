"""Street data in a GeoJSON file: OpenStreetMap's tags as properties, or our own plain word for each layer."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from ..domain.problems import Problem
from ..geo import shapes
from .osm.reader import Feature

OWN_WORDS: dict[str, dict[str, str]] = {
    "main": {"highway": "tertiary"}, "street": {"highway": "residential"}, "living": {"highway": "living_street"},
    "service": {"highway": "service"}, "path": {"highway": "footway"}, "cycle": {"highway": "cycleway"},
    "steps": {"highway": "steps"}, "building": {"building": "yes"}, "house": {"building": "house"},
    "water": {"natural": "water", "waterway": "canal"}, "ditch": {"waterway": "ditch"}, "green": {"landuse": "grass"},
    "grass": {"landuse": "grass"}, "park": {"leisure": "park"}, "wood": {"natural": "wood"},
    "garden": {"leisure": "garden"}, "pitch": {"leisure": "pitch"}, "playground": {"leisure": "playground"},
    "square": {"place": "square"}, "parking": {"amenity": "parking"}, "rail": {"railway": "rail"},
    "tram": {"railway": "tram"}, "tree": {"natural": "tree"}, "trees": {"natural": "tree_row"},
}
"""What may stand in a property "layer", for people who draw their own streets -> the tags it stands for."""

TOO_LARGE = "it is larger than 512 MB; cut out the neighbourhood first"
_MOST_BYTES = 512 * 1024 * 1024


def read_features(
    path: Path, box: tuple[float, float, float, float], near: BaseGeometry, tell: Callable[[float], None]
) -> Iterator[Feature]:
    """Every feature whose bounds touch the box (west, south, east, north) and that can be drawn.

    A broken outline is mended, a feature without a shape is passed over.
    Raises Problem: file-unreadable, geojson-damaged, not-street-data; swapped-position or metres-position where no
    feature lies near.
    """
    given = _features(path)
    oddest, found = None, False
    for place, each in enumerate(given):
        if place % 1000 == 0:
            tell(place / len(given))
        try:
            shape = shapes.mended(each.get("geometry") if isinstance(each, dict) else None, near)
        except Problem as problem:
            if problem.code in ("swapped-position", "metres-position"):
                oddest = oddest or problem
            continue
        found = True
        west, south, east, north = shape.bounds
        if west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]:
            yield Feature(f"feature/{each.get('id', place + 1)}", _tags(each), shape)
    if oddest and not found:
        raise oddest


def _features(path: Path) -> list:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Problem("file-unreadable", path=path.name, reason=TOO_LARGE)
        whole = json.loads(path.read_bytes().decode("utf-8-sig").lstrip("\x1e"))
    except OSError as error:
        raise Problem("file-unreadable", path=str(path), reason=(error.strerror or str(error)).lower()) from error
    except UnicodeDecodeError as error:
        raise Problem("geojson-damaged", path=path.name, place=error.start) from error
    except json.JSONDecodeError as error:
        raise Problem("geojson-damaged", path=path.name, place=error.pos) from error
    except RecursionError as error:
        raise Problem("not-street-data", path=path.name) from error
    if isinstance(whole, dict) and whole.get("type") == "Feature":
        return [whole]
    if not isinstance(whole, dict) or not isinstance(whole.get("features"), list):
        raise Problem("not-street-data", path=path.name)
    return whole["features"]


def _tags(feature: dict) -> dict[str, str]:
    """Properties as tags: words only. Some programs put the tags in a property "tags" of their own."""
    properties = feature.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    inner = properties.get("tags")
    if isinstance(inner, dict):
        properties = {**properties, **inner}
    tags = {str(key): _word(value) for key, value in properties.items() if isinstance(value, str | int | float)}
    own = OWN_WORDS.get(tags.get("layer", "").strip().lower())
    if own:
        del tags["layer"]
        tags = {**own, **tags}
    return tags


def _word(value: str | float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
