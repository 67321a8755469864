"""A file that is no whole photo is answered with one sentence that names it and says what to do next."""

from pathlib import Path

import pytest
from PIL import Image, features

from assetmap import media
from assetmap.domain.problems import Problem
from assetmap.media import Limits
from assetmap.media.photo import keep_photo

from .pictures import SAMPLES, arrow, encoded, jpeg_header, png_header
from .recordings import wav

FORMATS = [
    "JPEG", "PNG", "WEBP", "GIF", "HEIF",
    pytest.param("AVIF", marks=pytest.mark.skipif(not features.check("avif"), reason="this Pillow has no AVIF"))]


def refused(data: bytes, name: str, folder: Path, **limits: int) -> Problem:
    """The problem with this file; nothing was kept of it."""
    with pytest.raises(Problem) as caught:
        media.keep(data, name, folder, Limits(**limits))
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert name in str(caught.value)
    return caught.value


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_half_a_photo_is_asked_for_again(tmp_path: Path, format: str, share: float) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((300, 200), 90) for _ in range(3)])
    data = encoded(noise, format)
    problem = refused(data[:int(len(data) * share)], "half.jpg", tmp_path)
    assert problem.code == "photo-incomplete"
    assert "stops halfway" in str(problem)


@pytest.mark.parametrize("name", ["truncated_jpeg.jpg", "truncated.heic"])
def test_real_photos_without_their_end_are_asked_for_again(tmp_path: Path, name: str) -> None:
    assert refused((SAMPLES / "odd" / name).read_bytes(), name, tmp_path).code == "photo-incomplete"


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    problem = refused((SAMPLES / "odd" / "empty.heic").read_bytes(), "empty.heic", tmp_path)
    assert (problem.code, problem.status) == ("media-empty", 422)


@pytest.mark.parametrize(
    ("data", "format"), [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"), (b"PK\x03\x04\x14\x00", "ZIP"), (b"II*\x00\x08\x00", "TIFF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "SVG"), (b"<!DOCTYPE html><p>", "HTML")])
def test_a_renamed_file_is_called_what_it_is(tmp_path: Path, data: bytes, format: str) -> None:
    problem = refused(data, "vakantie.jpg", tmp_path)
    assert problem.code == "media-other"
    assert format in str(problem)


def test_a_film_is_called_a_film(tmp_path: Path) -> None:
    assert refused(b"RIFF\0\0\0\0AVI LIST", "film.jpg", tmp_path).code == "media-film"
    assert refused(b"\0\0\0\x08wide\0\0\0\0mdat", "film.mov", tmp_path).code == "media-film"


@pytest.mark.parametrize("data", [b"hello", b"\0" * 5000, b"\xff\xfeh\0e\0l\0l\0o\0", b"GIF", b"\xff"])
def test_what_is_no_photo_at_all_is_told_what_fits(tmp_path: Path, data: bytes) -> None:
    problem = refused(data, "iets.jpg", tmp_path)
    assert (problem.code, problem.status) == ("media-unknown", 415)
    assert "HEIC" in str(problem)


@pytest.mark.parametrize("format", FORMATS)
def test_a_damaged_photo_gets_a_sentence(tmp_path: Path, format: str) -> None:
    data = encoded(arrow(), format)
    head = data[:40] if format in ("HEIF", "AVIF") else data[:24]
    problem = refused(head + b"\x55" * (len(data) - len(head)), "kapot.jpg", tmp_path)
    assert problem.code in ("photo-unreadable", "photo-incomplete")


@pytest.mark.parametrize(
    "data", [png_header(64_000, 64_000), jpeg_header(64_000, 64_000), png_header(2_000_000_000, 2_000_000_000),
             (SAMPLES / "odd" / "decompression_bomb.gif").read_bytes()],
    ids=["png", "jpeg", "absurd png", "gif"])
def test_a_photo_of_too_many_pixels_is_refused_by_its_header(
        tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assetmap.media.photo.fresh", lambda *_: pytest.fail("it was unpacked"))
    problem = refused(data, "bom.png", tmp_path)
    assert problem.code == "photo-too-many-pixels"
    assert "megapixels" in str(problem)


def test_the_most_pixels_depend_on_what_unpacking_costs(tmp_path: Path) -> None:
    limits = {"pixels": 100_000, "pixels_by_line": 200_000}
    assert refused(encoded(arrow(480, 320), "PNG"), "a.png", tmp_path, **limits).facts["most"] == 1
    assert refused(encoded(arrow(300, 200), "WEBP"), "a.webp", tmp_path, **limits)
    assert refused(encoded(arrow(480, 320), "JPEG", progressive=True), "a.jpg", tmp_path, **limits)
    assert keep_photo(encoded(arrow(480, 320), "JPEG"), "a.jpg", tmp_path, Limits(**limits))


def test_a_photo_of_too_many_megabytes_is_told_both_numbers(tmp_path: Path) -> None:
    problem = refused(b"\xff\xd8\xff" + bytes(2_000_000), "zwaar.jpg", tmp_path, photo_bytes=1_000_000)
    assert (problem.code, problem.status) == ("photo-too-big", 413)
    assert "is 3 MB" in str(problem)
    assert "may be 1 MB" in str(problem)


def test_sound_where_a_photo_is_asked_for_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        keep_photo(wav(), "stem.jpg", tmp_path)
    assert caught.value.code == "photo-wanted"


@pytest.mark.parametrize(
    ("name", "spoken"), [
        ("C:\\fakepath\\foto.jpg", "foto.jpg"), ("../../etc/passwd", "passwd"), ("a\u202egpj.exe\n", "agpj.exe"),
        ("x" * 300, "x" * 59 + "…"), ("{0.__class__}", "{0.__class__}")])
def test_a_name_is_told_short_and_harmless(tmp_path: Path, name: str, spoken: str) -> None:
    with pytest.raises(Problem) as caught:
        media.keep(b"", name, tmp_path)
    assert str(caught.value).startswith(f"“{spoken}” is empty")
