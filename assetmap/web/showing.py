"""What every template may use: static files, icons, sentences, days and names in the visitor's language."""

import hashlib
import re
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, url_for
from markupsafe import Markup

from .. import visit
from ..domain.audience import AUDIENCES
from ..domain.connection import VERBS
from ..domain.kind import FACETS, KINDS
from ..domain.medium import MEDIA
from ..domain.moment import when
from ..domain.person import PARTS
from ..domain.precision import PRECISIONS
from ..domain.problems import Problem
from ..domain.rhythm import SEASONS, WEEKDAYS
from ..domain.role import ROLES, Right
from ..domain.said import Said
from ..domain.state import KEY_HOLDERS, STATES
from ..domain.tag import SURPLUS_TAGS
from ..folders import STATIC
from ..i18n import direction, words
from .sharing import shared_picture


def register(app: Flask) -> None:
    """Puts the helpers below into every template."""
    app.jinja_env.globals.update(
        asset_url=asset_url, icon=icon, tag_label=tag_label, KINDS=KINDS, FACETS=FACETS, STATES=STATES, VERBS=VERBS,
        KEY_HOLDERS=KEY_HOLDERS, PRECISIONS=PRECISIONS, AUDIENCES=AUDIENCES, SEASONS=SEASONS, WEEKDAYS=WEEKDAYS,
        PARTS=PARTS, MEDIA=MEDIA, ROLES=ROLES, SURPLUS_TAGS=SURPLUS_TAGS, Right=Right, direction_of=direction,
        shared_picture=shared_picture)
    app.jinja_env.filters.update(day=day, moment=moment, number=number, sentence=sentence, tongue=tongue)


def asset_url(path: str) -> str:
    """The address of a static file with its content's hash: it may be kept for ever and is new when it changes."""
    return url_for("static", filename=path, v=_version(path, (STATIC / path).stat().st_mtime_ns))


@lru_cache(maxsize=2_000)
def _version(path: str, _changed: int) -> str:
    return hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=500)
def icon(name: str) -> Markup:
    """The SVG of static/icons/<name>.svg for use inside the page; decoration, so hidden from screen readers."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"no icon can be called {name!r}")
    svg = (STATIC / "icons" / f"{name}.svg").read_text("utf-8")
    svg = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", svg, flags=re.S).strip()
    return Markup(re.sub(r"<svg\b", '<svg class="icon" aria-hidden="true" focusable="false"', svg, count=1))


def tag_label(tag: str) -> str:
    """A tag of the starting set in the visitor's language, any other as it was typed."""
    return words(visit.language()).gettext(SURPLUS_TAGS[tag]) if tag in SURPLUS_TAGS else tag


def sentence(problem: Problem) -> str:
    """The problem in the visitor's language."""
    return problem.said(words(visit.language()).gettext)


def tongue(said: Said) -> Markup:
    """The attributes of the element that holds a text: its language and the side it begins on."""
    return Markup(' lang="{}" dir="{}"').format(said.language, direction(said.language))


def day(text: str) -> str:
    """An ISO date or moment as a day people say: "21 november 2026". Part of a date stays as it is."""
    if len(text) < 10:
        return text
    return format_date(when(text if len(text) > 10 else f"{text}T00:00:00Z"), "long", locale=visit.language())


def number(value: int) -> str:
    """A number as the visitor's language writes it, and as the map's own script does: 2.000 or 2,000."""
    return format_decimal(value, locale=visit.language())


def moment(text: str) -> str:
    """An ISO moment as day and time, in the neighbourhood's clock where it is known, else UTC."""
    return format_datetime(when(text), "d MMMM yyyy HH:mm", locale=visit.language()) if text else ""
