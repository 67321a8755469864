"""`assetmap demo` sets a real neighbourhood up, whole, and says everywhere what was invented."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from assetmap import inventory
from assetmap.app import create_app
from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.store.opening import open_database

NOW = "2026-09-12T10:00:00Z"


def command(instance: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "assetmap", *words], env=os.environ | {"ASSETMAP_INSTANCE": str(instance)},
        capture_output=True, text=True)


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with the demo and nothing else."""
    instance = tmp_path_factory.mktemp("demo")
    done = command(instance, "demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return instance


@pytest.fixture(scope="module")
def taken(instance: Path) -> inventory.Inventory:
    folder = instance / "neighbourhoods" / "aan-de-schie"
    db = open_database(folder / "assetmap.db")
    taken = inventory.take(db, folder, Audience.PUBLIC, NOW)
    db.close()
    return taken


def test_it_holds_real_places_and_invented_people_with_pictures_and_ties(taken: inventory.Inventory) -> None:
    real = [item for item in taken.items if not item.invented]
    invented = [item for item in taken.items if item.invented]
    assert len(real) >= 40 and all("OpenStreetMap" in item.attribution for item in real)
    assert len([item for item in invented if item.language == "nl"]) >= 25
    assert {"tr", "ar", "uk", "pl", "en"} <= {item.language for item in invented}
    assert len({picture.hash for item in taken.items for picture in item.pictures}) == 12
    assert len(taken.ties) >= 20
    assert {item.kind for item in taken.items} == set(Kind)


def test_it_says_what_it_is_in_english_too(taken: inventory.Inventory) -> None:
    for name in ("purpose", "mandate", "notice"):
        assert taken.said(name, "en").language == "en" and taken.said(name, "en").text != taken.said(name, "nl").text


def test_no_real_place_carries_a_telephone_or_mail_address(taken: inventory.Inventory) -> None:
    for item in taken.items:
        if not item.invented:
            assert "@" not in item.description and "+31" not in item.description


def test_every_page_and_file_says_what_was_invented(instance: Path, taken: inventory.Inventory, tmp_path: Path) -> None:
    app = create_app(environ={"ASSETMAP_INSTANCE": str(instance)})
    client = app.test_client()
    number = next(item.number for item in taken.items if item.invented)
    for path in ("", "list", "inventory", "sign-in", f"assets/{number}"):
        assert "zijn verzonnen" in client.get(f"/aan-de-schie/{path}").text, path
    app.extensions["assetmap-shelf"].close()
    for format, suffix in (("geojson", "geojson"), ("csv", "csv")):
        target = tmp_path / f"demo.{suffix}"
        assert command(instance, "export", "aan-de-schie", format, "-o", str(target)).returncode == 0
        assert "verzonnen" in target.read_text("utf-8-sig").lower()


def test_its_book_says_so_on_every_page(instance: Path, tmp_path: Path) -> None:
    target = tmp_path / "boek.pdf"
    done = command(instance, "export", "aan-de-schie", "pdf", "-o", str(target))
    assert done.returncode == 0, done.stderr
    pages = [page.extract_text().replace("\n", " ") for page in PdfReader(target).pages]
    assert len(pages) > 20
    assert [number for number, text in enumerate(pages, 1) if "verzonnen" not in text] == []


def test_a_second_demo_leaves_the_first_as_it_is(instance: Path) -> None:
    database = instance / "neighbourhoods" / "aan-de-schie" / "assetmap.db"
    before = database.stat().st_ino
    done = command(instance, "demo", "--no-serve")
    assert done.returncode == 0 and "already" in done.stdout
    assert database.stat().st_ino == before and command(instance, "check", "aan-de-schie").returncode == 0


def test_an_interrupted_demo_leaves_no_half_neighbourhood(tmp_path: Path) -> None:
    import signal
    import time

    process = subprocess.Popen(
        [sys.executable, "-m", "assetmap", "demo", "--no-serve"],
        env=os.environ | {"ASSETMAP_INSTANCE": str(tmp_path)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        if list(tmp_path.glob(".demo-*")):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert not (tmp_path / "neighbourhoods" / "aan-de-schie").exists() and not list(tmp_path.glob(".demo-*"))
