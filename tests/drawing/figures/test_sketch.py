"""A photo becomes a drawing: ink on paper, whatever the photo was."""

from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFilter

from assetmap.drawing.figures.sketch import INK, PAPER, ink_sketch

PHOTO = Path(__file__).parents[2] / "data" / "photos" / "Landscape_1.jpg"


def face() -> Image.Image:
    """Somebody in soft light: round things with shade, two eyes and a mouth."""
    image = Image.new("RGB", (600, 800), "#8fa6b5")
    pen = ImageDraw.Draw(image)
    pen.ellipse((120, 120, 480, 660), fill="#c99675")
    pen.ellipse((300, 160, 480, 640), fill="#8d5f45")
    pen.pieslice((100, 80, 500, 520), 180, 360, fill="#2b2029")
    image = image.filter(ImageFilter.GaussianBlur(18))
    pen = ImageDraw.Draw(image)
    for x in (220, 380):
        pen.ellipse((x - 26, 366, x + 26, 394), fill="white", outline="#221a1e", width=5)
        pen.ellipse((x - 11, 368, x + 11, 392), fill="#221a1e")
    pen.arc((230, 460, 370, 560), 20, 160, fill="#662c2c", width=9)
    return image


def inked(sketch: Image.Image, box=None) -> float:
    """How much of it is ink, 0 to 1."""
    grey = numpy.asarray(sketch.crop(box) if box else sketch).astype(float).mean(axis=2)
    return float(1 - (grey.mean() - sum(INK) / 3) / (sum(PAPER) / 3 - sum(INK) / 3))


def test_a_photo_becomes_ink_on_paper() -> None:
    sketch = ink_sketch(Image.open(PHOTO), 600)
    assert sketch.mode == "RGB" and sketch.width == 600
    assert 0.05 < inked(sketch) < 0.45
    reds = numpy.asarray(sketch)[..., 0].astype(int)
    assert reds.min() < 60 and reds.max() > 250


def test_its_shape_stays() -> None:
    image = Image.open(PHOTO)
    assert ink_sketch(image, 300).height == pytest.approx(300 * image.height / image.width, abs=1)


def test_a_face_keeps_its_eyes_and_is_no_black_mask() -> None:
    sketch = ink_sketch(face(), 600, loose=False)
    cheek, eye, hair = (160, 420, 230, 500), (194, 366, 246, 394), (200, 140, 400, 220)
    assert inked(sketch, cheek) < 0.12 < inked(sketch, eye)
    assert inked(sketch, hair) > 0.35


def test_shade_is_hatched_in_more_tones_than_one() -> None:
    grey = Image.linear_gradient("L").resize((500, 500)).convert("RGB")
    sketch = ink_sketch(grey, 500, loose=False)
    tones = [inked(sketch, (20, top, 480, top + 60)) for top in (10, 100, 200, 420)]
    assert tones == sorted(tones, reverse=True) and tones[0] > 0.28 and tones[2] < 0.2 and tones[-1] < 0.03


def test_a_wash_brings_the_colours_back_pale() -> None:
    red = Image.new("RGB", (400, 300), "#c03030")
    ImageDraw.Draw(red).rectangle((200, 0, 400, 300), fill="#3060c0")
    left, right = (
        numpy.asarray(ink_sketch(red, 400, wash=True).crop(box)).mean(axis=(0, 1))
        for box in ((80, 100, 160, 200), (260, 100, 340, 200)))
    assert left[0] > left[2] + 20 and right[2] > right[0] + 20 and left.min() > 90


def test_a_loose_drawing_ends_before_the_paper_does() -> None:
    dark = Image.effect_noise((400, 300), 90).convert("RGB")
    assert inked(ink_sketch(dark, 400), (0, 0, 400, 2)) == pytest.approx(0, abs=0.02)
    assert inked(ink_sketch(dark, 400, loose=False), (0, 0, 400, 2)) > 0.05


def test_the_same_photo_gives_the_same_drawing() -> None:
    image = face()
    assert ink_sketch(image, 300, wash=True).tobytes() == ink_sketch(image, 300, wash=True).tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_every_sort_of_picture_is_drawn(mode: str) -> None:
    assert ink_sketch(Image.new(mode, (40, 30)), 120).size == (120, 90)


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (900, 1), (3, 2)])
def test_the_oddest_shapes_are_drawn_too(size: tuple[int, int]) -> None:
    sketch = ink_sketch(Image.new("RGB", size, "#446655"), 200, wash=True)
    assert max(sketch.size) <= 2400 and min(sketch.size) >= 1


def test_what_is_seen_through_is_paper() -> None:
    assert inked(ink_sketch(Image.new("RGBA", (200, 150), (0, 0, 0, 0)), 200)) == pytest.approx(0, abs=0.02)
