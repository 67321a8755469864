"""What the book draws besides its maps: where an asset is, photos as ink, portraits in a frame."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from shapely.geometry import LineString, Point, box

from assetmap.domain.kind import Kind
from assetmap.drawing.base_file import keep_base
from assetmap.drawing.street_data import Building, Street, StreetData, Tree
from assetmap.exports.book.crops import MOST, crops_for
from assetmap.exports.book.photos import readable, sized
from assetmap.media import file_path

from . import sample
from .conftest import make
from .sample import at

STREETS = StreetData(
    box(*at(-400, -400), *at(400, 400)),
    streets=(Street(LineString([at(-380, 0), at(380, 0)]), "street", "Lange Straat", 7.0),
             Street(LineString([at(0, -380), at(0, 380)]), "street", "Dwarsstraat", 6.0)),
    buildings=tuple(Building(box(*at(x, 12), *at(x + 9, 24))) for x in range(-300, 300, 12)),
    trees=tuple(Tree(Point(at(x, -9))) for x in range(-300, 300, 25)),
)
LONG = "Hier wordt al jaren gezongen, gekookt en gerepareerd, en wie langskomt krijgt koffie. " * 5


class Says:
    """A teller that says English."""

    def words(self, text: str) -> str:
        return text


@pytest.fixture
def drawn_street(tmp_path: Path):
    """A neighbourhood with streets and three assets with long stories, one of them roughly placed, one too large."""
    base = tmp_path / "base"
    base.mkdir()
    keep_base(STREETS, base)
    near = Point(at(60, 30)).buffer(0.0006)
    items = (
        sample.item(1, Kind.PLACE, "De bank", "Hier zit altijd iemand.", (50, 40), description=LONG),
        sample.item(2, Kind.SKILL, "Fatma kookt", "Voor dertig.", (60, 30), description=LONG, shape=near, masked=True),
        sample.item(3, Kind.NETWORK, "Overal", "Van oost tot west.", (0, 0), description=LONG,
                    shape=box(*at(-390, -390), *at(390, 390)), masked=True))
    return replace(sample.neighbourhood(tmp_path, part=0.2), items=items, ties=(), base_folder=base)


def crops(inventory, streets=STREETS) -> tuple[dict, dict]:
    assets = {str(item.number): {"columns": [], "crop": None} for item in inventory.items}
    return crops_for(Says(), inventory, streets, assets, "a4"), assets


def test_who_has_room_and_no_photo_gets_a_drawing_of_where_it_is(drawn_street):
    found, assets = crops(drawn_street)
    assert set(found) == {"crop-1.svg", "crop-2.svg"} and assets["3"]["crop"] is None
    assert assets["1"]["crop"]["file"] == "crop-1.svg" and assets["1"]["crop"]["alt"]


def test_a_rough_place_is_told_as_one_and_has_no_sign(drawn_street):
    found, assets = crops(drawn_street)
    exact, rough = found["crop-1.svg"], found["crop-2.svg"]
    assert assets["1"]["crop"]["alt"] != assets["2"]["crop"]["alt"]
    assert "#1d1a24" in exact.split('id="here"')[1] and "#1d1a24" not in rough.split('id="here"')[1]


def test_slips_photos_and_neighbourhoods_without_streets_have_none(drawn_street):
    bank = drawn_street.items[0]
    photo = sample.neighbourhood(drawn_street.media_folder.parent / "other", part=0.1).items[4].pictures
    for other in (replace(bank, description=""), replace(bank, pictures=photo), replace(bank, shape=None)):
        assert not crops(replace(drawn_street, items=(other,)))[0]
    assert not crops(drawn_street, None)[0]
    assert not crops_for(Says(), drawn_street, STREETS, {"1": {"columns": ["slip"], "crop": None}}, "a4")


def test_a_large_book_has_so_many_and_some_of_every_kind(drawn_street):
    many = tuple(
        sample.item(n, list(Kind)[n % 2], f"Naam {n}", "x", (n * 4 - 100, 20), description=LONG) for n in range(60))
    found, _ = crops(replace(drawn_street, items=many))
    numbers = [int(name.removeprefix("crop-").removesuffix(".svg")) for name in found]
    assert len(found) == MOST and sum(number % 2 for number in numbers) == MOST // 2


def test_the_drawings_stand_in_the_book(drawn_street, tmp_path):
    book = make(drawn_street, "pdf", tmp_path / "book.pdf")
    without = make(replace(drawn_street, base_folder=tmp_path / "none"), "pdf", tmp_path / "without.pdf")
    assert book.bytes > without.bytes + 20_000 and not book.missing
    assert len(PdfReader(book.path).pages) == len(PdfReader(without.path).pages)


def test_the_same_inventory_is_the_same_book_with_all_its_drawings(drawn_street, tmp_path):
    assert make(drawn_street, "pdf", tmp_path / "1.pdf").sha256 == make(drawn_street, "pdf", tmp_path / "2.pdf").sha256


def test_photos_can_be_drawn_in_ink(street, tmp_path):
    as_they_are = make(street, "pdf", tmp_path / "photo.pdf", options={"photos": "photo"})
    in_ink = make(street, "pdf", tmp_path / "sketch.pdf", options={"photos": "sketch"})
    assert in_ink.media == as_they_are.media and in_ink.sha256 != as_they_are.sha256
    assert len(PdfReader(in_ink.path).pages) == len(PdfReader(as_they_are.path).pages)


def test_an_ink_copy_is_drawn_on_paper_and_says_nothing_else(street, tmp_path):
    picture = next(item for item in street.items if item.pictures).pictures[0]
    source, copy = file_path(street.media_folder, picture.hash, "print"), tmp_path / "copy.jpg"
    assert sized([(source, copy, 60.0)], drawn=True) == [] and readable(copy)
    with Image.open(copy) as image:
        assert not image.getexif() and "comment" not in image.info
        assert min(image.convert("RGB").getpixel((1, 1))) > 225


def test_a_photo_that_cannot_be_read_is_not_drawn_either(tmp_path):
    source = tmp_path / "half.jpg"
    source.write_bytes(b"\xff\xd8\xff\xe0 nothing")
    assert sized([(source, tmp_path / "copy.jpg", 60.0)], drawn=True) == [source]
