"""Where imported data came from: one thing on the map can stand for several in the data it was made of."""

import re

_OSM = re.compile(r"osm:(?:node|way|relation)/\d+")


def sources_of(source: str) -> tuple[str, ...]:
    """The origins in the source of an asset: "osm:way/1 osm:node/2" has two, "csv:my file.csv#12" is one, "" none."""
    parts = tuple(dict.fromkeys(source.split()))
    if len(parts) > 1 and all(_OSM.fullmatch(part) for part in parts):
        return parts
    return (source,) if source else ()
