"""The streets by name with their lines: to choose a street on a form, and to show a place by its street."""

import shapely
from shapely.geometry import MultiLineString
from shapely.geometry.base import BaseGeometry

from ..domain.words import folded
from ..geo.metres import buffer, grid_for
from ..geo.shapes import lines_of, point_of
from .street_data import StreetData

ALONGSIDE = 15.0
"""A street within so many metres outside the boundary still belongs to the neighbourhood: its houses face it."""

_TOLERANCE = 1.5  # Metres: these lines are for choosing and masking, not for drawing.


def street_index(data: StreetData) -> dict:
    """{"attribution", "streets": [{"name", "inside", "addresses", "at": [lon, lat], "lines": [[[lon, lat], …], …]}]}.

    Streets of the neighbourhood ("inside") come first, each part in the order of the alphabet. Squares with a name but
    no line of their own are in it with an empty "lines". Positions to 6 decimals (10 cm).
    """
    reach = buffer(data.boundary, ALONGSIDE)
    lines: dict[str, list[BaseGeometry]] = {}
    for street in data.streets:
        if street.name:
            lines.setdefault(street.name, []).append(street.line)
    streets = [_street(name, _joined(pieces), reach, data) for name, pieces in lines.items()]
    streets += [
        {"name": place.name, "inside": reach.contains(place.point), "addresses": data.addresses.get(place.name, 0),
         "at": _rounded(place.point.coords[0]), "lines": []}
        for place in data.names if place.kind == "square" and place.name not in lines
    ]
    streets.sort(key=lambda street: (not street["inside"], folded(street["name"]), street["name"]))
    return {"attribution": data.attribution, "streets": streets}


def line_of(index: dict, name: str) -> MultiLineString | None:
    """The line of a street in an index, in (longitude, latitude); None where the name is not known or is a square.

    Capitals, accents and double spaces make no difference.
    """
    wanted = folded(" ".join(name.split()))
    for street in index["streets"]:
        if folded(street["name"]) == wanted and street["lines"]:
            return MultiLineString(street["lines"])
    return None


def _street(name: str, line: BaseGeometry, reach: BaseGeometry, data: StreetData) -> dict:
    within = line.intersection(reach)
    inside = not within.is_empty and within.length > 0
    return {
        "name": name, "inside": inside, "addresses": data.addresses.get(name, 0),
        "at": _rounded(point_of(MultiLineString(lines_of(within if inside else line)))),
        "lines": [[_rounded(position) for position in part.coords] for part in lines_of(line)],
    }


def _joined(pieces: list[BaseGeometry]) -> BaseGeometry:
    """End to end where they meet, without points that matter less than `_TOLERANCE`."""
    grid = grid_for(pieces[0])
    whole = shapely.line_merge(shapely.union_all(grid.to_metres(pieces)))
    return grid.to_degrees(shapely.simplify(whole, _TOLERANCE))


def _rounded(position: tuple[float, ...]) -> list[float]:
    return [round(position[0], 6), round(position[1], 6)]
