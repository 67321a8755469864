"""The invented part of the demo is complete, consistent, inside the neighbourhood, and speaks as a neighbour does."""

import re
from collections import Counter

import pytest
from shapely.geometry import shape

from assetmap.demo.pictures import PICTURES
from assetmap.domain.asset import LONGEST
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.kind import KINDS, Kind
from assetmap.domain.medium import Medium
from assetmap.domain.person import Part
from assetmap.domain.precision import Precision
from assetmap.domain.rhythm import SEASONS, WEEKDAYS
from assetmap.domain.state import KeyHolder, State
from assetmap.domain.tag import SURPLUS_TAGS

from . import facts

NOT_SAID = {
    "nl": "eenza kwetsba achterstand hulpbehoev werkloos laaggeletterd isolement zielig gebrek tekort probleem "
          "overlast zwakke minderbedeeld kansarm participa zelfredza cohesie leefbaar inclusie doelgroep empower "
          "burgerkracht faciliteren gebruiker indienen interventie cliënt zorgvrager",
    "en": "lonel vulnerab depriv disadvantag needy unemploy problem deficit participat resilien cohesion inclusi "
          "stakeholder empower facilitat client user",
    "tr": "yalnızlık muhtaç dezavantaj sorun", "pl": "samotn biedn wykluczon problem",
    "uk": "самотн нужден проблем", "ar": "وحدة الوحيد مشكلة محتاج",
}
SCRIPTS = {"ar": r"[\u0600-\u06FF]", "uk": r"[іїєґІЇЄҐа-я]", "tr": r"[ığşçöüİ]", "pl": r"[ąćęłńóśźż]"}

ASSETS = facts.invented()["assets"]
every_asset = pytest.mark.parametrize("asset", ASSETS, ids=[asset["key"] for asset in ASSETS])


def texts(told: dict) -> list[str]:
    return [told[name] for name in ("title", "why", "description", "story")]


def test_at_least_25_assets_are_told_in_dutch_and_a_few_in_each_other_language() -> None:
    languages = Counter(asset["language"] for asset in ASSETS)
    assert languages["nl"] >= 25
    assert all(languages[language] >= 2 for language in ("tr", "ar", "uk", "pl", "en"))


def test_at_least_twelve_stories_are_told_in_somebodys_own_voice() -> None:
    assert sum(bool(asset["story"]) for asset in ASSETS) >= 12


def test_every_kind_that_open_data_lacks_is_there_and_no_institution_is_made_up() -> None:
    kinds = {Kind(asset["kind"]) for asset in ASSETS}
    assert kinds == set(Kind) - {Kind.INSTITUTION}


def test_dreams_and_places_with_room_are_among_them() -> None:
    states = Counter(asset["state"] for asset in ASSETS)
    assert states[State.DREAMT_OF] >= 2
    assert states[State.UNDER_USED] >= 2


def test_most_is_for_everyone_some_for_neighbours_and_one_for_the_team() -> None:
    audiences = Counter(asset["audience"] for asset in ASSETS)
    assert audiences[Audience.PUBLIC] > audiences[Audience.NEIGHBOURHOOD] >= 3
    assert audiences[Audience.TEAM] == 1


def test_points_a_line_an_area_and_assets_without_a_place_are_all_there() -> None:
    types = {asset["geometry"]["type"] if asset["geometry"] else None for asset in ASSETS}
    assert types == {"Point", "LineString", "Polygon", None}


def test_keys_and_titles_are_used_once() -> None:
    for field in ("key", "title"):
        assert len({asset[field] for asset in ASSETS}) == len(ASSETS)


@every_asset
def test_every_value_is_a_word_of_the_domain(asset: dict) -> None:
    kind = Kind(asset["kind"])
    assert asset["facet"] in ("", *KINDS[kind].facets)
    assert asset["title"] and asset["why"]
    assert all(len(asset[field]) <= most for field, most in LONGEST.items())
    State(asset["state"]), KeyHolder(asset["key_holder"]), Audience(asset["audience"]), Precision(asset["precision"])
    assert set(asset["rhythm"]["seasons"]) <= SEASONS.keys()
    assert set(asset["rhythm"]["weekdays"]) <= WEEKDAYS.keys()
    assert SURPLUS_TAGS.keys() & set(asset["tags"])
    assert 1 <= asset["round"] <= len(facts.invented()["rounds"])


@every_asset
def test_it_lies_inside_the_neighbourhood_and_on_a_street_that_exists(asset: dict) -> None:
    if asset["geometry"]:
        assert facts.boundary().covers(shape(asset["geometry"]))
    assert not asset["street"] or asset["street"] in facts.named_streets()


@every_asset
def test_nobodys_home_is_on_the_map(asset: dict) -> None:
    if asset["kind"] == Kind.SKILL:
        assert asset["precision"] != Precision.EXACT
    if asset["geometry"] and asset["geometry"]["type"] == "Point":
        # Whatever the mask does: the position itself lies on the street or the quay, never in a house.
        assert not facts.buildings().intersects(shape(asset["geometry"]))


@every_asset
def test_people_go_by_first_name_and_have_agreed_to_the_words(asset: dict) -> None:
    for person in asset["people"]:
        Part(person["part"])
        assert " " not in person["name"]
        assert {Medium(medium) for medium in person["agreed"]} >= {Medium.TEXT, Medium.NAME}
        # Nobody stands in the way of the audience that the demo shows the asset to.
        assert Audience(person["agreed"]["text"]).level >= Audience(asset["audience"]).level
        assert bool(person["guardian"]) == person["child"]


@every_asset
def test_it_names_no_deficit_and_speaks_no_policy(asset: dict) -> None:
    told = [(asset["language"], texts(asset)), *((each["language"], texts(each)) for each in asset["translations"])]
    for language, said in told:
        plain = " ".join(said).casefold()
        found = [word for word in NOT_SAID[language].split() if re.search(rf"(?<!\w){word}", plain)]
        assert not found, f"{asset['key']}: {found}"
        assert "!" not in plain


@every_asset
def test_another_language_is_in_its_own_script_and_has_dutch_beside_it(asset: dict) -> None:
    if asset["language"] in SCRIPTS:
        assert re.search(SCRIPTS[asset["language"]], asset["title"] + asset["why"])
    if asset["language"] != "nl":
        dutch = next(each for each in asset["translations"] if each["language"] == "nl")
        assert dutch["title"] and dutch["why"]


def test_at_least_ten_dutch_assets_are_translated_into_english_in_full() -> None:
    whole = 0
    for asset in ASSETS:
        english = [each for each in asset["translations"] if each["language"] == "en"]
        if asset["language"] == "nl" and english:
            whole += all(bool(there) == bool(here) for there, here in zip(texts(english[0]), texts(asset), strict=True))
    assert whole >= 10


def test_at_least_twenty_ties_lead_from_one_asset_to_another() -> None:
    keys = {asset["key"] for asset in ASSETS}
    ties = facts.invented()["connections"]
    inner = [tie for tie in ties if "to" in tie]
    assert len(inner) >= 20
    for tie in ties:
        Verb(tie["verb"])
        assert tie["from"] in keys
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", tie["since"])
    assert all(tie["to"] in keys and tie["to"] != tie["from"] for tie in inner)
    assert len({(tie["from"], tie["to"]) for tie in inner}) == len(inner)


def test_a_real_place_is_only_where_something_meets() -> None:
    real = [tie for tie in facts.invented()["connections"] if "to_place" in tie]
    assert 1 <= len(real) <= 6
    for tie in real:
        assert tie["verb"] == Verb.MEETS_AT
        assert tie["to_place"]["name"] in facts.names()


def test_each_of_the_twelve_pictures_belongs_to_an_asset_and_is_described() -> None:
    photos = [photo for asset in ASSETS for photo in asset["photos"]]
    assert sorted(photo["picture"] for photo in photos) == sorted(PICTURES)
    assert all(len(photo["alt"]) > 60 and photo["credit"] for photo in photos)


def test_the_neighbourhood_says_who_decides_and_what_was_invented() -> None:
    told = facts.invented()["neighbourhood"]
    assert told["purpose"] and told["mandate"]
    assert "verzonnen" in told["notice"] and "echt" in told["notice"]
    assert "© OpenStreetMap contributors" in told["attribution"]
    assert "CBS / Kadaster, 2015" in told["attribution"]
