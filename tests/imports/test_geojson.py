"""Somebody else's GeoJSON."""

import json
import math
from pathlib import Path

import pytest
from shapely.geometry import shape

from assetmap import imports
from assetmap.domain.audience import Audience
from assetmap.domain.draft import Draft
from assetmap.domain.kind import Kind
from assetmap.domain.problems import Problem
from assetmap.domain.state import KeyHolder, State
from assetmap.imports import Severity

from .bringing import DATA, HERE, bring, codes, collection, feature, file_with, point

GEOJSONHINT = DATA / "geojson" / "geojsonhint"


@pytest.fixture
def taken(tmp_path: Path):
    """A function: features, options -> what they bring."""
    def take(*features: dict, language: str = "nl", whole: dict | None = None, **options: object):
        document = collection(*features, **(whole or {}))
        return bring(file_with(tmp_path, "buurt.geojson", document), HERE, language, **options)

    return take


@pytest.fixture
def one(taken):
    """A function: properties -> the draft that one point with them becomes."""
    def take(geometry: dict | None = None, **properties: object) -> Draft:
        draft, = taken(feature(geometry or point(), **properties)).drafts
        return draft

    return take


def test_known_names_become_fields_whatever_the_language(one) -> None:
    for title, why, kind, tags in (
        ("title", "why", "kind", "tags"), ("Naam", "Waarom", "Soort", "Trefwoorden"),
        ("name", "Reason", "Category", "keywords"),
        ("Bezeichnung", "warum", "Art", "Schlagwörter"),
    ):
        draft = one(**{title: "Speeltuin", why: "Iedereen kent elkaar.", kind: "place", tags: "buiten; kinderen"})
        assert (draft.title, draft.why, draft.kind) == ("Speeltuin", "Iedereen kent elkaar.", Kind.PLACE)
        assert draft.tags == ("buiten", "kinderen")


@pytest.mark.parametrize(("said", "kind"), [
    ("Gaven", Kind.SKILL), ("plek", Kind.PLACE), ("Sportvereniging", Kind.NETWORK), ("Basisschool", Kind.INSTITUTION),
    ("winkel (klein)", Kind.EXCHANGE), ("Verhaal", Kind.STORY), ("Kirche", Kind.INSTITUTION),
    ("playground", Kind.PLACE),
    ("Buurteconomie", Kind.EXCHANGE), ("Restaurants", Kind.EXCHANGE),
])
def test_a_word_for_a_sort_of_thing_finds_its_kind(one, said: str, kind: Kind) -> None:
    assert one(naam="X", waarom="Y", soort=said).kind is kind


def test_an_unknown_sort_is_taken_as_a_place_and_kept_as_a_tag(taken) -> None:
    incoming = taken(feature(point(), naam="X", waarom="Y", soort="Arts & Culture"))
    assert (incoming.drafts[0].kind, incoming.drafts[0].tags) == (Kind.PLACE, ("Arts & Culture",))
    assert "import-kind-guessed" in codes(incoming)


def test_choices_are_understood_in_words(one) -> None:
    draft = one(naam="X", waarom="Y", staat="Gedroomd", sleutel="bewoners", kring="iedereen", seizoen="lente en zomer",
                dagen="ma, wo", openingstijden="na het eten", facet="hart", taal="Turks")
    assert (draft.state, draft.key_holder, draft.audience) == (State.DREAMT_OF, KeyHolder.RESIDENTS, Audience.PUBLIC)
    assert draft.rhythm.seasons == ("spring", "summer")
    assert draft.rhythm.weekdays == ("mon", "wed")
    assert draft.rhythm.time == "na het eten"
    assert draft.language == "tr"


def test_texts_in_other_languages_are_translations(one) -> None:
    draft = one(**{"naam": "Soep", "waarom": "Warm.", "name:en": "Soup", "title_tr": "Çorba", "why (en)": "Warm, too."})
    assert draft.title == "Soep"
    assert {each.language: (each.title, each.why) for each in draft.translations} == {
        "en": ("Soup", "Warm, too."), "tr": ("Çorba", "")}


def test_what_has_no_field_stands_at_the_end_of_the_description(one) -> None:
    draft = one(naam="Tuin", waarom="Groen.", beschrijving="Met kas.", opp=120.0, beheerd_door=["Ans", "Bas"],
                open=True,
                niets=None, leeg="", diep={"a": 1})
    assert draft.description == 'Met kas.\n\nopp: 120\nbeheerd_door: Ans, Bas\nopen: ja\ndiep: {"a": 1}'


def test_layout_codes_become_words(one) -> None:
    draft = one(naam="<b>Tuin</b>", waarom="Groen &amp; stil<script>alert(1)</script>",
                description="<p>Een</p><p>Twee</p>")
    assert (draft.title, draft.why, draft.description) == ("Tuin", "Groen & stil", "Een\n\nTwee")


def test_what_programs_wrote_for_themselves_is_told_and_left_out(taken) -> None:
    incoming = taken(feature(point(), naam="X", waarom="Y", OBJECTID=7, Shape_Area=1.5, **{"marker-color": "#f00"}))
    assert incoming.drafts[0].description == ""
    assert "import-columns-dropped" in codes(incoming)


def test_without_a_why_it_waits_with_the_team(taken) -> None:
    incoming = taken(feature(point(), naam="Bankje", kring="iedereen"), audience=Audience.PUBLIC)
    assert (incoming.drafts[0].why, incoming.drafts[0].audience) == ("(nog te vertellen)", Audience.TEAM)
    assert "import-why-missing" in codes(incoming)


def test_who_knows_the_file_says_for_whom_it_is(taken) -> None:
    told = feature(point(), naam="Bankje", waarom="Zitten.")
    assert taken(told).drafts[0].audience is Audience.TEAM
    assert taken(told, audience=Audience.PUBLIC).drafts[0].audience is Audience.PUBLIC


def test_a_telephone_number_keeps_it_with_the_team(taken) -> None:
    incoming = taken(feature(point(), naam="X", waarom="Y", Telefoonnummer="015-1234567"), audience=Audience.PUBLIC)
    assert incoming.drafts[0].audience is Audience.TEAM
    assert "015-1234567" in incoming.drafts[0].description
    assert "import-contact" in codes(incoming)


def test_without_a_title_another_short_text_is_taken(taken) -> None:
    incoming = taken(
        feature(point(), OBJECTID=1, datum="2024-05-01", gebouw="De Kas", waarom="Y"),
        feature(point(4.361), waarom="Hier kun je zitten. En liggen."), feature(point(4.362), soort="bankje"),
        feature(point(4.363)))
    assert [draft.title for draft in incoming.drafts] == ["De Kas", "Hier kun je zitten.", "bankje",
                                                          "(nog zonder naam)"]
    assert {"import-title-taken", "import-nameless"} <= codes(incoming)


def test_a_second_import_of_the_same_file_finds_the_same_sources(taken) -> None:
    features = [feature(point(), naam="A", id=12), feature(point(4.361), naam="B"), feature(point(4.362), naam="B")]
    sources = [draft.source for draft in taken(*features).drafts]
    assert sources[0] == "geojson:buurt.geojson#12"
    assert len(set(sources)) == 3
    shuffled = taken(feature(point(4.364), naam="Nieuw"), *features)
    assert [draft.source for draft in shuffled.drafts][1:] == sources


def test_the_same_twice_comes_once(taken) -> None:
    incoming = taken(feature(point(), naam="A"), feature(point(), naam="A"), feature(point(4.361), naam="A"))
    assert (len(incoming.drafts), incoming.skipped) == (2, 1)
    assert [(finding.row, finding.problem.facts["row"]) for finding in incoming.findings
            if finding.problem.code == "import-double"] == [(2, 1)]


def test_swapped_positions_are_put_right(taken) -> None:
    incoming = taken(feature(point(51.996, 4.36), naam="A", waarom="B"))
    assert incoming.drafts[0].geometry == point()
    assert "import-swapped" in codes(incoming)


@pytest.mark.parametrize(("x", "y", "whole"), [
    (84_455.3, 445_789.3, {}), (445_789.3, 84_455.3, {}),
    (84_455.3, 445_789.3, {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}}),
    (485_353.0, 6_799_402.2, {}),
    (593_371.0, 5_761_466.6, {}),
])
def test_metres_are_turned_into_degrees(taken, x: float, y: float, whole: dict) -> None:
    incoming = taken(feature({"type": "Point", "coordinates": [x, y]}, naam="A", waarom="B"), whole=whole)
    assert incoming.drafts[0].geometry["coordinates"] == pytest.approx([4.36, 51.996], abs=0.00002)


def test_dutch_grid_is_right_within_half_a_metre(taken) -> None:
    # The Onze-Lieve-Vrouwetoren in Amersfoort: 155,000 / 463,000 is 5.38720621, 52.15517440 (Kadaster).
    incoming = taken(feature({"type": "Point", "coordinates": [155_000, 463_000]}, naam="A"), crs="EPSG:28992",
                     keep_far=True)
    longitude, latitude = incoming.drafts[0].geometry["coordinates"]
    assert math.hypot((longitude - 5.38720621) * 68_400, (latitude - 52.15517440) * 111_200) < 0.5


def test_the_old_crs_member_for_degrees_changes_nothing(taken) -> None:
    crs = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}
    assert taken(feature(point(), naam="A"), whole=crs).drafts[0].geometry == point()


def test_an_unknown_system_is_refused(taken) -> None:
    with pytest.raises(Problem) as refused:
        taken(feature(point(), naam="A"), whole={"crs": {"properties": {"name": "EPSG:999999"}}})
    assert refused.value.code == "import-unknown-crs"


def test_outside_is_asked_about_and_far_outside_left_out(taken) -> None:
    incoming = taken(feature(point(4.3715), naam="Net buiten"), feature(point(4.5), naam="Ver weg"))
    assert [draft.title for draft in incoming.drafts] == ["Net buiten"]
    assert incoming.drafts[0].keep_outside
    left, = [finding for finding in incoming.findings if finding.severity is Severity.LEFT_OUT]
    assert (left.problem.code, left.row, left.name) == ("import-far", 2, "Ver weg")
    assert left.problem.facts["distance"] == "8900 m"
    assert len(taken(feature(point(4.5), naam="Ver weg"), keep_far=True).drafts) == 1


def test_a_park_on_the_edge_is_not_far_however_large(taken) -> None:
    park = {"type": "Polygon", "coordinates": [[[4.365, 51.995], [4.40, 51.995], [4.40, 51.999], [4.365, 51.995]]]}
    incoming = taken(feature(park, naam="Park"))
    assert incoming.drafts[0].geometry["type"] == "Polygon"
    assert "import-outside" in codes(incoming)


def test_an_outline_that_crosses_itself_is_mended(taken) -> None:
    bow = {"type": "Polygon", "coordinates": [[[4.36, 51.995], [4.362, 51.997], [4.362, 51.995], [4.36, 51.997],
                                               [4.36, 51.995]]]}
    incoming = taken(feature(bow, naam="Strik"))
    assert shape(incoming.drafts[0].geometry).is_valid
    assert "import-shape-mended" in codes(incoming)


@pytest.mark.parametrize("broken", [
    {"type": "Point", "coordinates": []}, {"type": "Point", "coordinates": [4.36]}, {"type": "Point"},
    {"type": "Point", "coordinates": ["vier", "tweeënvijftig"]},
    {"type": "LineString", "coordinates": [[4.36, 51.996]]},
    {"type": "Polygon", "coordinates": [[1]]}, {"type": "Cirkel", "coordinates": [4.36, 51.996]}, {}, [], "hier", 7,
    {"type": "Point", "coordinates": [float("nan"), 51.996]}, {"type": "Point", "coordinates": [4.36, 1e999]},
    {"type": "GeometryCollection", "geometries": []}, {"type": "Point", "coordinates": [400, 500]},
    {"type": "Point", "coordinates": {"lon": 4.36}}, {"type": "MultiPoint", "coordinates": [[4.36, None]]},
])
def test_a_place_that_can_not_be_drawn_leaves_the_words(taken, broken: object) -> None:
    incoming = taken(feature(broken, naam="Tuin", waarom="Groen."))
    assert (incoming.drafts[0].title, incoming.drafts[0].geometry) == ("Tuin", None)
    assert {"import-shape-lost", "import-no-place"} <= codes(incoming)


def test_nothing_at_all_is_no_place_and_no_complaint(taken) -> None:
    incoming = taken(feature(None, naam="Tuin", waarom="Groen."))
    assert incoming.drafts[0].geometry is None
    assert "import-shape-lost" not in codes(incoming)


def test_heights_go_and_numbers_in_quotes_are_numbers(one) -> None:
    assert one({"type": "Point", "coordinates": [4.36, 51.996, 12.0]}, naam="A").geometry == point()
    assert one({"type": "Point", "coordinates": ["4.36", "51,996"]}, naam="A").geometry == point()


def test_a_collection_of_shapes_becomes_its_largest_sort(taken) -> None:
    areas = [{"type": "Polygon", "coordinates": [[[x, 51.995], [x + 0.001, 51.995], [x, 51.996], [x, 51.995]]]}
             for x in (4.36, 4.365)]
    incoming = taken(feature({"type": "GeometryCollection", "geometries": [point(), *areas]}, naam="A"))
    assert incoming.drafts[0].geometry["type"] == "MultiPolygon"
    assert "import-shape-parts" in codes(incoming)


def test_very_long_texts_move_on_and_nothing_is_lost(taken) -> None:
    title, why, story = "Naam " * 60, "Omdat " * 300, "woord " * 5_500
    incoming = taken(feature(point(), naam=title, waarom=why, beschrijving=story))
    draft, = incoming.drafts
    assert len(draft.title) <= 200 and len(draft.why) <= 1_000 and len(draft.description) <= 20_000
    together = (draft.description + " " + draft.story).split()
    assert [together.count(word) for word in ("Naam", "Omdat", "woord")] == [60, 300, 5_500]
    assert "import-text-moved" in codes(incoming)


@pytest.mark.parametrize(("content", "code"), [
    ("", "file-empty"), ('{"type":"FeatureCollection","features":[{"type":"Feature","prop', "import-cut-off"),
    ('{"type":"FeatureCollection","features":[{"type":"Feature"},', "import-cut-off"),
    ('{"type":"FeatureCollection",\n"features" [{}]}', "import-bad-json"), ("[" * 100_000, "import-nested"),
    ('{"a":' * 50_000 + "1" + "}" * 50_000, "import-nested"), ('{"hallo":1}', "import-not-geojson"),
    ('{"type":"FeatureCollection","features":{}}', "import-not-geojson"), ("[1,2,3]", "import-not-geojson"),
    ('{"type":"Point","coordinates":[' + "9" * 5_000 + ',1]}', "import-bad-json"),
    ('{"type":"FeatureCollection","assetmap":{"version":99},"features":[]}', "import-newer"),
])
def test_what_is_not_geojson_is_refused_in_a_sentence(tmp_path: Path, content: str, code: str) -> None:
    with pytest.raises(Problem) as refused:
        bring(file_with(tmp_path, "stuk.geojson", content))
    assert refused.value.code == code


def test_where_it_breaks_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        bring(file_with(tmp_path, "stuk.geojson", '{"type":"FeatureCollection",\n"features": [}\n]}'))
    assert (refused.value.facts["line"], refused.value.facts["column"]) == (2, 14)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    text = json.dumps(collection(feature(point(), naam="Café Zoë", waarom="Gezellig – €2")), ensure_ascii=False)
    draft, = bring(file_with(tmp_path, "buurt.geojson", text.encode(encoding))).drafts
    assert (draft.title, draft.why) == ("Café Zoë", "Gezellig – €2")


def test_one_feature_a_line_is_read_too(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(feature(point(4.36 + n / 1000), naam=f"Plek {n}")) for n in range(3))
    assert len(bring(file_with(tmp_path, "buurt.geojsonl", lines)).drafts) == 3


def test_openstreetmap_things_exported_as_geojson_are_read_as_openstreetmap(tmp_path: Path) -> None:
    things = collection(
        feature(point(), **{"@id": "node/1", "amenity": "bench"}),
        feature(point(4.361), **{"@id": "node/2", "amenity": "atm"}))
    draft, = bring(file_with(tmp_path, "export.geojson", things)).drafts
    assert (draft.title, draft.source) == ("Bankje", "osm:node/1")


def test_odd_properties_and_features_do_not_stop_the_rest(taken) -> None:
    incoming = taken(None, 7, {"type": "Feature", "geometry": point(), "properties": [1]},
                     feature(point(4.361), naam="Tuin"))
    assert [draft.title for draft in incoming.drafts] == ["(nog zonder naam)", "Tuin"]
    assert {"import-no-feature", "import-no-properties"} <= codes(incoming)


@pytest.mark.parametrize("path", sorted(GEOJSONHINT.glob("*/*.geojson")),
                         ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_odd_file_of_geojsonhint_is_read_or_refused_in_a_sentence(path: Path) -> None:
    try:
        incoming = imports.read(path)
    except Problem as problem:
        assert problem.code in {"import-bad-json", "import-not-geojson"}
        return
    assert incoming.seen == len(incoming.drafts) + incoming.skipped
    for draft in incoming.drafts:
        assert draft.title and draft.why
        assert draft.geometry is None or shape(draft.geometry).is_valid


def test_the_assets_of_a_real_city_come_in_and_are_counted() -> None:
    summary = imports.read(DATA / "geojson" / "cambridge" / "community-assets.geojson", language="en").summary()
    assert (summary.seen, summary.taken, summary.placed) == (54, 54, 54)
    assert summary.kinds[Kind.PLACE] + summary.kinds[Kind.INSTITUTION] == 54
    assert [group.count for group in summary.findings if group.code == "import-why-missing"] == [54]


def test_the_assets_of_a_city_across_the_ocean_do_not_belong_here() -> None:
    incoming = bring(DATA / "geojson" / "cambridge" / "community-assets.geojson")
    assert (len(incoming.drafts), incoming.skipped) == (0, 54)
    assert incoming.findings[-1].problem.facts["distance"].endswith(" km")
    assert incoming.summary().findings[0].severity is Severity.LEFT_OUT


def test_the_work_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    path = file_with(tmp_path, "buurt.geojson", collection(*(feature(point(4.36 + n / 1e6),
                                                                     naam=f"{n}") for n in range(2_500))))
    imports.read(path, boundary=HERE, progress=lambda share, sentence: told.append((share, sentence)))
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert ("Lezen wat erin staat") in {sentence for _, sentence in told}
    assert len(told) >= 4
