"""How far each medium of an asset may go. The one rule behind every view and export; pure, so that it can be read."""

from collections.abc import Iterable

from .audience import Audience
from .medium import Medium
from .person import Involved

NOBODY = 0


def person_level(involved: Involved, medium: Medium) -> int:
    """The widest audience level (0..3) this person allows for this medium.

    Withdrawn is for nobody, the team included. Not asked yet, or a child without a guardian's word,
    is for the team alone: anything about somebody waits until they agree.
    """
    given = [consent for consent in involved.consents if consent.medium == medium]
    if not given:
        return Audience.TEAM.level
    if any(consent.withdrawn for consent in given):
        standing = [consent for consent in given if not consent.withdrawn]
        newest_no = max(consent.withdrawn for consent in given)
        given = [consent for consent in standing if consent.given >= newest_no]
        if not given:
            return NOBODY
    if involved.person.child and not any(consent.guardian for consent in given):
        return Audience.TEAM.level
    # The most restrictive word wins when two were noted down.
    return min(consent.audience.level for consent in given)


def medium_level(audience: Audience, involved: Iterable[Involved], medium: Medium) -> int:
    """The widest audience level for one medium of an asset: no wider than the asset, nor than anyone involved allows.

    Names are each person's own affair, see `person_level`. Words bind every medium: an asset whose words
    were taken back shows nothing at all.
    """
    everyone = list(involved)
    levels = [audience.level]
    levels += [person_level(each, Medium.TEXT) for each in everyone]
    if medium is not Medium.TEXT:
        levels += [person_level(each, medium) for each in everyone if _concerns(each, medium)]
    return min(levels)


def _concerns(involved: Involved, medium: Medium) -> bool:
    """A photo concerns who was asked about photos or is in the picture; likewise a voice and a place."""
    asked = any(consent.medium == medium for consent in involved.consents)
    return asked or (medium is Medium.PHOTO and involved.part == "in_picture")
