"""What the ground of a neighbourhood is made of: streets, houses, water, green and the names on them.

Read once from an extract (imports/streets.py), kept as one compact file (base_file.py), drawn by screen and pen.
All shapes are Shapely geometries in (longitude, latitude), lines and areas single, widths and radii in metres.
"""

from dataclasses import dataclass, field

from shapely.geometry import LineString, MultiPolygon, Point, Polygon

STREETS: dict[str, float] = {
    "main": 9.0, "street": 6.0, "living": 5.0, "service": 4.0, "drive": 3.0, "path": 2.0, "cycle": 2.5, "steps": 2.0,
}
"""Kind of street -> how wide it is as a rule. The order is the code in the base file: add at the end only.

main: through roads. living: where people walk in the middle. service: alleys and ways round the back. drive: to one
door, or along parked cars. path: on foot. cycle: for bicycles.
"""

BUILDINGS: dict[str, float] = {
    "other": 2.0, "house": 2.0, "flats": 4.0, "shop": 2.0, "work": 2.0, "learning": 2.0, "worship": 3.0, "care": 3.0,
    "culture": 2.0, "small": 1.0, "roof": 1.0, "glasshouse": 1.0, "boat": 1.0,
}
"""Kind of building -> how many floors it has as a rule. The order is the code in the base file: add at the end only."""

ROOFS: tuple[str, ...] = ("", "flat", "gabled", "hipped", "skillion", "round", "pyramidal", "mansard", "dome")
"""Shape of a roof where it is known. The order is the code in the base file: add at the end only."""

GROUNDS: tuple[str, ...] = (
    "residential", "business", "school", "care", "square", "parking", "railway", "pier", "bare",
    "park", "grass", "wood", "scrub", "garden", "pitch", "playground", "cemetery", "meadow", "allotments", "sand",
    "marsh", "deck",
)
"""What an area of ground is used for. The order is the code in the base file: add at the end only.

bare: building sites and yards. pier: over water, for mooring. deck: the body of a bridge.
"""

GREEN: frozenset[str] = frozenset(
    {"park", "grass", "wood", "scrub", "garden", "pitch", "playground", "cemetery", "meadow", "allotments", "marsh"})

RAILS: tuple[str, ...] = ("train", "tram", "metro", "yard")
"""The order is the code in the base file: add at the end only. yard: sidings."""

NAMES: tuple[str, ...] = ("neighbourhood", "square", "green", "water", "building", "place")
"""What an area with a name is. The order is the code in the base file: add at the end only."""


@dataclass(frozen=True, slots=True)
class Street:
    """A piece of street. `level` is 0 on the ground, 1 and up on a bridge, below 0 in a tunnel."""

    line: LineString
    kind: str
    name: str = ""
    width: float = 6.0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Building:
    """`levels` is how many floors it has above the ground, measured or as a rule; courtyards are holes in the area."""

    area: Polygon
    kind: str = "other"
    levels: float = 2.0
    roof: str = ""


@dataclass(frozen=True, slots=True)
class Water:
    """An area of water."""

    area: Polygon


@dataclass(frozen=True, slots=True)
class Stream:
    """Water that is known by its middle line. `width` 0: only for the name, its water is drawn as an area."""

    line: LineString
    name: str = ""
    width: float = 2.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a piece of ground is used for, see GROUNDS."""

    area: Polygon
    kind: str


@dataclass(frozen=True, slots=True)
class Rail:
    """A track. `level` as for streets."""

    line: LineString
    kind: str = "train"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """`radius` is that of its crown."""

    point: Point
    radius: float = 2.5


@dataclass(frozen=True, slots=True)
class TreeRow:
    """Trees along a line, or a hedge when `hedge` is true."""

    line: LineString
    hedge: bool = False


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that belongs to a spot rather than a line. `room` is how wide, about, the named thing is."""

    point: Point
    name: str
    kind: str
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class StreetData:
    """Everything, clipped to the boundary and `margin` metres around it; houses at the edge stay whole.

    `addresses` counts the house numbers of each street by its name.
    """

    boundary: Polygon | MultiPolygon
    margin: float = 250.0
    attribution: str = ""
    streets: tuple[Street, ...] = ()
    buildings: tuple[Building, ...] = ()
    waters: tuple[Water, ...] = ()
    streams: tuple[Stream, ...] = ()
    grounds: tuple[Ground, ...] = ()
    rails: tuple[Rail, ...] = ()
    trees: tuple[Tree, ...] = ()
    tree_rows: tuple[TreeRow, ...] = ()
    names: tuple[PlaceName, ...] = ()
    addresses: dict[str, int] = field(default_factory=dict)
