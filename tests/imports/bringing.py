"""What the tests of imports share: files to bring, and a neighbourhood to bring them to."""

import json
from pathlib import Path

from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from assetmap import imports
from assetmap.imports import Incoming, Options

DATA = Path(__file__).parent.parent / "data"
HERE = box(4.350, 51.990, 4.370, 52.004)
"""A neighbourhood of about 1.4 by 1.6 km in Delft."""


def bring(
    path: Path, boundary: BaseGeometry | None = HERE, language: str = "nl", **options: object
) -> Incoming:
    """What a file brings to the neighbourhood."""
    return imports.read(path, boundary=boundary, language=language, options=Options(**options))


def file_with(folder: Path, name: str, content: str | bytes | object) -> Path:
    """A file with this content: bytes as they are, text in UTF-8, anything else as JSON."""
    path = folder / name
    if not isinstance(content, str | bytes):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def feature(geometry: dict | None, **properties: object) -> dict:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: dict, **more: object) -> dict:
    return {"type": "FeatureCollection", **more, "features": list(features)}


def point(longitude: float = 4.36, latitude: float = 51.996) -> dict:
    return {"type": "Point", "coordinates": [longitude, latitude]}


def codes(incoming: Incoming) -> set[str]:
    """The codes of everything that was found."""
    return {finding.problem.code for finding in incoming.findings}


def aan_de_schie() -> BaseGeometry:
    return shape(json.loads((DATA / "delft" / "boundary.geojson").read_text("utf-8"))["geometry"])
