"""What was drawn by other code is known as such; other words about the same code make no difference."""

import subprocess
import sys

import pytest

from assetmap.drawing import recipe as module
from assetmap.drawing.recipe import FIRST, recipe


@pytest.fixture
def room(tmp_path):
    room = tmp_path / "drawing"
    (room / "pen").mkdir(parents=True)
    (room / "pen" / "__init__.py").write_text("")
    (room / "pen" / "line.py").write_text("WIDTH = 1\n")
    (room / "pen" / "unused.py").write_text("A = 1\n")
    (room / "near.py").write_text("from .pen import line\n")
    (room / "first.py").write_text("from ..elsewhere import fact\nfrom .near import line\n")
    (tmp_path / "elsewhere.py").write_text("fact = 1\n")
    return room


def told(room) -> str:
    return recipe(room / "first.py", (room,))


def test_other_code_anywhere_in_the_drawing_is_another_recipe(room):
    before = told(room)
    assert told(room) == before
    (room / "pen" / "line.py").write_text("WIDTH = 22\n")
    assert told(room) != before


@pytest.mark.parametrize("words", ["# Thin.\nWIDTH = 1\n", '"""Lines."""\n\nWIDTH = 1  # Thin.\n', "WIDTH = (1)\n"])
def test_other_words_about_it_are_not(words, room):
    before = told(room)
    (room / "pen" / "line.py").write_text(words)
    assert told(room) == before


def test_nor_is_what_has_no_hand_in_it(room):
    before = told(room)
    (room / "pen" / "unused.py").write_text("A = 2\n")
    (room.parent / "elsewhere.py").write_text("fact = 22\n")
    assert told(room) == before


def test_the_base_map_knows_its_own(room):
    assert recipe() == recipe(FIRST)
    assert recipe() != told(room)


def test_every_module_that_is_loaded_to_draw_is_part_of_it(monkeypatch):
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, assetmap.drawing.base_drawing\n"
         "print(*(m.__file__ for n, m in sys.modules.items()"
         " if n.startswith(('assetmap.drawing.', 'assetmap.geo.'))))"],
        capture_output=True, text=True, check=True).stdout.split()
    read, found = module._read, set()
    monkeypatch.setattr(module, "_read", lambda file, *rest: found.add(str(file)) or read(file, *rest))
    module.recipe()
    assert {file for file in loaded if not file.endswith("__init__.py")} <= found
