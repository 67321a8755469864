"""The open data of the demo: whole enough to draw, without anybody's telephone number, and with its sources named."""

import json

import osmium
import shapely
from shapely.geometry import shape

from assetmap.demo.cut import cut, keeps

from . import facts


def test_how_to_reach_people_is_not_in_the_street_data() -> None:
    unwanted = ("phone", "email", "fax", "mobile", "contact", "website", "url")
    found = {
        tag.k for thing in osmium.FileProcessor(str(facts.EXTRACT)) for tag in thing.tags
        if set(tag.k.split(":")) & set(unwanted)}
    assert not found


def test_who_edited_the_street_data_is_not_in_it() -> None:
    assert not any(thing.user or thing.uid or thing.changeset for thing in osmium.FileProcessor(str(facts.EXTRACT)))


def test_the_streets_the_canal_and_the_houses_are_in_it() -> None:
    assert {"Zuideinde", "Hooikade", "Engelsestraat", "Minervaplein", "Lausbergstraat"} <= facts.named_streets()
    assert "Schie" in facts.names()
    within = shapely.intersection(facts.buildings(), facts.boundary())
    assert len(shapely.get_parts(within)) > 150
    assert facts.EXTRACT.stat().st_size < 400_000


def test_opening_hours_stay_and_telephone_numbers_go() -> None:
    assert keeps("opening_hours") and keeps("name") and keeps("building:levels")
    assert not any(keeps(tag) for tag in ("phone", "phone:NL", "contact:email", "operator:phone", "website", "source"))


def test_cutting_again_changes_nothing(tmp_path) -> None:
    cut(facts.EXTRACT, facts.boundary(), tmp_path / "again.osm.pbf")
    counts = [sum(1 for _ in osmium.FileProcessor(str(file))) for file in (facts.EXTRACT, tmp_path / "again.osm.pbf")]
    assert counts[0] == counts[1]


def test_the_boundary_joins_four_areas_into_one_whole() -> None:
    told = json.loads((facts.FOLDER / "boundary.geojson").read_text(encoding="utf-8"))
    feature = told["features"][0]
    joined = shape(feature["geometry"])
    assert joined.geom_type == "Polygon" and joined.is_valid and not joined.interiors
    assert len(feature["properties"]["joined"]) == 4
    assert feature["properties"]["attribution"] == "CBS / Kadaster, 2015"


def test_the_sources_name_every_file_with_licence_and_attribution() -> None:
    sources = (facts.FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    for file in facts.FOLDER.iterdir():
        if file.name != "SOURCES.md":
            row = next(line for line in sources.splitlines() if line.startswith(f"| `{file.name}`"))
            assert any(licence in row for licence in ("ODbL", "CC BY", "EUPL"))
    assert "© OpenStreetMap contributors" in sources and "CBS / Kadaster, 2015" in sources
