"""An asset's origins, as they stand in its source."""

import pytest

from assetmap.domain.source import sources_of


@pytest.mark.parametrize(("source", "origins"), [
    ("", ()),
    ("osm:way/1", ("osm:way/1",)),
    ("osm:way/1 osm:node/2 osm:way/1", ("osm:way/1", "osm:node/2")),
    ("csv:my file.csv#12", ("csv:my file.csv#12",)),
    ("osm:way/1 said my neighbour", ("osm:way/1 said my neighbour",)),
])
def test_things_of_openstreetmap_that_were_taken_together_are_told_apart(source, origins):
    assert sources_of(source) == origins
