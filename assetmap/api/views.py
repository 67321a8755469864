"""Questions about a piece of the map: what is in this view, and what holds these words."""

import json

from flask import Blueprint, Response, request

from ..inventory import find
from ..packs.asked import Asked, box_of, selection_of, zoom_of
from ..packs.view import view
from ..visit import visit
from .sending import send_json

views = Blueprint("views", __name__)


@views.get("/api/<slug>/assets")
def view_answer(slug: str) -> Response:
    """Assets or crowds in ?bbox=west,south,east,north at ?zoom=, of ?kind=&tag=&state=&q= (assetmap.packs.view)."""
    here = visit()
    selection = selection_of(request.args)
    box = box_of(request.args.get("bbox", ""))
    return send_json(view(here.db, here.audience, Asked(
        selection, zoom_of(request.args.get("zoom", "")), box)))


@views.get("/api/<slug>/search")
def search_answer(slug: str) -> Response:
    """{"numbers": […], "total": n}: what holds the words of ?q=, within ?kind=&tag=&state=, best first."""
    here = visit()
    numbers, total = find(here.db, here.audience, selection_of(request.args))
    return send_json(json.dumps({"numbers": numbers, "total": total}, separators=(",", ":")).encode())
