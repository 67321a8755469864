"""Tables as people, forms and old spreadsheets save them."""

from pathlib import Path

import pytest

from assetmap import imports
from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.domain.problems import Problem
from assetmap.imports import Incoming

from .bringing import DATA, HERE, bring, codes, file_with, point

TABLES = DATA / "csv"


@pytest.fixture
def taken(tmp_path: Path):
    """A function: the table's text or bytes -> what it brings."""
    def take(table: str | bytes, name: str = "buurt.csv", language: str = "nl", **options: object) -> Incoming:
        return bring(file_with(tmp_path, name, table), HERE, language, **options)

    return take


def rows(incoming: Incoming, code: str) -> list[int]:
    return [finding.row for finding in incoming.findings if finding.problem.code == code]


def test_an_ordinary_table_comes_in(taken) -> None:
    draft, = taken("naam,waarom,soort,lat,lon,straat,etiketten\n"
                   'Tuin,Groen.,plek,51.996,4.36,Hooikade,"groen, stil"\n').drafts
    assert (draft.title, draft.why, draft.kind, draft.street) == ("Tuin", "Groen.", Kind.PLACE, "Hooikade")
    assert (draft.geometry, draft.tags) == (point(), ("groen", "stil"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_is_found_out(taken, encoding: str) -> None:
    text = "naam;waarom\nCafé Zoë;Gezellig, naïef en vol\nMaße;Größe zählt\n"
    drafts = taken(text.encode(encoding)).drafts
    assert [(draft.title, draft.why) for draft in drafts] == [("Café Zoë", "Gezellig, naïef en vol"),
                                                              ("Maße", "Größe zählt")]


def test_a_guess_about_the_encoding_is_told(taken) -> None:
    assert "import-guessed-encoding" in codes(taken("naam,waarom\nCafé,Koffie.".encode("latin-1")))
    assert "import-guessed-encoding" not in codes(taken("naam,waarom\nCafé,Koffie."))


def test_an_encoding_that_was_asked_for_is_used_or_refused(taken) -> None:
    assert taken("naam,waarom\nŁódź,Stad.".encode("cp1250"), encoding="cp1250").drafts[0].title == "Łódź"
    for wrong in ("utf-8", "klingon"):
        with pytest.raises(Problem) as refused:
            taken("naam,waarom\nCafé,x".encode("latin-1"), encoding=wrong)
        assert refused.value.code == "import-encoding"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found_out(taken, separator: str) -> None:
    table = separator.join(["naam", "waarom", "lat", "lon"]) + "\n" + separator.join(['"Tuin, en kas"', "Groen; stil",
                                                                                      "51.996", "4.36"])
    table = table.replace("Groen; stil", '"Groen; stil"')
    draft, = taken(table).drafts
    assert (draft.title, draft.why, draft.geometry) == ("Tuin, en kas", "Groen; stil", point())


def test_the_line_that_excel_hides_is_not_counted(taken) -> None:
    incoming = taken("sep=;\nnaam;waarom\nTuin;\n")
    assert incoming.drafts[0].title == "Tuin"
    assert rows(incoming, "import-why-missing") == [2]


@pytest.mark.parametrize("table", [
    "naam,lat,lon\nA,51.996,4.36", "naam;breedtegraad;lengtegraad\nA;51,996;4,36", 'naam,positie\nA,"51.996, 4.36"',
    "naam;positie\nA;51,996 4,36", 'naam,WKT\nA,POINT (4.36 51.996)', "naam,latitude,longitude\nA,4.36,51.996",
    'naam,geometry\nA,"{""type"":""Point"",""coordinates"":[4.36,51.996]}"', "naam,_geolocation\nA,51.996 4.36 0 5",
    "naam,groep/plek_latitude,groep/plek_longitude\nA,51.996,4.36",
])
def test_a_position_is_found_however_it_is_written(taken, table: str) -> None:
    draft, = taken(table).drafts
    assert draft.geometry == point()
    assert draft.description == ""


@pytest.mark.parametrize("table", [
    "naam,x,y\nA,84455.3,445789.3", "naam;rd_x;rd_y\nA;84.455,3;445.789,3", "naam,WKT\nA,POINT (84455.3 445789.3)",
    "naam,WKT\nA,SRID=28992;POINT (84455.3 445789.3)", 'naam,positie\nA,"84455, 445789"',
])
def test_the_dutch_grid_is_found_and_turned_into_degrees(taken, table: str) -> None:
    incoming = taken(table)
    assert incoming.drafts[0].geometry["coordinates"] == pytest.approx([4.36, 51.996], abs=0.00002)


def test_without_positions_everything_comes_in_without_a_place(taken) -> None:
    incoming = taken("naam,waarom\nTuin,Groen.\nKas,Warm.\n")
    assert [draft.geometry for draft in incoming.drafts] == [None, None]
    finding, = [finding for finding in incoming.findings if finding.problem.code == "import-no-place"]
    assert finding.problem.facts["count"] == 2


def test_half_a_position_or_no_number_stays_as_words(taken) -> None:
    incoming = taken("naam,waarom,lat,lon\nA,x,51.996,\nB,x,noord,west\n")
    assert [draft.geometry for draft in incoming.drafts] == [None, None]
    assert incoming.drafts[1].description == "lat: noord\nlon: west"
    assert rows(incoming, "import-shape-lost") == [2, 3]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(taken) -> None:
    table = 'naam,waarom\n"Een\nnaam\nop drie regels",x\n\n   ,\nB,\n'
    incoming = taken(table)
    assert [draft.title for draft in incoming.drafts] == ["Een naam op drie regels", "B"]
    assert rows(incoming, "import-why-missing") == [5]


def test_quotation_marks_and_line_ends_in_cells_stay(taken) -> None:
    draft, = taken('naam,beschrijving,waarom\n"De ""kas""","Eerst\r\ndan",x\r\n').drafts
    assert (draft.title, draft.description) == ('De "kas"', "Eerst\ndan")


def test_a_quotation_mark_that_is_never_closed_is_told(taken) -> None:
    assert "import-open-quote" in codes(taken('naam,waarom\nA,x\nB,"y\nC,z\nD,w\n'))


def test_ragged_rows_lose_nothing(taken) -> None:
    incoming = taken("naam,waarom,straat\nA,x\nB,y,Hooikade,over,\nC,z,Apolloweg\n")
    assert [draft.street for draft in incoming.drafts] == ["", "Hooikade", "Apolloweg"]
    assert incoming.drafts[1].description == "D: over"
    assert rows(incoming, "import-ragged") == [3]


def test_headings_twice_and_headings_without_words_keep_their_cells(taken) -> None:
    draft, = taken("naam,waarom,naam,,x\nA,y,ook A,zonder kop,\n").drafts
    assert draft.title == "A"
    assert draft.description == "naam (2): ook A\nD: zonder kop"


def test_nul_bytes_and_control_characters_go(taken) -> None:
    draft, = taken(b"naam,waarom\nTu\0in,Gro\x07en\n").drafts
    assert (draft.title, draft.why) == ("Tuin", "Groen")


def test_a_cell_of_33_000_characters_is_kept(taken) -> None:
    text = "woord " * 5_500
    draft, = taken(f"naam,waarom,verhaal\nA,x,{text}\n").drafts
    assert "import-text-cut" in codes(taken(f"naam,waarom,verhaal\nA,x,{text}\n"))
    draft, = taken(f"naam,waarom,beschrijving\nA,x,{text}\n").drafts
    assert (draft.description + " " + draft.story).split().count("woord") == 5_500


def test_the_same_row_twice_comes_once_and_the_same_number_twice_is_told(taken) -> None:
    incoming = taken("nummer,naam,waarom\n1,A,x\n1,A,x\n1,B,x\n")
    assert [draft.title for draft in incoming.drafts] == ["A", "B"]
    assert len({draft.source for draft in incoming.drafts}) == 2
    assert (rows(incoming, "import-double"), rows(incoming, "import-id-twice")) == ([3], [4])


def test_formulas_are_just_words(taken) -> None:
    payloads = (TABLES / "injection" / "csv-payload.txt").read_text("utf-8").splitlines()
    table = "naam\twaarom\n" + "\n".join(f"A{n}\t{payload}" for n, payload in enumerate(payloads))
    assert [draft.why for draft in taken(table, separator="tab").drafts] == payloads


def test_a_person_may_decide_what_columns_mean(taken) -> None:
    incoming = taken("wat,hoezo,geheim\nTuin,Groen.,niet tonen\n",
                     columns={"wat": "title", "hoezo": "why", "geheim": ""})
    draft, = incoming.drafts
    assert (draft.title, draft.why, draft.description) == ("Tuin", "Groen.", "")


@pytest.mark.parametrize(("table", "code"), [
    ("", "file-empty"), ("\ufeff", "file-empty"), (" \n\n", "file-empty"),
    ("zomaar een regel\nen nog een", "import-no-table"),
    ('naam,waarom\n"' + "x" * 5_000_000, "import-cell-too-long"),
])
def test_what_is_no_table_is_refused_in_a_sentence(taken, table: str, code: str) -> None:
    with pytest.raises(Problem) as refused:
        taken(table)
    assert refused.value.code == code


@pytest.mark.parametrize("content", [b"PK\x03\x04xl/workbook", b"\x89PNG\r\n", b"%PDF-1.7", b"<html><body>", b"<kml>"])
def test_another_sort_of_file_that_is_called_csv_is_refused(taken, content: bytes) -> None:
    with pytest.raises(Problem) as refused:
        taken(content)
    assert refused.value.code == "import-unknown-form"


def test_headings_without_rows_bring_nothing_and_say_so(taken) -> None:
    incoming = taken("naam,waarom,lat,lon\n")
    assert (incoming.drafts, incoming.seen) == ((), 0)
    assert codes(incoming) == {"import-only-headings"}


def test_a_file_larger_than_any_neighbourhood_is_refused(taken, monkeypatch) -> None:
    monkeypatch.setattr("assetmap.imports.text_file.MOST_BYTES", 10)
    with pytest.raises(Problem) as refused:
        taken("naam,waarom\nTuin,Groen.\n")
    assert refused.value.code == "import-too-large"


def test_a_heading_with_a_year_in_it_is_not_personal(taken) -> None:
    assert "import-contact" not in codes(taken("naam,waarom,bezoek 06\nTuin,Groen.,veel\n"))


def test_geojson_that_is_called_text_is_still_geojson(taken) -> None:
    assert taken('{"type":"Point","coordinates":[4.36,51.996]}', name="plek.txt").form == "geojson"


def test_an_unknown_file_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    for name, code in (("foto.jpg", "import-unknown-form"), ("weg.csv", "file-missing")):
        path = tmp_path / name
        if name == "foto.jpg":
            path.write_bytes(b"\xff\xd8\xff\xe0")
        with pytest.raises(Problem) as refused:
            imports.read(path)
        assert refused.value.code == code


def test_the_answers_of_a_form_come_in_without_the_forms_own_columns() -> None:
    incoming = imports.read(TABLES / "kobo" / "kobotoolbox_submissions.csv", language="en")
    assert [draft.title for draft in incoming.drafts] == ["Arlington", "Springfield", "Fairfax"]
    first = incoming.drafts[0]
    assert first.geometry == {"type": "Point", "coordinates": [-55.963451, 2.164341]}
    assert first.source == "csv:kobotoolbox_submissions.csv#92eb7237-89d6-4a15-aa71-09ec99279bbb"
    assert "bamboo, wild boar" in first.description
    assert "submitted_via_web" not in first.description and "2023-07-19" not in first.description
    assert incoming.drafts[2].geometry is None


def test_groups_of_a_form_are_looked_through(taken) -> None:
    draft, = taken("_uuid,_submission_time,start,over/naam,over/waarom,waar,"
                   "_waar_latitude,_waar_longitude,_waar_altitude\n"
                   "u1,2024,2024,Tuin,Groen.,51.996 4.36 0 5,51.996,4.36,0\n").drafts
    assert (draft.title, draft.why, draft.geometry, draft.description) == ("Tuin", "Groen.", point(), "")


def test_a_citys_list_of_places_with_a_byte_order_mark_comes_in() -> None:
    incoming = imports.read(TABLES / "cambridge" / "points-of-interest.csv", language="en")
    assert (len(incoming.drafts), incoming.drafts[0].title) == (40, "Ames Hall")
    assert incoming.drafts[0].source == "csv:points-of-interest.csv#5"
    assert {draft.audience for draft in incoming.drafts} == {Audience.TEAM}


@pytest.mark.parametrize("path", sorted(TABLES.glob("*/*.csv")), ids=lambda path: path.name)
def test_every_odd_table_is_read(path: Path) -> None:
    incoming = imports.read(path, language="en")
    assert incoming.seen == len(incoming.drafts) + incoming.skipped
    assert all(draft.title and draft.why for draft in incoming.drafts)


def test_places_of_another_archive_come_in_and_doubles_are_told() -> None:
    incoming = imports.read(TABLES / "terrastories" / "duplicated_places.csv", language="en")
    draft, = incoming.drafts
    assert (draft.title, draft.kind, draft.tags) == ("Iacitata", Kind.PLACE, ("Community Center",))
    assert "region: brazil" in draft.description and "media: amazon.jpg" in draft.description
    assert rows(incoming, "import-double") == [3]
