"""What there is to choose in the form, and what stands in it in a few words, in the reader's language."""

from collections.abc import Callable

from ..domain.audience import AUDIENCES
from ..domain.kind import FACETS, KINDS
from ..domain.precision import PRECISIONS
from ..domain.rhythm import SEASONS, WEEKDAYS
from ..domain.state import KEY_HOLDERS, STATES, State
from ..i18n import words
from ..visit import language
from .form_filled import Filled
from .showing import tag_label
from .tongues import plain_name

LONGEST_SUMMARY = 70


def choices(filled: Filled) -> dict[str, list[tuple[str, ...]]]:
    """Field -> its choices as cards: (value, label, hint)."""
    say = words(language()).gettext
    return {
        "key_holder": [("", say("Don't know yet")), *((str(each), say(label)) for each, label in KEY_HOLDERS.items())],
        # What has been retired is brought back on its page; here it only stays what it is.
        "state": [(str(each), say(label)) for each, (_, label) in STATES.items()
                  if each is not State.RETIRED or filled.state == State.RETIRED],
        "precision": [(str(each), say(label)) for each, label in PRECISIONS.items()],
        "audience": [(str(each), say(label), say(hint)) for each, (_, label, hint) in AUDIENCES.items()],
    }


def summaries(filled: Filled) -> dict[str, str]:
    """Part of the form -> what stands in it, "" where nothing does."""
    count = words(language()).ngettext
    photos = len(filled.photos)
    return {
        "place": filled.street,
        "photos": (count("%(num)d photo", "%(num)d photos", photos) % {"num": photos}) if photos else "",
        "story": _short(filled.story),
        "people": ", ".join(person.name for person in filled.people),
        "more": _short(filled.description or filled.time),
        "tags": ", ".join(tag_label(tag) for tag in filled.tags),
        "languages": ", ".join(plain_name(each.language, language()) for each in filled.translations if each.language),
    }


def in_short(filled: Filled, field: str) -> str:
    """One field of a draft (domain.draft.Draft) as this form fills it, in words, to lay two versions side by side."""
    say = words(language()).gettext
    tables: dict[str, Callable[[], str]] = {
        "kind": lambda: say(KINDS[filled.kind].label),  # type: ignore[index]
        "facet": lambda: say(FACETS[filled.facet]) if filled.facet else "",
        "state": lambda: say(STATES[filled.state][1]),  # type: ignore[index]
        "key_holder": lambda: say(KEY_HOLDERS[filled.key_holder]) if filled.key_holder else "",  # type: ignore[index]
        "audience": lambda: say(AUDIENCES[filled.audience][1]),  # type: ignore[index]
        "precision": lambda: say(PRECISIONS[filled.precision]) if filled.precision else "",  # type: ignore[index]
        "tags": lambda: ", ".join(tag_label(tag) for tag in filled.tags),
        "geometry": lambda: (filled.street or say("On the map")) if filled.geometry else say("No place"),
        "rhythm": lambda: " · ".join([
            *(say(SEASONS[each]) for each in filled.seasons), *(say(WEEKDAYS[each]) for each in filled.weekdays),
            *([filled.time] if filled.time else [])]),
        "attachments": lambda: " · ".join(each.alt or "?" for each in (*filled.photos, *filled.sounds)),
        "translations": lambda: "\n".join(
            f"{plain_name(each.language, language())}: {each.title or each.why or each.description or each.story}"
            for each in filled.translations),
        "language": lambda: plain_name(filled.language, language()),
    }
    return (tables[field]() if field in tables else str(getattr(filled, field, ""))) or "–"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SUMMARY else f"{line[:LONGEST_SUMMARY - 1].rstrip()}…"
