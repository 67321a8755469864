"""Takes the pictures of the README anew: the real screens of the demo, and pages of its real book.

    .venv/bin/python docs/take_pictures.py

sets the demo up in a folder of its own, opens its pages in Chromium and writes docs/pictures/, the sample book and the
sample poster. Needs the browser that the tests use, and pdftoppm (poppler) for the pages on paper.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "exports" / "sample-aan-de-schie.pdf"
POSTER = ROOT / "exports" / "sample-aan-de-schie-poster.pdf"
SLUG = "aan-de-schie"
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1366, 900)}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
BOOK_PAGES = (1, 4, 6, 8, 14, 20)
BOOK_PAGE = 4


def main() -> None:
    """All pictures, one after the other."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASSETMAP_INSTANCE"] = folder
        from assetmap.app import create_app
        from assetmap.cli import main as assetmap

        assetmap(["demo", "--no-serve"])
        assetmap(["export", SLUG, "pdf", "-o", str(SAMPLE)])
        assetmap(["export", SLUG, "poster", "--paper", "a2", "-o", str(POSTER)])
        take_book()
        take_posters(assetmap, Path(folder))
        server = make_server("127.0.0.1", 0, create_app(), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=os.environ.get("ASSETMAP_BROWSER") or shutil.which("chromium"), args=FLAGS)
                take_screens(browser, f"http://127.0.0.1:{server.port}", invitation())
                browser.close()
        finally:
            server.shutdown()


def invitation() -> str:
    """The path of a fresh invitation for a builder."""
    command = [str(ROOT / ".venv" / "bin" / "assetmap"), "invite", SLUG, "builder"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.search(rf"/{SLUG}/invitation/\S+", done.stdout).group()


def take_screens(browser: Browser, address: str, invited: str) -> None:
    """The screens a newcomer sees, at the size they are used at."""
    first = photographed("Soep op vrijdag", browser, address)
    for name, size, path in (
        ("map-tablet", "tablet", "/"), ("map-phone", "phone", "/"), ("map-desktop", "desktop", first[1]),
        ("list-phone", "phone", "/list"), ("list-desktop", "desktop", "/list"),
        ("asset-tablet", "tablet", first[0]), ("inventory-tablet", "tablet", "/inventory"),
    ):
        page = opened(browser, size)
        page.goto(f"{address}/{SLUG}{path}")
        page.wait_for_timeout(6_000)  # every tile has its ink
        keep(page.screenshot(), name)
        page.context.close()
    page = opened(browser, "phone")
    page.goto(address + invited)
    page.fill("[name=name]", "Sanne")
    page.fill("[name=passphrase]", "zon maan ster regen")
    page.click("main button:not([type=button])")
    page.goto(f"{address}/{SLUG}/assets/new")
    page.wait_for_timeout(1_000)
    keep(page.screenshot(), "form-phone")
    page.context.close()


def photographed(title: str, browser: Browser, address: str) -> tuple[str, str]:
    """The paths, inside the neighbourhood, of the page of the asset with this title and of the map opened at it."""
    page = opened(browser, "desktop")
    page.goto(f"{address}/{SLUG}/list?q={title}")
    link = page.get_by_role("link", name=title).first.get_attribute("href")
    page.context.close()
    number = link.rstrip("/").rsplit("/", 1)[-1]
    return f"/assets/{number}", f"/?asset={number}"


def opened(browser: Browser, size: str):
    """A fresh page at this size, in Dutch."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", device_scale_factor=1.5)
    return context.new_page()


def take_book() -> None:
    """Some pages of the sample book, side by side on a table."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "50", "-png", str(SAMPLE), f"{folder}/page"], check=True)
        files = sorted(Path(folder).glob("*.png"))
        pages = [Image.open(files[number - 1]).convert("RGB") for number in BOOK_PAGES if number <= len(files)]
        width, height = pages[0].size
        gap = 18
        table = Image.new("RGB", (3 * (width + gap) + gap, 2 * (height + gap) + gap), "#e9e2d0")
        for place, page in enumerate(pages):
            table.paste(page, (gap + place % 3 * (width + gap), gap + place // 3 * (height + gap)))
        table.save(PICTURES / "book-pages.webp", quality=82)


        subprocess.run(["pdftoppm", "-r", "85", "-png", "-f", str(BOOK_PAGE), "-l", str(BOOK_PAGE), "-singlefile",
                        str(SAMPLE), f"{folder}/one"], check=True)
        Image.open(f"{folder}/one.png").convert("RGB").save(PICTURES / "book-page.webp", quality=82)


def take_posters(assetmap: Callable[[list[str]], object], folder: Path) -> None:
    """The poster whole, a piece of it close up, and the one in black."""
    whole = _sheet(POSTER, folder / "whole", 200)
    smaller(whole, 1600).save(PICTURES / "poster.webp", quality=82)
    width, height = whole.size
    whole.crop((int(width * 0.44), int(height * 0.22), int(width * 0.78), int(height * 0.56))).save(
        PICTURES / "poster-detail.webp", quality=82)
    black = folder / "black.pdf"
    assetmap(["export", SLUG, "poster", "--paper", "a3", "--style", "black-only", "-o", str(black)])
    smaller(_sheet(black, folder / "black", 110), 1400).save(PICTURES / "poster-black.webp", quality=82)


def _sheet(pdf: Path, picture: Path, dots: int) -> Image.Image:
    """The first page of a PDF, in so many dots to the inch."""
    subprocess.run(["pdftoppm", "-r", str(dots), "-png", "-f", "1", "-l", "1", "-singlefile", str(pdf), str(picture)],
                   check=True)
    return Image.open(picture.with_suffix(".png")).convert("RGB")


def smaller(picture: Image.Image, width: int) -> Image.Image:
    """The same picture, so many pixels wide."""
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def keep(png: bytes, name: str) -> None:
    """The screenshot as a small WebP."""
    Image.open(io.BytesIO(png)).convert("RGB").save(PICTURES / f"{name}.webp", quality=80)


if __name__ == "__main__":
    main()
