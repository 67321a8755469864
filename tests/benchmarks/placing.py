"""Notes on real Delft: how long placing takes, how near the proven optimum it comes, what one more asset moves.

    python -m tests.benchmarks.placing [--notes 60] [--places 24] [--seconds 60] [--rival FOLDER]

Sixty meeting places of the demo's extract with notes on an A2 page. "optimum" is proven by HiGHS on the very places the
annealing chose from (`--places` for each note, fewer than a poster has so that the proof ends in time). FOLDER holds a
rival's place.py with `Density`, `candidates` and `solve`; its notes are counted by our costs, beside ours.
"""

import argparse
import importlib.util
import sys
import time
from pathlib import Path

import numpy
import shapely
import shapely.geometry

from assetmap.drawing.notes.annealing import anneal, total_cost
from assetmap.drawing.notes.candidates import places_of
from assetmap.drawing.notes.conflicts import between
from assetmap.drawing.notes.cost import LEFT_OUT, OVERLAP, Ground, Ink
from assetmap.drawing.notes.icons import icon_spots
from assetmap.drawing.notes.options import conflicts, options_beside, options_of
from assetmap.drawing.notes.place import COOLINGS, STEPS, place
from assetmap.drawing.notes.wishes import Page, Placing, Wish
from assetmap.drawing.pen.frame import frame_for
from assetmap.drawing.pen.hand import Dice
from assetmap.drawing.scenery.density import density
from assetmap.imports import read
from assetmap.imports.boundary import read_boundary
from assetmap.imports.streets import read_streets
from tests.drawing.notes.exact import optimum

HOME = Path(__file__).resolve().parents[2] / "assetmap" / "demo" / "aan_de_schie"
WIDTH, HEIGHT, CELL = 594.0, 420.0, 2.0
PAGE = Page(WIDTH, HEIGHT, blocked=(shapely.box(14, 12, 170, 58), shapely.box(454, 360, 580, 406)))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--notes", type=int, default=60)
    asked.add_argument("--places", type=int, default=24)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--rival", type=Path)
    options = asked.parse_args()
    spots, ink = _delft()
    wishes = wishes_at(spots, options.notes, options.notes)
    _whole(wishes, ink)
    if options.rival:
        _rival(options.rival, wishes, ink)
    _growth(spots, ink)
    _one_more(spots, ink, options.notes)
    _gap(wishes, ink, options.places, options.seconds)


def wishes_at(spots: numpy.ndarray, notes: int, assets: int) -> list[Wish]:
    """So many assets, the first `notes` of them with a note of three possible sizes; more than there are places come to
    lie near them.
    """
    found = []
    for i in range(assets):
        dice = Dice("placing", i)
        x, y = spots[i % len(spots)]
        if i >= len(spots):
            x, y = x + dice.between(-25, 25), y + dice.between(-25, 25)
        letters = dice.between(20, 62)
        boxes = tuple((width, 7.5 + 4.4 * -(-letters * 1.8 // width)) for width in (34.0, 43.0, 27.0))
        found.append(Wish(f"asset-{i}", (float(x), float(y)), boxes if i < notes else ()))
    return found


def cost_of(placing: Placing, wishes: list[Wish], ink: numpy.ndarray) -> float:
    """What a page costs by the table of cost.py, whoever laid it out."""
    writers = [wish for wish in wishes if wish.key in placing.boxes]
    icons = numpy.array([placing.icons[wish.key] for wish in wishes])
    ground = Ground(PAGE, Ink(ink, CELL), icons)
    number = {wish.key: i for i, wish in enumerate(wishes)}
    boxes = numpy.array([placing.boxes[wish.key].bounds for wish in writers])
    own = icons[[number[wish.key] for wish in writers]]
    alone = sum(ground.cost(boxes[i:i + 1], own[i], numpy.array([placing.boxes[wish.key].box]), number[wish.key])[0]
                for i, wish in enumerate(writers))
    pairs = between(boxes, own, boxes, own, PAGE)
    numpy.fill_diagonal(pairs, 0)
    missing = sum(wish.weight for wish in wishes if wish.boxes and wish.key not in placing.boxes)
    return float(alone + numpy.where(pairs < OVERLAP, pairs, 0).sum() / 2 + LEFT_OUT * missing)


def overlaps(boxes: numpy.ndarray) -> int:
    """How many pairs of boxes (n, 4) lie on each other."""
    apart = numpy.maximum(boxes[None, :, :2] - boxes[:, None, 2:], boxes[:, None, :2] - boxes[None, :, 2:]).max(axis=2)
    return int((apart < -1e-6).sum() - len(boxes)) // 2


def _delft() -> tuple[numpy.ndarray, numpy.ndarray]:
    boundary = read_boundary(HOME / "boundary.geojson")
    ground = read_streets(HOME / "delft-area.osm.pbf", boundary)
    frame = frame_for(boundary, WIDTH, HEIGHT, 45)
    drafts = read(HOME / "delft-area.osm.pbf", boundary=boundary).drafts
    shapes = [shapely.geometry.shape(draft.geometry) for draft in drafts if draft.geometry]
    spots = numpy.array([frame.point((shape.centroid.x, shape.centroid.y)) for shape in shapes])
    order = sorted(range(len(spots)), key=lambda i: Dice("order", i).between())
    return spots[order], density(ground, boundary, frame, WIDTH, HEIGHT, CELL)


def _whole(wishes: list[Wish], ink: numpy.ndarray) -> None:
    seconds, placing = _timed(lambda: place(wishes, ink, CELL, PAGE, "delft"))
    boxes = numpy.array([placed.bounds for placed in placing.boxes.values()])
    print(f"ours    {seconds:6.2f} s  cost {cost_of(placing, wishes, ink):7.1f}  overlaps {overlaps(boxes)}  "
          f"left out {len(placing.left_out)}  same again: {placing == place(wishes, ink, CELL, PAGE, 'delft')}")


def _growth(spots: numpy.ndarray, ink: numpy.ndarray) -> None:
    for assets in (60, 300, 1000):
        wishes = wishes_at(spots, 60, assets)
        page = Page(WIDTH, HEIGHT, blocked=PAGE.blocked, radius=3.4 if assets < 200 else 1.8)
        seconds, placing = _timed(lambda wishes=wishes, page=page: place(wishes, ink, CELL, page, "delft"))
        print(f"{assets:5} assets, 60 notes: {seconds:.2f} s, left out {len(placing.left_out)}")


def _one_more(spots: numpy.ndarray, ink: numpy.ndarray, notes: int) -> None:
    before = place(wishes_at(spots, notes - 1, notes - 1), ink, CELL, PAGE, "delft")
    for word, last in (("anew", None), ("with last time's places", before.last)):
        after = place(wishes_at(spots, notes, notes), ink, CELL, PAGE, "delft", last=last)
        moved = sum(key not in after.boxes or numpy.hypot(after.boxes[key].x - placed.x, after.boxes[key].y - placed.y)
                    > 0.1 for key, placed in before.boxes.items())
        print(f"one more asset, {word}: {moved} of {len(before.boxes)} notes moved, left out {len(after.left_out)}")


def _gap(wishes: list[Wish], ink: numpy.ndarray, places: int, seconds: float) -> None:
    """The annealing of place.py once more, on fewer places, against the optimum on those."""
    icons = icon_spots([wish.spot for wish in wishes], PAGE)
    ground = Ground(PAGE, Ink(ink, CELL), icons)
    pools = [places_of(wish, i, ground) for i, wish in enumerate(wishes)]
    options = options_of(wishes, pools, icons, places)
    table, choice = conflicts(options, PAGE), None
    for turn, (share, hot) in enumerate(COOLINGS):
        if turn:
            options, choice = options_beside(wishes, pools, options, choice, PAGE, places)
            table = conflicts(options, PAGE)
        choice = anneal(options, table, turn, round(STEPS * share), choice, hot)
    ours = total_cost(options, table, choice)
    spent, best = _timed(lambda: optimum(options, table, PAGE.gap, seconds))
    least = total_cost(options, table, best.choice) if best.proven else best.bound
    said = "proven optimum" if best.proven else "nothing can cost less than"
    print(f"{places} places each: annealed {ours:.1f}, {said} {least:.1f} ({spent:.1f} s), gap {ours / least - 1:.1%}")


def _rival(folder: Path, wishes: list[Wish], ink: numpy.ndarray) -> None:
    spec = importlib.util.spec_from_file_location("rival_place", folder / "place.py")
    theirs = importlib.util.module_from_spec(spec)
    sys.modules["rival_place"] = theirs
    spec.loader.exec_module(theirs)
    icons = icon_spots([wish.spot for wish in wishes], PAGE)
    table = theirs.Density(WIDTH, HEIGHT, CELL)
    table.a[:ink.shape[0], :ink.shape[1]] = ink
    kept_off = shapely.STRtree([*PAGE.blocked, *(shapely.Point(spot).buffer(PAGE.radius) for spot in icons)])

    def solved():
        table.done()
        found = [theirs.candidates(tuple(icon), wish.boxes, (WIDTH, HEIGHT), table, kept_off, k=70)
                 for icon, wish in zip(icons, wishes, strict=True)]
        return found, theirs.solve(found, [tuple(icon) for icon in icons])

    seconds, (found, (chosen, said)) = _timed(solved)
    boxes = numpy.array([found[i][0][at] for i, at in enumerate(chosen)])
    ground = Ground(PAGE, Ink(ink, CELL), icons)
    alone = sum(ground.cost(boxes[i:i + 1], icons[i], numpy.array([found[i][2][at]]), i)[0]
                for i, at in enumerate(chosen))
    pairs = between(boxes, icons, boxes, icons, PAGE)
    numpy.fill_diagonal(pairs, 0)
    print(f"rival   {seconds:6.2f} s  cost {alone + numpy.where(pairs < OVERLAP, pairs, 0).sum() / 2:7.1f}  "
          f"overlaps {overlaps(boxes)}  ({said})")


def _timed(work):
    began = time.perf_counter()
    found = work()
    return time.perf_counter() - began, found


if __name__ == "__main__":
    main()
