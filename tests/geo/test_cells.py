"""Everything in a piece of the map is found through a handful of ranges of one number."""

import itertools

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetmap.geo import cells

longitudes = st.floats(-180, 180)
latitudes = st.floats(-85, 85)


@given(longitudes, latitudes)
def test_a_cell_fits_the_database_and_leads_back_to_its_place(longitude, latitude):
    cell = cells.cell_of(longitude, latitude)
    assert 0 <= cell < 2**62
    there = cells.position_of(cell)
    assert there[0] == pytest.approx(longitude, abs=2e-7)
    assert there[1] == pytest.approx(latitude, abs=2e-7)


def test_many_cells_at_once_are_the_same_cells():
    chance = numpy.random.default_rng(7)
    east, north = chance.uniform(-180, 180, 500), chance.uniform(-90, 90, 500)
    assert cells.cells_of(east, north).tolist() == [cells.cell_of(*at) for at in zip(east, north, strict=True)]


@pytest.mark.parametrize("at", [(-180, -90), (180, 90), (0, 0), (180, -85.06)])
def test_the_ends_of_the_world_have_a_cell(at):
    assert 0 <= cells.cell_of(*at) < 2**62


@given(st.tuples(longitudes, longitudes), st.tuples(latitudes, latitudes), st.integers(1, 40), st.data())
def test_whatever_lies_in_the_box_lies_in_its_ranges(across, along, most, data):
    west, east = sorted(across)
    south, north = sorted(along)
    ranges = cells.cell_ranges((west, south, east, north), most)
    assert 1 <= len(ranges) <= most
    assert all(low <= high for low, high in ranges)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(ranges))
    cell = cells.cell_of(data.draw(st.floats(west, east)), data.draw(st.floats(south, north)))
    assert any(low <= cell <= high for low, high in ranges)


def test_few_ranges_hold_little_more_than_the_neighbourhood():
    west, south, east, north = 4.355, 51.995, 4.386, 52.005
    chance = numpy.random.default_rng(7)
    longitude = chance.uniform(west - 0.1, east + 0.1, 50_000)
    latitude = chance.uniform(south - 0.1, north + 0.1, 50_000)
    around = cells.cells_of(longitude, latitude)
    ranges = cells.cell_ranges((west, south, east, north))
    held = sum(((around >= low) & (around <= high)).sum() for low, high in ranges)
    in_box = 50_000 * 0.031 * 0.010 / (0.231 * 0.210)
    assert held < 1.6 * in_box


def test_a_tile_is_one_range_that_holds_its_own_and_nobody_elses():
    # Zoom 16, the tile in the middle of Delft.
    low, high = cells.cell_of_tile(16, 33562, 21646)
    assert low <= cells.cell_of(4.3620, 52.0020) <= high
    assert not low <= cells.cell_of(4.3720, 52.0020) <= high
    assert cells.cell_of_tile(0, 0, 0) == (0, 2**62 - 1)


def test_a_box_turned_inside_out_holds_nothing():
    assert cells.cell_ranges((5, 52, 4, 53)) == []
