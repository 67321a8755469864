"""Every naughty string in every text field: kept as it is, shown as it is, and never more than text."""

import pytest

from assetmap.actions import connecting, recording
from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.draft import Draft, DraftPerson
from assetmap.domain.kind import Kind
from assetmap.domain.person import Part
from assetmap.domain.rhythm import Rhythm
from assetmap.store import assets
from assetmap.store.opening import writing
from tests.neighbourhood import NOW, SLUG, Tuinwijk

from .record_form import naughty, sent_by, text_of, typed

STRINGS = [text for text in naughty() if text.strip()]
BOXES = ("why", "description", "story", "time", "street", "person-0-name", "person-0-guardian",
         "translation-0-title", "translation-0-why", "translation-0-description", "translation-0-story", "tag", "title")


def spaced(text: str) -> str:
    return " ".join(text.split())


def hub(tuinwijk: Tuinwijk) -> int:
    """An asset tied to one asset for every string, which is its title, its why and the note of the tie."""
    bas = tuinwijk.members["Bas"]
    with writing(tuinwijk.db):
        number = recording.record(
            tuinwijk.db, bas, NOW,
            Draft(Kind.NETWORK, "Alles", "\n".join(STRINGS)[:900], audience=Audience.PUBLIC)).number
        for text in STRINGS:
            other = recording.record(
                tuinwijk.db, bas, NOW, Draft(Kind.PLACE, text[:200], text, audience=Audience.PUBLIC)).number
            connecting.connect(tuinwijk.db, bas, NOW, number, Verb.HELPS, other, note=text)
    return number


def test_every_string_is_shown_literally_as_title_and_note(tuinwijk: Tuinwijk, client) -> None:
    text = text_of(client.get(f"/{SLUG}/assets/{hub(tuinwijk)}").text)
    missing = [each for each in STRINGS if spaced(each)[:200] not in text]
    assert not missing


def test_every_string_is_shown_literally_in_the_other_texts(tuinwijk: Tuinwijk, client) -> None:
    bas = tuinwijk.members["Bas"]
    for start in range(0, len(STRINGS), 75):
        texts = STRINGS[start:start + 75]
        short = [text for text in texts if len(text) <= 40]
        draft = Draft(
            Kind.STORY, "Titel", "Waarom", audience=Audience.PUBLIC, story="\n".join(texts),
            description="\n".join(texts),
            tags=tuple(short[:20]), rhythm=Rhythm(time=texts[0][:200]), translations=(
                Translation("en", texts[1], texts[2], "\n".join(texts), "\n".join(texts)),),
            people=tuple(DraftPerson(text[:100], Part.HELPS, agreed=(("text", "public"), ("name", "public")))
                         for text in texts))
        number = recording.record(tuinwijk.db, bas, NOW, draft).number
        kept = assets.read(tuinwijk.db, number)
        assert kept.story == "\n".join(texts).strip()
        text = text_of(client.get(f"/{SLUG}/assets/{number}").text)
        for each in (*texts, *short[:20], *(person.name for person in draft.people)):
            assert spaced(each) in text


@pytest.mark.parametrize("shift", [0, 5])
def test_every_string_comes_back_literally_in_a_box_of_the_form(tuinwijk: Tuinwijk, signed_in, shift: int) -> None:
    client = signed_in("Bas")
    for start in range(0, len(STRINGS), len(BOXES)):
        boxes = typed(kind="") | {
            box: STRINGS[(start + place + shift) % len(STRINGS)] for place, box in enumerate(BOXES)}
        answer = client.post(f"/{SLUG}/assets/new", data=boxes)
        assert answer.status_code == 422
        sent = sent_by(answer.text)
        for box in BOXES:
            assert boxes[box].replace("\r", "\n") in sent[box], box
