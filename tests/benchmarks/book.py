"""The book of 200 assets and 300 photos of 1600 x 1200, against WeasyPrint setting the same words and photos.

    pip install -e .[bench]
    python -m tests.benchmarks.book [--assets 200] [--photos 300] [--paper a4]

Both start from the same kept photos and the same Inventory, and say the same: WeasyPrint's page is made from the
book's own words (content.py) and drawings, with the same parts (cover, map with linked numbers, slips, photos beside
and above, facts in the margin, stories, connections, streets, index with page numbers, footer, tags), in the way one
writes a page today. It runs three times: with the photos as they are kept, with photos sized first as ours are, and
sizing them itself. Each run has a process of its own; memory is the peak of the process that sets the pages. Prints a
table; nothing is asserted, a shared machine is no judge.
"""

import argparse
import io
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy
from PIL import Image

from assetmap import exports
from assetmap.exports.book.photos import DOTS_PER_INCH, QUALITY, sized
from assetmap.inventory import Inventory, Item, Picture
from assetmap.media import file_path
from tests.benchmarks import book_page
from tests.exports import sample

SENTENCES = (
    "Niemand vroeg het haar, ze is gewoon begonnen.",
    "Elke dinsdag staat de deur open en de koffie klaar.",
    "Wie iets over heeft zet het op de trap, wie iets zoekt kijkt daar eerst.",
    "De kinderen weten precies waar de sleutel ligt.",
    "In de winter is het binnen, in de zomer op de stoep.",
    "Er komen mensen uit elf straten en minstens zes talen.",
    "Het begon met een fiets die niet wilde.",
    "Sindsdien groet iedereen elkaar op de brug.",
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--assets", type=int, default=200)
    asked.add_argument("--photos", type=int, default=300)
    asked.add_argument("--paper", default="a4", choices=("a4", "a5"))
    asked.add_argument("--keep", type=Path, help="a folder to keep the books in, to look at")
    chosen = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="assetmap-bench-"))
    try:
        print(f"painting {chosen.photos} photos …", flush=True)
        inventory = neighbourhood(folder, chosen.assets, chosen.photos)
        kept = sum(file_path(inventory.media_folder, hash, "print").stat().st_size for hash in hashes(inventory))
        results = [run("Assetmap", ours, folder, inventory, chosen.paper)]
        try:
            import weasyprint
        except ImportError:
            print("WeasyPrint is not installed: pip install -e .[bench]")
        else:
            name = f"WeasyPrint {weasyprint.__version__}"
            results.append(run(f"{name}, photos as kept", theirs_as_kept, folder, inventory, chosen.paper))
            results.append(run(f"{name}, photos sized first", theirs_sized, folder, inventory, chosen.paper))
            results.append(run(f"{name}, sizing them itself", theirs_sizing, folder, inventory, chosen.paper))
        table(results, kept, chosen)
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            for path in folder.glob("*.pdf"):
                shutil.copy(path, chosen.keep / path.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def neighbourhood(folder: Path, assets: int, photos: int) -> Inventory:
    """The sample neighbourhood grown to so many assets, with so many photo-like pictures spread over them."""
    small = sample.neighbourhood(folder)
    pictures = [photo(small.media_folder, seed) for seed in range(photos)]
    items: list[Item] = []
    dice = numpy.random.default_rng(5)
    for i in range(assets):
        like = small.items[i % len(small.items)]
        say = " ".join(SENTENCES[(i + j) % len(SENTENCES)] for j in range(int(dice.integers(1, 5))))
        tell = (
            " ".join(SENTENCES[(i + 3 * j) % len(SENTENCES)] for j in range(int(dice.integers(3, 9))))
            if i % 4 == 0
            else ""
        )
        items.append(
            replace(
                like,
                number=i + 1,
                id=f"00000000-0000-4000-8000-{i:012d}",
                title=f"{like.title} {i + 1}",
                description=say,
                story=like.story if like.language != "nl" else tell,
                pictures=tuple(pictures[i::assets]),
                point=sample.at(*dice.uniform(-280, 280, 2)),
                street=f"{like.street or 'Delftweg'}",
            )
        )
    ties = tuple(
        replace(tie, id=f"{tie.id}-{i}", first=tie.first + 19 * i, second=tie.second + 19 * i)
        for i in range(assets // 19)
        for tie in small.ties
    )
    return replace(small, items=tuple(items), ties=ties)


def photo(folder: Path, seed: int) -> Picture:
    """A picture with the grain and the weight of a photo."""
    dice = numpy.random.default_rng(seed)
    coarse = Image.fromarray(dice.integers(40, 220, (9, 12, 3), dtype=numpy.uint8)).resize(
        (1600, 1200), Image.Resampling.BICUBIC
    )
    fine = dice.normal(0, 6, (600, 800, 1)).repeat(2, 0).repeat(2, 1)
    image = Image.fromarray(numpy.clip(numpy.asarray(coarse) + fine, 0, 255).astype(numpy.uint8))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=88)
    digest = sha256(buffer.getvalue()).hexdigest()
    path = file_path(folder, digest, "print")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    return Picture(digest, f"Beeld {seed}", f"Maker {seed % 9}", 1600, 1200)


def hashes(inventory: Inventory) -> set[str]:
    return {picture.hash for item in inventory.items for picture in item.pictures}


def run(name: str, make, folder: Path, inventory: Inventory, paper: str) -> dict:
    """Name, seconds, peak memory (MB) and bytes of the PDF that `make` leaves."""
    print(f"{name} …", flush=True)
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    process = context.Process(target=_measured, args=(make, folder, inventory, paper, answer))
    process.start()
    result = answer.get()
    process.join()
    return {"name": name, **result, "path": folder / result["file"]}


def _measured(make, folder: Path, inventory: Inventory, paper: str, answer) -> None:
    started = time.perf_counter()
    path, photos = make(folder, inventory, paper)
    seconds = time.perf_counter() - started
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    work = sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    answer.put(
        {
            "seconds": seconds,
            "work": work,
            "memory": max(own, child),
            "bytes": path.stat().st_size,
            "photos": photos,
            "file": path.name,
        }
    )


def ours(folder: Path, inventory: Inventory, paper: str) -> tuple[Path, int]:
    target = folder / "assetmap.pdf"
    steps: list[tuple[float, str]] = []
    started = time.perf_counter()
    exports.write(
        inventory,
        "pdf",
        target,
        language="nl",
        options={"paper": paper},
        address="https://kaart.example.org/aan-de-schie",
        progress=lambda done, step: steps.append((time.perf_counter() - started, step)),
    )
    seen: dict[str, float] = {}
    for (now, step), (after, _) in zip(steps, [*steps[1:], (time.perf_counter() - started, "")], strict=True):
        seen[step] = seen.get(step, 0) + after - now
    for step, seconds in seen.items():
        print(f"    {seconds:6.2f} s  {step}")
    return target, 0


def theirs_as_kept(folder: Path, inventory: Inventory, paper: str) -> tuple[Path, int]:
    return _weasyprint(
        folder,
        inventory,
        paper,
        {hash: file_path(inventory.media_folder, hash, "print") for hash in hashes(inventory)},
        "kept",
    )


def theirs_sized(folder: Path, inventory: Inventory, paper: str) -> tuple[Path, int]:
    small = folder / "small"
    small.mkdir()
    # As wide as most photos stand in the book.
    paths = {hash: small / f"{hash}.jpg" for hash in hashes(inventory)}
    sized([(file_path(inventory.media_folder, hash, "print"), path, 84) for hash, path in paths.items()])
    return _weasyprint(folder, inventory, paper, paths, "sized")


def theirs_sizing(folder: Path, inventory: Inventory, paper: str) -> tuple[Path, int]:
    paths = {hash: file_path(inventory.media_folder, hash, "print") for hash in hashes(inventory)}
    return _weasyprint(
        folder, inventory, paper, paths, "sizing", optimize_images=True, dpi=DOTS_PER_INCH, jpeg_quality=QUALITY
    )


def _weasyprint(
    folder: Path, inventory: Inventory, paper: str, photos: dict[str, Path], name: str, **how
) -> tuple[Path, int]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    page = book_page.page(inventory, photos, paper, folder / f"drawings-{name}")
    target = folder / f"weasyprint-{name}.pdf"
    weasyprint.HTML(string=page).write_pdf(
        target,
        stylesheets=[weasyprint.CSS(string=book_page.style(paper), font_config=fonts)],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        **how,
    )
    return target, 0 if how else sum(path.stat().st_size for path in photos.values())


def table(results: list[dict], kept: int, chosen: argparse.Namespace) -> None:
    from pypdf import PdfReader

    first = results[0]
    pages = len(PdfReader(first["path"]).pages)
    print(f"\n{chosen.assets} assets, {chosen.photos} photos of 1600 x 1200 ({kept / 1e6:.1f} MB as kept)")
    print(f"{chosen.paper.upper()}, {pages} pages\n")
    print(
        f"{'':36} {'seconds':>8} {'x ours':>7} {'CPU s':>7} {'x ours':>7} {'peak MB':>8} {'PDF MB':>7} {'/ photos':>9}"
    )
    for one in results:
        photos = one["photos"] or printed_photos(one["path"])
        slower, harder = one["seconds"] / first["seconds"], one["work"] / first["work"]
        print(
            f"{one['name']:36} {one['seconds']:8.1f} {slower:7.1f} {one['work']:7.1f} {harder:7.1f} "
            f"{one['memory']:8.0f} {one['bytes'] / 1e6:7.1f} {one['bytes'] / photos:9.2f}"
        )
    print("\nCPU s counts the work on all cores: the fairer figure while others use the machine.")
    print("“/ photos” is the PDF against the photos in it after sizing for print.")


def printed_photos(path: Path) -> int:
    """Bytes of the JPEG photos inside a PDF."""
    from pypdf import PdfReader

    found = {}
    for page in PdfReader(path).pages:
        for name in page["/Resources"].get("/XObject", {}):
            image = page["/Resources"]["/XObject"].raw_get(name)
            data = image.get_object()
            if data.get("/Subtype") == "/Image" and data.get("/Filter") == "/DCTDecode":
                found[image.idnum] = len(data._data)
    return sum(found.values())


if __name__ == "__main__":
    main()
