"""What the map asks of the server: compact, kept by the browser while nothing changes, for one audience at a time."""

import gzip
import json
import os
import time

import pytest

from assetmap.actions import connecting, recording
from assetmap.api import drawing_later
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.drawing.base_drawing import state
from assetmap.drawing.base_file import keep_base
from assetmap.drawing.begun import MARK
from assetmap.drawing.street_data import StreetData
from tests.neighbourhood import BOUNDARY, LATER, SLUG, translate

API = f"/api/{SLUG}"
READY = ("pack", "words", "shapes", "connections")


@pytest.mark.parametrize("name", READY)
def test_an_answer_that_did_not_change_is_not_sent_again(client, name):
    first = client.get(f"{API}/{name}", headers={"Accept-Encoding": "gzip"})
    assert first.status_code == 200
    assert first.headers["Content-Encoding"] == "gzip"
    assert {"Accept-Encoding", "Cookie"} <= set(first.vary)
    again = client.get(f"{API}/{name}", headers={
        "Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("name", READY)
def test_who_reads_no_gzip_gets_it_plain(client, name):
    zipped = client.get(f"{API}/{name}", headers={"Accept-Encoding": "gzip"})
    plain = client.get(f"{API}/{name}", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(zipped.data) == plain.data
    assert plain.headers["ETag"] != zipped.headers["ETag"]
    same = client.get(f"{API}/{name}", headers={"If-None-Match": plain.headers["ETag"]})
    assert same.status_code == 304


def test_after_a_change_the_answer_is_sent_again(client, tuinwijk):
    before = client.get(f"{API}/pack").headers["ETag"]
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
        Kind.PLACE, "Ruilkast", "Geef wat je over hebt.", audience=Audience.PUBLIC,
        geometry={"type": "Point", "coordinates": [4.361, 51.997]}))
    after = client.get(f"{API}/pack", headers={"If-None-Match": before})
    assert after.status_code == 200


def test_a_visitor_and_a_builder_get_different_packs(client, signed_in):
    public = client.get(f"{API}/pack")
    team = signed_in("Bas").get(f"{API}/pack")
    assert public.headers["ETag"] != team.headers["ETag"]
    as_public = signed_in("Bas").get(f"{API}/pack?audience=public")
    assert as_public.data == public.data


def test_a_visitor_can_not_ask_for_the_eyes_of_the_team(client):
    assert client.get(f"{API}/pack?audience=team").data == client.get(f"{API}/pack").data


def test_connections_are_told_where_both_ends_may_be_seen(client, signed_in, tuinwijk):
    n = tuinwijk.numbers
    assert client.get(f"{API}/connections").json["connections"] == [[n["soup"], "meets_at", n["bench"], "2019"]]
    guest = signed_in("De Welzijnshoek").get(f"{API}/connections").json["connections"]
    assert [n["woodwork"], "made", n["bench"], "2021-05"] in guest


def test_shapes_are_geojson_and_say_what_hides_a_place(client, tuinwijk):
    answer = client.get(f"{API}/shapes")
    assert answer.mimetype == "application/geo+json"
    (drawing,) = answer.json["features"]
    assert drawing["properties"] == {
        "number": tuinwijk.numbers["drawing"], "kind": "skill", "state": "in_use", "precision": "street",
        "masked": True}


def test_search_finds_without_accents_and_within_choices(client, tuinwijk):
    n = tuinwijk.numbers
    assert client.get(f"{API}/search?q=soep").json == {"numbers": [n["soup"]], "total": 1}
    assert client.get(f"{API}/search?q=bankje&kind=skill").json["numbers"] == []
    assert client.get(f"{API}/search?q=مفتوح").json["numbers"] == [n["arabic"]]
    assert client.get(f"{API}/search?q=Joop").json["numbers"] == []


def test_a_view_that_is_none_is_told_in_a_sentence(client):
    answer = client.get(f"{API}/assets?bbox=hier")
    assert answer.status_code == 422
    assert answer.json["problems"][0]["code"] == "bad-view"
    assert "hier" in answer.json["problems"][0]["sentence"]


def test_a_view_gives_assets_in_the_box(client, tuinwijk):
    answer = client.get(f"{API}/assets?bbox=4.36,51.997,4.3602,51.9972&zoom=18").json
    assert [point[0] for point in answer["points"]] == [tuinwijk.numbers["soup"]]


def test_words_for_some_numbers_are_words_for_those_alone(client, tuinwijk):
    n = tuinwijk.numbers
    answer = client.get(f"{API}/words?numbers={n['soup']},{n['keys']},x,999999999999999999999,").json
    assert [row[:2] for row in answer["assets"]] == [[n["soup"], "Soep op vrijdag"]]


def test_names_on_the_map_are_in_the_visitors_language_and_can_be_searched_in_both(client, tuinwijk):
    translate(tuinwijk, "soup", "en", "A pot of soup")
    number = tuinwijk.numbers["soup"]
    for address in (f"{API}/words", f"{API}/words?numbers={number}"):
        told = client.get(address, headers={"Accept-Language": "en"}).json
        row = next(row for row in told["assets"] if row[0] == number)
        assert (row[1], told["languages"][row[6]], row[7]) == ("A pot of soup", "en", "Soep op vrijdag")
        told = client.get(address, headers={"Accept-Language": "nl"}).json
        row = next(row for row in told["assets"] if row[0] == number)
        assert (row[1], told["languages"][row[6]], row[7:]) == ("Soep op vrijdag", "nl", [])


def test_a_name_that_is_the_same_in_both_languages_stays_in_its_own(client, tuinwijk):
    translate(tuinwijk, "bench", "en", "Praatbankje", "Everyone sits down here.")
    told = client.get(f"{API}/words", headers={"Accept-Language": "en"}).json
    row = next(row for row in told["assets"] if row[0] == tuinwijk.numbers["bench"])
    assert (row[1], told["languages"][row[6]], row[7:]) == ("Praatbankje", "nl", [])


def test_the_other_end_of_a_connection_is_named_in_the_visitors_language(client, tuinwijk):
    translate(tuinwijk, "bench", "en", "The talking bench")
    address = f"{API}/assets/{tuinwijk.numbers['soup']}"
    (tie,) = client.get(address, headers={"Accept-Language": "en"}).json["connections"]
    assert (tie["title"], tie["language"]) == ("The talking bench", "en")
    (tie,) = client.get(address, headers={"Accept-Language": "nl"}).json["connections"]
    assert (tie["title"], tie["language"]) == ("Praatbankje", "nl")


def test_the_base_map_is_sent_once(client):
    first = client.get(f"{API}/base", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert gzip.decompress(first.data)[:4] == b"AMI\x01"
    assert client.get(f"{API}/base", buffered=True).data == gzip.decompress(first.data)
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(
        f"{API}/base", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]}, buffered=True)
    assert again.status_code == 304


@pytest.fixture
def begun(monkeypatch):
    """The folders that a drawing was begun for; none is really made."""
    folders = []
    monkeypatch.setattr(drawing_later, "draw_later", folders.append)
    return folders


@pytest.mark.parametrize("damage", [
    lambda base: (base / "drawing.bin.gz").unlink(), lambda base: (base / "drawing.bin.gz").write_bytes(b"half")])
def test_without_a_drawing_there_is_paper_while_one_is_being_made(damage, begun, client, tuinwijk):
    damage(tuinwijk.folder / "base")
    answer = client.get(f"{API}/base", headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.data[:5] == b"AMI\x01\x00", "it says that it is not whole"
    assert begun == [tuinwijk.folder]


def test_when_the_streets_have_changed_the_old_drawing_serves_until_the_new_one_is_there(begun, client, tuinwijk):
    before = client.get(f"{API}/base").data
    keep_base(StreetData(BOUNDARY), tuinwijk.folder / "base")
    assert client.get(f"{API}/base").data == before
    assert begun == [tuinwijk.folder]


def test_a_drawing_is_begun_once_for_all_who_ask(monkeypatch, tuinwijk):
    started = []

    class Process:
        def __init__(self, command, **_):
            started.append(command[-2:])

        pid = os.getpid()

        def wait(self):
            time.sleep(0.2)
            return 0

    monkeypatch.setattr(drawing_later.subprocess, "Popen", Process)
    assert [drawing_later.draw_later(tuinwijk.folder) for _ in range(3)] == [True, False, False]
    assert started == [["draw", SLUG]]
    for _ in range(100):
        if not (tuinwijk.folder / "base" / MARK).exists():
            break
        time.sleep(0.05)
    assert drawing_later.draw_later(tuinwijk.folder) is True


def test_a_drawing_that_fails_is_not_tried_by_every_visitor(monkeypatch, tuinwijk):
    class Process:
        pid = os.getpid()

        def __init__(self, *_, **__):
            pass

        def wait(self):
            return 1

    monkeypatch.setattr(drawing_later.subprocess, "Popen", Process)
    mark = tuinwijk.folder / "base" / MARK
    assert drawing_later.draw_later(tuinwijk.folder)
    for _ in range(100):
        if mark.read_text() == "failed":
            break
        time.sleep(0.05)
    assert not drawing_later.draw_later(tuinwijk.folder)


def test_a_child_process_draws_what_is_missing(tuinwijk):
    (tuinwijk.folder / "base" / "drawing.bin.gz").unlink()
    assert drawing_later.draw_later(tuinwijk.folder)
    for _ in range(600):
        if not (tuinwijk.folder / "base" / MARK).exists():
            break
        time.sleep(0.1)
    assert state(tuinwijk.folder / "base", BOUNDARY) == "whole"


def test_an_unknown_neighbourhood_has_no_map(client):
    for name in (*READY, "base", "search", "assets", "assets/1"):
        assert client.get(f"/api/nergens/{name}").status_code == 404, name


def test_details_tell_everything_a_panel_shows(client, signed_in, tuinwijk):
    n = tuinwijk.numbers
    told = client.get(f"{API}/assets/{n['soup']}", headers={"Accept-Language": "nl"}).json
    assert told["texts"][0]["title"] == "Soep op vrijdag"
    assert told["texts"][0]["story"] == "Ik neem altijd één pan te veel mee."
    assert (told["kind"], told["kind_label"], told["facet"]) == ("network", "Verband", "Vanzelf ontstaan")
    assert told["key_holder"] == "Buren zelf"
    assert told["people"] == [{"name": "Fatma", "part": "vertelt het"}]
    assert [tag["tag"] for tag in told["tags"]] == ["helpfulness", "koken"]
    assert told["point"] == [4.3601, 51.9971]
    assert told["page"] == f"/{SLUG}/assets/{n['soup']}"
    (tie,) = told["connections"]
    assert (tie["number"], tie["title"], tie["outward"], tie["since"]) == (n["bench"], "Praatbankje", True, "2019")
    assert tie["point"] == [4.3622, 51.9985]
    bench = signed_in("De Welzijnshoek").get(f"{API}/assets/{n['bench']}").json
    assert {tie["number"] for tie in bench["connections"]} == {n["soup"], n["woodwork"]}


def test_details_tell_a_story_in_its_own_language_and_direction(client, tuinwijk):
    (text,) = client.get(f"{API}/assets/{tuinwijk.numbers['arabic']}").json["texts"]
    assert (text["language"], text["direction"], text["language_name"]) == ("ar", "rtl", "Arabisch")


def test_details_of_a_masked_place_give_the_mask_and_nothing_nearer(client, tuinwijk):
    told = client.get(f"{API}/assets/{tuinwijk.numbers['drawing']}").json
    assert told["masked"] and told["precision"] == "street"
    assert told["point"] != [4.3560, 51.9930]
    assert "51.993," not in json.dumps(told) and "[4.356," not in json.dumps(told)


@pytest.mark.parametrize("key", ["woodwork", "keys", "accordion", "football", "calls"])
def test_what_is_not_shared_with_everyone_is_not_there_for_a_visitor(client, tuinwijk, key):
    answer = client.get(f"{API}/assets/{tuinwijk.numbers[key]}")
    assert answer.status_code == 404
    everything = b"".join(client.get(f"{API}/{name}").data for name in (*READY, "assets"))
    title = tuinwijk.db.execute("SELECT title FROM assets WHERE number = ?", [tuinwijk.numbers[key]]).fetchone()[0]
    assert title.encode() not in everything


def test_the_team_sees_a_connection_that_a_visitor_does_not(client, signed_in, tuinwijk):
    n = tuinwijk.numbers
    connecting.connect(tuinwijk.db, tuinwijk.members["Bas"], LATER, n["keys"], Verb.HELPS, n["soup"])
    assert len(client.get(f"{API}/assets/{n['soup']}").json["connections"]) == 1
    assert len(signed_in("Bas").get(f"{API}/assets/{n['soup']}").json["connections"]) == 2
