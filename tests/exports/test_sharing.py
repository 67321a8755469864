"""The picture beside a shared link: name, drawing and line, the right size, made once, and nothing anybody told."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest
from PIL import Image
from shapely import to_wkb
from shapely.geometry import box

from assetmap.drawing.base_file import keep_base
from assetmap.exports import sharing
from assetmap.exports.sharing import PIXELS, Sharing, picture, picture_file

from .test_book_drawings import STREETS

HERE = Sharing("tuinwijk", "Tuinwijk", "wat er al is, en wie het kan", "© OpenStreetMap contributors", "nl",
               to_wkb(STREETS.boundary).hex())


def test_the_picture_is_drawn_once_and_kept_until_something_changes(tmp_path):
    keep_base(STREETS, tmp_path)
    file = picture_file(HERE, tmp_path)
    with Image.open(file) as image:
        assert image.size == PIXELS and image.format == "PNG"
    first = file.stat().st_mtime_ns
    assert picture_file(HERE, tmp_path).stat().st_mtime_ns == first
    before = file.read_bytes()
    picture_file(replace(HERE, name="Tuindorp"), tmp_path)
    assert file.read_bytes() != before


def test_the_same_neighbourhood_has_the_same_picture():
    assert picture(HERE, STREETS) == picture(HERE, STREETS)


@pytest.mark.parametrize("name", [
    "A", "De Samenwerkende Buurtschappen van Noord-Overveen, Zuid-Overveen en Omstreken", "حي الجيران", "Тиха вулиця",
    "W" * 200, "</svg><script>", "🌻 Zonnebloemplein"])
def test_any_name_is_lettered(name):
    svg = picture(replace(HERE, name=name), None)
    assert ElementTree.fromstring(svg).get("viewBox") == "0 0 30000 15750" and "<script" not in svg


@pytest.mark.parametrize("area", [box(4.36, 52.0, 4.3601, 52.01), box(4.36, 52.0, 4.40, 52.001)])
def test_a_neighbourhood_of_any_shape_stands_beside_the_words(area):
    ElementTree.fromstring(picture(replace(HERE, boundary=to_wkb(area).hex()), None))


def test_what_it_is_made_from_holds_nothing_that_anybody_told():
    assert set(sharing.Sharing.__dataclass_fields__) == {"slug", "name", "line", "sources", "language", "boundary"}
