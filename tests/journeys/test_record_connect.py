"""Small things under the thumb: a connection is found in place and kept in sight, and looking around is not typing."""

import pytest
from playwright.sync_api import expect

from tests.neighbourhood import SLUG

from .recording_steps import ready, sign_in, unfold, window

pytestmark = pytest.mark.browser


def test_the_other_half_is_found_in_place_and_connected_on_a_phone(tuinwijk, browser, live) -> None:
    page_of_it = f"/{SLUG}/assets/{tuinwijk.numbers['football']}"
    with window(browser, live) as page:
        sign_in(page, "Bas", f"{page_of_it}/connect")
        page.check("[name=verb][value=meets_at]")
        page.fill("#q", "zeppelin")
        page.click("[data-search]")
        expect(page.locator("#found")).to_contain_text("Schrijf het eerst op")
        page.fill("#q", "bankj")
        page.click("[data-search]")
        page.click("#found label:has-text('Praatbankje')")
        assert page.evaluate("scrollY") > 0 and page.url.endswith("/connect")
        keep = page.locator(".save__button")
        expect(keep).to_be_in_viewport(ratio=1)
        assert keep.evaluate("""button => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }""")
        keep.click()
        expect(page.locator("#done")).to_contain_text("Verbonden")


def test_looking_into_a_part_of_the_form_is_not_typing(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        unfold(page, "story")
        page.wait_for_timeout(700)
        page.reload()
        ready(page)
        expect(page.locator("#draft-note")).to_be_hidden()
