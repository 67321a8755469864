"""What runs in the browser, tried without one: node --test over tests/js, with a base map that the house packed."""

import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from assetmap.drawing.base_drawing import frame_at, styles_of
from assetmap.drawing.base_layers import WORLD
from assetmap.drawing.ink_file import pack_ink
from assetmap.drawing.ink_marks import columns_rows, ink_of
from assetmap.drawing.ink_names import names_of, on_screen
from assetmap.drawing.pen.marks import Layer, Mark
from assetmap.imports.streets import read_streets

from .neighbourhood import BOUNDARY
from .small_extract import SOUTH, WEST, write_town

JS = Path(__file__).parent / "js"


def test_the_modules_of_the_browser_do_what_they_say(tmp_path):
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        if os.environ.get("ASSETMAP_REQUIRE_BROWSER") == "1":
            pytest.fail("No node to test the browser's modules with.")
        pytest.skip("no node here; make setup brings one")
    environment = {**os.environ, "ASSETMAP_TEST_BASE": str(_base_map(tmp_path)), "NODE_NO_WARNINGS": "1"}
    tests = sorted(str(path) for path in JS.glob("*.test.mjs"))
    assert tests
    run = subprocess.run(
        [node, "--test", "--test-reporter=spec", *tests], env=environment, timeout=120, capture_output=True, text=True,
        encoding="utf-8")
    assert run.returncode == 0, run.stdout[-8_000:] + run.stderr[-2_000:]


def _base_map(folder: Path) -> Path:
    """A few marks and the little town's names in a packed file, and beside it what stands in it, for JavaScript."""
    data = read_streets(write_town(folder), BOUNDARY)
    frame, *_ = frame_at(BOUNDARY, 0.5)
    x, y = frame.point((WEST, SOUTH))
    square = numpy.array(((x, y - 40), (x + 30, y - 40), (x + 30, y - 10), (x, y - 10)))
    court = square * 0.5 + square.mean(axis=0) * 0.5
    marks = [
        Mark((square, court), fill="wall", line="ink", width=0.2),
        Mark((square + 40, square + 90), fill="green", smooth=True, strength=0.16),
        Mark((square[:3] + 60,), line="ink", width=0.13, closed=False, smooth=True, detail=1),
        Mark((square + 500,), fill="roof-1", detail=2),
    ]
    names = names_of(data, BOUNDARY)
    origin = tuple(on_screen([(WEST, SOUTH)])[0].tolist())
    ink = ink_of([Layer("first", marks[:2]), Layer("second", marks[2:])], frame, origin, start=0, fine=1, side=2048)
    (folder / "base.bin.gz").write_bytes(pack_ink([ink], names, styles_of("quiet"), origin))
    told = [(turn, mark, ring) for turn, mark in enumerate(marks)
            for ring in (mark.rings if turn == 1 else mark.rings[:1])]
    facts = {
        "attribution": data.attribution, "apart": 1,
        "lines": [[line.name, line.kind] for line in names.lines],
        "spots": [[spot.name, spot.kind] for spot in names.spots],
        "at": _degrees(names.lines[0].points[0]),
        "marks": [{
            "turn": turn, "fill": mark.fill, "line": mark.line, "closed": mark.closed, "smooth": mark.smooth,
            "detail": mark.detail, "strength": mark.strength, "width": mark.width,
            "first": (columns_rows(frame, ring[:1])[0] - origin).tolist()} for turn, mark, ring in told],
    }
    (folder / "base.json").write_text(json.dumps(facts), "utf-8")
    return folder / "base.bin.gz"


def _degrees(column_row: numpy.ndarray) -> list[float]:
    x, y = (column_row / WORLD).tolist()
    return [x * 360 - 180, math.degrees(math.atan(math.sinh((1 - 2 * y) * math.pi)))]
