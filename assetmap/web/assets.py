"""One asset: its page, and the small verbs on it. The form is in recording.py, connections in connecting.py."""

from flask import Blueprint, Response, redirect, render_template, request, url_for

from ..actions import recording as verbs
from ..actions import undoing
from ..domain.audience import Audience
from ..domain.problems import Problem
from ..domain.role import Right
from ..geo.shapes import to_geojson
from ..inventory import item, ties_of
from ..store import rounds
from ..visit import Visit, language, visit
from . import connecting, recording
from .asset_words import rhythm_words, source_words, tie_sentences
from .place_drawing import drawing_of
from .tongues import plain_name
from .whereabouts import whereabouts

assets = Blueprint("assets", __name__)

assets.add_url_rule("/<slug>/add", "add_page", recording.add_page)
assets.add_url_rule("/<slug>/assets/new", "new_page", recording.new_page)
assets.add_url_rule("/<slug>/assets/new", "record", recording.record, methods=["POST"])
assets.add_url_rule("/<slug>/assets/<int:number>/edit", "edit_page", recording.edit_page)
assets.add_url_rule("/<slug>/assets/<int:number>/edit", "change", recording.change, methods=["POST"])
assets.add_url_rule("/<slug>/assets/<int:number>/connect", "connect_page", connecting.connect_page)
assets.add_url_rule("/<slug>/assets/<int:number>/connect", "connect", connecting.connect, methods=["POST"])
assets.add_url_rule(
    "/<slug>/assets/<int:number>/disconnect", "disconnect", connecting.disconnect, methods=["POST"])


assets.add_url_rule("/<slug>/assets/whereabouts", "whereabouts", whereabouts)


@assets.get("/<slug>/assets/<int:number>")
def asset_page(slug: str, number: int) -> str:
    """Everything about one asset that this audience may see."""
    here = visit()
    seen = item(here.db, here.audience, number)
    if seen is None:
        raise Problem("unknown-asset")
    translation = next((each for each in seen.translations if each.language.split("-")[0] == language()), None)
    if seen.language.split("-")[0] == language():
        translation = None
    done = request.args.get("done", "")
    return render_template(
        "assets/page.html", item=seen, shape=None if seen.shape is None else to_geojson(seen.shape, digits=6),
        drawing=drawing_of(here, seen), translation=translation, rhythm=rhythm_words(seen.rhythm),
        ties=tie_sentences(ties_of(here.db, here.audience, number), number), source=source_words(seen.source),
        round=next((each for each in rounds.read_all(here.db) if each.number == seen.round), None),
        done=done, kept_for=_kept_for(here, number) if done == "recorded" else None,
        plain_name=plain_name, narrowed=here.audience is not here.actor.audience)


def _kept_for(here: Visit, number: int) -> Audience:
    """The widest circle that now finds this asset where the one who kept it does: on the map, or else in the list.

    Who agreed to less, or keeps the place closer, counts too, and not only what was chosen on the form.
    """
    seen = {audience: item(here.db, audience, number) for audience in Audience}
    there = {audience: each for audience, each in seen.items() if each}
    placed = [audience for audience, each in there.items() if each.shape]
    return max(placed or there, key=lambda each: each.level, default=Audience.TEAM)


@assets.get("/<slug>/assets/<int:number>/history")
def history_page(slug: str, number: int) -> Response | str:
    """The earlier versions: who, when, what, and the way back."""
    here = visit()
    if sent_away := recording.to_sign_in(here):
        return sent_away
    here.require(Right.UNDO)
    seen = item(here.db, here.actor.audience, number)
    if seen is None:
        raise Problem("unknown-asset")
    return render_template(
        "assets/history.html", item=seen, versions=undoing.history(here.db, here.actor, number),
        labels=recording.FIELDS)


@assets.post("/<slug>/assets/<int:number>/confirm")
def confirm(slug: str, number: int) -> Response:
    """Still right."""
    here = visit()
    verbs.confirm(here.db, here.actor, here.now, number)
    return _back(here, number, "confirmed")


@assets.post("/<slug>/assets/<int:number>/undo")
def undo(slug: str, number: int) -> Response:
    """Takes the newest change back. Undoing the recording itself leads to the form with everything that was written."""
    here = visit()
    seen = request.form.get("revision", type=int)
    if seen == 1:
        undoing.take_away(here.db, here.actor, here.now, number)
        return redirect(url_for("assets.new_page", slug=slug, **{"from": number}), 303)
    undoing.undo(here.db, here.actor, here.now, number, seen=seen)
    return _back(here, number, "undone")


@assets.post("/<slug>/assets/<int:number>/go-back")
def go_back(slug: str, number: int) -> Response:
    """Back to an earlier version, as a new one."""
    here = visit()
    undoing.go_back(here.db, here.actor, here.now, number, request.form.get("revision", 0, type=int))
    return _back(here, number, "undone")


@assets.post("/<slug>/assets/<int:number>/retire")
def retire(slug: str, number: int) -> Response:
    """It is not there any more; its memory stays."""
    here = visit()
    verbs.retire(here.db, here.actor, here.now, number)
    return _back(here, number, "retired")


@assets.post("/<slug>/assets/<int:number>/bring-back")
def bring_back(slug: str, number: int) -> Response:
    """It is there again."""
    here = visit()
    verbs.bring_back(here.db, here.actor, here.now, number)
    return _back(here, number, "brought-back")


@assets.get("/<slug>/taken-back")
def taken_back_page(slug: str) -> str:
    """After somebody's words were taken back: the asset is gone from every page."""
    visit()
    return render_template("assets/taken_back.html")


def _back(here: Visit, number: int, done: str) -> Response:
    return redirect(_address(here, number, done=done), 303)


def _address(here: Visit, number: int, **more: str) -> str:
    return url_for("assets.asset_page", slug=here.neighbourhood.slug, number=number, **more)
