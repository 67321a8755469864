"""Any GeoJSON: our own comes back word for word, somebody else's is read by the names of its properties."""

import json
import re
from dataclasses import replace
from pathlib import Path

import shapely
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from ..domain.audience import Audience
from ..domain.problems import Problem
from ..domain.round import Round
from ..i18n import words
from .drafting import Setting, drafted
from .incoming import Finding, Incoming, Options, Progress, Severity
from .osm import openstreetmap
from .osm.reader import Feature
from .own_record import own_drafts
from .positions import known_system
from .record import Record
from .text_file import decoded, read_bytes

OWN_VERSION = 1
"""The newest form of our own files that is understood here."""

SHAPES = frozenset({
    "point", "multipoint", "linestring", "multilinestring", "polygon", "multipolygon", "geometrycollection"})


def read(
    path: Path, *, boundary: BaseGeometry | None, language: str, progress: Progress, options: Options
) -> Incoming:
    """The features of a FeatureCollection, a Feature, a bare geometry, a list of features, or one feature a line.

    Raises Problem: file-…, import-too-large, import-bad-json, import-cut-off, import-nested, import-not-geojson,
    import-newer, import-unknown-crs.
    """
    progress(0.0, words(language).gettext("Opening the file"))
    text, findings = decoded(read_bytes(path), path.name, options.encoding)
    document = _parsed(text, path.name)
    features = _features(document, path.name)
    whole = document if isinstance(document, dict) else {}
    records, unread = _records(features, _system(whole, options))
    said = whole.get("attribution") or whole.get("license") or whole.get("copyright") or ""
    attribution = said if isinstance(said, str) else ""
    setting = Setting("geojson", path.name, boundary, language, options, progress, attribution)
    ours = whole.get("assetmap")
    if isinstance(ours, dict) and ours.get("version"):
        incoming = _own(records, ours, setting)
    elif _from_openstreetmap(records):
        incoming = openstreetmap.taken_in(_as_features(records), boundary, language, progress)
    else:
        incoming = drafted(records, setting)
    return replace(
        incoming, findings=(*findings, *unread, *incoming.findings), seen=len(features),
        skipped=len(features) - len(incoming.drafts), form="geojson")


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise Problem("import-nested", path=name) from None
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and (lines := _line_by_line(text)):
            return lines
        whole = text.rstrip()
        if error.pos >= len(whole) or not whole.endswith(("}", "]")):
            raise Problem("import-cut-off", path=name, line=text.count("\n") + 1) from None
        raise Problem("import-bad-json", path=name, line=error.lineno, column=error.colno) from None
    except ValueError:  # A number with thousands of digits.
        raise Problem("import-bad-json", path=name, line=1, column=1) from None


def _line_by_line(text: str) -> list | None:
    """One JSON value a line (GeoJSON text sequences), None where that is not what it is."""
    try:
        return [json.loads(line) for line in text.replace("\x1e", "").splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None


def _features(document: object, name: str) -> list[object]:
    """Every feature, whatever it is wrapped in."""
    if isinstance(document, list):
        return [feature for each in document for feature in _features(each, name)]
    kind = str(document.get("type")).lower() if isinstance(document, dict) else ""
    if kind == "featurecollection" and isinstance(document.get("features"), list):
        return document["features"]
    if kind == "feature":
        return [document]
    if kind in SHAPES:
        return [{"type": "Feature", "properties": {}, "geometry": document}]
    raise Problem("import-not-geojson", path=name)


def _records(features: list[object], crs: str) -> tuple[list[Record], list[Finding]]:
    records, findings = [], []
    for row, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not ({"geometry", "properties"} & feature.keys()):
            findings.append(Finding(Severity.LEFT_OUT, Problem("import-no-feature"), row))
            continue
        values = feature.get("properties")
        if values is not None and not isinstance(values, dict):
            findings.append(Finding(Severity.DOUBT, Problem("import-no-properties"), row))
        values = values if isinstance(values, dict) else {}
        records.append(Record(row, values, feature.get("geometry"), crs, feature.get("id")))
    return records, findings


def _system(whole: dict, options: Options) -> str:
    """The coordinate system: the one asked for, else the old "crs" member, else degrees."""
    if options.crs:
        return known_system(options.crs)
    crs = whole.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") or properties.get("code") if isinstance(properties, dict) else None
    return known_system(str(name)) if name else ""


def _own(records: list[Record], ours: dict, setting: Setting) -> Incoming:
    if not isinstance(ours["version"], int) or ours["version"] > OWN_VERSION:
        raise Problem("import-newer", path=setting.name)
    audience = Audience(ours["audience"]) if ours.get("audience") in set(Audience) else None
    incoming = own_drafts(records, setting, audience)
    listed = ours.get("rounds") if isinstance(ours.get("rounds"), list) else []
    rounds = tuple(
        Round(each["number"], *(str(each.get(name) or "") for name in ("title", "purpose", "starts", "ends")))
        for each in listed if isinstance(each, dict) and isinstance(each.get("number"), int))
    return replace(incoming, attribution=str(ours.get("attribution") or ""), rounds=rounds)


def _from_openstreetmap(records: list[Record]) -> bool:
    """Whether these are OpenStreetMap's own things with their own tags, as Overpass and osmium export them."""
    ids = [_osm_id(record) for record in records[:200]]
    return bool(ids) and sum(map(bool, ids)) > len(ids) * 0.9


def _osm_id(record: Record) -> str:
    for said in (record.values.get("@id"), record.id):
        if isinstance(said, str) and re.fullmatch(r"(?:node|way|relation)/\d+", said):
            return said
    return ""


def _as_features(records: list[Record]) -> list[Feature]:
    features = []
    for record in records:
        try:
            shape = shapely.make_valid(shapely.force_2d(shape_of(record.geometry)))
        except (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError):
            continue
        tags = {key: value for key, value in record.values.items() if isinstance(value, str)}
        features.append(Feature(_osm_id(record), tags, shape))
    return features
