"""The pack holds what an audience may see of the map, small, near things together; a browser reads the same in it."""

import json
import os
import shutil
import subprocess
from gzip import decompress
from pathlib import Path

import numpy
import pytest

from assetmap.actions import recording
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.domain.state import State
from assetmap.packs.points import MARK, Columns, pack, packed, varints
from assetmap.store import kept, neighbourhoods
from tests.benchmarks.filling import fill, opened
from tests.neighbourhood import DRAFTS, LATER

SCRIPT = Path(__file__).parents[1] / "js" / "map-pack.test.mjs"


def read(body: bytes) -> tuple[int, dict[int, tuple[int, float, float]]]:
    """The sequence, and number -> (what, longitude, latitude) of the plain bytes of a pack."""
    assert body[:4] == MARK
    at = 4

    def whole() -> int:
        nonlocal at
        number = shift = 0
        while True:
            byte = body[at]
            at += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    def steps(count: int) -> list[int]:
        value, values = 0, []
        for _ in range(count):
            folded = whole()
            value += -((folded + 1) // 2) if folded % 2 else folded // 2
            values.append(value)
        return values

    sequence, count = whole(), whole()
    what = list(body[at:at + count])
    at += count
    lons, lats, numbers = steps(count), steps(count), steps(count)
    assert at == len(body)
    return sequence, {
        number: (what[i], lons[i] / 1e6, lats[i] / 1e6) for i, number in enumerate(numbers)}


def shown(tuinwijk, audience: Audience) -> dict[int, tuple[int, float, float]]:
    return read(decompress(pack(tuinwijk.db, audience).body))[1]


def test_a_bench_shown_exactly_stands_where_it_was_recorded(tuinwijk):
    what, lon, lat = shown(tuinwijk, Audience.PUBLIC)[tuinwijk.numbers["bench"]]
    assert (lon, lat) == (4.3622, 51.9985)
    assert what & 7 == 2  # A place,
    assert what >> 3 & 3 == 1  # with room for more,
    assert what >> 5 & 3 == 0  # exactly here,
    assert not what & 128  # as a point.


def test_a_place_shown_by_street_says_so_and_lies_elsewhere(tuinwijk):
    what, lon, lat = shown(tuinwijk, Audience.PUBLIC)[tuinwijk.numbers["drawing"]]
    assert what >> 5 & 3 == 1
    assert (lon, lat) != (4.3560, 51.9930)
    assert abs(lon - 4.3560) < 0.002 and abs(lat - 51.9930) < 0.001


def test_an_area_says_that_it_is_one(tuinwijk):
    what, *_ = shown(tuinwijk, Audience.NEIGHBOURHOOD)[tuinwijk.numbers["garden"]]
    assert what & 128


@pytest.mark.parametrize(("audience", "keys"), [
    (Audience.PUBLIC, {"soup", "bench", "drawing", "arabic"}),
    (Audience.NEIGHBOURHOOD, {"soup", "bench", "drawing", "arabic", "woodwork", "garden"}),
    (Audience.TEAM, {"soup", "bench", "drawing", "arabic", "woodwork", "garden", "keys", "football"}),
])
def test_each_audience_gets_what_it_may_see_and_no_more(tuinwijk, audience, keys):
    assert set(shown(tuinwijk, audience)) == {tuinwijk.numbers[key] for key in keys}


def test_near_things_stand_near_each_other(tmp_path):
    db = opened(fill(tmp_path, 3000))
    points = list(read(decompress(pack(db, Audience.PUBLIC).body))[1].values())
    steps = [abs(a[1] - b[1]) + abs(a[2] - b[2]) for a, b in zip(points, points[1:], strict=False)]
    assert sum(steps) / len(steps) < 0.002
    assert len(pack(db, Audience.PUBLIC).body) < 8 * 3000
    db.close()


def test_a_pack_is_made_once_and_anew_after_each_change(tuinwijk):
    first = pack(tuinwijk.db, Audience.PUBLIC)
    before = neighbourhoods.sequence(tuinwijk.db)
    assert kept.read(tuinwijk.db, "pack/public", before) == (first.etag, first.body)
    assert pack(tuinwijk.db, Audience.PUBLIC) == first
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
        Kind.PLACE, "Ruilkast", "Geef wat je over hebt.", audience=Audience.PUBLIC, state=State.DREAMT_OF,
        geometry={"type": "Point", "coordinates": [4.361, 51.997]}))
    second = pack(tuinwijk.db, Audience.PUBLIC)
    assert second.etag != first.etag
    assert kept.read(tuinwijk.db, "pack/public", before) is None
    assert len(read(decompress(second.body))[1]) == len(read(decompress(first.body))[1]) + 1


def test_whose_words_were_taken_back_is_in_no_pack(tuinwijk):
    for audience in Audience:
        assert tuinwijk.numbers["accordion"] not in shown(tuinwijk, audience)


def test_an_empty_neighbourhood_has_a_pack_of_none(tmp_path):
    db = opened(fill(tmp_path, 0))
    assert read(decompress(pack(db, Audience.PUBLIC).body))[1] == {}
    db.close()


@pytest.mark.parametrize("number", [0, 1, 127, 128, 16_383, 16_384, 2**35, 2**62])
def test_a_whole_number_of_any_size_comes_back(number):
    rest, found, shift = varints(numpy.array([number])), 0, 0
    for byte in rest:
        found |= (byte & 127) << shift
        shift += 7
    assert found == number
    assert rest[-1] < 128 and all(byte > 127 for byte in rest[:-1])


def test_the_browser_reads_what_the_server_packed(tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here; make setup brings one")
    rows = [(9, 130, 4.36, 51.9), (2, 33, 4.360001, 51.899999), (2_000_000_000, 1, -179.999999, -84.5)]
    file = tmp_path / "pack"
    numbers, what, longitudes, latitudes = (numpy.array(column) for column in zip(*rows, strict=True))
    file.write_bytes(packed(77, Columns(numpy.zeros(3, int), numbers, what, longitudes, latitudes)))
    Path(f"{file}.json").write_text(json.dumps([list(row) for row in rows]), "utf-8")
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", str(SCRIPT)], capture_output=True, text=True, timeout=60,
        env=os.environ | {"ASSETMAP_TEST_PACK": str(file), "NODE_NO_WARNINGS": "1"})
    assert done.returncode == 0, done.stdout
    assert "# skipped 0" in done.stdout


def test_the_drafts_of_tuinwijk_are_all_accounted_for(tuinwijk):
    """A new neighbour in tests/neighbourhood.py must be thought about in the lists above."""
    assert set(DRAFTS) == {
        "soup", "bench", "woodwork", "accordion", "drawing", "football", "calls", "garden", "keys", "arabic"}
