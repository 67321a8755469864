"""What the journeys of recording do again and again in a real browser."""

from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.neighbourhood import PASSPHRASE, SLUG

NEW = f"/{SLUG}/assets/new"
PHOTO = Path(__file__).parents[1] / "data" / "photos" / "Landscape_6.jpg"
PHONE = {"width": 390, "height": 844}


@contextmanager
def window(browser, live: str, **options):
    """A fresh browser window over the live server; closed afterwards. Script errors and policy violations end up in
    `faults`."""
    context = browser.new_context(
        base_url=live, locale="nl-NL", service_workers="block", **{"viewport": PHONE, "has_touch": True} | options)
    context.set_default_timeout(8_000)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda message: page.faults.append(message.text)
            if message.type == "error" and "Content Security Policy" in message.text else None)
    page.on("dialog", lambda dialog: (page.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    context.close()
    assert not page.faults, page.faults


def sign_in(page: Page, name: str, onward: str = NEW) -> None:
    page.goto(f"/{SLUG}/sign-in?next={onward}")
    page.fill("[name=name]", name)
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click(".main button.button--main")
    page.wait_for_url(f"**{onward}")


def ready(page: Page) -> None:
    """The form's script has done its part."""
    expect(page.locator("form#record")).to_have_attribute("data-ready", "")


def write(
    page: Page, kind: str = "place", title: str = "Het lange bankje", why: str = "Hier wacht je nooit alleen.",
) -> None:
    page.check(f"[name=kind][value={kind}]")
    page.fill("#title", title)
    page.fill("#why", why)


def unfold(page: Page, part: str) -> None:
    page.click(f"#fold-{part} > summary")


def add_photo(page: Page) -> None:
    unfold(page, "photos")
    page.set_input_files("[data-pick=photo][multiple]", PHOTO)


def keep(page: Page) -> None:
    page.click("#send")


def kept_page(page: Page) -> None:
    """The asset's page has come and says that it is kept."""
    expect(page.locator("#done")).to_contain_text("Bewaard")


def draft_saved(page: Page) -> None:
    """What was typed is in the browser's own keeping."""
    page.wait_for_function("() => { const form = document.getElementById('record'); "
                           "return form.dataset.saved && !('saving' in form.dataset); }")
