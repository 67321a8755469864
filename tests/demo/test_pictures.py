"""The pictures of the demo come out of the pen the same every time, and are twelve."""

import hashlib

import pytest
from PIL import ImageStat

from assetmap.demo.pictures import PICTURES, draw
from assetmap.i18n import words


def test_there_are_twelve_with_a_title_each_in_english_and_dutch() -> None:
    assert len(PICTURES) == len(set(PICTURES.values())) == 12
    dutch = words("nl")
    assert all(dutch.gettext(title) != title for title in PICTURES.values())


@pytest.mark.parametrize("name", ["roeiboot", "raam"])
def test_a_picture_is_the_same_to_the_last_pixel_every_time(name: str) -> None:
    first, second = draw(name), draw(name)
    assert (first.size, first.mode) == ((1600, 1200), "RGB")
    assert hashlib.sha256(first.tobytes()).digest() == hashlib.sha256(second.tobytes()).digest()


def test_a_picture_keeps_the_paper_at_its_edge_and_has_ink_and_colour_inside() -> None:
    picture = draw("raam")
    assert min(picture.getpixel((5, 5))) > 235
    inside = picture.crop((200, 200, 1400, 1000))
    darkest = min(low for low, _ in inside.getextrema())
    assert darkest < 50
    assert max(ImageStat.Stat(inside).stddev) > 30
