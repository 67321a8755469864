"""`assetmap export SLUG poster`: the name given with -o decides what it becomes, and paper is written as one likes."""

from pathlib import Path

import pytest

from assetmap.cli import main
from assetmap.store import note_places
from tests.neighbourhood import SLUG, Tuinwijk


@pytest.fixture
def export(tuinwijk: Tuinwijk, monkeypatch, capsys):
    """A function that exports a poster of Tuinwijk: (exit code, what it complained of)."""
    monkeypatch.setenv("ASSETMAP_INSTANCE", str(tuinwijk.instance))
    monkeypatch.setenv("LC_ALL", "C")

    def run(*words: str) -> tuple[int, str]:
        code = 0
        try:
            main(["export", SLUG, "poster", *words])
        except SystemExit as left:
            code = left.code
        return code, capsys.readouterr().err

    return run


@pytest.mark.parametrize(("name", "begins"), [("x.svg", b"<svg"), ("x.PNG", b"\x89PNG"), ("x.pdf", b"%PDF")])
def test_the_name_says_what_it_becomes(export, tuinwijk: Tuinwijk, tmp_path: Path, name: str, begins: bytes) -> None:
    code, said = export("--paper", "A3", "--style", "black-only", "-o", str(tmp_path / name))
    assert code == 0, said
    assert (tmp_path / name).read_bytes().startswith(begins)
    # Where its notes came to lie is kept for the next one.
    assert [len(places) > 0 for places in note_places.read_all(tuinwijk.db).values()] == [True]


@pytest.mark.parametrize("words", [
    ("-o", "x.jpg"), ("-o", "poster"), ("--paper", "A9", "-o", "x.svg"), ("--style", "../secrets", "-o", "x.svg")])
def test_what_can_not_be_is_said_and_nothing_is_left(export, tmp_path: Path, monkeypatch, words) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    code, said = export(*words)
    assert code == 1 and "Traceback" not in said and len(said) > 20
    assert set(tmp_path.iterdir()) == before
