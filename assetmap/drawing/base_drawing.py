"""The drawn base map in a neighbourhood's folder: drawing it, keeping it, and when it has to be drawn anew."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy
from shapely import to_wkb
from shapely.geometry import MultiPolygon, Polygon

from ..domain.problems import Problem
from ..geo.metres import grid_for
from ..geo.shapes import flat_parts
from .base_file import FILE as STREETS
from .base_file import read_base, write_whole
from .begun import forget
from .ink_file import VERSION, pack_ink
from .ink_marks import ink_of
from .ink_names import names_of, on_screen
from .pen.frame import Frame
from .pen.hand import seed_of
from .pen.marks import Layer
from .pen.strokes import hairline
from .pen.styles import Style, style_named
from .recipe import recipe
from .scenery.scene import scene
from .street_data import StreetData

FILE = "drawing.bin.gz"
TOLD = "drawing.json"
STYLE = "quiet"
NIGHT, SUN = "night", "high-contrast"
CROWDED = 6_000
"""With more buildings than this grass and the smallest marks are left out: the file has to fit on a tablet."""

AROUND = 110.0
"""Metres of paper around the neighbourhood."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A drawing for the eye at some distance: `scale` in millimetres for a metre, shown from zoom `start` on.

    Its points are kept to 2**fine steps in 9 cm, its marks in squares of `side` times 9 cm.
    """

    scale: float
    start: int
    fine: int
    side: int


DISTANCES = (Distance(0.12, 0, -2, 8192), Distance(0.5, 17, 0, 2048))


def draw_base(base_folder: Path, boundary: Polygon | MultiPolygon, seed: str, style: str = "", *,
              own_styles: Path | None = None, progress: Callable[[float], None] = lambda share: None) -> int:
    """Draws the neighbourhood from its streets, or from its boundary alone, and keeps it; how many bytes it takes.

    `style` "" keeps the one it was drawn in before. Raises Problem: unknown-choice, style-damaged, base-file-damaged,
    disk-full, folder-not-writable.
    """
    style = style or _told(base_folder).get("style", STYLE)
    styles = styles_of(style, own_styles)
    ground = read_base(base_folder)
    facts = _facts(base_folder, boundary, style, styles)
    drawn = drawing_of(ground, boundary, seed, styles, progress)
    facts["sha256"] = hashlib.sha256(drawn).hexdigest()
    write_whole({base_folder / FILE: drawn, base_folder / TOLD: json.dumps(facts, indent=1).encode()})
    forget(base_folder)
    progress(1.0)
    return len(drawn)


def drawing_of(ground: StreetData | None, boundary: Polygon | MultiPolygon, seed: str,
               styles: tuple[Style, Style, Style], progress: Callable[[float], None] = lambda share: None) -> bytes:
    """The packed drawing. `styles` are those of the day, of the night and of the sun; the first says what is drawn."""
    origin, inks = _origin(boundary), []
    shares = (0.0, 0.3, 0.95)
    crowded = ground is not None and len(ground.buildings) > CROWDED
    style = replace(styles[0], without=styles[0].without | {"tufts"}) if crowded else styles[0]
    for place, distance in enumerate(DISTANCES):
        before, after = shares[place], shares[place + 1]
        frame, width, height = frame_at(boundary, distance.scale)
        drawn = scene(ground, boundary, frame, width, height, style, seed, lively=False,
                      progress=lambda share, a=before, b=after: progress(a + (b - a) * share * 0.8))
        inks.append(ink_of(drawn.layers, frame, origin, start=distance.start, fine=distance.fine, side=distance.side,
                           finest=1 if crowded else 2))
        progress(after)
    return pack_ink(inks, names_of(ground, boundary), styles, origin)


def bare_paper(boundary: Polygon | MultiPolygon, seed: str, *, own_styles: Path | None = None) -> bytes:
    """What is shown while the drawing is being made: paper with the boundary on it. Packed, and marked as not whole."""
    frame, *_ = frame_at(boundary, DISTANCES[0].scale)
    edges = [numpy.asarray(area.exterior.coords) for area in flat_parts(frame.shape(boundary))]
    marks = [mark for i, edge in enumerate(edges)
             for mark in hairline(edge, seed_of(seed, "edge", i), 0.3, ink="pencil", dashes=(0.8, 0.8))]
    first, origin = DISTANCES[0], _origin(boundary)
    ink = ink_of([Layer("edge", marks)], frame, origin, start=first.start, fine=first.fine, side=first.side)
    return pack_ink([ink], names_of(None, boundary), styles_of(STYLE, own_styles), origin, whole=False)


def state(base_folder: Path, boundary: Polygon | MultiPolygon, *, own_styles: Path | None = None) -> str:
    """"whole", "old" (something it was drawn from has changed), or "missing" (also where the file is damaged)."""
    told, file = _told(base_folder), base_folder / FILE
    version = told.get("version", 0)
    if not file.is_file() or version < VERSION or _hash(file) != told.get("sha256"):
        return "missing"
    if version > VERSION:
        return "whole"  # Drawn after an upgrade, as the browser's files are, that this process has not seen yet.
    try:
        now = _facts(base_folder, boundary, told["style"], styles_of(told["style"], own_styles))
    except Problem:
        return "whole"  # Its style is gone or broken: the drawing outlives it.
    return "whole" if all(told.get(name) == value for name, value in now.items()) else "old"


def _told(base_folder: Path) -> dict:
    try:
        told = json.loads((base_folder / TOLD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) and isinstance(told.get("version"), int) else {}


def _facts(base_folder: Path, boundary: Polygon | MultiPolygon, style: str, styles: tuple[Style, ...]) -> dict:
    """What the drawing depends on."""
    looks = repr([(sorted(one.paints.items()), sorted(one.pens.items()), sorted(one.amounts.items()),
                   sorted(one.without)) for one in styles])
    return {
        "version": VERSION, "recipe": recipe(), "style": style, "looks": hashlib.sha256(looks.encode()).hexdigest(),
        "streets": _hash(base_folder / STREETS), "boundary": hashlib.sha256(to_wkb(boundary)).hexdigest()}


def _hash(file: Path) -> str:
    try:
        told = file.stat()
    except OSError:
        return ""
    return _hash_of(file, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=256)
def _hash_of(file: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def styles_of(style: str, own_styles: Path | None = None) -> tuple[Style, Style, Style]:
    """How the drawing looks by day in this style, and by night and in the sun."""
    return style_named(style, own_styles), style_named(NIGHT, own_styles), style_named(SUN, own_styles)


def _origin(boundary: Polygon | MultiPolygon) -> tuple[int, int]:
    west, _, _, north = boundary.bounds
    x, y = on_screen([(west, north)])[0].tolist()
    return x, y


def frame_at(boundary: Polygon | MultiPolygon, scale: float) -> tuple[Frame, float, float]:
    """A page that has room for the neighbourhood at this scale, with its width and height."""
    grid = grid_for(boundary)
    west, south, east, north = grid.to_metres(boundary).bounds
    around = AROUND * scale
    return (Frame(grid, scale, around - west * scale, around + north * scale),
            (east - west) * scale + 2 * around, (north - south) * scale + 2 * around)
