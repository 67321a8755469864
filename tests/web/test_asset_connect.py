"""Connecting two assets in a sentence, with and without words to search by."""

from assetmap.store import connections
from tests.neighbourhood import SLUG

from .record_form import text_of


def test_the_other_asset_is_searched_and_the_sentence_made(tuinwijk, signed_in) -> None:
    client, number = signed_in("Bas"), tuinwijk.numbers["football"]
    page = f"/{SLUG}/assets/{number}/connect"
    found = client.get(f"{page}?q=bankj&verb=meets_at").text
    assert "Praatbankje" in found and 'value="meets_at" checked' in found and "Soep op vrijdag" not in found
    answer = client.post(page, data={
        "verb": "meets_at", "other": str(tuinwijk.numbers["bench"]), "since": "2024-05", "note": "Na school"})
    assert answer.location == f"/{SLUG}/assets/{number}?done=connected"
    assert "… komt samen bij Praatbankje sinds mei 2024 Na school" in text_of(client.get(answer.location).text)


def test_a_sentence_read_backwards_connects_the_other_way(tuinwijk, signed_in) -> None:
    number = tuinwijk.numbers["bench"]
    signed_in("Bas").post(
        f"/{SLUG}/assets/{number}/connect", data={"verb": "hosts-back", "other": str(tuinwijk.numbers["garden"])})
    tie = connections.of_asset(tuinwijk.db, number)[-1]
    assert (tie.first, tie.verb, tie.second) == (tuinwijk.numbers["garden"], "hosts", number)


def test_what_is_missing_or_wrong_is_said_and_the_rest_stays(tuinwijk, signed_in) -> None:
    client, page = signed_in("Bas"), f"/{SLUG}/assets/{tuinwijk.numbers['soup']}/connect"
    bench = str(tuinwijk.numbers["bench"])
    for data, words in (
        ({"verb": "", "other": bench}, "Kies de andere helft"),
        ({"verb": "helps", "other": ""}, "Kies de andere helft"),
        ({"verb": "helps", "other": str(tuinwijk.numbers["soup"])}, "zichzelf"),
        ({"verb": "meets_at", "other": bench}, "al"),
        ({"verb": "helps", "other": bench, "since": "gisteren"}, "gisteren"),
        ({"verb": "helps", "other": str(tuinwijk.numbers["accordion"])}, "Kies de andere helft"),
    ):
        answer = client.post(page, data=data | {"note": "Blijft staan"})
        assert answer.status_code in (409, 422) and words in answer.text and "Blijft staan" in answer.text


def test_a_connection_is_taken_away_from_either_end_only(tuinwijk, signed_in) -> None:
    client = signed_in("Bas")
    tie = connections.of_asset(tuinwijk.db, tuinwijk.numbers["soup"])[0]
    elsewhere = f"/{SLUG}/assets/{tuinwijk.numbers['garden']}/disconnect"
    assert client.post(elsewhere, data={"id": tie.id}).status_code == 404
    there = f"/{SLUG}/assets/{tuinwijk.numbers['bench']}/disconnect"
    assert client.post(there, data={"id": tie.id}).location.endswith("done=disconnected")
    assert connections.read(tuinwijk.db, tie.id) is None


def test_a_visitor_is_sent_to_sign_in(tuinwijk, client) -> None:
    answer = client.get(f"/{SLUG}/assets/{tuinwijk.numbers['soup']}/connect?q=bank")
    assert answer.status_code == 302 and "/sign-in?next=" in answer.location
