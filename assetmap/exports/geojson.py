"""GeoJSON (RFC 7946): every field of every asset, positions as this audience sees them, ours to read back whole.

A FeatureCollection. Each feature's `id` is the asset's UUID, its `geometry` the place as shown (null where there is
none) and its `properties` the record of record.py. The foreign member `assetmap` holds what is true of the whole:
{version, slug, name, language, audience, purpose, mandate, notice, sayings, attribution, sequence, made, edition,
rounds}. `sayings` are purpose, mandate and notice in other languages: [{language, purpose, mandate, notice}].
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import shapely

from ..inventory import Inventory, Item
from .form import Contents, Format, Order
from .record import record_of, ties_by_first

VERSION = 1
AT_ONCE = 2_000
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(order: Order, file: Path) -> Contents:
    """Fill `file`. Photos and sound are named by their hash, they are not inside."""
    inventory = order.inventory
    with file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
        out.write('{"type":"FeatureCollection","assetmap":' + _encode(_about(inventory)) + ',"features":[')
        for done, lines in _features(inventory):
            out.write(lines)
            order.progress(done, order.words("Writing the assets"))
        out.write("\n]}\n")
    return Contents(numbers=tuple(item.number for item in inventory.items))


FORMAT = Format("geojson", "GeoJSON, for maps and for bringing it back", ".geojson", "application/geo+json", write)


def _about(inventory: Inventory) -> dict[str, object]:
    return {
        "version": VERSION,
        "slug": inventory.slug,
        "name": inventory.name,
        "language": inventory.language,
        "audience": str(inventory.audience),
        "purpose": inventory.purpose,
        "mandate": inventory.mandate,
        "notice": inventory.notice,
        "sayings": [asdict(each) for each in inventory.sayings],
        "attribution": inventory.attribution,
        "sequence": inventory.sequence,
        "made": inventory.made,
        "edition": inventory.edition,
        "rounds": [
            {
                "number": round.number,
                "title": round.title,
                "purpose": round.purpose,
                "starts": round.starts,
                "ends": round.ends,
            }
            for round in inventory.rounds
        ],
    }


def _features(inventory: Inventory) -> Iterator[tuple[float, str]]:
    """(fraction done, text of the next features), commas included."""
    ids = {item.number: item.id for item in inventory.items}
    ties = ties_by_first(inventory)
    total = len(inventory.items)
    for start in range(0, total, AT_ONCE):
        items = inventory.items[start : start + AT_ONCE]
        lines = (
            f'{{"type":"Feature","id":{_encode(item.id)},"geometry":{geometry},'
            f'"properties":{_encode(record_of(item, ties.get(item.number, []), ids))}}}'
            for item, geometry in zip(items, _geometries(items), strict=True)
        )
        yield (start + len(items)) / total, ("\n" if start == 0 else ",\n") + ",\n".join(lines)


def _geometries(items: tuple[Item, ...]) -> list[str]:
    """GeoJSON text per item, outer rings anticlockwise as the standard asks."""
    shapes = shapely.orient_polygons([item.shape for item in items])
    return [text or "null" for text in shapely.to_geojson(shapes)]
