"""The assetmap command: exit codes, sentences, and nothing half-done."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assetmap.cli import main
from assetmap.store.opening import open_database
from tests.neighbourhood import Tuinwijk
from tests.small_extract import write_town

BOUNDARY = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
        [[4.35, 51.99], [4.36, 51.99], [4.36, 52.0], [4.35, 52.0], [4.35, 51.99]]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
        [[4.360001, 51.99], [4.37, 51.99], [4.37, 52.0], [4.360001, 52.0], [4.360001, 51.99]]]}}]}


@pytest.fixture
def assetmap(tmp_path: Path, monkeypatch, capsys):
    """A function that runs the command in this process: (exit code, what it said, what it complained of)."""
    monkeypatch.setenv("ASSETMAP_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("LC_ALL", "C")

    def run(*words: str) -> tuple[int, str, str]:
        code = 0
        try:
            main(list(words))
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def boundary(tmp_path: Path) -> Path:
    path = tmp_path / "grens.geojson"
    path.write_text(json.dumps(BOUNDARY), "utf-8")
    return path


@pytest.fixture(scope="module")
def hoek(tmp_path_factory) -> Path:
    """An instance with De Hoek, founded once: its sheet takes a moment to draw."""
    folder = tmp_path_factory.mktemp("hoek")
    path = folder / "grens.geojson"
    path.write_text(json.dumps(BOUNDARY), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSETMAP_INSTANCE", str(folder / "instance"))
        main(["new", "hoek", "--name", "De Hoek", "--boundary", str(path)])
    return folder / "instance"


@pytest.fixture
def founded(assetmap, hoek: Path, tmp_path: Path):
    shutil.copytree(hoek, tmp_path / "instance", dirs_exist_ok=True)
    return assetmap


def test_a_new_neighbourhood_has_a_drawn_sheet_and_streets_are_drawn_when_they_come(founded, tmp_path: Path) -> None:
    base = tmp_path / "instance" / "neighbourhoods" / "hoek" / "base"
    sheet = (base / "drawing.bin.gz").read_bytes()
    code, said, told = founded("base", "hoek", str(write_town(tmp_path)))
    assert code == 0 and "The base map of De Hoek is drawn" in said
    assert "Drawing De Hoek: 30%" in told and "Drawing De Hoek: 100%" in told
    assert (base / "drawing.bin.gz").read_bytes() != sheet


def test_a_drawing_can_be_made_again_in_another_style_and_keeps_it(founded, tmp_path: Path) -> None:
    told = tmp_path / "instance" / "neighbourhoods" / "hoek" / "base" / "drawing.json"
    styles = tmp_path / "instance" / "styles"
    styles.mkdir()
    (styles / "krijt.json").write_text('{"based_on": "quiet", "paints": {"water": "#0000ff"}}', "utf-8")
    assert founded("base", "hoek", "--style", "krijt")[0] == 0
    assert founded("draw", "hoek")[0] == 0
    assert json.loads(told.read_text("utf-8"))["style"] == "krijt"
    code, _, complaint = founded("draw", "hoek", "--style", "houtskool")
    assert code == 1 and "houtskool" in complaint


def test_areas_of_a_boundary_are_joined_without_slivers(founded, tmp_path: Path) -> None:
    from shapely import from_wkb

    from assetmap.store import neighbourhoods

    db = open_database(tmp_path / "instance" / "neighbourhoods" / "hoek" / "assetmap.db")
    joined = from_wkb(neighbourhoods.read(db).boundary)
    db.close()
    assert joined.geom_type == "Polygon" and not joined.interiors


def test_a_table_becomes_assets_and_comes_out_again(founded, tmp_path: Path) -> None:
    table = tmp_path / "krachten.csv"
    table.write_text("naam;waarom;lengtegraad;breedtegraad\nBankje;Hier zit je;4,355;51,995\nKoor;Zingen;;\n", "cp1252")
    code, said, _ = founded("import", "hoek", str(table), "--dry-run")
    assert code == 0 and "Nothing was written" in said
    code, said, _ = founded("import", "hoek", str(table), "--audience", "public")
    assert code == 0 and "2 new" in said
    target = tmp_path / "uit.geojson"
    assert founded("export", "hoek", "geojson", "-o", str(target))[0] == 0
    titles = {feature["properties"]["title"] for feature in json.loads(target.read_text("utf-8"))["features"]}
    assert titles == {"Bankje", "Koor"}


def test_an_invitation_is_printed_as_a_link_that_works(founded, tmp_path: Path) -> None:
    from assetmap.app import create_app

    code, said, _ = founded("invite", "hoek", "builder", "--address", "https://kaart.example")
    path = re.search(r"https://kaart\.example(/hoek/invitation/\S+)", said).group(1)
    app = create_app(environ={"ASSETMAP_INSTANCE": str(tmp_path / "instance")})
    answer = app.test_client().get(path)
    app.extensions["assetmap-shelf"].close()
    assert code == 0 and answer.status_code == 200


@pytest.mark.parametrize(("words", "sentence"), [
    (("export", "nergens", "csv"), "There is no neighbourhood here called"),
    (("import", "nergens", "x.csv"), "There is no neighbourhood here called"),
    (("check", "../hoek"), "There is no neighbourhood here called"),
    (("import", "hoek", "missing.csv"), "There is no file"),
    (("base", "hoek", "missing.osm.pbf"), "There is no file"),
    (("new", "hoek", "--name", "Twee", "--boundary", "BOUNDARY"), "There is already a neighbourhood"),
    (("new", "De Hoek", "--name", "Twee", "--boundary", "BOUNDARY"), "can't be an address"),
    (("new", "twee", "--name", "Twee", "--boundary", "TABLE"), "holds no area"),
])
def test_a_mistake_is_told_in_a_sentence_with_exit_code_1(
        founded, boundary: Path, tmp_path: Path, words: tuple, sentence: str) -> None:
    (tmp_path / "x.txt").write_text("naam\n", "utf-8")
    given = [str(boundary) if word == "BOUNDARY" else str(tmp_path / "x.txt") if word == "TABLE" else word
             for word in words]
    code, _, complaint = founded(*given)
    assert code == 1 and sentence in complaint and "Traceback" not in complaint


def test_wrong_usage_has_exit_code_2(assetmap) -> None:
    assert assetmap("export", "hoek", "papyrus")[0] == 2
    assert assetmap("no-such-command")[0] == 2


def test_a_sentence_speaks_the_language_of_the_terminal(founded, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    assert "Er is hier geen buurt" in founded("check", "nergens")[2]


def test_an_export_that_fails_leaves_neither_file_nor_edition(founded, tmp_path: Path) -> None:
    target = tmp_path / "map" / "uit.csv"
    code, _, complaint = founded("export", "hoek", "csv", "-o", str(target), "--option", "dialect=klingon")
    assert code == 1 and "klingon" in complaint and list(target.parent.iterdir()) == []
    db = open_database(tmp_path / "instance" / "neighbourhoods" / "hoek" / "assetmap.db")
    assert db.execute("SELECT count(*) FROM editions").fetchone() == (0,)
    db.close()


def test_check_finds_a_photo_that_is_gone(tuinwijk: Tuinwijk, kept_photo, monkeypatch, assetmap) -> None:
    monkeypatch.setenv("ASSETMAP_INSTANCE", str(tuinwijk.instance))
    hash = kept_photo("bench")
    assert assetmap("check", "tuinwijk")[0] == 0
    next((tuinwijk.folder / "media").rglob(f"{hash}.print.*")).unlink()
    code, _, complaint = assetmap("check", "tuinwijk")
    assert code == 1 and hash[:8] in complaint


@pytest.mark.parametrize(("locale", "photo", "search", "whole"), [
    ("nl_NL.UTF-8", "is beschadigd: de inhoud", "zoeken niet te vinden zijn: 1", "tuinwijk is heel."),
    ("C", "is damaged: its content", "searching does not find: 1", "tuinwijk is whole."),
])
def test_check_speaks_the_language_of_the_terminal(
    tuinwijk: Tuinwijk, kept_photo, monkeypatch, assetmap, locale: str, photo: str, search: str, whole: str,
) -> None:
    monkeypatch.setenv("ASSETMAP_INSTANCE", str(tuinwijk.instance))
    monkeypatch.setenv("LC_ALL", locale)
    hash = kept_photo("bench")
    assert whole in assetmap("check", "tuinwijk")[1]
    next((tuinwijk.folder / "media").rglob(f"{hash}.print.*")).write_bytes(b"?")
    tuinwijk.db.execute("DELETE FROM asset_search WHERE rowid = ?", [tuinwijk.numbers["soup"]])
    code, _, complaint = assetmap("check", "tuinwijk")
    assert code == 1 and photo in complaint and search in complaint


def test_the_command_starts_as_a_module_and_knows_its_version() -> None:
    done = subprocess.run([sys.executable, "-m", "assetmap", "--version"], capture_output=True, text=True)
    assert done.returncode == 0 and "0." in done.stdout


def test_what_a_neighbourhood_says_of_itself_can_change(founded) -> None:
    assert founded("tell", "hoek", "--mandate", "De buurtraad")[0] == 0
    assert founded("tell", "hoek")[0] == 2
    assert founded("tell", "hoek", "--in", "en", "--mandate", "The neighbours decide")[0] == 0
    assert founded("tell", "hoek", "--in", "en", "--name", "The Corner")[0] == 2
    assert founded("round", "hoek", "Najaar", "--purpose", "Kennismaken", "--starts", "2026-09-01")[0] == 0
    assert founded("round", "hoek", "Najaar", "--starts", "gisteren")[0] == 1
