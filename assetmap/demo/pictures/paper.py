"""The sheet of paper: three times as fine as the picture that leaves it, so that every line comes out smooth."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageDraw

from .palette import INK, PAPER, Colour

WIDTH, HEIGHT = 1600, 1200
FINE = 3


class Sheet:
    """What pen and brush work on, back to front. The same name gives the same picture, to the last pixel."""

    def __init__(self, name: str):
        self.random = Random(f"aan-de-schie/{name}")
        self.canvas = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), PAPER)
        self.point = ImageDraw.Draw(self.canvas)
        self.distance = 0.0

    @contextmanager
    def far(self, distance: float) -> Iterator[None]:
        """Meanwhile the pen is lighter and finer and the paint thinner: 0 is here, 1 is the horizon."""
        before, self.distance = self.distance, distance
        try:
            yield
        finally:
            self.distance = before

    def ink(self, colour: Colour | None) -> Colour:
        """The ink as it looks from here: distance takes it towards a bluish grey."""
        red, green, blue = colour or INK
        share = self.distance * 0.75
        return (
            round(red + (196 - red) * share),
            round(green + (198 - green) * share),
            round(blue + (204 - blue) * share),
        )

    def picture(self) -> Image.Image:
        """The finished picture, 1600 x 1200, with the tooth of the paper in it."""
        small = self.canvas.reduce(FINE)
        paper = tooth().point(lambda value: 247 + value * 8 // 255)
        return ImageChops.multiply(small, Image.merge("RGB", (paper, paper, paper)))


@cache
def tooth() -> Image.Image:
    """The fine roughness of the paper, grey: where it is dark the brush leaves less behind."""
    fine, coarse = _noise("tooth", 2), _noise("felt", 5)
    return Image.blend(fine, coarse, 0.5)


@cache
def grain() -> Image.Image:
    """How much paint stays where, 255 for all of it: slow clouds in which wet paint dries, times the tooth."""
    clouds = Image.blend(Image.blend(_noise("bloom", 120), _noise("run", 46), 0.45), _noise("drop", 17), 0.22)
    return ImageChops.multiply(
        clouds.point(lambda value: 158 + value * 97 // 255), tooth().point(lambda value: 196 + value * 59 // 255)
    )


def _noise(name: str, cell: int) -> Image.Image:
    wide, high = WIDTH // cell + 4, HEIGHT // cell + 4
    grains = Image.frombytes("L", (wide, high), Random(name).randbytes(wide * high))
    return grains.resize((wide * cell, high * cell), Image.Resampling.BICUBIC).crop(
        (cell, cell, cell + WIDTH, cell + HEIGHT)
    )
