"""The layers of the base file in their order, each with its columns: the table that writer and reader share.

static/js/map/base-file.js holds the same table for the browser.
"""

from dataclasses import dataclass
from enum import StrEnum

from . import street_data as kinds
from .street_data import (
    Building,
    Ground,
    PlaceName,
    Rail,
    Stream,
    Street,
    Tree,
    TreeRow,
    Water,
)

VERSION = 1
MAGIC = b"ABM"
WORLD = 1 << 28
"""Columns and rows of the web-mercator square: one is 15 cm at the equator, 9 cm in the Netherlands."""


class Form(StrEnum):
    """How a column is written: a place in a list, the number of a word, tenths, a signed number, yes or no."""

    CODE = "code"
    WORD = "word"
    TENTHS = "tenths"
    SIGNED = "signed"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Column:
    """One fact about each feature of a layer."""

    name: str
    form: Form
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """`name` is its place in StreetData; `shape` (area, line or point) is also the name of the features' shape.

    `ordered` layers keep the order they come in; the others are ordered over the ground, which packs better.
    """

    name: str
    feature: type
    shape: str
    columns: tuple[Column, ...] = ()
    ordered: bool = False


LAYERS: tuple[Layer, ...] = (
    Layer("grounds", Ground, "area", (Column("kind", Form.CODE, kinds.GROUNDS),), ordered=True),
    Layer("waters", Water, "area"),
    Layer("streams", Stream, "line", (Column("name", Form.WORD), Column("width", Form.TENTHS))),
    Layer("rails", Rail, "line", (Column("kind", Form.CODE, kinds.RAILS), Column("level", Form.SIGNED))),
    Layer("streets", Street, "line", (
        Column("kind", Form.CODE, tuple(kinds.STREETS)), Column("name", Form.WORD), Column("width", Form.TENTHS),
        Column("level", Form.SIGNED))),
    Layer("buildings", Building, "area", (
        Column("kind", Form.CODE, tuple(kinds.BUILDINGS)), Column("levels", Form.TENTHS),
        Column("roof", Form.CODE, kinds.ROOFS))),
    Layer("tree_rows", TreeRow, "line", (Column("hedge", Form.YES),)),
    Layer("trees", Tree, "point", (Column("radius", Form.TENTHS),)),
    Layer("names", PlaceName, "point", (
        Column("name", Form.WORD), Column("kind", Form.CODE, kinds.NAMES), Column("room", Form.TENTHS)), ordered=True),
)
