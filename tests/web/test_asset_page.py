"""One asset's page: all that this audience may see, in its own language, and the small verbs for who looks after it."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from shapely.geometry import Point, shape

from assetmap.actions import recording
from assetmap.actions.drafting import draft_of
from assetmap.domain.asset import Translation
from assetmap.domain.rhythm import Rhythm
from assetmap.store import assets, rounds
from tests.neighbourhood import LATER, SLUG, Tuinwijk, translate

from .record_form import text_of


def address(tuinwijk: Tuinwijk, key: str) -> str:
    return f"/{SLUG}/assets/{tuinwijk.numbers[key]}"


def change(tuinwijk: Tuinwijk, key: str, **fields) -> None:
    asset = assets.read(tuinwijk.db, tuinwijk.numbers[key])
    recording.change(
        tuinwijk.db, tuinwijk.members["Bas"], LATER, asset.number, replace(draft_of(asset), **fields), asset.revision)


def test_a_visitor_reads_what_it_is_why_it_matters_and_who_tells_it(tuinwijk, client) -> None:
    change(tuinwijk, "soup", rhythm=Rhythm(("winter",), ("fri",), "om half zes"))
    text = text_of(client.get(address(tuinwijk, "soup")).text)
    for words in ("Soep op vrijdag", "Wie komt, eet mee en kent daarna drie mensen.",
                  "Ik neem altijd één pan te veel mee.", "Fatma",
                  "Populierstraat", "Behulpzaamheid", "koken", "Buren zelf", "Winter · Vrijdag · om half zes"):
        assert words in text
    assert "Veranderen" not in text


@pytest.mark.parametrize("key", ["accordion", "football", "calls", "keys", "garden"])
def test_what_is_not_shared_with_the_street_is_not_there(tuinwijk, client, key) -> None:
    answer = client.get(address(tuinwijk, key))
    assert answer.status_code == 404 and "niet met jou gedeeld" in text_of(answer.text)


def test_a_name_shared_with_neighbours_is_not_told_to_the_street(tuinwijk, client, signed_in) -> None:
    change(tuinwijk, "woodwork", people=(replace(
        draft_of(assets.read(tuinwijk.db, tuinwijk.numbers["woodwork"])).people[0],
        agreed=(("text", "public"), ("name", "neighbourhood"))),))
    page = address(tuinwijk, "woodwork")
    assert "Joop timmert" in client.get(page).text
    assert "<bdi>Joop</bdi>" not in client.get(page).text
    assert "<bdi>Joop</bdi>" in signed_in("De Welzijnshoek").get(page).text


def test_a_story_keeps_its_own_language_and_direction_with_the_translation_beneath(tuinwijk, client) -> None:
    change(tuinwijk, "arabic", translations=(
        Translation("nl", "Een open deur", "Wie komt, drinkt thee.", "", "In de winter."),))
    page = client.get(address(tuinwijk, "arabic")).text
    assert '<blockquote class="story__words typed" lang="ar" dir="rtl">' in page
    assert page.index("جئنا إلى هنا") < page.index("In de winter.")
    assert "Een open deur" in page
    in_english = client.get(address(tuinwijk, "arabic") + "?lang=en").text
    assert "Nederlands" in in_english and "Een open deur" in in_english


def test_a_reader_gets_their_own_language_with_the_first_words_one_touch_away(tuinwijk, client) -> None:
    translate(tuinwijk, "bench", "en", "The talking bench", "Everyone sits down here for a while.")
    page = client.get(address(tuinwijk, "bench") + "?lang=en").text
    assert re.search(r'<h1 class="asset__title" lang="en" dir="ltr"><span[^>]*>The talking bench<', page)
    assert '<p class="asset__why typed" lang="en" dir="ltr">Everyone sits down here for a while.</p>' in page
    told = re.search(r'<details class="details asset__told">.*?</details>', page, re.S)[0]
    assert "In the words it was told in (Dutch)" in told and 'lang="nl"' in told
    assert "Praatbankje" in told and "Hier blijft iedereen even zitten." in told
    assert "asset__told" not in client.get(address(tuinwijk, "bench") + "?lang=nl").text


def test_a_connection_names_the_other_in_the_readers_language(tuinwijk, client) -> None:
    translate(tuinwijk, "bench", "en", "The talking bench")
    page = client.get(address(tuinwijk, "soup") + "?lang=en").text
    assert '<bdi lang="en" dir="ltr">The talking bench</bdi>' in page


def test_what_is_not_translated_stays_as_it_was_told(tuinwijk, client) -> None:
    translate(tuinwijk, "bench", "en", "The talking bench")
    page = client.get(address(tuinwijk, "bench") + "?lang=en").text
    assert '<p class="asset__why typed" lang="nl" dir="ltr">Hier blijft iedereen even zitten.</p>' in page


def test_a_connection_is_a_sentence_from_both_sides(tuinwijk, client) -> None:
    assert "… komt samen bij Praatbankje sinds 2019" in text_of(client.get(address(tuinwijk, "soup")).text)
    text = text_of(client.get(address(tuinwijk, "bench")).text)
    assert "… is de ontmoetingsplek van Soep op vrijdag" in text
    assert "Joop" not in text  # He shares his woodwork with neighbours only.


def test_a_place_that_is_masked_says_so_and_gives_no_spot_away(tuinwijk, client) -> None:
    page = client.get(address(tuinwijk, "drawing")).text
    assert "In deze straat: Beukstraat" in page
    area = shape(json.loads(unescape(re.search(r'data-shape="([^"]*)"', page)[1])))
    true_place = Point(4.3560, 51.9930)
    assert area.geom_type == "Polygon" and area.covers(true_place) and not area.centroid.equals_exact(true_place, 1e-6)
    assert "[4.356, 51.993]" not in page


def test_what_was_invented_for_the_demo_says_so(tuinwijk, client) -> None:
    change(tuinwijk, "soup", invented=True)
    assert "verzonnen voor het voorbeeld" in client.get(address(tuinwijk, "soup")).text


def test_imported_data_names_its_source(tuinwijk, client) -> None:
    change(tuinwijk, "bench", source="osm:node/1", attribution="© OpenStreetMap contributors")
    assert "Bron: © OpenStreetMap contributors" in text_of(client.get(address(tuinwijk, "bench")).text)


def test_who_looks_after_it_confirms_retires_and_brings_back(tuinwijk, signed_in) -> None:
    client, page = signed_in("Bas"), address(tuinwijk, "bench")
    number = tuinwijk.numbers["bench"]
    assert client.post(f"{page}/confirm").location == f"{page}?done=confirmed"
    assert assets.read(tuinwijk.db, number).confirmed
    assert "Klopte nog op" in client.get(page).text
    client.post(f"{page}/retire")
    assert assets.read(tuinwijk.db, number).state == "retired" and "Was er ooit" in text_of(client.get(page).text)
    client.post(f"{page}/bring-back")
    assert assets.read(tuinwijk.db, number).state == "in_use"


@pytest.mark.parametrize("verb", ["confirm", "retire", "bring-back", "undo", "go-back", "disconnect", "connect"])
def test_a_visitor_changes_nothing(tuinwijk, client, verb) -> None:
    before = assets.read(tuinwijk.db, tuinwijk.numbers["bench"])
    assert client.post(f"{address(tuinwijk, 'bench')}/{verb}", data={"revision": "1"}).status_code in (302, 403, 404)
    assert assets.read(tuinwijk.db, before.number) == before


def test_undo_stands_beside_kept_and_takes_the_change_back(tuinwijk, signed_in) -> None:
    client, page = signed_in("Bas"), address(tuinwijk, "bench")
    change(tuinwijk, "bench", title="Zitje")
    shown = client.get(f"{page}?done=changed").text
    assert "Bewaard." in shown and "Draai terug" in shown
    client.post(f"{page}/undo", data={"revision": "2"})
    assert assets.read(tuinwijk.db, tuinwijk.numbers["bench"]).title == "Praatbankje"


def test_the_history_tells_who_and_when_and_leads_back(tuinwijk, signed_in) -> None:
    client, page = signed_in("Mila"), address(tuinwijk, "bench")
    change(tuinwijk, "bench", title="Zitje")
    change(tuinwijk, "bench", title="Stoel")
    text = text_of(client.get(f"{page}/history").text)
    assert "Bas veranderde het" in text and "Hoe noem je het?" in text
    client.post(f"{page}/go-back", data={"revision": "1"})
    assert assets.read(tuinwijk.db, tuinwijk.numbers["bench"]).title == "Praatbankje"


def test_a_member_can_look_with_the_eyes_of_the_public(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    assert client.get(f"{address(tuinwijk, 'garden')}?audience=public").status_code == 404
    page = client.get(f"{address(tuinwijk, 'bench')}?audience=public").text
    assert "Zo ziet het eruit voor: Iedereen." in page and "/edit" not in page


@pytest.mark.parametrize(("key", "said"), [
    ("soup", "Bewaard. Het staat nu op de kaart."),
    ("woodwork", "Bewaard. Het staat nu op de kaart, voor de buurt."),
    ("keys", "Bewaard. Het staat nu op de kaart, voor het team."),
    ("nowhere", "Bewaard. Het staat nu in de lijst, voor het team."),
])
def test_what_was_kept_is_said_to_be_there_for_those_who_find_it(tuinwijk, signed_in, key, said) -> None:
    if key == "nowhere":
        key = "keys"
        change(tuinwijk, key, geometry=None, street="")
    page = text_of(signed_in("Bas").get(f"{address(tuinwijk, key)}?done=recorded").text)
    assert said in page


def test_a_round_keeps_the_language_of_the_neighbourhood_on_an_english_page(tuinwijk, client) -> None:
    walk = rounds.write(tuinwijk.db, "Herfstronde", "We vragen wat er al goed is.", "2026-09-12", "", LATER)
    change(tuinwijk, "soup", round=walk.number)
    page = client.get(f"{address(tuinwijk, 'soup')}?lang=en").text
    assert '<bdi lang="nl" dir="ltr">Herfstronde</bdi>' in page
    assert '<bdi lang="nl" dir="ltr">We vragen wat er al goed is.</bdi>' in page
