"""The brush: thin watercolour in a few layers, darker where it dried at the edge, thinner where the paper is rough."""

from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from . import curves
from .curves import Point
from .palette import PAPER, Colour
from .paper import FINE, HEIGHT, WIDTH, Sheet, grain


def wash(
    sheet: Sheet,
    shape: Sequence[Point],
    colour: Colour,
    strength: float = 0.85,
    loose: float = 4.0,
    edge: float = 0.5,
    soft: float = 0.0,
    layers: int = 2,
    fade: str = "",
    clip: Sequence[Point] | None = None,
    spare: Sequence[tuple[float, float, float]] = (),
) -> None:
    """Paint over what is there, as thin paint does: what lies below shines through.

    `loose` is how far, in pixels, the brush strays from the shape; `soft` blurs the edge (wet paper);
    `fade` lets the paint run out towards "up", "down", "left" or "right"; `clip` is a closed shape it stays in;
    `spare` are circles (x, y, radius) that stay light, as around a lamp.
    """
    place = _place(shape, loose * 1.5 + soft * 2 + 3)
    if place is None:
        return
    mask = _layers(sheet, shape, place, loose, soft, layers, edge)
    if fade:
        mask = ImageChops.multiply(mask, _ramp(mask.size, fade))
    if clip is not None:
        mask = ImageChops.multiply(mask, _filled(clip, place))
    for x, y, radius in spare:
        mask = _spared(mask, place, x, y, radius)
    mask = ImageChops.multiply(mask, grain().crop(place))
    _multiply(sheet, place, mask.point(_times(round(strength * (1 - 0.4 * sheet.distance), 3))), colour)


def cut(sheet: Sheet, shape: Sequence[Point], colour: Colour = PAPER) -> None:
    """Clear the paper where something nearer will stand. With a colour: body paint that covers."""
    sheet.point.polygon([(x * FINE, y * FINE) for x, y in shape], fill=colour)


def patches(
    sheet: Sheet, shape: Sequence[Point], colour: Colour, count: int, size: float, strength: float = 0.28
) -> None:
    """Wet-in-wet: soft patches of a second colour somewhere inside a shape."""
    left, top, right, bottom = curves.bounds(shape)
    for _ in range(count):
        x, y = sheet.random.uniform(left, right), sheet.random.uniform(top, bottom)
        spot = curves.ellipse(x, y, size * sheet.random.uniform(0.6, 1.5), size * sheet.random.uniform(0.25, 0.5))
        wash(sheet, spot, colour, strength, loose=size * 0.12, soft=size * 0.3, layers=1, clip=shape)


def glow(sheet: Sheet, x: float, y: float, radius: float, colour: Colour, strength: float = 0.9) -> None:
    """Light that falls off to all sides, lifted out of the paint."""
    place = _place([(x - radius, y - radius), (x + radius, y + radius)], 0)
    if place is None:
        return
    mask = _disc(place, x, y, radius).point(_times(strength))
    sheet.canvas.paste(colour, tuple(value * FINE for value in place), _fine(mask))


def _place(shape: Sequence[Point], margin: float) -> tuple[int, int, int, int] | None:
    """The whole pixels around a shape, inside the sheet; None where nothing of it is on the sheet."""
    left, top, right, bottom = curves.bounds(shape)
    place = (
        max(0, int(left - margin)),
        max(0, int(top - margin)),
        min(WIDTH, int(right + margin) + 1),
        min(HEIGHT, int(bottom + margin) + 1),
    )
    return place if place[0] < place[2] and place[1] < place[3] else None


def _layers(
    sheet: Sheet,
    shape: Sequence[Point],
    place: tuple[int, int, int, int],
    loose: float,
    soft: float,
    layers: int,
    edge: float,
) -> Image.Image:
    total = None
    for _ in range(layers):
        one = _filled(curves.loosen(shape, loose, sheet.random), place)
        if soft:
            one = one.filter(ImageFilter.BoxBlur(soft / 2)).filter(ImageFilter.BoxBlur(soft / 2))
        total = one if total is None else Image.blend(total, one, 0.42)
    if edge and not soft:
        rim = ImageChops.subtract(total, total.filter(ImageFilter.BoxBlur(4)))
        body = total.point(_times(0.78))
        total = ImageChops.add(body, rim.point(_times(edge)))
    return total


def _filled(shape: Sequence[Point], place: tuple[int, int, int, int]) -> Image.Image:
    left, top, right, bottom = place
    twice = Image.new("L", ((right - left) * 2, (bottom - top) * 2), 0)
    ImageDraw.Draw(twice).polygon([((x - left) * 2, (y - top) * 2) for x, y in shape], fill=255)
    return twice.reduce(2)


def _ramp(size: tuple[int, int], fade: str) -> Image.Image:
    ramp = Image.linear_gradient("L")
    turn = {
        "up": None,
        "down": Image.Transpose.ROTATE_180,
        "right": Image.Transpose.ROTATE_270,
        "left": Image.Transpose.ROTATE_90,
    }[fade]
    return (ramp.transpose(turn) if turn is not None else ramp).resize(size, Image.Resampling.BILINEAR)


def _spared(mask: Image.Image, place: tuple[int, int, int, int], x: float, y: float, radius: float) -> Image.Image:
    return ImageChops.subtract(mask, _disc(place, x, y, radius))


def _disc(place: tuple[int, int, int, int], x: float, y: float, radius: float) -> Image.Image:
    """White in the middle of a circle, black at its rim."""
    size = max(2, int(radius * 2))
    # Pillow's gradient is 181 at the middle of each side and 255 in the corners.
    disc = Image.radial_gradient("L").point(lambda value: max(0, 255 - value * 255 // 181))
    whole = Image.new("L", (place[2] - place[0], place[3] - place[1]), 0)
    whole.paste(
        disc.resize((size, size), Image.Resampling.BILINEAR), (int(x - radius - place[0]), int(y - radius - place[1]))
    )
    return whole


def _multiply(sheet: Sheet, place: tuple[int, int, int, int], mask: Image.Image, colour: Colour) -> None:
    below = sheet.canvas.crop(tuple(value * FINE for value in place))
    sheet.canvas.paste(below.point(_through(colour)), (place[0] * FINE, place[1] * FINE), _fine(mask))


def _fine(mask: Image.Image) -> Image.Image:
    """The mask as large as the sheet. Whole pixels are enough: they fall together again when the picture is made."""
    return mask.resize((mask.width * FINE, mask.height * FINE), Image.Resampling.NEAREST)


@cache
def _through(colour: Colour) -> list[int]:
    """A table that turns what lies below into what is seen through a layer of this colour."""
    return [value * part // 255 for part in colour for value in range(256)]


@cache
def _times(share: float) -> list[int]:
    """A table that makes every grey `share` times as light."""
    return [min(255, int(value * share)) for value in range(256)]
