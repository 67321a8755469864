"""Connecting an asset with another: a verb in a sentence, the other asset, since when, and a note."""

from flask import Response, redirect, render_template, request, url_for

from ..actions import connecting
from ..domain.connection import VERBS, Verb
from ..domain.problems import Problem
from ..domain.role import Right
from ..inventory import Item, Selection, find, item, ties_of
from ..visit import Visit, visit
from .asset_words import tie_sentences
from .form_words import in_words
from .recording import to_sign_in

MOST_FOUND = 12


def connect_page(slug: str, number: int) -> Response | str:
    """The sentence with its open places. ?q= searches the other asset; what was chosen already stays in the address."""
    here = visit()
    if sent_away := to_sign_in(here):
        return sent_away
    here.require(Right.CONNECT)
    return _page(here, _asset(here, number), request.args.to_dict())


def connect(slug: str, number: int) -> Response | tuple[str, int]:
    """Makes the connection in the direction in which the sentence was read."""
    here = visit()
    values = request.form.to_dict()
    if sent_away := to_sign_in(here, url_for("assets.connect_page", slug=slug, number=number, **_kept(values))):
        return sent_away
    here.require(Right.CONNECT)
    this = _asset(here, number)
    try:
        verb, backwards = _verb(values.get("verb", ""))
        other = values.get("other", "")
        if not other.isdecimal() or item(here.db, here.actor.audience, int(other)) is None:
            raise Problem("nothing-chosen", field="other")
        first, second = (int(other), number) if backwards else (number, int(other))
        connecting.connect(
            here.db, here.actor, here.now, first, verb, second,
            since=values.get("since", "").strip(), note=values.get("note", ""))
    except Problem as problem:
        if problem.field == "second":
            problem.field = "other"
        return _page(here, this, values, [in_words(problem)]), problem.status
    return redirect(url_for("assets.asset_page", slug=slug, number=number, done="connected"), 303)


def disconnect(slug: str, number: int) -> Response:
    """Takes a connection of this asset away."""
    here = visit()
    id = request.form.get("id", "")
    if all(tie.id != id for tie, _ in ties_of(here.db, here.actor.audience, number)):
        raise Problem("unknown-connection")
    connecting.disconnect(here.db, here.actor, here.now, id)
    return redirect(url_for("assets.asset_page", slug=slug, number=number, done="disconnected"), 303)


def _kept(values: dict[str, str]) -> dict[str, str]:
    """What goes along in the address through a signing in, so that nothing has to be typed again."""
    return {name: values[name] for name in ("verb", "other", "since", "note") if values.get(name)}


def _asset(here: Visit, number: int) -> Item:
    seen = item(here.db, here.actor.audience, number)
    if seen is None:
        raise Problem("unknown-asset")
    return seen


def _verb(chosen: str) -> tuple[Verb, bool]:
    """The verb, and whether the sentence was read backwards: "meets_at" or "meets_at-back"."""
    name = chosen.removesuffix("-back")
    if name not in list(Verb):
        raise Problem("nothing-chosen", field="verb")
    return Verb(name), chosen != name


def _page(here: Visit, this: Item, values: dict[str, str], problems: list[Problem] | None = None) -> str:
    asked = Selection(words=values.get("q", ""), most=MOST_FOUND + 1)
    numbers, _ = find(here.db, here.actor.audience, asked)
    found = [
        each for number in numbers if number != this.number and (each := item(here.db, here.actor.audience, number))]
    other = values.get("other", "")
    chosen = item(here.db, here.actor.audience, int(other)) if other.isdecimal() and len(other) < 12 else None
    return render_template(
        "assets/connect.html", item=this, values=values, found=found[:MOST_FOUND], chosen=chosen, verbs=_choices(),
        problems=problems or [], ties=tie_sentences(ties_of(here.db, here.actor.audience, this.number), this.number))


def _choices() -> list[tuple[str, str]]:
    """(value, English message id) of every verb, and of its way back where that is another sentence."""
    choices = []
    for verb, (there, back) in VERBS.items():
        choices.append((str(verb), there))
        if back != there:
            choices.append((f"{verb}-back", back))
    return choices
