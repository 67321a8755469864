"""Which OpenStreetMap tags are an asset, of which kind, and what is never taken in.

What is never taken in: anything that says something about the people who come there (shelters, help for addiction or
the mind, food banks), what is closed or somebody's own, and what only serves cars, money or rubbish (those tags simply
have no row). Offices have no row either: a business park is full of them, and nobody meets there.
"""

from ...domain.words import folded
from .exchange import EXCHANGES
from .institutions import CLUBS, INSTITUTIONS
from .kind import OsmKind
from .places import PLACES

# A row that asks more of the tags goes before one that asks less; after that the order of the tables decides.
OSM_KINDS: tuple[OsmKind, ...] = tuple(
    sorted((*INSTITUTIONS, *EXCHANGES, *PLACES, *CLUBS), key=lambda row: -len(row.conditions)))

KEYS: frozenset[str] = frozenset(row.conditions[0][0] for row in OSM_KINDS)
"""The tag keys worth reading from an extract."""

LEFT_OUT: dict[str, frozenset[str]] = {
    "access": frozenset({"no", "private"}),
    "opening_hours": frozenset({"off", "closed"}),
    "operational_status": frozenset({"closed", "out_of_order"}),
    "disused": frozenset({"yes"}),
    "abandoned": frozenset({"yes"}),
    "location": frozenset({"underground"}),
    # Shops that sell to sorrow, or that only serve cars and warehouses.
    "shop": frozenset({
        "vacant", "no", "erotic", "cannabis", "e-cigarette", "tobacco", "lottery", "bookmaker", "gambling",
        "pawnbroker",
        "money_lender", "gold_buyer", "weapons", "guns", "car", "car_parts", "tyres", "truck", "trailer", "caravan",
        "storage_rental", "wholesale", "trade", "fuel", "gas", "funeral_directors", "estate_agent", "ticket",
        "outpost"}),
    "tourism": frozenset({"information"}),
    "healthcare": frozenset({
        "psychotherapist", "counselling", "rehabilitation", "hospice", "dialysis", "sample_collection",
        "occupational_therapist"}),
    "healthcare:speciality": frozenset({
        "psychiatry", "psychology", "psychotherapy", "psychosomatic_medicine", "addiction_medicine", "child_psychiatry",
        "abortion", "fertility", "venereology", "dermatovenereology", "palliative_medicine", "oncology",
        "vaccination"}),
    "social_facility:for": frozenset({
        "homeless", "underprivileged", "drug_addicted", "refugee", "migrant", "displaced", "victim", "abused", "orphan",
        "mental_health", "disabled", "unemployed", "child", "juvenile", "diseased"}),
}
"""Tag key -> values with which a thing is left out, whatever else it is."""

TELLING_NAMES = (
    "ggz", "verslav", "methadon", "dakloz", "thuisloz", "nachtopvang", "crisisopvang", "vrouwenopvang", "voedselbank",
    "asielzoek", "psychiatr", "psycholo", "reclassering", "schuldhulp", "food bank", "homeless", "rehab", "addiction",
    "refugee", "suppenkuche", "drogen")
"""Parts of folded names that would say something about whoever is seen there."""


def kind_of(tags: dict[str, str]) -> OsmKind | None:
    """The first row that these tags match, or None when they are no asset or are better left off a map."""
    if _left_out(tags):
        return None
    for row, conditions in _ROWS:
        if all(_holds(tags, key, values) for key, values in conditions):
            return row if tags.get("name") or not row.named else None
    return None


_ROWS = tuple((row, row.conditions) for row in OSM_KINDS)


def _left_out(tags: dict[str, str]) -> bool:
    if any(key in tags and not values.isdisjoint(_values(tags[key])) for key, values in LEFT_OUT.items()):
        return True
    if "social_facility" in tags and tags.get("social_facility:for") != "senior":
        return True
    # A snack bar of a chain is the same everywhere; the neighbourhood's own one is its own.
    if tags.get("amenity") == "fast_food" and "brand:wikidata" in tags:
        return True
    name = folded(tags.get("name", ""))
    return any(part in name for part in TELLING_NAMES)


def _holds(tags: dict[str, str], key: str, values: frozenset[str]) -> bool:
    if key not in tags:
        return False
    return tags[key] != "no" if "*" in values else not values.isdisjoint(_values(tags[key]))


def _values(text: str) -> list[str]:
    """The values of a tag that may hold several: "bakery;deli"."""
    return [value.strip() for value in text.split(";")]
