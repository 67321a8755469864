"""Capitals written with the same pen as everything else: a few strokes for each letter."""

from . import curves, ink, palette
from .palette import Colour
from .paper import Sheet

# Strokes in a square that is 1 high and about 0.7 wide; "~" bends through the points, "-" goes straight.
STROKES: dict[str, tuple[str, ...]] = {
    "A": ("-0,1 .35,0 .7,1", "-.14,.64 .56,.64"),
    "B": ("-0,0 0,1", "~0,0 .5,.1 .5,.4 0,.48", "~0,.48 .6,.56 .6,.9 0,1"),
    "C": ("~.64,.16 .34,0 .02,.4 .12,.86 .4,1 .66,.84",),
    "D": ("-0,0 0,1", "~0,0 .56,.16 .6,.7 0,1"),
    "E": ("-.6,0 0,0 0,1 .6,1", "-0,.48 .5,.48"),
    "F": ("-.6,0 0,0 0,1", "-0,.48 .5,.48"),
    "G": ("~.64,.16 .34,0 .02,.4 .12,.86 .4,1 .64,.84 .64,.56", "-.4,.56 .66,.56"),
    "H": ("-0,0 0,1", "-.6,0 .6,1", "-0,.5 .6,.5"),
    "I": ("-.1,0 .1,1",),
    "J": ("~.5,0 .5,.7 .3,1 0,.84",),
    "K": ("-0,0 0,1", "-.6,0 0,.56 .62,1"),
    "L": ("-0,0 0,1 .56,1",),
    "M": ("-0,1 .06,0 .4,.7 .74,0 .8,1",),
    "N": ("-0,1 0,0 .6,1 .6,0",),
    "O": ("~.34,0 0,.4 .1,.9 .4,1 .68,.6 .58,.1 .34,0",),
    "P": ("-0,0 0,1", "~0,0 .56,.1 .52,.46 0,.54"),
    "R": ("-0,0 0,1", "~0,0 .56,.1 .5,.44 0,.52", "-.16,.52 .6,1"),
    "S": ("~.58,.12 .3,0 .04,.2 .3,.48 .6,.74 .34,1 .02,.88",),
    "T": ("-0,0 .7,0", "-.35,0 .35,1"),
    "U": ("~0,0 .02,.7 .3,1 .58,.7 .6,0",),
    "V": ("-0,0 .34,1 .68,0",),
    "W": ("-0,0 .2,1 .42,.3 .64,1 .84,0",),
    "Z": ("-0,0 .6,0 0,1 .62,1",),
    "1": ("-.06,.2 .3,0 .3,1",),
    "2": ("~.04,.2 .3,0 .58,.24 .3,.6 0,1", "-0,1 .6,1"),
    "3": ("~.04,.1 .4,0 .5,.3 .2,.46 .58,.6 .5,.94 .02,.92",),
    "=": ("-0,.34 .5,.34", "-0,.66 .5,.66"),
    "?": ("~.04,.2 .3,0 .56,.22 .3,.5 .3,.68", "-.3,.92 .3,1"),
    "!": ("-.1,0 .1,.66", "-.1,.92 .1,1"),
    " ": (),
}


def letters(
    sheet: Sheet,
    text: str,
    x: float,
    y: float,
    tall: float,
    width: float = 3.4,
    colour: Colour = palette.INK,
    turn: float = 0.0,
) -> float:
    """Write capitals from (x, y), the upper left; returns where the word ends. Other characters are left out."""
    start = x
    for letter in text:
        strokes = STROKES.get(letter, ())
        tilt = sheet.random.uniform(-3, 3)
        across = max([float(p.split(",")[0]) for s in strokes for p in s[1:].split()], default=0.34) * tall
        for stroke in strokes:
            points = [tuple(float(v) * tall for v in pair.split(",")) for pair in stroke[1:].split()]
            placed = curves.moved(curves.turned(points, tilt, (across / 2, tall / 2)), x, y)
            ink.line(
                sheet,
                curves.turned(placed, turn, (start, y)),
                width,
                colour,
                bent=stroke[0] == "~",
                wobble=0.6,
                taper=0.3,
            )
        x += across + tall * 0.24
    return x
