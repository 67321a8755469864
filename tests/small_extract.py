"""A little town made up for the tests, as an OpenStreetMap extract: a canal with a bridge, houses, a park, a school.

It lies in the boundary of tests/neighbourhood.py. Nothing in it comes from OpenStreetMap.
"""

from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way

WEST, SOUTH = 4.3600, 51.9960
DEGREES_A_METRE = (1 / 68_500, 1 / 111_270)


class Drawing:
    """Collects nodes, ways and relations in metres east and north of the town's corner."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.ways: list[Way] = []
        self.relations: list[Relation] = []
        self._known: dict[tuple[float, float], int] = {}

    def spot(self, x: float, y: float, **tags: str) -> int:
        """A node; the same place without tags is the same node."""
        if not tags and (x, y) in self._known:
            return self._known[x, y]
        number = len(self.nodes) + 1
        at = (WEST + x * DEGREES_A_METRE[0], SOUTH + y * DEGREES_A_METRE[1])
        self.nodes.append(Node(id=number, location=at, tags=_spelt(tags), version=1))
        if not tags:
            self._known[x, y] = number
        return number

    def way(self, *places: tuple[float, float], **tags: str) -> int:
        number = len(self.ways) + 1
        self.ways.append(Way(id=number, nodes=[self.spot(*place) for place in places], tags=_spelt(tags), version=1))
        return number

    def block(self, x: float, y: float, wide: float, high: float, **tags: str) -> int:
        """A closed way around a rectangle."""
        return self.way((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y), **tags)

    def relation(self, members: list[tuple[int, str]], **tags: str) -> int:
        number = len(self.relations) + 1
        self.relations.append(Relation(
            id=number, members=[("w", way, role) for way, role in members],
            tags=_spelt({"type": "multipolygon", **tags}), version=1))
        return number

    def write(self, path: Path) -> Path:
        """By the name of the file: .osm.pbf or .osm."""
        with osmium.SimpleWriter(str(path), overwrite=True) as writer:
            for node in self.nodes:
                writer.add_node(node)
            for way in self.ways:
                writer.add_way(way)
            for relation in self.relations:
                writer.add_relation(relation)
        return path


def town() -> Drawing:
    """Kade runs over a canal by a bridge; Lindestraat and a cul-de-sac lie south of it."""
    here = Drawing()
    here.way((0, 100), (90, 100), highway="residential", name="Kade")
    here.way((90, 100), (120, 100), highway="residential", name="Kade", bridge="yes", layer="1")
    here.way((120, 100), (300, 100), highway="residential", name="Kade")
    here.way((50, 100), (50, 40), (140, 40), highway="living_street", name="Lindestraat")
    here.way((200, 100), (200, 300), highway="tertiary", name="Hoofdweg", width="9")
    here.way((0, 96), (300, 96), highway="footway", footway="sidewalk")
    here.way((60, 60), (80, 60), highway="footway")
    here.way((60, 50), (80, 50), highway="footway", indoor="yes")
    here.way((70, 60), (70, 66), highway="steps")
    here.way((210, 110), (210, 300), highway="cycleway", name="Fietspad")
    here.way((230, 100), (260, 130), highway="service", service="parking_aisle")
    here.way((230, 90), (260, 60), highway="construction")
    here.way((0, 200), (300, 200), highway="trunk", tunnel="yes", layer="-2", name="Tunnel")
    here.way((20, 20), (30, 20), (30, 30), (20, 30), (20, 20), highway="residential", name="Rondje")
    for number in range(12):
        here.block(60 + 6 * number, 20, 6, 9, building="house", **{
            "building:levels": "2", "roof:shape": "gabled", "addr:street": "Lindestraat",
            "addr:housenumber": str(number + 1)})
    here.spot(61, 30, **{"addr:street": "Lindestraat", "addr:housenumber": "1"})
    here.spot(201, 150, **{"addr:street": "Hoofdweg", "addr:housenumber": "12a"})
    here.block(60, 31, 3, 3, building="shed")
    here.block(150, 20, 30, 30, building="yes", amenity="school", name="De Regenboog", height="9,5 m")
    here.block(140, 10, 60, 60, amenity="school", name="De Regenboog")
    here.block(10, 60, 10, 10, building="yes", location="underground")
    outer = here.block(220, 20, 40, 40)
    inner = here.block(230, 30, 20, 20)
    here.relation([(outer, "outer"), (inner, "inner")], building="apartments", **{"building:levels": "5"})
    # The canal's banks reach beyond the extract: of its outline only the two sides are here.
    west_bank = here.way((100, -400), (100, 0), (100, 400))
    east_bank = here.way((112, 400), (112, 0), (112, -400))
    here.relation([(west_bank, "outer"), (east_bank, "outer"), (999, "outer")], natural="water", water="canal")
    here.way((106, -380), (106, 380), waterway="canal", name="Vliet")
    here.way((0, 130), (100, 130), waterway="ditch", name="")
    here.way((0, 140), (50, 140), waterway="stream", tunnel="culvert")
    here.block(220, 120, 60, 60, leisure="park", name="Zonnepark")
    here.block(230, 130, 20, 20, leisure="playground")
    here.way((5, 5), (15, 15), (15, 5), (5, 15), (5, 5), landuse="grass")
    here.block(240, 200, 40, 40, landuse="military")
    here.way((0, 250), (300, 260), railway="rail")
    here.way((0, 254), (300, 264), railway="rail", service="siding")
    here.way((0, 258), (300, 268), railway="subway", tunnel="yes")
    here.spot(225, 125, natural="tree", diameter_crown="8")
    here.spot(226, 140, natural="tree")
    here.way((220, 150), (280, 150), natural="tree_row")
    here.way((220, 119), (280, 119), barrier="hedge")
    here.spot(150, 150, place="neighbourhood", name="Het Eiland")
    here.block(20, 80, 15, 15, highway="pedestrian", area="yes", name="Dorpsplein")
    # Twenty kilometres away.
    here.way((20_000, 0), (20_100, 0), highway="residential", name="Verweg")
    return here


def write_town(folder: Path, name: str = "town.osm.pbf") -> Path:
    """The town as a file in the folder."""
    return town().write(folder / name)


def _spelt(tags: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in tags.items() if value}
