"""Streets, walks and rails on the drawn map, and the names along them."""

import math
from html import escape

import numpy
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from ...drawing.pen.frame import Frame, areas_of, lines_of, lines_within, on_page, rings_of
from ...drawing.street_data import StreetData
from .pen import INK, PAPER, hairline, inked, path, seed_of, stroke

ON_FOOT = ("path", "cycle", "steps")
LEFT_OUT = ("drive",)
"""Ways to one door: without them the map is calmer, and nobody gets lost."""

SLEEPERS_APART = 1.7


def roads(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[str]:
    """Streets as one paper surface between kerbs, walks as dashes. What lies in a tunnel is not drawn."""
    above = [street for street in streets.streets if street.level >= 0]
    walks = lines_within((street.line for street in above if street.kind in ON_FOOT), frame, island)
    dashes = "".join(hairline(_points(walk), seed_of(seed, "path", i), 0.12) for i, walk in enumerate(walks))
    wide = [street for street in above if street.kind not in (*ON_FOOT, *LEFT_OUT)]
    halves = [max(street.width * frame.scale, 0.75) / 2 for street in wide]
    bands = shapely.buffer(on_page((street.line for street in wide), frame), halves, quad_segs=3)
    surface = shapely.union_all(bands).intersection(island).simplify(0.05)
    # No kerb where the drawing simply stops.
    coast = island.boundary.buffer(0.05)
    fills, kerbs = [], []
    for i, area in enumerate(areas_of(surface)):
        for j, ring in enumerate(rings_of(area)):
            fills.append(path(ring, closed=True))
            for k, piece in enumerate(lines_of(LineString(ring).difference(coast))):
                kerbs.append(stroke(_points(piece), seed_of(seed, "kerb", i, j, k), 0.19, 0.1))
    return [
        inked(dashes, fill="none", stroke=INK, stroke_opacity=0.42, stroke_width=14, stroke_dasharray="70 60"),
        inked("".join(fills), fill=PAPER, fill_rule="evenodd"),
        inked("".join(kerbs), fill=INK, fill_opacity=0.5 if quiet else 0.62),
    ]


def rails(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str) -> list[str]:
    """Tracks with their sleepers."""
    tracks, sleepers = [], []
    for i, track in enumerate(lines_within((rail.line for rail in streets.rails if rail.level >= 0), frame, island)):
        tracks.append(hairline(_points(track), seed_of(seed, "rail", i), 0.08))
        for far in numpy.arange(0.8, track.length, SLEEPERS_APART):
            (x, y), (ahead, below) = (track.interpolate(far + more).coords[0] for more in (0, 0.2))
            long = math.hypot(ahead - x, below - y) or 1
            across, down = -(below - y) / long * 0.5, (ahead - x) / long * 0.5
            sleepers.append(path(numpy.array(((x - across, y - down), (x + across, y + down)))))
    return [
        inked("".join(tracks), fill="none", stroke=INK, stroke_opacity=0.6, stroke_width=15),
        inked("".join(sleepers), fill="none", stroke=INK, stroke_opacity=0.45, stroke_width=15),
    ]


def names(streets: StreetData, frame: Frame, island: BaseGeometry, width: float) -> list[str]:
    """Each street's name once, along its longest straight stretch, where it fits and no other name stands."""
    size = max(1.5, min(2.0, width / 80))
    written, taken = [], []
    stretches = _longest_stretches(streets, frame, island)
    for name, (long, start, end) in sorted(stretches.items(), key=lambda one: (-one[1][0], one[0])):
        needs = len(name) * size * 0.66
        if needs > long * 0.96:
            continue
        if end[0] < start[0]:
            start, end = end, start
        middle, half = (start + end) / 2, (end - start) / long * needs / 2
        room = LineString((middle - half, middle + half)).buffer(size * 0.55)
        if any(room.intersects(other) for other in taken):
            continue
        taken.append(room)
        turn = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        place = f"translate({round(middle[0] * 100)} {round(middle[1] * 100)}) rotate({turn:.1f})"
        written.append(
            f'<text y="{round(size * 34)}" transform="{place}" text-anchor="middle">{escape(name.upper())}</text>'
        )
    letters = f'font-size="{round(size * 100)}" letter-spacing="{round(size * 5)}" fill="{INK}" fill-opacity="0.8"'
    face = 'font-family="Architects Daughter, Pangolin, Noto Sans" text-anchor="middle"'
    return [f"<g {face} {letters}>{''.join(written)}</g>"]


def _longest_stretches(streets: StreetData, frame: Frame, island: BaseGeometry) -> dict[str, tuple]:
    """Name -> (length, start, end) of the longest straight stretch of that street on the page."""
    found: dict[str, tuple] = {}
    for street in streets.streets:
        if not street.name or street.level < 0:
            continue
        for piece in lines_within([street.line], frame, island):
            line = _points(piece.simplify(0.7))
            for start, end in zip(line[:-1], line[1:], strict=True):
                long = float(numpy.hypot(*(end - start)))
                if street.name not in found or long > found[street.name][0]:
                    found[street.name] = (long, start, end)
    return found


def _points(line: LineString) -> numpy.ndarray:
    return numpy.asarray(line.coords)
