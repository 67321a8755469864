"""An installed wheel, an editable install and a bare checkout all find templates, static files, words and the demo."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STARTS = """
from assetmap.app import create_app
from assetmap import demo, folders
client = create_app().test_client()
answer = client.get("/")
assert answer.status_code == 200, answer.status_code
assert "Assetmap" in answer.text and "lang=\\"nl\\"" in answer.text
assert client.get("/static/css/tokens.css").status_code == 200
assert client.get("/static/vendor/leaflet/leaflet.js").status_code == 200
assert (demo.DATA / "aan_de_schie" / "invented.json").is_file()
assert list((folders.VENDOR / "fonts" / "ttf").glob("*.ttf"))
print(folders.TEMPLATES)
"""


def start(folder: Path, instance: Path, *paths: Path) -> Path:
    """Starts Assetmap in a process of its own with these folders on its path; where it found its templates."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("ASSETMAP_", "PYTHON"))}
    environ |= {"ASSETMAP_INSTANCE": str(instance), "PYTHONPATH": os.pathsep.join(map(str, paths))}
    done = subprocess.run([sys.executable, "-c", STARTS], cwd=folder, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, unpacked."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for name in ("assetmap", "templates", "static", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    made = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(copy / "dist"), str(copy)], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    unpacked = tmp_path_factory.mktemp("wheel")
    zipfile.ZipFile(next((copy / "dist").glob("*.whl"))).extractall(unpacked)
    return unpacked


def test_a_wheel_holds_everything_it_needs(wheel: Path, tmp_path: Path) -> None:
    assert start(tmp_path, tmp_path / "instance", wheel) == wheel / "assetmap" / "templates"


def test_a_wheel_holds_no_tests_and_nobodys_neighbourhood(wheel: Path) -> None:
    assert not [path for path in wheel.rglob("*") if {"tests", "instance"} & set(path.relative_to(wheel).parts)]


def test_a_bare_checkout_works_without_installing(tmp_path: Path) -> None:
    assert start(tmp_path, tmp_path / "instance", ROOT) == ROOT / "templates"


def test_what_is_installed_keeps_neighbourhoods_in_the_named_instance_folder(wheel: Path, tmp_path: Path) -> None:
    environ = os.environ | {"ASSETMAP_INSTANCE": str(tmp_path / "here"), "PYTHONPATH": str(wheel)}
    code = "from assetmap.app import create_app; print(create_app().instance_path)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert done.stdout.strip() == str(tmp_path / "here")
