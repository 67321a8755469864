"""A photo is kept upright, in true colours, in three sizes, under one hash."""

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, features

from assetmap import media
from assetmap.domain.medium import Medium
from assetmap.media.photo import keep_photo
from assetmap.media.picture import PAPER

from .pictures import (
    BLUE,
    GREEN,
    ORIENTATION,
    RED,
    SAMPLES,
    YELLOW,
    alike,
    arrow,
    corners,
    encoded,
    held,
    swapped_profile,
)


def opened(folder: Path, hash: str, size: str = "print") -> Image.Image:
    """A kept photo, read."""
    with Image.open(media.file_path(folder, hash, size)) as picture:
        picture.load()
        return picture


def with_orientation(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif.tobytes()


def test_a_photo_is_kept_in_three_sizes_under_the_hash_of_the_largest(tmp_path: Path) -> None:
    kept = keep_photo(encoded(arrow(3000, 2250), "JPEG"), "plein.jpg", tmp_path)
    paths = {size: media.file_path(tmp_path, kept.hash, size) for size in ("small", "screen", "print")}
    assert {size: opened(tmp_path, kept.hash, size).size for size in paths} == {
        "small": (320, 240), "screen": (1280, 960), "print": (2000, 1500)}
    assert [path.name for path in paths.values()] == [
        f"{kept.hash}.small.webp", f"{kept.hash}.screen.webp", f"{kept.hash}.print.jpg"]
    assert {path.parent for path in paths.values()} == {tmp_path / kept.hash[:2]}
    master = paths["print"].read_bytes()
    assert hashlib.sha256(master).hexdigest() == kept.hash
    assert (kept.medium, kept.mime, kept.bytes, kept.width, kept.height) == (
        Medium.PHOTO, "image/jpeg", len(master), 2000, 1500)


def test_a_small_photo_is_never_enlarged(tmp_path: Path) -> None:
    kept = keep_photo(encoded(arrow(300, 200), "PNG"), "klein.png", tmp_path)
    assert {opened(tmp_path, kept.hash, size).size for size in ("small", "screen", "print")} == {(300, 200)}


def test_a_photo_as_narrow_as_a_thread_keeps_at_least_one_pixel(tmp_path: Path) -> None:
    kept = keep_photo(encoded(Image.new("RGB", (5000, 2), RED), "PNG"), "draad.png", tmp_path)
    assert opened(tmp_path, kept.hash, "small").size == (320, 1)


def test_the_same_photo_gives_the_same_hash_and_nothing_is_written_again(tmp_path: Path) -> None:
    data = encoded(arrow(), "JPEG")
    first = keep_photo(data, "a.jpg", tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    assert keep_photo(data, "b.jpg", tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")} == before


def test_two_copies_that_differ_only_in_what_they_tell_are_one_photo(tmp_path: Path) -> None:
    plain = keep_photo(encoded(arrow(), "JPEG"), "a.jpg", tmp_path)
    telling = keep_photo(encoded(arrow(), "JPEG", comment=b"made on a Tuesday"), "b.jpg", tmp_path)
    assert telling.hash == plain.hash


def test_a_photo_kept_again_mends_a_damaged_file(tmp_path: Path) -> None:
    data = encoded(arrow(), "JPEG")
    kept = keep_photo(data, "a.jpg", tmp_path)
    media.file_path(tmp_path, kept.hash, "print").write_bytes(b"worn out")
    media.file_path(tmp_path, kept.hash, "small").unlink()
    keep_photo(data, "a.jpg", tmp_path)
    assert media.check(tmp_path, [kept]) == []


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright_however_the_camera_was_held(tmp_path: Path, format: str, orientation: int) -> None:
    picture = held(arrow(), orientation)
    data = encoded(picture, format, exif=with_orientation(orientation), quality=95)
    kept = keep_photo(data, "pijl", tmp_path)
    assert (kept.width, kept.height) == (480, 320)
    for size in ("small", "screen", "print"):
        found = corners(opened(tmp_path, kept.hash, size))
        assert all(map(alike, found, (RED, GREEN, BLUE, YELLOW))), (size, found)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_of_an_iphone_stands_upright(tmp_path: Path, orientation: int) -> None:
    """HEIC tells the turn in a property of its own; the EXIF beside it says the same and must not turn it twice."""
    data = encoded(held(arrow(), orientation), "HEIF", exif=with_orientation(orientation), quality=95)
    kept = keep_photo(data, "IMG_0001.HEIC", tmp_path)
    found = corners(opened(tmp_path, kept.hash))
    assert all(map(alike, found, (RED, GREEN, BLUE, YELLOW))), found


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow has no AVIF")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_avif_stands_upright(tmp_path: Path, orientation: int) -> None:
    data = encoded(held(arrow(), orientation), "AVIF", exif=with_orientation(orientation), quality=95)
    kept = keep_photo(data, "pijl.avif", tmp_path)
    found = corners(opened(tmp_path, kept.hash))
    assert all(map(alike, found, (RED, GREEN, BLUE, YELLOW))), found


@pytest.mark.parametrize("orientation", range(2, 9))
def test_eight_real_photos_are_one_picture(tmp_path: Path, orientation: int) -> None:
    def pixels(number: int) -> Image.Image:
        data = (SAMPLES / f"Landscape_{number}.jpg").read_bytes()
        return opened(tmp_path, keep_photo(data, f"Landscape_{number}.jpg", tmp_path).hash)

    upright, turned = pixels(1), pixels(orientation)
    assert turned.size == upright.size
    difference = [
        abs(one - two) for one, two in zip(upright.convert("L").tobytes(), turned.convert("L").tobytes(), strict=True)]
    assert sum(difference) / len(difference) < 6


def test_an_orientation_that_does_not_exist_turns_nothing(tmp_path: Path) -> None:
    kept = keep_photo(encoded(arrow(), "JPEG", exif=with_orientation(77)), "a.jpg", tmp_path)
    assert alike(corners(opened(tmp_path, kept.hash))[0], RED)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_damaged_exif_turns_nothing(tmp_path: Path) -> None:
    damaged = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01" * 9
    kept = keep_photo(encoded(arrow(), "JPEG", exif=damaged), "a.jpg", tmp_path)
    assert alike(corners(opened(tmp_path, kept.hash))[0], RED)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_colours_are_those_the_profile_means(tmp_path: Path, format: str) -> None:
    data = encoded(Image.new("RGB", (64, 64), (200, 0, 0)), format, icc_profile=swapped_profile(), quality=95)
    kept = keep_photo(data, "kleur", tmp_path)
    red, green, _blue = opened(tmp_path, kept.hash).getpixel((32, 32))
    assert green > 150 > 60 > red


def test_a_damaged_profile_does_not_cost_the_photo(tmp_path: Path) -> None:
    data = encoded(arrow(), "JPEG", icc_profile=b"not a profile")
    assert alike(corners(opened(tmp_path, keep_photo(data, "a.jpg", tmp_path).hash))[0], RED)


def test_a_photo_for_the_printing_press_gets_screen_colours(tmp_path: Path) -> None:
    data = encoded(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", quality=95)
    picture = opened(tmp_path, keep_photo(data, "a.jpg", tmp_path).hash)
    assert picture.mode == "RGB"
    assert alike(picture.getpixel((32, 32)), (255, 0, 0))


def test_what_is_transparent_shows_the_paper(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (80, 40), (0, 0, 0, 0))
    picture.paste((*RED, 255), (40, 0, 80, 40))
    kept = opened(tmp_path, keep_photo(encoded(picture, "PNG"), "a.png", tmp_path).hash)
    assert alike(kept.getpixel((8, 20)), PAPER, 6)
    assert alike(kept.getpixel((70, 20)), RED)


@pytest.mark.parametrize("width", [80, 9000], ids=["small", "averaged in strips"])
def test_a_palette_with_a_hole_shows_the_paper(tmp_path: Path, width: int) -> None:
    picture = Image.new("P", (width, 40), 1)
    picture.putpalette([0, 0, 0, *RED])
    picture.paste(0, (0, 0, width // 2, 40))
    kept = opened(tmp_path, keep_photo(encoded(picture, "PNG", transparency=0), "a.png", tmp_path).hash)
    assert alike(kept.getpixel((2, 4)), PAPER, 6)
    assert alike(kept.getpixel((kept.width - 3, 4)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_grey_photos_stay_grey(tmp_path: Path, mode: str) -> None:
    value = {"1": 1, "L": 128, "LA": (128, 255), "I;16": 128 * 256}[mode]
    kept = opened(tmp_path, keep_photo(encoded(Image.new(mode, (40, 40), value), "PNG"), "a.png", tmp_path).hash)
    assert alike(kept.getpixel((20, 20)), (255,) * 3 if mode == "1" else (128,) * 3, 3)


def test_large_pictures_averaged_in_strips_have_no_seams(tmp_path: Path) -> None:
    """Nine thousand rows of a smooth slope must stay a smooth slope."""
    slope = Image.linear_gradient("L").resize((400, 9001), Image.Resampling.BICUBIC).convert("RGBA")
    kept = opened(tmp_path, keep_photo(encoded(slope, "PNG"), "a.png", tmp_path).hash).convert("L")
    column = [kept.getpixel((kept.width // 2, row)) for row in range(kept.height)]
    assert kept.height == 2000
    assert max(abs(one - two) for one, two in zip(column, column[1:], strict=False)) <= 2


@pytest.mark.parametrize("format", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_image_is_kept(tmp_path: Path, format: str) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE)]
    data = encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=100)
    kept = opened(tmp_path, keep_photo(data, "a.gif", tmp_path).hash)
    assert alike(kept.getpixel((30, 20)), RED)


@pytest.mark.parametrize(
    ("format", "name"), [("JPEG", "a.pdf"), ("PNG", "a.jpg"), ("GIF", "a.png"), ("WEBP", ""), ("HEIF", "a.jpg")])
def test_a_photo_is_known_by_its_content_whatever_it_is_called(tmp_path: Path, format: str, name: str) -> None:
    assert media.keep(encoded(arrow(), format), name, tmp_path).medium is Medium.PHOTO


def test_a_photo_can_be_kept_from_a_path_or_a_stream(tmp_path: Path) -> None:
    data = encoded(arrow(), "JPEG")
    (tmp_path / "a.jpg").write_bytes(data)
    stream = BytesIO(data)
    folder = tmp_path / "media"
    assert media.keep_from(tmp_path / "a.jpg", "a.jpg", folder) == media.keep_from(stream, "a.jpg", folder)
    assert not stream.closed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory elsewhere")
def test_a_photo_of_thirty_megabytes_is_kept_in_modest_memory(tmp_path: Path) -> None:
    tile = Image.merge("RGB", [Image.effect_noise((1000, 1000), 80) for _ in range(3)])
    large = Image.new("RGB", (6000, 5000))
    for left in range(0, 6000, 1000):
        for top in range(0, 5000, 1000):
            large.paste(tile, (left, top))
    large.save(tmp_path / "groot.jpg", quality=95)
    assert 30_000_000 < (tmp_path / "groot.jpg").stat().st_size < 40_000_000
    child = (
        # A child that was forked begins with its parent's peak; only the high-water mark of its own memory counts.
        "import resource, sys; from pathlib import Path; from assetmap import media\n"
        "kept = media.keep_from(Path(sys.argv[1]), 'groot.jpg', Path(sys.argv[2]))\n"
        "status = Path('/proc/self/status')\n"
        "peak = status.read_text().split('VmHWM:')[1].split()[0] if status.exists() else "
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(kept.width, kept.height, peak)")
    done = subprocess.run(
        [sys.executable, "-c", child, str(tmp_path / "groot.jpg"), str(tmp_path / "media")],
        capture_output=True, text=True, check=True)
    width, height, peak = map(int, done.stdout.split())
    assert (width, height) == (2000, 1667)
    # Linux counts in kilobytes, macOS in bytes.
    assert peak / (1 if sys.platform == "darwin" else 1 / 1024) < 400_000_000
