"""Of a photo only the picture is kept: no place, no date, no device, no words, no smaller or second picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, features

from assetmap import media
from assetmap.media.photo import keep_photo

from .pictures import (
    BLUE,
    CANARY,
    SAMPLES,
    arrow,
    encoded,
    exif_with_thumbnail,
    jpeg_markers,
    swapped_profile,
    telling_exif,
    telling_jpeg,
    telling_png,
    webp_chunks,
    xmp,
)

TELLING: dict[str, Callable[[], bytes]] = {
    "JPEG with EXIF, place, comment, XMP, profile and a film behind it": telling_jpeg,
    "JPEG with a thumbnail in its EXIF": lambda: encoded(arrow(), "JPEG", exif=exif_with_thumbnail()),
    "JPEG with a second picture behind it": lambda: encoded(
        arrow(), "MPO", save_all=True, append_images=[arrow()], comment=CANARY.encode(), exif=telling_exif()),
    "progressive JPEG": lambda: encoded(
        arrow(), "JPEG", progressive=True, comment=CANARY.encode(), exif=telling_exif()),
    "PNG with texts, place and more behind it": telling_png,
    "WebP": lambda: encoded(
        arrow(), "WEBP", exif=telling_exif(), xmp=xmp(), icc_profile=swapped_profile() + CANARY.encode()),
    "GIF with a comment": lambda: encoded(arrow(), "GIF", comment=CANARY),
    "moving GIF": lambda: encoded(
        arrow(), "GIF", comment=CANARY, save_all=True, append_images=[Image.new("RGB", (480, 320), BLUE)]),
    "HEIC": lambda: encoded(arrow(), "HEIF", exif=telling_exif().tobytes(), xmp=xmp(), icc_profile=swapped_profile()),
}
if features.check("avif"):
    TELLING["AVIF"] = lambda: encoded(arrow(), "AVIF", exif=telling_exif(), xmp=xmp(), icc_profile=swapped_profile())

FORMS = (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"))


@pytest.mark.parametrize("what", TELLING)
def test_what_a_photo_tells_is_in_no_byte_of_what_is_kept(tmp_path: Path, what: str) -> None:
    data = TELLING[what]()
    compressed = "PNG" in what
    assert compressed or any(form in data for form in FORMS), "the photo tells nothing to begin with"
    keep_photo(data, f"{CANARY}.jpg", tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    for path in files:
        content = path.read_bytes()
        assert not any(form in content for form in FORMS), path.name
        assert CANARY not in path.name


@pytest.mark.parametrize("what", TELLING)
def test_kept_files_have_room_for_nothing_but_the_picture(tmp_path: Path, what: str) -> None:
    kept = keep_photo(TELLING[what](), "a.jpg", tmp_path)
    # Start, JFIF head, two kinds of tables, frame, scan: no place for EXIF, XMP, profiles or comments.
    master = media.file_path(tmp_path, kept.hash, "print").read_bytes()
    assert set(jpeg_markers(master)) == {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
    for size in ("small", "screen"):
        assert webp_chunks(media.file_path(tmp_path, kept.hash, size).read_bytes()) == [b"VP8 "]


def test_the_place_in_a_real_photo_is_gone(tmp_path: Path) -> None:
    source = SAMPLES / "odd" / "exif_gps.jpg"
    with Image.open(source) as before:
        assert before.getexif().get_ifd(0x8825)
    kept = media.keep_from(source, source.name, tmp_path)
    for size in ("small", "screen", "print"):
        with Image.open(media.file_path(tmp_path, kept.hash, size)) as after:
            assert dict(after.getexif()) == {}
            assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background",
                                       "timestamp", "duration"}
