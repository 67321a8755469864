"""Marks as SVG: whole numbers of 0.01 mm, relative steps, neighbours of one paint in one path."""

from collections.abc import Iterable
from itertools import groupby

import numpy

from .marks import Layer, Mark, Ring
from .styles import Style


def svg_document(layers: Iterable[Layer], style: Style, width: float, height: float, extra: str = "",
                 background: str = "", left: float = 0.0, top: float = 0.0) -> str:
    """A whole SVG, `width` x `height` millimetres from (`left`, `top`) on, units of 0.01 mm. `extra` is SVG on top,
    `background` a paint.
    """
    start, wide, high = f"{_hundredths(left)} {_hundredths(top)}", _hundredths(width), _hundredths(height)
    ground = f'<path d="M{start}h{wide}v{high}h-{wide}z" fill="{style.colour(background)}"/>' if background else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="{start} {wide} {high}" fill="none" stroke-linecap="round" '
        f'stroke-linejoin="round">{ground}{"".join(svg_of(layer, style) for layer in layers)}{extra}</svg>')


def svg_of(layer: Layer, style: Style) -> str:
    """One layer as an SVG group, "" where nothing of it is painted in this style."""
    painted = "".join(_painted(layer.marks, style))
    return f'<g id="{layer.name}">{painted}</g>' if painted else ""


def _painted(marks: list[Mark], style: Style) -> Iterable[str]:
    known: dict[tuple, str] = {}
    for paint, group in groupby(marks, key=lambda mark: _paint(mark, style, known)):
        if not paint:
            continue
        if "stroke=" not in paint and "opacity" not in paint and "evenodd" not in paint:
            # Whole ink of one colour: it does not matter where one mark ends and the next begins.
            yield f'<path d="{"".join(path_data(mark) for mark in group)}"{paint}/>'
            continue
        paths = [f'<path d="{path_data(mark)}"/>' for mark in group]
        yield paths[0].replace("/>", f"{_alone(paint)}/>") if len(paths) == 1 else f"<g{paint}>{''.join(paths)}</g>"


def _alone(paint: str) -> str:
    """The same paint for one path. Opacity of a whole costs a PDF a page of its own; that of one paint does not."""
    if "stroke=" not in paint:
        return paint.replace(" opacity=", " fill-opacity=")
    return paint if "fill=" in paint else paint.replace(" opacity=", " stroke-opacity=")


def _paint(mark: Mark, style: Style, known: dict[tuple, str]) -> str:
    """The SVG attributes of a mark, "" where the style does not paint it. `known` are those worked out already."""
    key = mark.fill, mark.line, mark.width, mark.dashes, mark.strength, len(mark.rings) > 1
    if key not in known:
        known[key] = _attributes(mark, style)
    return known[key]


def _attributes(mark: Mark, style: Style) -> str:
    fill, line = style.colour(mark.fill), style.colour(mark.line)
    if not fill and not line:
        return ""
    said = []
    if fill:
        said.append(f' fill="{fill}"')
        if len(mark.rings) > 1:
            said.append(' fill-rule="evenodd"')
    if line:
        said.append(f' stroke="{line}" stroke-width="{_hundredths(mark.width)}"')
        if mark.dashes:
            said.append(f' stroke-dasharray="{" ".join(str(_hundredths(dash)) for dash in mark.dashes)}"')
    if mark.strength < 1:
        said.append(f' opacity="{mark.strength:.3g}"')
    return "".join(said)


def path_data(mark: Mark) -> str:
    """The SVG path data of a mark in hundredths of a millimetre."""
    return mark.d or "".join(_ring_data(ring, mark.closed, mark.smooth) for ring in mark.rings)


def _ring_data(ring: Ring, closed: bool, smooth: bool) -> str:
    if len(ring) < 2:
        return ""
    if len(ring) < 12 and not smooth:
        return _short(ring, closed)
    at = numpy.rint(numpy.asarray(ring, float) * 100).astype(int)
    if not smooth or len(at) < 3:
        steps = " ".join(map(str, (at[1:] - at[:-1]).ravel().tolist()))
        return f"M{at[0, 0]} {at[0, 1]}l{steps}" + ("z" if closed else "")
    return _curve(at, closed)


def _short(ring: Ring, closed: bool) -> str:
    """For the few points of a wall: without numpy, which would take longer."""
    points = [(round(float(x) * 100), round(float(y) * 100)) for x, y in ring]
    steps = " ".join(f"{x - a} {y - b}" for (a, b), (x, y) in zip(points, points[1:], strict=False))
    return f"M{points[0][0]} {points[0][1]}l{steps}" + ("z" if closed else "")


def _curve(at: numpy.ndarray, closed: bool) -> str:
    """Through the middles between the points, each point pulling the curve towards it."""
    if closed:
        middles = (at + numpy.concatenate((at[1:], at[:1]))) // 2
        start, pulls, ends = middles[-1], at, middles
    else:
        middles = (at[:-1] + at[1:]) // 2
        start, pulls, ends = at[0], at[1:-1], numpy.concatenate((middles[1:-1], at[-1:]))
    before = numpy.concatenate((start[None], ends[:-1]))
    steps = " ".join(map(str, numpy.concatenate((pulls - before, ends - before), axis=1).ravel().tolist()))
    return f"M{start[0]} {start[1]}q{steps}" + ("z" if closed else "")


def _hundredths(millimetres: float) -> int:
    return round(millimetres * 100)
