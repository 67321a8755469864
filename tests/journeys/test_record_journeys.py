"""Recording in a real browser: from the invitation to the map, and nothing lost on the way."""

import re

import pytest
from playwright.sync_api import expect

from assetmap import inventory
from assetmap.actions import signing_in
from assetmap.domain.audience import Audience
from assetmap.domain.role import COMMAND, Role
from assetmap.store import assets
from tests.neighbourhood import LATER, SLUG
from tests.web.record_form import with_streets

from .recording_steps import (
    NEW,
    add_photo,
    draft_saved,
    keep,
    kept_page,
    ready,
    sign_in,
    unfold,
    window,
    write,
)

pytestmark = pytest.mark.browser


def newest(tuinwijk):
    return assets.read(tuinwijk.db, max(assets.numbers(tuinwijk.db)))


def test_a_builder_accepts_an_invitation_and_records_an_asset_by_tapping_the_map(tuinwijk, browser, live) -> None:
    token = signing_in.invite(tuinwijk.db, COMMAND, LATER, Role.BUILDER, 3650)
    with window(browser, live) as page:
        page.goto(f"/{SLUG}/invitation/{token}")
        page.fill("[name=name]", "Sanne")
        page.fill("[name=passphrase]", "thee met drie koekjes")
        page.click(".main button.button--main")
        page.goto(NEW)
        ready(page)
        write(page)
        unfold(page, "place")
        page.click("#place-map", position={"x": 150, "y": 150})
        expect(page.locator("[name=geometry]")).to_have_value(re.compile('"Point"'))
        add_photo(page)
        page.fill("#photo-0-alt", "Een waterval naast een bankje")
        expect(page.locator("[data-row=photo] [data-state]")).to_have_text("Veilig aangekomen")
        keep(page)
        kept_page(page)
        expect(page.locator("h1")).to_have_text("Het lange bankje")
        photo = page.locator(".gallery img")
        expect(photo).to_have_attribute("alt", "Een waterval naast een bankje")
        page.wait_for_function("() => document.querySelector('.gallery img').naturalWidth > 0")
        assert photo.evaluate("image => image.naturalWidth > image.naturalHeight")
        number = newest(tuinwijk).number
        there = page.request.get(f"/api/{SLUG}/assets/{number}").json()
        assert "Het lange bankje" in str(there)
    asset = newest(tuinwijk)
    item = inventory.item(tuinwijk.db, Audience.TEAM, asset.number)
    assert item.point is not None and 4.35 < item.point[0] < 4.37 and len(item.pictures) == 1


def test_a_lost_connection_loses_nothing_and_it_goes_when_asked(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page, title="Zonder verbinding")
        page.context.set_offline(True)
        add_photo(page)
        expect(page.locator("[data-row=photo] [data-state]")).to_have_text("Wacht op verbinding")
        keep(page)
        expect(page.locator("#send-message")).to_contain_text("Geen verbinding")
        assert page.input_value("#title") == "Zonder verbinding"
        page.context.set_offline(False)
        expect(page.locator("#send-message")).to_contain_text("Er is weer verbinding")
        page.click("#send-again")
        kept_page(page)
    assert newest(tuinwijk).title == "Zonder verbinding" and len(newest(tuinwijk).attachments) == 1


def test_a_reload_keeps_what_was_typed_and_the_photo(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page, kind="network", title="Wandelclub", why="Niemand loopt alleen.")
        unfold(page, "tags")
        page.fill("#tag-own", "wandelen, langzaam")
        page.press("#tag-own", "Enter")
        unfold(page, "people")
        page.fill("#person-0-name", "Karim")
        page.click("[data-add=person]")
        page.fill("#person-1-name", "Ida")
        page.context.set_offline(True)
        add_photo(page)
        page.fill("#photo-0-alt", "Laarzen op een rij")
        draft_saved(page)
        page.context.set_offline(False)
        id = page.input_value("[name=id]")
        page.reload()
        ready(page)
        expect(page.locator("#draft-note")).to_contain_text("Wat je typte is er nog")
        assert page.is_checked("[value=network]") and page.input_value("#title") == "Wandelclub"
        assert page.is_checked("[name=tag][value='wandelen, langzaam']")
        assert (page.input_value("#person-0-name"), page.input_value("#person-1-name")) == ("Karim", "Ida")
        assert page.input_value("#photo-0-alt") == "Laarzen op een rij" and page.input_value("[name=id]") == id
        expect(page.locator("[data-row=photo] [data-state]")).to_have_text("Veilig aangekomen")
        keep(page)
        kept_page(page)
        page.goto(NEW)
        ready(page)
        assert page.input_value("#title") == "" and page.is_hidden("#draft-note")
    asset = newest(tuinwijk)
    assert len(asset.attachments) == 1 and {each.person.name for each in asset.involved} == {"Karim", "Ida"}


def test_a_second_tab_starts_empty_and_starting_anew_forgets_the_draft(browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page, title="In het ene tabblad")
        draft_saved(page)
        other = page.context.new_page()
        other.goto(NEW)
        ready(other)
        assert other.input_value("#title") == ""
        other.close()
        page.reload()
        ready(page)
        page.click("#draft-anew")
        expect(page.locator("#title")).to_have_value("")
        ready(page)
        page.reload()
        ready(page)
        assert page.input_value("#title") == "" and page.is_hidden("#draft-note")


def test_pressing_twice_gives_one_asset(tuinwijk, browser, live) -> None:
    count = assets.count(tuinwijk.db)
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page)
        page.evaluate("() => { for (let press = 0; press < 3; press += 1) document.getElementById('send').click(); }")
        kept_page(page)
        page.go_back()
        ready(page)
        assert page.input_value("#title") == ""
    assert assets.count(tuinwijk.db) == count + 1


def test_two_people_at_once_put_their_words_together(tuinwijk, browser, live) -> None:
    number = tuinwijk.numbers["bench"]
    address = f"/{SLUG}/assets/{number}/edit"
    with window(browser, live) as bas, window(browser, live) as mila:
        sign_in(bas, "Bas", address)
        ready(bas)
        sign_in(mila, "Mila", address)
        ready(mila)
        mila.fill("#title", "Zitje van Mila")
        mila.fill("#why", "Zon in de ochtend.")
        keep(mila)
        kept_page(mila)
        bas.fill("#title", "Zitje van Bas")
        unfold(bas, "story")
        bas.fill("#story", "Van Bas")
        keep(bas)
        expect(bas.locator("#problems")).to_contain_text("Mila veranderde dit ook")
        ready(bas)
        bas.check("[name=choose-title][value=theirs]")
        keep(bas)
        kept_page(bas)
    asset = assets.read(tuinwijk.db, number)
    assert (asset.title, asset.why, asset.story) == ("Zitje van Mila", "Zon in de ochtend.", "Van Bas")


def test_a_phone_without_script_records_by_the_name_of_a_street(tuinwijk, browser, live) -> None:
    with_streets(tuinwijk.folder)
    with window(browser, live, java_script_enabled=False) as page:
        sign_in(page, "Bas")
        write(page, title="Plantenruil")
        unfold(page, "place")
        page.check("[name=where][value=street]")
        page.fill("#street", "Rüyalaan")
        keep(page)
        expect(page.locator("#done")).to_contain_text("Bewaard")
        expect(page.locator(".whereabouts__words")).to_have_text("In deze straat: Rüyalaan")
    assert newest(tuinwijk).street == "Rüyalaan" and newest(tuinwijk).shown is not None


def test_what_the_server_finds_wrong_is_shown_at_its_field_without_leaving(browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        page.fill("#title", "Alleen een naam")
        unfold(page, "people")
        page.fill("#person-0-name", "Noor")
        page.check("[name=person-0-child]")
        page.select_option("#person-0-agreed-text", "public")
        unfold(page, "people")
        keep(page)
        box = page.locator("#problems")
        expect(box).to_be_focused()
        expect(box.locator("li")).to_have_count(3)
        assert page.locator("#why").get_attribute("aria-invalid") == "true"
        assert page.locator("#fold-people").get_attribute("open") is not None
        box.locator("a", has_text="waarom het telt").click()
        expect(page.locator("#why")).to_be_focused()
        assert page.input_value("#title") == "Alleen een naam"


def test_a_session_that_ends_while_typing_is_taken_up_again_on_the_spot(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page, title="Lang nagedacht")
        page.context.clear_cookies()
        keep(page)
        expect(page.locator("dialog#sign-in")).to_be_visible()
        page.fill("[name=sign-in-passphrase]", "verkeerd gegokt hier")
        page.keyboard.press("Enter")
        expect(page.locator("#sign-in-error")).to_contain_text("horen niet bij elkaar")
        page.fill("[name=sign-in-passphrase]", "vier gewone woorden samen")
        page.keyboard.press("Enter")
        kept_page(page)
    assert newest(tuinwijk).title == "Lang nagedacht"


def test_a_file_that_will_not_do_is_told_in_its_row_and_the_rest_is_kept(tuinwijk, browser, live) -> None:
    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page, title="Met een verkeerd bestand")
        add_photo(page)
        page.set_input_files("[data-pick=photo][multiple]", [
            {"name": "brief.jpg", "mimeType": "image/jpeg", "buffer": b"Beste buren"}])
        expect(page.locator("[data-row=photo][data-bad] [data-state]")).to_contain_text("brief.jpg")
        keep(page)
        expect(page.locator("#problems")).to_contain_text("brief.jpg")
        page.click("[data-row=photo][data-bad] [data-remove]")
        keep(page)
        kept_page(page)
    assert len(newest(tuinwijk).attachments) == 1


def test_photos_are_put_in_order_with_the_arrows(tuinwijk, browser, live) -> None:
    from .recording_steps import PHOTO

    with window(browser, live) as page:
        sign_in(page, "Bas")
        ready(page)
        write(page)
        unfold(page, "photos")
        page.set_input_files("[data-pick=photo][multiple]", [PHOTO, PHOTO.with_name("Landscape_1.jpg")])
        expect(page.locator("[data-row=photo] [data-state]")).to_have_text(["Veilig aangekomen"] * 2)
        page.fill("#photo-0-alt", "Eerst de tweede")
        page.fill("#photo-1-alt", "Nu de eerste")
        page.click("[data-row=photo][data-n='1'] [data-move='-1']")
        keep(page)
        kept_page(page)
    assert [each.alt for each in newest(tuinwijk).attachments] == ["Nu de eerste", "Eerst de tweede"]
