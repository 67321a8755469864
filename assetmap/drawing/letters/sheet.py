"""The sheet that names are lettered on: which stand there, and where there is still room."""

from dataclasses import dataclass, field, replace

import numpy
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..pen.marks import Mark


@dataclass(frozen=True, slots=True)
class Lettered:
    """A name in its place. `box` is the room it takes; `points` the line it stands on, () for one in the open."""

    text: str
    kind: str
    size: float
    box: Polygon
    marks: list[Mark] = field(repr=False)
    points: tuple[tuple[float, float], ...] = ()
    built: float = 0.0
    """The part of its room that lies over houses."""

    @property
    def core(self) -> BaseGeometry:
        """The middle of its letters: what must not be built over. A roof that reaches into their feet does no harm."""
        return shapely.buffer(self.box, -0.25 * self.size, join_style="mitre")


@dataclass(slots=True)
class StreetNames:
    """Names in their places, in millimetres; `left_out` are those for which there was no room."""

    names: list[Lettered] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def marks(self) -> list[Mark]:
        return [mark for name in self.names for mark in name.marks]

    @property
    def boxes(self) -> list[Polygon]:
        """What notes keep off."""
        return [name.box for name in self.names]

    @property
    def cores(self) -> list[BaseGeometry]:
        """What houses keep off, so that no row is left out for a name that it hardly touches."""
        return [name.core for name in self.names]


class Sheet:
    """`island` is where names may stand, `clear` where they may not, both in millimetres; `raised` is what
    stands up from the ground.
    """

    def __init__(self, island: BaseGeometry, clear: BaseGeometry | None, seed: object,
                 raised: numpy.ndarray | None = None):
        self.island = island
        self.seed = seed
        self.found = StreetNames()
        self._within = shapely.buffer(island, 0.5)
        shapely.prepare(self._within)
        self._raised = shapely.STRtree(() if raised is None else raised)
        self._taken = list(shapely.get_parts(clear)) if clear is not None else []

    def built_over(self, rooms: list[Polygon]) -> numpy.ndarray:
        """What part of each of these rooms lies over something that stands up."""
        if not rooms:
            return numpy.zeros(0)
        which, thing = self._raised.query(rooms, predicate="intersects")
        rooms = numpy.array(rooms, dtype=object)
        shared = shapely.area(shapely.intersection(rooms[which], self._raised.geometries[thing]))
        return numpy.bincount(which, shared, len(rooms)) / shapely.area(rooms)

    def free(self, room: BaseGeometry) -> bool:
        return bool(shapely.contains_properly(self._within, room)) and not (
            self._taken and shapely.intersects(self._taken, room).any())

    def add(self, name: Lettered) -> None:
        name = replace(name, built=float(self.built_over([name.box])[0]))
        self.found.names.append(name)
        self._taken.append(name.box)

    def leave_out(self, name: str) -> None:
        if name not in self.found.left_out:
            self.found.left_out.append(name)
