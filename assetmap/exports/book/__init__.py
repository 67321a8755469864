"""The book: an inventory to hold in the hands, with a drawn map, photos, stories and an index.

Everything in it comes from the Inventory. Words become data for a Typst template (never markup), photos become copies
in the size they are printed in, and a process of its own sets the pages.
"""

import json
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import segno

from ...domain.kind import Kind
from ...domain.moment import when
from ...inventory import Inventory
from ...media import file_path
from ..form import Contents, Format, Option, Order
from . import press
from .content import Plan, plan_of
from .crops import crops_for
from .fonts import font_folder, shown_by
from .maps import maps_for, streets_of
from .ornaments import INK, blot_svg, icon_svg, shape_svg
from .photos import Photo, readable
from .small_print import safe_address
from .teller import Teller

MOST_PHOTOS = 400
"""Photos in one book: typesetting holds them all in memory at once."""

MOST_NUMBERS_LISTED = 400
"""Up to so many assets, the map is followed by a list of its numbers; a larger book has its index for that."""

STEPS: dict[str, str] = {
    "start": "Getting paper and ink ready",
    "measure": "Measuring the words",
    "photos": "Making prints of the photos",
    "set": "Setting the pages",
}
"""Step of the press -> English message id."""


def write(order: Order, file: Path) -> Contents:
    """Make the book as a tagged PDF in `file`. Raises Problem: see press.py and fonts.py."""
    words, fonts = order.words, font_folder()
    say = Teller(order, shown_by(fonts))
    order.progress(0.0, words("Gathering words and photos"))
    photos, missing, left_out = _photos(order, say)
    plan = plan_of(order, say, photos)
    order.progress(0.04, words("Drawing the map"))
    in_full = [int(key) for keys in plan.full.values() for key in keys]
    plan.data["map"], drawings = maps_for(order, say, in_full, plan.data["bubble"])
    plan.drawings |= drawings
    plan.drawings |= crops_for(
        say, order.inventory, streets_of(order.inventory), plan.data["assets"], order.options["paper"])
    with tempfile.TemporaryDirectory(prefix="assetmap-book-") as name:
        folder = Path(name)
        _lay_out(folder, order, plan, fonts)
        result = press.printed(
            folder,
            seconds=order.seconds,
            megabytes=order.megabytes,
            photos=sum(map(len, plan.photos.values())),
            waiting=lambda: order.progress(0.08, words("Another book is on the press; this one is next")),
            progress=lambda done, step: order.progress(0.08 + 0.9 * done, words(STEPS[step])),
        )
        shutil.copyfile(folder / press.BOOK, file)
    missing += result["missing"]
    return Contents(
        tuple(item.number for item in order.inventory.items),
        tuple(result["media"]),
        tuple(missing),
        tuple(_remarks(order, len(missing), left_out, result["standards"])),
    )


FORMAT = Format(
    "pdf",
    "Book",
    ".pdf",
    "application/pdf",
    write,
    {
        "paper": Option("Paper", {"a4": "A4", "a5": "A5"}),
        "photos": Option("Photos", {"photo": "As they are", "sketch": "Drawn in ink"}),
    },
)


def _photos(order: Order, teller: Teller) -> tuple[dict[int, list[Photo]], list[str], int]:
    """The readable photos by asset, the hashes of the others, and how many did not fit: first photos go first."""
    inventory = order.inventory
    found: dict[int, list[Photo]] = {item.number: [] for item in inventory.items}
    missing: list[str] = []
    room, left_out = MOST_PHOTOS, 0
    for place in range(max((len(item.pictures) for item in inventory.items), default=0)):
        for item in inventory.items:
            if place >= len(item.pictures):
                continue
            picture = item.pictures[place]
            path = file_path(inventory.media_folder, picture.hash, "print")
            size = readable(path)
            if size is None:
                missing.append(picture.hash)
            elif not room:
                left_out += 1
            else:
                room -= 1
                alt = teller.line(picture.alt) or teller.line(
                    order.words("Photo with “{title}”").format(title=item.title)
                )
                found[item.number].append(
                    Photo(
                        f"{item.number}-{place}",
                        picture.hash,
                        path,
                        size[0] / size[1],
                        alt,
                        teller.line(picture.credit) or None,
                    )
                )
    return found, missing, left_out


def _lay_out(folder: Path, order: Order, plan: Plan, fonts: Path) -> None:
    """Put everything that the press needs into its folder: template, drawings and job."""
    for source in files(__package__).joinpath("template").iterdir():
        (folder / source.name).write_bytes(source.read_bytes())
    for name, svg in (plan.drawings | _ornaments(plan.data["bubble"])).items():
        (folder / name).write_text(svg, "utf-8")
    if address := safe_address(order.address):
        code = segno.make(address, error="m", micro=False)
        code.save(str(folder / "qr.svg"), border=2, dark=INK, light=None, xmldecl=False)
    job = {
        "data": plan.data,
        "full": plan.full,
        "brief": plan.brief,
        "photos": {key: [_plain(photo) for photo in found] for key, found in plan.photos.items()},
        "fonts": str(fonts),
        "made": _seconds(order.inventory),
        "sketch": plan.data["sketch"],
        "numbers-most": MOST_NUMBERS_LISTED,
    }
    (folder / press.JOB).write_text(json.dumps(job, ensure_ascii=False), "utf-8")


def _ornaments(ratio: float) -> dict[str, str]:
    """Shape, icon and blot of each kind by file name."""
    found: dict[str, str] = {}
    for kind in Kind:
        found[f"shape-{kind}.svg"] = shape_svg(kind, ratio)
        found[f"icon-{kind}.svg"] = icon_svg(kind)
        found[f"blot-{kind}.svg"] = blot_svg(kind)
    return found


def _plain(photo: Photo) -> dict:
    return {
        "key": photo.key,
        "hash": photo.hash,
        "path": str(photo.path),
        "ratio": photo.ratio,
        "alt": photo.alt,
        "credit": photo.credit,
    }


def _seconds(inventory: Inventory) -> int:
    try:
        return int(when(inventory.made).timestamp())
    except ValueError:
        return 0


def _remarks(order: Order, missing: int, left_out: int, standards: list[str]) -> list[str]:
    said = []
    if missing:
        said.append(
            order.ngettext(
                "{count} photo is not in the book: its file is missing or damaged.",
                "{count} photos are not in the book: their files are missing or damaged.",
                missing,
            ).format(count=missing)
        )
    if left_out:
        said.append(
            order.ngettext(
                "{count} photo did not fit: a book holds {most}.",
                "{count} photos did not fit: a book holds {most}.",
                left_out,
            ).format(count=left_out, most=MOST_PHOTOS)
        )
    if "ua-1" not in standards:
        said.append(
            order.words(
                "Some signs in this book have no letter in our fonts, so it could not be made fully accessible."
            )
        )
    return said
