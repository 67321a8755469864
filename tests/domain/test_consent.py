"""How far each medium of an asset may go."""

from assetmap.domain.audience import Audience
from assetmap.domain.consent import medium_level, person_level
from assetmap.domain.medium import Medium
from assetmap.domain.person import Consent, Involved, Part, Person

PUBLIC, NEIGHBOURS, TEAM, NOBODY = 3, 2, 1, 0


def said(*consents: Consent, child: bool = False, part: Part = Part.HOLDS) -> Involved:
    return Involved(Person("fatma", "Fatma", child), part, consents)


def yes(medium: Medium = Medium.TEXT, audience: Audience = Audience.PUBLIC, given: str = "2026-01-01T00:00:00Z",
        withdrawn: str = "", guardian: str = "") -> Consent:
    return Consent("fatma", medium, audience, given, withdrawn, guardian)


def test_an_asset_with_nobody_on_it_goes_as_far_as_its_audience() -> None:
    assert medium_level(Audience.NEIGHBOURHOOD, [], Medium.TEXT) == NEIGHBOURS


def test_a_person_limits_how_far_it_goes() -> None:
    joop = said(yes(audience=Audience.NEIGHBOURHOOD))
    assert medium_level(Audience.PUBLIC, [joop], Medium.TEXT) == NEIGHBOURS


def test_somebody_who_was_not_asked_yet_is_for_the_team_alone() -> None:
    assert person_level(said(), Medium.TEXT) == TEAM


def test_what_was_taken_back_is_for_nobody_not_even_the_team() -> None:
    assert person_level(said(yes(withdrawn="2026-02-01T00:00:00Z")), Medium.TEXT) == NOBODY


def test_a_new_yes_after_a_no_counts_again() -> None:
    again = said(yes(withdrawn="2026-02-01T00:00:00Z"), yes(given="2026-03-01T00:00:00Z"))
    assert person_level(again, Medium.TEXT) == PUBLIC


def test_an_older_yes_does_not_outlive_a_later_no() -> None:
    both = said(yes(given="2026-01-01T00:00:00Z"), yes(given="2026-01-05T00:00:00Z", withdrawn="2026-02-01T00:00:00Z"))
    assert person_level(both, Medium.TEXT) == NOBODY


def test_a_child_needs_a_guardians_word() -> None:
    assert person_level(said(yes(), child=True), Medium.TEXT) == TEAM
    assert person_level(said(yes(guardian="haar moeder"), child=True), Medium.TEXT) == PUBLIC


def test_of_two_answers_the_narrower_one_counts() -> None:
    both = said(yes(audience=Audience.PUBLIC), yes(audience=Audience.NEIGHBOURHOOD))
    assert person_level(both, Medium.TEXT) == NEIGHBOURS


def test_words_taken_back_take_the_photo_along() -> None:
    wim = said(yes(withdrawn="2026-02-01T00:00:00Z"), yes(Medium.PHOTO))
    assert medium_level(Audience.PUBLIC, [wim], Medium.PHOTO) == NOBODY


def test_who_is_in_the_picture_and_was_not_asked_keeps_it_with_the_team() -> None:
    teller = said(yes())
    in_picture = said(yes(), part=Part.IN_PICTURE)
    assert medium_level(Audience.PUBLIC, [teller], Medium.PHOTO) == PUBLIC
    assert medium_level(Audience.PUBLIC, [teller, in_picture], Medium.PHOTO) == TEAM
