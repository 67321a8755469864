"""The neighbourhood on a page: ground, streets and houses in ink and wash.

Receives shapes in degrees and a room in millimetres; answers with an SVG whose units are hundredths of a millimetre.
Without street data the boundary alone is drawn, softly.
"""

import math

import numpy
import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from ...drawing.pen.frame import Frame, areas_of, areas_within, on_page, rings_of
from ...drawing.street_data import GREEN as GREEN_GROUNDS
from ...drawing.street_data import StreetData
from .houses import standing
from .pen import INK, edge, inked, path, seed_of, stroke
from .streets import names, rails, roads

GREEN, WATER, SAND = "#8fae6b", "#6fa3b8", "#e9d9b6"
BARE_GROUNDS = ("sand", "square", "school")

REACH = 9.0
"""How many millimetres beyond the boundary are drawn at most: a neighbourhood does not end at a line."""


def drawn(
    streets: StreetData | None,
    boundary: BaseGeometry,
    frame: Frame,
    width: float,
    height: float,
    *,
    seed: str,
    extra: str = "",
    named: bool = True,
    quiet: bool = False,
) -> str:
    """The map as SVG, `width` x `height` mm. `quiet` draws it lighter, to put numbers on. `extra` is SVG on top."""
    area = frame.shape(boundary)
    island = area.buffer(min(REACH, 70 * frame.scale)).intersection(box(0, 0, width, height))
    shapely.prepare(island)
    parts = _paper_ground(area, seed, quiet, outlined=streets is None)
    if streets is not None:
        parts += _ground(streets, frame, island, seed, quiet)
        parts += roads(streets, frame, island, seed, quiet)
        parts += rails(streets, frame, island, seed)
        parts += standing(streets, frame, island, seed, quiet)
        parts += names(streets, frame, island, width) if named else []
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="0 0 {round(width * 100)} {round(height * 100)}">{"".join(parts)}{extra}</svg>'
    )


def _paper_ground(area: BaseGeometry, seed: str, quiet: bool, outlined: bool) -> list[str]:
    """The neighbourhood's own ground, a little darker than the paper."""
    parts = []
    for i, part in enumerate(areas_of(area)):
        ring = numpy.asarray(part.exterior.coords)
        for layer in range(2 if quiet else 3):
            d = edge(ring, seed_of(seed, "ground", i, layer), 1.0, 0.8, step=4.0)
            parts.append(inked(d, fill=SAND, fill_opacity=0.13 if quiet else 0.16))
        if outlined:
            parts.append(inked(stroke(ring, seed_of(seed, "line", i), 0.7, 0.35), fill=INK, fill_opacity=0.75))
    return parts


def _ground(streets: StreetData, frame: Frame, island: BaseGeometry, seed: str, quiet: bool) -> list[str]:
    """Green and water, as washes with a shore."""
    green = [ground.area for ground in streets.grounds if ground.kind in GREEN_GROUNDS]
    bare = [ground.area for ground in streets.grounds if ground.kind in BARE_GROUNDS]
    water = _water(streets, frame, island)
    return [
        *_washes(areas_within(bare, frame, island), SAND, 0.12 if quiet else 0.16, (seed, "bare"), 0.4),
        *_washes(areas_within(green, frame, island), GREEN, 0.13 if quiet else 0.19, (seed, "green"), 0.45),
        *_washes(water, WATER, 0.2 if quiet else 0.3, (seed, "water"), 0.3),
        *_waves(water, seed),
    ]


def _water(streets: StreetData, frame: Frame, island: BaseGeometry) -> list[Polygon]:
    """Areas of water and streams as one surface."""
    streams = [stream for stream in streets.streams if stream.width > 0]
    halves = [max(stream.width * frame.scale / 2, 0.25) for stream in streams]
    flowing = shapely.buffer(on_page((stream.line for stream in streams), frame), halves, quad_segs=3)
    still = on_page((water.area for water in streets.waters), frame)
    surface = shapely.union_all([*still, *flowing]).intersection(island)
    return [part for part in areas_of(surface) if part.area > 0.4]


def _washes(areas: list[Polygon], colour: str, strength: float, seed: tuple, amount: float) -> list[str]:
    """Three layers of wet paint, each with an edge of its own."""
    return [
        inked(
            "".join(
                edge(ring, seed_of(*seed, i, j, layer), amount, amount * 0.7)
                for i, area in enumerate(areas)
                for j, ring in enumerate(rings_of(area))
            ),
            fill=colour,
            fill_opacity=strength,
            fill_rule="evenodd",
        )
        for layer in range(3)
    ]


def _waves(water: list[Polygon], seed: str) -> list[str]:
    ripples, shores = [], []
    for i, area in enumerate(water):
        shores += [stroke(ring, seed_of(seed, "shore", i, j), 0.24, 0.15) for j, ring in enumerate(rings_of(area))]
        inner = area.buffer(-0.9)
        if inner.is_empty:
            continue
        dice = numpy.random.default_rng(seed_of(seed, "waves", i))
        west, north, east, south = inner.bounds
        for x, y in dice.uniform((west, north), (east, south), (int(min(160, inner.area / 7)), 2)):
            if shapely.contains_xy(inner, (x, x + 1.9), (y, y)).all():
                along = numpy.linspace(0, 1, 7)
                crest = y - 0.18 * numpy.sin(along * 2 * math.pi)
                ripples.append(path(numpy.column_stack((x + along * dice.uniform(1.4, 2.3), crest))))
    return [
        inked("".join(ripples), fill="none", stroke=WATER, stroke_width=17, stroke_linecap="round"),
        inked("".join(shores), fill=INK, fill_opacity=0.72),
    ]
