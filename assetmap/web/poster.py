"""The poster's sheet on screen: stewards move its notes, pin them, and loosen them again."""

import json
import time
from pathlib import Path

from flask import Blueprint, Response, jsonify, redirect, render_template, request, send_file, url_for
from markupsafe import Markup

from .. import exports, jobs
from ..actions import placing_notes
from ..domain.audience import Audience
from ..domain.problems import Problem
from ..domain.role import Right
from ..exports.poster.layout import GROUND, NOTES
from ..store import note_places
from ..visit import Visit, base_address, visit

poster = Blueprint("poster", __name__)

CHOICES = ("paper", "orientation", "style", "photos")


@poster.get("/<slug>/poster")
def poster_page(slug: str) -> str:
    """The sheet with its notes, once it is laid out; how far that is, or the choice of a sheet, before."""
    here = visit()
    here.require(Right.SET)
    options, audience = _chosen(here, request.args)
    job = _newest(here, options, audience)
    busy = job is not None and job.state in ("waiting", "working")
    told = _read(here, job) if job is not None and job.state == "ready" else None
    return render_template(
        "poster/sheet.html", form=exports.FORMATS["poster"], choices=CHOICES, chosen=options, audience_chosen=audience,
        audiences=[each for each in Audience if each.level >= here.actor.audience.level], job=job, busy=busy,
        told=told, problem=Problem(job.problem[0], **job.problem[1]) if job is not None and job.problem else None,
        outdated=job is not None and job.sequence != here.neighbourhood.sequence)


@poster.post("/<slug>/poster")
def lay_out(slug: str) -> Response:
    """Lays the sheet out anew."""
    here = visit()
    here.require(Right.SET)
    options, audience = _chosen(here, request.form)
    now = time.time()
    jobs.start(here.folder, jobs.Job(
        id=jobs.new_id(), format=jobs.SHEET, audience=str(audience), language=here.neighbourhood.language,
        options=options, kinds=(), tags=(), actor=(here.actor.id, str(here.actor.role), here.actor.name),
        address=base_address(), sequence=here.neighbourhood.sequence, asked=now, told=now,
        version=note_places.latest_pin(here.db)))
    return redirect(_address(slug, options, audience), 303)


@poster.get("/<slug>/poster/<id>/ground")
def ground(slug: str, id: str) -> Response:
    """The drawing under the notes."""
    here = visit()
    here.require(Right.SET)
    job = jobs.read(here.folder, id)
    if job.format != jobs.SHEET or job.state != "ready":
        raise Problem("job-gone")
    answer = send_file(_folder(here, job) / GROUND, mimetype="image/svg+xml")
    # A job's drawing never changes: its address does.
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


@poster.post("/<slug>/poster/notes/<int:asset>")
def move(slug: str, asset: int) -> Response:
    """Pins a note at x and y, or loosens it (`do` is "pin" or "loosen"). Tells where it lay before."""
    here = visit()
    form = request.form
    sheet = form.get("sheet", "")
    if not _known_sheet(sheet):
        raise Problem("unknown-choice", field="sheet", value=sheet, choices=", ".join(exports.FORMATS["poster"].options[
            "paper"].choices))
    x, y = _millimetres(form.get("x", "")), _millimetres(form.get("y", ""))
    if form.get("do") == "loosen":
        before = placing_notes.loosen(
            here.db, here.actor, here.now, sheet, asset, None if x is None or y is None else (x, y))
    elif x is None or y is None:
        here.require(Right.SET)
        raise Problem("note-off-paper", field="x")
    else:
        before = placing_notes.pin(here.db, here.actor, here.now, sheet, asset, x, y)
    if "page" in form:
        return redirect(url_for("poster.poster_page", slug=slug, paper=sheet.split("-")[0]), 303)
    return jsonify({"before": None if before is None else {"x": before.x, "y": before.y, "pinned": before.pinned}})


def _chosen(here: Visit, asked) -> tuple[dict[str, str], Audience]:
    form = exports.FORMATS["poster"]
    options = form.chosen({name: asked[name] for name in CHOICES if name in asked})
    told = asked.get("audience", str(Audience.PUBLIC))
    if told not in list(Audience):
        raise Problem("unknown-choice", field="audience", value=told, choices=", ".join(Audience))
    return options, Audience(told)


def _newest(here: Visit, options: dict[str, str], audience: Audience) -> jobs.Job | None:
    """The sheet that was laid out last with these choices."""
    found = [job for job in jobs.all_jobs(here.folder)
             if job.format == jobs.SHEET and job.options == options and job.audience == str(audience)]
    return max(found, key=lambda job: job.asked, default=None)


def _read(here: Visit, job: jobs.Job) -> dict | None:
    """The notes of a sheet, each where it is pinned by now."""
    try:
        told = json.loads((_folder(here, job) / NOTES).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    pins = {one.asset: one for one in note_places.read_all(here.db).get(told["sheet"], ()) if one.pinned}
    for note in told["notes"]:
        pin = pins.get(note["asset"])
        note["pinned"] = pin is not None
        if pin is not None:
            note["x"], note["y"] = pin.x, pin.y
        # Our own drawing: paths and numbers, and photos as data; no words of anybody.
        note["svg"] = Markup(note["svg"])
    told["notes"].sort(key=lambda note: (note["y"], note["x"]))
    return told


def _folder(here: Visit, job: jobs.Job) -> Path:
    return here.folder / "exports" / job.id


def _address(slug: str, options: dict[str, str], audience: Audience) -> str:
    return url_for("poster.poster_page", slug=slug, audience=str(audience), **{name: options[name] for name in CHOICES})


def _known_sheet(sheet: str) -> bool:
    paper, _, way = sheet.partition("-")
    return paper in exports.FORMATS["poster"].options["paper"].choices and way in ("landscape", "portrait")


def _millimetres(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
