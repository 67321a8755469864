"""What the boxes of the form are called, so that a problem can speak of them in the reader's language."""

from ..domain.problems import Problem
from ..i18n import words
from ..visit import language
from .showing import sentence

FIELDS: dict[str, str] = {
    "kind": "What is it?",
    "facet": "Closer still",
    "title": "What do you call it?",
    "why": "Why does it matter?",
    "geometry": "Where is it?",
    "longitude": "Where is it?",
    "street": "Street",
    "precision": "How exactly may it be shown?",
    "photos": "Photos",
    "attachments": "Photos and sound",
    "story": "The story",
    "sounds": "Sound",
    "people": "Who is it about?",
    "description": "What is there to know?",
    "rhythm": "When does it live?",
    "time": "When does it live?",
    "key_holder": "Who holds the key?",
    "state": "How is it doing?",
    "round": "Round",
    "tags": "Words to find it by",
    "language": "Language",
    "translations": "In other languages",
    "audience": "Who may see this?",
}
"""Field of a draft -> what stands at its box (English message id), from top to bottom as the form is read."""

ANCHORS: dict[str, str] = {"language": "written-language"}
"""Field -> the id of its box, where that is another one: the page around has a language too."""

_SPOKEN_FACTS = ("reason", "what")
"""Facts that are English message ids themselves."""


def in_order(problem: Problem) -> int:
    """A key to sort problems by: what belongs to no field first, then from top to bottom as the form is read."""
    places = list(FIELDS)
    return places.index(problem.field) if problem.field in FIELDS else -1


def told(problem: Problem) -> dict[str, str]:
    """The problem as the page's script shows it: {"code", "field", "sentence"}."""
    return {"code": problem.code, "field": in_words(problem).field, "sentence": sentence(in_words(problem))}


def in_words(problem: Problem) -> Problem:
    """The same problem with its facts in the reader's language, its field by the words and the id of its box."""
    gettext = words(language()).gettext
    facts = dict(problem.facts) | {
        name: gettext(str(problem.facts[name])) for name in _SPOKEN_FACTS if name in problem.facts}
    if problem.field in FIELDS:
        facts["field"] = gettext(FIELDS[problem.field])
    again = Problem.__new__(Problem)
    Exception.__init__(again, str(problem))
    again.code, again.field, again.facts = problem.code, ANCHORS.get(problem.field, problem.field), facts
    return again
