"""An asset as a plain record: the fields that GeoJSON and CSV share, so that both come back the same.

| field | value |
|---|---|
| number, id | the neighbourhood's running number; a UUID that never changes |
| kind, facet, state, key_holder, audience, precision | the words of assetmap/domain, in English, "" where unknown |
| title, why, description, story, language | the teller's own words and their language (BCP 47) |
| translations | the same texts in other languages: [{language, title, why, description, story}] |
| tags | a list of words |
| rhythm | {seasons: [], weekdays: [], time: ""} |
| masked | true where the position is an area chosen to hide the true place |
| street, round, source, attribution | text, number or null, text, text |
| invented | true for an example made up for a demonstration |
| people | names that may be shown, with their part: [{name, part}] |
| pictures, sounds | [{hash, alt, credit, width, height}], [{hash, mime, seconds, alt, credit}]; hash is SHA-256 |
| connections | from this asset to another: [{id, verb, to, since, note}], `to` being the other's id |
| created, updated, confirmed, revision | ISO 8601 in UTC, a number |
"""

from ..inventory import Inventory, Item, Tie

FIELDS: tuple[str, ...] = (
    "number",
    "id",
    "kind",
    "facet",
    "title",
    "why",
    "description",
    "story",
    "language",
    "translations",
    "tags",
    "state",
    "key_holder",
    "rhythm",
    "audience",
    "precision",
    "masked",
    "street",
    "people",
    "pictures",
    "sounds",
    "connections",
    "round",
    "source",
    "attribution",
    "invented",
    "created",
    "updated",
    "confirmed",
    "revision",
)


def record_of(item: Item, ties: list[Tie], ids: dict[int, str]) -> dict[str, object]:
    """Every field but the place, in the order of FIELDS. `ties` start at this item, `ids` are UUIDs by number."""
    return {
        "number": item.number,
        "id": item.id,
        "kind": str(item.kind),
        "facet": item.facet,
        "title": item.title,
        "why": item.why,
        "description": item.description,
        "story": item.story,
        "language": item.language,
        "translations": [
            {
                "language": other.language,
                "title": other.title,
                "why": other.why,
                "description": other.description,
                "story": other.story,
            }
            for other in item.translations
        ],
        "tags": list(item.tags),
        "state": str(item.state),
        "key_holder": str(item.key_holder or ""),
        "rhythm": {
            "seasons": list(item.rhythm.seasons),
            "weekdays": list(item.rhythm.weekdays),
            "time": item.rhythm.time,
        },
        "audience": str(item.audience),
        "precision": str(item.precision),
        "masked": item.masked,
        "street": item.street,
        "people": [{"name": name, "part": str(part)} for name, part in item.people],
        "pictures": [
            {
                "hash": picture.hash,
                "alt": picture.alt,
                "credit": picture.credit,
                "width": picture.width,
                "height": picture.height,
            }
            for picture in item.pictures
        ],
        "sounds": [
            {"hash": sound.hash, "mime": sound.mime, "seconds": sound.seconds, "alt": sound.alt, "credit": sound.credit}
            for sound in item.sounds
        ],
        "connections": [
            {"id": tie.id, "verb": str(tie.verb), "to": ids[tie.second], "since": tie.since, "note": tie.note}
            for tie in ties
        ],
        "round": item.round,
        "source": item.source,
        "attribution": item.attribution,
        "invented": item.invented,
        "created": item.created,
        "updated": item.updated,
        "confirmed": item.confirmed,
        "revision": item.revision,
    }


def ties_by_first(inventory: Inventory) -> dict[int, list[Tie]]:
    """The connections of which both ends are in this inventory, by the number they start at."""
    here = {item.number for item in inventory.items}
    found: dict[int, list[Tie]] = {}
    for tie in inventory.ties:
        if tie.first in here and tie.second in here:
            found.setdefault(tie.first, []).append(tie)
    return found
