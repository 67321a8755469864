"""Choosing an export, watching it being made, and taking it home."""

import time

from flask import Blueprint, Response, jsonify, redirect, render_template, request, send_file, url_for

from .. import exports, jobs
from ..actions.allowing import refusal
from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.problems import Problem
from ..domain.role import Right
from ..exports.poster import with_own_styles
from ..i18n import LANGUAGES, words
from ..inventory import Selection, find
from ..store import listing, note_places
from ..visit import Visit, base_address, language, visit
from .showing import sentence

inventory = Blueprint("inventory", __name__)

HINTS = {
    "pdf": "To print and to leaf through: photos, stories, a map, who knows whom",
    "poster": "For the wall: the neighbourhood drawn by hand, with everything good in it",
    "geojson": "For QGIS and other map programs, and to bring it back here",
    "csv": "A table for Excel and other spreadsheets",
}
ICONS = {"pdf": "book", "poster": "paper", "geojson": "map", "csv": "list"}


@inventory.get("/<slug>/inventory")
def inventory_page(slug: str) -> str:
    """What can be taken away, for whom and in what form."""
    here = visit()
    here.require(Right.EXPORT)
    return _page(here, {}, [])


@inventory.post("/<slug>/inventory")
def order(slug: str) -> Response | tuple[str, int]:
    """Starts making what was chosen and goes to the page that shows how far it is."""
    here = visit()
    here.require(Right.EXPORT)
    try:
        job = jobs.start(here.folder, _job(here))
    except Problem as problem:
        return _page(here, request.form.to_dict(), [problem]), problem.status
    return redirect(url_for("inventory.job_page", slug=slug, id=job.id), 303)


@inventory.get("/<slug>/inventory/<id>")
def job_page(slug: str, id: str) -> str:
    """How far it is; turns into the download when it is ready. Reloads by itself where there is no script."""
    here = visit()
    return render_template("inventory/job.html", job=_mine(here, id), told=_told(here, id))


@inventory.get("/<slug>/inventory/<id>/progress")
def progress(slug: str, id: str) -> Response:
    """How far it is, for the page's script: {"state", "share", "text", "sentence", "stopping"}."""
    return jsonify(_told(visit(), id))


@inventory.post("/<slug>/inventory/<id>/stop")
def stop(slug: str, id: str) -> Response:
    """Stops making it."""
    here = visit()
    jobs.stop(here.folder, _mine(here, id).id)
    return redirect(url_for("inventory.job_page", slug=slug, id=id), 303)


@inventory.get("/<slug>/inventory/<id>/file")
def file(slug: str, id: str) -> Response:
    """The finished file."""
    here = visit()
    job = _mine(here, id)
    if job.format not in exports.FORMATS:
        raise Problem("job-gone")
    path = jobs.file_of(here.folder, job)
    if job.state != "ready" or not path.is_file():
        raise Problem("job-gone")
    return send_file(
        path, mimetype=exports.FORMATS[job.format].mime_of(path.suffix), as_attachment=request.args.get("look") != "1",
        download_name=job.file)


def _page(here: Visit, values: dict[str, str], problems: list[Problem]) -> str:
    audiences = [each for each in Audience if each.level >= here.actor.audience.level]
    return render_template(
        "inventory/choose.html", audiences=audiences, values=values, problems=problems,
        formats=exports.FORMATS | {"poster": with_own_styles(here.settings.styles)},
        kinds=listing.kinds_in_use(here.db, here.audience.level),
        count=find(here.db, here.audience, Selection(most=0))[1],
        counts={each: find(here.db, each, Selection(most=0))[1] for each in audiences},
        format_hints={name: words(language()).gettext(hint) for name, hint in HINTS.items()}, format_icons=ICONS,
        output_languages=LANGUAGES, default_audience=Audience.PUBLIC)


def _job(here: Visit) -> jobs.Job:
    form = request.form
    format = exports.FORMATS.get(form.get("format", "pdf"))
    if format is None:
        raise Problem("unknown-choice", field="format", value=form["format"], choices=", ".join(exports.FORMATS))
    audience = form.get("audience", str(Audience.PUBLIC))
    if audience not in list(Audience):
        raise Problem("unknown-choice", field="audience", value=audience, choices=", ".join(Audience))
    if Audience(audience).level < here.actor.audience.level:
        raise refusal(here.actor)
    chosen = form.get("language", here.neighbourhood.language)
    if chosen not in LANGUAGES:
        raise Problem("unknown-choice", field="language", value=chosen, choices=", ".join(LANGUAGES))
    options = format.chosen({name: form[f"{format.name}-{name}"] for name in format.options
                             if f"{format.name}-{name}" in form})
    now = time.time()
    return jobs.Job(
        id=jobs.new_id(), format=format.name, audience=audience, language=chosen, options=options,
        kinds=tuple(kind for kind in form.getlist("kind") if kind in list(Kind)), tags=tuple(form.getlist("tag")),
        actor=(here.actor.id, str(here.actor.role), here.actor.name), address=base_address(),
        sequence=here.neighbourhood.sequence, asked=now, told=now,
        version=note_places.latest_pin(here.db) if format.name == "poster" else 0)


def _mine(here: Visit, id: str) -> jobs.Job:
    """The job, for whoever asked for it or reads as deep as it goes."""
    job = jobs.read(here.folder, id)
    if Audience(job.audience).level < here.actor.audience.level:
        raise Problem("job-gone")
    return job


def _told(here: Visit, id: str) -> dict:
    job = _mine(here, id)
    said = sentence(Problem(job.problem[0], **job.problem[1])) if job.problem else ""
    stopping = job.state in ("waiting", "working") and jobs.stop_asked(here.folder, id)
    say = words(language()).gettext
    text = say("We stop as soon as this step is done") if stopping else job.text or say("Waiting for its turn")
    return {"state": job.state, "share": job.share, "text": text, "sentence": said, "stopping": stopping}
