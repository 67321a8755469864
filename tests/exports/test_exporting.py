"""Every form is written through one door, whole or not at all."""

import errno
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from assetmap import exports
from assetmap.domain.problems import Problem
from assetmap.exports import whole

from .conftest import make


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_an_export_tells_what_it_is_and_what_is_inside(format, street, tmp_path):
    target = tmp_path / f"out{exports.FORMATS[format].suffix}"
    made = make(street, format, target)
    assert made.path == target and made.format == format
    assert made.bytes == target.stat().st_size > 0
    assert made.sha256 == sha256(target.read_bytes()).hexdigest()
    assert sorted(made.numbers) == [item.number for item in street.items]
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_a_neighbourhood_without_any_asset_gets_its_file_too(format, street, tmp_path):
    made = make(replace(street, items=(), ties=()), format, tmp_path / "empty")
    assert made.numbers == () and made.media == () and made.bytes > 0


def test_a_form_that_does_not_exist_is_named_with_those_that_do(street, tmp_path):
    with pytest.raises(Problem) as told:
        exports.write(street, "papyrus", tmp_path / "x")
    assert told.value.code == "unknown-choice" and "papyrus" in str(told.value) and "geojson" in str(told.value)


@pytest.mark.parametrize("options", [{"paper": "a3"}, {"colour": "red"}])
def test_a_choice_that_does_not_exist_is_refused_before_any_work(options, street, tmp_path):
    with pytest.raises(Problem) as told:
        exports.write(street, "pdf", tmp_path / "x.pdf", options=options)
    assert told.value.code == "unknown-choice" and told.value.field in options
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_whoever_stops_the_work_leaves_nothing_behind_and_keeps_the_old_file(format, street, tmp_path):
    target = tmp_path / "kept"
    target.write_text("last year's")

    class Stopped(Exception):
        pass

    def stop(done: float, sentence: str) -> None:
        if done > 0.05:
            raise Stopped

    with pytest.raises(Stopped):
        make(street, format, target, progress=stop)
    assert target.read_text() == "last year's"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_progress_only_goes_forward_and_speaks_the_language_of_the_export(format, street, tmp_path):
    told: list[tuple[float, str]] = []
    make(street, format, tmp_path / "x", progress=lambda done, sentence: told.append((done, sentence)))
    shares = [done for done, _ in told]
    assert shares == sorted(shares) and shares[-1] == 1.0 and min(shares) >= 0
    assert told[-1][1] == "Klaar"


def test_a_full_disk_is_said_and_leaves_nothing(street, tmp_path, monkeypatch):
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole, "_make_durable", full)
    with pytest.raises(Problem) as told:
        make(street, "geojson", tmp_path / "x.geojson")
    assert told.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_said(street, tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(Problem) as told:
        make(street, "geojson", tmp_path / "taken" / "x.geojson")
    assert told.value.code == "folder-not-writable"


def test_every_choice_has_words_in_dutch():
    from assetmap.i18n import words

    dutch = words("nl").gettext
    for form in exports.FORMATS.values():
        assert dutch(form.label) != form.label
        for option in form.options.values():
            assert dutch(option.label) != option.label
