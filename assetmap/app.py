"""create_app(): joins the rooms; the only file that sees everything."""

import logging
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, g, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from . import api, visit, web
from .config import Settings, load_settings
from .domain.problems import Problem, Problems
from .domain.role import VISITOR
from .folders import STATIC, TEMPLATES, default_exports, default_instance
from .i18n import LANGUAGES, direction, words
from .store.shelf import Shelf
from .web import showing

log = logging.getLogger("assetmap")

POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'self'; style-src 'nonce-{nonce}' 'self'; "
    "img-src 'self' data: blob:{pictures}; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def create_app(settings: Settings | None = None, environ: Mapping[str, str] | None = None) -> Flask:
    """The web application over one instance folder. Raises Problem("setting-wrong") for a setting that can't be."""
    settings = settings or _settings(environ)
    app = Flask(
        "assetmap", instance_path=str(settings.instance), template_folder=str(TEMPLATES), static_folder=str(STATIC),
        static_url_path="/static")
    app.config.update(
        MAX_CONTENT_LENGTH=settings.upload_megabytes * 1_000_000,
        MAX_FORM_MEMORY_SIZE=2_000_000,
        MAX_FORM_PARTS=2_000,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
    )
    if settings.behind_proxies:
        count = settings.behind_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    # Modules that a painter beside the page imports: a whole edition under one address, so that old and new never mix.
    app.add_url_rule(
        "/static/@<edition>/<path:filename>", "edition", lambda edition, filename: app.send_static_file(filename))
    app.extensions["assetmap-settings"] = settings
    app.extensions["assetmap-shelf"] = Shelf(settings.neighbourhoods)
    _speak(app)
    showing.register(app)
    for blueprint in (*web.BLUEPRINTS, *api.BLUEPRINTS):
        app.register_blueprint(blueprint)
    app.before_request(_same_site)
    app.after_request(_headers)
    _tell_problems(app)
    return app


def _settings(environ: Mapping[str, str] | None) -> Settings:
    import os

    environ = os.environ if environ is None else environ
    instance = Path(environ.get("ASSETMAP_INSTANCE") or default_instance()).resolve()
    return load_settings(instance, default_exports(instance), environ)


def _speak(app: Flask) -> None:
    """Words, language and who is looking, for every template."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: words(visit.language()).gettext(text),
        lambda one, many, n: words(visit.language()).ngettext(one, many, n), newstyle=True)

    @app.context_processor
    def everywhere() -> dict:
        here = visit.visit_or_none()
        language = visit.language()
        return {
            "neighbourhood": here.neighbourhood if here else None,
            "actor": here.actor if here else VISITOR,
            "audience": here.audience if here else None,
            "language": language,
            "direction": direction(language),
            "languages": LANGUAGES,
            "csp_nonce": _nonce(),
        }


def _nonce() -> str:
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return g.nonce


def _same_site() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if visit.came_from_elsewhere(request.headers, request.host):
        raise Problem("from-elsewhere")


def _headers(response: Response) -> Response:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if request.endpoint in ("static", "edition"):
        # No page, so the shorter words will do: a map's first screen asks for some thirty of these.
        response.headers.setdefault("Content-Security-Policy", "default-src 'self'")
        if ("v" in request.args or request.endpoint == "edition") and response.status_code == 200:
            # Its address changes with its content.
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
    response.headers.setdefault("Content-Security-Policy", POLICY.format(
        nonce=_nonce(), pictures=_elsewhere(visit.settings().extra_layer)))
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=(self)")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.vary.add("Cookie")
    response.vary.add("Accept-Language")
    if wanted := visit.chosen_language(request):
        response.set_cookie(
            visit.LANGUAGE_COOKIE, wanted, max_age=366 * 86_400, samesite="Lax", path="/",
            secure=visit.settings().secure_cookies)
    return response


def _elsewhere(tiles: str) -> str:
    """The one other host that pictures may come from: that of the map which visitors may switch on."""
    if not tiles:
        return ""
    address = urlsplit(tiles)
    return f" {address.scheme}://{address.netloc}"


def _tell_problems(app: Flask) -> None:
    """Every Problem becomes a sentence in the visitor's language: as JSON for the API, as a page for people."""

    @app.errorhandler(Problem)
    def one(problem: Problem) -> tuple[Response | str, int]:
        return _told([problem], problem.status)

    @app.errorhandler(Problems)
    def several(problems: Problems) -> tuple[Response | str, int]:
        return _told(problems.problems, problems.problems[0].status)

    @app.errorhandler(RequestEntityTooLarge)
    def too_large(_: RequestEntityTooLarge) -> tuple[Response | str, int]:
        problem = Problem("upload-too-large", megabytes=visit.settings().upload_megabytes)
        return _told([problem], problem.status)

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> tuple[Response | str, int] | HTTPException:
        if error.code == 404:
            return _told([Problem("unknown-page")], 404)
        return error

    @app.errorhandler(Exception)
    def bug(error: Exception) -> tuple[Response | str, int]:
        if app.testing:
            raise error
        # The address and the kind of error, nothing of what somebody typed.
        log.error("%s %s: %s", request.method, request.path, type(error).__name__, exc_info=error)
        return _told([Problem("our-fault")], 500)


def _told(problems: list[Problem], status: int) -> tuple[Response | str, int]:
    sentences = [showing.sentence(problem) for problem in problems]
    if request.path.startswith("/api/"):
        return jsonify(problems=[
            {"code": problem.code, "field": problem.field, "sentence": sentence}
            for problem, sentence in zip(problems, sentences, strict=True)]), status
    return render_template("problem.html", sentences=sentences, status=status, code=problems[0].code), status
