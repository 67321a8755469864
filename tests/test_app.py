"""What holds for every page and answer: headers, language, who may come from where, problems as sentences."""

import json
import re
from datetime import UTC, datetime

import pytest

from assetmap.actions import signing_in
from assetmap.app import create_app
from assetmap.config import Settings, load_settings
from assetmap.domain.moment import iso
from assetmap.domain.problems import PROBLEMS, Problem
from assetmap.domain.role import Role
from assetmap.folders import STATIC
from assetmap.web import map as web_map
from assetmap.web.showing import asset_url
from tests.neighbourhood import PASSPHRASE, SLUG, Tuinwijk


def test_every_answer_carries_a_strict_policy_with_its_own_nonce(client) -> None:
    policies = [client.get("/").headers["Content-Security-Policy"] for _ in range(2)]
    assert all("default-src 'none'" in policy and "unsafe" not in policy for policy in policies)
    assert policies[0] != policies[1]
    assert client.get("/").headers["X-Content-Type-Options"] == "nosniff"


def test_dutch_comes_first_and_english_when_asked(client) -> None:
    assert '<html lang="nl"' in client.get("/").text
    assert '<html lang="en"' in client.get("/", headers={"Accept-Language": "en-GB,en"}).text
    assert '<html lang="nl"' in client.get("/", headers={"Accept-Language": "tr"}).text
    client.get("/?lang=en")
    assert '<html lang="en"' in client.get("/").text


@pytest.mark.parametrize("path", ["/nowhere/", "/../etc/passwd", "/tuinwijk/no/such/page", "/api/tuinwijk/nothing"])
def test_an_unknown_address_is_told_in_a_sentence(client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    if path.startswith("/api/"):
        assert answer.json["problems"][0]["sentence"]
    else:
        assert "Traceback" not in answer.text and "<h1" in answer.text


def test_an_address_that_is_no_page_still_leads_to_the_map_of_its_neighbourhood(client) -> None:
    assert 'class="button button--main" href="/tuinwijk/"' in client.get("/tuinwijk/nothing").text


def test_a_used_invitation_shows_the_way_to_sign_in(client, tuinwijk: Tuinwijk) -> None:
    token = signing_in.invite(tuinwijk.db, tuinwijk.members["Mila"], iso(datetime.now(UTC)), Role.BUILDER, 14)
    accepted = client.post(f"/tuinwijk/invitation/{token}", data={"name": "Noor", "passphrase": PASSPHRASE})
    assert accepted.status_code == 302
    client.post("/tuinwijk/sign-out")
    answer = client.get(f"/tuinwijk/invitation/{token}")
    assert answer.status_code == 410 and 'class="button button--main" href="/tuinwijk/sign-in"' in answer.text


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 302), ({"Sec-Fetch-Site": "same-origin"}, 302), ({"Origin": "http://localhost"}, 302),
    ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Origin": "https://elsewhere.example"}, 403), ({"Origin": "null"}, 403),
])
def test_a_form_sent_by_another_website_does_nothing(client, headers: dict, status: int) -> None:
    answer = client.post("/tuinwijk/sign-in", data={"name": "Bas", "passphrase": PASSPHRASE}, headers=headers)
    assert answer.status_code == status


def test_signing_in_leads_only_to_pages_of_the_neighbourhood(client) -> None:
    for onward, there in (("/tuinwijk/list", "/tuinwijk/list"), ("https://elsewhere.example/", "/tuinwijk/"),
                          ("//elsewhere.example", "/tuinwijk/"), ("/tuinwijk/\\elsewhere", "/tuinwijk/")):
        answer = client.post("/tuinwijk/sign-in", data={"name": "Bas", "passphrase": PASSPHRASE, "next": onward})
        assert answer.headers["Location"] == there


def test_the_session_cookie_is_for_this_neighbourhood_and_out_of_scripts_reach(client) -> None:
    answer = client.post("/tuinwijk/sign-in", data={"name": "Bas", "passphrase": PASSPHRASE})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("assetmap-tuinwijk=") and "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_a_wrong_passphrase_keeps_the_name_that_was_typed(client) -> None:
    answer = client.post("/tuinwijk/sign-in", data={"name": "Bas de Bouwer", "passphrase": "x"})
    assert answer.status_code == 401 and "Bas de Bouwer" in answer.text


def test_a_photo_is_given_only_to_those_who_may_see_it(client, signed_in, kept_photo, tuinwijk: Tuinwijk) -> None:
    from assetmap.domain.audience import Audience

    hash = kept_photo("bench", audience=Audience.NEIGHBOURHOOD)
    address = f"/api/tuinwijk/media/{hash}?size=small"
    assert client.get(address).status_code == 404
    assert signed_in("De Welzijnshoek").get(address, buffered=True).content_type == "image/webp"
    assert client.get("/api/tuinwijk/media/../../assetmap.db").status_code == 404


def test_every_sentence_says_what_happened_with_its_facts() -> None:
    for code, (status, sentence) in PROBLEMS.items():
        holes = re.findall(r"\{(\w+)\}", sentence)
        problem = Problem(code, **{hole: "«fact»" for hole in holes})
        assert str(problem).count("«fact»") == len(holes) and 200 <= status < 600
        assert sentence[-1] in ".?" and len(sentence) < 300, code


@pytest.mark.parametrize(("name", "value"), [
    ("ASSETMAP_UPLOAD_MEGABYTES", "veel"), ("ASSETMAP_SECURE_COOKIES", "misschien"),
    ("ASSETMAP_ADDRESS", "kaart.voorbeeld.nl"), ("ASSETMAP_SESSION_DAYS", "0"),
])
def test_a_setting_that_can_not_be_is_told_with_its_name_and_value(tmp_path, name: str, value: str) -> None:
    with pytest.raises(Problem) as trouble:
        load_settings(tmp_path, tmp_path, {name: value})
    assert name in str(trouble.value) and value in str(trouble.value)


def test_the_environment_wins_over_the_file(tmp_path) -> None:
    (tmp_path / "config.py").write_text("UPLOAD_MEGABYTES = 10\nSESSION_DAYS = 5\n", "utf-8")
    settings = load_settings(tmp_path, tmp_path, {"ASSETMAP_SESSION_DAYS": "7"})
    assert (settings.upload_megabytes, settings.session_days) == (10, 7)


TILES = "https://tegels.voorbeeld.nl/kaart/{z}/{x}/{y}.png"


def test_no_other_host_may_give_pictures(client):
    policy = client.get(f"/{SLUG}/").headers["Content-Security-Policy"]
    assert "img-src 'self' data: blob:;" in policy
    assert "extra-layer" not in client.get(f"/{SLUG}/").text.split('type="importmap"')[1].split("</script>", 1)[1]


def test_another_map_can_be_offered_and_only_its_host_is_let_in(tuinwijk):
    app = create_app(Settings(
        instance=tuinwijk.instance, exports=tuinwijk.instance / "exports", extra_layer=TILES, extra_layer_name="Kaart"))
    page = app.test_client().get(f"/{SLUG}/")
    assert "img-src 'self' data: blob: https://tegels.voorbeeld.nl;" in page.headers["Content-Security-Policy"]
    assert 'extraLayer("https://tegels.voorbeeld.nl/kaart/{z}/{x}/{y}.png"' in page.text
    app.extensions["assetmap-shelf"].close()


@pytest.mark.parametrize("address", [
    "tegels.nl/{z}/{x}/{y}.png", "https://tegels.nl/kaart.png", "https://tegels.nl/{z}/{x}/{y}.png; script-src *",
    "https://tegels.nl *.ander.nl/{z}/{x}/{y}.png", "javascript:{z}{x}{y}"])
def test_an_address_that_is_no_map_is_refused(address, tmp_path):
    with pytest.raises(Problem) as refused:
        load_settings(tmp_path, tmp_path, {"ASSETMAP_EXTRA_LAYER": address})
    assert refused.value.code == "setting-wrong"


def test_the_modules_of_a_worker_come_under_one_address_that_changes_with_them(client, monkeypatch):
    def worker() -> str:
        page = client.get(f"/{SLUG}/").get_data(as_text=True)
        modules = json.loads(re.search(r'<script type="importmap"[^>]*>(.*?)</script>', page, re.S)[1])["imports"]
        return modules["/static/js/map/base-worker.js"]

    before = worker()
    assert re.fullmatch(r"/static/@[0-9a-f]{12}/js/map/base-worker\.js", before)
    imported = before.replace("base-worker", "base-paint")
    with client.get(imported) as answer:
        assert answer.data == (STATIC / "js/map/base-paint.js").read_bytes()
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Security-Policy"] == "default-src 'self'"
    monkeypatch.setattr(web_map, "asset_url", lambda path: asset_url(path) + "0" * path.endswith("base-look.js"))
    web_map._import_map.cache_clear()
    assert worker() != before
    web_map._import_map.cache_clear()


def test_a_static_file_says_little_but_still_forbids_other_hosts(client):
    with client.get("/static/css/tokens.css") as answer:
        assert answer.headers["Content-Security-Policy"] == "default-src 'self'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Permissions-Policy" not in answer.headers
