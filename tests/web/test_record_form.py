"""The form without any script: what is typed becomes an asset, and comes back whole with every problem."""

import io
import json
import re
from html import unescape

import pytest
from shapely import from_wkb

from assetmap import inventory
from assetmap.actions import recording
from assetmap.domain.audience import Audience
from assetmap.domain.rhythm import Rhythm
from assetmap.store import assets
from tests.neighbourhood import LATER, SLUG, Tuinwijk

from .record_form import photo, sent_by, typed, with_streets

NEW = f"/{SLUG}/assets/new"


def newest(tuinwijk: Tuinwijk):
    return assets.read(tuinwijk.db, max(assets.numbers(tuinwijk.db)))


def value_of(page: str, name: str) -> str:
    """What stands in a box of the page."""
    box = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    found = re.search(r'value="([^"]*)"', box[0]) if box else None
    return unescape(found[1]) if found else ""


def test_a_builder_records_an_asset_and_comes_to_its_page(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    answer = client.post(NEW, data=typed())
    asset = newest(tuinwijk)
    assert answer.status_code == 303
    assert answer.location == f"/{SLUG}/assets/{asset.number}?done=recorded"
    page = client.get(answer.location).text
    assert "Het lange bankje" in page and "Hier wacht je nooit alleen." in page


def test_everything_on_the_form_is_kept(tuinwijk, signed_in) -> None:
    boxes = typed(
        kind="network", facet="club", description="Elke week.\r\nMet koek.", story="Hep ik nog verteld?", language="tr",
        translation__0__language="nl", translation__0__title="Vertaald", translation__0__story="Verhaal vertaald",
        tag=["loyalty", "boodschappen, zwaar"], state="under_used", key_holder="outside", season=["winter"],
        weekday=["sat", "mon"], time="na het eten", where="position", longitude="4,3601", latitude="51.9971",
        street="Populierstraat", precision="neighbourhood", person__0__name="Karim", person__0__part="helps",
        person__0__agreed__text="public", person__0__agreed__name="neighbourhood")
    assert signed_in("Bas").post(NEW, data=boxes).status_code == 303
    asset = newest(tuinwijk)
    assert (asset.kind, asset.facet, asset.language, asset.state) == ("network", "club", "tr", "under_used")
    assert asset.description == "Elke week.\nMet koek."
    assert asset.translations[0].language == "nl" and asset.translations[0].story == "Verhaal vertaald"
    assert asset.tags == ("loyalty", "boodschappen, zwaar")
    assert asset.rhythm == Rhythm(("winter",), ("mon", "sat"), "na het eten")
    assert from_wkb(asset.geometry).coords[0] == (4.3601, 51.9971)
    assert asset.precision == "neighbourhood" and from_wkb(asset.shown).geom_type == "Polygon"
    karim = asset.involved[0]
    assert (karim.person.name, karim.part) == ("Karim", "helps")
    assert {(each.medium, each.audience) for each in karim.consents} == {("text", "public"), ("name", "neighbourhood")}


def test_a_visitor_is_sent_to_sign_in_and_back(client) -> None:
    answer = client.get(NEW)
    assert answer.status_code == 302 and answer.location == f"/{SLUG}/sign-in?next=/{SLUG}/assets/new"


def test_a_guest_organisation_reads_and_does_not_record(signed_in) -> None:
    client = signed_in("De Welzijnshoek")
    assert client.get(NEW).status_code == 403
    assert client.post(NEW, data=typed()).status_code == 403


def test_every_problem_is_told_at_once_and_nothing_typed_is_lost(tuinwijk, signed_in) -> None:
    boxes = typed(
        kind="", title="", why=" ", story="Een lang verhaal", tag=["ties", "eigen woord"], where="position",
        longitude="4.36", latitude="", street="Ergens", time="'s avonds",
        person__0__name="Noor", person__0__child="yes",
        person__0__agreed__text="public", translation__0__title="Zonder taal")
    count = assets.count(tuinwijk.db)
    answer = signed_in("Bas").post(NEW, data=boxes)
    page = answer.text
    assert answer.status_code == 422 and assets.count(tuinwijk.db) == count
    for field in ("kind", "title", "why", "longitude", "people", "translations"):
        assert f'href="#{field}"' in page and f'id="{field}"' in page
    assert "Noor is nog een kind" in page
    assert "Een lang verhaal</textarea>" in page
    assert value_of(page, "id") == boxes["id"]
    assert value_of(page, "street") == "Ergens" and value_of(page, "time") == "'s avonds"
    assert value_of(page, "person-0-name") == "Noor" and value_of(page, "translation-0-title") == "Zonder taal"
    assert 'name="tag" value="ties" checked' in page and 'name="tag" value="eigen woord" checked' in page


def test_a_photo_that_came_along_is_kept_while_the_words_are_mended(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    boxes = typed(title="") | {
        "photo-file-0": (io.BytesIO(photo()), "zij.jpg"), "photo-file-0-alt": "Op zijn kant",
        "photo-file-0-credit": "Mila"}
    page = client.post(NEW, data=boxes).text
    hash = value_of(page, "photo-0-hash")
    assert len(hash) == 64 and value_of(page, "photo-0-alt") == "Op zijn kant"
    with client.get(f"/api/{SLUG}/media/{hash}?size=small") as small:
        assert small.status_code == 200
    again = typed(**{"photo__0__hash": hash, "photo__0__alt": "Op zijn kant", "photo__0__credit": "Mila"})
    assert client.post(NEW, data=again).status_code == 303
    file = newest(tuinwijk).attachments[0]
    assert (file.alt, file.credit) == ("Op zijn kant", "Mila")
    assert file.file.width > file.file.height  # The camera lay on its side; the photo does not.


def test_bad_files_are_named_and_the_good_ones_stay(signed_in) -> None:
    boxes = typed() | {
        "photo-file-0": (io.BytesIO(photo()), "goed.jpg"), "photo-file-1": (io.BytesIO(b""), "leeg.jpg"),
        "photo-file-2": (io.BytesIO(b"hallo"), "brief.jpg")}
    answer = signed_in("Bas").post(NEW, data=boxes)
    assert answer.status_code == 422
    assert "leeg.jpg" in answer.text and "brief.jpg" in answer.text and "goed.jpg" not in answer.text
    assert len(value_of(answer.text, "photo-0-hash")) == 64


def test_photos_are_put_in_order_and_left_out_without_script(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    hashes = []
    for name in ("Landscape_1.jpg", "Landscape_3.jpg", "Landscape_6.jpg"):
        sent = client.post(f"/api/{SLUG}/uploads", data={"file": (io.BytesIO(photo(name)), name)})
        hashes.append(sent.json["hash"])
    rows = {f"photo-{n}-{box}": value for n, hash in enumerate(hashes)
            for box, value in (("hash", hash), ("place", str(3 - n)))}
    client.post(NEW, data=typed() | rows | {"photo-1-leave": "yes"})
    assert [each.file.hash for each in newest(tuinwijk).attachments] == [hashes[2], hashes[0]]


def test_the_same_form_twice_is_one_asset(tuinwijk, signed_in) -> None:
    client, boxes = signed_in("Bas"), typed()
    first = client.post(NEW, data=boxes)
    count = assets.count(tuinwijk.db)
    assert client.post(NEW, data=boxes).location.split("?")[0] == first.location.split("?")[0]
    assert assets.count(tuinwijk.db) == count and newest(tuinwijk).revision == 1


def test_going_back_to_a_kept_form_and_changing_a_word_changes_the_asset(tuinwijk, signed_in) -> None:
    client, boxes = signed_in("Bas"), typed()
    client.post(NEW, data=boxes)
    client.post(NEW, data=boxes | {"title": "Het kortere bankje"})
    assert newest(tuinwijk).title == "Het kortere bankje"


def test_without_a_script_a_street_is_enough(tuinwijk, signed_in) -> None:
    with_streets(tuinwijk.folder)
    client = signed_in("Bas")
    assert '<option value="Esdoornstraat">' in client.get(NEW).text
    client.post(NEW, data=typed(where="street", street="ruyalaan"))
    asset = newest(tuinwijk)
    assert (asset.street, asset.precision) == ("Rüyalaan", "street")
    assert from_wkb(asset.geometry).coords[0] == (4.364, 51.998)


def test_an_unknown_street_is_asked_again(tuinwijk, signed_in) -> None:
    with_streets(tuinwijk.folder)
    answer = signed_in("Bas").post(NEW, data=typed(where="street", street="Nergensweg"))
    assert answer.status_code == 422
    assert "Nergensweg" in answer.text and 'href="#street"' in answer.text


def test_without_street_data_the_name_of_a_street_is_kept(tuinwijk, signed_in) -> None:
    signed_in("Bas").post(NEW, data=typed(where="street", street="Dorpsstraat"))
    assert (newest(tuinwijk).street, newest(tuinwijk).geometry) == ("Dorpsstraat", None)


@pytest.mark.parametrize(("kind", "precision"), [("skill", "street"), ("place", "exact")])
def test_where_nobody_chose_a_gift_is_shown_by_its_street(tuinwijk, signed_in, kind, precision) -> None:
    boxes = typed(kind=kind, where="map", geometry='{"type":"Point","coordinates":[4.36,51.997]}')
    signed_in("Bas").post(NEW, data=boxes)
    assert newest(tuinwijk).precision == precision


def test_a_place_outside_the_neighbourhood_is_a_question(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    boxes = typed(where="position", longitude="4.3712", latitude="51.998")
    answer = client.post(NEW, data=boxes)
    assert answer.status_code == 409 and "Tuinwijk" in answer.text
    assert re.search(r'<div class="place__question" id="outside">', answer.text)
    assert client.post(NEW, data=boxes | {"keep_outside": "yes"}).status_code == 303


def test_an_area_that_crosses_itself_is_offered_mended(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    bow = [[4.352, 51.992], [4.353, 51.993], [4.353, 51.992], [4.352, 51.993], [4.352, 51.992]]
    boxes = typed(where="map", geometry=json.dumps({"type": "Polygon", "coordinates": [bow]}))
    answer = client.post(NEW, data=boxes, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert answer.json["mended"]["type"] == "MultiPolygon"
    assert "kruist zichzelf" in answer.json["problems"][0]["sentence"]
    assert client.post(NEW, data=boxes | {"use_mended": "yes"}).status_code == 303
    assert from_wkb(newest(tuinwijk).geometry).is_valid


def test_a_story_of_twenty_thousand_characters_fits_and_one_more_comes_back(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    story = "é" * 20_000
    assert client.post(NEW, data=typed(story=story)).status_code == 303
    assert newest(tuinwijk).story == story
    answer = client.post(NEW, data=typed(story=story + "n"))
    assert answer.status_code == 422 and "20001" in answer.text and story + "n" in answer.text


def test_a_form_of_three_megabytes_of_words_comes_back_too(signed_in) -> None:
    answer = signed_in("Bas").post(NEW, data=typed(story="woord " * 500_000))
    assert answer.status_code == 422 and "woord woord" in answer.text


def test_a_session_that_is_over_loses_no_words(tuinwijk, client, signed_in) -> None:
    answer = client.post(NEW, data=typed(story="Lang verteld"))
    assert answer.status_code == 401
    assert "Lang verteld" in answer.text and "sign-in" in answer.text
    told = client.post(NEW, data=typed(), headers={"Accept": "application/json"})
    assert told.status_code == 401 and told.json["problems"][0]["code"] == "signed-out"


def test_a_full_disk_is_a_sentence_and_the_words_come_back(tuinwijk, signed_in, monkeypatch) -> None:
    from assetmap.domain.problems import Problem

    def full(*_, **__):
        raise Problem("disk-full")

    monkeypatch.setattr(recording, "record", full)
    answer = signed_in("Bas").post(NEW, data=typed(story="Lang verteld"))
    assert answer.status_code == 507 and "Lang verteld" in answer.text and "schijf" in answer.text.lower()


def test_the_form_of_an_asset_holds_all_it_has_and_changes_only_what_is_changed(tuinwijk, signed_in) -> None:
    number, client = tuinwijk.numbers["soup"], signed_in("Bas")
    before = assets.read(tuinwijk.db, number)
    boxes = sent_by(client.get(f"/{SLUG}/assets/{number}/edit").text)
    answer = client.post(f"/{SLUG}/assets/{number}/edit", data=boxes)
    assert answer.location.endswith("done=same") and assets.read(tuinwijk.db, number) == before
    client.post(f"/{SLUG}/assets/{number}/edit", data=boxes | {"title": "Soep"})
    after = assets.read(tuinwijk.db, number)
    assert after.title == "Soep" and after.involved == before.involved and after.tags == before.tags
    assert after.geometry == before.geometry and after.story == before.story


def test_taking_a_word_back_in_the_form_takes_the_asset_from_every_page(tuinwijk, signed_in) -> None:
    number, client = tuinwijk.numbers["soup"], signed_in("Bas")
    boxes = sent_by(client.get(f"/{SLUG}/assets/{number}/edit").text)
    answer = client.post(f"/{SLUG}/assets/{number}/edit", data=boxes | {"person-0-agreed-text": ""})
    assert answer.location == f"/{SLUG}/taken-back" and client.get(answer.location).status_code == 200
    assert client.get(f"/{SLUG}/assets/{number}").status_code == 404
    assert inventory.item(tuinwijk.db, Audience.TEAM, number) is None


def test_two_people_with_the_same_words_choose_what_stays(tuinwijk, signed_in) -> None:
    number = tuinwijk.numbers["bench"]
    bas, mila = signed_in("Bas"), signed_in("Mila")
    address = f"/{SLUG}/assets/{number}/edit"
    boxes = sent_by(bas.get(address).text)
    mila.post(address, data=sent_by(mila.get(address).text) | {"title": "Zitje van Mila", "why": "Zon in de ochtend."})
    answer = bas.post(address, data=boxes | {"title": "Zitje van Bas", "story": "Van Bas"})
    page = answer.text
    assert answer.status_code == 409
    assert "Mila veranderde dit ook" in page and "Zitje van Mila" in page and "Zitje van Bas" in page
    assert 'name="choose-title"' in page and 'name="choose-story"' not in page and 'name="choose-why"' not in page
    theirs = bas.post(address, data=sent_by(page) | {"choose-title": "theirs"})
    assert theirs.status_code == 303
    after = assets.read(tuinwijk.db, number)
    assert (after.title, after.why, after.story) == ("Zitje van Mila", "Zon in de ochtend.", "Van Bas")


def test_my_version_or_a_third_one_can_stay_as_well(tuinwijk, signed_in) -> None:
    number = tuinwijk.numbers["bench"]
    bas, mila = signed_in("Bas"), signed_in("Mila")
    address = f"/{SLUG}/assets/{number}/edit"
    boxes = sent_by(bas.get(address).text)
    mila.post(address, data=sent_by(mila.get(address).text) | {"title": "Zitje van Mila"})
    page = bas.post(address, data=boxes | {"title": "Zitje van Bas"}).text
    bas.post(address, data=sent_by(page) | {"title": "Zitje van ons"})
    assert assets.read(tuinwijk.db, number).title == "Zitje van ons"


def test_the_page_says_what_lies_at_a_spot(tuinwijk, signed_in) -> None:
    with_streets(tuinwijk.folder)
    client = signed_in("Bas")
    there = client.get(f"/{SLUG}/assets/whereabouts?lon=4.3601&lat=51.9968").json
    assert (there["street"], there["outside"]) == ("Esdoornstraat", 0)
    outside = client.get(f"/{SLUG}/assets/whereabouts?lon=4.3712&lat=51.998").json
    assert outside["outside"] > 50 and "Tuinwijk" in outside["sentence"]
    assert client.get(f"/{SLUG}/assets/whereabouts?street=klein%20plein").json["at"] == [4.3655, 51.995]
    assert client.get(f"/{SLUG}/assets/whereabouts?lon=x").status_code == 422


def test_undoing_a_recording_gives_the_words_back_in_the_form(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    client.post(NEW, data=typed(story="Nog niet af"))
    asset = newest(tuinwijk)
    answer = client.post(f"/{SLUG}/assets/{asset.number}/undo", data={"revision": "1"})
    page = client.get(answer.location).text
    assert "Nog niet af" in page and value_of(page, "id") != asset.id
    assert client.get(f"/{SLUG}/assets/{asset.number}").status_code == 404


def test_what_changed_since_is_not_undone_unseen(tuinwijk, signed_in) -> None:
    from dataclasses import replace

    from assetmap.actions.drafting import draft_of

    number = tuinwijk.numbers["bench"]
    draft = replace(draft_of(assets.read(tuinwijk.db, number)), title="Zitje")
    recording.change(tuinwijk.db, tuinwijk.members["Mila"], LATER, number, draft, 1)
    answer = signed_in("Bas").post(f"/{SLUG}/assets/{number}/undo", data={"revision": "2"})
    assert answer.status_code == 303
    recording.change(tuinwijk.db, tuinwijk.members["Mila"], LATER, number, draft, 3)
    answer = signed_in("Bas").post(f"/{SLUG}/assets/{number}/undo", data={"revision": "3"})
    assert answer.status_code == 409 and "Mila" in answer.text


def test_the_short_address_leads_to_the_form_at_a_spot(signed_in) -> None:
    client = signed_in("Bas")
    answer = client.get(f"/{SLUG}/add?lon=4.36&lat=51.997", follow_redirects=True)
    assert json.loads(value_of(answer.text, "geometry")) == {"type": "Point", "coordinates": [4.36, 51.997]}
