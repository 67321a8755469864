"""Which OpenStreetMap tags are an asset."""

import re

import pytest

from assetmap.domain.kind import KINDS, Kind
from assetmap.domain.tag import SURPLUS_TAGS
from assetmap.imports.osm.kind import THEMES
from assetmap.imports.osm.kinds import OSM_KINDS, kind_of


@pytest.mark.parametrize(("tags", "kind", "called"), [
    ({"amenity": "bench"}, Kind.PLACE, "Bankje"),
    ({"leisure": "playground"}, Kind.PLACE, "Speelplek"),
    ({"leisure": "picnic_table"}, Kind.PLACE, "Picknicktafel"),
    ({"leisure": "pitch", "sport": "table_tennis"}, Kind.PLACE, "Tafeltennistafel"),
    ({"leisure": "pitch", "sport": "tennis;soccer"}, Kind.PLACE, "Voetbalveldje"),
    ({"leisure": "pitch", "sport": "korfball"}, Kind.PLACE, "Sportveldje"),
    ({"tourism": "artwork"}, Kind.PLACE, "Kunstwerk"),
    ({"emergency": "defibrillator"}, Kind.PLACE, "AED"),
    ({"amenity": "community_centre"}, Kind.PLACE, "Buurthuis"),
    ({"leisure": "park", "name": "Agnetapark"}, Kind.PLACE, "Park"),
    ({"amenity": "school"}, Kind.INSTITUTION, "School"),
    ({"amenity": "kindergarten"}, Kind.INSTITUTION, "Kinderopvang"),
    ({"amenity": "library"}, Kind.INSTITUTION, "Bibliotheek"),
    ({"amenity": "place_of_worship"}, Kind.INSTITUTION, "Gebedshuis"),
    ({"amenity": "doctors"}, Kind.INSTITUTION, "Huisartsenpraktijk"),
    ({"amenity": "public_bookcase"}, Kind.EXCHANGE, "Boekenkastje"),
    ({"shop": "bakery", "name": "Jaap"}, Kind.EXCHANGE, "Bakker"),
    ({"amenity": "cafe", "name": "Het Hoekje"}, Kind.EXCHANGE, "Café"),
    ({"club": "scout", "name": "De Rimboejagers"}, Kind.NETWORK, "Club"),
])
def test_a_thing_is_the_kind_of_asset_that_a_neighbour_would_say(tags: dict, kind: Kind, called: str) -> None:
    row = kind_of(tags)
    assert (row.kind, row.title[0]) == (kind, called)


@pytest.mark.parametrize("tags", [
    {"amenity": "atm"}, {"amenity": "parking", "name": "Minervaplein"}, {"amenity": "waste_basket"},
    {"amenity": "vending_machine"}, {"amenity": "shelter"}, {"amenity": "recycling"},
    {"office": "company", "name": "A"},
    {"shop": "vacant"}, {"shop": "car", "name": "Garage"}, {"building": "apartments", "name": "Artemisflat"},
    {"tourism": "information", "name": "Bord"}, {"leisure": "garden"}, {"shop": "bakery"}, {},
])
def test_what_only_serves_cars_money_or_rubbish_is_no_asset(tags: dict) -> None:
    assert kind_of(tags) is None


@pytest.mark.parametrize("tags", [
    {"amenity": "social_facility", "social_facility": "shelter", "name": "De Brug"},
    {"amenity": "community_centre", "social_facility": "food_bank", "name": "De Mand"},
    {"amenity": "community_centre", "social_facility:for": "refugee", "name": "Welkom"},
    {"amenity": "clinic", "healthcare:speciality": "psychiatry", "name": "De Kliniek"},
    {"amenity": "doctors", "healthcare": "psychotherapist", "name": "Praktijk"},
    {"amenity": "clinic", "name": "GGZ Delfland"},
    {"amenity": "community_centre", "name": "Inloop dak- en thuislozen: Daklozenhuis"},
    {"shop": "pawnbroker", "name": "Pand"}, {"shop": "cannabis", "name": "Groen"},
])
def test_what_would_say_something_about_its_visitors_is_left_out(tags: dict) -> None:
    assert kind_of(tags) is None


@pytest.mark.parametrize("closing", [
    {"access": "private"}, {"access": "no"}, {"disused": "yes"}, {"opening_hours": "closed"},
    {"location": "underground"},
])
def test_what_is_closed_or_private_is_left_out(closing: dict) -> None:
    assert kind_of({"leisure": "playground"} | closing) is None


def test_a_home_for_older_neighbours_is_an_asset() -> None:
    tags = {"amenity": "social_facility", "social_facility": "assisted_living", "name": "De Vijverhof"}
    assert kind_of(tags | {"social_facility:for": "senior"}).kind is Kind.INSTITUTION
    assert kind_of(tags) is None


def test_the_snack_bar_of_a_chain_is_left_out_and_the_neighbourhoods_own_is_not() -> None:
    assert kind_of({"amenity": "fast_food", "name": "Domino's", "brand:wikidata": "Q839466"}) is None
    assert kind_of({"amenity": "fast_food", "name": "Toko Ramee"}).kind is Kind.EXCHANGE


@pytest.mark.parametrize("row", OSM_KINDS, ids=lambda row: row.match[:40])
def test_every_row_has_its_words_in_dutch_and_english(row) -> None:
    assert row.why
    for dutch, english in (row.title, *row.why):
        assert dutch and english
    for dutch, english in row.why:
        assert dutch.endswith(".") and english.endswith(".") and dutch != english
        assert "!" not in dutch + english
        assert not re.search(r"\b(gebruiker|doelgroep|kwetsbaar|probleem|achterstand|user|vulnerable|deprived)",
                             dutch + english)
    assert bool(row.plural[0]) == bool(row.plural[1])
    assert row.theme in THEMES
    assert set(row.surplus) <= set(SURPLUS_TAGS)
    assert row.facet in ("", *KINDS[row.kind].facets)
