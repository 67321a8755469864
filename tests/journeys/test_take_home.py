"""An organisation takes the book home: chooses, watches, downloads."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.neighbourhood import PASSPHRASE

pytestmark = pytest.mark.browser


def test_a_visitor_takes_the_public_book_home(browser_page, tmp_path: Path) -> None:
    page = browser_page
    page.goto("/tuinwijk/")
    page.get_by_role("link", name="Inventaris").first.click()
    page.get_by_role("radio", name="A5").check()
    page.get_by_role("button", name="Maak het").click()
    page.get_by_role("heading", name="Het is klaar").wait_for(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("link", name="Downloaden").click()
    download.value.save_as(tmp_path / "boek.pdf")
    reader = PdfReader(tmp_path / "boek.pdf")
    text = "".join(each.extract_text() for each in reader.pages)
    assert "Soep op vrijdag" in text and "Joop" not in text
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (420, 595)


def test_without_script_the_page_finds_its_way_to_the_file_by_itself(browser, live: str) -> None:
    context = browser.new_context(base_url=live, java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto("/tuinwijk/sign-in")
    page.fill("[name=name]", "De Welzijnshoek")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tuinwijk/")
    page.goto("/tuinwijk/inventory")
    page.get_by_role("radio", name="CSV").check()
    page.locator("input[name=audience][value=neighbourhood]").check()
    page.get_by_role("button", name="Maak het").click()
    page.get_by_role("heading", name="Het is klaar").wait_for(timeout=30_000)
    with page.expect_download() as download:
        page.get_by_role("link", name="Downloaden").click()
    table = Path(download.value.path()).read_text("utf-8-sig")
    context.close()
    assert "Joop timmert" in table and "Alleen voor wie dit bijhoudt" not in table
