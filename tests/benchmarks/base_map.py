"""The drawn base map: its size, how long it takes to make, and how it feels in the hand, beside the rivals.

    python -m tests.benchmarks.base_map [--times 2] [--zooms 15,17] [--no-rows] [--no-tiles]

The rivals are the plain base map of before (flat colours from street data; its painter is taken from this project's
own history where that is at hand, its file is what `base_file.pack` still makes) and a pack of drawn pictures (the
same drawing with the same names as WebP tiles at 2x, served from beside the page). The browser is a real Chromium at
the size of a tablet whose processor is slowed down four times, the page's as well as the painter's beside it. Prints
tables; nothing is asserted, a shared machine is no judge.
"""

import argparse
import subprocess
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from assetmap.demo import DATA
from assetmap.drawing import base_drawing
from assetmap.drawing.base_file import pack
from assetmap.drawing.street_data import StreetData
from assetmap.imports.boundary import read_boundary
from assetmap.imports.streets import read_streets
from tests.benchmarks.base_visit import HOUSE, PAINTED, PICTURES, Rival, feel
from tests.benchmarks.drawn_tiles import Press
from tests.benchmarks.watching import chromium
from tests.row_houses import row_houses

PLAIN = "b76db4b"
"""The last state of this project that had the plain painter."""
PLAIN_FILES = ("colours", "file", "layer", "look", "names", "paint", "patterns", "shapes", "veil")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=2)
    asked.add_argument("--zooms", default="15,17")
    asked.add_argument("--no-rows", action="store_true")
    asked.add_argument("--no-tiles", action="store_true")
    options = asked.parse_args()
    zooms = [int(zoom) for zoom in options.zooms.split(",")]
    places = {"Aan de Schie": _demo} | ({} if options.no_rows else {"2 x 2 km of row houses": row_houses})
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="assetmap-bench-") as scratch, chromium() as browser:
        plain = _plain(Path(scratch))
        if not plain:
            print("The plain painter is left out: this checkout does not have the history that it lies in.")
        for name, make in places.items():
            _compare(browser, name, make(), plain, zooms, options.times, not options.no_tiles)
    print(f"\nAll this took {time.perf_counter() - begun:.0f} s.")


def _compare(browser: Browser, name: str, ground: StreetData, plain: Path | None, zooms: list[int], times: int,
             tiles: bool) -> None:
    print(f"\n{name}: {len(ground.buildings):,} houses")
    begun = time.perf_counter()
    drawn = base_drawing.drawing_of(
        ground, ground.boundary, "bench", base_drawing.styles_of(base_drawing.STYLE))
    print(f"  drawn file {len(drawn) / 1000:,.0f} kB in {time.perf_counter() - begun:.1f} s, "
          "sharp on every screen, three themes", flush=True)
    rivals = [Rival("drawn", PAINTED, drawn)]
    if plain:
        begun = time.perf_counter()
        flat = pack(ground)
        print(f"  plain file {len(flat) / 1000:,.0f} kB in {time.perf_counter() - begun:.1f} s")
        rivals.append(Rival("plain", PAINTED, flat, plain))
    pictures = {}
    if tiles:
        press = Press(browser, drawn, ground.boundary)
        for each in (press.whole(1), press.whole(2)):
            print(f"  as {each.tiles:,} WebP tiles for zoom 14 to 19 at {each.sharp}x, one theme: "
                  f"{each.bytes / 1e6:,.1f} MB in {each.seconds:,.0f} s (reckoned)", flush=True)
        for zoom in zooms:
            pictures |= press.around(zoom)
        press.close()
        rivals.append(Rival("tiles", PICTURES, tiles=pictures))
    print("  zoom         first picture, times ours   longest task  of the processor  slow frame (95 of 100), ms")
    for zoom in zooms:
        felt = feel(browser, rivals, ground.boundary.centroid, zoom, times)
        for rival, each in zip(rivals, felt, strict=True):
            print(f"  {zoom}  {rival.name:6}{each.picture:14.0f}{each.picture / felt[0].picture:13.1f}"
                  f"{each.panning:15.0f}{each.processor:18.0f}{each.frame:18.0f}", flush=True)


def _demo() -> StreetData:
    folder = DATA / "aan_de_schie"
    return read_streets(folder / "delft-area.osm.pbf", read_boundary(folder / "boundary.geojson"))


def _plain(folder: Path) -> Path | None:
    """A folder like static/ with the modules of the plain painter and its colours, from this project's history."""
    (folder / "js" / "map").mkdir(parents=True)
    (folder / "css").mkdir()
    for path in (*(f"js/map/base-{name}.js" for name in PLAIN_FILES), "css/map-colours.css"):
        try:
            text = subprocess.run(["git", "show", f"{PLAIN}:static/{path}"], cwd=HOUSE, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        (folder / path).write_bytes(text.stdout)
    return folder


if __name__ == "__main__":
    main()
