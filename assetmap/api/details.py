"""Everything about one asset, for the panel beside the map, in the visitor's language where there are words for it."""

from babel import Locale
from babel.lists import format_list
from flask import Blueprint, Response, jsonify, request, url_for

from ..domain.connection import VERBS
from ..domain.kind import FACETS, KINDS
from ..domain.person import PARTS
from ..domain.problems import Problem
from ..domain.rhythm import SEASONS, WEEKDAYS, Rhythm
from ..domain.state import KEY_HOLDERS, STATES
from ..domain.tag import SURPLUS_TAGS
from ..i18n import direction, words
from ..inventory import Item, item, ties_of
from ..visit import Visit, language, visit

details = Blueprint("details", __name__)


@details.get("/api/<slug>/assets/<int:number>")
def asset_details(slug: str, number: int) -> Response:
    """One asset as this audience sees it. Problem("unknown-asset") where there is nothing it may see."""
    here = visit()
    seen = item(here.db, here.audience, number)
    if seen is None:
        raise Problem("unknown-asset")
    gettext = words(language()).gettext
    texts = _texts(seen)
    return jsonify(
        number=seen.number, kind=seen.kind, kind_label=gettext(KINDS[seen.kind].label),
        facet=gettext(FACETS[seen.facet]) if seen.facet in FACETS else "",
        texts=texts, text=_best(texts), tags=[
            {"tag": tag, "label": gettext(SURPLUS_TAGS[tag]) if tag in SURPLUS_TAGS else tag} for tag in seen.tags],
        state=seen.state, state_label=gettext(STATES[seen.state][1]),
        key_holder=gettext(KEY_HOLDERS[seen.key_holder]) if seen.key_holder else "",
        rhythm=_rhythm(seen.rhythm), street=seen.street, point=seen.point, masked=seen.masked,
        precision=seen.precision if seen.point else "",
        people=[{"name": name, "part": gettext(PARTS[part])} for name, part in seen.people],
        pictures=[{
            "small": _media(here, each.hash, "small"), "screen": _media(here, each.hash, "screen"), "alt": each.alt,
            "credit": each.credit, "width": each.width, "height": each.height} for each in seen.pictures],
        sounds=[{
            "url": _media(here, each.hash, "sound"), "mime": each.mime, "seconds": each.seconds, "alt": each.alt,
            "credit": each.credit} for each in seen.sounds],
        connections=_connections(here, number), invented=seen.invented, attribution=seen.attribution,
        page=url_for("assets.asset_page", slug=slug, number=number, **_audience()))


def _texts(seen: Item) -> list[dict]:
    """The words in each language, the teller's own first; what is not translated is left empty."""
    return [_text(each) for each in (seen, *seen.translations)]


def _text(texts: object) -> dict:
    tag = texts.language
    return {
        "language": tag, "language_name": _language_name(tag), "direction": direction(tag),
        "title": texts.title, "why": texts.why, "description": texts.description, "story": texts.story}


def _best(texts: list[dict]) -> int:
    """Which of the texts is in the visitor's language; the teller's own where none is."""
    return next((place for place, text in enumerate(texts) if text["language"].split("-")[0] == language()), 0)


def _language_name(tag: str) -> str:
    """"Arabisch" for "ar", as the visitor calls it."""
    return Locale.parse(language()).languages.get(tag.split("-")[0].lower(), tag)


def _rhythm(rhythm: Rhythm) -> str:
    """When it lives, in one line: "Lente en zomer · Vrijdag · na het eten"."""
    parts = (_listed(rhythm.seasons, SEASONS), _listed(rhythm.weekdays, WEEKDAYS), rhythm.time)
    return " · ".join(part for part in parts if part)


def _listed(chosen: tuple[str, ...], table: dict[str, str]) -> str:
    names = [words(language()).gettext(label) for name, label in table.items() if name in chosen]
    if language() == "nl":
        # Dutch writes days and seasons small; only a line begins with a capital.
        names[1:] = [name.lower() for name in names[1:]]
    return format_list(names, locale=language()) if names else ""


def _media(here: Visit, hash: str, size: str) -> str:
    return url_for("media.media_file", slug=here.neighbourhood.slug, hash=hash, size=size, **_audience())


def _audience() -> dict[str, str]:
    """Who looks with the eyes of a wider circle, goes on doing so."""
    asked = request.args.get("audience", "")
    return {"audience": asked} if asked else {}


def _connections(here: Visit, number: int) -> list[dict]:
    gettext = words(language()).gettext
    found = []
    for tie, other in ties_of(here.db, here.audience, number):
        outward, title = tie.first == number, other.said("title", language())
        found.append({
            "words": gettext(VERBS[tie.verb][0 if outward else 1]), "outward": outward, "verb": tie.verb,
            "number": other.number, "title": title.text, "language": title.language, "kind": other.kind,
            "since": tie.since, "note": tie.note, "point": other.point})
    return found
