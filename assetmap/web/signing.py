"""Signing in and out, and accepting an invitation."""

from flask import Blueprint, Response, redirect, render_template, request, url_for

from ..actions import signing_in
from ..domain.problems import Problem
from ..visit import cookie_name, settings, visit

signing = Blueprint("signing", __name__)


@signing.get("/<slug>/sign-in")
def sign_in_page(slug: str) -> str:
    """Name and passphrase."""
    visit()
    return render_template("sign_in.html", problems=[], values={"next": request.args.get("next", "")})


@signing.post("/<slug>/sign-in")
def sign_in(slug: str) -> Response | tuple[str, int]:
    """Starts a session, or says what was wrong and keeps the name that was typed."""
    here = visit()
    name, onward = request.form.get("name", ""), request.form.get("next", "")
    try:
        member = signing_in.sign_in(
            here.db, here.now, name, request.form.get("passphrase", ""), request.remote_addr or "")
    except Problem as problem:
        page = render_template("sign_in.html", problems=[problem], values={"name": name, "next": onward})
        return page, problem.status
    return _signed_in(member, onward)


@signing.post("/<slug>/sign-out")
def sign_out(slug: str) -> Response:
    """Ends the session."""
    here = visit()
    if here.token:
        signing_in.close_session(here.db, here.token)
    response = redirect(url_for("map.map_page", slug=slug))
    response.delete_cookie(cookie_name(slug), path="/")
    return response


@signing.get("/<slug>/invitation/<token>")
def invitation_page(slug: str, token: str) -> str:
    """Welcome: choose a name and a passphrase."""
    here = visit()
    invitation = signing_in.look_at_invitation(here.db, here.now, token)
    return render_template("invitation.html", role=invitation.role, problems=[], values={})


@signing.post("/<slug>/invitation/<token>")
def accept_invitation(slug: str, token: str) -> Response | tuple[str, int]:
    """Makes a member and signs in, or says what to mend and keeps the name that was typed."""
    here = visit()
    invitation = signing_in.look_at_invitation(here.db, here.now, token)
    name = request.form.get("name", "")
    try:
        member = signing_in.accept(here.db, here.now, token, name, request.form.get("passphrase", ""))
    except Problem as problem:
        if not problem.field:
            raise
        page = render_template(
            "invitation.html", role=invitation.role, problems=[problem], values={"name": name})
        return page, problem.status
    return _signed_in(member, "")


def _signed_in(member: signing_in.Member, onward: str) -> Response:
    here = visit()
    slug = here.neighbourhood.slug
    days = settings().session_days
    token = signing_in.open_session(here.db, here.now, member, days)
    # Only into this neighbourhood: a link must not be able to send somebody elsewhere after signing in.
    inside = onward.startswith(f"/{slug}/") and "\\" not in onward
    response = redirect(onward if inside else url_for("map.map_page", slug=slug))
    response.set_cookie(
        cookie_name(slug), token, max_age=days * 86_400, httponly=True, samesite="Lax", path="/",
        secure=settings().secure_cookies or request.is_secure)
    return response
