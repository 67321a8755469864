"""A photo as an ink drawing: lines where it changes, hatching where it is dark, and if you like a loose wash of colour.

Made with Pillow and sums over its pixels; the same photo gives the same drawing.
"""

import math

import numpy
from PIL import Image, ImageChops, ImageFilter, ImageOps

PAPER = (255, 253, 246)
INK = (29, 26, 36)
LARGEST = 2400
"""No drawing is wider or higher than this, in pixels."""

_MIDDLE = 0.6
"""How light a drawing is on the whole at least, 0 to 1."""

_LEAST_RANGE = 130
"""So many greys out of 255 at least become all from black to white."""

_HATCHES: tuple[tuple[float, float, float], ...] = ((0.56, -50.0, 1.0), (0.36, 38.0, 1.0), (0.19, -12.0, 0.9))
"""Darker than this (0 black, 1 white), lines at this angle, so far apart: three tones, one over the other."""


def ink_sketch(image: Image.Image, width: int = 1000, *, wash: bool = False, loose: bool = True,
               paper: tuple[int, int, int] = PAPER, ink: tuple[int, int, int] = INK) -> Image.Image:
    """The picture as a drawing `width` pixels wide (RGB), of the same shape.

    `wash` lays pale colour under the ink; `loose` lets the drawing end before the edge of the paper does.
    """
    photo = _flat(image, width, paper)
    unit = max(photo.size) / 1000
    grey = _lit(photo)
    chance = numpy.random.default_rng(photo.width * 7919 + photo.height)
    lines = _lines(grey, _warm(photo), unit)
    # The hatching keeps off the lines, so that eyes and mouth show in a dark face too.
    off = numpy.clip(1.25 - 3.2 * _blurred(_image(lines), 2.6 * unit), 0.15, 1)
    drawn = numpy.maximum(lines, off * _hatching(_tones(grey, unit), unit, chance))
    ground = numpy.empty((*drawn.shape, 3), numpy.float32)
    ground[:] = paper
    if loose:
        edge = _edge(drawn.shape, unit, chance)
        drawn *= edge
    if wash:
        colour = _wash(photo, unit, paper)
        strength = 0.8 * _smooth_noise(drawn.shape, 160 * unit, chance, 0.75, 1.0)
        if loose:
            strength *= numpy.clip(edge * 1.4 - 0.4, 0, 1)
        ground += (colour - ground) * strength[..., None]
    ground += (numpy.array(ink, numpy.float32) - ground) * drawn[..., None]
    return Image.fromarray(numpy.clip(ground, 0, 255).astype(numpy.uint8))


def _flat(image: Image.Image, width: int, paper: tuple[int, int, int]) -> Image.Image:
    """Upright, without see-through parts, in the size of the drawing."""
    image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, (*paper, 255))
        image = Image.alpha_composite(ground, image)
    image = image.convert("RGB")
    height = round(image.height * width / image.width)
    scale = min(1.0, LARGEST / max(width, height, 1))
    return image.resize((max(1, round(width * scale)), max(1, round(height * scale))), Image.Resampling.LANCZOS)


def _lit(photo: Image.Image) -> Image.Image:
    """Its greys from black to white; what is dark as a whole made lighter, as one does when one draws it."""
    grey = photo.convert("L")
    counts = numpy.cumsum(grey.histogram())
    darkest, lightest = (int(numpy.searchsorted(counts, share * counts[-1])) for share in (0.01, 0.99))
    # A grey wall stays grey: what differs little is not torn apart into black and white.
    missing = max(0, _LEAST_RANGE - (lightest - darkest)) / 2
    darkest, lightest = darkest - missing, lightest + missing
    grey = grey.point([round(255 * min(max((value - darkest) / (lightest - darkest), 0), 1)) for value in range(256)])
    counts = grey.histogram()
    middle = sum(value * count for value, count in enumerate(counts)) / max(1, sum(counts)) / 255
    lighter = min(1.0, math.log(_MIDDLE) / math.log(min(max(middle, 0.08), 0.98)))
    return grey.point([round(255 * (value / 255) ** lighter) for value in range(256)])


def _image(share: numpy.ndarray) -> Image.Image:
    return Image.fromarray((share * 255).astype(numpy.uint8))


def _warm(photo: Image.Image) -> Image.Image:
    """How much warmer than cold each place is: skin and brick light, water and leaves dark."""
    red, _, blue = photo.split()
    return ImageChops.subtract(red, blue, 1.2, 110)


def _lines(grey: Image.Image, warm: Image.Image, unit: float) -> numpy.ndarray:
    """Ink where light meets dark, 0 to 1: the difference of two blurs, made sharp (after XDoG, Winnemöller 2011)."""
    near, far = _blurred(grey, 0.95 * unit), _blurred(grey, 2.0 * unit)
    drawn = numpy.clip((far - near - 0.016) * 26 + 0.12, 0, 1)
    # Lines that go on count, specks do not; what is black stays black.
    wide = _blurred(_image(drawn), 2.2 * unit)
    drawn *= numpy.clip((wide - 0.07) * 9, 0, 1)
    # Where no line is yet, one for the end of a soft shape, and where one colour meets another as light.
    free = numpy.clip(1 - 7 * _blurred(_image(drawn), 5 * unit), 0, 1)
    for other, fine, weight in ((warm, 1.4, 15), (grey, 3.0, 13)):
        soft = _blurred(other, 2.1 * fine * unit) - _blurred(other, fine * unit)
        numpy.maximum(drawn, free * numpy.clip((soft - 0.03) * weight, 0, 0.8), out=drawn)
    return numpy.maximum(drawn, numpy.clip((0.1 - near) * 10, 0, 1))


def _tones(grey: Image.Image, unit: float) -> numpy.ndarray:
    """How light each place is, with the light evened out a little so that a face in the shade keeps its shape."""
    soft = _blurred(grey, 4.0 * unit)
    around = _blurred(grey, 90 * unit)
    return numpy.clip(0.72 * soft + 0.28 * (0.55 + (soft - around)), 0, 1)


def _hatching(tones: numpy.ndarray, unit: float, chance: numpy.random.Generator) -> numpy.ndarray:
    """Lines side by side, thicker where it is darker, running out where it grows light."""
    height, width = tones.shape
    down, right = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    drawn = numpy.zeros_like(tones)
    gap = 5.8 * unit
    for least, angle, apart in _HATCHES:
        turn = math.radians(angle)
        stray = _smooth_noise(tones.shape, 70 * unit, chance, -1.5 * unit, 1.5 * unit)
        place = (right * math.sin(turn) + down * math.cos(turn) + stray) / (gap * apart)
        from_line = numpy.abs(place - numpy.rint(place)) * gap * apart
        # Each hand's breadth along the lines some are set down harder than others.
        dark = least * _smooth_noise(tones.shape, 26 * unit, chance, 0.92, 1.08) - tones
        half = numpy.clip(dark * 9.0, 0, 1) * (0.36 + 0.9 * numpy.clip(dark * 2.2, 0, 1)) * unit
        numpy.maximum(drawn, numpy.clip((half - from_line) / max(unit, 0.6) + 0.5, 0, 1) * (half > 0.12 * unit),
                      out=drawn)
    return drawn * 0.72


def _wash(photo: Image.Image, unit: float, paper: tuple[int, int, int]) -> numpy.ndarray:
    """The colours as a few pale pools, a little beside the lines."""
    small = photo.resize((max(1, photo.width // 4), max(1, photo.height // 4)), Image.Resampling.BOX)
    small = ImageOps.autocontrast(small.filter(ImageFilter.MedianFilter(5)), cutoff=2, preserve_tone=True)
    pools = small.quantize(40, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).convert("RGB")
    pools = pools.filter(ImageFilter.ModeFilter(5)).filter(ImageFilter.GaussianBlur(1.0))
    beside = round(3 * unit)
    large = pools.resize(photo.size, Image.Resampling.BICUBIC)
    moved = Image.new("RGB", photo.size, paper)
    moved.paste(large, (beside, beside))
    told = numpy.asarray(moved, numpy.float32) / 255
    grey = told.mean(axis=2, keepdims=True)
    vivid = numpy.clip(grey + 1.25 * (told - grey), 0, 1)
    pale = 0.42 + 0.58 * vivid
    return pale * numpy.array(paper, numpy.float32)


def _edge(shape: tuple[int, int], unit: float, chance: numpy.random.Generator) -> numpy.ndarray:
    """1 inside, running out to 0 at the edge of the paper, here sooner and there later."""
    height, width = shape
    across = numpy.minimum(numpy.arange(width), numpy.arange(width)[::-1])[None, :]
    down = numpy.minimum(numpy.arange(height), numpy.arange(height)[::-1])[:, None]
    near = numpy.minimum(across, down).astype(numpy.float32) / unit
    near += _smooth_noise(shape, 120 * unit, chance, -30, 5) + _smooth_noise(shape, 26 * unit, chance, -7, 3)
    return numpy.clip((near - 8) / 9, 0, 1)


def _smooth_noise(shape: tuple[int, int], wave: float, chance: numpy.random.Generator, least: float,
                  most: float) -> numpy.ndarray:
    """Hills and dales about `wave` pixels wide, from `least` to `most`."""
    height, width = shape
    knots = chance.random((max(2, math.ceil(height / wave) + 1), max(2, math.ceil(width / wave) + 1)))
    image = Image.fromarray((knots * 255).astype(numpy.float32)).resize((width, height), Image.Resampling.BICUBIC)
    return least + (most - least) * numpy.clip(numpy.asarray(image, numpy.float32) / 255, 0, 1)


def _blurred(image: Image.Image, radius: float) -> numpy.ndarray:
    return numpy.asarray(image.filter(ImageFilter.GaussianBlur(radius)), numpy.float32) / 255
