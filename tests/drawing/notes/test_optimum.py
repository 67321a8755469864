"""The annealing against the proven optimum of small cases: within eight per cent, and with no overlap."""

import numpy
import pytest

from assetmap.drawing.notes.annealing import anneal, total_cost
from assetmap.drawing.notes.candidates import places_of
from assetmap.drawing.notes.cost import OVERLAP, Ground, Ink
from assetmap.drawing.notes.icons import icon_spots
from assetmap.drawing.notes.options import conflicts, options_of
from assetmap.drawing.notes.place import STEPS
from assetmap.drawing.notes.wishes import Page

from .exact import optimum
from .pages import A3, CELL, town, wishes_in_town

TIGHT = Page(230, 170, 9.5)


@pytest.mark.parametrize(("many", "page", "edge", "places"), [
    (15, A3, 80, 16), (20, A3, 80, 12), (18, TIGHT, 40, 16), (16, TIGHT, 60, 12)])
def test_the_annealing_comes_within_eight_per_cent_of_the_optimum(many, page, edge, places) -> None:
    wishes = wishes_in_town(many, page, edge=edge)
    icons = icon_spots([wish.spot for wish in wishes], page)
    ground = Ground(page, Ink(town(page, edge), CELL), icons)
    options = options_of(wishes, [places_of(wish, i, ground) for i, wish in enumerate(wishes)], icons, places)
    table = conflicts(options, page)
    best = optimum(options, table, page.gap, 20)
    assert best.proven
    least = total_cost(options, table, best.choice)
    found = anneal(options, table, 1, STEPS)
    assert least == pytest.approx(best.bound, rel=1e-4)
    assert least - 1e-3 <= total_cost(options, table, found) <= 1.08 * least
    assert table[numpy.ix_(found, found)].max() < OVERLAP
