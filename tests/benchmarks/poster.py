"""The poster of 60, 300 and 1,000 assets on the demo's real Delft, to SVG: seconds, memory and size.

    python -m tests.benchmarks.poster [--paper a2] [--sizes 60,300,1000] [--runs 3] [--rival FOLDER] [--keep FOLDER]

The assets are made up, the streets and houses are the demo's. Each run has a process of its own; its seconds are those
from the street file to the written SVG, without the time Python takes to load its libraries; the best of the runs
counts. FOLDER holds a rival's osm.py (`load`) and draw2.py (`render`): it draws the same streets with as many notes in
the same run, and is not charged for reading them, which it does from the raw extract. It needs osmium and scipy; it
finds our fonts where it looks for its own. Prints a table; nothing is asserted, a shared machine is no judge.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assetmap.demo import aan_de_schie
from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.drawing.base_file import pack
from assetmap.drawing.pen.hand import Dice
from assetmap.exports import write
from assetmap.exports.book.fonts import font_folder
from assetmap.geo.metres import grid_for
from assetmap.i18n import words
from assetmap.imports.boundary import read_boundary
from assetmap.imports.streets import read_streets
from assetmap.inventory import Inventory
from tests.exports import sample

HOME = Path(aan_de_schie.__file__).parent if aan_de_schie.__file__ else Path(*aan_de_schie.__path__)
BOX = (4.345, 51.994, 4.3705, 52.0075)
"""West, south, east and north of what the rival draws: it knows no boundaries."""
TITLES = ("Soep op vrijdag", "Mevrouw Demir naait", "De bank bij de brug", "Fietsdokter", "Een sleutel voor iedereen",
          "Koor van de kade", "Volkstuin De Kas", "Leeskast", "Oma kookt mee", "De gereedschapsmuur")
WHYS = ("Wie komt, eet mee.", "Alles past weer, en er is altijd thee.", "Hier zie je de boten en elkaar.",
        "Een band plakken kost een taart.", "Elke dinsdag staat de deur open en de koffie klaar.")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--paper", default="a2", choices=("a3", "a2", "a1", "a0"))
    asked.add_argument("--sizes", default="60,300,1000")
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--rival", type=Path)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--child", nargs=2, metavar=("WHO", "FOLDER"), help=argparse.SUPPRESS)
    asked.add_argument("--assets", type=int, default=60, help=argparse.SUPPRESS)
    chosen = asked.parse_args()
    if chosen.child:
        who, folder = chosen.child
        print(json.dumps((ours if who == "ours" else theirs)(Path(folder), chosen.assets, chosen.paper)))
        return
    folder = Path(tempfile.mkdtemp(prefix="assetmap-bench-"))
    try:
        _prepared(folder, chosen.rival)
        _table(folder, chosen)
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            for path in folder.glob("*.svg"):
                shutil.copy(path, chosen.keep / path.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def made_up(folder: Path, assets: int) -> Inventory:
    """Aan de Schie with so many assets in and between its houses, those of ten titles and as many words."""
    boundary = read_boundary(HOME / "boundary.geojson")
    grid = grid_for(boundary)
    west, south, east, north = grid.to_metres(boundary).bounds
    kinds, items, i = list(Kind), [], 0
    inside = grid.to_metres(boundary)
    while len(items) < assets:
        i += 1
        dice = Dice("made up", i)
        x, y = dice.between(west, east), dice.between(south, north)
        if not sample.Point(x, y).within(inside):
            continue
        lonlat = grid.to_degrees(sample.Point(x, y))
        number = len(items) + 1
        items.append(sample.item(
            number, kinds[number % 7], f"{dice.one_of(TITLES)} {number}", dice.one_of(WHYS),
            story="Het begon met een fiets die niet wilde." if kinds[number % 7] is Kind.STORY else ""))
        items[-1] = _at(items[-1], lonlat)
    return Inventory(
        "aan-de-schie", "Aan de Schie", "nl", Audience.PUBLIC, "Laten zien wat er is.", "Drie bewoners.", "",
        "© OpenStreetMap contributors (ODbL)", boundary, tuple(items), (), (), folder / "media", folder / "base", 1,
        "2026-11-21T20:00:00Z")


def ours(folder: Path, assets: int, paper: str) -> dict:
    """One poster, and what it took."""
    inventory = made_up(folder, assets)
    speech = words("nl")
    start, wall = time.process_time(), time.perf_counter()
    made = write(inventory, "poster", folder / f"ours-{assets}.svg", language="nl", words=speech.gettext,
                 ngettext=speech.ngettext, options={"paper": paper, "file": "svg"}, address="https://example.org/")
    return _took(start, wall, made.path) | {"notes": sum(map(len, made.places.values()))}


def theirs(folder: Path, assets: int, paper: str) -> dict:
    """The rival's drawing of the same streets, with up to 63 notes as its own study says it can carry."""
    sys.path.insert(0, str(folder / "rival"))
    from draw2 import render
    from osm import load

    hood = load(str(HOME / "delft-area.osm.pbf"), BOX)
    west, south, east, north = hood["hood"].bounds
    told = []
    for i in range(assets):
        dice = Dice("made up", i)
        kind = dice.one_of(("food", "place", "shop", "learn", "music", "repair", "story", "green"))
        told.append((dice.between(west + 60, east - 60), dice.between(south + 60, north - 60), kind,
                     f"{dice.one_of(TITLES)} {i}", dice.one_of(WHYS)))
    featured = None if assets <= 63 else range(63)
    start, wall = time.process_time(), time.perf_counter()
    result = render(hood, told, title="Aan de Schie", sub="echte straten", out=str(folder / f"theirs-{assets}"),
                    png=False, quiet=True, featured=featured)
    return _took(start, wall, folder / f"theirs-{assets}.svg") | {"notes": result["featured"]}


def _at(item, point):
    from dataclasses import replace

    return replace(item, point=(point.x, point.y), shape=point)


def _took(start: float, wall: float, file: Path) -> dict:
    return {"processor": time.process_time() - start, "wall": time.perf_counter() - wall,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "size": file.stat().st_size / 1e6}


def _prepared(folder: Path, rival: Path | None) -> None:
    boundary = read_boundary(HOME / "boundary.geojson")
    (folder / "base").mkdir()
    (folder / "base" / "streets.bin.gz").write_bytes(pack(read_streets(HOME / "delft-area.osm.pbf", boundary)))
    if rival:
        (folder / "rival").mkdir()
        for file in rival.glob("*.py"):
            shutil.copy(file, folder / "rival" / file.name)
        (folder / "fonts").mkdir()
        for file in font_folder().glob("*.ttf"):
            shutil.copy(file, folder / "fonts" / file.name)
        # Nothing made up is Arabic; whatever face it has for that, ours will do.
        shutil.copy(font_folder() / "Vazirmatn_400Regular.ttf", folder / "fonts" / "PlaypenSansArabic-400.ttf")


def _table(folder: Path, chosen: argparse.Namespace) -> None:
    sizes = [int(size) for size in chosen.sizes.split(",")]
    print("| who | assets | notes | processor s | wall s | peak MB | SVG MB |\n|---|---|---|---|---|---|---|")
    best: dict[tuple[str, int], dict] = {}
    for assets in sizes:
        # Turn and turn about, so that a busy minute of the machine is nobody's fault.
        for _ in range(chosen.runs):
            for who in ("ours", *(("theirs",) if chosen.rival else ())):
                took = _run(folder, who, assets, chosen.paper)
                if (who, assets) not in best or took["processor"] < best[who, assets]["processor"]:
                    best[who, assets] = took
        for (who, many), took in best.items():
            if many == assets:
                print(f"| {who} | {many} | {took['notes']} | {took['processor']:.2f} | {took['wall']:.2f} | "
                      f"{took['peak']:.0f} | {took['size']:.2f} |", flush=True)
    for assets in sizes:
        if ("theirs", assets) in best:
            print(f"{assets} assets: {best['ours', assets]['processor'] / best['theirs', assets]['processor']:.2f} of "
                  "the rival's processor time")
    for fewer, more in zip(sizes, sizes[1:], strict=False):
        growth = best["ours", more]["processor"] / best["ours", fewer]["processor"]
        print(f"{fewer} to {more} assets: {more / fewer:.1f} times as many take {growth:.2f} times as long")


def _run(folder: Path, who: str, assets: int, paper: str) -> dict:
    command = [sys.executable, "-m", "tests.benchmarks.poster", "--child", who, str(folder), "--assets", str(assets),
               "--paper", paper]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{who} with {assets} assets: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
