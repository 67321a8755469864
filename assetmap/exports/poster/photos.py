"""Photos as small cut-outs with a drawn frame, or turned into ink; those of what is told about first."""

import base64
import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from ...drawing.figures.sketch import ink_sketch
from ...drawing.pen.styles import Style
from ...media import file_path
from ..form import Order
from .sheet import Sheet
from .slips import PHOTO
from .telling import Told

PPI, SKETCH = 240, 720
"""Dots per inch of a photo; how many pixels wide a sketch is drawn."""
LEAST, MOST = 0.75, 1.9
"""Ratio of width to height; what is taller or wider is cut."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in the size it is printed in. `data` is its file, `mime` what that is; `hash` names the original."""

    hash: str
    ratio: float
    data: bytes
    mime: str
    alt: str
    credit: str
    sketched: bool = False

    @property
    def address(self) -> str:
        """As a data: address, for an SVG that stands alone."""
        return f"data:{self.mime};base64,{base64.b64encode(self.data).decode('ascii')}"


def photos(order: Order, told: list[Told], style: Style, most: int, sheet: Sheet) -> tuple[dict[str, Photo], list[str]]:
    """The photos by key of their asset, at most so many; and the hashes of those that could not be read."""
    way = order.options.get("photos", "cut-outs")
    found: dict[str, Photo] = {}
    missing: list[str] = []
    if way == "none":
        return found, missing
    for one in told:
        if one.picture is None or len(found) >= most:
            continue
        path = file_path(order.inventory.media_folder, one.picture.hash, "print")
        try:
            with Image.open(path) as image:
                image.load()
                made = _sized(ImageOps.exif_transpose(image).convert("RGB"), sheet)
        except (OSError, ValueError, Image.DecompressionBombError):
            missing.append(one.picture.hash)
            continue
        data, mime = _inked(made, style) if way == "sketches" else _printed(made, style)
        found[one.key] = Photo(
            one.picture.hash, made.width / made.height, data, mime, one.picture.alt or one.title, one.picture.credit,
            way == "sketches")
    return found, missing


def _sized(image: Image.Image, sheet: Sheet) -> Image.Image:
    ratio = min(max(image.width / image.height, LEAST), MOST)
    width = round(PHOTO * sheet.grain / 25.4 * PPI)
    return ImageOps.fit(image, (width, round(width / ratio)), Image.Resampling.LANCZOS, centering=(0.5, 0.4))


def _printed(image: Image.Image, style: Style) -> tuple[bytes, str]:
    if not style.colour("green"):
        image = ImageOps.autocontrast(ImageOps.grayscale(image), cutoff=1)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=86)
    return file.getvalue(), "image/jpeg"


def _inked(image: Image.Image, style: Style) -> tuple[bytes, str]:
    """Drawn in ink, with a wash where the style has colours."""
    drawn = ink_sketch(image, SKETCH, wash=bool(style.colour("green")), paper=_rgb(style.colour("paper")),
                       ink=_rgb(style.colour("ink")))
    file = io.BytesIO()
    drawn.save(file, "JPEG", quality=84)
    return file.getvalue(), "image/jpeg"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
