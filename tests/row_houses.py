"""Two by two kilometres of row houses, made up: the largest neighbourhood that files and times are promised for."""

import numpy
from shapely.geometry import LineString, Polygon, box

from assetmap.drawing.street_data import Building, Street, StreetData
from assetmap.geo.metres import grid_at


def row_houses(side: int = 2_000) -> StreetData:
    """Streets of houses 6 m wide on a square of so many metres; about 15,700 houses on 2 x 2 km."""
    chance = numpy.random.default_rng(4)
    grid = grid_at(4.36, 52.0)
    houses, streets = [], []
    for row in range(0, side, 42):
        streets.append(Street(grid.to_degrees(LineString([(0, row), (side, row + 9)])), "street", f"Straat {row}"))
        for place in range(0, side - 40, 6):
            deep, turn = 9 + chance.integers(0, 8) / 4, row + place * 0.0045
            corners = [(place, turn + 8), (place + 5.9, turn + 8), (place + 5.9, turn + 8 + deep),
                       (place + 2.5, turn + 8 + deep), (place + 2.5, turn + 10 + deep), (place, turn + 10 + deep)]
            measured = Polygon(chance.normal(corners, 0.08))  # No two houses are measured alike.
            houses.append(Building(grid.to_degrees(measured), "house"))
    boundary = grid.to_degrees(box(0, 0, side, side))
    return StreetData(boundary, streets=tuple(streets), buildings=tuple(houses))
