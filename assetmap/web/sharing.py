"""The picture that stands beside a link to this neighbourhood, where such links are shared."""

import logging
import subprocess
import threading

from flask import Blueprint, Response, send_file

from ..domain.problems import Problem
from ..drawing.base_file import read_base
from ..exports.sharing import Sharing, picture_file
from ..i18n import words
from ..visit import Visit, settings, visit

sharing = Blueprint("sharing", __name__)

_drawing = threading.Lock()
_SOURCE = "© OpenStreetMap contributors"


@sharing.get("/<slug>/picture.png")
def picture(slug: str) -> Response:
    """The picture of a public neighbourhood; the first who asks waits until it is drawn."""
    here = visit()
    if not here.neighbourhood.public:
        raise Problem("unknown-page")
    try:
        with _drawing:
            file = picture_file(_told(here), here.folder / "base")
    except (OSError, subprocess.SubprocessError) as error:
        logging.getLogger(__name__).warning("The picture of %s could not be drawn: %s", slug, type(error).__name__)
        raise Problem("unknown-page") from error
    response = send_file(file, mimetype="image/png", conditional=True, max_age=3600)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def shared_picture() -> dict[str, str]:
    """What pages say of the picture: `address`, `alt`; {} on pages of what is not public, or has no address yet."""
    here = visit()
    if not (here.neighbourhood.public and settings().address):
        return {}
    alt = words(here.neighbourhood.language).gettext("Drawing of {name}: its streets, houses and water")
    return {
        "address": f"{settings().address}/{here.neighbourhood.slug}/picture.png",
        "alt": alt.format(name=here.neighbourhood.name)}


def _told(here: Visit) -> Sharing:
    one = here.neighbourhood
    streets = read_base(here.folder / "base")
    return Sharing(
        one.slug, one.name, words(one.language).gettext("what is here, and who can"),
        one.attribution or (streets.attribution if streets else "") or _SOURCE, one.language, one.boundary.hex())
