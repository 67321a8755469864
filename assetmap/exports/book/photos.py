"""Copies of photos in the size in which they stand on the page: sharp in print, light in memory."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ...drawing.figures.sketch import ink_sketch


@dataclass(frozen=True, slots=True)
class Photo:
    """A kept photo for an asset: `path` of its print size, `ratio` width by height. `key` names it in this book."""

    key: str
    hash: str
    path: Path
    ratio: float
    alt: str
    credit: str | None


DOTS_PER_INCH = 180
SKETCH_DOTS = 220
"""The same for a drawing: its lines are finer than anything in a photo."""
LONGEST = 1300
QUALITY = 84
TELLING = frozenset({"comment", "exif", "xmp", "photoshop"})
"""What a file may say besides its pixels. Kept photos say none of it; one that does is not copied as it is."""

_MOST_PIXELS = 40_000_000


def readable(path: Path) -> tuple[int, int] | None:
    """(width, height) in pixels of a JPEG whose head can be read; None for anything else."""
    try:
        with Image.open(path, formats=["JPEG"]) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return (width, height) if 0 < width * height <= _MOST_PIXELS else None


def sized(jobs: list[tuple[Path, Path, float]], progress=lambda done: None, *, drawn: bool = False) -> list[Path]:
    """Write a copy per (source, copy, width on paper in mm), as an ink drawing where `drawn` says so; returns the
    sources that could not be read to the end.
    """
    failed: list[Path] = []
    with ThreadPoolExecutor(max_workers=3) as hands:
        for count, (job, good) in enumerate(zip(jobs, hands.map(_inked if drawn else _one, jobs), strict=True)):
            if not good:
                failed.append(job[0])
            progress((count + 1) / len(jobs))
    return failed


def _inked(job: tuple[Path, Path, float]) -> bool:
    """As `_one`, then drawn over with the pen and a loose wash."""
    _, copy, millimetres = job
    if not _one(job):
        return False
    with Image.open(copy, formats=["JPEG"]) as image:
        width = round(min(millimetres / 25.4 * SKETCH_DOTS, LONGEST))
        sketch = ink_sketch(image, width, wash=True)
    sketch.save(copy, "JPEG", quality=QUALITY)
    return True


def _one(job: tuple[Path, Path, float]) -> bool:
    source, copy, millimetres = job
    try:
        with Image.open(source, formats=["JPEG"]) as image:
            width, height = image.size
            wanted = min(millimetres / 25.4 * DOTS_PER_INCH, LONGEST, LONGEST * width / height)
            if wanted >= width * 0.92 and image.mode in ("RGB", "L") and not TELLING & image.info.keys():
                image.load()  # A file cut in half shows only here.
                shutil.copyfile(source, copy)
                return True
            size = (max(1, round(wanted)), max(1, round(wanted * height / width)))
            image.draft("RGB", size)
            plain = image if image.mode == "RGB" else image.convert("RGB")
            small = plain.resize(size, Image.Resampling.BICUBIC)
            small.info.clear()  # Comments and the like stay behind.
            small.save(copy, "JPEG", quality=QUALITY)
        return True
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        copy.unlink(missing_ok=True)
        return False
