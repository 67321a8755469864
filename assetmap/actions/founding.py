"""Founding a neighbourhood, and telling what it is about."""

import secrets
import shutil
import uuid
from dataclasses import replace
from pathlib import Path

from shapely import to_wkb
from shapely.geometry.base import BaseGeometry
from sqlite_utils import Database

from ..domain.neighbourhood import RESERVED_SLUGS, SLUG, Neighbourhood, Saying
from ..domain.problems import Problem
from ..domain.role import Actor, Right
from ..domain.round import Round
from ..domain.said import LANGUAGE
from ..drawing.base_drawing import draw_base
from ..store import journal, neighbourhoods, rounds
from ..store.opening import open_database, writing
from .allowing import require
from .dating import DATE


def found(folder: Path, actor: Actor, now: str, neighbourhood: Neighbourhood, boundary: BaseGeometry) -> Path:
    """Makes the folder <folder>/<slug> with its database and returns it; whole, or not at all.

    Raises Problem("bad-slug") and Problem("neighbourhood-exists").
    """
    require(actor, Right.SET)
    slug = neighbourhood.slug
    if not SLUG.fullmatch(slug) or slug in RESERVED_SLUGS:
        raise Problem("bad-slug", slug=slug)
    home = folder / slug
    if home.exists():
        raise Problem("neighbourhood-exists", slug=slug)
    draft = folder / f".{slug}-{uuid.uuid4().hex[:8]}"
    try:
        (draft / "media").mkdir(parents=True)
        (draft / "base").mkdir()
        draw_base(draft / "base", boundary, slug)
        db = open_database(draft / "assetmap.db", create=True)
        with writing(db):
            neighbourhoods.create(db, replace(neighbourhood, boundary=to_wkb(boundary)), secrets.token_hex(32), now)
            journal.note(db, now, actor.id, "founded")
        db.close()
        draft.rename(home)
    except PermissionError as error:
        raise Problem("folder-not-writable", path=folder) from error
    except OSError as error:
        raise Problem("neighbourhood-exists", slug=slug) if home.exists() else error from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return home


def tell(db: Database, actor: Actor, now: str, **said: object) -> Neighbourhood:
    """Changes what the neighbourhood says of itself: name, purpose, mandate, notice, attribution, language, public."""
    require(actor, Right.SET)
    with writing(db):
        after = replace(neighbourhoods.read(db), **said)  # type: ignore[arg-type]
        neighbourhoods.write(db, after)
        neighbourhoods.next_sequence(db)
        journal.note(db, now, actor.id, "told", fields=sorted(said))
    return after


def tell_in(db: Database, actor: Actor, now: str, language: str, **said: str) -> Neighbourhood:
    """Says purpose, mandate or notice in one more language; what is not given stays as it was said in it before.

    Raises Problem("unknown-language").
    """
    require(actor, Right.SET)
    if not LANGUAGE.fullmatch(language):
        raise Problem("unknown-language", field="language", value=language)
    with writing(db):
        before = neighbourhoods.read(db).sayings
        own = next((each for each in before if each.language == language), Saying(language))
        others = tuple(each for each in before if each.language != language)
        return tell(db, actor, now, sayings=(*others, replace(own, **said)))


def start_round(
    db: Database, actor: Actor, now: str, title: str, purpose: str, starts: str = "", ends: str = "",
) -> Round:
    """Starts a round with a purpose that is told to everyone asked."""
    require(actor, Right.CHANGE)
    if not title.strip():
        raise Problem("title-missing", field="title")
    for field, date in (("starts", starts), ("ends", ends)):
        if date and not DATE.fullmatch(date):
            raise Problem("unknown-date", field=field, value=date)
    with writing(db):
        round = rounds.write(db, title.strip(), purpose.strip(), starts, ends, now)
        neighbourhoods.next_sequence(db)
        journal.note(db, now, actor.id, "round started", round=round.number)
    return round
