"""Everything that an import brings can be recorded, in one go and once."""

import json
from pathlib import Path

import pytest

from assetmap.actions import taking_in
from assetmap.domain.role import COMMAND
from assetmap.store import assets
from tests.neighbourhood import BOUNDARY, LATER, NOW, Tuinwijk

from .bringing import DATA, bring, collection, feature, file_with, point
from .test_round_trip import HOSTILE


@pytest.mark.parametrize("path", [
    DATA / "delft" / "aan-de-schie-places.osm.pbf", DATA / "csv" / "cambridge" / "points-of-interest.csv",
    DATA / "csv" / "kobo" / "kobotoolbox_submissions.csv", *sorted((DATA / "csv" / "terrastories").glob("*.csv")),
    DATA / "csv" / "injection" / "csv-payload.txt"], ids=lambda path: path.name)
def test_a_real_file_is_recorded_whole_and_a_second_time_not_at_all(tuinwijk: Tuinwijk, path: Path) -> None:
    incoming = bring(path, BOUNDARY, keep_far=True)
    before = assets.count(tuinwijk.db)
    taken = taking_in.take_in(tuinwijk.db, COMMAND, NOW, incoming.drafts)
    assert (taken.refused, len(taken.added)) == ((), len(incoming.drafts))
    again = taking_in.take_in(tuinwijk.db, COMMAND, LATER, bring(path, BOUNDARY, keep_far=True).drafts)
    assert (len(again.added), assets.count(tuinwijk.db)) == (0, before + len(incoming.drafts))


def test_hostile_words_in_every_field_are_recorded_as_they_are(tuinwijk: Tuinwijk, tmp_path: Path) -> None:
    headings = ("naam", "waarom", "beschrijving", "verhaal", "straat", "soort", "etiketten", "taal", "staat",
                "openingstijden", "id", "bron", "iets anders", "name:en")
    features = [feature(point(4.36 + number / 1e5), **{heading: text for heading in headings})
                for number, text in enumerate(HOSTILE)]
    incoming = bring(file_with(tmp_path, "buurt.geojson", collection(*features)), BOUNDARY)
    taken = taking_in.take_in(tuinwijk.db, COMMAND, NOW, incoming.drafts)
    assert (taken.refused, len(taken.added)) == ((), len(HOSTILE))
    titles = {assets.read(tuinwijk.db, number).title for number in taken.added}
    assert {"=cmd|' /C calc'!A0", "Robert'); DROP TABLE assets;--", "مرحبا 👩‍👩‍👧 שלום"} <= titles


def test_every_naughty_string_is_recorded(tuinwijk: Tuinwijk, tmp_path: Path) -> None:
    strings = json.loads((DATA / "text" / "blns.json").read_text("utf-8"))
    features = [feature(point(4.36 + number / 1e6), naam=text, waarom=text, verhaal=text)
                for number, text in enumerate(strings)]
    incoming = bring(file_with(tmp_path, "buurt.geojson", collection(*features)), BOUNDARY)
    taken = taking_in.take_in(tuinwijk.db, COMMAND, NOW, incoming.drafts)
    assert taken.refused == ()
    assert len(taken.added) == len(incoming.drafts) > 400
