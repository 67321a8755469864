"""The page of the map and the list: the same filters, the same audience, and a list that needs no script."""

import gzip
import json
import re

import pytest

from assetmap.actions import founding, recording
from assetmap.app import create_app
from assetmap.config import Settings
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.domain.role import COMMAND
from assetmap.domain.state import State
from tests.benchmarks.filling import fill
from tests.neighbourhood import LATER, SLUG, translate

NAUGHTY = '"><script>alert(1)</script>${alert(2)}{{ 7 * 7 }}\u202e'


def titles(page: str) -> list[str]:
    return re.findall(r'<h3 class="card__title"[^>]*><a href="[^"]*">(.*?)</a>', page)


def get(client, address: str) -> str:
    answer = client.get(address, headers={"Accept-Language": "nl"})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


# -- the map


def test_the_page_of_the_map_carries_no_asset(client):
    page = get(client, f"/{SLUG}/")
    assert "Soep op vrijdag" not in page and "4.3601" not in page
    assert f"/api/{SLUG}/pack" in page


def test_without_script_the_map_is_a_drawing_and_a_way_to_the_list(client):
    page = get(client, f"/{SLUG}/")
    said = "".join(re.findall(r"<noscript>(.*?)</noscript>", page, re.S))
    assert "JavaScript staat uit" in said and "Naar de lijst" in said
    with client.get(re.search(r'<img class="map-still" src="([^"]*)"', said)[1]) as picture:
        assert picture.mimetype == "image/png"
    assert 'class="map-tools with-script"' in page  # Buttons that would do nothing are not there.


def test_every_script_of_the_page_is_ours_and_has_the_nonce(client):
    answer = client.get(f"/{SLUG}/")
    page = answer.get_data(as_text=True)
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])[1]
    inline = re.findall(r"<script\b([^>]*)>", page)
    assert inline
    assert all(f'nonce="{nonce}"' in attributes or 'src="/static/' in attributes for attributes in inline)
    assert not re.search(r'(src|href)="(https?:)?//(?!www\.openstreetmap\.org/copyright)', page)
    assert not re.search(r"\son[a-z]+=|<style|style=", page)


def test_the_import_map_names_every_module_with_its_version(client):
    page = get(client, f"/{SLUG}/")
    assert re.search(r'"/static/js/map/page\.js": ?"/static/js/map/page\.js\?v=[0-9a-f]{12}"', page)
    first = re.findall(r'modulepreload" href="[^"]*/([\w-]+)\.js', page)
    streets, beside = (
        re.findall(r'/([\w-]+)\.js', re.search(rf'"{name}": ?(\[.*?\])', page)[1]) for name in ("streets", "beside"))
    assert {"asset-layer", "pack", "page"} <= set(first)
    assert "base-layer" in streets and {"shapes-layer", "panel"} <= set(beside)
    assert "pack" not in streets and "list" not in {*first, *streets, *beside}
    assert len({*first, *streets, *beside}) == len(first) + len(streets) + len(beside)


def test_with_many_assets_the_page_carries_the_crowds_of_the_first_view(tmp_path):
    fill(tmp_path / "neighbourhoods", 4500, slug="druk")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path / "exports"))
    visitor = app.test_client()
    page = get(visitor, "/druk/")
    crowds = json.loads(re.search(r'id="first-view"[^>]*>(.*?)</script>', page)[1])
    assert crowds["zoom"] > 10 and sum(sum(kinds) for _, _, kinds in crowds["crowds"]) > 3000
    assert not re.search(r'modulepreload" href="[^"]*/(pack|sources|panel)\.js', page)
    elsewhere = get(visitor, "/druk/?at=18/51.99500/4.36000")
    assert "first-view" not in elsewhere and re.search(r'modulepreload" href="[^"]*/sources\.js', elsewhere)
    app.extensions["assetmap-shelf"].close()


def test_beyond_the_limit_the_map_asks_per_view(tuinwijk):
    app = create_app(Settings(instance=tuinwijk.instance, exports=tuinwijk.instance / "exports", pack_limit=2))
    page = app.test_client().get(f"/{SLUG}/").get_data(as_text=True)
    assert f'assetLayer("/api/{SLUG}/assets", {{"allAtOnce": false, "pack": ""}})' in page
    assert '"wordsAtOnce": false' in page
    app.extensions["assetmap-shelf"].close()


def test_who_looks_with_other_eyes_asks_with_other_eyes(signed_in):
    page = get(signed_in("Bas"), f"/{SLUG}/?audience=public")
    assert f"/api/{SLUG}/pack?audience=public" in page


def test_counts_beside_the_kinds_are_those_of_the_visitor(client, signed_in):
    def places(page: str) -> str:
        return re.search(r'data-count="place">(\d+)<', page)[1]

    assert places(get(client, f"/{SLUG}/")) == "1"
    assert places(get(signed_in("Bas"), f"/{SLUG}/")) == "3"


# -- the list


def test_the_list_holds_what_the_public_may_see_by_title(client):
    page = get(client, f"/{SLUG}/list")
    assert titles(page) == ["Noor tekent", "Praatbankje", "Soep op vrijdag", "باب مفتوح"]
    assert "4 krachten" in page
    assert "Wim" not in page and "Accordeon" not in page and "Joop" not in page


def test_each_circle_of_people_gets_its_own_list(signed_in):
    assert "Joop timmert" in titles(get(signed_in("De Welzijnshoek"), f"/{SLUG}/list"))
    assert "Wie de sleutel heeft" in titles(get(signed_in("Bas"), f"/{SLUG}/list"))
    assert "Wie de sleutel heeft" not in titles(get(signed_in("Bas"), f"/{SLUG}/list?audience=public"))


@pytest.mark.parametrize(("chosen", "expected"), [
    ("kind=place", ["Praatbankje"]),
    ("kind=place&kind=story", ["Praatbankje", "باب مفتوح"]),
    ("tag=koken", ["Soep op vrijdag"]),
    ("tag=koken&tag=ties", []),
    ("state=under_used", ["Praatbankje"]),
    ("q=bankje", ["Praatbankje"]),
    ("q=beukstraat", ["Noor tekent"]),
    ("q=lindestraat", []),
    ("kind=dragon", ["Noor tekent", "Praatbankje", "Soep op vrijdag", "باب مفتوح"]),
])
def test_the_filters_of_the_address_choose(client, chosen, expected):
    assert titles(get(client, f"/{SLUG}/list?{chosen}")) == expected


def test_what_was_chosen_stays_chosen_and_goes_along_to_the_map(client):
    page = get(client, f"/{SLUG}/list?kind=place&q=bank&state=under_used")
    assert re.search(r'value="place" checked', page) and re.search(r'value="under_used" checked', page)
    assert 'value="bank"' in page
    assert re.search(rf'href="/{SLUG}/\?q=bank&amp;kind=place&amp;state=under_used"', page)


def test_a_card_tells_title_why_street_and_tags(client):
    page = get(client, f"/{SLUG}/list?q=soep")
    for words in ("Wie komt, eet mee en kent daarna drie mensen.", "Populierstraat", "Behulpzaamheid", "Verband"):
        assert words in page


def test_a_title_says_its_language_and_direction(client):
    assert '<h3 class="card__title" lang="ar" dir="rtl">' in get(client, f"/{SLUG}/list")


def test_the_list_is_gathered_by_kind_or_street(client):
    by_kind = get(client, f"/{SLUG}/list?group=kind")
    assert re.findall(r'class="chapter" data-kind="(\w+)"', by_kind) == ["skill", "place", "network", "story"]
    by_street = get(client, f"/{SLUG}/list?group=street")
    chapters = re.findall(r'class="chapter"[^>]*><span class="underlined">(.*?)</span>', by_street)
    assert chapters == ["Beukstraat", "Kade", "Populierstraat", "Zonder straat"]


def test_what_was_here_once_is_listed_only_when_asked_for(client, tuinwijk):
    recording.retire(tuinwijk.db, tuinwijk.members["Bas"], LATER, tuinwijk.numbers["bench"])
    assert "Praatbankje" not in titles(get(client, f"/{SLUG}/list"))
    assert titles(get(client, f"/{SLUG}/list?state=retired")) == ["Praatbankje"]
    assert titles(get(client, f"/{SLUG}/list?state=retired&group=kind")) == ["Praatbankje"]


def test_a_kind_of_which_nobody_told_is_an_invitation(client):
    page = get(client, f"/{SLUG}/list?kind=exchange")
    assert "Hierover heeft nog niemand verteld: buurteconomie" in page
    assert "Winkels, ruilen, lenen, maken en repareren." in page


def test_an_empty_neighbourhood_is_an_invitation(tmp_path):
    fill(tmp_path / "neighbourhoods", 0, slug="leeg")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    page = app.test_client().get("/leeg/list", headers={"Accept-Language": "nl"}).get_data(as_text=True)
    assert "Nog niemand heeft verteld over Groot" in page
    app.extensions["assetmap-shelf"].close()


def test_a_long_list_comes_in_pages_of_fifty(tmp_path):
    fill(tmp_path / "neighbourhoods", 130, slug="lang")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    client = app.test_client()
    first, second = get(client, "/lang/list?kind=place&page=1"), get(client, "/lang/list?page=2")
    everything = get(client, "/lang/list")
    total = int(re.search(r"(\d+) krachten", everything)[1])
    assert len(titles(everything)) == 50 and len(titles(second)) == 50
    assert not set(titles(everything)) & set(titles(second))
    assert len(titles(get(client, "/lang/list?page=3"))) == total - 100
    assert f"51 tot en met 100 van {total}" in second
    assert 'rel="next"' in second and 'rel="prev"' in second
    assert all("kind=place" in link for link in re.findall(r'rel="next" href="([^"]*)"', first))
    grouped = [title for page in (1, 2, 3) for title in titles(get(client, f"/lang/list?group=street&page={page}"))]
    assert len(set(grouped)) == total
    assert client.get("/lang/list?page=9").status_code == 404
    app.extensions["assetmap-shelf"].close()


def test_numbers_in_titles_are_sorted_as_numbers_over_all_pages(client, tuinwijk):
    for number in (1043, 108, 9):
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
            Kind.PLACE, f"Bankje {number}", "Je zit er in de zon.", audience=Audience.PUBLIC))
    wanted = ["Bankje 9", "Bankje 108", "Bankje 1043"]
    assert titles(get(client, f"/{SLUG}/list"))[:3] == wanted
    assert titles(get(client, f"/{SLUG}/list?lang=en"))[:3] == wanted
    words = client.get(f"/api/{SLUG}/words").json["assets"]
    assert [title for _, title, *_ in words][:3] == wanted


@pytest.mark.parametrize(("language", "list_says", "grip_says"), [
    ("nl", r"1\.\d{3} krachten", r"1\.\d{3} krachten"), ("en", r"1,\d{3} assets", r"1,\d{3} assets")])
def test_list_and_map_write_large_numbers_alike(tmp_path, language, list_says, grip_says):
    fill(tmp_path / "neighbourhoods", 1300, slug="veel")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    client = app.test_client()
    listed = get(client, f"/veel/list?lang={language}")
    pager = re.search(r'class="pager.*?</nav>', listed, re.S)[0]
    assert re.search(list_says, listed) and re.search(r"\D1[.,]\d{3}\D", pager)
    assert re.search(grip_says, re.search(r'id="grip-words">(.*?)<', get(client, f"/veel/?lang={language}"))[1])
    app.extensions["assetmap-shelf"].close()


@pytest.mark.parametrize("page", ["0", "-4", "abc", ""])
def test_a_page_number_that_is_none_is_the_first(client, page):
    assert len(titles(get(client, f"/{SLUG}/list?page={page}"))) == 4


def test_odd_text_is_shown_as_it_was_typed(client, tuinwijk):
    recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
        Kind.EXCHANGE, f"Ruilen {NAUGHTY}", f"Omdat {NAUGHTY}", audience=Audience.PUBLIC, street=f"Straat {NAUGHTY}",
        tags=("<b>tag</b>",), state=State.DREAMT_OF, geometry={"type": "Point", "coordinates": [4.361, 51.997]}))
    page = get(client, f"/{SLUG}/list?kind=exchange")
    assert "<script>alert" not in page and "<b>tag" not in page
    assert "Ruilen &#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;${alert(2)}{{ 7 * 7 }}" in page
    assert "&lt;script&gt;" in get(client, f"/{SLUG}/list?q={'%3Cscript%3E'}")


# -- gzip


def test_pages_scripts_and_styles_go_out_gzipped(client):
    for address in (f"/{SLUG}/list", "/static/js/map/page.js", "/static/css/base.css"):
        zipped = client.get(address, headers={"Accept-Encoding": "gzip"}, buffered=True)
        plain = client.get(address, buffered=True)
        assert zipped.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in zipped.vary
        assert "Content-Encoding" not in plain.headers
        assert len(zipped.data) < len(plain.data) / 2


def test_a_static_file_is_gzipped_once_and_kept_by_the_browser(client):
    address, gzipped = "/static/js/map/page.js", {"Accept-Encoding": "gzip"}
    first = client.get(address, headers=gzipped, buffered=True)
    assert gzip.decompress(first.data) == client.get(address, buffered=True).data
    assert client.get(address, headers=gzipped, buffered=True).data == first.data
    again = client.get(address, headers=gzipped | {"If-None-Match": first.headers["ETag"]}, buffered=True)
    assert again.status_code == 304


def test_fonts_and_photos_are_not_gzipped_twice(client):
    address = "/static/vendor/fonts/woff2/patrick-hand-everyday-400-normal.woff2"
    font = client.get(address, headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert "Content-Encoding" not in font.headers


# -- in the reader's language


@pytest.mark.parametrize(("tongue", "purpose", "notice"), [
    ("nl", 'lang="nl" dir="ltr">Samen vinden wat er is.', 'lang="nl" dir="ltr">Een voorbeeld.'),
    ("en", 'lang="en" dir="ltr">To find what is here.', 'lang="en" dir="ltr">An example.'),
])
def test_what_the_neighbourhood_says_of_itself_is_in_the_readers_language(client, tuinwijk, tongue, purpose, notice):
    founding.tell(tuinwijk.db, COMMAND, LATER, purpose="Samen vinden wat er is.", notice="Een voorbeeld. Verzonnen.")
    founding.tell_in(
        tuinwijk.db, COMMAND, LATER, "en", purpose="To find what is here.", notice="An example. Made up.")
    page = client.get(f"/{SLUG}/list?lang={tongue}").get_data(as_text=True)
    assert purpose in page and notice in page
    assert purpose in client.get(f"/?lang={tongue}").get_data(as_text=True)


def test_a_neighbourhood_with_a_notice_still_says_what_went_wrong(client, tuinwijk):
    founding.tell(tuinwijk.db, COMMAND, LATER, notice="Een voorbeeld. Verzonnen.")
    page = client.get(f"/{SLUG}/assets/9999?lang=nl").get_data(as_text=True)
    assert page.count("Een voorbeeld.") == 1
    assert '<p class="lede">Deze kracht is hier niet' in page and '<p class="lede">Verzonnen' not in page


def test_the_list_tells_titles_in_the_readers_language_and_in_its_order(client, tuinwijk):
    translate(tuinwijk, "soup", "en", "A pot of soup on Friday", "Who comes knows three people after.")
    page = client.get(f"/{SLUG}/list?lang=en").get_data(as_text=True)
    assert titles(page)[0] == "A pot of soup on Friday"
    assert '<h3 class="card__title" lang="en" dir="ltr">' in page and "Who comes knows three people after." in page
    assert '<h3 class="card__title" lang="nl" dir="ltr">' in page  # Nobody translated the bench.
    assert "Soep op vrijdag" in titles(client.get(f"/{SLUG}/list?lang=nl").get_data(as_text=True))


def test_what_is_not_translated_says_which_language_it_is_in(client, tuinwijk):
    founding.tell(tuinwijk.db, COMMAND, LATER, mandate="Truus beslist.")
    page = client.get(f"/{SLUG}/list?lang=en").get_data(as_text=True)
    assert '<p class="typed" lang="nl" dir="ltr">Truus beslist.</p>' in page


def test_the_count_is_a_heading_that_is_also_read_out_when_it_changes(client):
    page = get(client, f"/{SLUG}/list")
    assert re.search(r'<h2 id="count"><span role="status">\d+ krachten</span></h2>', page)
    assert not re.search(r"<h[1-6][^>]* role=", page)
