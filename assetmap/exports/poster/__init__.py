"""The poster: the neighbourhood drawn by hand with everything good in it, for the wall.

drawing.py has the recipe of the sheet, picture.py turns it into ink, pages.py tells everything again as text. A PDF and
a PNG are set by the press in a process of its own; an SVG is written as it is.
"""

import gc
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from ...domain.note_place import NotePlace
from ...domain.problems import Problem
from ...drawing.pen.styles import Style, style_named, style_names
from ..book import press
from ..book.fonts import font_folder, shown_by
from ..book.teller import Teller
from ..form import Contents, Format, Option, Order
from .drawing import Poster, drawn
from .pages import described, pages, remarks
from .picture import svg
from .sheet import PPI, SIDES, USUAL, Sheet

FIRST_STYLE = "ink-and-wash"
STEPS: dict[str, str] = {"start": "Getting paper and ink ready", "set": "Setting the pages"}
CHILD = "assetmap.exports.poster.child"
PROBLEMS: dict[str, str] = {
    "book-busy": "poster-busy", "book-too-slow": "poster-too-slow", "book-too-large": "poster-too-large"}
"""What the press says of books, as it is said of posters."""


def write(order: Order, file: Path) -> Contents:
    """Make the poster as a tagged PDF, an SVG or a PNG in `file`. Raises Problem: see press.py, fonts.py, styles.py."""
    words = order.words
    order.progress(0.0, words("Finding the best sheet"))
    say = Teller(order, shown_by(font_folder()))
    with few_collections():
        poster = poster_of(order, say)
        order.progress(0.72, words("Inking it"))
        title, description = described(order, poster, say)
        picture = svg(poster, order.inventory, title, description)
    if order.options["file"] == "svg":
        file.write_text(picture, "utf-8")
    else:
        _printed(order, poster, say, picture, (title, description), file)
    inside = {shot.hash for shot in poster.photos.values()}
    return Contents(
        tuple(one.number for one in sorted(poster.told, key=lambda one: one.number)), tuple(sorted(inside)),
        tuple(dict.fromkeys(poster.unread)), tuple(remarks(order, poster)), {poster.sheet.name: places(poster)})


def poster_of(order: Order, say: Teller) -> Poster:
    """The poster that is asked for, composed and placed, not yet inked."""
    words = order.words
    return drawn(order, sheets_of(order), style_of(order), say, lambda share: order.progress(
        0.02 + 0.68 * share,
        words("Choosing who stands where") if share < 0.5 else words("Drawing houses, water and trees")))


def sheets_of(order: Order) -> tuple[Sheet, ...]:
    """The sheets to choose from: as it is asked for, else as notes were pinned on it or lay last time, else both."""
    paper, way = order.options["paper"], order.options["orientation"]
    both = Sheet(paper, True), Sheet(paper, False)
    if way != "auto":
        return (both[0] if way == "landscape" else both[1],)
    pinned = [sheet for sheet in both if any(one.pinned for one in order.places.get(sheet.name, ()))]
    known = [sheet for sheet in both if order.places.get(sheet.name)]
    return tuple(pinned[:1]) or (tuple(known) if len(known) == 1 else both)


def style_of(order: Order) -> Style:
    """The style that is asked for: an installation may have its own beside ours."""
    return style_named(order.options["style"], order.inventory.base_folder.parent.parent.parent / "styles")


def places(poster: Poster) -> tuple[NotePlace, ...]:
    """Where the notes came to lie, to be kept."""
    return tuple(
        NotePlace(int(key), round(placed.x, 2), round(placed.y, 2), placed.box, key in poster.pinned)
        for key, placed in poster.placing.boxes.items())


def _printed(order: Order, poster: Poster, say: Teller, picture: str, told: tuple[str, str], file: Path) -> None:
    sort, sheet = order.options["file"], poster.sheet
    with tempfile.TemporaryDirectory(prefix="assetmap-poster-") as name:
        folder = Path(name)
        template = Path(__file__).parent / "template" / "poster.typ"
        (folder / "poster.typ").write_bytes(template.read_bytes())
        (folder / "drawing.svg").write_text(picture, "utf-8")
        data = pages(order, poster, say, *told) | {"width": sheet.width, "height": sheet.height}
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        job = {"file": sort, "ppi": PPI[sheet.paper], "fonts": str(font_folder()), "made": data["made"]}
        (folder / press.JOB).write_text(json.dumps(job), "utf-8")
        try:
            press.printed(
                folder, seconds=order.seconds, megabytes=order.megabytes, photos=len(poster.photos), child=CHILD,
                waiting=lambda: order.progress(0.78, order.words("Another book is on the press; this one is next")),
                progress=lambda done, step: order.progress(0.78 + 0.2 * done, order.words(STEPS[step])))
        except Problem as problem:
            if problem.code not in PROBLEMS:
                raise
            facts = {name: fact for name, fact in problem.facts.items() if name != "field"}
            raise Problem(PROBLEMS[problem.code], **facts) from problem
        file.write_bytes((folder / f"poster.{sort}").read_bytes())


@contextmanager
def few_collections() -> Iterator[None]:
    """A drawing is a hundred thousand small things, none of them in circles: looking for circles takes a fifth of the
    time and finds none.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 300_000), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def with_own_styles(folder: Path) -> Format:
    """The format with the styles of an installation among its choices, those that can be read."""
    own = {}
    for path in sorted(folder.glob("*.json")):
        with suppress(Problem):
            own[path.stem] = style_named(path.stem, folder).label
    style = replace(FORMAT.options["style"], choices=FORMAT.options["style"].choices | own)
    return replace(FORMAT, options=FORMAT.options | {"style": style})


def _styles() -> dict[str, str]:
    names = style_names()
    return {FIRST_STYLE: names[FIRST_STYLE]} | names


FORMAT = Format(
    "poster",
    "Poster for the wall",
    ".pdf",
    "application/pdf",
    write,
    {
        "paper": Option("Paper", {paper: paper.upper() for paper in SIDES}, usual=USUAL),
        "style": Option("Drawn in", _styles(), open=True),
        "photos": Option("Photos", {
            "cut-outs": "As they are, cut out", "sketches": "Drawn in ink", "none": "No photos"}),
        "orientation": Option("Which way up", {
            "auto": "As the neighbourhood lies", "landscape": "Lying", "portrait": "Standing"}),
        "file": Option("As", {
            "pdf": "PDF, with all notes as text", "svg": "SVG, to go on drawing", "png": "PNG, a picture"}),
    },
    {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"},
)
