"""A masked place lies somewhere in the area shown, and the area does not tell where."""

import math
import random

import pytest
from shapely.geometry import LineString, MultiLineString, Point, Polygon

from assetmap.domain.precision import MASK_RADIUS, Precision
from assetmap.geo.masking import STREET_SIDE, chance_for, masked
from assetmap.geo.metres import distance, grid_at

HOME = Point(4.3700, 52.0000)
GRID = grid_at(4.37, 52.0)
STREET = GRID.to_degrees(LineString([(-400, 12), (-50, 12), (300, 60)]))


def test_an_exact_place_is_shown_as_it_is_and_a_hidden_one_not_at_all():
    assert masked(HOME, Precision.EXACT, random.Random(1)) is HOME
    assert masked(HOME, Precision.HIDDEN, random.Random(1)) is None


@pytest.mark.parametrize("precision", [Precision.STREET, Precision.NEIGHBOURHOOD])
def test_the_true_place_lies_inside_but_never_in_the_middle(precision):
    chance = random.Random(20)
    for _ in range(500):
        area = masked(HOME, precision, chance)
        assert area.contains(HOME)
        away = distance((area.centroid.x, area.centroid.y), (HOME.x, HOME.y))
        assert 0.14 * MASK_RADIUS[precision] < away < MASK_RADIUS[precision]


def test_every_direction_and_every_distance_is_as_likely():
    chance = random.Random(20)
    offsets = [GRID.xy(*masked(HOME, Precision.NEIGHBOURHOOD, chance).centroid.coords[0]) for _ in range(4_000)]
    quarters = [0] * 8
    for x, y in offsets:
        quarters[int((math.atan2(y, x) + math.pi) / (2 * math.pi) * 8) % 8] += 1
    assert max(quarters) < 1.2 * min(quarters)
    # Even over the ground: half of the middles lie beyond the circle that halves the ring's area.
    halfway = 250 * math.sqrt((0.15**2 + 0.95**2) / 2)
    assert sum(math.hypot(x, y) > halfway for x, y in offsets) == pytest.approx(2_000, rel=0.06)


def test_no_corner_of_the_area_points_at_the_place():
    chance = random.Random(20)
    turns = []
    for _ in range(1_000):
        area = masked(HOME, Precision.NEIGHBOURHOOD, chance)
        x, y = GRID.xy(*area.centroid.coords[0])
        corner_x, corner_y = GRID.xy(*area.exterior.coords[0])
        turns.append((math.atan2(corner_y - y, corner_x - x) - math.atan2(-y, -x)) % (2 * math.pi))
    quarters = [sum(int(turn / (2 * math.pi) * 4) % 4 == q for turn in turns) for q in range(4)]
    assert max(quarters) < 1.4 * min(quarters)


def test_by_street_it_is_a_stretch_of_that_street_with_the_place_anywhere_along_it():
    chance = random.Random(20)
    ahead = 0
    for _ in range(400):
        area = masked(HOME, Precision.STREET, chance, STREET)
        assert area.contains(HOME)
        flat = GRID.to_metres(area)
        assert flat.area == pytest.approx(150 * 2 * STREET_SIDE + math.pi * STREET_SIDE**2, rel=0.05)
        along = GRID.to_metres(STREET).project(flat.centroid) - GRID.to_metres(STREET).project(Point(0, 0))
        assert abs(along) > 5
        ahead += along > 0
    assert 150 < ahead < 250


def test_at_the_end_of_the_street_the_stretch_stays_on_it():
    street = GRID.to_degrees(LineString([(-5, 5), (400, 5)]))
    area = GRID.to_metres(masked(HOME, Precision.STREET, random.Random(3), street))
    assert area.bounds[0] > -5 - STREET_SIDE - 1
    assert area.contains(Point(0, 0))


def test_a_short_street_is_shown_whole():
    alley = GRID.to_degrees(MultiLineString([[(-30, 8), (10, 8)], [(10, 8), (40, 8)]]))
    one, other = (masked(HOME, Precision.STREET, random.Random(seed), alley) for seed in (1, 2))
    assert one.equals(other)
    assert one.contains(GRID.to_degrees(LineString([(-30, 8), (40, 8)])))


def test_far_from_the_street_it_is_a_round_area():
    far = GRID.to_degrees(LineString([(-400, 60), (400, 60)]))
    area = GRID.to_metres(masked(HOME, Precision.STREET, random.Random(1), far))
    assert area.area == pytest.approx(math.pi * 75**2, rel=0.02)
    assert area.contains(Point(0, 0))


def test_areas_and_lines_are_masked_too():
    garden = HOME.buffer(0.0001)
    area = masked(garden, Precision.NEIGHBOURHOOD, random.Random(1))
    assert isinstance(area, Polygon)
    assert area.contains(garden.centroid)


def test_two_gifts_at_one_kitchen_table_share_one_area():
    one, other = (masked(HOME, Precision.STREET, chance_for("s3cret", HOME)) for _ in range(2))
    assert one.equals(other)
    assert not one.equals(masked(HOME, Precision.STREET, chance_for("another", HOME)))
