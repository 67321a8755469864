"""What lies at a spot on the map, for the form that is being filled in: its street, and whether it is still inside."""

import math

from flask import Response, jsonify, request
from shapely import from_wkb
from shapely.geometry import Point, mapping

from ..domain.problems import Problem
from ..domain.role import Right
from ..geo.near import metres_outside
from ..visit import visit
from .form_words import told
from .streets import read_streets


def whereabouts(slug: str) -> Response:
    """Of ?lon=&lat=: {"street": its name or "", "outside": metres, "sentence": the question where it lies outside}.

    Of ?street=: {"street", "at": [lon, lat], "lines": GeoJSON or null}, or 422 with a sentence.
    """
    here = visit()
    here.require(Right.RECORD)
    streets = read_streets(here.folder)
    if (typed := request.args.get("street")) is not None:
        street = streets.named(typed)
        if street is None:
            raise Problem("unknown-street", field="street", value=typed[:80], name=here.neighbourhood.name)
        return jsonify(street=street.name, at=street.at, lines=mapping(street.line) if street.line else None)
    longitude, latitude = (request.args.get(name, math.nan, type=float) for name in ("lon", "lat"))
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise Problem("bad-position", field="geometry", value=f"{longitude}, {latitude}")
    metres = metres_outside(from_wkb(here.neighbourhood.boundary), (longitude, latitude))
    question = Problem("outside-boundary", field="geometry", name=here.neighbourhood.name, metres=max(1, round(metres)))
    nearest = streets.nearest(Point(longitude, latitude))
    return jsonify(
        street=nearest.name if nearest else "", outside=round(metres),
        sentence=told(question)["sentence"] if metres > 0 else "")
