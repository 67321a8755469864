"""One row of a table or one feature of a file, before anybody knows what its columns mean."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Record:
    """`values` by heading, in the order of the file: text, numbers, lists, whatever stood there.

    `row` is as in Finding. `geometry` is GeoJSON-like or None, in the coordinate system `crs` ("EPSG:…"; "" for
    degrees or unknown). `id` is the feature's own id where the format has one.
    """

    row: int
    values: dict[str, object]
    geometry: dict | None = None
    crs: str = ""
    id: object = field(default=None)
