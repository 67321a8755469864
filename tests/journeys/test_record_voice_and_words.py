"""A voice recorded in the browser, a story that gets too long, and words that try to be more than words."""

import pytest
from playwright.sync_api import expect

from assetmap.store import assets
from tests.neighbourhood import SLUG
from tests.web.record_form import naughty
from tests.web.test_record_naughty import hub

from .recording_steps import keep, kept_page, ready, sign_in, unfold, window, write

pytestmark = pytest.mark.browser

# A microphone that hears one tone: the recorder, the file and the server behind it are real.
MICROPHONE = """
    const sound = new AudioContext(), tone = sound.createOscillator(), ear = sound.createMediaStreamDestination();
    tone.connect(ear); tone.start();
    navigator.mediaDevices.getUserMedia = async () => { await sound.resume(); return ear.stream; };
"""


def newest(tuinwijk):
    return assets.read(tuinwijk.db, max(assets.numbers(tuinwijk.db)))


def test_a_voice_is_recorded_sent_and_heard_on_the_page(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        page.context.add_init_script(MICROPHONE)
        sign_in(page, "Bas")
        ready(page)
        write(page, kind="story", title="Hoe de brug er kwam")
        unfold(page, "story")
        page.click("#sound-record")
        expect(page.locator("#sound-record")).to_contain_text("Stop (0:01)")
        page.click("#sound-record")
        expect(page.locator("[data-row=sound] [data-state]")).to_have_text("Veilig aangekomen")
        page.fill("#sound-0-alt", "Ida vertelt over de brug")
        keep(page)
        kept_page(page)
        expect(page.locator(".sound figcaption")).to_contain_text("Ida vertelt over de brug")
        audio = page.locator(".sound audio")
        length = audio.evaluate("""async (audio) => {
            audio.preload = "metadata"; audio.load();
            await new Promise((resolve, reject) => { audio.onloadedmetadata = resolve; audio.onerror = reject; });
            return audio.duration;
        }""")
        assert length > 0
    assert newest(tuinwijk).attachments[0].file.mime.startswith("audio/")


def test_the_room_that_is_left_is_told_only_near_the_end(browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page)
        unfold(page, "story")
        page.fill("#story", "x" * 17_000)
        expect(page.locator("#story-count")).to_have_count(0)
        page.fill("#story", "x" * 19_990)
        expect(page.locator("#story-count")).to_have_text("Nog 10 tekens")
        page.fill("#story", "👵" * 20_001)
        expect(page.locator("#story-count")).to_have_text("1 tekens te veel")
        keep(page)
        expect(page.locator("#problems")).to_contain_text("20001")
        page.fill("#story", "👵" * 20_000)
        keep(page)
        kept_page(page)


def test_naughty_words_are_words_on_the_page_and_in_the_form(tuinwijk, browser, live) -> None:
    strings = [text for text in naughty() if text.strip()]
    number = hub(tuinwijk)
    with window(browser, live) as page:
        sign_in(page, "Bas", f"/{SLUG}/assets/{number}")
        shown = " ".join(page.text_content("#connections").split())
        assert [text for text in strings if " ".join(text.split())[:200] not in shown] == []
        page.goto(f"/{SLUG}/assets/new")
        ready(page)
        unfold(page, "tags")
        unfold(page, "people")
        script = next(text for text in strings if "<script>alert" in text)
        image = next(text for text in strings if "onerror" in text and len(text) <= 40)
        for box in ("title", "why", "description", "story", "person-0-name", "person-0-guardian"):
            page.evaluate("([id, text]) => { document.getElementById(id).value = text; }", [box, script])
        page.fill("#tag-own", image)
        page.click("#tag-add")
        page.check("[name=kind][value=story]")
        keep(page)
        kept_page(page)
        assert script in page.text_content("h1") and image in page.text_content(".asset__facts")
        page.click("text=Veranderen")
        ready(page)
        assert page.input_value("#story") == script
        page.click("h1")
    kept = newest(tuinwijk)
    assert kept.title == script and kept.tags == (image,)
