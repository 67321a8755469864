"""The picture that stands beside a link to a neighbourhood: its name, the drawing, and nothing that anybody told.

Made once, in a process of its own, and kept beside the base map until something that it is drawn from changes.
`python -m assetmap.exports.sharing` reads what to draw as JSON from standard input.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from shapely import from_wkb
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ..drawing.base_file import FILE as STREETS
from ..drawing.base_file import read_base
from ..drawing.figures.company import company
from ..drawing.letters.written import Written, line, paragraph
from ..drawing.pen.frame import frame_for
from ..drawing.pen.hand import seed_of
from ..drawing.pen.marks import Layer
from ..drawing.pen.strokes import stroke
from ..drawing.pen.styles import style_named
from ..drawing.pen.svg import svg_document
from ..drawing.scenery.scene import scene
from ..drawing.street_data import StreetData

FILE, TOLD = "picture.png", "picture.json"
PIXELS = (1200, 630)
"""Width and height as the places want them where links are shared."""
WIDTH, HEIGHT = 300.0, 157.5
"""The same in millimetres of the drawing."""
WORDS, EDGE = 112.0, 13.0
"""How wide the column of words is, and what is free around it, in millimetres."""
STYLE = "ink-and-wash"
RECIPE = 1
"""Count up when the picture is drawn otherwise."""
SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is drawn. `boundary` is WKB in hexadecimals; `line` stands under the name, `sources` very small below."""

    slug: str
    name: str
    line: str
    sources: str
    language: str
    boundary: str


def picture_file(sharing: Sharing, base_folder: Path) -> Path:
    """The PNG, drawn first where it is not there or something has changed. Raises Problem, and OSError or
    subprocess.SubprocessError where it cannot be made.
    """
    file, version = base_folder / FILE, _version(sharing, base_folder)
    if _told(base_folder) == version and file.is_file():
        return file
    job = asdict(sharing) | {"folder": str(base_folder), "version": version}
    subprocess.run(
        [sys.executable, "-m", __name__], input=json.dumps(job).encode(), timeout=SECONDS, check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}, stdout=subprocess.DEVNULL)
    return file


def picture(sharing: Sharing, streets: StreetData | None) -> str:
    """The picture as SVG."""
    style, area = style_named(STYLE), from_wkb(bytes.fromhex(sharing.boundary))
    frame, seed = _frame(area), sharing.slug
    title = _title(sharing)
    under = paragraph(sharing.line, "note", 8.4, WORDS, seed=seed, most_lines=3, language=sharing.language)
    top = EDGE + 2
    ruled = top + title.height + 1
    words = box(0, 0, EDGE + WORDS, ruled + 10 + under.height)
    small = paragraph(sharing.sources, "small", 3.4, WORDS, ink="pencil", seed=seed, most_lines=2)
    foot = HEIGHT - EDGE / 2 - small.height
    view = scene(streets, area, frame, WIDTH, HEIGHT, style, seed, clear=words)
    long = min(max(40.0, title.width), WORDS)
    written = [
        *title.at(EDGE, top), *under.at(EDGE, ruled + 7), *small.at(EDGE, foot),
        *stroke([(EDGE, ruled), (EDGE + long, ruled)], seed_of(seed, "rule", 1), 1.1, amount=0.4),
        *stroke([(EDGE, ruled + 2), (EDGE + long * 0.9, ruled + 2)], seed_of(seed, "rule", 2), 0.4, amount=0.4)]
    about = company(view.island | words, EDGE + WORDS, foot + 6, seed, tall=19.0, edge=EDGE)
    layers = [*view.layers, Layer("neighbours", about), Layer("words", written)]
    return svg_document(layers, style, WIDTH, HEIGHT, background="paper")


def _frame(area: BaseGeometry):
    """The neighbourhood to the right of the words."""
    room = WIDTH - WORDS - EDGE
    frame = frame_for(area, room, HEIGHT, 8.0)
    return replace(frame, left=frame.left + WIDTH - room)


def _title(sharing: Sharing) -> Written:
    """The name as large as it fits in its column, on three lines at most."""
    for size in (44.0, 38.0, 32.0, 27.0, 22.0, 18.0, 14.0):
        one = line(sharing.name, "cover", size, seed=sharing.slug, language=sharing.language)
        if one.width <= WORDS:
            return one
        if size <= 32:
            more = paragraph(
                sharing.name, "cover", size, WORDS, seed=sharing.slug, most_lines=3, language=sharing.language)
            if not more.cut:
                return more
    return more


def _version(sharing: Sharing, base_folder: Path) -> str:
    try:
        streets = (base_folder / STREETS).read_bytes()
    except OSError:
        streets = b""
    told = json.dumps([RECIPE, asdict(sharing)], sort_keys=True).encode()
    return hashlib.sha256(told + hashlib.sha256(streets).digest()).hexdigest()


def _told(base_folder: Path) -> str:
    try:
        return json.loads((base_folder / TOLD).read_text("utf-8"))["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _draw(job: dict) -> None:
    """Draws and keeps what `picture_file` asks for."""
    import typst

    base_folder, version = Path(job.pop("folder")), job.pop("version")
    svg = picture(Sharing(**job), read_base(base_folder))
    with tempfile.TemporaryDirectory(prefix="assetmap-picture-") as name:
        folder = Path(name)
        (folder / "picture.svg").write_text(svg, "utf-8")
        (folder / "picture.typ").write_text(
            f'#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: 0mm)\n#image("picture.svg", width: 100%)',
            "utf-8")
        dots = PIXELS[0] / WIDTH * 25.4
        png = typst.compile(
            str(folder / "picture.typ"), root=name, format="png", ppi=dots, ignore_system_fonts=True)
    base_folder.mkdir(exist_ok=True)
    for place, content in ((FILE, png), (TOLD, json.dumps({"version": version}).encode())):
        new = base_folder / f".{place}.{os.getpid()}.new"
        new.write_bytes(content)
        new.replace(base_folder / place)


if __name__ == "__main__":
    _draw(json.load(sys.stdin))
