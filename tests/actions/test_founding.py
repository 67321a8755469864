"""Founding a neighbourhood."""

from pathlib import Path

import pytest

from assetmap.actions import founding
from assetmap.domain.neighbourhood import Neighbourhood
from assetmap.domain.problems import Problem
from assetmap.domain.role import COMMAND
from tests.neighbourhood import BOUNDARY, NOW


@pytest.mark.parametrize("slug", ["", "Aan De Schie", "a/b", "..", "-a", "a-", "x" * 61, "api", "static", "é"])
def test_what_can_not_be_an_address_is_told_and_nothing_is_made(tmp_path: Path, slug: str) -> None:
    with pytest.raises(Problem) as trouble:
        founding.found(tmp_path, COMMAND, NOW, Neighbourhood(slug, "X"), BOUNDARY)
    assert trouble.value.code == "bad-slug"
    assert list(tmp_path.iterdir()) == []


def test_a_neighbourhood_is_not_founded_twice(tmp_path: Path) -> None:
    founding.found(tmp_path, COMMAND, NOW, Neighbourhood("a", "A"), BOUNDARY)
    with pytest.raises(Problem, match="already a neighbourhood"):
        founding.found(tmp_path, COMMAND, NOW, Neighbourhood("a", "B"), BOUNDARY)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
