"""What OpenStreetMap's tags mean for the base map: which layer, which kind, how wide, how high.

Tables first. What is not in a table is not drawn. Tags: https://wiki.openstreetmap.org/wiki/Map_features
"""

import re

from ..drawing.street_data import BUILDINGS, STREETS

KEYS = (
    "highway", "building", "natural", "landuse", "leisure", "waterway", "railway", "amenity", "place", "man_made",
    "barrier", "addr:housenumber",
)
"""Features without any of these are never looked at."""

HIGHWAY: dict[str, tuple[str, float]] = {
    "motorway": ("main", 14.0), "trunk": ("main", 12.0), "primary": ("main", 11.0), "secondary": ("main", 10.0),
    "tertiary": ("main", 8.5), "motorway_link": ("main", 7.0), "trunk_link": ("main", 7.0),
    "primary_link": ("main", 6.5), "secondary_link": ("main", 6.5), "tertiary_link": ("main", 6.0),
    "residential": ("street", 6.0), "unclassified": ("street", 6.0), "road": ("street", 5.0),
    "living_street": ("living", 5.5), "pedestrian": ("living", 5.5),
    "service": ("service", 4.0), "busway": ("service", 5.0), "bus_guideway": ("service", 4.0),
    "track": ("path", 2.5), "footway": ("path", 2.0), "path": ("path", 1.8), "bridleway": ("path", 2.0),
    "cycleway": ("cycle", 2.8), "steps": ("steps", 2.0),
}
"""highway=… -> kind of street, its width in metres as a rule."""

DRIVES = {"driveway", "parking_aisle", "drive-through", "emergency_access"}
BESIDE = {"sidewalk", "crossing", "traffic_island", "link", "access_aisle"}
"""Pavements and crossings beside a street that is drawn already."""

BUILDING: dict[str, str] = {
    **dict.fromkeys(("house", "detached", "semidetached_house", "semi", "terrace", "terraced_house", "bungalow",
                     "residential", "farm", "cabin", "static_caravan"), "house"),
    **dict.fromkeys(("apartments", "dormitory", "hotel"), "flats"),
    **dict.fromkeys(("retail", "commercial", "supermarket", "kiosk", "shop", "pub", "restaurant"), "shop"),
    **dict.fromkeys(("industrial", "warehouse", "office", "factory", "manufacture", "farm_auxiliary", "barn",
                     "stable", "hangar", "train_station", "transportation", "parking"), "work"),
    **dict.fromkeys(("school", "university", "college", "kindergarten", "childcare"), "learning"),
    **dict.fromkeys(("church", "mosque", "temple", "synagogue", "chapel", "cathedral", "religious", "shrine",
                     "monastery", "gurdwara"), "worship"),
    **dict.fromkeys(("hospital", "clinic", "nursing_home", "fire_station"), "care"),
    **dict.fromkeys(("civic", "public", "community_centre", "library", "theatre", "museum", "sports_hall",
                     "sports_centre", "government", "townhall", "stadium", "grandstand", "pavilion"), "culture"),
    **dict.fromkeys(("shed", "garage", "garages", "carport", "service", "hut", "shelter", "toilets",
                     "transformer_tower", "storage_tank", "silo", "bicycle_shed", "outbuilding", "boathouse"), "small"),
    **dict.fromkeys(("roof", "canopy"), "roof"),
    "greenhouse": "glasshouse", "houseboat": "boat",
}
"""building=… -> kind; what is not here is "other"."""

AMENITY_BUILDING: dict[str, str] = {
    "school": "learning", "kindergarten": "learning", "university": "learning", "college": "learning",
    "place_of_worship": "worship", "library": "culture", "community_centre": "culture", "theatre": "culture",
    "hospital": "care", "clinic": "care", "nursing_home": "care", "doctors": "care", "restaurant": "shop",
    "pub": "shop",
}
"""What a building=yes is used for -> kind."""

ROOF: dict[str, str] = {
    "flat": "flat", "gabled": "gabled", "half-hipped": "hipped", "hipped": "hipped", "skillion": "skillion",
    "saltbox": "gabled", "round": "round", "pyramidal": "pyramidal", "mansard": "mansard", "gambrel": "mansard",
    "dome": "dome", "onion": "dome",
}

GROUND: dict[str, dict[str, str]] = {
    "leisure": {
        "park": "park", "garden": "garden", "playground": "playground", "pitch": "pitch", "dog_park": "grass",
        "golf_course": "grass", "nature_reserve": "meadow", "common": "grass", "schoolyard": "school",
        "track": "pitch", "village_green": "grass", "recreation_ground": "park",
    },
    "natural": {
        "wood": "wood", "scrub": "scrub", "shrubbery": "scrub", "heath": "scrub", "grassland": "grass",
        "beach": "sand", "sand": "sand", "wetland": "marsh", "shingle": "sand",
    },
    "landuse": {
        "grass": "grass", "forest": "wood", "meadow": "meadow", "farmland": "meadow", "orchard": "garden",
        "vineyard": "garden", "flowerbed": "garden", "plant_nursery": "garden", "village_green": "grass",
        "recreation_ground": "park", "greenery": "grass", "cemetery": "cemetery", "allotments": "allotments",
        "residential": "residential", "industrial": "business", "commercial": "business", "retail": "business",
        "education": "school", "railway": "railway", "construction": "bare", "brownfield": "bare",
        "greenfield": "grass", "religious": "residential", "farmyard": "residential", "garages": "parking",
    },
    "amenity": {
        "school": "school", "kindergarten": "school", "university": "school", "college": "school",
        "grave_yard": "cemetery", "parking": "parking", "marketplace": "square", "hospital": "care",
        "bicycle_parking": "parking",
    },
    "highway": {"pedestrian": "square", "footway": "square", "service": "parking", "path": "square"},
    "place": {"square": "square"},
    "railway": {"platform": "square"},
    "man_made": {"pier": "pier", "bridge": "deck"},
}
"""Key -> value -> kind of ground. The first key that knows the feature decides."""

WATER_AREAS: dict[str, set[str]] = {
    "natural": {"water", "bay", "strait"}, "landuse": {"basin", "reservoir", "salt_pond"},
    "waterway": {"riverbank", "dock", "canal", "river"}, "leisure": {"swimming_pool", "marina"},
}

WATERWAY: dict[str, float] = {
    "river": 12.0, "canal": 10.0, "tidal_channel": 6.0, "stream": 2.0, "ditch": 1.5, "drain": 1.5,
}
"""waterway=… -> width in metres as a rule."""

RAILWAY: dict[str, str] = {
    "rail": "train", "light_rail": "train", "narrow_gauge": "train", "preserved": "train", "tram": "tram",
    "subway": "metro", "monorail": "metro", "funicular": "tram",
}

PLACES = {"neighbourhood", "quarter", "suburb", "village", "hamlet", "city_block", "borough"}

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def street_kind(tags: dict[str, str]) -> tuple[str, float] | None:
    """(kind, width in metres) of a street or path; None for what is not drawn: pavements, indoors, not yet built."""
    known = HIGHWAY.get(tags.get("highway", ""))
    if known is None or tags.get("indoor") == "yes" or tags.get("footway") in BESIDE or tags.get("path") in BESIDE:
        return None
    if tags.get("cycleway") in BESIDE or tags.get("area") == "yes":
        return None
    kind, rule = known
    if tags.get("service") in DRIVES:
        kind, rule = "drive", STREETS["drive"]
    return kind, _width(tags, rule)


def level_of(tags: dict[str, str]) -> int:
    """0 on the ground, at least 1 on a bridge, at most -1 in a tunnel. A passage under a house is on the ground."""
    layer = int(number(tags.get("layer", ""), 0) * (-1 if tags.get("layer", "").strip().startswith("-") else 1))
    if tags.get("bridge", "no") != "no":
        return max(layer, 1)
    if tags.get("tunnel", "no") not in ("no", "building_passage") or tags.get("location") == "underground":
        return min(layer, -1)
    return 0


def building_kind(tags: dict[str, str]) -> tuple[str, float, str] | None:
    """(kind, floors, roof) of a building; None for parts, ruins and what lies under the ground."""
    value = tags.get("building", "no")
    if value in ("no", "ruins", "collapsed", "demolished", "proposed") or tags.get("location") == "underground":
        return None
    if number(tags.get("layer", ""), 0) and tags["layer"].strip().startswith("-"):
        return None
    kind = BUILDING.get(value) or AMENITY_BUILDING.get(tags.get("amenity", ""), "other")
    levels = number(tags.get("building:levels", ""), 0) or number(tags.get("height", ""), 0) / 3 or BUILDINGS[kind]
    return kind, min(max(round(levels * 2) / 2, 1), 60), ROOF.get(tags.get("roof:shape", ""), "")


def ground_kind(tags: dict[str, str]) -> str | None:
    """What an area of ground is used for; None where it is not drawn as ground."""
    if tags.get("indoor") == "yes" or (tags.get("amenity") == "parking" and tags.get("parking") == "underground"):
        return None
    for key, kinds in GROUND.items():
        if tags.get(key) in kinds:
            return kinds[tags[key]]
    return None


def is_water_area(tags: dict[str, str]) -> bool:
    """Whether an area is open water."""
    if tags.get("tunnel", "no") != "no" or tags.get("covered") == "yes" or tags.get("location") == "indoor":
        return False
    return any(tags.get(key) in values for key, values in WATER_AREAS.items())


def stream_width(tags: dict[str, str]) -> float | None:
    """Width in metres of water known by its middle line; None for what is no water, or in a pipe."""
    rule = WATERWAY.get(tags.get("waterway", ""))
    if rule is None or tags.get("tunnel", "no") != "no":
        return None
    return _width(tags, rule)


def rail_kind(tags: dict[str, str]) -> str | None:
    """Kind of track; None for what is not there, or under the ground."""
    kind = RAILWAY.get(tags.get("railway", ""))
    if kind is None or level_of(tags) < 0:
        return None
    return "yard" if kind == "train" and tags.get("service") in ("yard", "siding", "spur") else kind


def tree_radius(tags: dict[str, str]) -> float:
    """Radius of the crown in metres."""
    across = number(tags.get("diameter_crown", ""), 0) or number(tags.get("height", ""), 0) * 0.5
    return min(max(across / 2, 1.5), 8.0) if across else 2.5


def number(text: str, otherwise: float) -> float:
    """The first number in a text, feet and inches as metres: "3", "3.5 m", "3,5", "12'6\\""."""
    found = _NUMBER.search(text)
    if not found:
        return otherwise
    value = float(found.group().replace(",", "."))
    return value * 0.3048 if "'" in text or "ft" in text else value


def _width(tags: dict[str, str], rule: float) -> float:
    """The width that is tagged, where it is believable."""
    tagged = number(tags.get("width", "") or tags.get("est_width", ""), 0)
    return tagged if rule / 3 <= tagged <= rule * 4 else rule
