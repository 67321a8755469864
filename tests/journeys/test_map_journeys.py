"""Somebody looks around on the map: markers, list in step, panel, search, filters, a link that opens it all again."""

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from assetmap.actions import recording
from assetmap.app import create_app
from assetmap.config import Settings
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from tests.benchmarks.filling import fill
from tests.journeys.map_steps import drawn, open_map, serving, spots, touch
from tests.neighbourhood import LATER, SLUG

pytestmark = pytest.mark.browser

MAP = f"/{SLUG}/"
DESKTOP = {"width": 1366, "height": 900}
PHONE = {"width": 390, "height": 844}


def rows(page) -> list[str]:
    return page.locator("#found-rows [data-title]").all_text_contents()


def test_the_map_asks_nothing_of_another_host_and_breaks_no_rule(browser_page, live):
    asked: list[str] = []
    browser_page.on("request", lambda request: asked.append(request.url))
    open_map(browser_page, MAP)
    touch(browser_page, "Soep op vrijdag")
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")
    assert asked
    assert [url for url in asked if not url.startswith((live, "data:", "blob:"))] == []


def test_what_is_on_the_map_stands_in_the_list_beside_it(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")
    assert rows(browser_page) == ["Noor tekent", "Praatbankje", "Soep op vrijdag", "باب مفتوح"]
    assert browser_page.locator("#found-rows [lang=ar]").get_attribute("dir") == "rtl"
    assert sum(spot["count"] for spot in spots(browser_page)) == 4


def test_when_the_map_moves_the_list_moves_with_it(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, f"{MAP}?at=19/51.99850/4.36220")
    expect(browser_page.locator("#found-title")).to_have_text("1 kracht in beeld")
    assert rows(browser_page) == ["Praatbankje"]
    browser_page.locator(".map").focus()
    for _ in range(9):
        browser_page.keyboard.press("Shift+ArrowRight")
        browser_page.wait_for_timeout(320)  # A map on its way hears no further key.
    expect(browser_page.locator("#found-title")).to_have_text("Niets in dit stuk van de kaart")


def test_touching_a_marker_opens_its_panel_and_escape_closes_it(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    touch(browser_page, "Soep op vrijdag")
    panel = browser_page.locator("#panel")
    expect(panel.locator("#panel-title")).to_have_text("Soep op vrijdag")
    expect(panel).to_contain_text("Wie komt, eet mee en kent daarna drie mensen.")
    expect(panel).to_contain_text("Ik neem altijd één pan te veel mee.")
    expect(panel).to_contain_text("Fatma vertelt het")
    expect(panel).to_contain_text("Praatbankje")
    expect(browser_page.locator("#found")).to_be_hidden()
    browser_page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(browser_page.locator("#found")).to_be_visible()


def test_the_keyboard_alone_reaches_everything(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    link = browser_page.locator("#found-rows a").first
    link.focus()
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#panel-title")).to_have_text("Noor tekent")
    assert browser_page.evaluate("document.activeElement.id") == "panel"
    browser_page.keyboard.press("Escape")
    expect(browser_page.locator("#panel")).to_be_hidden()
    assert browser_page.evaluate("document.activeElement.textContent").strip().startswith("Noor tekent")
    zoom = browser_page.evaluate("location.search")
    browser_page.locator(".map").focus()
    browser_page.keyboard.press("+")
    expect(browser_page).not_to_have_url(re.compile(re.escape(zoom) + "$"))


def test_a_connection_leads_to_the_other_one_and_next_to_the_next(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    touch(browser_page, "Soep op vrijdag")
    tie = browser_page.locator("#panel [data-tie-rows] a")
    expect(tie).to_contain_text("sinds 2019")
    tie.click()
    expect(browser_page.locator("#panel-title")).to_have_text("Praatbankje")
    browser_page.locator("#panel [data-after]").click()
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")


def test_an_arabic_story_stands_from_right_to_left(browser_page):
    open_map(browser_page, MAP)
    touch(browser_page, "باب مفتوح")
    story = browser_page.locator("#panel [data-story]")
    expect(story).to_have_attribute("dir", "rtl")
    expect(story).to_have_attribute("lang", "ar")
    expect(story).to_contain_text("جئنا إلى هنا")


def test_a_hidden_door_is_said_to_be_hidden(browser_page):
    open_map(browser_page, MAP)
    touch(browser_page, "Noor tekent")
    expect(browser_page.locator("#panel [data-masked]")).to_contain_text("een stuk straat zien en niet de deur")


def test_search_finds_as_you_type_without_accents(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    browser_page.locator("#q").press_sequentially("bankj")
    expect(browser_page.locator("#found-title")).to_have_text("1 kracht gevonden")
    assert rows(browser_page) == ["Praatbankje"]
    assert [spot["count"] for spot in spots(browser_page)] == [1]
    expect(browser_page).to_have_url(re.compile("[?&]q=bankj"))
    browser_page.locator("#q").fill("")
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")


def test_search_goes_on_when_the_network_is_gone(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")
    browser_page.context.set_offline(True)
    browser_page.locator("#q").press_sequentially("soep")
    expect(browser_page.locator("#found-title")).to_have_text("1 kracht gevonden")
    expect(browser_page.locator("#toasts")).to_contain_text("Geen netwerk")
    browser_page.locator("#found-rows a").first.click()
    expect(browser_page.locator("#panel [role=alert]")).to_contain_text("kon niet worden opgehaald")
    browser_page.context.set_offline(False)
    browser_page.locator("#panel [data-again]").click()
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")


def test_ticking_a_kind_leaves_only_that_kind_and_the_list_page_knows(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    expect(browser_page.locator('[data-count="place"]')).to_have_text("1")
    browser_page.locator("label.chip[data-kind=place]").click()
    expect(browser_page.locator("#found-title")).to_have_text("1 kracht in beeld")
    assert [spot["count"] for spot in spots(browser_page)] == [1]
    browser_page.locator("#list-link").click()
    expect(browser_page).to_have_url(re.compile(rf"/{SLUG}/list\?kind=place"))
    expect(browser_page.locator(".entry")).to_have_count(1)
    browser_page.get_by_role("link", name="Op de kaart").click()
    drawn(browser_page)
    assert browser_page.locator('#find input[value="place"]').is_checked()
    assert [spot["count"] for spot in spots(browser_page)] == [1]


def test_tags_and_states_choose_together_and_are_cleared_in_one_go(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")
    browser_page.locator("#more-filters summary").click()
    browser_page.locator("label.chip", has_text="koken").click()
    expect(browser_page.locator("#found-title")).to_have_text("1 kracht in beeld")
    browser_page.locator("label.chip", has_text="Was er ooit").click()
    expect(browser_page.locator("#state")).to_contain_text("Hierover heeft nog niemand verteld")
    browser_page.locator("#state [data-clear]").click()
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")


def test_a_link_opens_exactly_this_view_again(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, f"{MAP}?kind=network&at=18/51.99710/4.36010")
    touch(browser_page, "Soep op vrijdag")
    expect(browser_page).to_have_url(re.compile("asset="))
    address = browser_page.url
    browser_page.goto("about:blank")
    browser_page.goto(address)
    drawn(browser_page)
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")
    assert browser_page.locator('#find input[value="network"]').is_checked()
    assert browser_page.url == address
    assert [spot["count"] for spot in spots(browser_page)] == [1]


def test_a_step_back_closes_the_panel(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, MAP)
    touch(browser_page, "Soep op vrijdag")
    expect(browser_page.locator("#panel-title")).to_be_visible()
    browser_page.go_back()
    expect(browser_page.locator("#panel")).to_be_hidden()
    browser_page.go_forward()
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")


def test_a_link_to_what_is_not_shared_says_so(browser_page, tuinwijk):
    open_map(browser_page, f"{MAP}?asset={tuinwijk.numbers['keys']}")
    expect(browser_page.locator("#panel")).to_contain_text("Dit staat hier niet meer")


def test_on_a_phone_the_list_comes_up_as_a_sheet(browser_page):
    browser_page.set_viewport_size(PHONE)
    open_map(browser_page, MAP)
    atlas, grip = browser_page.locator("#atlas"), browser_page.locator("#grip")
    expect(grip).to_contain_text("krachten in beeld")
    assert atlas.get_attribute("data-sheet") == "peek"
    grip.click()
    expect(atlas).to_have_attribute("data-sheet", "half")
    browser_page.locator("#found-rows a").first.click()
    expect(browser_page.locator("#panel-title")).to_be_in_viewport()
    for button in browser_page.locator("#panel button:visible, .map-tools button:visible").all():
        box = button.bounding_box()
        assert box["height"] >= 47.5 and box["width"] >= 47.5, button.text_content()


def test_on_a_phone_the_marker_that_a_link_opens_stands_above_the_sheet(browser_page, tuinwijk):
    browser_page.set_viewport_size(PHONE)
    number = tuinwijk.numbers["soup"]
    browser_page.goto(f"{MAP}?asset={number}")
    expect(browser_page.locator("#panel-title")).to_have_text("Soep op vrijdag")
    browser_page.wait_for_timeout(1_200)
    [marker] = [spot for spot in spots(browser_page) if spot["number"] == number]
    sheet = browser_page.locator("#side").bounding_box()
    stage = browser_page.locator("#stage").bounding_box()
    assert stage["y"] + 20 < marker["y"] < sheet["y"] - 20


def test_a_marker_touched_before_the_panel_came_opens_when_it_has_come(browser_page):
    held = []
    browser_page.route("**/beside.js*", lambda route: held.append(route))
    browser_page.goto(MAP)
    browser_page.wait_for_function("() => document.querySelector('.map')?.assetmapPage?.layers.assets.spots.length > 1")
    [soup] = [spot for spot in spots(browser_page) if spot["number"] and spot["count"] == 1][:1]
    browser_page.mouse.click(soup["x"], soup["y"])
    assert browser_page.evaluate("document.querySelector('.map').assetmapPage.layers.assets.chosen") == soup["number"]
    for _ in range(50):
        if held:
            break
        browser_page.wait_for_timeout(100)
    held[0].continue_()
    expect(browser_page.locator("#panel")).to_be_visible()
    assert f"asset={soup['number']}" in browser_page.url


def test_the_attribution_of_the_streets_is_always_in_sight(browser_page, tuinwijk):
    (tuinwijk.folder / "base" / "streets.bin.gz").write_bytes(b"")
    browser_page.set_viewport_size(PHONE)
    open_map(browser_page, MAP)
    assert not browser_page.locator("#credit-osm").is_visible()


def test_when_the_points_do_not_come_one_may_try_again(browser_page):
    browser_page.set_viewport_size(DESKTOP)
    broken = {"yes": True}
    browser_page.route(f"**/api/{SLUG}/pack", lambda route: route.abort() if broken["yes"] else route.continue_())
    browser_page.goto(MAP)
    expect(browser_page.locator("#state [role=alert]")).to_contain_text("kon niet worden opgehaald")
    broken["yes"] = False
    browser_page.locator("#state [data-again]").click()
    expect(browser_page.locator("#found-title")).to_have_text("4 krachten in beeld")
    expect(browser_page.locator("#state")).to_be_empty()


def test_odd_text_is_text_on_the_map_too(browser_page, tuinwijk):
    odd = "<img src=x onerror=alert(1)>${alert(2)}"
    number = recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
        Kind.EXCHANGE, odd, odd, story=odd, tags=(odd[:40],), street=odd, audience=Audience.PUBLIC,
        geometry={"type": "Point", "coordinates": [4.3605, 51.9935]})).number
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, f"{MAP}?asset={number}")
    expect(browser_page.locator("#panel-title")).to_have_text(odd)
    expect(browser_page.locator("#panel [data-story]")).to_have_text(odd)
    assert browser_page.locator("#panel img[src=x], #found img[src=x]").count() == 0
    browser_page.keyboard.press("Escape")
    assert odd in rows(browser_page)


def test_what_stands_at_one_place_fans_out(browser_page, tuinwijk):
    for n in range(5):
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
            Kind.SKILL, f"Gave {n}", "Aan één keukentafel.", audience=Audience.PUBLIC,
            geometry={"type": "Point", "coordinates": [4.3560, 51.9985]}))
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, f"{MAP}?at=18/51.99850/4.35600")
    assert [spot["count"] for spot in spots(browser_page)] == [5]
    touch(browser_page, count=5)
    browser_page.wait_for_timeout(300)
    touch(browser_page, "Gave 3")
    expect(browser_page.locator("#panel-title")).to_have_text("Gave 3")


def test_touching_a_crowd_goes_closer(browser_page, tuinwijk):
    for n in range(6):
        recording.record(tuinwijk.db, tuinwijk.members["Bas"], LATER, Draft(
            Kind.PLACE, f"Plek {n}", "Aan een rij.", audience=Audience.PUBLIC,
            geometry={"type": "Point", "coordinates": [4.3560 + n * 0.0002, 51.9985]}))
    browser_page.set_viewport_size(DESKTOP)
    open_map(browser_page, f"{MAP}?at=15/51.99850/4.35650")
    touch(browser_page, count=6)
    expect(browser_page.locator("#found-title")).to_have_text("6 krachten in beeld")
    assert [spot["count"] for spot in spots(browser_page)] == [1] * 6


@pytest.fixture
def large(tmp_path):
    """A neighbourhood of 3,000 that is asked per view."""
    fill(tmp_path / "neighbourhoods", 3000, slug="groot")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path, pack_limit=100))
    with serving(app) as address:
        yield address


def test_where_there_are_too_many_to_take_along_each_view_is_asked_for(browser, large):
    context = browser.new_context(base_url=large, viewport=DESKTOP, locale="nl-NL")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_map(page, "/groot/")
    assert sum(spot["count"] for spot in spots(page)) > 2500
    assert not any(url.endswith(("/pack", "/words")) for url in asked)
    open_map(page, "/groot/?at=18/51.99500/4.36000")
    expect(page.locator("#found-rows a").first).to_be_visible()
    page.locator("label.chip[data-kind=place]").click()
    expect(page).to_have_url(re.compile("kind=place"))
    page.wait_for_timeout(500)
    assert any("kind=place" in url and "/assets?" in url for url in asked)
    assert set(page.locator("#found-rows [data-kind-label]").all_text_contents()) <= {
        "Plek", "Plek · Hier kan nog meer", "Plek · Een droom"}
    page.locator("#found-rows a").first.click()
    expect(page.locator("#panel-title")).to_be_visible()
    context.close()


def test_with_many_assets_the_first_view_stands_before_all_points_come_and_looks_the_same(browser, tmp_path):
    fill(tmp_path / "neighbourhoods", 5000, slug="vol")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    with serving(app) as address:
        context = browser.new_context(base_url=address, viewport=DESKTOP, locale="nl-NL")
        page = context.new_page()
        page.route("**/api/vol/pack", lambda route: None)  # The pack is under way for ever.
        open_map(page, "/vol/")
        asked = spots(page)
        page.unroute_all(behavior="ignoreErrors")
        open_map(page, "/vol/")
        page.wait_for_timeout(500)
        assert page.evaluate("document.querySelector('.map').assetmapPage.layers.assets.hasAll()")
        taken = spots(page)
        assert sum(spot["count"] for spot in asked) == sum(spot["count"] for spot in taken) > 4000
        one, other = (Counter(spot["count"] for spot in each) for each in (asked, taken))
        # A pack is rounded to a tenth of a metre: an asset on the very edge of a square may be counted next door, and
        # what a crowd does not take in, another one does.
        assert (one - other).total() <= 0.2 * one.total()
        context.close()


def test_an_empty_neighbourhood_invites(browser, tmp_path):
    fill(tmp_path / "neighbourhoods", 0, slug="leeg")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    with serving(app) as address:
        context = browser.new_context(base_url=address, viewport=DESKTOP, locale="nl-NL")
        page = context.new_page()
        page.goto("/leeg/")
        expect(page.locator("#state")).to_contain_text("Nog niemand heeft verteld over Groot")
        context.close()


@pytest.mark.parametrize("width", [390, 641, 820])
def test_the_invitation_of_an_empty_map_lies_under_the_chips_and_not_beneath_them(browser, tmp_path, width):
    fill(tmp_path / "neighbourhoods", 0, slug="leeg")
    app = create_app(Settings(instance=tmp_path, exports=tmp_path))
    with serving(app) as address:
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 1180}, locale="nl-NL")
        page = context.new_page()
        page.goto("/leeg/")
        card = page.locator(".map-note--invite").bounding_box()
        chips = page.locator(".filter--kinds").bounding_box()
        assert card["y"] >= chips["y"] + chips["height"]
        context.close()


def test_without_a_script_the_page_leads_to_the_list(browser, live):
    context = browser.new_context(base_url=live, java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(MAP)
    page.locator("noscript button, .message button").first.click()
    expect(page.locator(".entry")).to_have_count(4)
    page.locator("label.chip[data-kind=place]").click()
    page.get_by_role("button", name="Laat zien").click()
    expect(page.locator(".entry")).to_have_count(1)
    page.locator("#q").fill("soep")
    page.locator("label.chip[data-kind=place]").click()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.locator(".entry .card__title")).to_have_text(["Soep op vrijdag"])
    context.close()


def test_with_a_script_ticking_shows_the_list_at_once(browser_page):
    browser_page.goto(f"/{SLUG}/list")
    browser_page.locator("label.chip[data-kind=place]").click()
    expect(browser_page.locator(".entry")).to_have_count(1)
    expect(browser_page).to_have_url(re.compile("kind=place"))
    expect(browser_page.locator("#count")).to_have_text("1 kracht gevonden")
