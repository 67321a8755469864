"""The page where stewards move the notes of a poster; without script a list with pins to take out."""

import re

import pytest

from assetmap.actions import placing_notes
from assetmap.store import note_places
from tests.neighbourhood import NOW, Tuinwijk
from tests.web.test_inventory_page import wait

CHOICES = {"paper": "a3", "orientation": "landscape", "style": "black-only", "photos": "none", "audience": "team"}


@pytest.fixture
def sheet(signed_in, tuinwijk: Tuinwijk):
    """The steward's client, after the sheet was laid out."""
    mila = signed_in("Mila")
    placing_notes.pin(tuinwijk.db, tuinwijk.members["Mila"], NOW, "a3-landscape", tuinwijk.numbers["soup"], 200, 90)
    assert mila.post("/tuinwijk/poster", data=CHOICES).status_code == 303
    page = mila.get("/tuinwijk/poster", query_string=CHOICES).text
    if found := re.search(r'data-progress="([^"]+)/progress"', page):
        assert wait(mila, found[1])["state"] == "ready"
    return mila


def test_only_stewards_come_here(client, signed_in, tuinwijk: Tuinwijk) -> None:
    for visitor in (client, signed_in("Bas"), signed_in("De Welzijnshoek")):
        assert visitor.get("/tuinwijk/poster").status_code in (401, 403)
        assert visitor.post("/tuinwijk/poster", data=CHOICES).status_code in (401, 403)
        answer = visitor.post(f"/tuinwijk/poster/notes/{tuinwijk.numbers['soup']}",
                              data={"sheet": "a3-landscape", "do": "pin", "x": "50", "y": "50"})
        assert answer.status_code in (401, 403)
    assert note_places.read_all(tuinwijk.db) == {}


def test_a_sheet_is_laid_out_with_its_notes_and_pins_and_taken_out_again(sheet, client, tuinwijk: Tuinwijk) -> None:
    page = sheet.get("/tuinwijk/poster", query_string=CHOICES).text
    soup = tuinwijk.numbers["soup"]
    note = re.search(rf'<g class="note" id="note-{soup}"[^>]*>', page)[0]
    assert 'data-x="200.0"' in note and 'aria-pressed="true"' in note and "Soep op vrijdag" in note
    assert "style=" not in page.split("<main")[1].split("</main>")[0]
    ground = re.search(r'src="([^"]+/ground)"', page)[1]
    with sheet.get(ground) as drawing:
        assert drawing.text.startswith("<svg")
    assert client.get(ground).status_code in (401, 403)
    # Without script: a button beside each pin.
    answer = sheet.post(f"/tuinwijk/poster/notes/{soup}", data={"sheet": "a3-landscape", "do": "loosen", "page": "1"})
    assert answer.status_code == 303
    assert not any(place.pinned for place in note_places.read_all(tuinwijk.db).get("a3-landscape", ()))
    # No edition left the house.
    assert tuinwijk.db.execute("SELECT count(*) FROM editions").fetchone() == (0,)


def test_a_note_is_pinned_and_told_where_it_lay(signed_in, tuinwijk: Tuinwijk) -> None:
    mila, address = signed_in("Mila"), f"/tuinwijk/poster/notes/{tuinwijk.numbers['soup']}"
    first = mila.post(address, data={"sheet": "a2-portrait", "do": "pin", "x": "40.5", "y": "60"}).json
    second = mila.post(address, data={"sheet": "a2-portrait", "do": "pin", "x": "41", "y": "60"}).json
    assert first == {"before": None} and second == {"before": {"x": 40.5, "y": 60.0, "pinned": True}}


@pytest.mark.parametrize("form", [
    {"sheet": "a9-landscape", "x": "1", "y": "1"}, {"sheet": "a2-sideways", "x": "1", "y": "1"},
    {"sheet": "a2-portrait", "x": "here", "y": "1"}, {"sheet": "a2-portrait"},
    {"sheet": "a2-portrait", "x": "nan", "y": "1"}])
def test_what_is_no_place_is_refused(signed_in, tuinwijk: Tuinwijk, form: dict) -> None:
    answer = signed_in("Mila").post(f"/tuinwijk/poster/notes/{tuinwijk.numbers['soup']}", data=form | {"do": "pin"})
    assert answer.status_code == 422 and note_places.read_all(tuinwijk.db) == {}


def test_another_neighbourhoods_choices_and_unknown_ones_are_refused(signed_in) -> None:
    mila = signed_in("Mila")
    assert mila.get("/tuinwijk/poster?paper=a9").status_code == 422
    assert mila.get("/tuinwijk/poster?audience=everybody").status_code == 422
    assert mila.get("/tuinwijk/poster/0123456789abcdef/ground").status_code == 404
