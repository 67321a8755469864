"""Meeting places from an OpenStreetMap extract."""

from collections import Counter
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from shapely.geometry import shape

from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.domain.problems import Problem

from .bringing import DATA, HERE, aan_de_schie, bring, codes, file_with

DELFT = DATA / "delft" / "aan-de-schie-places.osm.pbf"
METRE = 1 / 111_000
"""In degrees of latitude."""


class Extract:
    """A small OpenStreetMap file: things are put down in metres east and north of (4.36, 51.996)."""

    def __init__(self):
        self._lines: list[str] = []
        self._ways: list[str] = []
        self._last = 0

    def node(self, east: float = 0, north: float = 0, **tags: str) -> int:
        self._last += 1
        at = f'lat="{51.996 + north * METRE:.7f}" lon="{4.36 + east * METRE / 0.6157:.7f}"'
        self._lines.append(f'<node id="{self._last}" version="1" {at}>{_tags(tags)}</node>')
        return self._last

    def way(self, *corners: tuple[float, float], **tags: str) -> None:
        nodes = {corner: self.node(*corner) for corner in corners}
        self._last += 1
        refs = "".join(f'<nd ref="{nodes[corner]}"/>' for corner in corners)
        self._ways.append(f'<way id="{self._last}" version="1">{refs}{_tags(tags)}</way>')

    def square(self, east: float, north: float, side: float, **tags: str) -> None:
        self.way((east, north), (east + side, north), (east + side, north + side), (east, north + side), (east, north),
                 **tags)

    def taken(self, folder: Path, language: str = "nl") -> tuple[Draft, ...]:
        return self.brought(folder, language).drafts

    def brought(self, folder: Path, language: str = "nl"):
        text = '<osm version="0.6">' + "".join(self._lines + self._ways) + "</osm>"
        return bring(file_with(folder, "buurt.osm", text), HERE, language)


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key.replace('__', ':'))} v={quoteattr(value)}/>" for key, value in tags.items())


@pytest.fixture
def extract() -> Extract:
    extract = Extract()
    extract.way((-300, 30), (300, 30), highway="residential", name="Hooikade")
    return extract


def test_the_real_places_of_a_real_neighbourhood_come_in() -> None:
    incoming = bring(DELFT, aan_de_schie())
    assert Counter(draft.kind for draft in incoming.drafts) == {Kind.PLACE: 19, Kind.EXCHANGE: 18, Kind.INSTITUTION: 10}
    titles = {draft.title for draft in incoming.drafts}
    assert {"Adelbertkerk", "De Delftse Tegelmannen", "Schie", "Bakker Willem", "Gezicht op Delft", "Minibieb",
            "Bankje aan het Zuideinde", "Speelplek aan de Apolloweg", "Voetbalveldje aan het Minervaplein"} <= titles
    assert incoming.attribution == "© OpenStreetMap contributors"


def test_everything_is_inside_tells_why_and_where_it_came_from() -> None:
    boundary = aan_de_schie()
    for draft in bring(DELFT, boundary).drafts:
        assert shape(draft.geometry).intersects(boundary)
        assert draft.why and draft.translations[0].why and draft.translations[0].language == "en"
        assert draft.source.startswith("osm:") and draft.audience is Audience.PUBLIC
        assert draft.attribution == "© OpenStreetMap contributors"


def test_a_second_look_brings_the_same() -> None:
    assert bring(DELFT, aan_de_schie()).drafts == bring(DELFT, aan_de_schie()).drafts


def test_a_thing_without_a_name_is_called_by_its_street(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 20, amenity="bench", backrest="yes")
    dutch, = extract.taken(tmp_path)
    assert (dutch.title, dutch.street, dutch.description) == ("Bankje aan de Hooikade", "Hooikade", "Met rugleuning.")
    english, = extract.taken(tmp_path, "en")
    assert (english.title, english.description) == ("Bench on Hooikade", "With a backrest.")


def test_a_language_without_words_gets_english(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 20, amenity="bench")
    turkish, = extract.taken(tmp_path, "tr")
    assert (turkish.language, turkish.title) == ("en", "Bench on Hooikade")


def test_far_from_any_street_it_is_simply_what_it_is(tmp_path: Path) -> None:
    extract = Extract()
    extract.node(0, 0, amenity="bench")
    assert [draft.title for draft in extract.taken(tmp_path)] == ["Bankje"]


@pytest.mark.parametrize(("street", "title"), [
    ("Minervaplein", "Bankje aan het Minervaplein"), ("Van Leeuwenhoekpark", "Bankje aan het Van Leeuwenhoekpark"),
    ("De Groene Haven", "Bankje aan De Groene Haven"), ("Laan van Braat", "Bankje aan de Laan van Braat"),
    ("Nieuwe Gracht", "Bankje aan de Nieuwe Gracht"), ("Zuideinde", "Bankje aan het Zuideinde"),
    ("Leeuwenstein", "Bankje aan Leeuwenstein"),
])
def test_dutch_streets_get_their_article(tmp_path: Path, street: str, title: str) -> None:
    extract = Extract()
    extract.way((-50, 10), (50, 10), highway="residential", name=street)
    extract.node(0, 0, amenity="bench")
    assert [draft.title for draft in extract.taken(tmp_path)] == [title]


def test_no_telephone_mail_or_website_comes_along(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 0, amenity="cafe", name="Het Hoekje", phone="015-1234567", email="ik@example.org",
                 website="https://example.org", contact__phone="06-12345678", contact__facebook="hoekje",
                 note="bel Jan")
    everything = repr(extract.taken(tmp_path))
    assert not [said for said in ("015-", "06-1", "@", "example.org", "hoekje'", "Jan") if said in everything]


def test_what_is_worth_reading_becomes_plain_words(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 0, amenity="restaurant", name="Flow", cuisine="indonesian;vegetarian", wheelchair="yes",
                 opening_hours="Tu-Sa 09:30-22:00; Su off", outdoor_seating="yes", description__nl="Koken met de buurt")
    draft, = extract.taken(tmp_path)
    assert draft.description == ("Koken met de buurt. Eten: Indonesisch, vegetarisch. Je kunt er buiten zitten. "
                                 "Ook met een rolstoel kun je hier terecht.")
    assert draft.rhythm.time == "di-za 09:30-22:00, zo dicht"


def test_a_church_says_which_without_labels(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 0, amenity="place_of_worship", religion="christian", denomination="protestant", name="Immanuël")
    extract.node(90, 0, amenity="place_of_worship", religion="muslim")
    church, mosque = extract.taken(tmp_path)
    assert church.description == "Protestantse kerk."
    assert mosque.title == "Moskee aan de Hooikade"


def test_what_a_mapper_wrote_in_english_is_not_put_in_dutch(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 0, tourism="artwork", name="Spiraal", description="Made by the students from this school")
    draft, = extract.taken(tmp_path)
    assert draft.description == ""
    assert draft.translations[0].description == "Made by the students from this school."


def test_outside_the_boundary_nothing_is_taken(extract: Extract, tmp_path: Path) -> None:
    extract.node(0, 5_000, amenity="bench")
    extract.node(0, 0, amenity="bench")
    assert len(extract.taken(tmp_path)) == 1


def test_an_area_over_the_edge_belongs_where_most_of_it_lies(tmp_path: Path) -> None:
    extract = Extract()
    # The eastern edge lies 685 m from the middle.
    extract.square(650, 0, 60, leisure="park", name="Bijna binnen")
    extract.square(675, 200, 60, leisure="park", name="Vooral buiten")
    assert [draft.title for draft in extract.taken(tmp_path)] == ["Bijna binnen"]


def test_a_point_in_an_area_of_the_same_name_is_that_area(extract: Extract, tmp_path: Path) -> None:
    extract.node(20, 20, amenity="school", name="De  Regenboog", wheelchair="yes")
    extract.square(0, 0, 50, amenity="school", name="De Regenboog")
    incoming = extract.brought(tmp_path)
    draft, = incoming.drafts
    assert draft.geometry["type"] == "Polygon"
    assert draft.source.startswith("osm:way/") and "osm:node/" in draft.source
    assert "rolstoel" in draft.description
    assert "import-taken-together" in codes(incoming)


def test_the_same_name_close_by_is_one_and_far_apart_two(extract: Extract, tmp_path: Path) -> None:
    for east in (0, 50, 400):
        extract.node(east, 20, amenity="cafe", name="Het Hoekje")
    extract.node(10, 20, shop="books", name="Het Hoekje")
    kinds = Counter(draft.source.count("osm:") for draft in extract.taken(tmp_path))
    assert kinds == {2: 1, 1: 2}


def test_a_playground_drawn_as_point_and_area_is_one(extract: Extract, tmp_path: Path) -> None:
    extract.square(0, 0, 20, leisure="playground")
    extract.node(10, 10, leisure="playground")
    assert len(extract.taken(tmp_path)) == 1


def test_three_benches_stay_three_and_five_become_one(extract: Extract, tmp_path: Path) -> None:
    for number in range(3):
        extract.node(number * 5, 0, amenity="bench")
    for number in range(5):
        extract.node(200 + number * 15, 0, amenity="bench")
    titles = Counter(draft.title for draft in extract.taken(tmp_path))
    assert titles == {"Bankje aan de Hooikade": 3, "5 bankjes aan de Hooikade": 1}


def test_benches_take_turns_in_what_is_said(extract: Extract, tmp_path: Path) -> None:
    for number in range(3):
        extract.node(number * 60, 0, amenity="bench")
    assert len({draft.why for draft in extract.taken(tmp_path)}) == 3


def test_the_pieces_of_a_canal_are_one_line_of_what_lies_inside(extract: Extract, tmp_path: Path) -> None:
    extract.way((-300, 0), (0, 0), waterway="canal", name="Schie")
    extract.way((0, 0), (300, 0), (3_000, 0), waterway="canal", name="Schie")
    canal, = extract.taken(tmp_path)
    assert canal.geometry["type"] == "LineString"
    assert HERE.buffer(1e-6).covers(shape(canal.geometry))
    assert canal.street == ""


def test_a_bench_drawn_as_a_line_and_a_hut_of_four_metres_are_points(extract: Extract, tmp_path: Path) -> None:
    extract.way((0, 0), (4, 0), amenity="bench")
    extract.square(100, 0, 4, amenity="public_bookcase")
    assert {draft.geometry["type"] for draft in extract.taken(tmp_path)} == {"Point"}


def test_two_of_the_same_name_are_told_apart_by_their_street(tmp_path: Path) -> None:
    extract = Extract()
    for east, name in ((0, "Hooikade"), (400, "Apolloweg")):
        extract.way((east - 50, 10), (east + 50, 10), highway="residential", name=name)
        extract.node(east, 0, amenity="public_bookcase", name="Minibieb")
    assert [draft.title for draft in extract.taken(tmp_path)] == ["Minibieb aan de Hooikade",
                                                                  "Minibieb aan de Apolloweg"]


def test_an_extract_of_somewhere_else_says_so(tmp_path: Path) -> None:
    extract = Extract()
    extract.node(0, 50_000, amenity="bench")
    assert codes(extract.brought(tmp_path)) == {"import-nothing-inside"}


def test_half_an_extract_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        bring(file_with(tmp_path, "half.osm.pbf", DELFT.read_bytes()[:20_000]))
    assert refused.value.code == "osm-cut-off"


def test_an_extract_is_known_by_what_it_holds_not_by_its_name(tmp_path: Path) -> None:
    renamed = file_with(tmp_path, "delft.csv", DELFT.read_bytes())
    assert len(bring(renamed, aan_de_schie()).drafts) == 47
