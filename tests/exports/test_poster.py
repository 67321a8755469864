"""A poster that one would hang on the wall: everything in its place, nothing on anything else, nothing kept quiet."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader
from shapely.geometry import LineString, box

from assetmap import exports
from assetmap.domain.kind import Kind
from assetmap.domain.note_place import NotePlace
from assetmap.domain.problems import Problem
from assetmap.exports.book.fonts import font_folder, shown_by
from assetmap.exports.book.teller import Teller
from assetmap.exports.poster import places, poster_of
from assetmap.exports.poster.pages import pages
from assetmap.exports.poster.telling import excerpt, told

from . import sample
from .conftest import make
from .pdf import plain, tags_of, words_of
from .posters import ADDRESS, laid_out, order_of

SVG = "{http://www.w3.org/2000/svg}"


def crowd(street, count: int):
    """The neighbourhood with so many small assets."""
    kinds = list(Kind)
    items = tuple(
        sample.item(i, kinds[i % 7], f"Kracht {i}", "Omdat het hier telt.",
                    (-300 + 37 * (i % 17), -320 + 41 * (i // 17 % 17)), street=f"Straat {i}")
        for i in range(1, count + 1))
    return replace(street, items=items, ties=())


def on_each_other(poster) -> list:
    boxes = {key: box(*placed.bounds) for key, placed in poster.placing.boxes.items()}
    keys = list(boxes)
    found = [(a, b) for i, a in enumerate(keys) for b in keys[:i] if boxes[a].intersection(boxes[b]).area > 1e-6]
    return found + [key for key in keys for area in poster.page.blocked if boxes[key].intersects(area)]


@pytest.fixture(scope="module")
def pdf(street, tmp_path_factory):
    return make(street, "poster", tmp_path_factory.mktemp("poster") / "poster.pdf", address=ADDRESS,
                options={"paper": "a3"})


def test_the_first_page_is_the_drawing_on_its_sheet_with_words_for_who_does_not_see_it(pdf, street):
    page = PdfReader(pdf.path).pages[0]
    assert sorted(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) == [297, 420]
    assert street.name in dict(tags_of(pdf.path)).get("/Figure", "")


def test_all_that_was_told_can_be_read_as_text_on_the_next_pages(pdf, street):
    text = words_of(pdf.path, *range(2, len(PdfReader(pdf.path).pages) + 1))
    for item in street.items:
        # Word by word: whoever reads a PDF back gives words that run from right to left in another order.
        for word in f"{item.number} {item.title} {item.street} {item.why if item.language == 'nl' else ''}".split():
            assert plain(word.strip(".,:;!?«»“”،؟")) in text
        assert item.language == "ar" or plain(item.story[-40:]) in text


def test_it_tells_which_assets_and_photos_are_in_it(pdf, street):
    assert pdf.numbers == tuple(sorted(item.number for item in street.items))
    assert set(pdf.media) <= {picture.hash for item in street.items for picture in item.pictures} and pdf.media


def test_an_svg_stands_alone_and_says_what_it_shows(street, tmp_path):
    made = make(street, "poster", tmp_path / "poster.svg", address=ADDRESS, options={"paper": "a3", "file": "svg"})
    root = ElementTree.parse(made.path).getroot()
    assert root.get("role") == "img" and root.get("width") == "420mm"
    assert street.name in root.find(f"{SVG}title").text and "(" in root.find(f"{SVG}desc").text
    links = [node.get("href", "data:") for node in root.iter() if node.tag == f"{SVG}image"]
    assert links and all(link.startswith("data:image/") for link in links)


def test_a_png_is_a_picture_of_the_sheet_alone(street, tmp_path):
    made = make(street, "poster", tmp_path / "poster.png", options={"paper": "a3", "file": "png", "photos": "none"})
    with Image.open(made.path) as image:
        assert image.format == "PNG" and 3200 < image.width < 3400


def test_the_same_inventory_gives_the_same_poster(street, tmp_path):
    one, other = (make(street, "poster", tmp_path / f"{name}.svg", options={"paper": "a3", "file": "svg"})
                  for name in "ab")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize(("paper", "orientation"), [
    ("a3", "landscape"), ("a2", "portrait"), ("a1", "landscape"), ("a0", "portrait")])
def test_notes_lie_on_nothing(street, paper, orientation):
    poster = laid_out(street, paper=paper, orientation=orientation)
    assert on_each_other(poster) == [] and set(poster.fates.values()) == {"note"} | (
        {"everywhere"} if any(item.point is None for item in street.items) else set())


def test_stories_gifts_and_networks_are_told_before_what_any_map_has(street):
    shop = sample.item(90, Kind.EXCHANGE, "Winkel", "Open.", (0, 0), source="osm:node/1", attribution="©")
    gift = sample.item(91, Kind.SKILL, "Zij naait", "Alles past weer.", (10, 0))
    story = sample.item(92, Kind.STORY, "Toen", "Zo was het.", (20, 0), story="Het sneeuwde tot juni.")
    club = sample.item(93, Kind.NETWORK, "De appgroep", "Altijd iemand wakker.", (30, 0), facet="informal")
    here = told(replace(street, items=(shop, gift, story, club), ties=()))
    assert [one.number for one in here][-1] == 90 and here[0].number in (92, 93) and here[0].quote == (
        here[0].number == 92)


def test_what_has_no_place_for_a_note_is_a_number_in_the_list_or_an_icon_and_that_is_said(street, tmp_path):
    many = crowd(street, 280)
    poster = laid_out(many)
    fates = list(poster.fates.values())
    assert {"note", "number", "icon", "no-room"} == set(fates) and on_each_other(poster) == []
    made = make(many, "poster", tmp_path / "x.svg", options={"paper": "a3", "file": "svg"})
    said = " ".join(made.remarks)
    assert f"{fates.count('no-room')} krachten vonden geen plek" in said and "pagina 2" in said


def test_two_thousand_assets_on_a3_are_drawn_or_listed(street):
    order = order_of(crowd(street, 2000))
    say = Teller(order, shown_by(font_folder()))
    poster = poster_of(order, say)
    listed = [entry["n"] for group in pages(order, poster, say, "", "")["groups"] for entry in group["entries"]]
    assert sorted(map(int, listed)) == list(range(1, 2001)) and on_each_other(poster) == []


def test_notes_stay_where_they_were_when_an_asset_is_added(street):
    before = laid_out(street)
    new = sample.item(77, Kind.SKILL, "Nieuw hier", "Kan alles met touw.", (40, 120))
    after = laid_out(replace(street, items=(*street.items, new)), {before.sheet.name: places(before)})
    stayed = [key for key, placed in before.placing.boxes.items()
              if key in after.placing.boxes and abs(placed.x - after.placing.boxes[key].x) < 1
              and abs(placed.y - after.placing.boxes[key].y) < 1]
    assert "77" in after.placing.boxes and len(stayed) >= 0.7 * len(before.placing.boxes)


def test_a_pinned_note_lies_where_it_was_pinned(street):
    poster = laid_out(street)
    key, placed = next((key, placed) for key, placed in poster.placing.boxes.items())
    free = (poster.sheet.width / 2, poster.sheet.height - poster.blocks["foot"][0].height - poster.sheet.border - 60)
    pinned = laid_out(street, {poster.sheet.name: (NotePlace(int(key), *free, placed.box, True),)})
    assert (pinned.placing.boxes[key].x, pinned.placing.boxes[key].y) == pytest.approx(free)
    assert key in pinned.pinned and on_each_other(pinned) == []


def test_a_pin_over_the_title_is_not_kept_and_that_is_said(street, tmp_path):
    number = street.items[0].number
    pins = {f"a3-{way}": (NotePlace(number, 15, 15, 0, True),) for way in ("landscape", "portrait")}
    made = make(street, "poster", tmp_path / "x.svg", options={"paper": "a3", "file": "svg"}, places=pins)
    assert any("schoof op" in remark for remark in made.remarks)


def test_an_asset_far_outside_has_an_arrow_at_the_edge_of_the_sheet(street):
    far = sample.item(88, Kind.PLACE, "Het bos", "Daar gaan we heen.", (9000, 0))
    poster = laid_out(replace(street, items=(*street.items, far)))
    x, _ = poster.placing.icons["88"]
    assert "88" in poster.outside and poster.sheet.width - 40 < x < poster.sheet.width


def test_nobody_told_anything_yet_is_an_invitation(street, tmp_path):
    empty = replace(street, items=(), ties=())
    assert laid_out(empty).invitations
    made = make(empty, "poster", tmp_path / "x.pdf", options={"paper": "a3"})
    assert plain("Niemand heeft nog over deze buurt verteld. Wie begint?") in words_of(made.path)


FIVE_SCRIPTS = "Kom binnen. תיכנסו בבקשה. تفضلوا بالدخول. Заходьте. ግቡ። आइए 🎉👩‍👩‍👧 e\u0301 \u202eomgekeerd\x00"


@pytest.mark.parametrize("facts", [
    {"name": "Een naam die maar doorgaat " * 9},
    {"name": "", "purpose": "", "mandate": "", "notice": "", "attribution": ""},
    {"purpose": FIVE_SCRIPTS * 8, "notice": "<b>&amp;</b>" * 90, "mandate": "A" * 900},
    {"boundary": None},
    {"boundary": None, "items": (), "ties": ()},
    {"items": (sample.item(1, Kind.STORY, FIVE_SCRIPTS * 3, FIVE_SCRIPTS, (0, 0), story=FIVE_SCRIPTS * 12),),
     "ties": ()},
    {"items": tuple(sample.item(i, Kind.PLACE, f"Zelfde plek {i}", "Hier.", (5, 5)) for i in range(40)), "ties": ()},
    {"items": (sample.item(1, Kind.PHOTO, "", ""),), "ties": ()},
])
def test_whatever_people_write_it_is_drawn_or_listed(street, tmp_path, facts):
    made = make(replace(street, **facts), "poster", tmp_path / "x.svg", options={"paper": "a3", "file": "svg"})
    ElementTree.parse(made.path)


def test_routes_of_walks_are_dotted_where_the_inventory_has_any(street):
    from types import SimpleNamespace

    from assetmap.exports.poster.picture import walks

    poster = laid_out(street)
    route = LineString([sample.at(-200, -200), sample.at(200, 200)])
    assert walks(poster, SimpleNamespace(walks=[SimpleNamespace(route=route)])) and not walks(poster, street)


def test_a_style_that_does_not_exist_is_refused(street, tmp_path):
    with pytest.raises(Problem) as told:
        make(street, "poster", tmp_path / "x.svg", options={"style": "oil-on-canvas", "file": "svg"})
    assert told.value.code == "unknown-choice" and not (tmp_path / "x.svg").exists()


def test_black_only_is_black_only(street, tmp_path):
    made = make(street, "poster", tmp_path / "x.svg", options={
        "style": "black-only", "file": "svg", "paper": "a3", "photos": "none"})
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', made.path.read_text("utf-8")))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours), colours


def test_a_long_story_ends_at_a_sentence():
    assert excerpt("Een zin. Nog een zin. En dan nog veel meer.", 25) == ("Een zin. Nog een zin.", True)
    assert excerpt("Kort.", 25) == ("Kort.", False)
    text, cut = excerpt("woorden " * 30, 50)
    assert cut and text.endswith("…") and len(text) <= 50


def test_the_poster_can_be_chosen_beside_the_book():
    assert exports.FORMATS["poster"].suffix_of({"file": "svg"}) == ".svg"
    assert exports.FORMATS["poster"].mime_of(".png") == "image/png"
