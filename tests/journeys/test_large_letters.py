"""Letters twice as large: a phone of 390 points is then as wide as 195 were, and nothing falls beside it."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["", "list", "assets/1", "inventory", "sign-in"])
def test_with_letters_twice_as_large_nothing_falls_beside_a_phone(browser, live: str, path: str) -> None:
    context = browser.new_context(base_url=live, viewport={"width": 195, "height": 422}, locale="nl-NL")
    page = context.new_page()
    page.goto(f"/tuinwijk/{path}")
    page.locator("h1").wait_for(state="attached")
    wide = page.evaluate("document.documentElement.scrollWidth")
    cut = page.evaluate(
        "[...document.querySelectorAll('.menu a, .more summary')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.textContent.trim())")
    context.close()
    assert wide <= 195 and not cut
