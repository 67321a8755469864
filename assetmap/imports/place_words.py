"""Positions as people and programs write them in the cells of a table: pairs, WKT, the traces of form programs."""

import json
import re

import shapely
from shapely.geometry import mapping

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_WKT = re.compile(r"\s*(?:SRID=(\d+);)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b", re.I)
_DEGREES = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*[\"″”])?\s*([NSEWOZ])", re.I)


def number_of(text: object) -> float | None:
    """The number in a cell: "4.36", "4,36", "84.512,7", "84 512.7", " 4.36° "; None where it is none."""
    if isinstance(text, bool) or text is None:
        return None
    if isinstance(text, int | float):
        return float(text)
    plain = re.sub(r"[\s'’\u00a0\u202f°]", "", str(text))
    if "," in plain and "." in plain:
        # The one that comes last is the decimal mark.
        thousands, decimal = (".", ",") if plain.rindex(",") > plain.rindex(".") else (",", ".")
        plain = plain.replace(thousands, "").replace(decimal, ".")
    elif plain.count(",") == 1:
        plain = plain.replace(",", ".")
    try:
        return float(plain) if re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", plain) else None
    except ValueError:
        return None


def point_of(longitude: object, latitude: object) -> dict | None:
    """A point from two cells. None where both are empty; text that is no number stays in, to be told about."""
    if _empty(longitude) and _empty(latitude):
        return None
    x, y = number_of(longitude), number_of(latitude)
    return {"type": "Point", "coordinates": [longitude if x is None else x, latitude if y is None else y]}


def shape_in(text: str) -> tuple[dict | None, str]:
    """A shape from one cell, and the coordinate system that is written with it ("EPSG:28992") or "".

    Understands WKT and EWKT, GeoJSON, "52.0012, 4.3567" (latitude first, as maps on the internet write it),
    "52,0012; 4,3567", 52°00'04"N 4°21'24"E, and what KoboToolbox and ODK write: "52.0012 4.3567 0 5" (latitude,
    longitude, height, precision), with ";" between the points of a line or an area. (None, "") where it is none.
    """
    text = text.strip()
    if not text:
        return None, ""
    match = _WKT.match(text)
    if match:
        return _from_wkt(text[match.start(2):]), f"EPSG:{match[1]}" if match[1] else ""
    if text.startswith("{"):
        return _from_json(text), ""
    signs = _DEGREES.findall(text)
    if len(signs) == 2:
        return _from_signs(signs), ""
    return _from_numbers(text.strip("[]() ")), ""


def _from_wkt(text: str) -> dict | None:
    try:
        shape = shapely.from_wkt(text)
    except (shapely.errors.ShapelyError, ValueError):
        return None
    if shape is None or shape.is_empty:
        return None
    return json.loads(json.dumps(mapping(shapely.force_2d(shape))))


def _from_json(text: str) -> dict | None:
    try:
        shape = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return shape if isinstance(shape, dict) and isinstance(shape.get("type"), str) else None


def _from_signs(signs: list[tuple[str, str, str, str]]) -> dict | None:
    """Degrees, minutes and seconds with the letters of the wind (O and Z are east and south in Dutch)."""
    found = {}
    for degrees, minutes, seconds, wind in signs:
        minute, second = (float((part or "0").replace(",", ".")) for part in (minutes, seconds))
        value = float(degrees) + minute / 60 + second / 3600
        wind = {"O": "E", "Z": "S"}.get(wind.upper(), wind.upper())
        found["y" if wind in "NS" else "x"] = -value if wind in "SW" else value
    return {"type": "Point", "coordinates": [found["x"], found["y"]]} if len(found) == 2 else None


def _from_numbers(text: str) -> dict | None:
    """Pairs of numbers, latitude first."""
    if re.fullmatch(r"[-+]?\d+,\d+\s*[;,|/\s]\s*[-+]?\d+,\d+", text):
        pair = [float(number.replace(",", ".")) for number in _NUMBER.findall(text)]
        return {"type": "Point", "coordinates": pair[::-1]}
    points = []
    for part in text.strip("; ").split(";") if text.count(";") > 1 or " " in text.split(";")[0].strip() else [text]:
        numbers = part.replace(",", " ").replace(";", " ").replace("|", " ").split()
        if not 2 <= len(numbers) <= 4 or not all(_NUMBER.fullmatch(number) for number in numbers):
            return None
        points.append([float(numbers[1]), float(numbers[0])])
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    if len(points) > 3 and points[0] == points[-1]:
        return {"type": "Polygon", "coordinates": [points]}
    return {"type": "LineString", "coordinates": points}


def _empty(cell: object) -> bool:
    return cell is None or not str(cell).strip()
