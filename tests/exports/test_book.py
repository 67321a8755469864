"""The illustrated inventory, read back from its PDF."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader
from shapely.geometry import Point

from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.domain.neighbourhood import Saying
from assetmap.domain.round import Round
from assetmap.exports.book.fonts import font_folder
from assetmap.inventory import Picture
from assetmap.media import file_path

from . import sample
from .conftest import make
from .paintings import keep_painting
from .pdf import bookmarks_of, photos_of, plain, tags_of, words_of

POINTS = {"a4": (595.28, 841.89), "a5": (419.53, 595.28)}


@pytest.fixture(scope="module")
def text(book) -> str:
    return words_of(book.path)


@pytest.fixture
def quick(street):
    """A book of a few assets, for what needs a book of its own: `quick(tmp_path, items, …)` is its Export."""

    def make_one(tmp_path, items=street.items[:2], language="nl", options=None, address="", **facts):
        return make(
            replace(street, items=tuple(items), **{"ties": (), "boundary": None} | facts),
            "pdf",
            tmp_path / "small.pdf",
            language=language,
            options=options,
            address=address,
        )

    return make_one


# -- the ordinary day


def test_it_says_everything_that_was_told(text, street):
    for item in street.items:
        for words in (item.title, item.why, item.description, item.street):
            # A right-to-left line comes out of a PDF in pieces; that has its own test.
            assert plain(words) in text or item.language == "ar"
        for name, _ in item.people:
            assert plain(name) in text


@pytest.mark.parametrize("number", [3, 13, 17])
def test_a_story_stands_in_its_own_words_with_the_translation_below(number, text, street):
    item = street.items[number - 1]
    for words in (item.story, *(other.story for other in item.translations)):
        for paragraph in filter(None, words.split("\n")):
            assert plain(paragraph) in text


@pytest.mark.skipif(
    not (font_folder() / "Vazirmatn_400Regular.ttf").is_file(), reason="Noto Naskh prints well but reads back badly"
)
def test_arabic_can_be_read_back_and_read_aloud(text):
    for words in ("شجرة الجيران", "لأن الظل يكفي الجميع"):
        assert plain(words) in text or all(plain(word) in text for word in words.split())


def test_cover_names_the_neighbourhood_the_circle_the_edition_and_that_it_is_invented(book, street):
    cover = words_of(book.path, 1)
    for words in ("Aan de Schie", "Gemaakt voor: Iedereen", "Uitgave 3, 21 november 2026", street.notice):
        assert plain(words).casefold() in cover.casefold()


def test_every_page_carries_the_notice_and_the_edition(book, street):
    for number, page in enumerate(PdfReader(book.path).pages, 1):
        words = plain(page.extract_text())
        assert plain(street.notice) in words
        assert "uitgave3" in words.casefold() and (number == 1 or str(number) in words)


def test_purpose_mandate_and_round_come_first(book, street):
    words = words_of(book.path, 2)
    assert plain(street.purpose) in words and plain(street.mandate) in words
    assert "Herfstronde" in words and plain("12 september 2026 tot en met 15 november 2026") in words


def test_a_kind_of_which_nobody_told_yet_is_an_invitation(text):
    assert plain("Nog niemand heeft ons verteld over instellingen.") in text
    assert plain("Welke deur staat hier voor iedereen open?") in text


def test_connections_are_sentences(text):
    assert plain("Soep op vrijdag") in text and plain("snijdt de uien") in text and plain("sinds 2019") in text


def test_streets_and_index_point_to_the_page_an_asset_stands_on(book, street):
    pages = [plain(page.extract_text()) for page in PdfReader(book.path).pages]
    index = next(page for page in pages if page.startswith(plain("Van A tot Z")) or plain("Van A tot Z") in page)
    where = next(number for number, page in enumerate(pages, 1) if plain("Uit 1931, zegt Wim") in page)
    assert f"{plain('De bank onder de walnoot')}{where}" in index
    assert any(plain("Langs de straten") in page and "Crommelinlaan" in page for page in pages)


def test_the_index_looks_a_title_up_without_its_article(book):
    index = words_of(
        book.path,
        *(
            n
            for n, page in enumerate(PdfReader(book.path).pages, 1)
            if plain("Van A tot Z") in plain(page.extract_text())
        ),
    )
    assert (
        index.index(plain("De bank onder de walnoot"))
        < index.index(plain("Fatma kookt"))
        < index.index(plain("Toen de brug"))
    )


def test_the_same_number_stands_on_the_map_and_with_the_asset(book, street):
    reader = PdfReader(book.path)
    links = [note.get_object() for page in reader.pages[:4] for note in page.get("/Annots", [])]
    assert len(links) >= sum(1 for item in street.items if item.point)


# -- photos


def test_every_photo_is_inside_once_sized_for_its_place_and_told(book, street):
    told = {picture.hash for item in street.items for picture in item.pictures}
    inside = photos_of(book.path)
    # One picture belongs to two assets and stands there in two sizes.
    assert set(book.media) == told and len(inside) == sum(len(item.pictures) for item in street.items)
    for data in inside.values():
        with Image.open(io.BytesIO(data)) as image:
            assert max(image.size) <= 1300 and image.mode == "RGB"


@pytest.mark.parametrize("width", [2400, 300])
def test_a_photo_keeps_nothing_of_the_file_it_came_from(width, quick, street, tmp_path):
    picture = keep_painting(street.media_folder, width, width * 2 // 3, 77, "Met een geheim")
    path = file_path(street.media_folder, picture.hash, "print")
    with Image.open(path) as image:
        image.save(path, "JPEG", comment=b"telefoon 06-12345678", quality=90)
    made = quick(tmp_path, [replace(street.items[0], pictures=(picture,))])
    assert b"06-12345678" not in made.path.read_bytes() and all(
        b"06-12345678" not in data for data in photos_of(made.path).values()
    )


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_photos_of_every_shape_are_shown_whole(paper, quick, street, tmp_path):
    sizes = [(300, 900), (900, 300), (40, 40), (1600, 200), (200, 1600)]
    items = [
        replace(item, pictures=(keep_painting(street.media_folder, *size, 5, "Een vorm"),))
        for item, size in zip(street.items, sizes, strict=False)
    ]
    shapes = []
    for data in photos_of(quick(tmp_path, items, options={"paper": paper}).path).values():
        with Image.open(io.BytesIO(data)) as image:
            shapes.append(image.width / image.height)
    assert sorted(shapes) == pytest.approx(sorted(width / height for width, height in sizes), rel=0.03)


def test_a_photo_that_is_missing_or_damaged_is_left_out_and_told(quick, street, tmp_path):
    good = keep_painting(street.media_folder, 500, 400, 31, "Goed")
    torn = keep_painting(street.media_folder, 900, 700, 32, "Gescheurd")
    path = file_path(street.media_folder, torn.hash, "print")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    gone = Picture("0" * 64, "Weg", "", 800, 600)
    made = quick(tmp_path, [replace(street.items[0], pictures=(gone, torn, good))])
    assert made.media == (good.hash,) and set(made.missing) == {gone.hash, torn.hash}
    assert len(photos_of(made.path)) == 1
    assert made.remarks == ("2 foto’s staan niet in het boek: de bestanden ontbreken of zijn beschadigd.",)


# -- for everyone


def test_it_is_tagged_and_knows_its_language_title_and_standards(book):
    reader = PdfReader(book.path)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("nl")
    assert reader.metadata.title == "Aan de Schie: geïllustreerde inventaris"
    described = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "pdfuaid:part" in described and "pdfaid:part" in described
    assert book.remarks == ()


def test_every_picture_has_words_instead(book, street):
    figures = [words for tag, words in tags_of(book.path) if tag == "/Figure"]
    assert all(figures)
    for item in street.items:
        for picture in item.pictures:
            assert picture.alt in figures
    assert any("Kaart van Aan de Schie" in words for words in figures)


def test_a_photo_without_words_is_named_after_its_asset(quick, street, tmp_path):
    picture = replace(keep_painting(street.media_folder, 400, 300, 8, ""), alt="")
    made = quick(tmp_path, [replace(street.items[0], pictures=(picture,))])
    assert "Foto bij “Fatma kookt voor dertig”" in [words for tag, words in tags_of(made.path) if tag == "/Figure"]


def test_chapters_and_assets_are_bookmarks_in_the_order_of_the_pages(book, street):
    marks = bookmarks_of(book.path)
    assert marks.index("Gaven") < marks.index("Plekken") < marks.index("Verbanden") < marks.index("Verhalen")
    assert all(item.title in marks for item in street.items)


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_every_page_has_the_size_that_was_asked_for(paper, quick, tmp_path):
    for page in PdfReader(quick(tmp_path, options={"paper": paper}).path).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(POINTS[paper], abs=0.1)


def test_in_english_the_book_speaks_english_and_people_keep_their_own_words(quick, street, tmp_path):
    made = quick(tmp_path, street.items[:3], language="en")
    words = words_of(made.path)
    assert plain("Why it") not in words and plain("Made for: Everyone") in words and plain("From A to Z") in words
    assert plain("Fatma kookt voor dertig") in words
    assert PdfReader(made.path).trailer["/Root"]["/Lang"].startswith("en")


def test_the_neighbourhood_speaks_the_readers_language_where_it_was_translated(quick, street, tmp_path):
    english = Saying("en", purpose="To find what is here.", notice="This is an example. Names are made up.")
    made = quick(tmp_path, street.items[:3], language="en", sayings=(english,), mandate="Truus en Youssef beslissen.")
    words = words_of(made.path)
    assert plain("To find what is here.") in words and plain("Names are made up.") in words
    assert plain(street.notice) not in words and plain(street.purpose) not in words
    assert plain("Truus en Youssef beslissen.") in words


# -- only what was agreed


def test_nothing_is_in_it_that_is_not_in_the_inventory(quick, street, tmp_path):
    shown = [replace(item, people=(), pictures=item.pictures[:1]) for item in street.items[10:11]]
    made = quick(tmp_path, shown, rounds=(), ties=street.ties)
    words = words_of(made.path)
    for secret in (
        "Fatma",
        "Joost",
        "Noor kookt",
        "Gereedschapsmuur",
        "gereedschapsmuur",
        "Crommelinlaan",
        "Samir",
        "Herfstronde",
    ):
        assert plain(secret) not in words.replace(plain("Beeld: Noor"), "")
    assert set(made.media) == {shown[0].pictures[0].hash} and len(photos_of(made.path)) == 1
    for hidden in (b"Fatma", b"Crommelinlaan", str(street.media_folder).encode(), b"assetmap-book-"):
        assert hidden not in made.path.read_bytes()


def test_a_connection_to_what_this_circle_may_not_see_is_not_even_hinted_at(quick, street, tmp_path):
    made = quick(tmp_path, street.items[10:11], ties=street.ties)
    assert plain("snijdt de uien") not in words_of(made.path)


def test_the_circle_is_named(quick, tmp_path):
    made = quick(tmp_path, audience=Audience.NEIGHBOURHOOD)
    assert plain("Gemaakt voor: De buurt").casefold() in words_of(made.path, 1).casefold()


# -- odd books


def test_a_neighbourhood_where_nobody_told_anything_yet_gets_a_book_of_invitations(quick, tmp_path):
    made = quick(tmp_path, [], purpose="", mandate="", rounds=(), notice="")
    words = words_of(made.path)
    assert words.count(plain("Nog niemand heeft ons")) == len(Kind)
    assert plain("Van A tot Z") not in words and plain("Langs de straten") not in words


def test_one_asset_without_anything_but_a_title_and_a_why(quick, tmp_path):
    made = quick(tmp_path, [sample.item(1, Kind.SKILL, "Fluiten", "Het klinkt door de straat.")], rounds=())
    assert plain("Het klinkt door de straat.") in words_of(made.path)


def test_the_longest_texts_there_may_be(quick, street, tmp_path):
    story = " ".join(f"Zin nummer {i} van een heel lang verhaal." for i in range(490))[:20_000]
    long = replace(
        street.items[4], title="De " + "heel " * 39, why="Omdat " * 166, story=story, description=story[:6_000]
    )
    made = quick(tmp_path, [street.items[0], long, street.items[2]], notice="")
    # Where a page ends, its footer stands between two words of the story.
    words = re.sub(
        r"AandeSchie·uitgave3,21november2026\d*|(?<=\D)\d*AandeSchie·uitgave3,21november2026", "", words_of(made.path)
    )
    missing = [i for i in range(470) if f"Zinnummer{i}van" not in words]
    assert len(missing) < len(PdfReader(made.path).pages) and plain(long.title) in words
    assert plain("Dikiş dikmeyi öğretirim") in words


def test_a_word_without_spaces_stays_on_the_paper(quick, tmp_path):
    made = quick(tmp_path, [sample.item(1, Kind.PLACE, "w" * 200, "m" * 900, None, street="q" * 180)])
    page = next(page for page in PdfReader(made.path).pages if "wwww" in page.extract_text())
    places: list[float] = []
    page.extract_text(visitor_text=lambda text, _, matrix, *rest: places.append(matrix[4]) if text.strip() else None)
    assert max(places) < float(page.mediabox.width) - 30


def test_rounds_and_dates_that_are_odd_do_no_harm(quick, tmp_path):
    made = quick(
        tmp_path,
        rounds=(Round(1, "Zonder einde", "Luisteren", "2026-09-12", ""), Round(2, "Vreemd", "x", "ooit", "nooit")),
        made="gisteren",
        edition=0,
    )
    words = words_of(made.path)
    assert plain("sinds 12 september 2026") in words and "Proefdruk" in words


def test_assets_far_outside_or_at_one_and_the_same_place_get_their_numbers(quick, street, tmp_path):
    items = [sample.item(i, Kind.PLACE, f"Plek {i}", "Hier.", (0, 0)) for i in range(1, 25)]
    items.append(sample.item(25, Kind.PLACE, "Ver weg", "Daar.", None, shape=Point(6, 53)))
    made = quick(tmp_path, [*items[:24], replace(items[24], point=(6.0, 53.0))], boundary=street.boundary)
    assert len(made.numbers) == 25


def test_street_data_that_is_damaged_is_done_without(quick, street, tmp_path):
    base = tmp_path / "base"
    base.mkdir()
    (base / "streets.bin.gz").write_bytes(b"\x1f\x8b kapot")
    assert quick(tmp_path, boundary=street.boundary, base_folder=base).bytes > 0


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x", "https://", "not an address", "http://[", "https://x\n.example"]
)
def test_only_a_web_address_becomes_a_qr_code(address, quick, tmp_path):
    made = quick(tmp_path, address=address)
    assert plain("Schrijf het hier op") in words_of(made.path)
    assert b"javascript:" not in made.path.read_bytes()


def test_the_address_of_the_living_map_is_printed_linked_and_a_qr_code(book):
    last = PdfReader(book.path).pages[-1]
    said = plain(last.extract_text())
    assert plain("kaart.example.org/aan-de-schie") in said and plain("Wat hoort er nog bij?") in said
    targets = [note.get_object().get("/A", {}).get("/URI") for note in last["/Annots"]]
    assert "https://kaart.example.org/aan-de-schie" in targets
    assert any("QR-code" in words for tag, words in tags_of(book.path) if tag == "/Figure")


def test_the_same_inventory_makes_the_same_bytes(quick, tmp_path):
    assert quick(tmp_path).sha256 == quick(tmp_path).sha256
