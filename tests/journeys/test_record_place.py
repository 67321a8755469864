"""Saying where it is, on a phone, with a thumb, with the device or with the keys."""

import json

import pytest
from playwright.sync_api import expect
from shapely import from_wkb

from assetmap.store import assets
from tests.neighbourhood import SLUG
from tests.web.record_form import with_streets

from .recording_steps import NEW, keep, kept_page, ready, sign_in, unfold, window, write

pytestmark = pytest.mark.browser


def newest(tuinwijk):
    return assets.read(tuinwijk.db, max(assets.numbers(tuinwijk.db)))


def geometry(page) -> dict | None:
    return json.loads(page.input_value("[name=geometry]") or "null")


def open_map(page) -> None:
    ready(page)
    unfold(page, "place")
    expect(page.locator("#place-map .leaflet-control-zoom")).to_be_visible()


def tap(page, x: int, y: int) -> None:
    page.click("#place-map", position={"x": x, "y": y})


def test_a_line_and_an_area_are_tapped_point_by_point(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        write(page, title="Het rondje")
        open_map(page)
        page.click("[data-tool=line]")
        for x, y in ((100, 100), (150, 130), (200, 220)):
            tap(page, x, y)
        assert geometry(page)["type"] == "LineString" and len(geometry(page)["coordinates"]) == 3
        page.click("#place-back")
        assert len(geometry(page)["coordinates"]) == 2
        page.click("[data-tool=area]")
        assert geometry(page) is None
        for x, y in ((120, 100), (180, 100), (180, 160), (120, 160)):
            tap(page, x, y)
        expect(page.locator("#place-status")).to_contain_text("4 hoeken")
        keep(page)
        kept_page(page)
    assert from_wkb(newest(tuinwijk).geometry).geom_type == "Polygon"


def test_an_area_that_crosses_itself_is_mended_after_asking(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        write(page)
        open_map(page)
        page.click("[data-tool=area]")
        for x, y in ((120, 100), (180, 160), (180, 100), (120, 160)):
            tap(page, x, y)
        keep(page)
        expect(page.locator("#problems")).to_contain_text("kruist zichzelf")
        page.check("[name=use_mended]")
        keep(page)
        kept_page(page)
    assert from_wkb(newest(tuinwijk).geometry).is_valid


def test_the_device_says_where_it_is_and_how_exactly(tuinwijk, browser, live) -> None:
    with_streets(tuinwijk.folder)
    with window(browser, live, permissions=["geolocation"],
                geolocation={"longitude": 4.3601, "latitude": 51.9966, "accuracy": 12}) as page:
        sign_in(page, "Bas")
        write(page)
        open_map(page)
        page.click("#place-here")
        expect(page.locator("#place-status")).to_contain_text("12 meter")
        expect(page.locator("#street")).to_have_value("Esdoornstraat")
        assert geometry(page)["coordinates"] == [4.3601, 51.9966]


def test_outside_the_neighbourhood_is_asked_at_once_and_kept_after_a_yes(tuinwijk, browser, live) -> None:
    with window(browser, live, permissions=["geolocation"],
                geolocation={"longitude": 4.3712, "latitude": 51.998, "accuracy": 5}) as page:
        sign_in(page, "Bas")
        write(page)
        open_map(page)
        page.click("#place-here")
        expect(page.locator("#outside")).to_be_visible()
        expect(page.locator("#outside-sentence")).to_contain_text("buiten Tuinwijk")
        keep(page)
        expect(page.locator("#problems")).to_contain_text("buiten Tuinwijk")
        page.check("[name=keep_outside]")
        keep(page)
        kept_page(page)
    assert newest(tuinwijk).geometry is not None


def test_with_keys_alone_everything_can_be_done(tuinwijk, browser, live) -> None:
    with window(browser, live, viewport={"width": 1366, "height": 900}, has_touch=False) as page:
        sign_in(page, "Bas")
        ready(page)
        page.focus("[name=kind][value=skill]")
        page.keyboard.press("ArrowRight")  # From the first card to the second.
        for _ in range(12):
            if page.evaluate("document.activeElement.id") == "title":
                break
            page.keyboard.press("Tab")
        page.keyboard.type("Met toetsen")
        page.keyboard.press("Tab")
        page.keyboard.type("Zonder muis gaat het ook.")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('details').id") == "fold-place"
        page.keyboard.press("Enter")
        expect(page.locator("#place-map")).to_be_visible()
        seen = []
        for _ in range(30):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("document.activeElement.id"))
            if seen[-1] == "place-middle":
                break
        assert "place-map" in seen
        page.keyboard.press("Enter")
        assert geometry(page)["type"] == "Point"
        page.focus("#send")
        page.keyboard.press("Enter")
        kept_page(page)
    assert newest(tuinwijk).kind == "place"


def test_a_street_is_shown_when_it_is_chosen(tuinwijk, browser, live) -> None:
    with_streets(tuinwijk.folder)
    with window(browser, live) as page:
        sign_in(page, "Bas", NEW)
        write(page)
        open_map(page)
        page.check("[name=where][value=street]")
        page.fill("#street", "rüyalaan")
        page.press("#street", "Tab")
        expect(page.locator("#place-status")).to_have_text("Dit is Rüyalaan.")
        keep(page)
        kept_page(page)
        page.click("text=Veranderen")
        open_map(page)
        assert page.input_value("#street") == "Rüyalaan" and geometry(page)["coordinates"] == [4.364, 51.998]
    assert page.url.endswith("/edit") and SLUG in page.url
