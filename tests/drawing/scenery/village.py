"""Made-up places to draw, in metres from their south-western corner: a village on a canal, and a dense old town."""

import math

import numpy
import shapely
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from assetmap.drawing.pen.frame import Frame
from assetmap.drawing.street_data import (
    Building,
    Ground,
    PlaceName,
    Rail,
    Stream,
    Street,
    StreetData,
    Tree,
    TreeRow,
    Water,
)
from assetmap.geo.metres import grid_at

GRID = grid_at(4.36, 52.0)


def degrees(shape: BaseGeometry) -> BaseGeometry:
    """A shape in metres, in degrees."""
    return GRID.to_degrees(shape)


def frame(scale: float = 0.4, left: float = 20.0, top: float = 140.0) -> Frame:
    """`scale` mm a metre; the village's corner lies at (left, top) mm on the page."""
    return Frame(GRID, scale, left, top)


BOUNDARY = degrees(Polygon([(0, 0), (300, 0), (300, 120), (160, 120), (160, 240), (0, 240)]))
"""An L: its bounding box would be the wrong edge."""


def village() -> StreetData:
    """A canal from north to south with two bridges, rows of houses, a school, a park, a pitch, and much else."""
    streets = (
        _street("main", "Hoofdweg", (-200, 100), (500, 100)), _street("street", "Lindestraat", (30, 0), (30, 300)),
        _street("living", "Hofje", (30, 60), (60, 60)), _street("path", "", (100, 20), (240, 20)),
        _street("cycle", "Fietspad", (130, 130), (130, 240)), _street("steps", "", (60, 200), (66, 206)),
        _street("street", "Brugstraat", (60, 40), (220, 40), level=1),
        _street("street", "Tunnelweg", (0, 160), (300, 160), level=-1), _street("drive", "", (200, 60), (200, 80)),
        _street("service", "", (200, 60), (240, 60)))
    rows = [Building(degrees(box(36 + 6 * i, y, 42 + 6 * i, y + 9)), "house", 2.0)
            for y in (108, 150) for i in range(9)]
    return StreetData(
        BOUNDARY, 250.0, "made up", streets=streets,
        buildings=(
            *rows, Building(degrees(box(180, 46, 230, 80)), "learning", 2.0),
            Building(degrees(box(4, 20, 20, 70)), "flats", 6.0),
            Building(degrees(box(50, 130, 53, 133)), "small", 1.0)),
        waters=(Water(degrees(box(140, -100, 152, 300))), Water(degrees(Point(80, 200).buffer(12)))),
        streams=(Stream(degrees(LineString([(0, 230), (140, 230)])), "Sloot", 2.0),
                 Stream(degrees(LineString([(146, 0), (146, 240)])), "Vliet", 0.0)),
        grounds=(
            _ground("park", 60, 180, 125, 228), _ground("pitch", 240, 10, 290, 40),
            _ground("playground", 70, 182, 90, 188), _ground("allotments", 240, 45, 290, 70),
            _ground("wood", 5, 170, 25, 235), _ground("parking", 200, 82, 240, 94),
            _ground("square", 160, 104, 200, 118), _ground("cemetery", 250, 74, 290, 94),
            _ground("scrub", 100, 130, 125, 145), _ground("school", 176, 44, 236, 82)),
        rails=(Rail(degrees(LineString([(-50, 8), (350, 8)]))), Rail(degrees(LineString([(0, 14), (300, 14)])), "tram"),
               Rail(degrees(LineString([(0, 0), (300, 200)])), "metro", -2)),
        trees=tuple(Tree(degrees(Point(65 + 12 * i, 222))) for i in range(5)),
        tree_rows=(TreeRow(degrees(LineString([(154, 0), (154, 95)]))),
                   TreeRow(degrees(LineString([(36, 124), (90, 124)])), hedge=True)),
        names=(PlaceName(degrees(Point(-400, 100)), "Oosterwijk", "neighbourhood", 200),
               PlaceName(degrees(Point(100, 205)), "Zonnepark", "green", 60)))


def old_town() -> StreetData:
    """Lanes of three metres, houses wall to wall, a canal with a bridge in every lane, a market with a church."""
    chance = numpy.random.default_rng(3)
    across, up = [0, 40, 78, 120, 158], [0, 34, 66, 100, 136]
    streets = [_street("living", f"Steeg {i}", (x, -30), (x, 170)) for i, x in enumerate(across) if i != 2]
    streets += [_street("living", f"Dwarssteeg {i}", (-30, y), (190, y)) for i, y in enumerate(up)]
    streets += [_street("living", "Oude Gracht", (across[2] + side, -30), (across[2] + side, 170)) for side in (-7, 7)]
    houses = []
    for i, (west, east) in enumerate(zip(across, across[1:], strict=False)):
        west, east = west + (10 if i == 2 else 2), east - (10 if i == 1 else 2)
        for j, (south, north) in enumerate(zip(up, up[1:], strict=False)):
            if (i, j) == (3, 2):
                continue
            for low, high in ((south + 2, south + 12), (north - 12, north - 2)):
                at = float(west)
                while at < east - 3:
                    wide = min(float(chance.uniform(4.2, 7.0)), east - at)
                    floors = float(chance.integers(2, 5))
                    houses.append(Building(degrees(box(at, low, at + wide, high)), "house", floors))
                    at += wide
    houses.append(Building(degrees(box(126, 74, 140, 90)), "worship", 5.0))
    return StreetData(
        degrees(box(-8, -8, 166, 144)), 60.0, "made up", streets=tuple(streets), buildings=tuple(houses),
        waters=(Water(degrees(box(across[2] - 4, -60, across[2] + 4, 200))),),
        grounds=(_ground("square", 122, 68, 156, 98),))


def broken() -> StreetData:
    """What no map should hold, and some do."""
    bow = degrees(Polygon([(0, 0), (60, 60), (60, 0), (0, 60)]))
    nowhere = Polygon([(0, 0), (math.nan, 1), (1, math.nan), (0, 0)])
    spike = degrees(Polygon([(10, 10), (50, 10), (10, 10), (10, 50)]))
    flat = degrees(Polygon([(20, 20), (40, 20), (30, 20)]))
    point = degrees(LineString([(30, 30), (30, 30)]))
    return StreetData(
        bow, streets=(
            Street(point, "street", "Punt"), Street(LineString(), "main", "Leeg"),
            Street(degrees(LineString([(0, 30), (80, 30)])), "onbekend", "Vreemd", 1e6),
            _street("street", "Recht", (0, 10), (60, 10))),
        buildings=tuple(Building(shape) for shape in (bow, nowhere, spike, flat, Polygon())),
        waters=(Water(bow), Water(nowhere), Water(Polygon())), streams=(Stream(point), Stream(LineString(), "", 3.0)),
        grounds=(Ground(bow, "park"), Ground(spike, "wood"), Ground(flat, "pitch"), Ground(nowhere, "grass"),
                 Ground(bow, "onbekend"), Ground(Polygon(), "allotments")),
        rails=(Rail(point), Rail(LineString())), trees=(Tree(Point()), Tree(degrees(Point(20, 20)), -3.0)),
        tree_rows=(TreeRow(point), TreeRow(point, hedge=True)), names=(PlaceName(Point(), "Nergens", "place"),))


def _street(kind: str, name: str, *places: tuple[float, float], level: int = 0) -> Street:
    wide = 9.0 if kind == "main" else 5.0
    return Street(degrees(shapely.segmentize(LineString(places), 40)), kind, name, wide, level)


def _ground(kind: str, *sides: float) -> Ground:
    return Ground(degrees(box(*sides)), kind)
