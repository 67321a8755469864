"""Twelve pictures of the demo, drawn by Assetmap itself with one pen and one paintbox.

Nothing here is a scan or somebody else's work: each picture is made of strokes and washes when it is asked for.
A heron stands in every one of them.
"""

from collections.abc import Callable

from PIL import Image

from . import at_play, at_table, in_green, in_street, making, on_water
from .paper import Sheet

PICTURES: dict[str, str] = {
    "soep": "Soup on Friday",
    "breien": "The long scarf",
    "brug": "When the bridge is open",
    "roeiboot": "Six o'clock on the Schie",
    "bankje": "The bench of being right",
    "tuin": "The bean garden in August",
    "fiets": "A flat tyre, one pie",
    "gereedschap": "The tool wall",
    "boekenkast": "Jozef's cupboard",
    "raam": "The poem in the window",
    "voetbal": "Granny in goal",
    "lampionnen": "Lanterns along the water",
}
"""Name of each picture -> its title (English message id)."""

_SCENES: dict[str, Callable[[Sheet], None]] = {
    "soep": at_table.soup,
    "breien": at_table.knitting,
    "brug": on_water.bridge,
    "roeiboot": on_water.rowing,
    "bankje": in_green.bench,
    "tuin": in_green.garden,
    "fiets": making.bicycles,
    "gereedschap": making.tools,
    "boekenkast": in_street.bookcase,
    "raam": in_street.window,
    "voetbal": at_play.football,
    "lampionnen": at_play.lanterns,
}


def draw(name: str) -> Image.Image:
    """The picture with this name (a key of PICTURES), 1600 x 1200 pixels, RGB. The same pixels every time."""
    sheet = Sheet(name)
    _SCENES[name](sheet)
    return sheet.picture()
