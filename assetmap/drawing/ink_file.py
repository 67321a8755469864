"""The drawn base map as one compact file: the same ink as on paper, to be painted by a screen at every zoom.

Format, version 1. The file is gzipped; inside are the bytes "AMI" and the version, then numbers (whole_numbers.py):

    whole                  1; 0 where the drawing is still being made, and this is only the paper until then
    origin x, origin y     position of (0, 0) as column and row of the web-mercator square, 2**28 a side
    attribution            a text: its length in bytes and its UTF-8
    paints                 how many, then of each its name and its colour by day, by night and in the sun (texts, ""
                           where it is not painted): the order of THEMES
    names                  edge: how many rings, the points of each, the points · words: how many, then the texts
                           lines: how many, kinds, words, how many points each has, the points
                           spots: how many, kinds, words, room (tenths of a metre), the points
    drawings               how many, coarse before fine; of each
        start, fine        from which zoom it is shown; 2**fine steps of its points in a column (signed)
        millimetre         thousandths of a column in a millimetre of the page: widths are in millimetres
        brushes            how many; of each fill and line (number of the paint plus one, 0 for none), width, strength,
                           detail, flags (1 closed, 2 smooth, 4 holes), how many dashes, the dashes
        blocks             how many; of each its box (signed: left, top, then width, height) and its length in bytes
    bodies                 of all blocks of all drawings, one after another

A body is the number of marks; the turn of each (signed step from the mark before); its brush; of marks with holes how
many rings; the points of each ring; all points, as signed steps from the one before, the first from the box' corner:
first of all the x, then of all the y.
Marks are painted by their turns, whatever block they lie in. So a screen reads the head at once, and of the bodies only
those that come into view.
"""

import gzip
from collections.abc import Iterable

import numpy

from .ink_marks import Block, Brush, Ink
from .ink_names import KINDS, Names
from .pen.styles import Style
from .street_data import NAMES
from .whole_numbers import folded, varints

VERSION = 1
MAGIC = b"AMI"
THEMES = ("paper", "night", "sun")
"""The themes of the screen, in the order in which a paint's colours stand."""


def pack_ink(drawings: Iterable[Ink], names: Names, styles: tuple[Style, Style, Style], origin: tuple[int, int], *,
             whole: bool = True) -> bytes:
    """The file, gzipped. `styles` colour the themes in the order of THEMES. The same ink gives the same bytes."""
    drawings = list(drawings)
    paints = sorted({paint for ink in drawings for brush in ink.brushes for paint in (brush.fill, brush.line)} - {""})
    paints = list(dict.fromkeys(["paper", "ink", *paints]))
    heads, bodies = [], []
    for ink in drawings:
        written = [_body(block, ink.brushes) for block in ink.blocks]
        heads.append(_head(ink, written, paints))
        bodies += written
    return gzip.compress(b"".join([
        MAGIC, bytes([VERSION]), varints([int(whole), *origin]), _text(names.attribution), _paints(paints, styles),
        _names(names, origin), varints([len(drawings)]), *heads, *bodies]), compresslevel=9, mtime=0)


def _paints(paints: list[str], styles: tuple[Style, ...]) -> bytes:
    return varints([len(paints)]) + b"".join(
        _text(name) + b"".join(_text(style.colour(name)) for style in styles) for name in paints)


def _names(names: Names, origin: tuple[int, int]) -> bytes:
    words = list(dict.fromkeys([*(line.name for line in names.lines), *(spot.name for spot in names.spots)]))
    place = {word: i for i, word in enumerate(words)}
    lines, spots = names.lines, names.spots
    return b"".join([
        varints([len(names.edge), *(len(ring) for ring in names.edge)]), _points(names.edge, origin),
        varints([len(words)]), *(_text(word) for word in words),
        varints([len(lines), *(KINDS.index(line.kind) for line in lines), *(place[line.name] for line in lines),
                 *(len(line.points) for line in lines)]),
        _points([line.points for line in lines], origin),
        varints([len(spots), *(NAMES.index(spot.kind) for spot in spots), *(place[spot.name] for spot in spots),
                 *(round(spot.room * 10) for spot in spots)]),
        _points([spot.point[None] for spot in spots], origin)])


def _head(ink: Ink, bodies: list[bytes], paints: list[str]) -> bytes:
    number = {paint: i + 1 for i, paint in enumerate(paints)} | {"": 0}
    told = [ink.start, _signed(ink.fine), round(ink.millimetre * 1000), len(ink.brushes)]
    for brush in ink.brushes:
        flags = brush.closed + 2 * brush.smooth + 4 * brush.holes
        told += [number[brush.fill], number[brush.line], brush.width, brush.strength, brush.detail, flags,
                 len(brush.dashes), *brush.dashes]
    told.append(len(ink.blocks))
    for block, body in zip(ink.blocks, bodies, strict=True):
        left, top, right, bottom = block.box
        told += [_signed(left), _signed(top), right - left, bottom - top, len(body)]
    return varints(told)


def _body(block: Block, brushes: tuple[Brush, ...]) -> bytes:
    holes = numpy.array([brush.holes for brush in brushes])[block.brushes]
    return b"".join([
        varints([len(block.turns)]), _steps(block.turns), varints(block.brushes),
        varints(block.rings[holes]), varints(block.sizes),
        _points([block.points], block.box[:2])])


def _steps(numbers: numpy.ndarray) -> bytes:
    return varints(folded(numpy.diff(numbers, prepend=0)))


def _points(pieces: Iterable[numpy.ndarray], origin: tuple[int, int]) -> bytes:
    pieces = list(pieces)
    if not pieces:
        return b""
    return varints(folded(numpy.diff(numpy.concatenate([[origin], *pieces]), axis=0).T.ravel()))


def _signed(number: int) -> int:
    return int(folded(numpy.int64(number)))


def _text(text: str) -> bytes:
    spelt = text.encode()
    return varints([len(spelt)]) + spelt
