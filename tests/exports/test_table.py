"""CSV for a spreadsheet that runs nothing, and CSV that comes back whole."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as some

from assetmap.domain.kind import Kind
from assetmap.exports.record import FIELDS
from assetmap.exports.table import FORMULA_STARTS, guarded

from . import sample
from .conftest import make

PAYLOADS = Path(__file__).parent.parent / "data" / "csv" / "injection" / "csv-payload.txt"
HOSTILE = ("a;b", "a,b", 'zei "ja"', "twee\nregels", "twee\r\nregels", "=1+1", "'=1", "\0", " vooraf", "é😀ש", "")


def rows(path: Path, delimiter: str) -> list[dict]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_a_dutch_spreadsheet_opens_it_with_accents_semicolons_and_decimal_commas(street, tmp_path):
    path = make(street, "csv", tmp_path / "x.csv").path
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    first = rows(path, ";")[0]
    assert first["Naam"] == "Fatma kookt voor dertig" and first["Soort"] == "Gave"
    assert float(first["Breedtegraad"].replace(",", ".")) == pytest.approx(street.items[0].point[1], abs=1e-6)
    assert first["Mensen"] == "Fatma (heeft deze gave)" or "Fatma" in first["Mensen"]


def test_an_english_one_has_commas_points_and_english_words(street, tmp_path):
    first = rows(make(street, "csv", tmp_path / "x.csv", language="en").path, ",")[0]
    assert first["Kind"] == "Gift" and "." in first["Latitude"] and first["Invented for the demo"] == "yes"


@pytest.mark.parametrize(
    "payload",
    [
        *PAYLOADS.read_text("utf-8").splitlines(),
        *(start + "1+1" for start in FORMULA_STARTS),
        " =1",
        "\u00a0@x",
        "\ufeff=1",
    ],
)
def test_no_cell_begins_as_a_formula(payload, street, tmp_path):
    asset = sample.item(
        1,
        Kind.STORY,
        payload,
        payload,
        None,
        story=payload,
        description=payload,
        street=payload,
        people=((payload, "tells"),),
        tags=(payload,),
        source=payload,
        attribution=payload,
    )
    with make(replace(street, items=(asset,), ties=()), "csv", tmp_path / "x.csv").path.open(
        encoding="utf-8-sig", newline=""
    ) as file:
        for row in csv.reader(file, delimiter=";"):
            assert not any(cell.lstrip(" \u00a0\ufeff\u200b").startswith(FORMULA_STARTS) for cell in row)


@given(some.text())
def test_a_guard_only_ever_puts_one_apostrophe_before(text):
    assert guarded(text) in (text.replace("\0", "␀"), "'" + text.replace("\0", "␀"))


def test_the_exchange_dialect_gives_back_every_field_of_every_asset(street, tmp_path):
    read = rows(make(street, "csv", tmp_path / "x.csv", options={"dialect": "exchange"}).path, ",")
    assert tuple(read[0])[: len(FIELDS)] == FIELDS
    for row, item in zip(read, street.items, strict=True):
        assert row["id"] == item.id and row["title"] == item.title and row["story"] == item.story
        assert tuple(json.loads(row["tags"] or "[]")) == item.tags
        assert [tuple(one.values()) for one in json.loads(row["people"] or "[]")] == list(item.people)
        if item.point:
            assert (float(row["longitude"]), float(row["latitude"])) == item.point
            assert shapely.equals(shapely.from_wkt(row["geometry"]), item.shape)
        else:
            assert row["geometry"] == row["longitude"] == ""


def test_every_row_says_for_whom_it_was_made_and_that_it_is_an_example(street, tmp_path):
    for row in rows(make(street, "csv", tmp_path / "x.csv", options={"dialect": "exchange"}).path, ","):
        assert (row["made_for"], row["notice"]) == ("public", street.notice)
    for row in rows(make(street, "csv", tmp_path / "x.csv").path, ";"):
        assert row["Gemaakt voor deze kring"] == "Iedereen"
        assert row["Goed om te weten over dit bestand"] == street.notice


@pytest.mark.parametrize("text", HOSTILE)
def test_the_exchange_dialect_guards_nothing_and_changes_nothing(text, street, tmp_path):
    asset = sample.item(1, Kind.STORY, text, text, None, story=text)
    read = rows(
        make(replace(street, items=(asset,), ties=()), "csv", tmp_path / "x.csv", options={"dialect": "exchange"}).path,
        ",",
    )
    assert (read[0]["title"], read[0]["story"]) == (text, text)
