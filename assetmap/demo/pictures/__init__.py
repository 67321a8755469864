"""Twelve pictures of the demo, drawn by Assetmap itself with one pen and one paintbox.

Nothing here is a scan or somebody else's work: each picture is made of strokes and washes when it is asked for.
A heron stands in every one of them.
"""

from collections.abc import Callable

from PIL import Image

from . import at_play, at_table, in_green, in_street, making, on_water
from .paper import Sheet

PICTURES: dict[str, str] = {
    "soep": "Soep op vrijdag",
    "breien": "De lange sjaal",
    "brug": "Als de brug openstaat",
    "roeiboot": "Zes uur op de Schie",
    "bankje": "Het bankje van gelijk",
    "tuin": "De binnentuin in augustus",
    "fiets": "Lekke band, één taart",
    "gereedschap": "De gereedschapsmuur",
    "boekenkast": "Het kastje van Jozef",
    "raam": "Het gedicht achter het raam",
    "voetbal": "Zaterdag, oma staat op doel",
    "lampionnen": "Lampionnen langs het water",
}
"""Name of each picture -> its title in Dutch."""

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
