"""The form: recording an asset and changing it. What was typed comes back with every problem."""

import errno
import json
import uuid
from dataclasses import replace

from flask import Response, jsonify, redirect, render_template, request, url_for
from shapely import from_wkb
from shapely.geometry.base import BaseGeometry

from ..actions import drafting, recording
from ..actions.checking import check, tidy
from ..actions.drafting import draft_of
from ..actions.merging import Collision
from ..domain.asset import LONGEST, Asset
from ..domain.draft import Draft
from ..domain.problems import Problem, Problems
from ..domain.role import Right, Role
from ..geo import shapes
from ..inventory import item
from ..store import assets, media_files, rounds
from ..visit import Visit, language, visit
from .form_choices import choices, in_short, summaries
from .form_files import SLOTS, with_facts, with_files
from .form_filled import Filled, filled_from
from .form_reading import draft_of_form, read_form
from .form_words import FIELDS, in_order, in_words, told
from .streets import read_streets
from .tongues import offered

FORM_MEGABYTES_FACTOR = 8
"""A form with many photos may weigh so many times one upload: else the words beside them would be lost with them."""


LONGEST_TYPED = 16_000_000
"""Bytes of typed words that are read at all: far more than fits, so that what is too long is told at its field."""


def new_page(slug: str) -> Response | str:
    """The empty form, with ?lon=&lat= at that spot; with ?from= what was just undone, to be recorded again."""
    here = visit()
    if sent_away := to_sign_in(here):
        return sent_away
    here.require(Right.RECORD)
    filled = _at_spot(Filled(language=here.neighbourhood.language))
    if (taken_away := request.args.get("from", type=int)) is not None:
        filled = _filled_with(here, drafting.open_taken_away(here.db, here.actor, taken_away), 0)
    return _page(here, replace(filled, id=str(uuid.uuid4())), None)


def record(slug: str) -> Response | tuple[Response | str, int]:
    """Records the asset and goes to its page, or gives the form back with what is wrong at each field."""
    here = visit()
    filled, problems = _read(here)
    if problems is None:
        return _refused(here, filled, None, [Problem("signed-out")])
    try:
        draft, shape = _checked(here, filled, problems)
        street = _street_line(here, draft, shape)
        # The same form sent again (a double tap, a lost answer, the way back) is the same asset; what was
        # changed in it since then is a change.
        known = assets.number_of(here.db, draft.id) if draft.id else None
        if known is None:
            asset = recording.record(here.db, here.actor, here.now, draft, street_line=street)
        else:
            drafting.open_for_change(here.db, here.actor, known)
            asset = recording.change(
                here.db, here.actor, here.now, known, draft, 1, street_line=street,
                people_then=[(person.name, str(person.part)) for person in draft.people])
    except Collision as collision:
        return _collided(here, filled, collision)
    except (Problem, Problems) as trouble:
        return _refused(here, filled, None, _listed(trouble))
    return _kept(here, asset, "recorded")


def edit_page(slug: str, number: int) -> Response | str:
    """The form with what is known."""
    here = visit()
    if sent_away := to_sign_in(here):
        return sent_away
    asset = drafting.open_for_change(here.db, here.actor, number)
    return _page(here, _filled_with(here, asset, asset.revision), asset)


def change(slug: str, number: int) -> Response | tuple[Response | str, int]:
    """Changes the asset and goes to its page; asks where two people changed the same words."""
    here = visit()
    filled, problems = _read(here)
    if problems is None:
        return _refused(here, filled, None, [Problem("signed-out")], number)
    asset = drafting.open_for_change(here.db, here.actor, number)
    try:
        draft, shape = _checked(here, filled, problems)
        draft = _with_theirs(draft, asset, filled)
        after = recording.change(
            here.db, here.actor, here.now, number, draft, filled.base, street_line=_street_line(here, draft, shape),
            people_then=filled.people_then)
    except Collision as collision:
        return _collided(here, filled, collision)
    except (Problem, Problems) as trouble:
        return _refused(here, filled, asset, _listed(trouble))
    return _kept(here, after, "changed" if after.revision != asset.revision else "same")


def add_page(slug: str) -> Response:
    """The short address for adding something."""
    return redirect(url_for("assets.new_page", slug=slug, **request.args.to_dict()))


def to_sign_in(here: Visit, onward: str = "") -> Response | None:
    """The way to the sign-in page and on (back here, where nothing else is said), for somebody who is not signed in."""
    if here.actor.role is not Role.VISITOR:
        return None
    onward = onward or request.full_path.rstrip("?")
    return redirect(url_for("signing.sign_in_page", slug=here.neighbourhood.slug, next=onward))


def _read(here: Visit) -> tuple[Filled, list[Problem] | None]:
    """The form that was sent, with the files in it kept. The problems are None where nobody is signed in."""
    request.max_content_length = here.settings.upload_megabytes * 1_000_000 * FORM_MEGABYTES_FACTOR
    request.max_form_memory_size = LONGEST_TYPED
    try:
        filled = read_form(request.form)
        files = request.files
    except OSError as error:  # Large forms wait on the disk while they come in.
        raise Problem("disk-full") if error.errno == errno.ENOSPC else error from error
    if here.actor.role is Role.VISITOR:
        return filled, None
    here.require(Right.RECORD)
    return with_files(filled, here, request.form, files)


def _checked(here: Visit, filled: Filled, problems: list[Problem]) -> tuple[Draft, BaseGeometry | None]:
    """The draft and its shape. Raises Problems with everything that is wrong, found by the form and by the rules."""
    boundary, name = from_wkb(here.neighbourhood.boundary), here.neighbourhood.name
    draft, more = draft_of_form(filled, read_streets(here.folder), boundary, name)
    problems, shape = [*problems, *more], None
    try:
        shape = check(tidy(draft), boundary, name)
    except Problems as others:
        problems += others.problems
    if problems:
        raise Problems(problems)
    return draft, shape


def _with_theirs(draft: Draft, asset: Asset, filled: Filled) -> Draft:
    """After a collision: the fields in which the other's version was chosen, as the asset has them now."""
    theirs = draft_of(asset)
    chosen = [field for field, whose in filled.choices.items() if whose == "theirs" and field in _MERGED]
    draft = replace(draft, **{field: getattr(theirs, field) for field in chosen})
    # A place goes with its street and how exactly it is shown.
    return replace(draft, street=theirs.street, keep_outside=True) if "geometry" in chosen else draft


_MERGED = frozenset(Draft.__dataclass_fields__) - {"id", "keep_outside", "people", "source", "invented"}


def _street_line(here: Visit, draft: Draft, shape: BaseGeometry | None) -> BaseGeometry | None:
    """The line of the street it lies in, along which a place shown by street is masked."""
    if shape is None:
        return None
    streets = read_streets(here.folder)
    street = streets.named(draft.street) or streets.nearest(shape)
    return street.line if street else None


def _filled_with(here: Visit, asset: Asset, base: int) -> Filled:
    return filled_from(draft_of(asset), base, {each.file.hash: each.file for each in asset.attachments})


def _at_spot(filled: Filled) -> Filled:
    longitude, latitude = (request.args.get(name, type=float) for name in ("lon", "lat"))
    if longitude is None or latitude is None:
        return filled
    return replace(filled, where="map", geometry=json.dumps({"type": "Point", "coordinates": [longitude, latitude]}))


def _listed(trouble: Problem | Problems) -> list[Problem]:
    return trouble.problems if isinstance(trouble, Problems) else [trouble]


def _kept(here: Visit, asset: Asset, how: str) -> Response:
    """On to the asset's page; where everything about it was taken back, to a page that says so."""
    slug = here.neighbourhood.slug
    seen = item(here.db, here.actor.audience, asset.number) is not None
    address = url_for("assets.asset_page", slug=slug, number=asset.number, done=how) if seen \
        else url_for("assets.taken_back_page", slug=slug)
    if _wants_json():
        return jsonify(address=address)
    return redirect(address, 303)


def _refused(
    here: Visit, filled: Filled, asset: Asset | None, problems: list[Problem], number: int | None = None,
) -> tuple[Response | str, int]:
    """The form again, whole, with what is wrong."""
    problems = sorted(problems, key=in_order)
    status = problems[0].status
    filled = with_facts(filled, here) if here.actor.may(Right.RECORD) else filled
    mended = _mended(here, filled, problems)
    if _wants_json():
        return jsonify(problems=[told(problem) for problem in problems], mended=mended), status
    return _page(here, filled, asset, problems, mended=mended, number=number), status


def _collided(here: Visit, filled: Filled, collision: Collision) -> tuple[Response | str, int]:
    """Both versions of what two people changed, side by side, in the form that is now based on the newest."""
    if _wants_json():
        return jsonify(problems=[told(collision)], collision=True), collision.status
    theirs = collision.theirs
    files = {each.hash: each for draft in (collision.mine, draft_of(theirs)) for attachment in draft.attachments
             if (each := media_files.read(here.db, attachment.hash))}
    mine = filled_from(collision.mine, theirs.revision, files)
    # The people of the form as it was opened, so that those who came since are still told apart.
    mine = replace(mine, id=filled.id, people_then=filled.people_then, keep_outside=filled.keep_outside,
                   street=filled.street or mine.street)
    page = _page(here, mine, theirs, [collision], collision=collision, theirs=filled_from(draft_of(theirs), 0, files))
    return page, collision.status


def _mended(here: Visit, filled: Filled, problems: list[Problem]) -> dict | None:
    """The shape that can be offered in place of an area that crosses itself, as GeoJSON."""
    crossing = {shapes.REASONS["crosses"], shapes.REASONS["overlaps"]}
    if not any(each.code == "bad-geometry" and each.facts.get("reason") in crossing for each in problems):
        return None
    draft, more = draft_of_form(
        replace(filled, use_mended=True), read_streets(here.folder), from_wkb(here.neighbourhood.boundary), "")
    return None if any(each.field == "geometry" for each in more) else draft.geometry


def _wants_json() -> bool:
    """Whether the page's own script asks, which stays on the page and shows what is wrong itself."""
    return request.accept_mimetypes.best == "application/json"


def _page(
    here: Visit, filled: Filled, asset: Asset | None, problems: list[Problem] | None = None, *,
    mended: dict | None = None, collision: Collision | None = None, theirs: Filled | None = None,
    number: int | None = None,
) -> str:
    number = asset.number if asset else number
    slug = here.neighbourhood.slug
    return render_template(
        "assets/form.html", filled=filled, asset=asset, number=number,
        problems=[in_words(problem) for problem in problems or []], mended=mended, labels=FIELDS,
        collision=collision, theirs=theirs, standing=_standing(asset), streets=read_streets(here.folder).names,
        rounds=rounds.read_all(here.db), tongues=offered(language()), longest=LONGEST, slots=SLOTS, limits=here.limits,
        options=choices(filled), summaries=summaries(filled), in_short=in_short,
        boundary=shapes.to_geojson(from_wkb(here.neighbourhood.boundary), digits=6),
        action=url_for("assets.change", slug=slug, number=number) if number else url_for("assets.record", slug=slug))


def _standing(asset: Asset | None) -> dict[tuple[str, str], frozenset[str]]:
    """(name, part) -> the media for which that person has agreed to something, and could take it back."""
    if asset is None:
        return {}
    return {
        (person.name, str(person.part)): frozenset(medium for medium, _ in person.agreed)
        for person in draft_of(asset).people}
