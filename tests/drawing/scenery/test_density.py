"""Where a note hides least: outside nothing, grass a little, houses most."""

import numpy
import shapely

from assetmap.drawing.scenery.density import density

from .village import BOUNDARY, broken, degrees, frame, village

PAGE = 160.0, 150.0


def test_houses_weigh_more_than_grass_and_the_margin_nothing() -> None:
    table = density(village(), BOUNDARY, frame(), *PAGE, cell=2.0)
    assert table.shape == (75, 80) and table.min() == 0 and table.max() <= 1

    def at(x, y):
        spot = frame().shape(degrees(shapely.Point(x, y)))
        return table[int(spot.y / 2), int(spot.x / 2)]

    assert at(60, 112) > 0.8 > at(100, 210) > at(290, 230) == 0
    assert at(-30, 250) == 0 < at(30, 20) < at(100, 210)


def test_a_raised_house_covers_what_stands_behind_it() -> None:
    spot = frame().shape(degrees(shapely.Point(12, 71)))
    table = density(village(), BOUNDARY, frame(), *PAGE, cell=1.0)
    assert table[int(spot.y), int(spot.x)] > 0.8


def test_cells_of_any_size_fill_the_page() -> None:
    for cell in (0.7, 2.0, 3.3, 500.0):
        table = density(village(), BOUNDARY, frame(), *PAGE, cell=cell)
        assert table.shape == (int(numpy.ceil(150 / cell)), int(numpy.ceil(160 / cell)))


def test_a_boundary_alone_or_broken_shapes_have_a_density_too() -> None:
    assert 0 < density(None, BOUNDARY, frame(), *PAGE).max() < 0.3
    assert numpy.isfinite(density(broken(), BOUNDARY, frame(), *PAGE)).all()
