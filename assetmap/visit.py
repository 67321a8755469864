"""A visit: one request to one neighbourhood, by somebody, in a language. Only pages, API and this know of requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from flask import Request, current_app, g, request
from sqlite_utils import Database

from .actions import allowing, signing_in
from .config import Settings
from .domain.audience import Audience
from .domain.moment import iso
from .domain.neighbourhood import Neighbourhood
from .domain.problems import Problem
from .domain.role import VISITOR, Actor, Right
from .i18n import LANGUAGES, best_language
from .media import Limits
from .store import neighbourhoods
from .store.shelf import Shelf

LANGUAGE_COOKIE = "assetmap-language"


@dataclass(frozen=True)
class Visit:
    """What pages and API calls are handed: the neighbourhood's database and folder, who asks, and when."""

    db: Database
    folder: Path
    neighbourhood: Neighbourhood
    token: str
    now: str
    settings: Settings
    asked_audience: str

    @cached_property
    def actor(self) -> Actor:
        """Who asks; a visitor where nobody is signed in."""
        return (signing_in.who_is(self.db, self.now, self.token, self.settings.session_days)
                if self.token else None) or VISITOR

    @cached_property
    def audience(self) -> Audience:
        """For whom this view is: the innermost circle the actor belongs to, or a wider one that they ask for."""
        asked = Audience(self.asked_audience) if self.asked_audience in list(Audience) else self.actor.audience
        return max(asked, self.actor.audience, key=lambda each: each.level)

    @property
    def limits(self) -> Limits:
        """How large a photo or recording may be here."""
        chosen = self.settings
        return Limits.of(
            form_megabytes=chosen.upload_megabytes, photo_megabytes=chosen.photo_megabytes,
            sound_megabytes=chosen.sound_megabytes, megapixels=chosen.photo_megapixels)

    def require(self, right: Right) -> None:
        """Raises Problem("not-allowed") where whoever asks lacks the right."""
        allowing.require(self.actor, right)


def visit() -> Visit:
    """The visit of the present request, whose address begins with a neighbourhood's slug."""
    if "visit" not in g:
        slug = (request.view_args or {})["slug"]
        shelf: Shelf = current_app.extensions["assetmap-shelf"]
        db = shelf.open(slug)
        g.visit = Visit(
            db=db, folder=shelf.path(slug), neighbourhood=neighbourhoods.read(db),
            token=request.cookies.get(cookie_name(slug), ""), now=iso(datetime.now(UTC)), settings=settings(),
            asked_audience=request.args.get("audience", ""))
    return g.visit


def visit_or_none() -> Visit | None:
    """The visit, or None on pages that belong to no neighbourhood (or to one that does not exist)."""
    if not request or not request.view_args or "slug" not in request.view_args:
        return None
    try:
        return visit()
    except Problem:
        return None


def settings() -> Settings:
    """The settings of this installation."""
    return current_app.extensions["assetmap-settings"]


def cookie_name(slug: str) -> str:
    """The session cookie of one neighbourhood: being signed in here says nothing next door."""
    return f"assetmap-{slug}"


def language() -> str:
    """The visitor's language: chosen by ?lang=, remembered, else what the browser asks for, else Dutch."""
    if "language" not in g:
        g.language = chosen_language(request) or request.cookies.get(LANGUAGE_COOKIE, "")
        if g.language not in LANGUAGES:
            g.language = best_language(list(request.accept_languages.values()))
    return g.language


def chosen_language(asked: Request) -> str:
    """The language asked for in the address, "" where none or an unknown one is."""
    wanted = asked.args.get("lang", "")
    return wanted if wanted in LANGUAGES else ""


def base_address() -> str:
    """The address of this installation without a slash at the end, for links that leave the screen."""
    return settings().address or request.host_url.rstrip("/")


def came_from_elsewhere(headers: Mapping[str, str], host: str) -> bool:
    """Whether another site's page sent this request (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).

    Browsers say where a form was sent from; nothing has to be kept in the form, so nothing in it can expire.
    """
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("Origin")
    return origin is not None and origin.split("://")[-1] != host
