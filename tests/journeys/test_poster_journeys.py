"""A steward lays a poster right: drags a note, nudges one with the arrows, thinks better of it."""

import json

import pytest

from assetmap.store import note_places
from tests.neighbourhood import PASSPHRASE, Tuinwijk

pytestmark = pytest.mark.browser


def placed(tuinwijk: Tuinwijk, key: str):
    return note_places.read(tuinwijk.db, "a3-landscape", tuinwijk.numbers[key])


def way_to_free_paper(page, note) -> tuple[float, float]:
    """How many pixels to the right and down there is room for this note."""
    def box_of(one) -> tuple[float, float, float, float]:
        x, y, width, height = (float(one.get_attribute(f"data-{name}")) for name in ("x", "y", "width", "height"))
        return x, y, x + width, y + height

    sheet = page.locator("#sheet")
    taken = [box_of(one) for one in page.locator("#sheet .note").all()]
    taken += json.loads(sheet.get_attribute("data-blocks"))
    left, top, right, bottom = box_of(note)
    wide, high = right - left, bottom - top
    scale = page.locator(".sheet__ground").bounding_box()["width"] / 420
    free = (
        (x, y) for y in range(20, 270 - int(high), 8) for x in range(20, 400 - int(wide), 8)
        if all(x > c + 4 or x + wide + 4 < a or y > d + 4 or y + high + 4 < b for a, b, c, d in taken))
    x, y = min(free, key=lambda spot: abs(spot[0] - left) + abs(spot[1] - top))
    return (x - left) * scale, (y - top) * scale


def test_a_steward_moves_notes_by_hand_and_by_keyboard(browser_page, tuinwijk: Tuinwijk) -> None:
    page = browser_page
    page.goto("/tuinwijk/sign-in")
    page.fill("[name=name]", "Mila")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tuinwijk/")
    page.goto("/tuinwijk/poster?paper=a3&orientation=landscape&style=black-only&photos=none")
    page.get_by_role("button", name="Teken dit vel").click()
    page.locator("#sheet .note").first.wait_for(timeout=60_000)

    # The whole sheet is in view; closer, what was touched stays in the middle.
    sheet = page.locator("#sheet")
    assert sheet.evaluate("all => all.scrollHeight <= all.clientHeight + 1 && all.scrollWidth <= all.clientWidth + 1")
    page.locator(f"#note-{tuinwijk.numbers['bench']}").focus()
    page.get_by_role("button", name="Dichterbij").click()
    seen, note = sheet.bounding_box(), page.locator(f"#note-{tuinwijk.numbers['bench']}").bounding_box()
    assert seen["x"] <= note["x"] + note["width"] / 2 <= seen["x"] + seen["width"]
    assert seen["y"] <= note["y"] + note["height"] / 2 <= seen["y"] + seen["height"]
    page.get_by_role("button", name="Dichterbij").click()

    # The keyboard: each arrow a millimetre, kept when one pauses.
    soup = page.locator(f"#note-{tuinwijk.numbers['soup']}")
    lay = placed(tuinwijk, "soup")
    soup.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.get_by_text("“Soep op vrijdag” hangt hier vast.").wait_for()
    pinned = placed(tuinwijk, "soup")
    assert pinned.pinned and (pinned.x, pinned.y) == pytest.approx((lay.x, lay.y + 2), abs=0.1)
    page.get_by_role("button", name="“Soep op vrijdag” losmaken").or_(
        page.locator("#pins").get_by_role("button", name="Losmaken")).first.wait_for()

    # By hand, to where nothing lies.
    bench = page.locator(f"#note-{tuinwijk.numbers['bench']}")
    right, down = way_to_free_paper(page, bench)
    box = bench.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2 + down, steps=4)
    page.mouse.up()
    page.get_by_text("“Praatbankje” hangt hier vast.").wait_for()
    assert placed(tuinwijk, "bench").pinned

    page.get_by_role("button", name="Draai terug").click()
    page.get_by_text("“Praatbankje” ligt weer waar het lag.").wait_for()
    assert not placed(tuinwijk, "bench").pinned and placed(tuinwijk, "soup").pinned

    # On another note it does not stay.
    here, there = soup.bounding_box(), bench.bounding_box()
    page.mouse.move(here["x"] + here["width"] / 2, here["y"] + here["height"] / 2)
    page.mouse.down()
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=4)
    page.mouse.up()
    page.get_by_text("Daar ligt al een briefje.").wait_for()
    assert placed(tuinwijk, "soup") == pinned
