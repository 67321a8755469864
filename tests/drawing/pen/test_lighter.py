"""For small print a drawing loses what nobody would see, and nothing else."""

import numpy

from assetmap.drawing.pen.lighter import lighter
from assetmap.drawing.pen.marks import Layer, Mark
from assetmap.drawing.pen.styles import style_named
from assetmap.drawing.pen.svg import svg_document

TURN = numpy.linspace(0, 2 * numpy.pi, 200, endpoint=False)
POOL = numpy.column_stack((20 + 10 * numpy.cos(TURN), 20 + 10 * numpy.sin(TURN)))


def test_what_is_seen_only_from_near_by_is_left_out():
    layers = [Layer("x", [Mark((POOL,), line="ink", width=0.1, detail=detail) for detail in (0, 1, 2)])]
    assert [mark.detail for mark in lighter(layers, detail=1)[0].marks] == [0, 1]


def test_thin_paint_keeps_its_shape_with_fewer_points():
    (mark,) = lighter([Layer("x", [Mark((POOL,), fill="water", smooth=True, strength=0.2)])], grain=0.1)[0].marks
    far = numpy.hypot(*(mark.rings[0] - 20).T)
    assert len(mark.rings[0]) < 120 and 9.5 < far.min() <= far.max() < 10.1


def test_the_outline_of_a_stroke_stays_as_fine_as_it_was():
    stroke = numpy.concatenate((POOL, POOL[::-1] * 0.99 + 0.2))
    (mark,) = lighter([Layer("x", [Mark((stroke,), fill="ink", smooth=True)])], grain=1.0)[0].marks
    assert len(mark.rings[0]) == 2 * len(stroke)


def test_a_drawing_may_begin_elsewhere_than_at_nought():
    svg = svg_document([], style_named("quiet"), 30, 20, background="paper", left=-4, top=-5)
    assert 'viewBox="-400 -500 3000 2000"' in svg and "M-400 -500h3000v2000h-3000z" in svg
