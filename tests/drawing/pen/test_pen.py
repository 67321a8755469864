"""One pen: slow, never straight, the same for the same seed, and written down in few numbers."""

import numpy
import pytest
from shapely.geometry import Point, Polygon, box

from assetmap.drawing.pen.frame import areas_within, frame_for, lines_within
from assetmap.drawing.pen.hand import Dice, resampled, seed_of, wobbled
from assetmap.drawing.pen.hatching import hatch
from assetmap.drawing.pen.marks import Layer, Mark
from assetmap.drawing.pen.scatter import in_clumps, scattered
from assetmap.drawing.pen.strokes import hairline, stroke
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.pen.svg import path_data, svg_document
from assetmap.drawing.pen.washes import wash

LINE = [(0.0, 0.0), (40.0, 0.0), (40.0, 30.0)]


def test_a_hand_strays_a_little_and_slowly() -> None:
    line, along = wobbled(LINE[:2], 5, 0.14)
    assert 0.02 < numpy.abs(line[:, 1]).max() < 0.6
    # Never a shake: from one millimetre to the next hardly anything.
    assert numpy.abs(numpy.diff(line[:, 1]) / numpy.diff(along)).max() < 0.35


def test_the_same_seed_is_the_same_stroke_and_another_is_not() -> None:
    one, again, other = (stroke(LINE, seed)[0].rings[0] for seed in (1, 1, 2))
    assert (one == again).all() and not numpy.array_equal(one, other)


def test_a_stroke_is_thicker_where_the_hand_leans_and_thin_at_its_ends() -> None:
    ring = stroke(LINE[:2], 9, 0.5, amount=0)[0].rings[0]
    half = len(ring) // 2
    wide = numpy.hypot(*(ring[:half] - ring[half:][::-1]).T)
    assert wide[0] < 0.6 * wide.max() and wide[-1] < 0.6 * wide.max() and wide.max() / numpy.median(wide) > 1.03


@pytest.mark.parametrize("points", [[], [(1, 1)], [(1, 1), (1, 1)]])
def test_a_line_without_length_leaves_no_ink(points) -> None:
    assert stroke(points, 1) == [] and hairline(points, 1) == [] and resampled(points, 1.0) == (None, None)


def test_seeds_are_the_same_on_every_machine() -> None:
    assert seed_of("delft", 3) == 978597781
    dice = Dice("delft")
    assert [round(dice.between(), 6) for _ in range(3)] == [round(n, 6) for n in _thrown("delft")]
    assert min(_thrown("a")) >= 0 and max(_thrown("a")) < 1


def test_spots_are_strewn_within_and_apart() -> None:
    area = Point(50, 50).buffer(20)
    spots = scattered(area, 2.0, "tufts")
    assert 200 < len(spots) < 420
    assert all(area.contains(Point(spot)) for spot in spots)
    assert (numpy.diff(spots[:, 1]) >= 0).all()
    assert numpy.array_equal(spots, scattered(area, 2.0, "tufts"))
    assert len(scattered(area, 2.0, "tufts", skip=0.5)) < 0.7 * len(spots)


def test_nothing_is_strewn_over_nothing_and_a_huge_area_ends() -> None:
    assert len(scattered(Polygon(), 1.0)) == 0
    assert len(scattered(box(0, 0, 1e6, 1e6), 0.1)) < 100_000
    assert len(in_clumps(numpy.empty((0, 2)), 10.0)) == 0


def test_clumps_leave_open_ground_between() -> None:
    spots = scattered(box(0, 0, 200, 200), 2.0, "grove")
    for part in (0.2, 0.5, 0.8):
        assert abs(len(in_clumps(spots, 15.0, "grove", part=part)) / len(spots) - part) < 0.15
    grove = in_clumps(spots, 15.0, "grove", part=0.3)
    beside = [numpy.sort(numpy.hypot(*(grove - spot).T))[1] for spot in grove[::20]]
    assert numpy.median(beside) < 3.0


def test_a_wash_covers_its_area_and_keeps_the_hole() -> None:
    ring = Point(50, 50).buffer(20).difference(Point(50, 50).buffer(8))
    marks = wash([ring], "park", "green", amount=0.5)
    assert len(marks) == 3 and all(len(mark.rings) == 2 for mark in marks)
    painted = Polygon(marks[0].rings[0], [marks[0].rings[1]]).buffer(0)
    assert abs(painted.area / ring.area - 1) < 0.1 and not painted.contains(Point(50, 50))


def test_hatching_stays_within_and_its_lines_are_not_quite_parallel() -> None:
    area = box(0, 0, 30, 20)
    lines = numpy.array(hatch(area, 20, 1.5, "roof"))
    assert len(lines) > 10 and area.buffer(0.01).contains(Polygon(lines.reshape(-1, 2)).convex_hull)
    ways = numpy.arctan2(*(lines[:, 1] - lines[:, 0]).T[::-1])
    assert 0 < numpy.ptp(ways) < 0.06


def test_a_frame_fits_the_area_in_the_room_and_north_is_up() -> None:
    area = box(4.36, 52.0, 4.37, 52.004)
    frame = frame_for(area, 297, 210, 10)
    west, north, east, _ = frame.shape(area).bounds
    assert abs(min(west, north) - 10) < 0.01 and abs((west + east) / 2 - 148.5) < 0.01
    assert frame.point((4.36, 52.004))[1] < frame.point((4.36, 52.0))[1]
    assert areas_within([area], frame, box(0, 0, 297, 210)) and not lines_within([], frame, area)


def test_marks_of_whole_ink_share_one_path_and_numbers_are_whole() -> None:
    style = style_named("ink-and-wash")
    dots = [Mark((numpy.array([(at, 1.234), (at + 1, 1), (at, 2)]),), "ink") for at in range(5)]
    svg = svg_document([Layer("dots", dots)], style, 20, 10, background="paper")
    assert svg.count("<path") == 2 and 'viewBox="0 0 2000 1000"' in svg and "." not in path_data(dots[0])


def test_a_paint_that_a_style_leaves_out_is_not_painted() -> None:
    green = [Layer("green", [Mark((LINE,), "green")])]
    assert "green" in svg_document(green, style_named("ink-and-wash"), 50, 50)
    assert "<g" not in svg_document(green, style_named("black-only"), 50, 50)


def _thrown(name: str) -> list[float]:
    dice = Dice(name)
    return [dice.between() for _ in range(3)]
