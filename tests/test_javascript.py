"""What runs in the browser, tried without one: node --test over tests/js, with a base map that the house packed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assetmap.drawing.base_file import pack
from assetmap.imports.streets import read_streets

from .neighbourhood import BOUNDARY
from .small_extract import write_town

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
    """The little town as a packed file, and beside it what stands in it, in words that JavaScript reads."""
    data = read_streets(write_town(folder), BOUNDARY)
    (folder / "base.bin.gz").write_bytes(pack(data))
    facts = {
        "streets": sorted([street.kind, street.name, street.width, street.level] for street in data.streets),
        "buildings": sorted([each.kind, each.levels, len(each.area.interiors)] for each in data.buildings),
        "grounds": [ground.kind for ground in data.grounds],
        "trees": sorted([round(tree.point.x, 6), round(tree.point.y, 6), tree.radius] for tree in data.trees),
        "names": [[place.name, place.kind] for place in data.names],
        "bounds": data.boundary.bounds, "margin": data.margin, "attribution": data.attribution,
    }
    (folder / "base.json").write_text(json.dumps(facts), "utf-8")
    return folder / "base.bin.gz"
