"""The map page against stock Folium with the same points and popups, in the same run, on the same machine.

    python -m tests.benchmarks.maps [--no-rivals] [--times 3] [--sizes 100,1000,10000,100000]

Ours is served by the shipped server; the rival from memory, its libraries from npm packages on this machine. Both are
gzipped, and neither draws streets: the rival's tiles can't be had here, and ours stand in rows of their own. The
browser is a real Chromium whose processor is slowed down four times, at the size of a tablet; the quickest of the
visits counts, made in turns.

Server time of ours is everything until the map has its markers and beyond: the page, which carries the crowds of the
first view, and the pack of all points. It is told three ways: the very first time (the database was not open yet), the
first time after a change, and afterwards. The rival's is its quickest of two. Popups are in the rival's page; ours are
asked for when a marker is touched, and a panel's answer is told in a row of its own.

A touch is a real one on both: a click on the first marker or ring in sight, again in every frame, until the map moves
closer or tells about it (watching.py). Bytes are those that had come when everything of the first screen stood.

Stock Flask sends Folium's page without gzip; that size stands in the last row. Prints tables; nothing is asserted, a
shared machine is no judge.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from sqlite_utils import Database

from assetmap.demo import DATA
from assetmap.drawing.base_file import keep_base
from assetmap.imports.boundary import read_boundary
from assetmap.imports.streets import read_streets
from assetmap.store import neighbourhoods
from assetmap.store.opening import writing
from tests.benchmarks import rival
from tests.benchmarks.filling import MIDDLE, fill, opened
from tests.benchmarks.serving import fetch, served
from tests.benchmarks.watching import Seen, chromium, watch

RIVALS: dict[int, tuple[str, Callable]] = {
    10_000: ("MarkerCluster", rival.clustered), 100_000: ("FastMarkerCluster", rival.fast)}


@dataclass(frozen=True)
class Ours:
    """Seconds of the server for page and pack: the very first time, after a change (the middle of five) and afterwards;
    seconds for what a panel shows; bytes of page and pack as they are sent."""

    first: float
    changed: float
    warm: float
    panel: float
    page: int
    pack: int


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--sizes", default="100,1000,10000,100000")
    asked.add_argument("--times", type=int, default=5)
    asked.add_argument("--no-rivals", action="store_true")
    options = asked.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="assetmap-bench-") as scratch:
        folder = Path(scratch)
        instance = folder / "instance"
        _fill(instance, sizes)
        with served(instance) as port, chromium() as browser:
            _wake(port)
            costs = {size: _cost(instance, port, size) for size in sizes}
            _tell_costs(costs, {size: _seen(browser, port, size, options.times) for size in sizes})
            for size in sizes:
                if size in RIVALS and not options.no_rivals:
                    _against(folder, port, size, costs[size], browser, options.times)


def _fill(instance: Path, sizes: list[int]) -> None:
    delft = DATA / "aan_de_schie"
    streets = read_streets(delft / "delft-area.osm.pbf", read_boundary(delft / "boundary.geojson"))
    fill(instance / "neighbourhoods", 10, slug="klein")
    for size in sizes:
        _say(f"filling a neighbourhood of {size:,} assets")
        home = fill(instance / "neighbourhoods", size, slug=f"groot-{size}", ties=min(size, 300))
        shutil.copytree(home, home.with_name(f"straten-{size}"))
        keep_base(streets, home.with_name(f"straten-{size}") / "base")
        # A copy must know its own name: its page asks for its own streets.
        db = opened(home.with_name(f"straten-{size}"))
        db.execute("UPDATE neighbourhood SET slug = ?", [f"straten-{size}"])
        db.close()


def _wake(port: int) -> None:
    """A fresh server reads templates and words once; every process of it has done so after this."""
    for _ in range(20):
        fetch(port, "/klein/")
        fetch(port, "/api/klein/pack")


def _cost(instance: Path, port: int, size: int) -> Ours:
    slug = f"groot-{size}"
    first = _page_and_pack(port, slug)
    for _ in range(9):
        _page_and_pack(port, slug)
    db = opened(instance / "neighbourhoods" / slug)
    changed = []
    for _ in range(5):
        _change(db)
        changed.append(_page_and_pack(port, slug))
    db.close()
    warm = min(_page_and_pack(port, slug) for _ in range(9))
    panel = min(fetch(port, f"/api/{slug}/assets/1")[0] for _ in range(9))
    return Ours(first, statistics.median(changed), warm, panel, fetch(port, f"/{slug}/")[1],
                fetch(port, f"/api/{slug}/pack")[1])


def _change(db: Database) -> None:
    """One asset gets another title, as somebody does at the desk: nothing that was kept ready holds any more."""
    with writing(db):
        db.execute("UPDATE assets SET title = title || '.' WHERE number = 1")
        neighbourhoods.next_sequence(db)


def _page_and_pack(port: int, slug: str) -> float:
    return fetch(port, f"/{slug}/")[0] + fetch(port, f"/api/{slug}/pack")[0]


def _seen(browser: Browser, port: int, size: int, times: int) -> Seen:
    """With its streets drawn."""
    _say(f"{size:,} assets with streets, in Chromium")
    fetch(port, f"/straten-{size}/")
    return watch(browser, [f"http://127.0.0.1:{port}/straten-{size}/"], times=times)[0]


def _against(folder: Path, port: int, size: int, ours: Ours, browser: Browser, times: int) -> None:
    name, make = RIVALS[size]
    packages = rival.install(folder / "rival")
    db = opened(folder / "instance" / "neighbourhoods" / f"groot-{size}")
    rows = db.execute("SELECT number, title, why, kind, lon, lat FROM assets WHERE state <> 'retired'").fetchall()
    db.close()
    _say(f"Folium makes a {name} of {size:,}")
    made = min((make(rows, (MIDDLE[1], MIDDLE[0])) for _ in range(2)), key=lambda each: each.seconds)
    here = f"http://127.0.0.1:{port}"
    with rival.Rival(made.html, packages) as server:
        _say(f"both in Chromium, {times} times in turns")
        bare, streets, theirs = watch(
            browser, [f"{here}/groot-{size}/", f"{here}/straten-{size}/", server.address], times=times)
    plain = theirs.bytes - server.zipped_size + len(made.html)
    print(f"\n{size:,} assets{'ours':>26}{name:>18}{'times less':>14}")
    _row("server, first time after a change, s", ours.changed, made.seconds)
    _row("server, afterwards, s", ours.warm, made.seconds)
    _row("server, the very first time, s", ours.first, made.seconds)
    _row("  with a panel's words, afterwards, s", ours.warm + ours.panel, made.seconds)
    _row("first markers, ms", bare.markers, theirs.markers)
    _row("a touch is answered, ms", bare.answers, theirs.answers)
    _row("  with our streets, theirs without", streets.answers, theirs.answers)
    _row("nothing more to do, ms", bare.quiet, theirs.quiet)
    _row("  with our streets, theirs without", streets.quiet, theirs.quiet)
    _row("KB until the first screen", bare.bytes / 1000, theirs.bytes / 1000)
    _row("  with our streets, theirs without", streets.bytes / 1000, theirs.bytes / 1000)
    _row("  as each is shipped: theirs plain", bare.bytes / 1000, plain / 1000)


def _row(what: str, ours: float, theirs: float) -> None:
    print(f"  {what:<36}{ours:>10,.3f}{theirs:>16,.3f}{theirs / max(ours, 1e-9):>14,.1f}")


def _tell_costs(costs: dict[int, Ours], seen: dict[int, Seen]) -> None:
    print("\nwith streets, Chromium four times slower\n"
          f"{'assets':>9}{'page + pack, ms':>18}{'page KB':>10}{'pack KB':>10}{'bytes/asset':>13}{'markers, ms':>13}"
          f"{'answers, ms':>13}{'quiet, ms':>11}{'first screen, KB':>18}")
    for size, cost in costs.items():
        both = f"{cost.changed * 1000:,.0f} / {cost.warm * 1000:,.1f}"
        print(f"{size:>9,}{both:>18}{cost.page / 1000:>10,.1f}{cost.pack / 1000:>10,.1f}{cost.pack / size:>13,.1f}"
              f"{seen[size].markers:>13,.0f}{seen[size].answers:>13,.0f}{seen[size].quiet:>11,.0f}"
              f"{seen[size].bytes / 1000:>18,.0f}")


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
