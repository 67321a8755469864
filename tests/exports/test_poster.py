"""A poster that one would hang on the wall: everything in its place, nothing on anything else, nothing kept quiet."""

import math
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
from assetmap.exports.poster import places, poster_of, with_own_styles
from assetmap.exports.poster.pages import pages, remarks
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


def test_with_hundreds_of_stories_every_kind_is_told_among_the_first(street):
    items = tuple(sample.item(i, Kind.STORY if i <= 300 else list(Kind)[i % 7], f"Kracht {i}", "Omdat het hier telt.",
                              (i, i), street="Kade") for i in range(1, 371))
    first = told(replace(street, items=items, ties=()))[:100]
    assert {one.kind for one in first} == set(Kind)
    assert [one.number for one in first if one.kind is Kind.STORY][:5] == [1, 2, 3, 4, 5]


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


@pytest.fixture(scope="module")
def made_svg(street, tmp_path_factory):
    return make(street, "poster", tmp_path_factory.mktemp("svg") / "poster.svg", address=ADDRESS, options={
        "paper": "a3", "file": "svg"})


@pytest.fixture(scope="module")
def poster(street):
    """One poster for all tests that only look."""
    return laid_out(street, orientation="landscape")


def test_an_svg_stands_alone_and_says_what_it_shows(street, made_svg):
    root = ElementTree.parse(made_svg.path).getroot()
    assert root.get("role") == "img" and root.get("width") in ("420mm", "297mm")
    assert street.name in root.find(f"{SVG}title").text and "(" in root.find(f"{SVG}desc").text
    links = [node.get("href", "data:") for node in root.iter() if node.tag == f"{SVG}image"]
    assert links and all(link.startswith("data:image/") for link in links)


def test_a_png_is_a_picture_of_the_sheet_alone(street, tmp_path):
    few = replace(street, items=street.items[:2], ties=())
    made = make(few, "poster", tmp_path / "poster.png", options={"paper": "a3", "file": "png", "photos": "none"})
    with Image.open(made.path) as image:
        assert image.format == "PNG" and 3200 < max(image.size) < 3400


def test_the_same_inventory_gives_the_same_poster(street, made_svg, tmp_path):
    again = make(street, "poster", tmp_path / "again.svg", address=ADDRESS, options={"paper": "a3", "file": "svg"})
    assert again.sha256 == made_svg.sha256


@pytest.mark.parametrize(("paper", "orientation"), [
    ("a3", "auto"), ("a2", "portrait"), ("a1", "landscape"), ("a0", "portrait")])
def test_notes_lie_on_nothing(street, paper, orientation):
    poster = laid_out(street, paper=paper, orientation=orientation)
    assert all(math.dist(placed.leader[0], placed.leader[-1]) < 115 * poster.sheet.grain
               for placed in poster.placing.boxes.values() if placed.leader)
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


def test_what_has_no_place_for_a_note_is_a_number_in_the_list_or_an_icon_and_that_is_said(street):
    many = crowd(street, 280)
    poster = laid_out(many)
    fates = list(poster.fates.values())
    assert {"note", "number", "icon", "no-room"} == set(fates) and on_each_other(poster) == []
    said = " ".join(remarks(order_of(many), poster))
    assert f"{fates.count('no-room')} krachten vonden geen plek" in said and "pagina 2" in said


def test_two_thousand_assets_on_a3_are_drawn_or_listed(street):
    order = order_of(crowd(street, 2000), orientation="landscape")
    say = Teller(order, shown_by(font_folder()))
    poster = poster_of(order, say)
    listed = [entry["n"] for group in pages(order, poster, say, "", "")["groups"] for entry in group["entries"]]
    assert sorted(map(int, listed)) == list(range(1, 2001)) and on_each_other(poster) == []


def test_notes_stay_where_they_were_when_an_asset_is_added(street, poster):
    before = poster
    new = sample.item(77, Kind.SKILL, "Nieuw hier", "Kan alles met touw.", (40, 120))
    after = laid_out(replace(street, items=(*street.items, new)), {before.sheet.name: places(before)})
    stayed = [key for key, placed in before.placing.boxes.items()
              if key in after.placing.boxes and abs(placed.x - after.placing.boxes[key].x) < 1
              and abs(placed.y - after.placing.boxes[key].y) < 1]
    assert "77" in after.placing.boxes and len(stayed) >= 0.7 * len(before.placing.boxes)


def test_a_pinned_note_lies_where_it_was_pinned(street, poster):
    key, placed = next((key, placed) for key, placed in poster.placing.boxes.items())
    free = (poster.sheet.width / 2, poster.sheet.height - poster.blocks["foot"][0].height - poster.sheet.border - 60)
    pinned = laid_out(street, {poster.sheet.name: (NotePlace(int(key), *free, placed.box, True),)})
    assert (pinned.placing.boxes[key].x, pinned.placing.boxes[key].y) == pytest.approx(free)
    assert key in pinned.pinned and on_each_other(pinned) == []


def test_a_pin_over_the_title_is_not_kept_and_that_is_said(street):
    few = replace(street, items=street.items[:3], ties=())
    pins = {"a3-portrait": (NotePlace(few.items[0].number, 15, 15, 0, True),)}
    poster = laid_out(few, pins)
    assert poster.sheet.name == "a3-portrait"
    assert any("schoof op" in remark for remark in remarks(order_of(few), poster))


def test_an_asset_far_outside_has_an_arrow_at_the_edge_of_the_sheet(street):
    far = sample.item(88, Kind.PLACE, "Het bos", "Daar gaan we heen.", (9000, 0))
    poster = laid_out(replace(street, items=(*street.items[:2], far), ties=()))
    x, _ = poster.placing.icons["88"]
    assert "88" in poster.outside and poster.sheet.width - 40 < x < poster.sheet.width


def test_nobody_told_anything_yet_is_an_invitation(street):
    order = order_of(replace(street, items=(), ties=()))
    say = Teller(order, shown_by(font_folder()))
    poster = poster_of(order, say)
    told_next = pages(order, poster, say, "", "")
    assert poster.invitations and told_next["empty"] == say.text(
        "Niemand heeft nog over deze buurt verteld. Wie begint?")


FIVE_SCRIPTS = "Kom binnen. תיכנסו בבקשה. تفضلوا بالدخول. Заходьте. ግቡ። आइए 🎉👩‍👩‍👧 e\u0301 \u202eomgekeerd\x00"


@pytest.mark.parametrize("facts", [
    {"name": "Een naam die maar doorgaat " * 9, "items": (), "ties": ()},
    {"name": "", "purpose": "", "mandate": "", "notice": "", "attribution": "", "items": (), "ties": ()},
    {"purpose": FIVE_SCRIPTS * 8, "notice": "<b>&amp;</b>" * 90, "mandate": "A" * 900, "items": (), "ties": ()},
    {"boundary": None, "items": (sample.item(1, Kind.PLACE, "Hier", "Zomaar.", (0, 0)),), "ties": ()},
    {"boundary": None, "items": (), "ties": ()},
    {"items": (sample.item(1, Kind.STORY, FIVE_SCRIPTS * 3, FIVE_SCRIPTS, (0, 0), story=FIVE_SCRIPTS * 12),),
     "ties": ()},
    {"items": tuple(sample.item(i, Kind.PLACE, f"Zelfde plek {i}", "Hier.", (5, 5)) for i in range(24)), "ties": ()},
    {"items": (sample.item(1, Kind.PHOTO, "", ""),), "ties": ()},
])
def test_whatever_people_write_it_is_drawn_or_listed(street, tmp_path, facts):
    made = make(replace(street, **facts), "poster", tmp_path / "x.svg", options={"paper": "a3", "file": "svg"})
    ElementTree.parse(made.path)


def test_routes_of_walks_are_dotted_where_the_inventory_has_any(street, poster):
    from types import SimpleNamespace

    from assetmap.exports.poster.picture import walks

    route = LineString([sample.at(-200, -200), sample.at(200, 200)])
    assert walks(poster, SimpleNamespace(walks=[SimpleNamespace(route=route)])) and not walks(poster, street)


def test_a_style_that_does_not_exist_is_refused(street, tmp_path):
    with pytest.raises(Problem) as told:
        make(street, "poster", tmp_path / "x.svg", options={"style": "oil-on-canvas", "file": "svg"})
    assert told.value.code == "unknown-choice" and not (tmp_path / "x.svg").exists()


def test_black_only_is_black_only(street, tmp_path):
    few = replace(street, items=street.items[:4], ties=())
    made = make(few, "poster", tmp_path / "x.svg", options={
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


def test_whose_note_finds_no_place_near_enough_gets_a_line_in_the_list(street):
    poster = laid_out(crowd(street, 160), orientation="landscape")
    late = list(poster.placing.left_out)
    assert len(late) > 0 and {poster.fates[key] for key in late[:4]} == {"number"}


def test_an_installation_shows_its_own_styles_beside_ours(tmp_path):
    (tmp_path / "ours.json").write_text('{"label": "Van ons", "based_on": "quiet"}', "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    choices = with_own_styles(tmp_path).options["style"].choices
    assert choices["ours"] == "Van ons" and "broken" not in choices and "quiet" in choices
    assert with_own_styles(tmp_path / "none").options["style"] == exports.FORMATS["poster"].options["style"]
